import type { PackFeed } from '../model/feed.ts'
import type { Clusterer } from './clustering.ts'
import type { AppParts } from './parts.ts'

export interface FirstRead {
  readonly feeds: number
  /** Articles that were not kept before. */
  readonly added: number
  readonly failed: number
  /** All that is kept now. */
  readonly articles: number
  readonly stories: number
}

/**
 * Keeps these feeds, polls those that are due and groups what they bring, so that every command has an answer at once.
 * @param onPolled told after each feed: how many are done, and how many new articles there are so far
 */
export async function readFeeds(
  feeds: readonly PackFeed[],
  parts: AppParts,
  clusterer: Clusterer,
  signal: AbortSignal,
  onPolled: (done: number, added: number) => void,
): Promise<FirstRead> {
  const ids = []
  for (const feed of feeds) ids.push((await parts.feeds.addUnfetched(feed)).id)
  let done = 0
  let addedSoFar = 0
  const { added, failed } = await parts.feeds.poll(signal, ids, articles => {
    done += 1
    addedSoFar += articles
    onPolled(done, addedSoFar)
  })
  await clusterer.run(signal)
  const { articles, stories } = await parts.store.countArticles()
  return { feeds: feeds.length, added, failed, articles, stories }
}
