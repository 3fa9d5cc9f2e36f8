import type { OutletId } from './article.ts'

export type FeedFormat = 'rss' | 'atom' | 'rdf' | 'json'

/** An invented newspaper or agency. Its name under .example can belong to nobody (RFC 2606 §3). */
export interface Outlet {
  readonly id: OutletId
  readonly title: string
  readonly motto: string
  readonly host: string
  readonly feedPath: string
  readonly format: FeedFormat
  /** BCP 47. */
  readonly language: string
  /** Names of the packs that its feed is in, sorted. */
  readonly topics: readonly string[]
}

/** A feed of the newsstand, as a channel subscribes to it. */
export interface NewsstandFeed {
  readonly title: string
  readonly url: string
  readonly site: string
  readonly language: string
  readonly topics: readonly string[]
}

export const OUTLETS: readonly Outlet[] = [
  {
    id: 'harbour-post',
    title: 'Harbour Post',
    motto: 'News from Port Merrow and the far shores',
    host: 'harbour-post.example',
    feedPath: '/feed.xml',
    format: 'rss',
    language: 'en',
    topics: ['europe', 'sport', 'world'],
  },
  {
    id: 'meridian-courier',
    title: 'Meridian Courier',
    motto: 'Money, trade and what they do to people',
    host: 'meridian-courier.example',
    feedPath: '/atom.xml',
    format: 'atom',
    language: 'en',
    topics: ['business', 'technology', 'world'],
  },
  {
    id: 'lanternfield-gazette',
    title: 'Lanternfield Gazette',
    motto: 'How things work, and why they did not',
    host: 'lanternfield-gazette.example',
    feedPath: '/feed.json',
    format: 'json',
    language: 'en',
    topics: ['science', 'technology', 'world'],
  },
  {
    id: 'northgate-bulletin',
    title: 'Northgate Bulletin',
    motto: 'The town, the province and the world',
    host: 'northgate-bulletin.example',
    feedPath: '/index.rdf',
    format: 'rdf',
    language: 'en',
    topics: ['culture', 'sport', 'world'],
  },
  {
    id: 'albatross-wire',
    title: 'Albatross Wire',
    motto: 'The agency with the long wings',
    host: 'albatross-wire.example',
    feedPath: '/rss',
    format: 'rss',
    language: 'en',
    topics: ['ukraine-russia', 'world'],
  },
  {
    id: 'quai-du-matin',
    title: 'Le Quai du Matin',
    motto: 'Le journal qui lève l’ancre avant vous',
    host: 'quai-du-matin.example',
    feedPath: '/atom.xml',
    format: 'atom',
    language: 'fr',
    topics: ['culture', 'europe', 'ukraine-russia'],
  },
]

/** Home page of the outlet. */
export const siteOf = (outlet: Outlet): string => `http://${outlet.host}/`
/** Address of the outlet's feed. */
export const feedOf = (outlet: Outlet): string => `http://${outlet.host}${outlet.feedPath}`

/** The feeds of the newsstand; their addresses are the same at every start. */
export const NEWSSTAND_FEEDS: readonly NewsstandFeed[] = OUTLETS.map(outlet => ({
  title: outlet.title,
  url: feedOf(outlet),
  site: siteOf(outlet),
  language: outlet.language,
  topics: outlet.topics,
}))
