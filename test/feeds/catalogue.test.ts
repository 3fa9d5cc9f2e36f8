import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

// Holds the fault catalogue complete: every case from 1 to 66 is the name of a test in this folder, or stands here with the
// reason why it does not.

const FIRST = 1
const LAST = 66

/** Cases without a test of their own here, each with the reason. */
const ELSEWHERE: ReadonlyMap<number, string> = new Map([
  [33, 'how far a 429 reaches (host or feed) is decided by the poller, not by the reader'],
  [35, 'a permanent redirect is adopted after three in 24 h: decided by the poller, not by the reader'],
  [36, 'a 410 is believed after three in 72 h: decided by the poller, not by the reader'],
  [61, 'a feed that changes all its ids is re-keyed when its articles are kept, not when it is read'],
  [66, 'how long keys outlive articles is a promise of the store, not of a feed'],
])

/** "case 7: …", "case 12 and 13: …" at the beginning of a test's name. */
const NAMED = /['"`]case (?<numbers>\d+(?:(?:, | and )\d+)*):/g

function namedCases(): ReadonlySet<number> {
  const here = import.meta.dirname
  const files = readdirSync(here).filter(name => name.endsWith('.test.ts'))
  const found = files.flatMap(name => [...readFileSync(`${here}/${name}`, 'utf8').matchAll(NAMED)])
  return new Set(found.flatMap(({ groups }) => (groups?.numbers ?? '').match(/\d+/g) ?? []).map(Number))
}

test('every case of the catalogue is the name of a test, or is told why not', () => {
  const named = namedCases()
  const missing = Array.from({ length: LAST }, (_, index) => index + FIRST).filter(
    number => !named.has(number) && !ELSEWHERE.has(number),
  )
  expect(missing).toEqual([])
  expect([...named].filter(number => number < FIRST || number > LAST)).toEqual([])
})
