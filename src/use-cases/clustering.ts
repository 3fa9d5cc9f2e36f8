import { setImmediate as nextTurn } from 'node:timers/promises'
import type { AnalysedArticle, ArticleId } from '../model/article.ts'
import type { Story, StoryId } from '../model/story.ts'
import { assignStories, makeTermMemory } from '../stories/assign.ts'
import { STORY_WINDOW_MS } from '../stories/closeness.ts'
import type { AppParts } from './parts.ts'

const LEASE_NAME = 'clustering'
const LEASE_MS = 60_000
/** Fresh articles that are grouped at once, and live ones that are read at once: the event loop turns in between. */
const BATCH = 100

export interface Clusterer {
  /**
   * Puts every article that has no story yet into one. One process does this at a time (a lease in the store).
   * @returns whether every article had one in the end; false when another process holds the lease
   */
  run(signal: AbortSignal): Promise<boolean>
}

/**
 * Makes the one that groups articles. It remembers the live stories between calls; nobody else changes them while it
 * holds the lease.
 * @param owner name of this process
 */
export function createClusterer({ store, clock, newId }: AppParts, owner: string): Clusterer {
  const memory = makeTermMemory()
  const stories = new Map<StoryId, Story>()
  const articles = new Map<ArticleId, AnalysedArticle>()
  let isLoaded = false
  /** Calls come from several loops; they take turns. */
  let last: Promise<unknown> = Promise.resolve()

  function remember(changed: readonly Story[]): void {
    for (const story of changed) stories.set(story.id, story)
  }

  async function load(since: Date): Promise<void> {
    stories.clear()
    articles.clear()
    const live = await store.listStories(since)
    remember(live)
    const ids = live.flatMap(({ articleIds }) => articleIds)
    for (let at = 0; at < ids.length; at += BATCH) {
      for (const article of await store.getArticles(ids.slice(at, at + BATCH))) articles.set(article.id, article)
      await nextTurn()
    }
    isLoaded = true
  }

  function forget(since: Date): void {
    for (const [id, { lastSeenAt, articleIds }] of stories) {
      if (lastSeenAt >= since) continue
      for (const articleId of articleIds) articles.delete(articleId)
      stories.delete(id)
    }
  }

  const known = (ids: readonly ArticleId[]): readonly AnalysedArticle[] => ids.flatMap(id => articles.get(id) ?? [])

  async function runBatch(): Promise<number> {
    const fresh = await store.listUnclustered(BATCH)
    if (fresh.length === 0) return 0
    const now = clock.now()
    const since = new Date(now.getTime() - STORY_WINDOW_MS)
    if (isLoaded) forget(since)
    else await load(since)
    const live = [...stories.values()].map(story => ({ story, articles: known(story.articleIds) }))
    for (const article of fresh) articles.set(article.id, article)
    const changed = assignStories(fresh, live, { now, newId: () => newId() as StoryId, memory })
    await store.saveStories(changed)
    remember(changed)
    await nextTurn()
    return fresh.length
  }

  async function runAll(signal: AbortSignal): Promise<boolean> {
    while (!signal.aborted) {
      // Taken again for each batch: a long run must not outlive its lease.
      if (!(await store.acquireLease(LEASE_NAME, owner, clock.now(), LEASE_MS))) {
        isLoaded = false
        return false
      }
      if ((await runBatch()) === 0) return true
    }
    return false
  }

  async function runOnce(signal: AbortSignal): Promise<boolean> {
    try {
      return await runAll(signal)
    } catch (error) {
      // What is remembered may not be what is kept.
      isLoaded = false
      throw error
    } finally {
      await store.releaseLease(LEASE_NAME, owner)
    }
  }

  return {
    run(signal) {
      const next = last.then(() => runOnce(signal))
      last = next.catch(() => undefined)
      return next
    },
  }
}
