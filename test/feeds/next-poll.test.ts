import { describe, expect, it } from 'vitest'
import { nextPollAt, type PollOutcome, unmarkedMs } from '../../src/feeds/next-poll.ts'
import type { KeptRhythm, Rhythm } from '../../src/model/feed.ts'

const NOW = new Date('2026-03-01T08:00:00Z')
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

const UNMARKED: { readonly rhythm: KeptRhythm } = { rhythm: { unmarkedMs: 6 * HOUR_MS } }

const waitMs = (outcome: Partial<PollOutcome>, random = 0): number =>
  nextPollAt(NOW, { intervalMs: HOUR_MS, failures: 0, ...outcome }, random).getTime() - NOW.getTime()

describe('nextPollAt', () => {
  it.each<[string, Partial<PollOutcome>, number]>([
    ['the interval', {}, HOUR_MS],
    ['a longer TTL', { rhythm: { ttlMs: 3 * HOUR_MS } }, 3 * HOUR_MS],
    ['a longer freshness', { freshForMs: 5 * HOUR_MS }, 5 * HOUR_MS],
    [
      'the longest of all',
      { rhythm: { ttlMs: 3 * HOUR_MS }, freshForMs: 5 * HOUR_MS, retryAfterMs: 7 * HOUR_MS },
      7 * HOUR_MS,
    ],
    ['the interval before shorter wishes', { rhythm: { ttlMs: MINUTE_MS }, freshForMs: 1 }, HOUR_MS],
    ['the floor before a short interval', { intervalMs: MINUTE_MS }, 15 * MINUTE_MS],
    ['the cap before an absurd TTL', { rhythm: { ttlMs: 365 * DAY_MS } }, DAY_MS],
    ['Retry-After above the cap', { retryAfterMs: 3 * DAY_MS }, 3 * DAY_MS],
    ['a week at the most', { retryAfterMs: 30 * DAY_MS }, 7 * DAY_MS],
    ['one slot after a first failure', { failures: 1 }, HOUR_MS],
    ['twice as long after the second', { failures: 2 }, 2 * HOUR_MS],
    ['and again after the third', { failures: 3 }, 4 * HOUR_MS],
    ['the cap in the end', { failures: 6 }, DAY_MS],
    ['the cap for ever', { failures: 5000 }, DAY_MS],
    ['twice as long at once when the server refused', { failures: 1, isRefused: true }, 2 * HOUR_MS],
    ['six hours without validators', UNMARKED, 6 * HOUR_MS],
    ['six hours without validators, whatever the operator says', { intervalMs: 1, ...UNMARKED }, 6 * HOUR_MS],
    ['the longer interval of the operator', { intervalMs: 8 * HOUR_MS, ...UNMARKED }, 8 * HOUR_MS],
    ['six hours after a first failure without validators', { failures: 1, ...UNMARKED }, 6 * HOUR_MS],
    ['half a day after the second', { failures: 2, ...UNMARKED }, 12 * HOUR_MS],
    ['a day after the next', { failures: 4, ...UNMARKED }, DAY_MS],
    ['a day when the feed is gone', { failures: 1, isRefused: true, isGone: true }, DAY_MS],
  ])('waits for %s', (_name, outcome, wanted) => {
    expect(waitMs(outcome)).toBe(wanted)
  })

  it.each<[string, Rhythm, string]>([
    ['hours that are skipped', { skipHours: [9, 10, 11] }, '2026-03-01T12:00:00.000Z'],
    ['a day that is skipped', { skipDays: [0] }, '2026-03-02T00:00:00.000Z'],
    ['a weekend and the morning after it', { skipDays: [0, 6], skipHours: [0, 1] }, '2026-03-02T02:00:00.000Z'],
    ['nothing when other hours are skipped', { skipHours: [8, 10] }, '2026-03-01T09:00:00.000Z'],
    ['three days at the most', { skipDays: [0, 1, 2, 3, 4, 5, 6] }, '2026-03-04T09:00:00.000Z'],
  ])('waits for %s', (_name, rhythm, wanted) => {
    expect(nextPollAt(NOW, { intervalMs: HOUR_MS, failures: 0, rhythm }, 0).toISOString()).toBe(wanted)
  })

  it('lets chance only make it later, by at most a tenth', () => {
    for (const random of [0, 0.25, 0.5, 0.999]) {
      const wait = waitMs({}, random)
      expect(wait).toBeGreaterThanOrEqual(HOUR_MS)
      expect(wait).toBeLessThanOrEqual(1.1 * HOUR_MS)
      expect(waitMs({ retryAfterMs: 2 * DAY_MS }, random)).toBeGreaterThanOrEqual(2 * DAY_MS)
    }
    expect(waitMs({}, 0.9)).toBeGreaterThan(waitMs({}, 0.1))
  })
})

describe('unmarkedMs', () => {
  const KIB = 1024
  it.each<[string, Parameters<typeof unmarkedMs>, number | undefined]>([
    ['six hours for a feed whose server can not say what changed', [{}, 40 * KIB], 6 * HOUR_MS],
    ['six hours up to 256 KiB', [{}, 256 * KIB], 6 * HOUR_MS],
    ['a day above', [{}, 256 * KIB + 1], DAY_MS],
    ['no distance with an ETag, however large', [{ etag: '"1"' }, 5000 * KIB], undefined],
    ['no distance with a Last-Modified alone', [{ lastModified: 'then' }, 5000 * KIB], undefined],
  ])('is %s', (_name, [validators, bytes], wanted) => expect(unmarkedMs(validators, bytes)).toBe(wanted))
})
