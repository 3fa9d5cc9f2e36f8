import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { AnalysedArticle } from '../../src/model/article.ts'
import type { Story } from '../../src/model/story.ts'
import { createClusterer } from '../../src/use-cases/clustering.ts'
import { articleId, keepArticles } from '../contracts/store-samples.ts'
import { type Newsroom, openNewsroom } from '../fakes/newsroom.ts'
import { BUDGET, FERRY_A, FERRY_B, hoursAfter, makeArticle, NOON } from '../stories/articles.ts'

describe('grouping', () => {
  let room: Newsroom
  const { signal } = new AbortController()
  beforeEach(async () => {
    room = await openNewsroom(NOON)
  })
  afterEach(() => room.stop())

  const cluster = (owner = 'first') => createClusterer(room.parts, owner).run(signal)
  async function arrive(hours: number, ...articles: readonly AnalysedArticle[]): Promise<void> {
    room.clock.set(hoursAfter(NOON, hours))
    await keepArticles(room.store, articles)
  }
  const stories = (): Promise<readonly Story[]> => room.store.listStories(new Date(0))
  const storyOf = async (id: string): Promise<Story | undefined> =>
    (await room.store.storiesOf([articleId(id)])).get(articleId(id))
  const titled = (id: string, title: string, hours: number): AnalysedArticle =>
    makeArticle({ id, title, at: hoursAfter(NOON, hours) })

  test('gives every article a story, and says so', async () => {
    await arrive(0, makeArticle({ id: 'a', ...FERRY_A }), makeArticle({ id: 'b', ...BUDGET }))
    expect(await cluster()).toBe(true)
    expect(await room.store.listUnclustered(9)).toEqual([])
    expect(await stories()).toHaveLength(2)
  })

  test('goes on after a restart as if there had been none: a follow-up joins its story', async () => {
    await arrive(0, makeArticle({ id: 'a', ...FERRY_A }), makeArticle({ id: 'b', ...BUDGET }))
    await cluster()
    const before = await storyOf('a')
    await arrive(3, makeArticle({ id: 'c', ...FERRY_B, at: hoursAfter(NOON, 3) }))
    await cluster('second')
    expect((await storyOf('c'))?.id).toBe(before?.id)
    expect((await storyOf('c'))?.articleIds).toEqual(['a', 'c'])
  })

  test('after a restart leaves alone what has left the window', async () => {
    await arrive(0, makeArticle({ id: 'a', ...FERRY_A }))
    await cluster()
    await arrive(80, makeArticle({ id: 'c', ...FERRY_B, at: hoursAfter(NOON, 80) }))
    await cluster('second')
    expect(await stories()).toHaveLength(2)
  })

  test('merges two stories that turn out to be one; the younger id leads to the older, and the log says it', async () => {
    await arrive(
      0,
      titled('n0', 'Strong earthquake shakes Velmora, roofs collapse in Old Harbour quarter', 0),
      titled('n1', 'Velmora earthquake: roofs collapse in the Old Harbour quarter', 0),
    )
    await cluster()
    await arrive(
      1,
      titled('s0', 'Tremor of magnitude 6.4 cuts power to Tessaly province, says geology office', 1),
      titled('s1', 'Tessaly province without power after magnitude 6.4 tremor, geology office says', 1),
    )
    await cluster()
    const [older, younger] = [await storyOf('n0'), await storyOf('s0')]
    expect(younger?.id).not.toBe(older?.id)
    const both =
      'earthquake of magnitude 6.4: roofs collapse in Old Harbour, Tessaly province without power, geology office says'
    await arrive(2, titled('b0', `Velmora ${both}`, 2), titled('b1', `Velmora: ${both}`, 2))
    await cluster()
    expect(await stories()).toHaveLength(1)
    expect((await room.store.findStory(younger!.id))?.id).toBe(older?.id)
    expect((await storyOf('s1'))?.id).toBe(older?.id)
    expect(room.log.map(({ message }) => message)).toContain('two stories turned out to be one')
  })

  test('another process that holds the lease keeps this one out', async () => {
    await arrive(0, makeArticle({ id: 'a', ...FERRY_A }))
    await room.store.acquireLease('clustering', 'other', room.clock.now(), 60_000)
    expect(await cluster()).toBe(false)
    expect(await stories()).toEqual([])
  })

  test('lets the event loop turn between its slices', async () => {
    const crowd = Array.from({ length: 300 }, (_, n) => titled(`t${n}`, `Item number${n} of list${n} at place${n}`, 0))
    await arrive(0, ...crowd)
    let turns = 0
    let isDone = false
    const count = (): void => {
      turns++
      if (!isDone) setImmediate(count)
    }
    setImmediate(count)
    await cluster()
    isDone = true
    expect(await room.store.listUnclustered(9)).toEqual([])
    expect(turns).toBeGreaterThanOrEqual(6)
  })
})
