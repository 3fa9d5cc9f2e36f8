import type { AnalysedArticle } from '../model/article.ts'
import { FetchError, FormatError, SeveralFeedsError, UserError } from '../model/errors.ts'
import type { Feed, ParsedFeed } from '../model/feed.ts'
import type { Clock } from '../ports/clock.ts'
import type { FeedStore } from '../ports/store.ts'
import { maskSecrets } from '../text/url.ts'
import { choicesOf, mainFirst } from './choices.ts'
import { discoverFeeds, type FeedCandidate, findRefresh } from './discover.ts'
import { feedErrorToUser, isBusy, isOpml, notFeed } from './feed-error.ts'
import { feedIdOf } from './feed-id.ts'
import type { FetchedDocument, Fetcher } from './fetched.ts'
import { pageText } from './page-text.ts'
import { type ParseFeed, parseOptions } from './poll-result.ts'
import { findSite } from './sites.ts'

export interface AddOptions {
  readonly store: FeedStore
  /** A polite one: a person's wish is asked of a host in its turn, like all others. */
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

/** How many of a page's feeds are tried before it counts as having none. */
const CANDIDATES_TRIED = 6
/** Pages that lead on by themselves are followed so far. */
const REFRESHES = 2

/** A document that turned out to be a feed. */
export interface Discovered {
  /** The address that was asked for. */
  readonly url: string
  readonly document: FetchedDocument & { kind: 'fetched' }
  readonly parsed: ParsedFeed
}

type Opened =
  | { readonly kind: 'feed'; readonly found: Discovered }
  | { readonly kind: 'page'; readonly html: string; readonly url: string }

/** Downloads an address and looks what it is. @throws FetchError, UserError when it is neither feed nor page */
async function open(url: string, { fetcher, parse }: AddOptions, signal: AbortSignal): Promise<Opened> {
  const document = await fetcher.fetch(url, { accept: 'feed', signal })
  if (document.kind !== 'fetched') throw new FetchError('protocol', '"not modified" although nothing was kept')
  try {
    const parsed = await parse(document.bytes, parseOptions(document), signal)
    return { kind: 'feed', found: { url, document, parsed } }
  } catch (error) {
    if (!(error instanceof FormatError)) throw error
    if (error.found !== 'html' || isOpml(document.bytes)) throw notFeed(url, document.bytes, error)
    return { kind: 'page', html: pageText(document.bytes, document.contentType), url: document.url }
  }
}

/** A feed that is kept already: under this address, or under one that it was first known by. */
export const findKnown = async (url: string, { store }: Pick<AddOptions, 'store'>): Promise<Feed | undefined> =>
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
  let trouble: UserError | undefined
  for (const { url, isDeclared } of candidates.slice(0, CANDIDATES_TRIED)) {
    const known = await findKnown(url, options)
    if (known !== undefined) return known
    try {
      const opened = await open(url, options, signal)
      if (opened.kind === 'feed') return opened.found
    } catch (error) {
      signal.throwIfAborted()
      // What it has is not known as long as it does not answer: that it has no feed would be wrong.
      if (isBusy(error)) throw error
      if (isDeclared && error instanceof FetchError) trouble ??= feedErrorToUser(error, url)
      else if (isHostTrouble(error)) break
    }
  }
  // Told of the feed's own address: the page that names it is there.
  if (trouble !== undefined) throw trouble
  return undefined
}

/** The feed that a known service has for this address, without its page: the first that is not empty. */
async function discoverAtSite(
  url: string,
  html: string | undefined,
  options: AddOptions,
  signal: AbortSignal,
): Promise<Discovered | Feed | undefined> {
  const known = findSite(url)
  const urls = known?.site.feeds(known.url, html) ?? []
  let empty: Discovered | undefined
  for (const candidate of urls) {
    const found = await tryCandidates([{ url: candidate, isDeclared: false }], options, signal)
    if (found === undefined) continue
    if ('failures' in found || found.parsed.entries.length > 0) return found
    empty ??= found
  }
  return empty
}

/** The service's feed is named by its page only. */
function needsPage(url: string): boolean {
  const known = findSite(url)
  return known !== undefined && known.site.feeds(known.url).length === 0
}

/** The feed that a page names, or that lies in a usual place. @throws SeveralFeedsError, UserError */
async function discoverOnPage(
  page: Opened & { kind: 'page' },
  url: string,
  options: AddOptions,
  signal: AbortSignal,
): Promise<Discovered | Feed> {
  const candidates = discoverFeeds(page.html, page.url).filter(one => one.url !== url && one.url !== page.url)
  const choices = choicesOf(candidates, page.url)
  if (choices.length > 0) throw new SeveralFeedsError(maskSecrets(url), choices)
  const found = await tryCandidates(mainFirst(candidates, page.url), options, signal)
  if (found === undefined) throw new UserError('noFeedOnPage', { url: maskSecrets(url) })
  return found
}

/**
 * Finds the feed behind an address: what its service is known to have, the document itself, or the page's feed.
 * @param refreshes how many pages may lead on by themselves
 * @throws FetchError; UserError, SeveralFeedsError when the page leaves a choice; the signal's reason
 */
export async function discover(
  url: string,
  options: AddOptions,
  signal: AbortSignal,
  refreshes = REFRESHES,
): Promise<Discovered | Feed> {
  const direct = await discoverAtSite(url, undefined, options, signal)
  if (direct !== undefined) return direct
  const opened = await open(url, options, signal)
  if (opened.kind === 'feed') return opened.found
  if (needsPage(url)) {
    const found = await discoverAtSite(url, opened.html, options, signal)
    if (found !== undefined) return found
  }
  const next = refreshes > 0 ? findRefresh(opened.html, opened.url) : undefined
  const isNamed = discoverFeeds(opened.html, opened.url).some(({ isDeclared }) => isDeclared)
  if (next !== undefined && !isNamed) return discover(next, options, signal, refreshes - 1)
  return discoverOnPage(opened, url, options, signal)
}
