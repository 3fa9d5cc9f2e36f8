import { plural } from '../plural.ts'

/** Digests and what can be asked about them. */
export const digests = {
  digest: {
    briefing: 'Briefing',
    summary: (topic: string) => `What is said about “${topic}”`,
    saidBy: (name: string) => `${name} says`,
    saidAbout: (name: string) => `About ${name}`,
    trend: (articles: number, usual: number, unit: 'day' | 'hour', isEstimate: boolean) =>
      `${isEstimate ? 'about ' : ''}${plural(articles, 'article', 'articles')} in the last ${unit === 'day' ? '24 hours' : 'hour'}, usually ${usual === 0 ? 'none' : usual}`,
    person: (name: string, articles: number) => `${name} (${plural(articles, 'article', 'articles')})`,
    people: (count: number, people: string, told: string, commands: string) =>
      `Found ${count} people: ${people}. This is about ${told}; for ${count === 2 ? 'the other' : 'others'}: ${commands}`,
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
}
