import { expect, test } from 'vitest'
import { FEATURES } from '../../src/summarizers/features.ts'
import { ARTICLE_FEATURES } from '../../src/summarizers/standing.ts'
import { parseTree, printTree, treeValue } from '../../src/summarizers/trees.ts'
import trained from '../../src/summarizers/weights.json' with { type: 'json' }

const LINE = '0>3 -1.5 2>0.25 0.5 2'

test('a tree answers by its features: at most the threshold goes below', () => {
  const tree = parseTree(LINE)
  expect(treeValue(tree, Float64Array.of(3, 0, 9))).toBe(-1.5)
  expect(treeValue(tree, Float64Array.of(4, 0, 0.25))).toBe(0.5)
  expect(treeValue(tree, Float64Array.of(4, 0, 0.26))).toBe(2)
})

test('a tree is read as it was written', () => {
  expect(printTree(parseTree(LINE), 4)).toBe(LINE)
  expect(printTree(parseTree('1>0.123456 -0.000001 7'), 4)).toBe('1>0.1235 0 7')
})

test('half a tree is refused', () => {
  expect(() => parseTree('0>3 -1.5')).toThrow(SyntaxError)
  expect(() => parseTree('0>3 x 1')).toThrow(SyntaxError)
})

test('the trained weights are those of the features, in their order, and trees name no other', () => {
  expect(Object.keys(trained.weights)).toEqual([...FEATURES.keys()])
  const named = trained.trees.flatMap(line => Array.from(line.matchAll(/(\d+)>/g), ([, feature]) => Number(feature)))
  expect(Math.max(...named)).toBeLessThan(ARTICLE_FEATURES.length)
  for (const line of trained.trees) expect(() => parseTree(line)).not.toThrow()
})
