import { plural } from '../plural.ts'

/** What a channel has chosen, is told and sees at its start. */
export const channels = {
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
}
