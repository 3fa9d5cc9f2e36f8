import { createHash } from 'node:crypto'
import type { Feed, FeedId } from '../model/feed.ts'

const ID_CHARACTERS = 16

/** The stable name of the feed that was first known under this address: 16 hexadecimal digits. */
export const feedIdOf = (url: string): FeedId =>
  createHash('sha256').update(url).digest('hex').slice(0, ID_CHARACTERS) as FeedId

/** A feed as it is before its first poll, due at once. */
export function newFeed(
  url: string,
  about: { readonly title: string; readonly topics?: readonly string[] } & Partial<Pick<Feed, 'siteUrl' | 'language'>>,
  now: Date,
): Feed {
  const { title, topics = [], siteUrl, language } = about
  return {
    id: feedIdOf(url),
    url,
    title,
    ...(siteUrl === undefined ? {} : { siteUrl }),
    ...(language === undefined ? {} : { language }),
    topics: topics.toSorted(),
    addedAt: now,
    nextPollAt: now,
    failures: 0,
    validators: {},
  }
}
