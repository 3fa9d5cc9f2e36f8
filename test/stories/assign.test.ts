import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AnalysedArticle, ArticleId } from '../../src/model/article.ts'
import type { Story, StoryId } from '../../src/model/story.ts'
import { assignStories, type LiveStory, makeTermMemory } from '../../src/stories/assign.ts'
import { chooseLead } from '../../src/stories/growth.ts'
import { BUDGET, FERRY_A, FERRY_B, hoursAfter, makeArticle, NOON } from './articles.ts'

const newId = (lead: ArticleId): StoryId => `story-${lead}` as StoryId
const assign = (fresh: readonly AnalysedArticle[], live: readonly LiveStory[] = [], now = NOON): readonly Story[] =>
  assignStories(fresh, live, { now, newId })

const FIRST = makeArticle({ id: 'a', ...FERRY_A })
const liveFerry = (): LiveStory => {
  const [story] = assign([FIRST])
  return { story: story!, articles: [FIRST] }
}

describe('assignStories', () => {
  test('an article about no live story opens one, led by itself', () => {
    expect(assign([FIRST])).toEqual([
      { id: 'story-a', articleIds: ['a'], leadId: 'a', firstSeenAt: NOON, lastSeenAt: NOON },
    ])
  })

  test('a follow-up joins the story, whose id and lead stay', () => {
    const at = hoursAfter(NOON, 5)
    const [grown, ...others] = assign([makeArticle({ id: 'b', ...FERRY_B, at })], [liveFerry()], at)
    expect(others).toEqual([])
    expect(grown).toEqual({
      id: 'story-a',
      articleIds: ['a', 'b'],
      leadId: 'a',
      firstSeenAt: NOON,
      lastSeenAt: at,
    })
  })

  test('an article four days later opens a new story', () => {
    const at = hoursAfter(NOON, 96)
    const [story] = assign([makeArticle({ id: 'b', ...FERRY_B, at })], [liveFerry()], at)
    expect(story?.id).toBe('story-b')
  })

  test('stories that did not change are not returned', () => {
    expect(assign([], [liveFerry()])).toEqual([])
    const changed = assign([makeArticle({ id: 'b', ...BUDGET })], [liveFerry()])
    expect(changed.map(({ id }) => id)).toEqual(['story-b'])
  })

  test('reports that arrive together become one story', () => {
    const fresh = [
      makeArticle({ id: 'b', ...FERRY_B, at: hoursAfter(NOON, 1) }),
      FIRST,
      makeArticle({ id: 'c', ...BUDGET }),
    ]
    expect(assign(fresh).map(({ articleIds }) => articleIds)).toEqual([['a', 'b'], ['c']])
  })

  test('two live stories stay two, though a new article fits both', () => {
    const twin = makeArticle({ id: 't', ...FERRY_A })
    const other: LiveStory = {
      story: { ...liveFerry().story, id: 'story-t' as StoryId, articleIds: [twin.id] },
      articles: [twin],
    }
    const changed = assign([makeArticle({ id: 'b', ...FERRY_B })], [liveFerry(), other])
    expect(changed).toHaveLength(1)
    expect(changed[0]?.articleIds).toHaveLength(2)
  })

  test('an article that is in a live story already is not placed again', () => {
    expect(assign([FIRST], [liveFerry()])).toEqual([])
    expect(assign([FIRST, FIRST])).toHaveLength(1)
  })

  test('a memory changes the speed, never the stories', () => {
    const memory = makeTermMemory()
    const follow = makeArticle({ id: 'b', ...FERRY_B })
    const plain = assign([follow], [liveFerry()])
    for (let round = 0; round < 2; round++) {
      expect(assignStories([follow], [liveFerry()], { now: NOON, newId, memory })).toEqual(plain)
    }
    const edited = { ...makeArticle({ id: 'b', ...BUDGET }) }
    expect(assignStories([edited], [liveFerry()], { now: NOON, newId, memory })[0]?.id).toBe('story-b')
  })

  test('each fresh article is in exactly one story, whatever the order it came in', () => {
    const words = fc.constantFrom('ferry', 'fog', 'Marlo', 'rocks', 'budget', 'strike', 'vote', 'teachers', 'captain')
    const draft = fc.record({ words: fc.array(words, { maxLength: 6 }), hours: fc.integer({ min: 0, max: 120 }) })
    fc.assert(
      fc.property(fc.array(draft, { maxLength: 12 }), fc.array(draft, { maxLength: 8 }), (first, second) => {
        const make = (prefix: string) => (d: { words: string[]; hours: number }, at: number) =>
          makeArticle({ id: `${prefix}${at}`, title: d.words.join(' '), at: hoursAfter(NOON, d.hours) })
        const early = first.map(make('e'))
        const late = second.map(make('l'))
        const now = hoursAfter(NOON, 120)
        const live = assign(early, [], now).map(story => ({
          story,
          articles: story.articleIds.map(id => early.find(article => article.id === id)!),
        }))
        const changed = assign(late, live, now)
        const all = new Map([...live.map(({ story }) => story), ...changed].map(story => [story.id, story]))
        const placed = [...all.values()].flatMap(({ articleIds }) => articleIds)
        expect([...placed].sort()).toEqual([...early, ...late].map(({ id }) => id).sort())
        expect(assign(late.toReversed(), live, now)).toEqual(changed)
      }),
      { numRuns: 60 },
    )
  })
})

test('the lead is the earliest report that is more than a headline', () => {
  const flash = makeArticle({ id: 'f', title: FERRY_A.title, at: hoursAfter(NOON, -1) })
  const second = makeArticle({ id: 'b', ...FERRY_B, at: hoursAfter(NOON, 2) })
  expect(chooseLead([second, flash, FIRST]).id).toBe('a')
  expect(chooseLead([flash]).id).toBe('f')
})
