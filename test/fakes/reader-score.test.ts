import { afterEach, beforeEach, expect, test } from 'vitest'
import { createFakeClock, type FakeClock } from './clock.ts'
import { type Publisher, startPublisher } from './publisher.ts'
import type { ReaderScore } from './reader-score.ts'

// A scorer that sees nothing would call every reader perfect: each fault, done once, must be counted once.

const START = new Date('2026-03-01T08:00:00Z')
const HOUR_MS = 3_600_000
const PERFECT = { unconditional: 1, outOfSequence: 0, bogus: 0, tooSoon: 0, cookies: 0, referrers: 0, queryChanges: 0 }

let clock: FakeClock
let server: Publisher
let score: ReaderScore

beforeEach(async () => {
  clock = createFakeClock(START)
  server = await startPublisher()
  const edition = (at: Date): number => Math.floor((at.getTime() - START.getTime()) / (2 * HOUR_MS))
  const script = (at: Date) => ({
    headers: { etag: `"${edition(at)}"`, 'last-modified': `edition ${edition(at)}` },
    body: 'news',
    isConditional: true,
  })
  score = server.setScored('/feed?lang=en', script, () => clock.now())
})

afterEach(() => server.close())

/** One request, `hours` after the last. */
async function ask(hours: number, headers: Readonly<Record<string, string>>, path = '/feed?lang=en'): Promise<void> {
  await clock.advance(hours * HOUR_MS)
  await (await fetch(server.url(path), { headers })).text()
}
const marks = (edition: number) => ({ 'if-none-match': `"${edition}"`, 'if-modified-since': `edition ${edition}` })

test('a reader that echoes what came last is perfect, over new editions and 304', async () => {
  await ask(0, {})
  for (const edition of [0, 0, 1, 1, 2]) await ask(1, marks(edition))
  expect(score).toEqual({ requests: 6, ...PERFECT })
})

test.each<[string, keyof ReaderScore, number, readonly [number, Record<string, string>, string?]]>([
  ['asks without validators again', 'unconditional', 2, [1, {}]],
  ['leaves one validator out', 'outOfSequence', 1, [1, { 'if-none-match': '"0"' }]],
  ['makes a validator up', 'bogus', 1, [1, { ...marks(0), 'if-modified-since': START.toUTCString() }]],
  ['comes a minute too early', 'tooSoon', 1, [59 / 60, marks(0)]],
  ['sends a cookie', 'cookies', 1, [1, { ...marks(0), cookie: 'a=b' }]],
  ['sends a referrer', 'referrers', 1, [1, { ...marks(0), referer: 'http://reader.example/' }]],
  ['adds to the query', 'queryChanges', 1, [1, marks(0), '/feed?lang=en&t=1']],
  ['drops the query', 'queryChanges', 1, [1, marks(0), '/feed']],
])('a reader that %s is told', async (_name, fault, count, request) => {
  await ask(0, {})
  await ask(...request)
  expect(score[fault]).toBe(count)
})

test('a reader that goes back to older validators is told', async () => {
  await ask(0, {})
  await ask(2, marks(0))
  await ask(2, marks(0))
  expect(score).toMatchObject({ outOfSequence: 2, bogus: 0 })
})
