import type { AnalysedArticle } from '../model/article.ts'
import type { RankReasons } from '../model/digest.ts'
import type { Story, StoryId } from '../model/story.ts'
import { type Lowered, spread, type Traits } from './diversity.ts'
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
  readonly reasons: RankReasons
}

/** What a channel wants to read first. */
export interface Wishes {
  /** Topics of the channel; a story of one of them is worth a little more. */
  readonly topics?: ReadonlySet<string>
  /** Stories that stand before all others. */
  readonly followed?: ReadonlySet<StoryId>
}

const HOUR_MS = 3_600_000
/** A story is worth half as much when nothing was added for so long. */
const HALF_LIFE_MS = 18 * HOUR_MS
/** An outlet that repeats another's report adds less than an independent report. */
const OUTLET_SHARE = 0.4
/** A story of the channel's topics is worth so many times as much. */
const OWN_TOPIC = 1.15

type Rated<C extends StoryCandidate> = C & Omit<Rank, 'reasons'> & Omit<RankReasons, keyof Lowered | 'place'>

const topicsOf = ({ articles }: StoryCandidate): ReadonlySet<string> =>
  new Set(articles.flatMap(({ topics }) => topics))

function rate<C extends StoryCandidate>(candidate: C, now: Date, { topics, followed }: Wishes): Rated<C> {
  const { articles, story } = candidate
  const origins = countOrigins(articles)
  const outlets = new Set(articles.map(({ outlet, feedId }) => outlet || feedId)).size
  // When we first saw it says nothing: on a first read everything is seen at once.
  const newest = Math.max(...articles.map(({ publishedAt }) => publishedAt.getTime()))
  const ageMs = Math.max(0, now.getTime() - newest)
  const own = [...topicsOf(candidate)].filter(topic => topics?.has(topic)).toSorted()
  const weight = Math.log2(1 + origins) + OUTLET_SHARE * Math.log2(1 + outlets)
  const score = weight * 2 ** (-ageMs / HALF_LIFE_MS) * (own.length > 0 ? OWN_TOPIC : 1)
  return { ...candidate, origins, outlets, score, ageMs, topics: own, isFollowed: followed?.has(story.id) ?? false }
}

const leadOf = ({ story, articles }: StoryCandidate): AnalysedArticle | undefined =>
  articles.find(({ id }) => id === story.leadId) ?? articles[0]

type Comparable = StoryCandidate & { readonly score: number; readonly isFollowed: boolean }

/** Ids of stories are random, so they decide nothing: the same news stands in the same order everywhere. */
function compare(a: Comparable, b: Comparable): number {
  if (a.isFollowed !== b.isFollowed) return a.isFollowed ? -1 : 1
  const [left, right] = [leadOf(a), leadOf(b)]
  if (b.score !== a.score || left === undefined || right === undefined) return b.score - a.score
  const byDate = right.publishedAt.getTime() - left.publishedAt.getTime()
  return byDate || (left.url < right.url ? -1 : left.url > right.url ? 1 : 0)
}

function traitsOf(candidate: StoryCandidate): Traits {
  const lead = leadOf(candidate)
  return { topics: topicsOf(candidate), outlet: lead?.outlet || lead?.feedId || '' }
}

/** So many of the best are spread over topics and outlets; the order of the rest matters to nobody. */
const MOST_SPREAD = 200

const NOT_LOWERED: Lowered = { sameTopic: 0, sameOutlet: 0 }

/**
 * Orders stories by importance: independent origins and outlets, halved for every 18 hours of age, a little more for the
 * channel's topics, a little less for each better story of the same topic or led by the same outlet. Followed stories
 * come first. Ties: the lead published last, then its address.
 * @param candidates stories with at least one article each; others are left out
 * @param now against which age is taken
 * @returns each candidate with what decided its place
 */
export function rankStories<C extends StoryCandidate>(
  candidates: readonly C[],
  now: Date,
  wishes: Wishes = {},
): readonly (C & Rank)[] {
  const rated = candidates
    .filter(({ articles }) => articles.length > 0)
    .map(candidate => rate(candidate, now, wishes))
    .sort(compare)
  const best = spread(rated.slice(0, MOST_SPREAD), traitsOf, compare)
  const rest = rated.slice(MOST_SPREAD).map(one => ({ ...one, ...NOT_LOWERED }))
  return [...best, ...rest].map((ranked, index) => {
    const { origins, outlets, ageMs, topics, isFollowed, sameTopic, sameOutlet } = ranked
    const reasons = { origins, outlets, ageMs, topics, isFollowed, sameTopic, sameOutlet, place: index + 1 }
    return { ...ranked, reasons }
  })
}
