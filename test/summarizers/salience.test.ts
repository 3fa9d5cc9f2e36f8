import { expect, test } from 'vitest'
import { candidatesOf } from '../../src/summarizers/candidates.ts'
import { describeDocument } from '../../src/summarizers/document.ts'
import { WORD_FEATURES, wordChances, wordFeatures } from '../../src/summarizers/salience.ts'
import { scoreSentences } from '../../src/summarizers/scorer.ts'
import { readArticle } from '../../src/text/article-text.ts'
import { analyse } from '../../src/text/terms.ts'

const TITLE = 'Tarn sells its theatre'
const TEXT = [
  'The council of Tarn sells the theatre to the baker Ivo Lunt.',
  'Lunt pays 400,000 crowns for the theatre and wants to bake there.',
  '“A stage would have been lovely,” said an actress.',
  'Architects put the repair of the roof at 90,000 crowns.',
].join(' ')
const candidates = candidatesOf(readArticle(TITLE, TEXT, 'en'), 'en', TITLE)
const words = wordFeatures(describeDocument(candidates, analyse(TITLE, 'en')))
const names = [...WORD_FEATURES.keys()]

function featureOf(word: string, feature: string): number | undefined {
  const [stem = ''] = analyse(word, 'en')
  return words.get(stem)?.[names.indexOf(feature)]
}

test('a stem is known by how often, where and as what it stands in the article', () => {
  expect(featureOf('theatre', 'sentenceShare')).toBe(0.5)
  expect(featureOf('theatre', 'inTitle')).toBe(1)
  expect(featureOf('roof', 'firstShare')).toBe(0.75)
  expect(featureOf('roof', 'inLead')).toBe(0)
  expect(featureOf('lunt', 'namedShare')).toBe(0.5)
  expect(featureOf('actress', 'quotedShare')).toBe(1)
  expect(featureOf('90,000', 'number')).toBe(1)
  expect(featureOf('crowns', 'meanPlace')).toBe(0.5)
})

test('a summary more likely holds what the article opens with, repeats and is headed by than what it says once at its end', () => {
  const chances = scoreSentences(candidates, TITLE, 'en').chances()
  const chanceOf = (word: string): number => chances.get(analyse(word, 'en')[0] ?? '') ?? 0
  expect(chanceOf('theatre')).toBeGreaterThan(chanceOf('crowns'))
  expect(chanceOf('crowns')).toBeGreaterThan(chanceOf('roof'))
  for (const chance of chances.values()) expect(chance > 0 && chance < 1).toBe(true)
})

test('the chance follows the logistic curve', () => {
  const model = { bias: -1, weights: names.map(name => (name === 'inTitle' ? 1 : 0)) }
  const chances = wordChances(words, model)
  expect(chances.get(analyse('theatre', 'en')[0] ?? '')).toBeCloseTo(0.5)
  expect(chances.get(analyse('roof', 'en')[0] ?? '')).toBeCloseTo(1 / (1 + Math.E))
})

test('an article without sentences has no words', () => {
  expect(wordFeatures(describeDocument([], []))).toEqual(new Map())
})
