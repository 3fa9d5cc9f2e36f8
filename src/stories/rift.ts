import { areForeign } from './closeness.ts'
import { closeness, type LiveArticle, linkArticles } from './live-article.ts'
import { sampleOf } from './sample.ts'
import type { TermIndex } from './term-index.ts'

/** Fewer articles make no event of their own beside another. */
const FEWEST_IN_HALF = 3
/** Smaller parts are side issues, not another event. */
const LEAST_SHARE = 0.2
/** A story falls apart when its halves would not even be one at this share of the threshold. */
const RIFT_STRICTNESS = 0.45
/** Articles that are compared pair by pair; of more an even sample stands for all. */
const SAMPLED = 40

type Halves = readonly [readonly LiveArticle[], readonly LiveArticle[]]

/** The articles of the language that most of them have. */
function largestLanguage(articles: readonly LiveArticle[]): readonly LiveArticle[] {
  const groups = [...Map.groupBy(articles, ({ language }) => language).values()]
  return groups.toSorted((a, b) => b.length - a.length)[0] ?? []
}

const meanTimeMs = (articles: readonly LiveArticle[]): number =>
  articles.reduce((sum, { publishedMs }) => sum + publishedMs, 0) / articles.length

/** Which half an article belongs to: by its words, or where those say nothing, by its time. */
function isNearerToFirst(article: LiveArticle, [first, second]: Halves, index: TermIndex): boolean {
  const [one, other] = [first[0], second[0]]
  if (one === undefined || other === undefined) return one !== undefined
  const distance = (half: readonly LiveArticle[]): number => Math.abs(article.publishedMs - meanTimeMs(half))
  if (areForeign(article.language, one.language)) return distance(first) <= distance(second)
  return closeness([article], first, index) >= closeness([article], second, index)
}

/**
 * Finds out whether a story has fallen apart into two clearly separate events. Both halves have three articles and a fifth
 * of all at least, and are less than half as like each other as it takes to be one story.
 * @param articles of one story, in order of arrival
 * @returns every article in one of the halves; undefined when the story holds together
 */
export function findRift(articles: readonly LiveArticle[], index: TermIndex): Halves | undefined {
  if (articles.length < 2 * FEWEST_IN_HALF) return undefined
  const sample = sampleOf(largestLanguage(articles), SAMPLED)
  const parts = linkArticles(sample, index, RIFT_STRICTNESS).toSorted((a, b) => b.length - a.length)
  const [first, second] = parts
  if (first === undefined || second === undefined || second.length < FEWEST_IN_HALF) return undefined
  const seeds: Halves = [first, second]
  const placed = new Set(seeds.flat())
  const nearer = Map.groupBy(articles, article =>
    placed.has(article) ? first.includes(article) : isNearerToFirst(article, seeds, index),
  )
  const halves: Halves = [nearer.get(true) ?? [], nearer.get(false) ?? []]
  if (halves.some(({ length }) => length < Math.max(FEWEST_IN_HALF, LEAST_SHARE * articles.length))) return undefined
  return closeness(halves[0], halves[1], index) < RIFT_STRICTNESS ? halves : undefined
}
