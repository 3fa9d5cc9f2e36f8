import type { AnalysedArticle, ArticleId, KeptArticles } from '../model/article.ts'
import { encode } from './codec.ts'
import type { Connection, Params } from './connection.ts'
import { contentHash } from './fingerprint.ts'
import { text } from './rows.ts'

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

const shared = (article: AnalysedArticle, hash: string): Params => ({
  id: article.id,
  hash,
  outlet: article.outlet,
  url: article.url,
  language: article.language,
  authors: encode(article.authors),
  imageUrl: article.imageUrl,
  topics: encode(article.topics),
  title: article.title,
  titleTerms: article.terms.title,
  textTerms: article.terms.text,
  text: article.text,
})

/** Writes known articles anew, to be called inside a write; returns how many there were. */
export function articleUpdater(connection: Connection): (articles: readonly AnalysedArticle[]) => number {
  const update = connection.prepare(UPDATE)
  return articles => articles.reduce((count, article) => count + update.run(shared(article, contentHash(article))), 0)
}

/**
 * Keeps a batch of articles, to be called inside a write. Most of what a feed says is known already: one look at ids and
 * hashes finds that out, and only what is new or changed is written. Of two articles with one id the first counts.
 */
export function articleKeeper(connection: Connection): (articles: readonly AnalysedArticle[]) => KeptArticles {
  const findHashes = connection.prepare(
    'SELECT id, content_hash FROM articles WHERE id IN (SELECT value FROM json_each(:ids))',
  )
  const insert = connection.prepare(INSERT)
  const update = connection.prepare(UPDATE)

  return articles => {
    const ids = JSON.stringify(articles.map(article => article.id))
    const hashes = new Map(findHashes.all({ ids }).map(row => [text(row, 'id'), text(row, 'content_hash')]))
    const done = new Set<ArticleId>()
    const added: ArticleId[] = []
    const changed: ArticleId[] = []
    for (const article of articles) {
      if (done.has(article.id)) continue
      done.add(article.id)
      const known = hashes.get(article.id)
      const hash = contentHash(article)
      if (known === undefined) {
        insert.run({
          ...shared(article, hash),
          feedId: article.feedId,
          publishedAt: article.publishedAt,
          seenAt: article.seenAt,
        })
        added.push(article.id)
      } else if (known !== hash) {
        update.run(shared(article, hash))
        changed.push(article.id)
      }
    }
    return { added, changed, unchanged: articles.length - added.length - changed.length }
  }
}
