import { backgroundDocuments, backgroundFrequency } from '../text/background.ts'

/** Stems of one article, in order. */
export interface Stems {
  readonly title: readonly string[]
  readonly text: readonly string[]
}

/** In how many of `documents` articles of a reference collection a stem occurs. */
export interface Background {
  readonly documents: number
  frequency(stem: string): number
}

/** General news, counted beforehand: tells which words are common where few articles are at hand. */
export const GENERAL_NEWS: Background = { documents: backgroundDocuments, frequency: backgroundFrequency }

/** How often each stem occurs; the same ids within one Lexicon. */
export interface TermCounts {
  readonly ids: Int32Array
  readonly counts: Float64Array
  /** Stems in all, unweighted; at least 1. */
  readonly length: number
}

/** Unit length; ids as in TermCounts. */
export interface Vector {
  readonly ids: Int32Array
  readonly weights: Float64Array
  readonly length: number
}

/** A stem of the title counts for so many. */
const TITLE_WEIGHT = 1.5
/** Only the beginning of a text tells its event: news puts it first. */
const TEXT_STEMS = 160

/** Numbers for stems. */
export interface Lexicon {
  readonly size: number
  idOf(stem: string): number
  /** The stems in the order of their ids. */
  stems(): Iterable<string>
}

/** Makes an empty lexicon; ids count up from 0. */
export function makeLexicon(): Lexicon {
  const ids = new Map<string, number>()
  return {
    get size() {
      return ids.size
    },
    idOf(stem) {
      const known = ids.get(stem)
      if (known !== undefined) return known
      ids.set(stem, ids.size)
      return ids.size - 1
    },
    stems: () => ids.keys(),
  }
}

/**
 * How often each stem of an article occurs, those of the title one and a half times and of the text the first 160; and how
 * many stems it has in all, at least 1.
 */
export function countStems(stems: Stems): { readonly counts: ReadonlyMap<string, number>; readonly length: number } {
  const counts = new Map<string, number>()
  const text = stems.text.slice(0, TEXT_STEMS)
  for (const stem of stems.title) counts.set(stem, (counts.get(stem) ?? 0) + TITLE_WEIGHT)
  for (const stem of text) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  return { counts, length: Math.max(1, stems.title.length + text.length) }
}

/** The counted stems of an article by their numbers in the lexicon; see countStems(). */
export function countTerms(stems: Stems, lexicon: Lexicon): TermCounts {
  const { counts, length } = countStems(stems)
  return {
    ids: Int32Array.from(counts.keys(), lexicon.idOf),
    counts: Float64Array.from(counts.values()),
    length,
  }
}

/** What one document of the reference collection counts in articles at hand. */
const BACKGROUND_SHARE = 3

/**
 * Inverse document frequency of a stem, ln((N + 1) / (n + ½)), over articles at hand and a reference collection
 * (Robertson and Spärck Jones, https://en.wikipedia.org/wiki/Okapi_BM25).
 * @param holders how many of `articles` articles hold it
 * @returns 0 or more
 */
export function inverseFrequency(stem: string, holders: number, articles: number, background: Background): number {
  const documents = articles + BACKGROUND_SHARE * background.documents
  const frequency = holders + BACKGROUND_SHARE * background.frequency(stem)
  return Math.max(0, Math.log((documents + 1) / (frequency + 0.5)))
}

/** The inverse document frequency of every stem of the lexicon, by id; see inverseFrequency(). */
export function inverseFrequencies(
  articles: readonly TermCounts[],
  lexicon: Lexicon,
  background: Background,
): Float64Array {
  const frequencies = new Float64Array(lexicon.size)
  for (const { ids } of articles) for (const id of ids) frequencies[id] = (frequencies[id] ?? 0) + 1
  let id = 0
  for (const stem of lexicon.stems()) {
    frequencies[id] = inverseFrequency(stem, frequencies[id] ?? 0, articles.length, background)
    id++
  }
  return frequencies
}

/** Weight of a stem in an article's vector before that is brought to length 1: (1 + ln tf) × idf. @param count 1 or more */
export const termWeight = (count: number, idf: number): number => (1 + Math.log(count)) * idf

/** The tf-idf vector, (1 + ln tf) × idf, of length 1. */
export function weigh(terms: TermCounts, idf: Float64Array): Vector {
  const weights = new Float64Array(terms.ids.length)
  let square = 0
  terms.ids.forEach((id, at) => {
    const weight = termWeight(terms.counts[at] ?? 1, idf[id] ?? 0)
    weights[at] = weight
    square += weight * weight
  })
  const norm = Math.sqrt(square) || 1
  for (let at = 0; at < weights.length; at++) weights[at] = (weights[at] ?? 0) / norm
  return { ids: terms.ids, weights, length: terms.length }
}

/** Vectors by the stems they hold. */
export interface VectorIndex {
  /** Calls back with the cosine of every indexed vector that shares a stem with this one, in no order. */
  forEachSimilar(vector: Vector, visit: (index: number, cosine: number) => void): void
}

/**
 * Indexes vectors for many comparisons.
 * @param mostHolders a stem that more vectors hold than this is too common to compare by
 */
export function indexVectors(vectors: readonly Vector[], lexiconSize: number, mostHolders: number): VectorIndex {
  const holders: number[][] = new Array(lexiconSize)
  const weights: number[][] = new Array(lexiconSize)
  vectors.forEach((vector, index) => {
    vector.ids.forEach((id, at) => {
      const list = holders[id] ?? []
      const values = weights[id] ?? []
      list.push(index)
      values.push(vector.weights[at] ?? 0)
      holders[id] = list
      weights[id] = values
    })
  })
  const sums = new Float64Array(vectors.length)
  return {
    forEachSimilar(vector, visit) {
      const touched: number[] = []
      vector.ids.forEach((id, at) => {
        const list = holders[id]
        const values = weights[id]
        if (list === undefined || values === undefined || list.length > mostHolders) return
        const own = vector.weights[at] ?? 0
        for (let k = 0; k < list.length; k++) {
          const index = list[k] ?? 0
          const product = own * (values[k] ?? 0)
          if (product === 0) continue
          if (sums[index] === 0) touched.push(index)
          sums[index] = (sums[index] ?? 0) + product
        }
      })
      for (const index of touched) {
        visit(index, sums[index] ?? 0)
        sums[index] = 0
      }
    },
  }
}
