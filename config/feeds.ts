import { z } from 'zod'
import type { Pack, PackFeed } from '../src/model/feed.ts'
import feedsJson from './feeds.json' with { type: 'json' }

/** The packs, in the order in which they are shown. */
export const PACK_NAMES = [
  'world',
  'europe',
  'ukraine-russia',
  'americas',
  'asia',
  'africa-middle-east',
  'business',
  'technology',
  'science',
  'health',
  'climate',
  'sport',
  'culture',
] as const

const webAddress = z.url({ protocol: /^https?$/ })

const packFeedSchema = z.strictObject({
  title: z.string().trim().min(1).max(100),
  url: webAddress.refine(url => !url.includes('#'), 'has no fragment'),
  site: webAddress,
  language: z.string().regex(/^[a-z]{2}$/),
  topics: z.array(z.enum(PACK_NAMES)).min(1),
})

const isAscending = (words: readonly string[]): boolean =>
  words.every((word, index) => index === 0 || (words[index - 1] ?? '') < word)

/** What feeds.json must be: sorted by url, no feed twice, topics sorted. */
export const feedsSchema = z
  .array(packFeedSchema)
  .refine(feeds => isAscending(feeds.map(({ url }) => url)), 'is sorted by url, and each url is there once')
  .refine(feeds => feeds.every(({ topics }) => isAscending(topics)), 'topics are sorted, and each is there once')

/**
 * The starter feeds of feeds.json, sorted by url.
 * @throws ZodError that names the wrong record
 */
export const loadPackFeeds = (): readonly PackFeed[] => feedsSchema.parse(feedsJson)

/**
 * The starter packs, in the order in which they are shown; a feed may be in several.
 * @throws ZodError that names the wrong record
 */
export function loadPacks(): readonly Pack[] {
  const feeds = loadPackFeeds()
  return PACK_NAMES.map(name => ({ name, feeds: feeds.filter(({ topics }) => topics.includes(name)) }))
}
