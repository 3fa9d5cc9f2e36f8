import type { AnalysedArticle, ArticleChange, ArticleId } from '../model/article.ts'
import type { ArticleStore } from '../ports/article-store.ts'
import { encode } from './codec.ts'
import type { Connection } from './connection.ts'
import { date, findText, integer, optional, type Row, text, words } from './rows.ts'
import { changedSentences } from './sentence-changes.ts'

/** Versions of an article that are remembered. */
const CHANGES_PER_ARTICLE = 20
/** When more than these change in one poll, the publisher changed its form, not its words: only hashes are kept. */
const COMPARED_PER_POLL = 50

/** An edit that was found: the article as it is now, and the hashes of both versions. */
export interface FoundChange {
  readonly id: ArticleId
  readonly article: AnalysedArticle
  readonly oldHash: string
  readonly newHash: string
}

const readChange = (row: Row): ArticleChange => ({
  articleId: text(row, 'article_id') as ArticleId,
  at: date(row, 'at'),
  oldHash: text(row, 'old_hash'),
  newHash: text(row, 'new_hash'),
  removed: words(row, 'removed'),
  added: words(row, 'added'),
})

/** Remembers edits; to be called inside a write, before the articles are updated. */
export function changeKeeper(connection: Connection): (changes: readonly FoundChange[]) => void {
  const find = connection.prepare('SELECT title, text, language FROM articles WHERE id = :id')
  const insert = connection.prepare(`
    INSERT INTO article_changes (article_id, at, old_hash, new_hash, removed, added)
    VALUES (:id, :at, :oldHash, :newHash, :removed, :added)`)
  const forget = connection.prepare(`
    DELETE FROM article_changes WHERE article_id = :id AND number <= (
      SELECT number FROM article_changes WHERE article_id = :id ORDER BY number DESC LIMIT 1 OFFSET :kept)`)

  return changes => {
    for (const [index, { id, article, oldHash, newHash }] of changes.entries()) {
      const row = index < COMPARED_PER_POLL ? find.find({ id }) : undefined
      const before =
        row === undefined
          ? article
          : { title: text(row, 'title'), text: text(row, 'text'), ...optional('language', findText(row, 'language')) }
      const { removed, added } = changedSentences(before, article)
      insert.run({ id, at: article.seenAt, oldHash, newHash, removed: encode(removed), added: encode(added) })
      forget.run({ id, kept: CHANGES_PER_ARTICLE })
    }
  }
}

/** The part of the article store that tells what was edited. */
export function changeStore(connection: Connection): Pick<ArticleStore, 'listChanges' | 'listChanged'> {
  const list = connection.prepare(`
    SELECT * FROM article_changes WHERE article_id IN (SELECT value FROM json_each(:ids)) ORDER BY number DESC`)
  const behind = connection.prepare(`
    SELECT number, article_id FROM article_changes WHERE number > :after ORDER BY number LIMIT :limit`)
  return {
    listChanges: async ids => list.all({ ids: JSON.stringify(ids) }).map(readChange),
    async listChanged(after, limit) {
      const rows = behind.all({ after, limit })
      const last = rows.at(-1)
      return {
        articleIds: [...new Set(rows.map(row => text(row, 'article_id') as ArticleId))],
        last: last === undefined ? after : integer(last, 'number'),
      }
    },
  }
}
