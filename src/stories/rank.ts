import type { AnalysedArticle } from '../model/article.ts'
import type { Story } from '../model/story.ts'
import { countOrigins } from './origins.ts'

export interface StoryCandidate {
  readonly story: Story
  readonly articles: readonly AnalysedArticle[]
}

/** What the ranking found out. */
export interface Rank {
  /** Independent reports. */
  readonly origins: number
  /** Distinct outlets. */
  readonly outlets: number
  /** Above 0; comparable within one ranking only. */
  readonly score: number
}

const HOUR_MS = 3_600_000
/** A story is worth half as much when nothing was added for so long. */
const HALF_LIFE_MS = 18 * HOUR_MS
/** An outlet that repeats another's report adds less than an independent report. */
const OUTLET_SHARE = 0.4
/** What a story keeps of its score for each better story of the same topic. */
const SAME_TOPIC_SHARE = 0.85

type Ranked<C extends StoryCandidate> = C & Rank

function rate<C extends StoryCandidate>(candidate: C, now: Date): Ranked<C> {
  const { articles } = candidate
  const origins = countOrigins(articles)
  const outlets = new Set(articles.map(({ outlet, feedId }) => outlet || feedId)).size
  // When we first saw it says nothing: on a first read everything is seen at once.
  const newest = Math.max(...articles.map(({ publishedAt }) => publishedAt.getTime()))
  const ageMs = Math.max(0, now.getTime() - newest)
  const weight = Math.log2(1 + origins) + OUTLET_SHARE * Math.log2(1 + outlets)
  return { ...candidate, origins, outlets, score: weight * 2 ** (-ageMs / HALF_LIFE_MS) }
}

const leadOf = ({ story, articles }: StoryCandidate): AnalysedArticle | undefined =>
  articles.find(({ id }) => id === story.leadId) ?? articles[0]

/** Ids of stories are random, so they decide nothing: the same news stands in the same order everywhere. */
function compare(a: StoryCandidate & Rank, b: StoryCandidate & Rank): number {
  const [left, right] = [leadOf(a), leadOf(b)]
  if (b.score !== a.score || left === undefined || right === undefined) return b.score - a.score
  const byDate = right.publishedAt.getTime() - left.publishedAt.getTime()
  return byDate || (left.url < right.url ? -1 : left.url > right.url ? 1 : 0)
}

const topicsOf = ({ articles }: StoryCandidate): ReadonlySet<string> =>
  new Set(articles.flatMap(({ topics }) => topics))

/** Takes the best story, then lowers what is left of its topics, and so on. */
function spreadOverTopics<C extends StoryCandidate>(stories: readonly Ranked<C>[]): readonly Ranked<C>[] {
  const left = new Set(stories)
  const taken = new Map<string, number>()
  const result: Ranked<C>[] = []
  const topics = new Map(stories.map(ranked => [ranked, topicsOf(ranked)] as const))
  const lowered = (ranked: Ranked<C>): Ranked<C> => {
    const repeats = Math.min(...[...(topics.get(ranked) ?? [])].map(topic => taken.get(topic) ?? 0))
    return Number.isFinite(repeats) ? { ...ranked, score: ranked.score * SAME_TOPIC_SHARE ** repeats } : ranked
  }
  while (left.size > 0) {
    const [best] = [...left].map(ranked => ({ ranked, now: lowered(ranked) })).sort((a, b) => compare(a.now, b.now))
    if (best === undefined) break
    left.delete(best.ranked)
    result.push(best.now)
    for (const topic of topics.get(best.ranked) ?? []) taken.set(topic, (taken.get(topic) ?? 0) + 1)
  }
  return result
}

/** So many of the best are spread over topics; the order of the rest matters to nobody. */
const MOST_SPREAD = 200

/**
 * Orders stories by importance: independent origins and outlets, halved for every 18 hours of age, with a little less for
 * each better story of the same topic. Ties: the lead published last, then its address.
 * @param candidates stories with at least one article each; others are left out
 * @param now against which age is taken
 */
export function rankStories<C extends StoryCandidate>(candidates: readonly C[], now: Date): readonly (C & Rank)[] {
  const rated = candidates
    .filter(({ articles }) => articles.length > 0)
    .map(candidate => rate(candidate, now))
    .sort(compare)
  return [...spreadOverTopics(rated.slice(0, MOST_SPREAD)), ...rated.slice(MOST_SPREAD)]
}
