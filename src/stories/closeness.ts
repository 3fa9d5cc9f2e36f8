import type { Edge } from './linkage.ts'
import { forEachSimilarPair, type Vector } from './similarity.ts'

const HOUR_MS = 3_600_000
/** Articles about one event follow each other within three days. */
export const STORY_WINDOW_MS = 72 * HOUR_MS

/** Lengths in stems between which the threshold rises: a headline alone, and a headline with its first paragraph. */
const HEADLINE_STEMS = 7
const PARAGRAPH_STEMS = 45
/** Mean cosine that articles of a paragraph and more must reach. */
const PARAGRAPH_THRESHOLD = 0.25
/** The same for two headlines; and for two large groups of headlines, which share few words pair by pair. */
const HEADLINE_THRESHOLD = 0.22
const HEADLINE_GROUPS_THRESHOLD = 0.06

/**
 * The mean cosine that two groups of articles must reach to be one story.
 * @param logLength mean natural logarithm of their articles' length in stems
 * @param pairs pairs of articles between them, 1 or more
 */
export function storyThreshold(logLength: number, pairs: number): number {
  const headline =
    HEADLINE_GROUPS_THRESHOLD + (HEADLINE_THRESHOLD - HEADLINE_GROUPS_THRESHOLD) / Math.sqrt(Math.max(1, pairs))
  const rise = (logLength - Math.log(HEADLINE_STEMS)) / Math.log(PARAGRAPH_STEMS / HEADLINE_STEMS)
  return headline + Math.min(1, Math.max(0, rise)) * (PARAGRAPH_THRESHOLD - headline)
}

/** Stems in more than this share of the articles (and in more than this many) compare nothing. */
const COMMON_SHARE = 0.15
const COMMON_ARTICLES = 400
/** Pairs below this share of the lowest threshold that could apply to them are as good as 0. */
const NOTABLE_SHARE = 0.3

/** The least mean cosine worth an edge between an article of this length in stems and anything. */
const leastNotable = (length: number): number =>
  NOTABLE_SHARE * storyThreshold(Math.log(length), Number.POSITIVE_INFINITY)

/** How many of `articles` articles may hold a stem by which they are compared. */
export const mostHolders = (articles: number): number => Math.max(COMMON_ARTICLES, articles * COMMON_SHARE)

/** Whether two languages are known, and different. */
export const areForeign = (one: string, other: string): boolean => one !== other && one !== '' && other !== ''

/** What the cosine of articles in two languages counts: all that they share are names, and names recur. */
export const FOREIGN_SHARE = 0.35

/**
 * The notable pairs among articles, with their cosines.
 * @param languages of the articles; empty where unknown
 */
export function edgesAmong(vectors: readonly Vector[], lexiconSize: number, languages: readonly string[]): Edge[] {
  const edges: Edge[] = []
  const least = vectors.map(({ length }) => leastNotable(length))
  forEachSimilarPair(vectors, lexiconSize, mostHolders(vectors.length), (earlier, later, cosine) => {
    if (cosine < (least[later] ?? 0)) return
    const isForeign = areForeign(languages[later] ?? '', languages[earlier] ?? '')
    edges.push([earlier, later, isForeign ? FOREIGN_SHARE * cosine : cosine])
  })
  return edges
}
