import type { AnalysedArticle, ArticleId } from '../model/article.ts'
import type { Story, StoryId } from '../model/story.ts'

/** Order of arrival. */
export const bySeen = (a: AnalysedArticle, b: AnalysedArticle): number =>
  a.seenAt.getTime() - b.seenAt.getTime() || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** The lead's text is at least this share of the longest: a bare headline does not lead. */
const SUBSTANTIAL_SHARE = 0.5

/**
 * The article that a story is named after: the first published of those whose text is at least half as long as the
 * longest one's.
 * @param articles at least one
 */
export function chooseLead(articles: readonly AnalysedArticle[]): AnalysedArticle {
  const longest = Math.max(...articles.map(({ text }) => text.length))
  const substantial = articles.filter(({ text }) => text.length >= SUBSTANTIAL_SHARE * longest)
  const [lead] = substantial.toSorted((a, b) => a.publishedAt.getTime() - b.publishedAt.getTime() || bySeen(a, b))
  if (lead === undefined) throw new RangeError('a story has at least one article')
  return lead
}

function seenSpan(articles: readonly AnalysedArticle[]): { firstSeenAt: Date; lastSeenAt: Date } {
  const times = articles.map(({ seenAt }) => seenAt.getTime())
  return { firstSeenAt: new Date(Math.min(...times)), lastSeenAt: new Date(Math.max(...times)) }
}

/** A new story of these articles, at least one, in their order. */
export function openStory(articles: readonly AnalysedArticle[], newId: (lead: ArticleId) => StoryId): Story {
  const lead = chooseLead(articles)
  return { id: newId(lead.id), articleIds: articles.map(({ id }) => id), leadId: lead.id, ...seenSpan(articles) }
}

/** The story with these articles added; its id and lead stay. */
export function growStory(story: Story, added: readonly AnalysedArticle[]): Story {
  const { firstSeenAt, lastSeenAt } = seenSpan(added)
  return {
    ...story,
    articleIds: [...story.articleIds, ...added.map(({ id }) => id)],
    firstSeenAt: firstSeenAt < story.firstSeenAt ? firstSeenAt : story.firstSeenAt,
    lastSeenAt: lastSeenAt > story.lastSeenAt ? lastSeenAt : story.lastSeenAt,
  }
}
