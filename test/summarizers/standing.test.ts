import { expect, test } from 'vitest'
import { candidatesOf } from '../../src/summarizers/candidates.ts'
import { describeDocument } from '../../src/summarizers/document.ts'
import { FEATURES, featuresOf } from '../../src/summarizers/features.ts'
import { ARTICLE_FEATURES, articleFeatures } from '../../src/summarizers/standing.ts'
import { readArticle } from '../../src/text/article-text.ts'
import { analyse } from '../../src/text/terms.ts'

const TITLE = 'Orm island ferry sails again'
const TEXT = [
  'The ferry to Orm island sails again after a month of repairs. Engineers replaced the bow ramp.',
  'A bakery on the quay sold cinnamon buns.',
  'The bow ramp of the ferry broke in March, engineers said.',
].join('\n')

const document = describeDocument(candidatesOf(readArticle(TITLE, TEXT, 'en'), 'en'), analyse(TITLE, 'en'))
const rows = articleFeatures(document)
const column = (name: string): number[] => rows.map(row => row[ARTICLE_FEATURES.indexOf(name)] ?? Number.NaN)

test('every sentence has a number for every feature, those of FEATURES first', () => {
  expect(rows.length).toBe(4)
  for (const [index, row] of rows.entries()) {
    expect(row.length).toBe(ARTICLE_FEATURES.length)
    expect(row.every(Number.isFinite)).toBe(true)
    const candidate = document.candidates[index]
    if (candidate !== undefined) expect(row.slice(0, FEATURES.size)).toEqual(featuresOf(candidate, document))
  }
  expect(new Set(ARTICLE_FEATURES).size).toBe(ARTICLE_FEATURES.length)
})

test('what other sentences hold too recurs; only the first to say it says it fresh', () => {
  const recurring = column('recurring')
  const fresh = column('freshRecurring')
  expect(recurring[2]).toBe(0)
  expect(recurring[3]).toBeGreaterThan(0.5)
  expect(fresh[1]).toBeGreaterThan(0)
  expect(fresh[3]).toBe(0)
  expect(column('recurringPairs')).toEqual([0, 1, 0, 1])
})

test('ranks and shares are those within the article', () => {
  expect(column('titleRank')[0]).toBe(0)
  expect(new Set(column('titleRank')).size).toBe(4)
  expect(Math.max(...column('centroidToHighest'))).toBe(1)
  expect(column('wordsBefore')[0]).toBe(0)
  expect(column('wordsBefore')[2]).toBe(17)
  expect(column('sentencesToParagraph')).toEqual([4 / 3, 4 / 3, 4 / 3, 4 / 3])
})

test('an article of no sentences has no rows', () => {
  expect(articleFeatures(describeDocument([], []))).toEqual([])
})
