import { plural } from '../plural.ts'

type Named = Readonly<Record<string, string>>

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

/** What went wrong, and what to do next. */
export const errors = {
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
