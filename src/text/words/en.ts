// English, and by its type the form of every other catalogue. A command never holds a sentence: it takes one from here.

type Named = Readonly<Record<string, string>>

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

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
    sources: {
      summary: 'Show the source sentences of a bullet or story',
      options: { item: 'Its number in the last digest' },
    },
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
    title: (feeds: number, failing: number) =>
      failing === 0
        ? `All well: ${plural(feeds, 'feed', 'feeds')}`
        : `${failing} of ${plural(feeds, 'feed', 'feeds')} in trouble`,
    success: (at: string) => `last read ${at}`,
    never: 'not read yet',
    error: (reason: string, failures: number) => `last error: ${reason} (${plural(failures, 'try', 'tries')})`,
    since: (at: string) => `failing since ${at}`,
    next: (at: string) => `next try ${at}`,
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
    later: 'The new feeds are fetched in the background; /feeds health shows how they are.',
    reasons: {
      noAddress: 'no address of a feed',
      badAddress: 'not a web address',
      privateAddress: 'leads into a private network',
    },
    exported: (count: number) =>
      `The OPML file holds ${plural(count, 'feed', 'feeds')}; any feed reader can import it, and so can /feeds import.`,
    written: (path: string) => `Written to ${path}`,
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
    nothingToday: 'Nothing new from the feeds of this channel in the last 24 hours.',
    outlets: (count: number) => plural(count, 'outlet', 'outlets'),
    origins: (count: number) => plural(count, 'origin', 'origins'),
    coverage: (shown: number, stories: number, articles: number, feeds: number) =>
      `${shown} of ${plural(stories, 'story', 'stories')} from ${plural(articles, 'article', 'articles')}; ${plural(feeds, 'feed', 'feeds')} searched`,
    sourcesHint: 'Source sentences: /sources and the number',
    sources: (label: string) => `Sources ${label}`,
    more: 'More bullets',
    subscribeHint: 'This channel takes no feed yet: this is from everything kept. /subscribe world begins.',
  },

  sources: {
    title: (label: string, headline: string) => `Sources of ${label}: ${headline}`,
    others: 'Told as well by:',
  },

  schedule: {
    none: 'No briefing is scheduled here. /schedule add 08:00 adds one.',
    title: 'Briefings of this channel',
    row: (at: string, days: string, zone: string) => `${at} ${days} (${zone})`,
    added: (at: string, days: string, zone: string) => `Briefing added: ${at} ${days} (${zone})`,
    removed: (at: string, days: string, zone: string) => `Briefing removed: ${at} ${days} (${zone})`,
    next: (runs: string) => `Next: ${runs}`,
    remove: (at: string) => `Remove ${at}`,
    idle: 'Nothing is posted until this channel takes a feed for its briefings: /subscribe world begins.',
    daily: 'daily',
    weekdays: 'Monday to Friday',
    weekend: 'Saturday and Sunday',
    days: { mon: 'Mon', tue: 'Tue', wed: 'Wed', thu: 'Thu', fri: 'Fri', sat: 'Sat', sun: 'Sun' },
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
  },

  instant: { more: (count: number) => `${count} more new ${count === 1 ? 'article' : 'articles'} from this feed` },

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
    tryThese: 'Try: /briefing now · /summary putin · /subscribe world · /help · /exit',
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
    badAddress: ({ value }: Named) =>
      `“${value}” is neither a web address nor a known topic. Give an address such as https://example.org/feed or a topic (/help subscribe lists them).`,
    unreachable: ({ url, reason }: Named) =>
      `${url} can not be reached (${reason}). Check the address, or try again later.`,
    tooSlow: ({ url }: Named) => `${url} did not answer in time. Try again later.`,
    tooLarge: ({ url, limit }: Named) =>
      `${url} is larger than ${limit}, too large for a feed. Give a smaller feed of that site.`,
    truncated: ({ url }: Named) => `The answer of ${url} broke off. Try again later.`,
    httpStatus: ({ url, status, site }: Named) =>
      status === '404' || status === '410'
        ? `There is nothing at ${url} (status ${status}). ${site ? `Try the site itself: ${site}` : 'Check the address in a browser.'}`
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
    duplicateSchedule: ({ value }: Named) =>
      `A briefing at ${value} on these days is already there. /schedule list shows all.`,
    ambiguousSchedule: ({ value, choices }: Named) =>
      `Several briefings are scheduled at ${value}, so none was removed. Say which: ${choices}`,
    noDigest: () => 'There is no digest here yet. /briefing now or /summary and a topic makes one.',
    unknownItem: ({ value, most }: Named) => `The last digest has no number ${value}; it goes from 1 to ${most}.`,
    expiredAction: () => 'This button is too old. Give the command again.',
    storage: () =>
      'I can not write to my database at the moment (disk full or read-only), so nothing was changed. Tell the operator.',
    busy: () => 'I am shutting down. Give the command again in a minute.',
    unexpected: ({ reference }: Named) =>
      `Something went wrong on my side (${reference}). Nothing was changed; the operator finds it in the log.`,
  },

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
    other: 'it can not be read',
  },
}

/** A catalogue: every sentence that people read, in one language. */
export type Words = typeof en
