import { describe, expect, test } from 'vitest'
import type { AnalysedArticle } from '../../src/model/article.ts'
import type { StoryId } from '../../src/model/story.ts'
import { rankStories, type StoryCandidate } from '../../src/stories/rank.ts'
import { BUDGET, FERRY_A, FERRY_B, hoursAfter, makeArticle, NOON } from './articles.ts'

function candidate(id: string, articles: readonly AnalysedArticle[]): StoryCandidate {
  const seenAt = articles[0]?.seenAt ?? NOON
  return {
    story: {
      id: id as StoryId,
      articleIds: articles.map(article => article.id),
      leadId: articles[0]?.id ?? makeArticle({ id: 'x', title: '' }).id,
      firstSeenAt: seenAt,
      lastSeenAt: seenAt,
    },
    articles,
  }
}
const order = (candidates: readonly StoryCandidate[], now = NOON): readonly string[] =>
  rankStories(candidates, now).map(({ story }) => story.id)

test('independent reports count more than copies of one', () => {
  const copies = ['a', 'b'].map(id => makeArticle({ id, ...FERRY_A }))
  const reports = [makeArticle({ id: 'c', ...FERRY_A }), makeArticle({ id: 'd', ...FERRY_B })]
  const [first, second] = rankStories([candidate('copies', copies), candidate('reports', reports)], NOON)
  expect(first).toMatchObject({ story: { id: 'reports' }, origins: 2, outlets: 2 })
  expect(second).toMatchObject({ story: { id: 'copies' }, origins: 1, outlets: 2 })
})

test('of two like stories the newer comes first', () => {
  const old = candidate('old', [makeArticle({ id: 'a', ...FERRY_A, at: hoursAfter(NOON, -30) })])
  const fresh = candidate('fresh', [makeArticle({ id: 'b', ...BUDGET, at: hoursAfter(NOON, -1) })])
  expect(order([old, fresh])).toEqual(['fresh', 'old'])
})

test('like stories alternate between topics', () => {
  const story = (id: string, topic: string): StoryCandidate =>
    candidate(id, [makeArticle({ id, title: `${id} ${topic}`, topics: [topic] })])
  const stories = [story('a1', 'world'), story('a2', 'world'), story('a3', 'world'), story('b1', 'science')]
  expect(order(stories)).toEqual(['a1', 'b1', 'a2', 'a3'])
})

test('on a first read, when everything is seen at once, the newer story still comes first', () => {
  const seenNow = (id: string, publishedHours: number): StoryCandidate => {
    const { story, articles } = candidate(id, [makeArticle({ id, title: id, at: hoursAfter(NOON, publishedHours) })])
    return { story: { ...story, firstSeenAt: NOON, lastSeenAt: NOON }, articles }
  }
  expect(order([seenNow('a', -20), seenNow('b', -2)])).toEqual(['b', 'a'])
})

test('ties go by the address of the lead, whatever the order given and whatever random id a story has', () => {
  const stories = ['c', 'a', 'b'].map((url, at) => candidate(`z${9 - at}`, [makeArticle({ id: url, title: url })]))
  const urls = (given: readonly StoryCandidate[]) => rankStories(given, NOON).map(({ articles }) => articles[0]?.id)
  expect(urls(stories)).toEqual(['a', 'b', 'c'])
  expect(urls(stories.toReversed())).toEqual(['a', 'b', 'c'])
})

test('a story without articles is left out, and nothing ranks as nothing', () => {
  expect(order([candidate('empty', [])])).toEqual([])
  expect(rankStories([], NOON)).toEqual([])
})

test('whatever else a candidate carries comes back with it', () => {
  const [ranked] = rankStories([{ ...candidate('a', [makeArticle({ id: 'a', ...FERRY_A })]), note: 'kept' }], NOON)
  expect(ranked?.note).toBe('kept')
})

describe('every place has its reasons', () => {
  const story = (id: string, changes: Partial<Parameters<typeof makeArticle>[0]> = {}): StoryCandidate =>
    candidate(id, [makeArticle({ id, title: id, at: hoursAfter(NOON, -2), ...changes })])
  const reasonsOf = (ranked: ReturnType<typeof rankStories>, id: string) =>
    ranked.find(({ story: found }) => found.id === id)?.reasons

  test('outlets, origins and age', () => {
    const reports = candidate('reports', [
      makeArticle({ id: 'c', ...FERRY_A, at: hoursAfter(NOON, -5) }),
      makeArticle({ id: 'd', ...FERRY_B, at: hoursAfter(NOON, -2) }),
    ])
    const [ranked] = rankStories([reports], NOON)
    expect(ranked?.reasons).toEqual({
      origins: 2,
      outlets: 2,
      ageMs: 2 * 3_600_000,
      topics: [],
      sameTopic: 0,
      sameOutlet: 0,
      isFollowed: false,
      place: 1,
    })
  })

  test('better stories of the same topic', () => {
    const ranked = rankStories(
      ['a', 'b', 'c'].map(id => story(id, { topics: ['world'] })),
      NOON,
    )
    expect(ranked.map(({ reasons }) => [reasons.place, reasons.sameTopic])).toEqual([
      [1, 0],
      [2, 1],
      [3, 2],
    ])
  })

  test('an outlet that leads many stories gives way to another, and it is said', () => {
    const herald = ['a', 'b', 'c'].map(id => story(id, { outlet: 'Herald' }))
    const ranked = rankStories([...herald, story('z', { outlet: 'Courier' })], NOON)
    expect(ranked.map(({ story: { id } }) => id)).toEqual(['a', 'z', 'b', 'c'])
    expect(reasonsOf(ranked, 'c')).toMatchObject({ sameOutlet: 2, place: 4 })
    expect(reasonsOf(ranked, 'z')).toMatchObject({ sameOutlet: 0 })
  })

  test('the channel’s topics, which are worth a little more', () => {
    const stories = [story('a', { topics: ['sport'] }), story('b', { topics: ['science', 'world'] })]
    const ranked = rankStories(stories, NOON, { topics: new Set(['world', 'science', 'culture']) })
    expect(ranked.map(({ story: { id } }) => id)).toEqual(['b', 'a'])
    expect(reasonsOf(ranked, 'b')?.topics).toEqual(['science', 'world'])
    expect(reasonsOf(ranked, 'a')?.topics).toEqual([])
  })

  test('a followed story stands first, however old it is', () => {
    const stories = [story('a'), story('old', { at: hoursAfter(NOON, -90) })]
    const ranked = rankStories(stories, NOON, { followed: new Set(['old' as StoryId]) })
    expect(ranked.map(({ story: { id } }) => id)).toEqual(['old', 'a'])
    expect(reasonsOf(ranked, 'old')).toMatchObject({ isFollowed: true, place: 1 })
  })
})
