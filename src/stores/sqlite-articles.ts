import type { AnalysedArticle, ArticleId } from '../model/article.ts'
import type { FeedId } from '../model/feed.ts'
import type { ArticleStore } from '../ports/article-store.ts'
import type { Connection } from './connection.ts'
import { date, findText, integer, optional, type Row, text, words } from './rows.ts'
import { changeStore } from './sqlite-changes.ts'
import { articleUpdater } from './sqlite-keep.ts'
import { articleSearcher, mentionCounter } from './sqlite-search.ts'
import type { TermIndexer } from './term-indexer.ts'

const readArticle = (row: Row): AnalysedArticle => ({
  id: text(row, 'id') as ArticleId,
  feedId: text(row, 'feed_id') as FeedId,
  outlet: text(row, 'outlet'),
  url: text(row, 'url'),
  title: text(row, 'title'),
  text: text(row, 'text'),
  ...optional('language', findText(row, 'language')),
  publishedAt: date(row, 'published_at'),
  seenAt: date(row, 'seen_at'),
  authors: words(row, 'authors'),
  ...optional('imageUrl', findText(row, 'image_url')),
  topics: words(row, 'topics'),
  terms: { title: text(row, 'title_terms'), text: text(row, 'text_terms') },
})

const jsonOf = (values: readonly string[] | undefined): string | undefined =>
  values === undefined ? undefined : JSON.stringify(values)

const BY_NUMBER = `
SELECT articles.* FROM json_each(:numbers) AS wanted CROSS JOIN articles ON number = wanted.value ORDER BY wanted.key`

const LIST = `
SELECT * FROM articles
WHERE seen_at >= :from AND seen_at < :to
  AND number > :after AND number <= :upTo
  AND (:feedIds IS NULL OR feed_id IN (SELECT value FROM json_each(:feedIds)))
ORDER BY seen_at DESC, published_at DESC, id LIMIT :limit`

const COUNT = `
SELECT (SELECT count(*) FROM articles) AS articles, (SELECT count(*) FROM feeds) AS feeds,
  (SELECT count(*) FROM stories) AS stories`

const ARRIVALS = `
SELECT coalesce(max(number), 0) AS last,
  coalesce((SELECT min(number) - 1 FROM articles WHERE story_id IS NULL), max(number), 0) AS placed
FROM articles`

/** Kept articles and topic search on SQLite. */
export function articleStore(connection: Connection, indexer: Pick<TermIndexer, 'catchUp'>): ArticleStore {
  const get = connection.prepare(`
    SELECT articles.* FROM json_each(:ids) AS wanted CROSS JOIN articles ON articles.id = wanted.value
    ORDER BY wanted.key`)
  const list = connection.prepare(LIST)
  const search = articleSearcher(connection)
  const byNumber = connection.prepare(BY_NUMBER)
  const countMentions = mentionCounter(connection)
  const update = articleUpdater(connection)
  const count = connection.prepare(COUNT)
  const arrivals = connection.prepare(ARRIVALS)
  const unclustered = connection.prepare(
    'SELECT * FROM articles WHERE story_id IS NULL ORDER BY seen_at, published_at, id LIMIT :limit',
  )

  return {
    ...changeStore(connection),
    getArticles: async ids => get.all({ ids: JSON.stringify(ids) }).map(readArticle),
    updateArticles: async articles => connection.write(() => update(articles)),
    listArticles: async ({ feedIds, from, to, after, upTo, limit }) =>
      list
        .all({
          feedIds: jsonOf(feedIds),
          from: from ?? Number.MIN_SAFE_INTEGER,
          to: to ?? Number.MAX_SAFE_INTEGER,
          after: after ?? 0,
          upTo: upTo ?? Number.MAX_SAFE_INTEGER,
          limit,
        })
        .map(readArticle),
    async searchArticles(query) {
      await indexer.catchUp()
      return byNumber.all({ numbers: JSON.stringify(search(query)) }).map(readArticle)
    },
    async countMentions(query) {
      await indexer.catchUp()
      return countMentions(query)
    },
    async getArrivals() {
      const row = arrivals.find({})
      return row === undefined ? { last: 0, placed: 0 } : { last: integer(row, 'last'), placed: integer(row, 'placed') }
    },
    async countArticles() {
      const row = count.find() ?? {}
      return { articles: integer(row, 'articles'), feeds: integer(row, 'feeds'), stories: integer(row, 'stories') }
    },
    listUnclustered: async limit => unclustered.all({ limit }).map(readArticle),
  }
}
