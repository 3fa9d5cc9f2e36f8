import { setImmediate as nextTurn } from 'node:timers/promises'
import type { AnalysedArticle } from '../model/article.ts'
import type { Story, StoryId } from '../model/story.ts'
import type { StoryStore } from '../ports/article-store.ts'
import type { StoryMove } from '../stories/change-log.ts'
import { STORY_WINDOW_MS } from '../stories/closeness.ts'
import { type LiveStories, makeLiveStories } from '../stories/live-stories.ts'
import type { AppParts } from './parts.ts'

const LEASE_NAME = 'clustering'
const LEASE_MS = 60_000
/** Fresh articles that are read at once, and saved at most at once. */
const BATCH = 50
/** Live articles and stories that are read at once when the index is made again. */
const READ_AT_ONCE = 25
const STORIES_AT_ONCE = 200
/** Work in memory goes on for so long before the event loop turns; the write that follows takes as long again at most. */
const SLICE_MS = 8

export interface Clusterer {
  /**
   * Puts every article that has no story yet into one. One process does this at a time (a lease in the store).
   * @returns whether every article had one in the end; false when another process holds the lease
   */
  run(signal: AbortSignal): Promise<boolean>
}

/** Runs the work for one thing after the other and lets the event loop turn whenever a slice of time is over. */
async function inSlices<T>(things: readonly T[], work: (thing: T) => void): Promise<void> {
  let startedMs = performance.now()
  for (const thing of things) {
    work(thing)
    if (performance.now() - startedMs < SLICE_MS) continue
    await nextTurn()
    startedMs = performance.now()
  }
}

const bySeen = (a: AnalysedArticle, b: AnalysedArticle): number =>
  a.seenAt.getTime() - b.seenAt.getTime() || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

async function listLive(store: StoryStore, since: Date): Promise<readonly Story[]> {
  const stories: Story[] = []
  for (;;) {
    const page = await store.listStories(since, { limit: STORIES_AT_ONCE, behind: stories.at(-1) })
    stories.push(...page)
    if (page.length < STORIES_AT_ONCE) return stories
    await nextTurn()
  }
}

/** Reads the live stories with their articles, and makes the index anew, oldest article first. */
async function loadStories(live: LiveStories, { store }: AppParts, since: Date): Promise<void> {
  const stories = await listLive(store, since)
  const ids = stories.flatMap(({ articleIds }) => articleIds)
  const articles: AnalysedArticle[] = []
  for (let at = 0; at < ids.length; at += READ_AT_ONCE) {
    const read = await store.getArticles(ids.slice(at, at + READ_AT_ONCE))
    articles.push(...read.filter(({ seenAt }) => seenAt >= since))
    await nextTurn()
  }
  await inSlices(stories, live.restore)
  await inSlices(articles.sort(bySeen), live.readmit)
}

/**
 * Makes the one that groups articles. It remembers the words of the live stories between calls; nobody else changes them
 * while it holds the lease.
 * @param owner name of this process
 */
export function createClusterer(parts: AppParts, owner: string): Clusterer {
  const { store, clock, newId, log } = parts
  let live: LiveStories | undefined
  /** Calls come from several loops; they take turns. */
  let last: Promise<unknown> = Promise.resolve()

  const forget = (): void => {
    live = undefined
  }

  async function loaded(since: Date): Promise<LiveStories> {
    if (live !== undefined) return live
    const made = makeLiveStories({ newId: () => newId() as StoryId })
    await loadStories(made, parts, since)
    live = made
    return made
  }

  function tell(moves: readonly StoryMove[], what: string): void {
    for (const { id, other } of moves) log.info({ story: id, other }, what)
  }

  async function save(stories: LiveStories): Promise<void> {
    const changes = stories.takeChanges()
    if (changes.stories.length > 0) await store.saveStories(changes.stories)
    tell(changes.merged, 'two stories turned out to be one')
    tell(changes.split, 'a story fell apart into two events')
  }

  async function runBatch(): Promise<number> {
    const fresh = await store.listUnclustered(BATCH)
    if (fresh.length === 0) return 0
    const now = clock.now()
    const stories = await loaded(new Date(now.getTime() - STORY_WINDOW_MS))
    stories.forget(now)
    await inSlices(fresh, stories.join)
    await save(stories)
    await nextTurn()
    return fresh.length
  }

  async function runAll(signal: AbortSignal): Promise<boolean> {
    while (!signal.aborted) {
      // Taken again for each batch: a long run must not outlive its lease.
      if (!(await store.acquireLease(LEASE_NAME, owner, clock.now(), LEASE_MS))) {
        forget()
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
      forget()
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
