import { setImmediate as nextTurn } from 'node:timers/promises'
import type { AnalysedArticle, ArticleId } from '../model/article.ts'
import type { Feed, ParsedFeed } from '../model/feed.ts'
import { normalizeEntries } from './normalize.ts'

/** Entries that are analysed before others get their turn: some 15 ms of work. */
const SLICE = 50

/**
 * The articles of a feed document, in its order, each once. A long document is normalized in slices, so that the main
 * loop is never held for long.
 * @param now when the document was read
 */
export async function articlesOf(parsed: ParsedFeed, feed: Feed, now: Date): Promise<readonly AnalysedArticle[]> {
  const articles = new Map<ArticleId, AnalysedArticle>()
  for (let start = 0; start < parsed.entries.length; start += SLICE) {
    if (start > 0) await nextTurn()
    const entries = parsed.entries.slice(start, start + SLICE)
    for (const article of normalizeEntries({ ...parsed, entries }, feed, now)) {
      if (!articles.has(article.id)) articles.set(article.id, article)
    }
  }
  return [...articles.values()]
}
