import type { AnalysedArticle, ArticleId } from '../model/article.ts'

/** What is looked at of a kept article to know it again under a new key. */
export interface KnownArticle {
  readonly id: ArticleId
  readonly url: string
  readonly title: string
  readonly publishedAt: Date
}

/** Share of the unknown entries of a poll that must be old acquaintances: then the publisher changed its keys. */
const REKEYED_SHARE = 0.8
/** A title alone proves nothing about one or two entries: weekly columns have the same one. */
const TITLES_AT_LEAST = 3
/** Under a title alone only an article of the same time is the same. */
const SAME_TIME_MS = 48 * 3_600_000

/** The address without scheme and host, which change when a site moves; undefined when nothing is left. */
function linkKey(url: string): string | undefined {
  const parsed = URL.parse(url)
  const key = parsed === null ? '' : parsed.pathname.replace(/\/$/, '') + parsed.search
  return key === '' ? undefined : key
}

const titleKey = (title: string): string | undefined => title.trim().toLowerCase().normalize() || undefined

type Keyed = Pick<KnownArticle, 'url' | 'title'>

/** Those that are alone with their key: a link to the front page that all entries share tells nothing. */
function alone<T extends Keyed>(all: readonly T[], keyOf: (one: T) => string | undefined): ReadonlyMap<string, T> {
  const groups = Map.groupBy(all, keyOf)
  return new Map(
    [...groups].flatMap(([key, [first, ...others]]) =>
      key === undefined || first === undefined || others.length > 0 ? [] : [[key, first] as const],
    ),
  )
}

const isSameTime = (a: KnownArticle, b: KnownArticle): boolean =>
  Math.abs(a.publishedAt.getTime() - b.publishedAt.getTime()) <= SAME_TIME_MS

/**
 * Finds out whether a publisher gave its entries new keys (a new site, another system, https for http).
 * @param unknown articles of a poll whose ids nobody knows, each once
 * @param missing kept articles of the feed that the poll does not name
 * @returns by the id of the unknown one, the kept article that it is; empty unless four fifths of the unknown are known
 */
export function findRekeyed<T extends KnownArticle>(
  unknown: readonly AnalysedArticle[],
  missing: readonly T[],
): ReadonlyMap<ArticleId, T> {
  const byLink = alone(missing, ({ url }) => linkKey(url))
  const byTitle = alone(missing, ({ title }) => titleKey(title))
  const links = alone(unknown, ({ url }) => linkKey(url))
  const titles = alone(unknown, ({ title }) => titleKey(title))
  const found = new Map<ArticleId, T>()
  const taken = new Set<ArticleId>()
  const take = (article: AnalysedArticle, known: T | undefined): void => {
    if (known === undefined || found.has(article.id) || taken.has(known.id)) return
    found.set(article.id, known)
    taken.add(known.id)
  }
  for (const [link, article] of links) take(article, byLink.get(link))
  for (const [title, article] of unknown.length < TITLES_AT_LEAST ? [] : titles) {
    const known = byTitle.get(title)
    if (known !== undefined && isSameTime(article, known)) take(article, known)
  }
  return found.size >= unknown.length * REKEYED_SHARE ? found : new Map()
}
