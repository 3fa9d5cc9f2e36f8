import { expect, test } from 'vitest'
import type { ArticleId } from '../../src/model/article.ts'
import type { StoryId } from '../../src/model/story.ts'
import type { LiveArticle } from '../../src/stories/live-article.ts'
import { addArticle, type LiveStory, makeLiveStory } from '../../src/stories/live-story.ts'
import { rearrange } from '../../src/stories/rearrange.ts'

const article = (slot: number): LiveArticle => ({
  id: `a${slot}` as ArticleId,
  slot,
  publishedMs: slot,
  seenAt: new Date(slot),
  textLength: 100,
  logLength: 3,
  language: 'en',
  subjects: { names: [], known: new Int32Array(), isHeadline: false, language: 'en' },
})
const A = Array.from({ length: 9 }, (_, slot) => article(slot))
const pick = (...slots: readonly number[]): readonly LiveArticle[] => slots.map(slot => A[slot]!)

let opened = 0
const open = (): LiveStory => makeLiveStory(opened, opened++)
function saved(id: string, ...slots: readonly number[]): LiveStory {
  const story = open()
  story.id = id as StoryId
  for (const one of pick(...slots)) addArticle(story, one)
  return story
}
const slotsOf = ({ live }: LiveStory): readonly number[] => live.map(({ slot }) => slot)

test('stories that meet in one group end in the oldest, whichever has more articles', () => {
  const [older, younger] = [saved('older', 0), saved('younger', 1, 2, 3)]
  const { stories, emptied } = rearrange([younger, older], [pick(3, 1, 0, 2, 4)], open)
  expect(stories).toEqual([older])
  expect(slotsOf(older)).toEqual([0, 1, 2, 3, 4])
  expect([...emptied]).toEqual([[younger, older]])
})

test('a story that has been saved goes on before one that has not, though that one was seen earlier', () => {
  const kept = saved('kept', 5)
  const fresh = open()
  addArticle(fresh, A[0]!)
  expect(rearrange([fresh, kept], [pick(0, 5)], open).stories).toEqual([kept])
})

test('of a story that is parted the bigger half keeps the name; of equal halves the one with its first article', () => {
  const story = saved('s', 0, 1, 2, 3, 4)
  const { stories, emptied } = rearrange([story], [pick(0, 1), pick(2, 3, 4)], open)
  expect(stories.map(({ id }) => id)).toEqual([undefined, 's'])
  expect(emptied.size).toBe(0)
  const equal = saved('t', 5, 6, 7, 8)
  expect(rearrange([equal], [pick(7, 8), pick(5, 6)], open).stories.map(({ id }) => id)).toEqual([undefined, 't'])
})

test('the past of a story goes with its name, and with it the time it was first seen', () => {
  const [one, two] = [saved('one', 2), saved('two', 3)]
  one.past.add('p1' as ArticleId)
  one.firstSeenMs = -5
  two.past.add('p2' as ArticleId)
  rearrange([one, two], [pick(2, 3)], open)
  expect([...one.past]).toEqual(['p1', 'p2'])
  expect(one.firstSeenMs).toBe(-5)
})
