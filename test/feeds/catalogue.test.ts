import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

// Holds the fault catalogue complete: every case from 1 to 66 is the name of a test. What concerns more than one document
// (moves, ends, new keys, what is posted) is among the use-cases.

const FIRST = 1
const LAST = 66

/** "case 7: …", "case 12 and 13: …" at the beginning of a test's name. */
const NAMED = /['"`]case (?<numbers>\d+(?:(?:, | and )\d+)*):/g

function namedCases(): ReadonlySet<number> {
  const folders = ['.', '../use-cases'].map(name => `${import.meta.dirname}/${name}`)
  const files = folders.flatMap(folder => readdirSync(folder).map(name => `${folder}/${name}`))
  const tests = files.filter(name => name.endsWith('.test.ts'))
  const found = tests.flatMap(name => [...readFileSync(name, 'utf8').matchAll(NAMED)])
  return new Set(found.flatMap(({ groups }) => (groups?.numbers ?? '').match(/\d+/g) ?? []).map(Number))
}

test('every case of the catalogue is the name of a test', () => {
  const named = namedCases()
  const missing = Array.from({ length: LAST }, (_, index) => index + FIRST).filter(number => !named.has(number))
  expect(missing).toEqual([])
  expect([...named].filter(number => number < FIRST || number > LAST)).toEqual([])
})
