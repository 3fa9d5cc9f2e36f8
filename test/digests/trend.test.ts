import { describe, expect, test } from 'vitest'
import { digestMessage } from '../../src/digests/present.ts'
import { sparkline, trendOf, trendSpan } from '../../src/digests/trend.ts'
import type { Digest, DigestId } from '../../src/model/digest.ts'
import { de } from '../../src/text/words/de.ts'
import { en } from '../../src/text/words/en.ts'
import { textOf } from '../fakes/platform.ts'

const DAY_MS = 86_400_000
const NOW = new Date('2026-11-25T12:00:00Z')
const daysAgo = (days: number): Date => new Date(NOW.getTime() - days * DAY_MS)
const SPAN = trendSpan(false)
const COUNTS = [9, 9, 9, 9, 9, 9, 3, 2, 4, 3, 3, 5, 0, 12]

describe('the mention trend', () => {
  test('sets the last day against the median of those before it that were kept from their beginning', () => {
    const trend = trendOf({ counts: COUNTS, isEstimate: false, keptSince: daysAgo(8.5) }, SPAN, NOW)
    expect(trend).toEqual({ unit: 'day', counts: [3, 2, 4, 3, 3, 5, 0, 12], usual: 3, isEstimate: false })
  })

  test('is left out while less than four days are kept, when nothing is, and when nobody mentioned it', () => {
    const counts = COUNTS
    expect(trendOf({ counts, isEstimate: false, keptSince: daysAgo(3.9) }, SPAN, NOW)).toBeUndefined()
    expect(trendOf({ counts, isEstimate: false }, SPAN, NOW)).toBeUndefined()
    const silent = counts.map(() => 0)
    expect(trendOf({ counts: silent, isEstimate: false, keptSince: daysAgo(90) }, SPAN, NOW)).toBeUndefined()
  })

  test('goes by the hour for who asks about a day', () => {
    expect(trendSpan(true)).toEqual({ unit: 'hour', bucketMs: 3_600_000, buckets: 24 })
  })

  test.each([
    [[0, 1, 7], '▁▂█'],
    [[5, 5], '██'],
    [[0, 0], '▁▁'],
    [[], ''],
    [[1, 1_000_000], '▂█'],
  ])('draws %j as %s', (counts, bars) => {
    expect(sparkline(counts)).toBe(bars)
  })

  test('is said in words under the title, in both languages', () => {
    const digest: Digest = {
      id: 'd' as DigestId,
      kind: 'summary',
      topic: 'ice',
      createdAt: NOW,
      to: NOW,
      items: [],
      coverage: { articles: 0, feeds: 1, stories: 0 },
      trend: { unit: 'day', counts: [3, 0, 12], usual: 2, isEstimate: false },
    }
    expect(textOf(digestMessage(digest, en, 'UTC'))).toContain('▃▁█ 12 articles in the last 24 hours, usually 2')
    const rare: Digest = { ...digest, trend: { unit: 'hour', counts: [0, 0, 1], usual: 0, isEstimate: true } }
    expect(textOf(digestMessage(rare, en, 'UTC'))).toContain('▁▁█ about 1 article in the last hour, usually none')
    expect(textOf(digestMessage(rare, de, 'UTC'))).toContain('etwa 1 Artikel in der letzten Stunde, üblich sind keine')
  })
})
