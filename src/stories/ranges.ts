import type { Quantity } from '../text/quantities.ts'

/** "About" may be as far off as this share of the number; "nearly" as far below it. */
const ABOUT_SHARE = 0.15
const SLACK_ABOVE_NEARLY = 0.02
/** Measures are told with less care than victims: nearer ones are the same. */
const MEASURE_SHARE = 0.05

/** Numbers farther apart are of different things: a day's toll and a year's, a part and the whole. */
const FARTHEST_RATIO = 2.5

/** The numbers that a quantity may mean, rounding and "about" allowed for. */
interface Extent {
  readonly low: number
  readonly high: number
}

/**
 * Half a step of the last digit said either way: "1.2 million" may be 1,150,000 to 1,250,000. "About" reaches 15 % or half a
 * step, whichever is more; "at least" and "up to" are open at one end.
 */
function extentOf({ low, high, step, bound }: Quantity): Extent {
  const half = step / 2
  if (bound === 'atLeast') return { low: low - half, high: Number.POSITIVE_INFINITY }
  if (bound === 'atMost') return { low: Number.NEGATIVE_INFINITY, high: high + half }
  if (bound === 'nearly') return { low: low - Math.max(half, low * ABOUT_SHARE), high: high * (1 + SLACK_ABOVE_NEARLY) }
  const slack = bound === 'about' ? Math.max(half, low * ABOUT_SHARE) : half
  return { low: low - slack, high: high + (bound === 'about' ? Math.max(half, high * ABOUT_SHARE) : half) }
}

/** True when two numbers for one thing can not both be right, and are near enough to be for one thing. */
export function isDisjoint(a: Quantity, b: Quantity): boolean {
  const [first, second] = [extentOf(a), extentOf(b)]
  if (first.low < second.high && second.low < first.high) return false
  const [smaller, greater] = a.high <= b.low ? [a.high, b.low] : [b.high, a.low]
  if (greater > FARTHEST_RATIO * smaller) return false
  return a.unit === undefined || greater - smaller > MEASURE_SHARE * greater
}
