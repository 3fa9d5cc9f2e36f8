import { expect, test } from 'vitest'
import { bestSet } from '../../src/summarizers/best-set.ts'
import { type Candidate, candidatesOf } from '../../src/summarizers/candidates.ts'
import { readArticle } from '../../src/text/article-text.ts'

const NOTHING_EXPECTED: ReadonlyMap<string, number> = new Map()

const candidatesIn = (...sentences: readonly string[]): readonly Candidate[] =>
  candidatesOf(readArticle('', sentences.join(' '), 'en'), 'en')

const valued = (candidates: readonly Candidate[], values: readonly number[]) =>
  candidates.map((candidate, at) => ({ candidate, value: values[at] ?? 0 }))

const placesOf = (set: readonly Candidate[]): readonly number[] => set.map(({ index }) => index)

const TOWN = candidatesIn(
  'The council of Tarn sold the theatre to a baker.',
  'The baker Ivo Lunt wants to bake bread in the theatre of Tarn.',
  'Architects put the repair of the roof at 90,000 crowns.',
  'Trees along the canal have to go for a loading bay.',
)

test('takes the sentences of the highest value, in the order of the article', () => {
  expect(placesOf(bestSet(valued(TOWN, [1, 0, 3, 2]), 2, NOTHING_EXPECTED))).toEqual([2, 3])
})

test('a sentence that holds what a summary is expected to hold goes before one of a little more value', () => {
  const chances = new Map(TOWN[2]?.stems.map(stem => [stem, 0.9]))
  expect(placesOf(bestSet(valued(TOWN, [3, 0, 2, 2.2]), 2, NOTHING_EXPECTED))).toEqual([0, 3])
  expect(placesOf(bestSet(valued(TOWN, [3, 0, 2, 2.2]), 2, chances))).toEqual([0, 2])
})

test('a likely word counts once: the second sentence that holds it is worth no more for it', () => {
  const chances = new Map([...(TOWN[0]?.stems ?? []), ...(TOWN[2]?.stems ?? [])].map(stem => [stem, 0.8]))
  expect(placesOf(bestSet(valued(TOWN, [2, 2.1, 2, 0]), 2, chances))).toEqual([0, 2])
})

test('two that say apart what the best one says at once are found: choosing one after the other would miss them', () => {
  const apart = candidatesIn(
    'The baker Ivo Lunt buys the theatre of Tarn, and a loading bay replaces the trees along the canal.',
    'The baker Ivo Lunt buys the theatre of Tarn.',
    'A loading bay replaces the trees along the canal.',
    'Architects put the repair of the roof at 90,000 crowns.',
  )
  expect(placesOf(bestSet(valued(apart, [3, 2.9, 2.8, 0]), 2, NOTHING_EXPECTED))).toEqual([1, 2])
})

test('one that leans on the sentence before stands only behind it', () => {
  const leaning = candidatesIn(
    'The council of Tarn sold the theatre to a baker.',
    'He wants to bake bread in it and to open by Christmas.',
    'Architects put the repair of the roof at 90,000 crowns.',
  )
  expect(placesOf(bestSet(valued(leaning, [0, 5, 1]), 1, NOTHING_EXPECTED))).toEqual([2])
  expect(placesOf(bestSet(valued(leaning, [0, 5, 1]), 2, NOTHING_EXPECTED))).toEqual([0, 1])
})

test('where all others repeat what is told, fewer are told than wanted', () => {
  const repeated = candidatesIn(
    'The council of Tarn sold the old theatre to a baker on Monday.',
    'The council of Tarn sold the old theatre to a baker on Monday evening.',
  )
  expect(placesOf(bestSet(valued(repeated, [1, 2]), 2, NOTHING_EXPECTED))).toEqual([1])
  expect(bestSet([], 3, NOTHING_EXPECTED)).toEqual([])
})
