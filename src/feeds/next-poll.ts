import type { KeptRhythm, Rhythm, Validators } from '../model/feed.ts'
import { RETRY_AFTER_CAP_MS } from './response-headers.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** Between two polls of a feed, unless its publisher wants more. */
export const POLL_INTERVAL_MS = HOUR_MS
/** No feed is polled more often, whatever it asks for; one without validators keeps a longer distance (unmarkedMs). */
const POLL_FLOOR_MS = 15 * MINUTE_MS
/** No feed is left alone for longer, except by Retry-After and for skipped hours and days. */
const POLL_CAP_MS = 24 * HOUR_MS
/** Skipped days and hours delay a poll by no more: a long weekend. */
const SKIP_CAP_MS = 3 * 24 * HOUR_MS
/** A poll without validators fetches the whole document: four of a small one a day, one of a large one. */
const UNMARKED_MS = 6 * HOUR_MS
const UNMARKED_LARGE_MS = 24 * HOUR_MS
const LARGE_BYTES = 256 * 1024
/** Share of the wait that chance adds, so that feeds do not fall due together; it never takes away. */
const JITTER_SHARE = 0.1
/** Doublings after which the cap is reached from any interval. */
const DOUBLINGS_LIMIT = 16

/** What decides when a feed is polled next. All times in milliseconds. */
export interface PollOutcome {
  /** The operator's interval. */
  readonly intervalMs: number
  /** What the feed asks for, and the distance that it needs without validators. */
  readonly rhythm?: KeptRhythm
  /** How long the response is fresh (Cache-Control, Expires). */
  readonly freshForMs?: number
  /** What the server ordered with an error. */
  readonly retryAfterMs?: number
  /** Failures in a row with this poll; 0 when it succeeded. */
  readonly failures: number
  /** The server itself refused (an error status): the first failure counts already. */
  readonly isRefused?: boolean
  /** The feed is gone for good (410). */
  readonly isGone?: boolean
}

/** A failed poll costs one slot; after that the wait doubles. A refusal is answered with a longer wait at once. */
function backOffMs({ intervalMs: usualMs, rhythm, failures, isRefused }: PollOutcome): number {
  const intervalMs = Math.max(usualMs, rhythm?.unmarkedMs ?? 0)
  const doublings = Math.min(isRefused === true ? failures : failures - 1, DOUBLINGS_LIMIT)
  return failures === 0 ? intervalMs : intervalMs * 2 ** doublings
}

/** The first time from `atMs` on that the publisher does not skip; at most SKIP_CAP_MS later. */
function afterSkipped(atMs: number, { skipHours = [], skipDays = [] }: Rhythm): number {
  let candidate = atMs
  while (candidate - atMs < SKIP_CAP_MS) {
    const at = new Date(candidate)
    if (!skipHours.includes(at.getUTCHours()) && !skipDays.includes(at.getUTCDay())) return candidate
    candidate = (Math.floor(candidate / HOUR_MS) + 1) * HOUR_MS
  }
  return candidate
}

/**
 * How far apart the polls of a feed are at least whose last document was not conditional.
 * @param validators those of the document
 * @param bytes its size, decoded
 * @returns milliseconds; undefined when the server gave an ETag or a Last-Modified
 */
export function unmarkedMs({ etag, lastModified }: Validators, bytes: number): number | undefined {
  if (etag !== undefined || lastModified !== undefined) return undefined
  return bytes > LARGE_BYTES ? UNMARKED_LARGE_MS : UNMARKED_MS
}

/**
 * When to poll next: after the longest of interval (that of a feed without validators is longer; doubled by failures), TTL, freshness and Retry-After, never
 * sooner than the floor, and not in hours or days that the feed skips. The cap holds for all but Retry-After and
 * the skipped times, which have their own.
 * @param random 0 (inclusive) to 1: how much of the jitter is added
 */
export function nextPollAt(now: Date, outcome: PollOutcome, random: number): Date {
  const { rhythm = {} } = outcome
  const wanted = Math.max(backOffMs(outcome), rhythm.ttlMs ?? 0, outcome.freshForMs ?? 0, POLL_FLOOR_MS)
  const jitter = 1 + JITTER_SHARE * random
  const regular = outcome.isGone === true ? POLL_CAP_MS : Math.min(wanted * jitter, POLL_CAP_MS)
  const ordered = Math.min((outcome.retryAfterMs ?? 0) * jitter, RETRY_AFTER_CAP_MS)
  return new Date(afterSkipped(now.getTime() + Math.ceil(Math.max(regular, ordered)), rhythm))
}
