import { describe, expect, test } from 'vitest'
import { catalogueFor, catalogues } from '../../src/text/words/catalogues.ts'
import { en } from '../../src/text/words/en.ts'

type Leaf = readonly [path: string, value: string | ((...values: readonly never[]) => string)]

function leaves(value: unknown, path: string): Leaf[] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function') return [[path, value as Leaf[1] & ((...values: readonly never[]) => string)]]
  return Object.entries(value as object).flatMap(([key, child]) => leaves(child, `${path}.${key}`))
}

const english = new Map(leaves(en, ''))

describe.each(catalogues.map(words => [words.language, words] as const))('the catalogue %s', (language, words) => {
  test('has every sentence that English has, and no other', () => {
    expect(leaves(words, '').map(([path]) => path)).toEqual([...english.keys()])
  })

  test('leaves no sentence empty', () => {
    for (const [path, value] of leaves(words, '')) {
      const text = typeof value === 'string' ? value : (value as (...args: unknown[]) => string)({}, 2, 3)
      expect(text.trim(), path).not.toBe('')
    }
  })

  test('is really translated', () => {
    if (language === 'en') return
    const same = leaves(words, '').filter(([path, value]) => typeof value === 'string' && english.get(path) === value)
    expect(same.map(([path]) => path)).toEqual(['.digest.briefing'])
  })
})

test('an unknown language gets English', () => {
  expect(catalogueFor('xx').language).toBe('en')
  expect(catalogueFor(undefined).language).toBe('en')
  expect(catalogueFor('de-AT').language).toBe('de')
})
