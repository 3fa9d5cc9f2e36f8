import { setImmediate as nextTurn } from 'node:timers/promises'
import type { AnalysedArticle, ArticleId } from '../model/article.ts'
import type { Entry, Feed, ParsedFeed } from '../model/feed.ts'
import { normalizeEntries } from './normalize.ts'
import { withOwnIds } from './shared-ids.ts'

/** What is normalized before others get their turn, some 15 ms of work: entries, and characters of their bodies. */
const SLICE_ENTRIES = 50
const SLICE_CHARACTERS = 128 * 1024

const weightOf = ({ title, summary, content }: Entry): number =>
  (title?.length ?? 0) + (summary?.length ?? 0) + (content?.length ?? 0)

function* slicesOf(entries: readonly Entry[]): Generator<readonly Entry[]> {
  let slice: Entry[] = []
  let weight = 0
  for (const entry of entries) {
    slice.push(entry)
    weight += weightOf(entry)
    if (slice.length < SLICE_ENTRIES && weight < SLICE_CHARACTERS) continue
    yield slice
    slice = []
    weight = 0
  }
  if (slice.length > 0) yield slice
}

/**
 * The articles of a feed document, in its order, each once. A long document is normalized in slices, so that the main
 * loop is never held for long.
 * @param now when the document was read
 */
export async function articlesOf(parsed: ParsedFeed, feed: Feed, now: Date): Promise<readonly AnalysedArticle[]> {
  const articles = new Map<ArticleId, AnalysedArticle>()
  for (const entries of slicesOf(withOwnIds(parsed.entries))) {
    for (const article of normalizeEntries({ ...parsed, entries }, feed, now)) {
      if (!articles.has(article.id)) articles.set(article.id, article)
    }
    await nextTurn()
  }
  return [...articles.values()]
}
