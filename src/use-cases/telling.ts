import type { StoryToTell } from '../digests/story-item.ts'
import type { AnalysedArticle } from '../model/article.ts'
import type { Coverage } from '../model/digest.ts'
import type { Feed } from '../model/feed.ts'
import type { Story, StoryId } from '../model/story.ts'
import type { StoryStore } from '../ports/article-store.ts'
import { countOrigins } from '../stories/origins.ts'
import type { StoryCandidate } from '../stories/rank.ts'
import { satireLabel } from '../text/satire.ts'

const byTime = (a: AnalysedArticle, b: AnalysedArticle): number =>
  a.publishedAt.getTime() - b.publishedAt.getTime() || (a.id < b.id ? -1 : 1)

/** The story's lead when it is among the articles, else the earliest; then the others by time. */
function leadFirst(story: Story, articles: readonly AnalysedArticle[]): readonly AnalysedArticle[] {
  const sorted = articles.toSorted(byTime)
  const lead = sorted.find(({ id }) => id === story.leadId) ?? sorted[0]
  return lead === undefined ? [] : [lead, ...sorted.filter(({ id }) => id !== lead.id)]
}

/** Gathers articles into the stories they belong to, as far as they have one. The order is that of the first articles. */
export async function gatherStories(
  articles: readonly AnalysedArticle[],
  store: StoryStore,
): Promise<readonly StoryCandidate[]> {
  const storyOf = await store.storiesOf(articles.map(({ id }) => id))
  const placed = articles.filter(({ id }) => storyOf.has(id))
  const groups = Map.groupBy(placed, ({ id }) => storyOf.get(id)?.id)
  return [...groups.values()].flatMap(group => {
    const story = group[0] === undefined ? undefined : storyOf.get(group[0].id)
    return story === undefined ? [] : [{ story, articles: leadFirst(story, group) }]
  })
}

/** An article that belongs to no story yet, as one by itself. */
export const storyOfOne = ({ id, seenAt }: AnalysedArticle): Story => ({
  id: String(id) as StoryId,
  articleIds: [id],
  leadId: id,
  firstSeenAt: seenAt,
  lastSeenAt: seenAt,
})

/** The same for who asks about a topic: what is not grouped yet is there all the same, each article a story by itself. */
export async function gatherAll(
  articles: readonly AnalysedArticle[],
  store: StoryStore,
): Promise<readonly StoryCandidate[]> {
  const stories = await gatherStories(articles, store)
  const isPlaced = new Set(stories.flatMap(candidate => candidate.articles.map(({ id }) => id)))
  const lone = articles.filter(({ id }) => !isPlaced.has(id))
  const opened = lone.map(article => ({ story: storyOfOne(article), articles: [article] }))
  return [...stories, ...opened]
}

const isSatire = (article: AnalysedArticle): boolean => satireLabel(article) !== undefined

/** A story as a digest takes it. Satire leads it only where there is nothing else. */
export function toTell({ story, articles }: StoryCandidate, origins = countOrigins(articles)): readonly StoryToTell[] {
  const [lead, ...others] = articles.toSorted((a, b) => Number(isSatire(a)) - Number(isSatire(b)))
  return lead === undefined ? [] : [{ story, articles: [lead, ...others], origins }]
}

/** How wide we looked; `hidden` articles were kept out by filters. */
export const coverageOf = (
  articles: readonly AnalysedArticle[],
  feeds: readonly Feed[],
  stories: readonly StoryCandidate[],
  hidden = 0,
): Coverage => ({
  articles: articles.length,
  feeds: feeds.length,
  stories: stories.length,
  ...(hidden === 0 ? {} : { hidden }),
})
