import type { ArticleId } from '../model/article.ts'
import type { StoryId } from '../model/story.ts'
import { assignStories, type TermMemory } from '../stories/assign.ts'
import { STORY_WINDOW_MS } from '../stories/closeness.ts'
import type { AppParts } from './parts.ts'

const LEASE_NAME = 'clustering'
const LEASE_MS = 60_000
/** Fresh articles that are grouped at once. */
const BATCH = 500

async function clusterBatch({ store, clock, newId }: AppParts, memory: TermMemory): Promise<number> {
  const fresh = await store.listUnclustered(BATCH)
  if (fresh.length === 0) return 0
  const now = clock.now()
  const stories = await store.listStories(new Date(now.getTime() - STORY_WINDOW_MS))
  const articles = await store.getArticles(stories.flatMap(({ articleIds }) => articleIds))
  const byId = new Map(articles.map(article => [article.id, article]))
  const known = (ids: readonly ArticleId[]) => ids.flatMap(id => byId.get(id) ?? [])
  const live = stories.map(story => ({ story, articles: known(story.articleIds) }))
  const changed = assignStories(fresh, live, { now, newId: () => newId() as StoryId, memory })
  await store.saveStories(changed)
  return fresh.length
}

/**
 * Puts every article that has no story yet into one. One process does this at a time (a lease in the store).
 * @param owner name of this process
 * @param memory counted words, kept between calls
 * @returns how many articles found their story
 */
export async function clusterNew(
  parts: AppParts,
  owner: string,
  memory: TermMemory,
  signal: AbortSignal,
): Promise<number> {
  if (!(await parts.store.acquireLease(LEASE_NAME, owner, parts.clock.now(), LEASE_MS))) return 0
  let placed = 0
  try {
    for (let batch = -1; batch !== 0 && !signal.aborted; placed += batch) batch = await clusterBatch(parts, memory)
  } finally {
    await parts.store.releaseLease(LEASE_NAME, owner)
  }
  return placed
}
