import type { ArticleId } from '../model/article.ts'
import { bySlot, type LiveArticle } from './live-article.ts'

/** The lead's text is at least this share of the longest: a bare headline does not lead. */
const SUBSTANTIAL_SHARE = 0.5

/**
 * The article that a story is named after: the first published of those whose text is at least half as long as the
 * longest one's.
 * @param articles at least one
 */
export function chooseLead(articles: readonly LiveArticle[]): ArticleId {
  const longest = Math.max(...articles.map(({ textLength }) => textLength))
  const substantial = articles.filter(({ textLength }) => textLength >= SUBSTANTIAL_SHARE * longest)
  const [lead] = substantial.toSorted((a, b) => a.publishedMs - b.publishedMs || bySlot(a, b))
  if (lead === undefined) throw new RangeError('a story has at least one article')
  return lead.id
}
