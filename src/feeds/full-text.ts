import type { AnalysedArticle } from '../model/article.ts'
import { FetchError, FormatError } from '../model/errors.ts'
import type { ArticleStore, PageStore } from '../ports/article-store.ts'
import type { Clock } from '../ports/clock.ts'
import type { Log } from '../ports/log.ts'
import { isTeaser, isWholeOf } from '../text/teaser.ts'
import { hasArticlePage } from './article-page.ts'
import type { ExtractedArticle } from './extract.ts'
import { FETCH_LIMITS, type FetchedDocument, type Fetcher } from './fetched.ts'
import { createHostGate } from './host-gate.ts'
import { hostWithPort } from './known-hosts.ts'
import { withPageText } from './normalize.ts'
import { createRobots } from './robots.ts'

/** Pages of one poll of one feed; and how old their articles may be. */
const PAGES_PER_POLL = 10
const AGE_LIMIT_MS = 48 * 3_600_000
/** Pages under way, over all hosts: fewer than downloads in all, so that feeds never wait for pages. */
const PAGES_AT_ONCE = 8
const PAGES_PER_HOST = 2
/** Pages that wait; further articles stay as the feed gave them. */
const WAITING_MAX = 500
/** How long a host that refused is asked for no page, when it named no time itself. */
const REFUSED_MS = 3_600_000
const REFUSED_HOSTS_MAX = 1024

/** As many as for a feed. */
const REDIRECTS_MAX = FETCH_LIMITS.redirects

const IS_HTML = /^\s*(?:text\/html|application\/xhtml\+xml)\b/i

/** Finds the article of a page away from the main thread; throws FormatError when that takes too much. */
export type ExtractPage = (
  bytes: Uint8Array,
  options: { readonly url: string; readonly contentType?: string },
  signal: AbortSignal,
) => Promise<ExtractedArticle | undefined>

export interface FullTextOptions {
  readonly store: Pick<ArticleStore, 'getArticles' | 'updateArticles'> & PageStore
  /** A polite one, with the limits of pages. */
  readonly fetcher: Fetcher
  readonly extract: ExtractPage
  readonly clock: Clock
  readonly log: Log
}

/** Reads the pages of articles of which the feed gave only a teaser. */
export interface FullText {
  /**
   * Takes articles that were kept just now for the first time, of one feed, and returns at once. The newest teasers
   * of the last 48 hours, ten at the most, get the text of their page when it is the whole; each is tried once.
   */
  improve(articles: readonly AnalysedArticle[]): void
  /** Goes on with what an earlier process had no time for; once. @throws StoreError */
  resume(): Promise<void>
  /** When all that was taken is done. */
  settled(): Promise<void>
  /** Gives up what is under way and waits for its end. */
  close(): Promise<void>
}

const byNewest = (a: AnalysedArticle, b: AnalysedArticle): number => b.publishedAt.getTime() - a.publishedAt.getTime()

/** Hosts that refused a page, and until when they are left alone. */
function createRefusals(clock: Clock) {
  const until = new Map<string, number>()
  return {
    has: (host: string): boolean => (until.get(host) ?? 0) > clock.now().getTime(),
    note(host: string, { kind, retryAfterMs = REFUSED_MS, status }: FetchError): void {
      const isRefusal = kind === 'status' && (status === 401 || status === 403 || status === 429 || status === 503)
      if (!isRefusal) return
      if (until.size >= REFUSED_HOSTS_MAX) until.clear()
      until.set(host, clock.now().getTime() + retryAfterMs)
    },
  }
}

/** Reads pages of hosts that let us; remembers what they allow. */
function createPages({ fetcher, extract, clock }: Omit<FullTextOptions, 'store' | 'log'>, signal: AbortSignal) {
  const robots = createRobots({ fetcher, clock })
  const refusals = createRefusals(clock)

  /**
   * Downloads a page where the rules of its host let us. A redirect is a page of its own: links of feeds lead through
   * counters, often to another host, whose rules are asked before it is.
   */
  async function download(url: string, hops = REDIRECTS_MAX): Promise<FetchedDocument | undefined> {
    if (refusals.has(hostWithPort(url)) || !(await robots.allows(url, signal))) return undefined
    let target: string | undefined
    const follows = (to: string): boolean => {
      target = to
      return false
    }
    try {
      return await fetcher.fetch(url, { accept: 'page', signal, follows })
    } catch (error) {
      if (target === undefined || hops === 0) throw error
      return download(target, hops - 1)
    }
  }

  /** The page's article; undefined when there is none that we may read. @throws FetchError, FormatError */
  async function read(url: string): Promise<ExtractedArticle | undefined> {
    const document = await download(url)
    if (document?.kind !== 'fetched' || !IS_HTML.test(document.contentType ?? 'text/html')) return undefined
    const { contentType } = document
    const about = { url: document.url, ...(contentType === undefined ? {} : { contentType }) }
    return extract(document.bytes, about, signal)
  }
  return { read, noteRefusal: refusals.note }
}

/** Makes the reader of pages; one is made and kept, since it remembers what hosts allow. */
export function createFullText(options: FullTextOptions): FullText {
  const { store, clock, log } = options
  const ending = new AbortController()
  const { signal } = ending
  const turns = createHostGate({ clock, atOnce: PAGES_AT_ONCE, atOncePerHost: PAGES_PER_HOST, spacingMs: () => 0 })
  const pages = createPages(options, signal)
  const running = new Set<Promise<void>>()

  async function improveOne(article: AnalysedArticle): Promise<void> {
    const host = hostWithPort(article.url)
    const leave = await turns.enter(host, signal)
    try {
      const page = await pages.read(article.url)
      const whole = page === undefined ? article : withPageText(article, page)
      if (isWholeOf(whole.text, article)) await store.updateArticles([whole])
    } catch (error) {
      signal.throwIfAborted()
      if (error instanceof FetchError) pages.noteRefusal(host, error)
      if (!(error instanceof FetchError || error instanceof FormatError)) throw error
      log.debug({ feed: article.feedId, host }, `page not read: ${error.message}`)
    } finally {
      leave()
    }
  }

  const complainOf =
    ({ feedId }: AnalysedArticle) =>
    (error: unknown): void => {
      if (!signal.aborted) log.error({ feed: feedId, error }, 'a page could not be read')
    }

  /** What was tried, well or badly, is not tried again; what was given up at the end is. */
  async function tryOnce(article: AnalysedArticle, isKept: Promise<void>): Promise<void> {
    await isKept.catch(complainOf(article))
    await improveOne(article).catch(complainOf(article))
    if (!signal.aborted) await store.dropPages([article.id])
  }
  function start(article: AnalysedArticle, isKept: Promise<void>): void {
    const work = tryOnce(article, isKept)
      .catch(complainOf(article))
      .finally(() => running.delete(work))
    running.add(work)
  }
  const isWanted = (article: AnalysedArticle): boolean =>
    article.publishedAt.getTime() >= clock.now().getTime() - AGE_LIMIT_MS &&
    isTeaser(article) &&
    hasArticlePage(article)
  let resumed: Promise<void> | undefined
  async function resume(): Promise<void> {
    const ids = await store.listPages()
    const wanted = (await store.getArticles(ids)).filter(isWanted).slice(0, WAITING_MAX)
    const kept = new Set(wanted.map(({ id }) => id))
    await store.dropPages(ids.filter(id => !kept.has(id)))
    for (const article of signal.aborted ? [] : wanted) start(article, Promise.resolve())
  }

  const settled = async (): Promise<void> => {
    while (running.size > 0) await Promise.all(running)
  }
  return {
    improve(articles) {
      if (signal.aborted) return
      const places = Math.min(PAGES_PER_POLL, Math.max(0, WAITING_MAX - running.size))
      const wanted = articles.filter(isWanted).toSorted(byNewest).slice(0, places)
      if (wanted.length === 0) return
      const isKept = store.addPages(wanted.map(({ id }) => id))
      for (const article of wanted) start(article, isKept)
    },
    resume: () =>
      (resumed ??= resume().catch((error: unknown) => {
        resumed = undefined
        throw error
      })),
    settled,
    close() {
      ending.abort()
      return settled()
    },
  }
}
