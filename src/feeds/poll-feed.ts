import type { AnalysedArticle } from '../model/article.ts'
import { FetchError, FormatError } from '../model/errors.ts'
import type { Feed } from '../model/feed.ts'
import type { Claimed } from '../ports/claim.ts'
import type { Clock } from '../ports/clock.ts'
import type { Log } from '../ports/log.ts'
import type { FeedStore, PollResult } from '../ports/store.ts'
import { articlesOf } from './articles-of.ts'
import { createComplaints, isPaused } from './complaints.ts'
import type { Fetcher, FetchWish } from './fetched.ts'
import { createHostPlace, type HostGate } from './host-gate.ts'
import { createHostPauses, type HostPauses } from './host-pauses.ts'
import { hostGroup, hostSpacingMs, hostWithPort } from './known-hosts.ts'
import { POLL_INTERVAL_MS } from './next-poll.ts'
import {
  failureName,
  failureResult,
  type ParseFeed,
  type PollMoment,
  parseOptions,
  successResult,
  titledBy,
} from './poll-result.ts'
import { createPublisherGate } from './publisher-gate.ts'

/**
 * How the poll of one feed ended. 'lost': another worker had taken it over, nothing was written; 'postponed': its host is
 * left alone for now, nothing was asked.
 */
export interface PolledFeed {
  readonly feed: Feed
  readonly outcome: 'kept' | 'unchanged' | 'failed' | 'lost' | 'postponed'
  readonly added: number
  readonly changed: number
  /** Name of the failure. */
  readonly error?: string
}

export interface PollerOptions {
  readonly store: FeedStore
  readonly fetcher: Fetcher
  readonly parse: ParseFeed
  readonly clock: Clock
  /** 0 (inclusive) to 1. */
  readonly random: () => number
  readonly log: Log
  /** Between two polls of a feed; an hour when absent. */
  readonly intervalMs?: number
  /** Told the articles of a feed that were kept for the first time. */
  readonly onAdded?: (articles: readonly AnalysedArticle[]) => void
  /** Shared with others who ask publishers; one of its own when absent. */
  readonly gate?: HostGate
  /** Shared with them as well: a host that complained of one request is spared all. Its own when absent. */
  readonly pauses?: HostPauses
  /** Between the starts of two requests to a host; as the table of known hosts says when absent. */
  readonly spacingMs?: (host: string) => number
  /**
   * Whether all feeds of a host are left alone when one is answered "too many requests". Yes when absent; a host of the
   * operator's own (a proxy that makes feeds of many sites) means the one feed.
   */
  readonly sharesLimit?: (host: string) => boolean
}

/** What is to be written after the request, whatever came of it. */
interface Answer {
  readonly outcome: 'kept' | 'unchanged' | 'failed'
  readonly result: PollResult
  readonly articles: readonly AnalysedArticle[]
  /** Why it failed. */
  readonly error?: unknown
}

/** What a poll needs of its turn at the host. */
interface Turn {
  readonly beforeHost: NonNullable<FetchWish['beforeHost']>
  /** Listens whether the host complained. */
  readonly hear: (url: string, error: unknown) => Promise<void>
  /** The host has answered: the next one may ask it. */
  readonly leave: () => void
  readonly signal: AbortSignal
}

/** The document came unprotected although its address promises otherwise: the publisher redirects so. */
function logDowngrade(log: Log, feed: Feed, url: string): void {
  if (!feed.url.startsWith('https:') || !url.startsWith('http:')) return
  log.info({ feed: feed.id, host: hostWithPort(url) }, 'redirected from https to http')
}

/** Fetches, parses and normalizes. @throws what the fetcher and the parser throw */
async function ask(
  feed: Feed,
  options: PollerOptions,
  momentNow: () => PollMoment,
  { beforeHost, signal }: Turn,
): Promise<Answer> {
  const { fetcher, parse, log } = options
  const document = await fetcher.fetch(feed.url, { validators: feed.validators, accept: 'feed', beforeHost, signal })
  logDowngrade(log, feed, document.url)
  if (document.kind === 'unchanged') {
    return { outcome: 'unchanged', result: successResult(feed, document, undefined, momentNow()), articles: [] }
  }
  const owner = { feed, now: momentNow().now }
  const parsed = await parse(document.bytes, { ...parseOptions(document), owner }, signal)
  const moment = momentNow()
  const read = parsed.articles ?? (await articlesOf(parsed, titledBy(feed, parsed), moment.now))
  // Seen when it can be read: what waited for a thread must not fall into the time of a digest that is already written.
  const articles = read.map(article => ({ ...article, seenAt: moment.now }))
  return { outcome: 'kept', result: successResult(feed, document, parsed, moment), articles }
}

function logFailure(log: Log, feed: Feed, error: unknown): void {
  const fields = { feed: feed.id, host: hostWithPort(feed.url), failure: failureName(error) }
  if (error instanceof FetchError || error instanceof FormatError) log.warn(fields, error.message)
  else log.error({ ...fields, error }, 'feed could not be read')
}

/**
 * One poll from the request to the written result.
 * @throws FetchError 'paused' when it is redirected to a host that is left alone; the store's errors; the signal's reason
 */
async function pollFeed(claimed: Claimed<Feed>, options: PollerOptions, turn: Turn): Promise<PolledFeed> {
  const { store, clock, random, log, intervalMs = POLL_INTERVAL_MS } = options
  const feed = claimed.row
  const momentNow = (): PollMoment => ({ now: clock.now(), intervalMs, random: random() })
  const answer = await ask(feed, options, momentNow, turn).catch((error: unknown): Answer => {
    turn.signal.throwIfAborted()
    if (isPaused(error)) throw error
    logFailure(log, feed, error)
    return { outcome: 'failed', result: failureResult(feed, error, momentNow()), articles: [], error }
  })
  await turn.hear(feed.url, answer.error)
  turn.leave()
  const kept = await store.finishPoll(claimed, answer.result, answer.articles)
  const added = new Set(kept?.added)
  if (added.size > 0) options.onAdded?.(answer.articles.filter(({ id }) => added.has(id)))
  return {
    feed,
    outcome: kept === undefined ? 'lost' : answer.outcome,
    added: kept?.added.length ?? 0,
    changed: kept?.changed.length ?? 0,
    ...(answer.result.error === undefined ? {} : { error: answer.result.error }),
  }
}

/**
 * Makes the one that polls a claimed feed in its host's turn: now, or put off.
 * @returns how the poll ended; it throws the store's errors and the signal's reason
 */
export function createTurns(
  options: PollerOptions,
): (claimed: Claimed<Feed>, signal: AbortSignal) => Promise<PolledFeed> {
  const { store, clock, spacingMs = hostSpacingMs } = options
  const { gate = createPublisherGate(clock, spacingMs), pauses = createHostPauses(spacingMs) } = options
  const complaints = createComplaints({ ...options, pauses })

  const postpone = async (claimed: Claimed<Feed>, until: Date): Promise<PolledFeed> => {
    const isOurs = await store.postponePoll(claimed, until)
    return { feed: claimed.row, outcome: isOurs ? 'postponed' : 'lost', added: 0, changed: 0 }
  }

  return async (claimed, signal) => {
    const host = hostGroup(hostWithPort(claimed.row.url))
    const later = pauses.turnAt(host, clock.now())
    if (later !== undefined) return postpone(claimed, later)
    const place = createHostPlace(name => gate.enter(name, signal))
    const beforeHost = async (name: string): Promise<void> => {
      await place.moveTo(name)
      // The host may have complained while this feed waited for its place.
      complaints.refusePaused(name)
    }
    try {
      await beforeHost(host)
      return await pollFeed(claimed, options, { beforeHost, hear: complaints.note, leave: place.leave, signal })
    } catch (error) {
      if (!isPaused(error)) throw error
      return await postpone(claimed, new Date(clock.now().getTime() + (error.retryAfterMs ?? 0)))
    } finally {
      place.leave()
    }
  }
}
