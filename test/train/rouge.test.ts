import { expect, test } from 'vitest'
import { rouge, rougeN, tokensOf } from './rouge.ts'

const fox = 'the quick brown fox jumps over the lazy dog'
const dog = 'the quick brown dog jumps on the log'

test('gives the published example of rouge-score: 12 of 17 words, 10 of 17 in order', () => {
  const { r1, rl } = rouge([dog], [fox])
  expect(r1).toBeCloseTo(12 / 17, 6)
  expect(rl).toBeCloseTo(10 / 17, 6)
})

test('counts bigrams, not more often than the reference has them', () => {
  expect(rougeN(tokensOf('a b a b'), tokensOf('a b c'), 2)).toBeCloseTo(2 / 5, 6)
})

test('compares stems', () => {
  expect(rouge(['running quickly'], ['runs quickly']).r1).toBe(1)
})

test('is 0 where nothing is shared or given', () => {
  expect(rouge([], ['a'])).toEqual({ r1: 0, r2: 0, rl: 0 })
})
