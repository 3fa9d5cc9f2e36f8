import { FetchError } from '../model/errors.ts'
import type { Feed, ParsedFeed } from '../model/feed.ts'
import type { PollResult } from '../ports/store.ts'
import { cutText } from '../text/characters.ts'
import { htmlToLine } from '../text/html.ts'
import type { FetchedDocument } from './fetched.ts'
import { nextPollAt } from './next-poll.ts'

/** Reads a document away from the main thread; throws FormatError when it is no feed. */
export type ParseFeed = (
  bytes: Uint8Array,
  options: { readonly url: string; readonly contentType?: string },
  signal: AbortSignal,
) => Promise<ParsedFeed>

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
  const waits = {
    ...(parsed?.ttlMs === undefined ? {} : { ttlMs: parsed.ttlMs }),
    ...(freshForMs === undefined ? {} : { freshForMs }),
  }
  return {
    polledAt: now,
    nextPollAt: nextPollAt(now, { intervalMs, failures: 0, ...waits }, random),
    validators,
    ...(movedTo === undefined ? {} : { url: movedTo }),
    ...(title === feed.title ? {} : { title }),
    ...(parsed?.siteUrl === undefined ? {} : { siteUrl: parsed.siteUrl }),
    ...(parsed?.language === undefined ? {} : { language: parsed.language }),
  }
}

const GONE = 410

/** The name under which a failure is kept: the kind of a FetchError; all that goes wrong while reading is 'format'. */
export const failureName = (error: unknown): string => (error instanceof FetchError ? error.kind : 'format')

/** The result of a poll that failed: the stored validators stay as they are. */
export function failureResult(feed: Feed, error: unknown, { now, intervalMs, random }: PollMoment): PollResult {
  const fetchError = error instanceof FetchError ? error : undefined
  const retryAfterMs = fetchError?.retryAfterMs
  const outcome = {
    intervalMs,
    failures: feed.failures + 1,
    isRefused: fetchError?.kind === 'status',
    isGone: fetchError?.status === GONE,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  }
  return { polledAt: now, nextPollAt: nextPollAt(now, outcome, random), error: failureName(error) }
}
