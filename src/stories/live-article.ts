import type { AnalysedArticle, ArticleId } from '../model/article.ts'
import { areForeign, FOREIGN_SHARE, STORY_WINDOW_MS, storyThreshold } from './closeness.ts'
import { kinship, type Subjects } from './kinship.ts'
import { type Edge, linkByAverage } from './linkage.ts'
import { MOST_ASKED, sampleOf } from './sample.ts'
import type { Stems } from './similarity.ts'
import type { TermIndex } from './term-index.ts'

/** What grouping remembers of an article; its words are in the index, under its slot. */
export interface LiveArticle {
  readonly id: ArticleId
  readonly slot: number
  readonly publishedMs: number
  readonly seenAt: Date
  /** Characters of its text. */
  readonly textLength: number
  /** Natural logarithm of its length in stems. */
  readonly logLength: number
  /** Two letters; empty when unknown. */
  readonly language: string
  readonly subjects: Subjects
}

const split = (line: string): readonly string[] => (line === '' ? [] : line.split(' '))

/** The stored stems of an article as lists. */
export const stemsOfArticle = ({ terms }: Pick<AnalysedArticle, 'terms'>): Stems => ({
  title: split(terms.title),
  text: split(terms.text),
})

/** Order of arrival. */
export const bySlot = (a: LiveArticle, b: LiveArticle): number => a.slot - b.slot

const slotsOf = (articles: readonly LiveArticle[]): readonly number[] => articles.map(({ slot }) => slot)

/** Of a long story an even sample of so many articles stands for all of them. */
const MOST_COMPARED = 150

/** About how many articles of a story the words of this one can be like: foreign ones hardly share any. At least 1. */
export function comparableCount(article: LiveArticle, articles: readonly LiveArticle[]): number {
  const sample = sampleOf(articles, 10)
  const comparable = sample.filter(other => !areForeign(article.language, other.language)).length
  return Math.max(1, (comparable * articles.length) / Math.max(1, sample.length))
}

interface Comparison {
  readonly total: number
  readonly pairs: number
}

/**
 * Articles in different languages share few words but names, whether they tell of one event or not: such pairs count only
 * where there are no others, and then by FOREIGN_SHARE.
 */
function compare(some: readonly LiveArticle[], others: readonly LiveArticle[], index: TermIndex): Comparison {
  let [total, pairs, foreignTotal, foreignPairs] = [0, 0, 0, 0]
  for (const own of Map.groupBy(some, ({ language }) => language).values()) {
    for (const other of Map.groupBy(others, ({ language }) => language).values()) {
      const [first, second] = [own[0], other[0]]
      const isForeign = first !== undefined && second !== undefined && areForeign(first.language, second.language)
      if (isForeign && pairs > 0) continue
      const between = index.totalCosine(slotsOf(own), slotsOf(other))
      const number = own.length * other.length
      if (isForeign) {
        foreignTotal += between
        foreignPairs += number
      } else {
        total += between
        pairs += number
      }
    }
  }
  return pairs > 0 ? { total, pairs } : { total: FOREIGN_SHARE * foreignTotal, pairs: foreignPairs }
}

function gapMs(some: readonly LiveArticle[], others: readonly LiveArticle[]): number {
  const span = (articles: readonly LiveArticle[]): readonly [number, number] => {
    let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
    for (const { publishedMs } of articles) {
      first = Math.min(first, publishedMs)
      last = Math.max(last, publishedMs)
    }
    return [first, last]
  }
  const [a, b] = [span(some), span(others)]
  return Math.max(0, b[0] - a[1], a[0] - b[1])
}

const subjectsOfAll = (articles: readonly LiveArticle[]): readonly Subjects[] =>
  articles.map(({ subjects }) => subjects)

/** See kinship(). */
const kinshipOf = (some: readonly LiveArticle[], others: readonly LiveArticle[]): number =>
  kinship(
    subjectsOfAll(sampleOf(some, MOST_ASKED)),
    subjectsOfAll(sampleOf(others, MOST_ASKED)),
    some.length * others.length,
  )

/** Groups of less than this share of the closeness of a story are unlike whatever their names are. */
const LEAST_LIKENESS = 0.4

/** Mean natural logarithm of the articles' length in stems. */
export const meanLog = (articles: readonly LiveArticle[]): number =>
  articles.reduce((sum, { logLength }) => sum + logLength, 0) / Math.max(1, articles.length)

/**
 * How like two groups of articles are: their mean cosine as a share of what it takes to be one story.
 * @returns 0 or more; from 1 on they are like enough; 0 when published more than 72 hours apart
 */
export function closeness(some: readonly LiveArticle[], others: readonly LiveArticle[], index: TermIndex): number {
  if (gapMs(some, others) > STORY_WINDOW_MS) return 0
  const [own, other] = [sampleOf(some, MOST_COMPARED), sampleOf(others, MOST_COMPARED)]
  const { total, pairs } = compare(own, other, index)
  if (pairs === 0) return 0
  // Of a sample the mean is that of all, but the pairs are fewer: the threshold goes by all.
  const allPairs = (pairs / own.length / other.length) * some.length * others.length
  const likeness = total / pairs / storyThreshold((meanLog(own) + meanLog(other)) / 2, allPairs)
  return likeness < LEAST_LIKENESS ? likeness : likeness * kinshipOf(some, others)
}

/**
 * Groups articles anew, each pair compared: average link, as cluster.ts does for many.
 * @param articles a few dozen at most, of one language
 * @param strictness by which the threshold is multiplied; 1 is that of a story
 */
export function linkArticles(
  articles: readonly LiveArticle[],
  index: TermIndex,
  strictness = 1,
): readonly (readonly LiveArticle[])[] {
  const slots = slotsOf(articles)
  const edges = slots.flatMap((slot, at): Edge[] =>
    index.cosines(slot, slots.slice(0, at)).map((cosine, other) => [other, at, cosine]),
  )
  const nodes = articles.map(({ logLength, publishedMs }) => ({
    size: 1,
    logLength,
    span: [publishedMs, publishedMs] as const,
  }))
  const subjectsAt = (indexes: readonly number[]): readonly Subjects[] =>
    indexes.flatMap(at => articles[at]?.subjects ?? [])
  const owners = linkByAverage(nodes, edges, {
    windowMs: STORY_WINDOW_MS,
    threshold: (logLength, pairs) => strictness * storyThreshold(logLength, pairs),
    kinship: (some, others, pairs) => kinship(subjectsAt(some), subjectsAt(others), pairs),
  })
  return [...Map.groupBy(articles, (_, at) => owners[at]).values()]
}
