// English, and by its type the form of every other catalogue. A command never holds a sentence: it takes one from here.

type Named = Readonly<Record<string, string>>

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

/** HTTP: the fault is the server's from this status on. */
const SERVER_TROUBLE = 500
const HOUR_MINUTES = 60
const DAY_MINUTES = 24 * HOUR_MINUTES

/** How long somebody has to wait, rounded up; in the unit that people would use. */
function waitText(minutes: number): string {
  if (minutes <= HOUR_MINUTES) return plural(minutes, 'minute', 'minutes')
  if (minutes <= DAY_MINUTES) return plural(Math.ceil(minutes / HOUR_MINUTES), 'hour', 'hours')
  return plural(Math.ceil(minutes / DAY_MINUTES), 'day', 'days')
}

export const en = {
  language: 'en',

  commands: {
    subscribe: {
      summary: 'Take a feed, a site or a topic into this channel',
      options: {
        what: 'Feed or site address, or a topic such as world',
        mode: 'digest: in the briefing (default); instant: each article at once',
        at: 'Time of the daily briefing, for example 07:30',
      },
    },
    unsubscribe: {
      summary: 'Drop a feed or a topic from this channel',
      options: {
        what: 'Title, address or topic; all drops everything',
      },
    },
    list: { summary: 'Show what this channel takes', options: { page: 'Page of the list, from 1' } },
    feeds: {
      summary: 'Show how the feeds are, import or export them as OPML',
      options: {
        action: 'health (default), list, import or export',
        what: 'Address of an OPML file (its path at the terminal), or a page number',
        file: 'OPML file to import',
      },
    },
    summary: {
      summary: 'Sum up what the kept articles say about a topic',
      options: {
        topic: 'Person, place or subject, for example putin',
        since: 'How far back to look',
        length: 'short: 3 bullets, normal: 5, long: 8',
        public: 'yes shows the answer to the whole channel',
      },
    },
    briefing: {
      summary: 'Show the briefing: now, as a preview, or the last one',
      options: { action: 'now posts it here, preview shows it to you, last repeats the last one', length: 'How long' },
    },
    schedule: {
      summary: 'Set when briefings are posted here',
      options: {
        action: 'add, remove or list',
        at: 'Local time, for example 07:30',
        days: 'daily, weekdays, mon-fri, or sat,sun',
        timezone: 'Time zone, for example Europe/Berlin',
      },
    },
    filter: {
      summary: 'Choose which articles this channel is told',
      options: {
        action: 'add, remove, list (default) or test',
        mode: 'hide: what fits is not told (default); only: nothing else is told',
        rule: 'What to look for, for example "rail strike" -football; to remove: the rule’s number',
      },
    },
    sources: {
      summary: 'Show the source sentences of a bullet or story',
      options: { item: 'Its number in the last digest' },
    },
    why: { summary: 'Show why a story is in the digest', options: { item: 'Its number in the last digest' } },
    missed: { summary: 'Show what the last briefing left out, and why', options: { page: 'Page of the list, from 1' } },
    follow: {
      summary: 'Follow a story: what is added comes first',
      options: {
        action: 'list shows what is followed, stop ends one',
        item: 'Its number in the last digest; for stop, in the list',
      },
    },
    catchup: {
      summary: 'Show what happened since you last asked here',
      options: { minutes: 'Look back so many minutes instead' },
    },
    settings: {
      summary: 'Show or change what this channel has chosen',
      options: {
        summaries: 'extractive: the sources’ own words; llm: worded by the language model',
        language: 'Language of what I post here',
        timezone: 'Time zone of this channel, for example Europe/Berlin',
      },
    },
    privacy: { summary: 'Show what is kept of this channel and what leaves the machine', options: {} },
    status: { summary: 'Show what is kept, what is due and how the feeds are', options: {} },
    help: { summary: 'Show what I can do', options: { command: 'Command to explain' } },
  },

  help: {
    title: 'Tidings: what happened, with receipts',
    intro: 'I read feeds, merge what several outlets tell about one event, and post short digests.',
    receipts: 'Every bullet rests on a sentence of a source: /sources 1 shows it.',
    managersOnly: 'channel managers only',
    usage: (usage: string) => `Usage: ${usage}`,
    example: (example: string) => `Example: ${example}`,
    topics: (topics: string) => `Topics: ${topics}`,
  },

  subscribe: {
    done: (title: string) => `Subscribed to ${title}`,
    donePack: (topic: string, feeds: number) => `Subscribed to ${topic}: ${plural(feeds, 'feed', 'feeds')}`,
    modeChanged: (title: string, mode: string) =>
      `${title}: now ${mode === 'instant' ? 'each article at once' : 'in the briefing'}`,
    already: (title: string) => `This channel already takes ${title}`,
    several: (url: string) => `${url} offers several feeds. Choose one:`,
    sample: 'Newest article there:',
    noSample: 'The feed is empty at the moment.',
    pending: (count: number) =>
      `${plural(count, 'feed has', 'feeds have')} not been fetched yet; that happens in the background.`,
    next: (runs: string) => `Next briefings: ${runs}`,
    instant: 'New articles are posted here as they come; older ones are not.',
    seldom: (hours: number) =>
      `Its server can not say whether anything changed, so I read it only every ${hours} hours: an article may come that late.`,
    zoneHint: (zone: string) => `Times are in ${zone}. Another zone: /schedule add 08:00 timezone:Europe/Berlin`,
  },

  unsubscribe: {
    done: (title: string) => `Unsubscribed from ${title}`,
    doneMany: (count: number) => `Unsubscribed from ${plural(count, 'feed', 'feeds')}`,
    ask: (count: number) => `This drops all ${plural(count, 'feed', 'feeds')} of this channel. Are you sure?`,
    backup: 'The attached OPML file holds them all; any feed reader can import it.',
    sure: 'Yes, drop all',
  },

  list: {
    title: (count: number) => `This channel takes ${plural(count, 'feed', 'feeds')}`,
    page: (page: number, pages: number) => `Page ${page} of ${pages}`,
    instant: 'instant',
    failing: (since: string, reason: string) => `failing since ${since}: ${reason}`,
    drop: (title: string) => `Drop ${title}`,
    next: 'Next page',
    previous: 'Previous page',
  },

  health: {
    title: (feeds: number, failing: number, unread: number) => {
      const all = plural(feeds, 'feed', 'feeds')
      const state = failing > 0 ? `${failing} of ${all} in trouble` : unread > 0 ? all : `All well: ${all}`
      return unread > 0 ? `${state}, ${unread} not read yet` : state
    },
    success: (at: string) => `last read ${at}`,
    never: 'not read yet',
    error: (reason: string, failures: number) => `last error: ${reason} (${plural(failures, 'try', 'tries')})`,
    since: (at: string) => `failing since ${at}`,
    next: (at: string) => `next try ${at}`,
    seldom: (hours: number) => `read only every ${hours} hours, since its server can not say whether anything changed`,
  },

  imports: {
    done: (added: number, known: number) =>
      `Imported: ${plural(added, 'new feed', 'new feeds')}, ${known} already here`,
    empty: 'The list names no feed.',
    refused: (count: number) => `${plural(count, 'line was', 'lines were')} not taken:`,
    line: (line: number, reason: string, value: string) =>
      `line ${line}: ${reason}${value === '' ? '' : ` (${value})`}`,
    more: (count: number) => `and ${plural(count, 'further line', 'further lines')}`,
    left: (count: number) => `The list is too long; its last ${plural(count, 'feed was', 'feeds were')} left out.`,
    beyond: (count: number, limit: number) =>
      `A channel takes ${limit} feeds at the most: ${plural(count, 'feed was', 'feeds were')} left out.`,
    later: 'The new feeds are fetched in the background; /feeds health shows how they are.',
    reasons: {
      noAddress: 'no address of a feed',
      badAddress: 'not a web address',
      privateAddress: 'leads into a private network',
      closedPort: 'names a port that is not read from',
    },
    exported: (count: number) =>
      `The OPML file holds ${plural(count, 'feed', 'feeds')}; any feed reader can import it, and so can /feeds import.`,
    written: (path: string) => `Written to ${path}`,
    start:
      'Usage: npm start, or npm start -- import FILE [channel]. Commands are given when it runs; /help lists them, the README tells of the settings.',
    usage: 'Usage: npm start -- import FILE [channel], for example: npm start -- import feeds.opml discord:1234',
    unknownChannel: (channel: string) =>
      `There is no channel “${channel}” in the database. Say something to the bot there first.`,
  },

  digest: {
    briefing: 'Briefing',
    summary: (topic: string) => `What is said about “${topic}”`,
    saidBy: (name: string) => `${name} says`,
    saidAbout: (name: string) => `About ${name}`,
    trend: (articles: number, usual: number, unit: 'day' | 'hour', isEstimate: boolean) =>
      `${isEstimate ? 'about ' : ''}${plural(articles, 'article', 'articles')} in the last ${unit === 'day' ? '24 hours' : 'hour'}, usually ${usual === 0 ? 'none' : usual}`,
    nothingNew: 'Nothing new from the feeds of this channel since the last briefing.',
    allHidden: (hidden: number) => `Nothing passed your filters (${plural(hidden, 'article', 'articles')} hidden).`,
    hidden: (count: number) => `${count} hidden by filters`,
    nothingToday: 'Nothing new from the feeds of this channel in the last 24 hours.',
    allTold: (at: string) => `All that came since ${at} has been told here: /briefing last.`,
    nothingSince: (at: string) => `Nothing new from the feeds of this channel since ${at}.`,
    catchup: (at: string) => `What happened since ${at}`,
    update: (headline: string) => `Update: ${headline}`,
    toldBefore: (at: string) => `new since ${at}`,
    followed: 'followed',
    toldHere: (names: string, more: number) => `Told here already: ${names}${more > 0 ? ` (+${more})` : ''}`,
    unchanged: (names: string, more: number) => `No change: ${names}${more > 0 ? ` (+${more})` : ''}`,
    changed: {
      correction: (headline: string) => `Correction: ${headline}`,
      updated: (headline: string) => `Updated: ${headline}`,
      back: (headline: string) => `Changed back: ${headline}`,
    },
    said: (bullet: string) => `Told here: ${bullet}`,
    says: (sentence: string) => `Now: ${sentence}`,
    correctedBy: (outlet: string, at: string, toldAt: string) => `${outlet}, ${at}; told here ${toldAt}`,
    outlets: (count: number) => plural(count, 'outlet', 'outlets'),
    origins: (count: number) => plural(count, 'origin', 'origins'),
    coverage: (shown: number, stories: number, articles: number, feeds: number) =>
      `${shown} of ${plural(stories, 'story', 'stories')} from ${plural(articles, 'article', 'articles')}; ${plural(feeds, 'feed', 'feeds')} searched`,
    sourcesHint: 'Source sentences: /sources and the number',
    missedHint: 'Left out: /missed',
    wording: (model: string) => `Wording by ${model}, every bullet checked against its source`,
    sources: (label: string) => `Sources ${label}`,
    more: 'More bullets',
    subscribeHint: 'This channel takes no feed yet: this is from everything kept. /subscribe world begins.',
  },

  disagreement: {
    on: (what: string) => `Sources disagree on ${what}`,
    counted: {
      dead: 'dead',
      injured: 'injured',
      missing: 'missing',
      evacuated: 'evacuated',
      arrested: 'arrested',
      rescued: 'rescued',
      trapped: 'trapped',
      homeless: 'homeless',
      aboard: 'on board',
      withoutPower: 'without power',
    },
    bounds: {
      about: (figure: string) => `about ${figure}`,
      nearly: (figure: string) => `nearly ${figure}`,
      atLeast: (figure: string) => `at least ${figure}`,
      atMost: (figure: string) => `up to ${figure}`,
    },
  },

  sources: {
    title: (label: string, headline: string) => `Sources of ${label}: ${headline}`,
    others: 'Told as well by:',
    changed: {
      correction: (outlet: string, at: string, says: string) => `Corrected (${outlet}, ${at}). Now: “${says}”`,
      updated: (outlet: string, at: string, says: string) => `Updated (${outlet}, ${at}). Now: “${says}”`,
      back: (outlet: string, at: string, says: string) => `Changed back (${outlet}, ${at}). Now: “${says}”`,
    },
  },

  why: {
    title: (label: string, headline: string) => `Why ${label} is in: ${headline}`,
    told: (outlets: number, origins: number) =>
      `${plural(outlets, 'outlet', 'outlets')}, ${plural(origins, 'independent origin', 'independent origins')}`,
    newest: (age: string) => `Newest article ${age} before this digest`,
    minutes: (count: number) => plural(count, 'minute', 'minutes'),
    hours: (count: number) => plural(count, 'hour', 'hours'),
    days: (count: number) => plural(count, 'day', 'days'),
    topics: (topics: string) => `Topics of this channel: ${topics}`,
    followed: 'This channel follows it: it stands before what is not followed',
    update: (at: string) => `Told here before, ${at}: these are the facts added since`,
    place: (place: number, stories: number) => `Place ${place} of ${plural(stories, 'story', 'stories')}`,
    sameTopic: (count: number) =>
      `Lowered: ${plural(count, 'better story', 'better stories')} of the same topic ${count === 1 ? 'stands' : 'stand'} above`,
    sameOutlet: (count: number) =>
      `Lowered: ${plural(count, 'better story', 'better stories')} led by the same outlet ${count === 1 ? 'stands' : 'stand'} above`,
    asked: (topic: string) => `It is about what was asked for: “${topic}”`,
  },

  missed: {
    title: (at: string) => `Left out of the briefing of ${at}`,
    nothing: 'The last briefing left nothing out.',
    unknown: 'What that briefing left out is not known. /briefing now makes a new one.',
    row: (outlets: number, reason: string) => `${plural(outlets, 'outlet', 'outlets')} · ${reason}`,
    page: (page: number, pages: number) => `Page ${page} of ${pages}`,
    next: 'Next page',
    previous: 'Previous page',
    reasons: {
      order: ({ place }: { readonly place: number }) => `too low in the order: place ${place}`,
      length: ({ place }: { readonly place: number }) =>
        `place ${place}: no room at this length, /briefing now long tells more`,
      unchanged: () => 'told here before, nothing added',
      earlier: () => 'left out by an earlier briefing, nothing added since',
      filtered: ({ filter }: { readonly filter?: string }) =>
        filter === undefined ? 'no “only” rule of the filters fits it' : `hidden by the filter ${filter}`,
      filteredThen: ({ filter }: { readonly filter?: string }) =>
        filter === undefined
          ? 'no “only” rule fitted it then; there is none any more'
          : `hidden then by the filter ${filter}, which is gone`,
    },
  },

  follow: {
    button: (label: string) => `Follow ${label}`,
    stop: (label: string) => `Stop ${label}`,
    done: (headline: string) => `This channel follows: ${headline}`,
    already: (headline: string) => `This channel follows it already: ${headline}`,
    how: 'What is added comes first in each briefing. It ends by itself a week after the last article; /follow list shows all.',
    stopped: (headline: string) => `Not followed any more: ${headline}`,
    title: (count: number) => `This channel follows ${plural(count, 'story', 'stories')}`,
    none: 'This channel follows no story. /follow and a number of the last digest begins.',
    row: (since: string, ends: string) => `since ${since}; ends ${ends} unless something is added`,
  },

  schedule: {
    none: 'No briefing is scheduled here. /schedule add 08:00 adds one.',
    title: 'Briefings of this channel',
    row: (at: string, days: string, zone: string) => `${at} ${days} (${zone})`,
    added: (at: string, days: string, zone: string) => `Briefing added: ${at} ${days} (${zone})`,
    removed: (at: string, days: string, zone: string) => `Briefing removed: ${at} ${days} (${zone})`,
    next: (runs: string) => `Next: ${runs}`,
    remove: (at: string) => `Remove ${at}`,
    zone: (zone: string) => `All times in this channel are shown in ${zone} from now on.`,
    idle: 'Nothing is posted until this channel takes a feed for its briefings: /subscribe world begins.',
    daily: 'daily',
    weekdays: 'Monday to Friday',
    weekend: 'Saturday and Sunday',
    days: { mon: 'Mon', tue: 'Tue', wed: 'Wed', thu: 'Thu', fri: 'Fri', sat: 'Sat', sun: 'Sun' },
  },

  filter: {
    none: 'This channel has no filter rule: everything is told. /filter add football hides what is about football.',
    title: (rules: number) => plural(rules, 'filter rule', 'filter rules'),
    modes: { hide: 'hide', only: 'only' },
    only: 'Of all articles only those are told that fit a rule marked “only”.',
    added: (number: number, mode: string, rule: string) => `Filter rule ${number} added: ${mode}: ${rule}`,
    removed: (number: number, mode: string, rule: string) => `Filter rule ${number} removed: ${mode}: ${rule}`,
    foretaste: (kept: number, all: number) =>
      all === 1
        ? `The newest article here would ${kept === 1 ? '' : 'not '}be told now.`
        : `Of the newest ${all} articles here, ${kept} would be told now.`,
    remove: (number: number) => `Remove rule ${number}`,
    test: 'Test the rules',
    testedAll: (rules: number, kept: number, all: number) =>
      `${plural(rules, 'rule', 'rules')} in force: ${kept} of the newest ${plural(all, 'article', 'articles')} kept`,
    testedOne: (mode: string, rule: string, kept: number, all: number) =>
      `Tried alone, ${mode}: ${rule}. ${kept} of the newest ${plural(all, 'article', 'articles')} kept`,
    hiddenBy: (number: number, rule: string) => `hidden by rule ${number}: ${rule}`,
    keptBy: (number: number, rule: string) => `kept by rule ${number}: ${rule}`,
    noneFits: 'fits no rule marked “only”',
    nothingToTest: 'There is no article yet to test on. Try again when the feeds have been read.',
    syntax: {
      words: 'both words, in any form and order, in the title or at the beginning of the text',
      phrase: 'the words side by side',
      either: 'one of the two; parentheses group',
      without: 'the first without the second; NOT says the same as the minus',
      title: 'in the title alone',
      outlet: 'an outlet, by words of its name or by its host',
      lang: 'a language, by its two letters',
      topic: 'what comes from the feeds of a topic',
      pattern: 'a regular expression (RE2) on the title and the first 2,000 characters; i: in any case',
    },
    scope:
      'Filters hold for briefings and instant posts. A story is told by those of its articles that pass. /summary ignores filters: whoever asks for a topic gets it.',
  },

  status: {
    title: 'Status',
    kept: (articles: number, feeds: number, stories: number) =>
      `Kept: ${plural(articles, 'article', 'articles')} of ${plural(feeds, 'feed', 'feeds')} in ${plural(stories, 'story', 'stories')}`,
    channel: (feeds: number) => `This channel takes ${plural(feeds, 'feed', 'feeds')}`,
    next: (run: string) => `Next briefing: ${run}`,
    noBriefing: 'No briefing is scheduled here',
    lastPoll: (at: string) => `Last poll of a feed of this channel: ${at}`,
    failing: (feeds: string) => `Failing: ${feeds}`,
    deliveries: (waiting: number, uncertain: number, dead: number) =>
      `Deliveries: ${waiting} waiting, ${uncertain} uncertain, ${dead} given up`,
    summarizer: (name: string) => `Summaries: ${name}, made on this machine`,
    worded: (model: string, host: string) => `Summaries: worded by ${model} at ${host}, checked on this machine`,
  },

  settings: {
    title: 'Settings of this channel',
    changed: 'Changed. Settings of this channel:',
    extractive: 'in the sources’ own words, made on this machine',
    llm: (model: string, host: string) => `worded by ${model} at ${host}, every bullet checked against its source`,
    switchOn: (model: string) => `Let ${model} word them`,
    switchOff: 'Only the sources’ own words',
    otherZones: (count: number) =>
      `${plural(count, 'briefing keeps its', 'briefings keep their')} own time zone: /schedule list shows it.`,
  },

  privacy: {
    title: 'What is kept, and what leaves this machine',
    kept: (feeds: number, briefings: number) =>
      `Of this channel I keep: its address, name, language and time zone, ${plural(feeds, 'feed', 'feeds')}, ${plural(briefings, 'briefing', 'briefings')}, its filter rules, the stories that it follows, and the digests and messages that I wrote for it.`,
    people:
      'Of people I keep, under the platform’s number for them, when each last gave /catchup here, and of answers that one person alone sees, which digest with numbers and which briefing they were shown last, until everybody here is shown a newer one. I keep nothing else about who gives which command, and I read no messages but commands.',
    fetches: 'Publishers see that this bot reads their feeds; they do not learn in which channel.',
    stays: 'Summaries are made on this machine; no text of an article is sent anywhere for it.',
    leaves: (model: string, host: string) =>
      `For summaries, sentences of the articles in this channel’s digests are sent to ${host} (${model}): no commands, no names of people here, nothing else of this channel. /settings extractive ends that.`,
    forget: '/unsubscribe all and /schedule remove take feeds and briefings out; the operator can delete the rest.',
  },

  instant: {
    more: (count: number) => `${count} more new ${count === 1 ? 'article' : 'articles'} from this feed`,
    sources: 'Source',
    follow: 'Follow',
  },

  notices: {
    failing: (title: string, since: string, reason: string) =>
      `${title} has not been readable since ${since}: ${reason}. I go on trying and say so when it is back.`,
    recovered: (title: string) => `${title} is readable again.`,
    gone: (title: string) =>
      `${title} has been closed by its publisher. I ask no more; /unsubscribe drops it, /subscribe with its new address goes on.`,
  },

  newsstand: {
    opened: 'No token is set: this is the sample newsstand, with invented newspapers served from this machine.',
    polling: (done: number, all: number, articles: number) =>
      `reading the newsstand: ${done}/${all} feeds, ${articles} articles`,
    ready: (articles: number, feeds: number, stories: number) =>
      `${articles} articles of ${feeds} feeds make ${stories} stories.`,
    known: 'Nothing new at the newsstand since the last start.',
    again: (path: string) =>
      `These are the stories of an earlier day, printed again; what was told here stays told, and /briefing now adds only what is new. To begin afresh: /exit, then delete ${path} (everything kept is forgotten).`,
    later: (articles: number) =>
      `The late edition is out: ${plural(articles, 'new article', 'new articles')}, and what the papers have edited. /briefing now tells what is new.`,
    noLater: 'The late edition of today is out already. Tomorrow there is a new one.',
    tryThese:
      'Try: /briefing now · /summary putin · /later (the late edition comes) · /subscribe world · /help · /exit',
  },

  terminal: {
    interrupted: 'To leave, press Ctrl-C once more or Ctrl-D, or type /exit.',
  },

  errors: {
    unknownCommand: ({ name, nearest }: Named) =>
      nearest
        ? `There is no command /${name}. Did you mean /${nearest}?`
        : `There is no command /${name}. /help lists them.`,
    missingOption: ({ option, usage }: Named) => `Say ${option} as well: ${usage}`,
    surplusWords: ({ words, usage }: Named) => `I do not know what to do with “${words}”. Usage: ${usage}`,
    badOption: ({ option, value, allowed }: Named) => `${option} can not be “${value}”. Use ${allowed}.`,
    tooLong: ({ option, most }: Named) => `${option} is too long: ${most} characters at the most.`,
    unknownOption: ({ value, usage }: Named) => `There is no option “${value}”. Usage: ${usage}`,
    managersOnly: ({ command }: Named) => `Only those who manage this channel may use /${command}. Ask one of them.`,
    notFeed: ({ url, kind }: Named) =>
      `${url} is ${kind ? `a ${kind} file, ` : ''}not a feed. Give the address of an RSS, Atom or JSON feed, or of the site itself.`,
    opmlAddress: ({ url }: Named) => `${url} is an OPML file, a list of feeds. /feeds import ${url} takes all of them.`,
    notOpml: ({ name }: Named) => `${name} is not an OPML file. Export one from your feed reader and give that.`,
    missingFile: ({ name }: Named) => `There is no file ${name}. Check the path.`,
    fileTooLarge: ({ name, limit }: Named) => `${name} is larger than ${limit}. Split the list into smaller files.`,
    unreadableFile: ({ name }: Named) => `${name} can not be read. Send it again, or give another file.`,
    noImport: ({ usage }: Named) =>
      `There is no file to import. Attach an OPML file to the command, or give its address: ${usage}`,
    noFeedOnPage: ({ url }: Named) =>
      `${url} is a web page, and no feed is to be found on it. Look for an RSS link on the site and give that address.`,
    severalFeeds: ({ url, choices }: Named) => `${url} offers several feeds. Choose one: ${choices}`,
    privateAddress: ({ url }: Named) =>
      `${url} leads into a private network, which I do not enter. Give a public address; the operator can allow hosts with ALLOW_HOSTS.`,
    closedPort: ({ url, ports }: Named) =>
      `${url} names an unusual port; I read only from ${ports}. Give an address without a port.`,
    badAddress: ({ value }: Named) =>
      `“${value}” is neither a web address nor a known topic. Give an address such as https://example.org/feed or a topic (/help subscribe lists them).`,
    hostBusy: ({ host = '', minutes }: Named) =>
      `${host} wants to be left alone for now. Try again in ${waitText(Number(minutes))}.`,
    unreachable: ({ url, reason }: Named) =>
      `${url} can not be reached (${reason}). Check the address, or try again later.`,
    tooSlow: ({ url }: Named) => `${url} did not answer in time. Try again later.`,
    tooLarge: ({ url, limit }: Named) =>
      `${url} is larger than ${limit}, too large for a feed. Give a smaller feed of that site.`,
    truncated: ({ url }: Named) => `The answer of ${url} broke off. Try again later.`,
    httpStatus: ({ url, status, site }: Named) =>
      status === '404' || status === '410'
        ? `There is nothing at ${url} (status ${status}). ${site ? `Try the site itself: ${site}` : 'Check the address in a browser.'}`
        : status === '401' || status === '403'
          ? `${url} does not let me in (status ${status}). Look for another feed of that site; one for subscribers may have an address of your own.`
          : Number(status) >= SERVER_TROUBLE
            ? `${url} has trouble at the moment (status ${status}). Try again later.`
            : `${url} answered with status ${status}. Check the address in a browser.`,
    unknownTopic: ({ value, topics }: Named) => `I know no topic “${value}”. Topics: ${topics}.`,
    nearTopic: ({ value, nearest, topics }: Named) =>
      `I know no topic “${value}”. Did you mean ${nearest}? Topics: ${topics}.`,
    notSubscribed: ({ value }: Named) => `This channel does not take “${value}”. /list shows what it takes.`,
    noSubscriptions: () => 'This channel takes no feed yet. /subscribe world begins, or /subscribe and an address.',
    nothingFound: ({ topic, nearest }: Named) =>
      nearest
        ? `Nothing found about “${topic}” in the kept articles. Near it: ${nearest}.`
        : `Nothing found about “${topic}” in the kept articles. Try another word, or /subscribe to a feed that writes about it.`,
    nothingSince: ({ topic, since, newest }: Named) =>
      `Nothing about “${topic}” in the last ${since}. The newest kept article about it is of ${newest}: ask without ${since}.`,
    unknownZone: ({ value, nearest }: Named) =>
      nearest
        ? `There is no time zone “${value}”. Did you mean ${nearest}?`
        : `There is no time zone “${value}”. Use a name such as Europe/Berlin or America/New_York.`,
    badTime: ({ value }: Named) => `“${value}” is no time of day. Use hours and minutes, for example 07:30.`,
    badDays: ({ value }: Named) =>
      `I do not understand the days “${value}”. Use daily, weekdays, weekend, mon-fri or sat,sun.`,
    noSchedule: () => 'No briefing is scheduled here. /schedule add 08:00 adds one.',
    unknownSchedule: ({ value, known }: Named) => `No briefing is scheduled at ${value}. Scheduled: ${known}.`,
    tooManyFeeds: ({ limit }: Named) =>
      `A channel takes ${limit} feeds at the most. /list shows them; drop some with /unsubscribe first.`,
    duplicateSchedule: ({ value }: Named) =>
      `A briefing at ${value} on these days is already there. /schedule list shows all.`,
    ambiguousSchedule: ({ value, choices }: Named) =>
      `Several briefings are scheduled at ${value}, so none was removed. Say which: ${choices}`,
    badFilter: ({ place, problem }: Named) => `${problem} The arrow shows where: ${place}`,
    negatedFilter: ({ rule, rest }: Named) =>
      `As a rule to hide, ${rule} would hide everything else. To hide it: /filter add ${rest}. To be told nothing else: /filter add only ${rest}`,
    sameFilter: ({ number }: Named) => `That is rule ${number} already. /filter list shows all.`,
    unknownFilter: ({ value, known }: Named) =>
      known ? `There is no rule ${value}. Rules: ${known}.` : 'This channel has no filter rule. /filter add makes one.',
    manyFilters: ({ most }: Named) =>
      `This channel has ${most} rules, as many as it may. Remove one (/filter list), or join several with OR.`,
    heavyFilters: () =>
      'The regular expressions of this channel are too much work together. Remove one (/filter list), or use words instead.',
    noModel: () =>
      'The operator of this bot has set up no language model, so summaries stay in the sources’ own words. Ask the operator to set LLM_BASE_URL and LLM_MODEL.',
    noDigest: () => 'There is no digest here yet that you have seen. /briefing or /summary and a topic makes one.',
    unknownItem: ({ value, most }: Named) => `The last digest has no number ${value}; it goes from 1 to ${most}.`,
    unknownFollow: ({ value, most }: Named) =>
      `The list has no number ${value}; it goes from 1 to ${most}. /follow list shows it.`,
    expiredAction: () => 'This button is too old. Give the command again.',
    storage: () =>
      'I can not write to my database at the moment (disk full or read-only), so nothing was changed. Tell the operator.',
    busy: () => 'I am shutting down. Give the command again in a minute.',
    unexpected: ({ reference }: Named) =>
      `Something went wrong on my side (${reference}). Nothing was changed; the operator finds it in the log.`,
  },

  filterProblems: {
    empty: () => 'The rule is empty. Write words, for example: "rail strike" -football.',
    unclosedQuote: () => 'This quotation has no end. Write "two words".',
    emptyQuote: () => 'There is nothing between the quotation marks. Write "two words".',
    unclosedPattern: () =>
      'This regular expression has no end. Write /pattern/ or /pattern/i; a slash in it is written \\/.',
    emptyPattern: () => 'There is nothing between the slashes. Write /pattern/i.',
    badFlags: ({ value }: Named) => `Behind a regular expression stand i, m or s, not “${value}”. Write /pattern/i.`,
    badPattern: ({ value }: Named) =>
      `This is no regular expression of RE2: ${value}. Look-around and back-references do not exist there.`,
    largePattern: () => 'This regular expression is too large. Shorten its repeats, or write words joined by OR.',
    unclosedParenthesis: () => 'This parenthesis is not closed. Write (one OR two).',
    strayParenthesis: () => 'This parenthesis closes nothing. Take it out, or open one before it.',
    emptyParenthesis: () => 'There is nothing between the parentheses. Write (one OR two).',
    missingOperand: ({ value }: Named) => `Behind “${value}” something is missing. Write a word there, or take it out.`,
    misplacedOperator: ({ value }: Named) =>
      `Before “${value}” something is missing. Write a word there, or take it out.`,
    smallOperator: ({ value, capitals }: Named) => `“${value}” joins nothing. Write ${capitals} in capitals.`,
    commonWord: ({ value, pattern }: Named) =>
      `“${value}” is too common or too short to be looked for. Leave it out, or write ${pattern}.`,
    wildcard: ({ value, pattern }: Named) =>
      `“${value}”: words are found in all their forms without a star. For every word that begins so, write ${pattern}.`,
    unknownField: ({ value, nearest }: Named) =>
      `There is no “${value}:”. ${nearest ? `Did you mean ${nearest}:? ` : ''}There are outlet:, lang:, title: and topic:. A colon within words stands in quotation marks.`,
    missingValue: ({ value }: Named) =>
      `Behind “${value}:” something is missing. Write ${value}:word, without a blank.`,
    plainValue: ({ value }: Named) =>
      `Behind “${value}:” stands one value. Write ${value}:one OR ${value}:"two words".`,
    badLanguage: ({ value, nearest }: Named) =>
      nearest
        ? `“${value}” is no language code. Did you mean lang:${nearest}?`
        : `“${value}” is no language code. Write two letters, for example lang:de.`,
    tooDeep: () => 'Too many parentheses or NOTs within each other: 20 at the most. Split the rule.',
  },

  /** An error status with its number (RFC 9110 §15). */
  fetchStatus: (status: string) => `it answers with error ${status}`,
  fetchReasons: {
    dns: 'no such host',
    connect: 'no connection',
    tls: 'its certificate is not valid',
    redirects: 'it redirects in a circle',
    encoding: 'its compression can not be read',
    protocol: 'its answer is not proper HTTP',
    format: 'it is not a feed any more',
    status: 'it answers with an error',
    timeout: 'it does not answer in time',
    tooLarge: 'it is too large',
    truncated: 'its answer breaks off',
    blocked: 'its address is not public',
    paused: 'it wants to be left alone for now',
    other: 'it can not be read',
  },
}

/** A catalogue: every sentence that people read, in one language. */
export type Words = typeof en
