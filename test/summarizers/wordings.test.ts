import { describe, expect, test } from 'vitest'
import { freeReason } from '../../src/summarizers/free.ts'
import { detectLanguage } from '../../src/text/language.ts'
import { FAITHFUL } from './faithful-wordings.ts'
import { type Wording, WRONG } from './wrong-wordings.ts'

/** Refusing costs little, since the source's own words stand in; refusing most would make a model worthless. */
const LEAST_TAKEN = 0.85

const judge = ({ source, bullet }: Wording): string | undefined => freeReason(bullet, [source], detectLanguage(source))

describe('a bullet that says something else than its sentence is refused', () => {
  test.each(WRONG)('$kind: $source → $bullet', wording => {
    expect(judge(wording)).toBeDefined()
  })
})

test('most of what a good model writes is taken', () => {
  const taken = FAITHFUL.filter(wording => judge(wording) === undefined)
  expect(taken.length / FAITHFUL.length).toBeGreaterThanOrEqual(LEAST_TAKEN)
})

test('no sentence is both', () => {
  const wrong = new Set(WRONG.map(({ source, bullet }) => `${source} ${bullet}`))
  expect(FAITHFUL.filter(({ source, bullet }) => wrong.has(`${source} ${bullet}`))).toEqual([])
  expect(wrong.size).toBe(WRONG.length)
})
