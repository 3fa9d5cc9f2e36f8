import { FetchError, type FetchErrorKind } from '../model/errors.ts'
import type { Feed, KeptRhythm, ParsedFeed, Repeated, Rhythm } from '../model/feed.ts'
import type { PollResult } from '../ports/store.ts'
import { cutText } from '../text/characters.ts'
import { htmlToLine } from '../text/html.ts'
import type { FetchedDocument } from './fetched.ts'
import { nextPollAt, unmarkedMs } from './next-poll.ts'
import type { ArticleOwner, ReadFeed } from './parse-messages.ts'

/** Reads a document away from the main thread, for an owner into articles; throws FormatError when it is no feed. */
export type ParseFeed = (
  bytes: Uint8Array,
  options: { readonly url: string; readonly contentType?: string; readonly owner?: ArticleOwner },
  signal: AbortSignal,
) => Promise<ReadFeed>

/** What a poll's result depends on beside the answer. */
export interface PollMoment {
  readonly now: Date
  readonly intervalMs: number
  /** 0 (inclusive) to 1. */
  readonly random: number
}

/** The options with which a downloaded document is parsed. */
export function parseOptions(document: FetchedDocument & { kind: 'fetched' }): Parameters<ParseFeed>[1] {
  const { url, contentType } = document
  return { url, ...(contentType === undefined ? {} : { contentType }) }
}

/** Longest name of a feed that is kept, in UTF-16 units. */
const TITLE_LIMIT = 200

/** The feed's own name on one line, without markup; undefined when it has none. */
export function feedTitle(parsed: ParsedFeed): string | undefined {
  const title = htmlToLine(parsed.title ?? '')
  return title === '' ? undefined : cutText(title, TITLE_LIMIT)
}

/**
 * The feed under the name that it has after this poll. A starter feed keeps the title of its pack: the publisher's own
 * is often "Home" or the name of the whole house.
 */
export function titledBy(feed: Feed, parsed: ParsedFeed): Feed {
  const title = feed.topics.length === 0 ? feedTitle(parsed) : undefined
  return title === undefined ? feed : { ...feed, title }
}

const HOUR_MS = 3_600_000
/** How often, and over what time, a publisher says the same before it is believed. */
const CONFIRMATIONS = 3
const MOVE_CONFIRMED_MS = 24 * HOUR_MS
const GONE_CONFIRMED_MS = 72 * HOUR_MS

/** Said once more. */
const again = (before: Repeated | undefined, now: Date): Repeated => ({
  count: (before?.count ?? 0) + 1,
  since: before?.since ?? now,
})

const isConfirmed = ({ count, since }: Repeated, now: Date, overMs: number): boolean =>
  count >= CONFIRMATIONS && now.getTime() - since.getTime() >= overMs

/**
 * A permanent redirect is believed when it was the same three times over a day: publishers get them wrong, and so do
 * the login pages of networks.
 */
function moveOf(feed: Feed, movedTo: string | undefined, now: Date): Pick<PollResult, 'url' | 'moving'> {
  if (movedTo === undefined || movedTo === feed.url) return {}
  const moving = { ...again(feed.moving?.to === movedTo ? feed.moving : undefined, now), to: movedTo }
  return { moving, ...(isConfirmed(moving, now, MOVE_CONFIRMED_MS) ? { url: movedTo } : {}) }
}

function rhythmOf({ ttlMs, skipHours, skipDays }: ParsedFeed): Rhythm {
  return {
    ...(ttlMs === undefined ? {} : { ttlMs }),
    ...(skipHours === undefined ? {} : { skipHours }),
    ...(skipDays === undefined ? {} : { skipDays }),
  }
}

/** What was learned of the rhythm; an answer "not modified" tells nothing new. */
function keptRhythm(feed: Feed, document: FetchedDocument, parsed: ParsedFeed | undefined): KeptRhythm {
  if (parsed === undefined || document.kind === 'unchanged') return feed.rhythm ?? {}
  const leastMs = unmarkedMs(document.validators, document.bytes.length)
  return { ...rhythmOf(parsed), ...(leastMs === undefined ? {} : { unmarkedMs: leastMs }) }
}

/**
 * The result of a poll that worked.
 * @param parsed absent when nothing was new (304)
 */
export function successResult(
  feed: Feed,
  document: FetchedDocument,
  parsed: ParsedFeed | undefined,
  { now, intervalMs, random }: PollMoment,
): PollResult {
  const { movedTo, freshForMs, validators } = document
  const title = parsed === undefined ? feed.title : titledBy(feed, parsed).title
  const rhythm = keptRhythm(feed, document, parsed)
  const waits = { rhythm, ...(freshForMs === undefined ? {} : { freshForMs }) }
  return {
    polledAt: now,
    nextPollAt: nextPollAt(now, { intervalMs, failures: 0, ...waits }, random),
    validators,
    rhythm,
    ...moveOf(feed, movedTo, now),
    ...(title === feed.title ? {} : { title }),
    ...(parsed?.siteUrl === undefined ? {} : { siteUrl: parsed.siteUrl }),
    ...(parsed?.language === undefined ? {} : { language: parsed.language }),
  }
}

const GONE = 410

/** The name under which a failure is kept: the kind of a FetchError; all that goes wrong while reading is 'format'. */
export const failureName = (error: unknown): string => (error instanceof FetchError ? error.kind : 'format')

/** Failures that cost the publisher no document: the long distance between documents without validators is kept. */
const WITHOUT_DOCUMENT: ReadonlySet<string> = new Set<FetchErrorKind>([
  'dns',
  'connect',
  'tls',
  'blocked',
  'redirects',
  'status',
])

/** What the wait after a failure respects: the distance between whole documents only when one was sent. */
function rhythmAfterFailure({ rhythm = {} }: Feed, failure: string): KeptRhythm {
  const { unmarkedMs: _distance, ...others } = rhythm
  return WITHOUT_DOCUMENT.has(failure) ? others : rhythm
}

/** The failure as it is kept with the feed: an error status with its number, "status 404". */
const keptFailure = (error: unknown): string =>
  error instanceof FetchError && error.status !== undefined ? `status ${error.status}` : failureName(error)

/** The result of a poll that failed: validators and what was learned of the feed stay as they are. */
export function failureResult(feed: Feed, error: unknown, { now, intervalMs, random }: PollMoment): PollResult {
  const fetchError = error instanceof FetchError ? error : undefined
  const retryAfterMs = fetchError?.retryAfterMs
  const isGone = fetchError?.status === GONE
  const gone = isGone ? again(feed.gone, now) : feed.gone
  const outcome = {
    intervalMs,
    failures: feed.failures + 1,
    isRefused: fetchError?.kind === 'status',
    isGone,
    rhythm: rhythmAfterFailure(feed, failureName(error)),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  }
  return {
    polledAt: now,
    nextPollAt: nextPollAt(now, outcome, random),
    error: keptFailure(error),
    ...(feed.moving === undefined ? {} : { moving: feed.moving }),
    ...(gone === undefined ? {} : { gone }),
    ...(isGone && gone !== undefined && isConfirmed(gone, now, GONE_CONFIRMED_MS) ? { goneAt: now } : {}),
  }
}
