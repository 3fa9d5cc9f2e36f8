import type { Trend } from '../model/digest.ts'
import type { Mentions } from '../ports/article-store.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** Fewer earlier days say nothing about what is usual. */
const FEWEST_EARLIER = 3
const BARS = '▁▂▃▄▅▆▇█'

/** Over how long a trend looks, and in what steps. */
export interface TrendSpan {
  readonly unit: Trend['unit']
  readonly bucketMs: number
  readonly buckets: number
}

/** The last 24 hours by the hour for who asks about them, else the last 14 days, each of 24 hours up to now. */
export const trendSpan = (isLastDay: boolean): TrendSpan =>
  isLastDay ? { unit: 'hour', bucketMs: HOUR_MS, buckets: 24 } : { unit: 'day', bucketMs: DAY_MS, buckets: 14 }

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : Math.round(((sorted[middle - 1] ?? 0) + upper) / 2)
}

/**
 * Mentions as a trend. Buckets that begin before the first kept article was seen are left out: what feeds still listed
 * of older days is no measure.
 * @param to end of the last bucket
 * @returns undefined when nothing was mentioned, or too little is kept to know what is usual
 */
export function trendOf(
  { counts, isEstimate, keptSince }: Mentions,
  { unit, bucketMs }: TrendSpan,
  to: Date,
): Trend | undefined {
  if (keptSince === undefined || counts.every(count => count === 0)) return undefined
  const whole = Math.floor((to.getTime() - keptSince.getTime()) / bucketMs)
  const comparable = counts.slice(Math.max(0, counts.length - whole))
  const earlier = comparable.slice(0, -1)
  if (earlier.length < FEWEST_EARLIER) return undefined
  return { unit, counts: comparable, usual: median(earlier), isEstimate }
}

/** Counts as a row of bars, the highest count being the highest bar; a low bar for nothing. Empty for no counts. */
export function sparkline(counts: readonly number[]): string {
  const highest = Math.max(1, ...counts)
  return counts.map(count => BARS.charAt(Math.ceil((count / highest) * (BARS.length - 1)))).join('')
}
