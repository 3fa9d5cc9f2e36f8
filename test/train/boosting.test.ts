import { expect, test } from 'vitest'
import { treeValue } from '../../src/summarizers/trees.ts'
import { fitTrees } from './boosting.ts'
import type { Row } from './logistic.ts'

/** Rows whose target is 1 where exactly one of two features is high: no weighted sum can tell. */
const ROWS: readonly Row[] = Array.from({ length: 2_000 }, (_, n) => {
  const a = (n * 37) % 101
  const b = (n * 53) % 97
  return { features: Float64Array.of(a, b), target: a > 50 === b > 48 ? 0 : 1 }
})

test('learns what is not linear', () => {
  const trees = fitTrees(ROWS, 1)
  const told = ROWS.filter(({ features, target }) => {
    const value = trees.reduce<number>((sum, tree) => sum + treeValue(tree, features), 0)
    return value > 0 === (target === 1)
  })
  expect(told.length / ROWS.length).toBeGreaterThan(0.97)
})

test('gives the same trees for the same rows and seed, others for another seed', () => {
  expect(fitTrees(ROWS, 3)).toEqual(fitTrees(ROWS, 3))
  expect(fitTrees(ROWS, 3)).not.toEqual(fitTrees(ROWS, 4))
})
