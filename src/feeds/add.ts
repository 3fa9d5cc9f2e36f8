import type { Article } from '../model/article.ts'
import { FetchError, FormatError, UserError } from '../model/errors.ts'
import type { Feed } from '../model/feed.ts'
import { feedAddress, maskSecrets } from '../text/url.ts'
import { articlesOf } from './articles-of.ts'
import { feedErrorToUser } from './feed-error.ts'
import { feedIdOf, newFeed } from './feed-id.ts'
import { type AddOptions, type Discovered, discover, findKnown } from './find-feed.ts'
import { POLL_INTERVAL_MS } from './next-poll.ts'
import { POLL_LEASE_MS } from './poll.ts'
import { feedTitle, successResult } from './poll-result.ts'

/** A feed that a person brought. */
export interface AddedFeed {
  readonly feed: Feed
  readonly isNew: boolean
  /** Its newest article, when it was fetched just now. */
  readonly newest?: Article
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

const isNotThere = (error: unknown): boolean => error instanceof UserError && error.code === 'unreachable'

/**
 * Tries the addresses in order, each when the one before is not there.
 * @throws UserError about the last that is there; about the first when none is
 */
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
    const told = error instanceof FetchError || error instanceof FormatError ? feedErrorToUser(error, url) : error
    if (others.length === 0 || !isWithoutHttps(error)) throw told
    return await discoverAt(others, options, signal).catch((other: unknown) => {
      throw isNotThere(other) ? told : other
    })
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
