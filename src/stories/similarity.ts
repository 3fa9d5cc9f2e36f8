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
  const text = stems.text.length > TEXT_STEMS ? stems.text.slice(0, TEXT_STEMS) : stems.text
  for (const stem of stems.title) counts.set(stem, (counts.get(stem) ?? 0) + TITLE_WEIGHT)
  for (const stem of text) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  return { counts, length: Math.max(1, stems.title.length + text.length) }
}

/** The counted stems of an article by their numbers in the lexicon; see countStems(). */
export function countTerms(stems: Stems, lexicon: Lexicon): TermCounts {
  const { counts, length } = countStems(stems)
  const ids = new Int32Array(counts.size)
  const values = new Float64Array(counts.size)
  let at = 0
  for (const [stem, count] of counts) {
    ids[at] = lexicon.idOf(stem)
    values[at++] = count
  }
  return { ids, counts: values, length }
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
  for (let at = 0; at < weights.length; at++) {
    const weight = termWeight(terms.counts[at] ?? 1, idf[terms.ids[at] ?? 0] ?? 0)
    weights[at] = weight
    square += weight * weight
  }
  const norm = Math.sqrt(square) || 1
  for (let at = 0; at < weights.length; at++) weights[at] = (weights[at] ?? 0) / norm
  return { ids: terms.ids, weights, length: terms.length }
}

/** Which vectors hold a stem, and with what weight, in one table, stem after stem. */
interface Holders {
  /** The rows of a stem are from before starts[id] to before starts[id + 1]; none when too many hold it. */
  readonly starts: Int32Array
  /** Where the next row of each stem goes. */
  readonly ends: Int32Array
  readonly vectors: Int32Array
  readonly weights: Float64Array
}

/** An empty table with room for just so many. */
function makeHolders(vectors: readonly Vector[], lexiconSize: number, mostHolders: number): Holders {
  const starts = new Int32Array(lexiconSize + 1)
  for (const { ids } of vectors) for (const id of ids) starts[id + 1] = (starts[id + 1] ?? 0) + 1
  for (let id = 0; id < lexiconSize; id++) {
    const holders = starts[id + 1] ?? 0
    starts[id + 1] = (starts[id] ?? 0) + (holders > mostHolders ? 0 : holders)
  }
  const size = starts[lexiconSize] ?? 0
  return { starts, ends: starts.slice(), vectors: new Int32Array(size), weights: new Float64Array(size) }
}

/** Enters a vector behind those that were entered before. */
function enter({ ids, weights }: Vector, index: number, holders: Holders): void {
  for (let at = 0; at < ids.length; at++) {
    const id = ids[at] ?? 0
    if (holders.starts[id] === holders.starts[id + 1]) continue
    const end = holders.ends[id] ?? 0
    holders.vectors[end] = index
    holders.weights[end] = weights[at] ?? 0
    holders.ends[id] = end + 1
  }
}

/** Cosines as they add up, and the indexes of those that are not 0. */
interface Sums {
  readonly totals: Float64Array
  readonly touched: Int32Array
}

/** Adds up the cosines of a vector with those that were entered. @returns how many are touched */
function addProducts({ ids, weights }: Vector, holders: Holders, { totals, touched }: Sums): number {
  let count = 0
  for (let at = 0; at < ids.length; at++) {
    const id = ids[at] ?? 0
    const own = weights[at] ?? 0
    const end = holders.ends[id] ?? 0
    for (let row = holders.starts[id] ?? 0; row < end; row++) {
      const product = own * (holders.weights[row] ?? 0)
      if (product === 0) continue
      const index = holders.vectors[row] ?? 0
      const total = totals[index] ?? 0
      if (total === 0) touched[count++] = index
      totals[index] = total + product
    }
  }
  return count
}

/**
 * Calls back with the cosine of every two vectors that share a stem: for each vector in order, with the ones before it, in
 * no order.
 * @param lexiconSize above every id
 * @param mostHolders a stem that more vectors hold than this is too common to compare by
 */
export function forEachSimilarPair(
  vectors: readonly Vector[],
  lexiconSize: number,
  mostHolders: number,
  visit: (earlier: number, later: number, cosine: number) => void,
): void {
  const holders = makeHolders(vectors, lexiconSize, mostHolders)
  const totals = new Float64Array(vectors.length)
  const touched = new Int32Array(vectors.length)
  vectors.forEach((vector, later) => {
    const count = addProducts(vector, holders, { totals, touched })
    for (const earlier of touched.subarray(0, count)) {
      visit(earlier, later, totals[earlier] ?? 0)
      totals[earlier] = 0
    }
    enter(vector, later, holders)
  })
}
