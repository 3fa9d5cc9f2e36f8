import type { AnalysedArticle, Article } from '../model/article.ts'
import { FetchError, FormatError, UserError } from '../model/errors.ts'
import type { Feed, PackFeed, ParsedFeed } from '../model/feed.ts'
import type { Clock } from '../ports/clock.ts'
import type { FeedStore } from '../ports/store.ts'
import { feedAddress, maskSecrets } from '../text/url.ts'
import { articlesOf } from './articles-of.ts'
import { discoverFeeds, type FeedCandidate } from './discover.ts'
import { feedIdOf, newFeed } from './feed-id.ts'
import type { FetchedDocument, Fetcher } from './fetched.ts'
import { POLL_INTERVAL_MS } from './next-poll.ts'
import { POLL_LEASE_MS } from './poll.ts'
import { feedTitle, type ParseFeed, parseOptions, successResult } from './poll-result.ts'

export interface AddOptions {
  readonly store: FeedStore
  readonly fetcher: Fetcher
  readonly parse: ParseFeed
  readonly clock: Clock
  /** Told the articles of the feed that were kept for the first time. */
  readonly onAdded?: (articles: readonly AnalysedArticle[]) => void
  /** 0 (inclusive) to 1. */
  readonly random: () => number
  /** Between two polls of a feed; an hour when absent. */
  readonly intervalMs?: number
}

/** A feed that a person brought. */
export interface AddedFeed {
  readonly feed: Feed
  readonly isNew: boolean
  /** Its newest article, when it was fetched just now. */
  readonly newest?: Article
}

/** How many of a page's feeds are tried before it counts as having none. */
const CANDIDATES_TRIED = 6
/** Between two guesses at the same host. */
const GUESS_PAUSE_MS = 1000
/** What a feed may weigh, as people are told. */
const SIZE_LIMIT_TEXT = '5 MB'

/** A document that turned out to be a feed. */
interface Discovered {
  /** The address that was asked for. */
  readonly url: string
  readonly document: FetchedDocument & { kind: 'fetched' }
  readonly parsed: ParsedFeed
}

type Opened =
  | { readonly kind: 'feed'; readonly found: Discovered }
  | { readonly kind: 'page'; readonly html: string; readonly url: string }

/** Downloads an address and looks what it is. @throws FetchError, FormatError */
async function open(url: string, { fetcher, parse }: AddOptions, signal: AbortSignal): Promise<Opened> {
  const document = await fetcher.fetch(url, { accept: 'feed', signal })
  if (document.kind !== 'fetched') throw new FetchError('protocol', '"not modified" although nothing was kept')
  try {
    const parsed = await parse(document.bytes, parseOptions(document), signal)
    return { kind: 'feed', found: { url, document, parsed } }
  } catch (error) {
    if (!(error instanceof FormatError) || error.found !== 'html') throw error
    // Addresses in link elements are ASCII in every encoding that pages use.
    return { kind: 'page', html: new TextDecoder().decode(document.bytes), url: document.url }
  }
}

/** A feed that is kept already: under this address, or under one that it was first known by. */
const findKnown = async (url: string, { store }: AddOptions): Promise<Feed | undefined> =>
  (await store.findFeed(url)) ?? (await store.findFeed(feedIdOf(url)))

/** After these a guess at another path of the same host is no use. */
const isHostTrouble = (error: unknown): boolean =>
  error instanceof FetchError && ['dns', 'connect', 'tls', 'timeout', 'blocked'].includes(error.kind)

/** The first candidate that is a feed, fetched or known. */
async function tryCandidates(
  candidates: readonly FeedCandidate[],
  options: AddOptions,
  signal: AbortSignal,
): Promise<Discovered | Feed | undefined> {
  let trouble: unknown
  for (const [index, { url, isDeclared }] of candidates.slice(0, CANDIDATES_TRIED).entries()) {
    const known = await findKnown(url, options)
    if (known !== undefined) return known
    if (index > 0) await options.clock.sleep(GUESS_PAUSE_MS, signal)
    try {
      const opened = await open(url, options, signal)
      if (opened.kind === 'feed') return opened.found
    } catch (error) {
      signal.throwIfAborted()
      if (isDeclared) trouble ??= error
      else if (isHostTrouble(error)) break
    }
  }
  if (trouble instanceof FetchError) throw trouble
  return undefined
}

/** Finds the feed behind an address: the document itself, or the best feed of the page. */
async function discover(url: string, options: AddOptions, signal: AbortSignal): Promise<Discovered | Feed> {
  const opened = await open(url, options, signal)
  if (opened.kind === 'feed') return opened.found
  const candidates = discoverFeeds(opened.html, opened.url).filter(one => one.url !== url && one.url !== opened.url)
  const found = await tryCandidates(candidates, options, signal)
  if (found === undefined) throw new UserError('noFeedOnPage', { url: maskSecrets(url) })
  return found
}

function newestOf(articles: readonly Article[]): Article | undefined {
  return articles.reduce<Article | undefined>(
    (newest, article) => (newest === undefined || article.publishedAt > newest.publishedAt ? article : newest),
    undefined,
  )
}

/** Keeps the feed with the articles and validators of this first fetch, so that it is never fetched unconditionally again. */
async function keep(
  { url, document, parsed }: Discovered,
  topics: readonly string[],
  options: AddOptions,
): Promise<AddedFeed> {
  const { store, clock, random, intervalMs = POLL_INTERVAL_MS } = options
  const now = clock.now()
  const address = document.movedTo ?? url
  const title = feedTitle(parsed) ?? new URL(address).hostname
  const about = { title, topics, ...(parsed.siteUrl === undefined ? {} : { siteUrl: parsed.siteUrl }) }
  const feed = await store.addFeed({ ...newFeed(address, about, now), id: feedIdOf(url) })
  const [claimed] = await store.claimDueFeeds({ now, limit: 1, leaseMs: POLL_LEASE_MS }, [feed.id])
  if (claimed === undefined) return { feed, isNew: false }
  const articles = await articlesOf(parsed, claimed.row, now)
  const result = successResult(claimed.row, document, parsed, { now, intervalMs, random: random() })
  const kept = await store.finishPoll(claimed, result, articles)
  const added = new Set(kept?.added)
  if (added.size > 0) options.onAdded?.(articles.filter(({ id }) => added.has(id)))
  const newest = newestOf(articles)
  return {
    feed: (await store.findFeed(feed.id)) ?? feed,
    isNew: kept !== undefined && claimed.row.lastPolledAt === undefined,
    ...(newest === undefined ? {} : { newest }),
  }
}

/** A known feed takes the new topics along; one that was gone is due again. */
async function keepKnown(feed: Feed, topics: readonly string[], { store, clock }: AddOptions): Promise<AddedFeed> {
  const isAsBefore = topics.length === 0 && feed.goneAt === undefined
  return { feed: isAsBefore ? feed : await store.addFeed({ ...feed, topics, nextPollAt: clock.now() }), isNew: false }
}

/**
 * What went wrong with an address, in the words of a person.
 * @param url where it happened; secrets in it are masked
 */
export function feedErrorToUser(error: unknown, url: string): UserError {
  if (error instanceof UserError) return error
  const details = { url: maskSecrets(url) }
  const because = { cause: error }
  if (error instanceof FormatError) {
    return new UserError(error.found === 'html' ? 'noFeedOnPage' : 'notFeed', details, because)
  }
  if (!(error instanceof FetchError)) return new UserError('unexpected', {}, because)
  switch (error.kind) {
    case 'blocked':
      return new UserError('privateAddress', details, because)
    case 'timeout':
      return new UserError('tooSlow', details, because)
    case 'tooLarge':
      return new UserError('tooLarge', { ...details, limit: SIZE_LIMIT_TEXT }, because)
    case 'truncated':
      return new UserError('truncated', details, because)
    case 'status':
      return new UserError('httpStatus', { ...details, status: String(error.status ?? 0) }, because)
    default:
      return new UserError('unreachable', { ...details, reason: error.kind }, because)
  }
}

/** A person who names no scheme means whichever works. */
const NAMES_SCHEME = /^[\s<]*(?:feed:)?(?:https?:)?\/\//i

function addressesOf(typed: string): readonly string[] {
  const url = feedAddress(typed)
  if (url === undefined) throw new UserError('badAddress', { value: maskSecrets(typed) })
  return NAMES_SCHEME.test(typed) || !url.startsWith('https:') ? [url] : [url, url.replace(/^https:/, 'http:')]
}

/** The host is not there by https; it may be by http. */
const isWithoutHttps = (error: unknown): boolean =>
  error instanceof FetchError && ['dns', 'connect', 'tls'].includes(error.kind)

/** Tries the addresses in order. @throws UserError about the first of them */
async function discoverAt(
  [url, ...others]: readonly string[],
  options: AddOptions,
  signal: AbortSignal,
): Promise<Discovered | Feed> {
  if (url === undefined) throw new TypeError('no address')
  try {
    return await discover(url, options, signal)
  } catch (error) {
    signal.throwIfAborted()
    const other = others.length > 0 && isWithoutHttps(error) ? discoverAt(others, options, signal) : undefined
    const found = await other?.catch(() => undefined)
    if (found !== undefined) return found
    signal.throwIfAborted()
    throw error instanceof FetchError || error instanceof FormatError ? feedErrorToUser(error, url) : error
  }
}

/**
 * Finds the feed that a person means and keeps it with its articles. A feed that is known costs no request; a new
 * one costs exactly one unconditional request in its life (and one for the page, when a page was named).
 * @param address a feed, a site or a bare host, as typed; a host without a scheme is asked by https, then by http
 * @param topics pack topics of the feed; empty for one that a channel brings itself
 * @throws UserError for everything that is wrong with the address; StoreError; the signal's reason
 */
export async function addFeedAt(
  address: string,
  topics: readonly string[],
  options: AddOptions,
  signal: AbortSignal,
): Promise<AddedFeed> {
  const urls = addressesOf(address)
  for (const url of urls) {
    const known = await findKnown(url, options)
    if (known !== undefined) return keepKnown(known, topics, options)
  }
  const found = await discoverAt(urls, options, signal)
  return 'failures' in found ? keepKnown(found, topics, options) : keep(found, topics, options)
}

/** Keeps a starter feed without fetching it; the poller does that as soon as a channel takes it. */
export function addPackFeed(feed: PackFeed, { store, clock }: Pick<AddOptions, 'store' | 'clock'>): Promise<Feed> {
  const { url, title, topics, site, language } = feed
  return store.addFeed(newFeed(url, { title, topics, siteUrl: site, language }, clock.now()))
}
