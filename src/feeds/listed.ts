import type { Feed, PackFeed } from '../model/feed.ts'
import { feedErrorToUser } from './feed-error.ts'
import { newFeed } from './feed-id.ts'
import { type AddOptions, findKnown } from './find-feed.ts'
import { type AllowedHost, checkUrl } from './guard.ts'

/** A feed that is kept before anybody has fetched it. */
type UnfetchedFeed = Pick<PackFeed, 'title' | 'url' | 'topics'> & Partial<Pick<PackFeed, 'site' | 'language'>>

/** Keeps a starter feed without fetching it; the poller does that as soon as a channel takes it. */
export function addPackFeed(feed: UnfetchedFeed, { store, clock }: Pick<AddOptions, 'store' | 'clock'>): Promise<Feed> {
  const { url, title, topics, site, language } = feed
  const about = {
    title,
    topics,
    ...(site === undefined ? {} : { siteUrl: site }),
    ...(language === undefined ? {} : { language }),
  }
  return store.addFeed(newFeed(url, about, clock.now()))
}

/** A feed of somebody's list. Their folders are no topics: those make a starter feed, which all channels read. */
export type ListedFeed = Omit<UnfetchedFeed, 'topics'>

/**
 * Keeps a feed of an imported list without fetching it. A feed that is kept already stays as it is; a new one has the
 * list's title until its publisher tells its own.
 * @throws UserError 'privateAddress' or 'closedPort' when the address alone says that it will never be fetched
 */
export async function addListedFeed(
  feed: ListedFeed,
  { allow, ...options }: Pick<AddOptions, 'store' | 'clock'> & { readonly allow: readonly AllowedHost[] },
): Promise<Feed> {
  try {
    checkUrl(new URL(feed.url), allow)
  } catch (error) {
    throw feedErrorToUser(error, feed.url)
  }
  const known = await findKnown(feed.url, options)
  return known ?? addPackFeed({ ...feed, topics: [] }, options)
}
