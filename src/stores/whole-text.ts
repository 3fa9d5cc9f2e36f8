import type { AnalysedArticle, ArticleId } from '../model/article.ts'
import { isTeaser, isWholeOf } from '../text/teaser.ts'
import type { Connection } from './connection.ts'
import { findText, optional, text, words } from './rows.ts'

/**
 * Keeps the whole text of an article in the place of the teaser that its feed repeats, also under a new key: a poll takes
 * nothing back. Authors and picture of the page stay where the feed names none. To be called inside a write.
 * @returns for the id of a kept article (undefined for a new one) and what a poll brings of it: what is to be kept now
 */
export function wholeTextKeeper(
  connection: Connection,
): (id: ArticleId | undefined, brought: AnalysedArticle) => AnalysedArticle {
  const find = connection.prepare('SELECT text, text_terms, authors, image_url FROM articles WHERE id = :id')
  return (id, brought) => {
    const row = id !== undefined && isTeaser(brought) ? find.find({ id }) : undefined
    if (row === undefined || !isWholeOf(text(row, 'text'), brought)) return brought
    return {
      ...optional('imageUrl', findText(row, 'image_url')),
      ...brought,
      authors: brought.authors.length > 0 ? brought.authors : words(row, 'authors'),
      text: text(row, 'text'),
      terms: { title: brought.terms.title, text: text(row, 'text_terms') },
    }
  }
}
