import type { ArticleId } from '../model/article.ts'
import type { Story, StoryId } from '../model/story.ts'
import { chooseLead } from './growth.ts'
import { bySlot, type LiveArticle } from './live-article.ts'

/** A story that may grow. It changes in place: 50,000 of them are live at once. */
export interface LiveStory {
  /** By which the index knows it, as long as it is live. */
  readonly handle: number
  /** Counts up. */
  readonly number: number
  /** Undefined until it is first saved. */
  id: StoryId | undefined
  /** Articles that have left the window, in their order. */
  readonly past: Set<ArticleId>
  /** In order of arrival; a story without any is live no more. */
  live: LiveArticle[]
  /** Whether its live articles are in several languages. */
  isMixed: boolean
  leadId: ArticleId | undefined
  firstSeenMs: number
  lastSeenMs: number
  /** How many live articles it had when it was last looked at for a rift. */
  examined: number
}

/** A story without articles. */
export const makeLiveStory = (handle: number, number: number): LiveStory => ({
  handle,
  number,
  id: undefined,
  past: new Set(),
  live: [],
  isMixed: false,
  leadId: undefined,
  firstSeenMs: Number.POSITIVE_INFINITY,
  lastSeenMs: Number.NEGATIVE_INFINITY,
  examined: 0,
})

/** Order by age: what has been saved, thus may have been told, comes before what has not. */
export const byAge = (a: LiveStory, b: LiveStory): number =>
  Number(a.id === undefined) - Number(b.id === undefined) || a.firstSeenMs - b.firstSeenMs || a.number - b.number

function hasLead({ past, live, leadId }: LiveStory): boolean {
  return leadId !== undefined && (past.has(leadId) || live.some(({ id }) => id === leadId))
}

/** Brings lead and times in step with the articles. A story that was never saved, thus not told, may still change its lead. */
function refresh(story: LiveStory): void {
  if (story.live.length > 0 && (story.id === undefined || !hasLead(story))) story.leadId = chooseLead(story.live)
  const times = story.live.map(({ seenAt }) => seenAt.getTime())
  // Of what has left the window only the times that it gave the story are known.
  const known = story.past.size > 0 ? [story.firstSeenMs] : []
  story.firstSeenMs = Math.min(...known, ...times)
  story.lastSeenMs = Math.max(...(story.past.size > 0 ? [story.lastSeenMs] : []), ...times)
}

/** Puts one more article, the newest, into a story. */
export function addArticle(story: LiveStory, article: LiveArticle): void {
  story.isMixed ||= (story.live[0] ?? article).language !== article.language
  story.live.push(article)
  story.leadId ??= article.id
  story.firstSeenMs = Math.min(story.firstSeenMs, article.seenAt.getTime())
  story.lastSeenMs = Math.max(story.lastSeenMs, article.seenAt.getTime())
}

/** Replaces the live articles of a story. */
export function setArticles(story: LiveStory, articles: readonly LiveArticle[]): void {
  story.live = articles.toSorted(bySlot)
  story.isMixed = new Set(articles.map(({ language }) => language)).size > 1
  story.examined = Math.min(story.examined, story.live.length)
  refresh(story)
}

/** Gives a story the past of another. */
export function takePast(story: LiveStory, other: LiveStory): void {
  for (const id of other.past) story.past.add(id)
  if (other.past.size === 0) return
  story.firstSeenMs = Math.min(story.firstSeenMs, other.firstSeenMs)
  story.lastSeenMs = Math.max(story.lastSeenMs, other.lastSeenMs)
}

/** The story as it is kept. @throws RangeError when it has no articles or no id */
export function toStory({ id, past, live, leadId, firstSeenMs, lastSeenMs }: LiveStory): Story {
  if (id === undefined || leadId === undefined) throw new RangeError('a kept story has an id and a lead')
  const articleIds = [...past, ...live.map(article => article.id)]
  return { id, articleIds, leadId, firstSeenAt: new Date(firstSeenMs), lastSeenAt: new Date(lastSeenMs) }
}
