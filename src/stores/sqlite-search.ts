import type { MentionQuery, Mentions, TopicQuery } from '../ports/article-store.ts'
import type { Connection } from './connection.ts'
import { findInteger, integer, type Row, text } from './rows.ts'

/** Hits that are looked at in one go, newest arrivals first. */
const PAGE = 3_000
/**
 * Of more hits the older ones are not looked at: so many are read only when few of them are of the feeds that were asked
 * for. It bounds a search, whatever the word, to some 20 ms.
 */
const SCANNED_AT_MOST = 21_000
/** With more wanted words the expression for "all but one" would grow with their square. */
const ALL_BUT_ONE_WORDS = 6
/** Hits of a window that are counted one by one; of more, a sample of about so many. */
const COUNTED_AT_MOST = 5_000

/** A stem as FTS5 takes it literally: https://sqlite.org/fts5.html#fts5_strings */
const quoted = (stem: string): string => `"${stem.replaceAll('\0', '').replaceAll('"', '""')}"`

type Groups = TopicQuery['groups']

const anyStem = (group: readonly string[]): string => `(${group.map(quoted).join(' OR ')})`
const allOf = (groups: Groups): string => groups.map(anyStem).join(' AND ')

/** The articles that hold all groups but one of them, whichever. */
const allButOne = (groups: Groups): string =>
  groups.map((_, left) => `(${allOf(groups.filter((__, at) => at !== left))})`).join(' OR ')

const IN_FEEDS = '(:feedIds IS NULL OR feed_id IN (SELECT value FROM json_each(:feedIds)))'

/**
 * A number as FTS5 takes it for the bound of a range. node:sqlite binds every number as REAL, and by a REAL FTS5 narrows
 * nothing (fts5GetRowidLimit(), https://sqlite.org/src/file/ext/fts5/fts5_main.c): it would walk all hits of the word.
 */
const whole = (parameter: string): string => `CAST(${parameter} AS INTEGER)`

// Arrival numbers are rowids, so FTS5 walks the newest first and stops early: https://sqlite.org/fts5.html#fts5_table_options
const PAGE_OF_HITS = `
WITH hits AS MATERIALIZED (
  SELECT rowid AS hit FROM article_terms
  WHERE article_terms MATCH :match AND rowid >= ${whole(':first')} AND rowid < ${whole(':before')}
  ORDER BY rowid DESC LIMIT ${PAGE}
)
SELECT number, published_at, id, (SELECT min(hit) FROM hits) AS oldest, (SELECT count(*) FROM hits) AS hits
FROM (SELECT 1) LEFT JOIN (
  SELECT number, published_at, id FROM hits CROSS JOIN articles INDEXED BY articles_hit ON number = hit
  WHERE (:since IS NULL OR published_at >= :since) AND ${IN_FEEDS}
  ORDER BY published_at DESC, id LIMIT :limit
)`

// Nothing is published after it was seen, so what was seen before a time is no match for it. Numbers follow seen_at: but
// what one poll brought has one time in any order, and a clock may have been set back a little.
const FIRST_SEEN_SINCE = `
WITH seen AS (SELECT number, seen_at FROM articles WHERE seen_at >= :since ORDER BY seen_at LIMIT 1000)
SELECT min(number) AS number FROM (
  SELECT number FROM seen UNION ALL SELECT number FROM articles WHERE seen_at = (SELECT min(seen_at) FROM seen)
)`

interface Hit {
  readonly number: number
  readonly publishedAt: number
  readonly id: string
}

const readHit = (row: Row): readonly Hit[] => {
  const number = findInteger(row, 'number')
  return number === undefined ? [] : [{ number, publishedAt: integer(row, 'published_at'), id: text(row, 'id') }]
}

const newestFirst = (a: Hit, b: Hit): number => b.publishedAt - a.publishedAt || (a.id < b.id ? -1 : 1)

/** What every search needs to know of its window. */
interface Window {
  readonly feedIds: string | undefined
  readonly since: Date | undefined
  readonly first: number
  readonly limit: number
}

type FindHits = (match: string, window: Window) => readonly Hit[]

/** Finds the newest matches; more pages of hits are read only while too few of them are of the feeds. */
function hitFinder(connection: Connection): FindHits {
  const page = connection.prepare(PAGE_OF_HITS)
  return (match, window) => {
    const found: Hit[] = []
    let before = Number.MAX_SAFE_INTEGER
    for (let scanned = 0; scanned < SCANNED_AT_MOST; scanned += PAGE) {
      const rows = page.all({ match, before, ...window })
      found.push(...rows.flatMap(readHit))
      const last = rows[0]
      if (found.length >= window.limit || last === undefined || integer(last, 'hits') < PAGE) break
      before = integer(last, 'oldest')
    }
    return found.sort(newestFirst).slice(0, window.limit)
  }
}

/** The articles that hold some of the groups, those that hold more of them first; each group's newest hits are counted. */
function countedHits(groups: Groups, window: Window, find: FindHits): readonly Hit[] {
  const counts = new Map<number, { readonly hit: Hit; readonly groups: number }>()
  for (const group of groups) {
    for (const hit of find(anyStem(group), { ...window, limit: PAGE })) {
      counts.set(hit.number, { hit, groups: (counts.get(hit.number)?.groups ?? 0) + 1 })
    }
  }
  return [...counts.values()].sort((a, b) => b.groups - a.groups || newestFirst(a.hit, b.hit)).map(({ hit }) => hit)
}

/** Ways to find articles, best matches first; a later one is gone only when the ones before it find too few. */
function tiersOf(groups: Groups, atLeast: number, window: Window, find: FindHits): readonly (() => readonly Hit[])[] {
  const hasAllButOne = groups.length > 2 && groups.length <= ALL_BUT_ONE_WORDS
  const exact = hasAllButOne ? groups.length - 1 : groups.length
  return [
    () => find(allOf(groups), window),
    ...(hasAllButOne && atLeast <= exact ? [() => find(allButOne(groups), window)] : []),
    ...(groups.length > 1 && atLeast < exact ? [() => countedHits(groups, window, find)] : []),
  ]
}

/**
 * The search of the article store on FTS5.
 * @returns given a query, the arrival numbers of the matching articles in the order promised by the port
 */
export function articleSearcher(connection: Connection): (query: TopicQuery) => readonly number[] {
  const find = hitFinder(connection)
  const firstSince = connection.prepare(FIRST_SEEN_SINCE)
  const windowOf = ({ feedIds, since, limit }: TopicQuery): Window | undefined => {
    const first = since === undefined ? 0 : findInteger(firstSince.find({ since }) ?? { number: null }, 'number')
    const feeds = feedIds === undefined ? undefined : JSON.stringify(feedIds)
    return first === undefined ? undefined : { feedIds: feeds, since, first, limit }
  }
  return query => {
    const groups = query.groups.filter(group => group.length > 0)
    const window = windowOf(query)
    if (window === undefined || groups.length === 0) return []
    const numbers = new Set<number>()
    for (const tier of tiersOf(groups, query.atLeast ?? 1, window, find)) {
      if (numbers.size < query.limit) for (const { number } of tier()) numbers.add(number)
    }
    return [...numbers].slice(0, query.limit)
  }
}

const NEWEST_HITS = `
SELECT count(*) AS hits, min(hit) AS oldest, (SELECT max(number) FROM articles) AS last FROM (
  SELECT rowid AS hit FROM article_terms WHERE article_terms MATCH :match AND rowid >= ${whole(':first')}
  ORDER BY rowid DESC LIMIT ${COUNTED_AT_MOST}
)`

const COUNT_BY_TIME = `
SELECT CAST((:toMs - published_at - 1) / :bucketMs AS INTEGER) AS bucket, count(*) AS articles
FROM article_terms CROSS JOIN articles INDEXED BY articles_hit ON number = article_terms.rowid
WHERE article_terms MATCH :match AND article_terms.rowid >= ${whole(':first')}
  AND article_terms.rowid % ${whole(':step')} = 0
  AND published_at >= :fromMs AND published_at < :toMs AND ${IN_FEEDS}
GROUP BY bucket`

const KEPT_SINCE = 'SELECT min(seen_at) AS kept_since FROM articles'

/** Counts mentions over time; see ArticleStore.countMentions(). */
export function mentionCounter(connection: Connection): (query: MentionQuery) => Mentions {
  const firstSince = connection.prepare(FIRST_SEEN_SINCE)
  const newest = connection.prepare(NEWEST_HITS)
  const count = connection.prepare(COUNT_BY_TIME)
  const keptSince = connection.prepare(KEPT_SINCE)

  /** Every how-manieth article is looked at, so that about COUNTED_AT_MOST hits are. */
  const stepFor = (match: string, first: number): number => {
    const row = newest.find({ match, first })
    if (row === undefined || integer(row, 'hits') < COUNTED_AT_MOST) return 1
    const last = integer(row, 'last')
    return Math.max(1, Math.ceil((last - first + 1) / Math.max(1, last - integer(row, 'oldest') + 1)))
  }

  return ({ groups, feedIds, to, bucketMs, buckets }) => {
    const fromMs = to.getTime() - bucketMs * buckets
    const counts: number[] = new Array(buckets).fill(0)
    const kept = findInteger(keptSince.find() ?? { kept_since: null }, 'kept_since')
    const since = kept === undefined ? {} : { keptSince: new Date(kept) }
    const first = findInteger(firstSince.find({ since: fromMs }) ?? { number: null }, 'number')
    const isAsked = groups.length > 0 && groups.every(group => group.length > 0)
    if (first === undefined || !isAsked) return { counts, isEstimate: false, ...since }
    const match = allOf(groups)
    const step = stepFor(match, first)
    const feeds = feedIds === undefined ? undefined : JSON.stringify(feedIds)
    for (const row of count.all({ match, first, step, fromMs, toMs: to.getTime(), bucketMs, feedIds: feeds })) {
      counts[buckets - 1 - integer(row, 'bucket')] = integer(row, 'articles') * step
    }
    return { counts, isEstimate: step > 1, ...since }
  }
}
