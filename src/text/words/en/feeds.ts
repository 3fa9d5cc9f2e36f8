import { plural } from '../plural.ts'

/** Taking, listing and importing feeds. */
export const feeds = {
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
}
