import type { AnalysedArticle, ArticleId, KeptArticles } from '../model/article.ts'
import type { FeedId } from '../model/feed.ts'
import { encode } from './codec.ts'
import type { Connection, Params } from './connection.ts'
import { contentHash } from './fingerprint.ts'
import { findRekeyed } from './rekey.ts'
import { date, text } from './rows.ts'
import { changeKeeper, type FoundChange } from './sqlite-changes.ts'
import { wholeTextKeeper } from './whole-text.ts'

const INSERT = `
INSERT INTO articles (id, feed_id, published_at, seen_at, content_hash, outlet, url, language, authors, image_url,
  topics, title, title_terms, text_terms, text)
VALUES (:id, :feedId, :publishedAt, :seenAt, :hash, :outlet, :url, :language, :authors, :imageUrl,
  :topics, :title, :titleTerms, :textTerms, :text)`

// seen_at, published_at and the story stay: an edit is not news.
const UPDATE = `
UPDATE articles SET content_hash = :hash, outlet = :outlet, url = :url, language = :language, authors = :authors,
  image_url = :imageUrl, topics = :topics, title = :title, title_terms = :titleTerms, text_terms = :textTerms,
  text = :text
WHERE id = :id`

const NO_WORDS = '[]'
/** Most articles have no author and no topic. */
const encodeWords = (words: readonly string[]): string => (words.length === 0 ? NO_WORDS : encode(words))

const shared = (article: AnalysedArticle, hash: string): Params => ({
  id: article.id,
  hash,
  outlet: article.outlet,
  url: article.url,
  language: article.language,
  authors: encodeWords(article.authors),
  imageUrl: article.imageUrl,
  topics: encodeWords(article.topics),
  title: article.title,
  titleTerms: article.terms.title,
  textTerms: article.terms.text,
  text: article.text,
})

/**
 * Writes known articles anew, to be called inside a write; returns how many there were. We read more of them: that is no
 * edit of the publisher's, so no change is remembered.
 */
export function articleUpdater(connection: Connection): (articles: readonly AnalysedArticle[]) => number {
  const update = connection.prepare(UPDATE)
  return articles => articles.reduce((count, article) => count + update.run(shared(article, contentHash(article))), 0)
}

/** Kept articles of a feed among which those with a new key are looked for. */
const REMEMBERED = 1000

interface KnownHash {
  readonly id: ArticleId
  readonly hash: string
  /** The publisher gave it a new key with this poll. */
  readonly isRekeyed: boolean
}

type Finder = (feedId: FeedId, articles: ReadonlyMap<ArticleId, AnalysedArticle>) => ReadonlyMap<string, KnownHash>

/** Finds articles under their ids and other names, and those that got a new key with this poll. */
function articleFinder(connection: Connection): Finder {
  const findKnown = connection.prepare(`
    SELECT wanted.value AS asked, articles.id, content_hash FROM json_each(:ids) AS wanted
    CROSS JOIN articles ON articles.id = coalesce((SELECT article_id FROM article_aliases WHERE alias = wanted.value), wanted.value)`)
  const listRecent = connection.prepare(`
    SELECT id, url, title, published_at, content_hash FROM articles WHERE feed_id = :feedId
    ORDER BY seen_at DESC LIMIT ${REMEMBERED}`)
  const addAlias = connection.prepare(
    'INSERT INTO article_aliases (alias, article_id) VALUES (:alias, :id) ON CONFLICT DO NOTHING',
  )
  return (feedId, articles) => {
    const ids = JSON.stringify([...articles.keys()])
    const known = new Map<string, KnownHash>()
    for (const row of findKnown.all({ ids })) {
      const found = { id: text(row, 'id') as ArticleId, hash: text(row, 'content_hash'), isRekeyed: false }
      known.set(text(row, 'asked'), found)
    }
    const unknown = [...articles.values()].filter(({ id }) => !known.has(id))
    if (unknown.length === 0) return known
    const named = new Set([...known.values()].map(({ id }) => id))
    const missing = listRecent
      .all({ feedId })
      .map(row => ({
        id: text(row, 'id') as ArticleId,
        hash: text(row, 'content_hash'),
        url: text(row, 'url'),
        title: text(row, 'title'),
        publishedAt: date(row, 'published_at'),
        isRekeyed: true,
      }))
      .filter(({ id }) => !named.has(id))
    for (const [alias, found] of missing.length === 0 ? [] : findRekeyed(unknown, missing)) {
      addAlias.run({ alias, id: found.id })
      known.set(alias, found)
    }
    return known
  }
}

/**
 * Keeps what a poll of a feed brought, to be called inside a write. Most of it is known already: one look at ids and
 * hashes finds that out, and only what is new or changed is written. Of two articles with one id the first counts.
 */
export function articleKeeper(
  connection: Connection,
): (feedId: FeedId, articles: readonly AnalysedArticle[]) => KeptArticles {
  const find = articleFinder(connection)
  const keepChanges = changeKeeper(connection)
  const withWholeText = wholeTextKeeper(connection)
  const insert = connection.prepare(INSERT)
  const update = connection.prepare(UPDATE)
  const add = (article: AnalysedArticle, hash: string): void => {
    const { feedId, publishedAt, seenAt } = article
    insert.run({ ...shared(article, hash), feedId, publishedAt, seenAt })
  }

  return (feedId, articles) => {
    const distinct = new Map(articles.toReversed().map(article => [article.id, article]))
    const known = find(feedId, distinct)
    const done = new Set<ArticleId>()
    const added: ArticleId[] = []
    const edits: FoundChange[] = []
    const updates: (() => void)[] = []
    for (const brought of articles) {
      const before = known.get(brought.id)
      const id = before?.id ?? brought.id
      if (done.has(id)) continue
      done.add(id)
      const article = withWholeText(before?.id, brought)
      const newHash = contentHash(article)
      if (before === undefined) {
        add(article, newHash)
        added.push(id)
        continue
      }
      if (before.hash !== newHash) edits.push({ id, article, oldHash: before.hash, newHash })
      if (before.hash !== newHash || before.isRekeyed) {
        updates.push(() => void update.run(shared({ ...article, id }, newHash)))
      }
    }
    keepChanges(edits)
    for (const run of updates) run()
    return { added, changed: edits.map(({ id }) => id), unchanged: articles.length - added.length - edits.length }
  }
}
