import { mostHolders } from './closeness.ts'
import { type LiveTerms, makeLiveTerms } from './live-terms.ts'
import {
  addEarlier,
  appendArticle,
  articlesIn,
  beginOf,
  bytesOf,
  endOf,
  makePostings,
  type Postings,
  placeArticle,
  removeFirstArticle,
  termAt,
  type WeightedTerm,
  weightAt,
} from './postings.ts'
import { countStems, GENERAL_NEWS, inverseFrequency, type Stems, termWeight } from './similarity.ts'

/** Only an article's heaviest stems are kept: what is left out weighs next to nothing. */
const MOST_TERMS = 80
/** So many postings are read for one article, rarest stems first; the rest of its stems count at the exact comparison. */
const MOST_VISITS = 8_000
/** After so many postings the search ends when the stems that are left weigh little (share of the squared length). */
const ENOUGH_VISITS = 1500
const LITTLE_REST = 0.35
const FIRST_CAPACITY = 1024
/** Weights are kept as whole numbers up to this. */
const FULL_WEIGHT = 65_535

/** The words of the live articles, by article and by word. Articles are known by their slot, which counts up from 0. */
export interface TermIndex {
  /** Takes an article in. @returns its slot and its length in stems, at least 1 */
  add(stems: Stems): { readonly slot: number; readonly length: number }
  /** Tells of which group an article is, for groupsLike(). */
  place(slot: number, group: number): void
  /**
   * The groups whose articles' cosines to this article sum up to `least` or more. The sums are rough: the most frequent
   * words are left out once enough postings were read.
   */
  groupsLike(slot: number, least: number): readonly GroupTotal[]
  /** The cosines between an article and others, in their order. */
  cosines(slot: number, others: readonly number[]): readonly number[]
  /** Sum of the cosines of all pairs of an article of the one list with one of the other. */
  totalCosine(some: readonly number[], others: readonly number[]): number
  /** Forgets the article that came first of all that are left. */
  removeFirst(): void
  /** Articles in it. */
  readonly size: number
  /** Bytes of its tables; the words themselves come on top. */
  readonly bytes: number
}

export interface GroupTotal {
  readonly group: number
  readonly total: number
}

interface State {
  readonly terms: LiveTerms
  readonly postings: Postings
  /** Weights by term; all 0 between two calls. */
  dense: Float64Array<ArrayBuffer>
  /** Sums by group; all 0 between two calls. */
  sums: Float64Array<ArrayBuffer>
}

const isTooCommon = ({ terms, postings }: State, id: number): boolean =>
  terms.holders(id) > mostHolders(articlesIn(postings))

/** The heaviest terms of an article, as a vector of length 1 (before the light ones were left out). */
function heaviest(weighed: readonly WeightedTerm[]): readonly WeightedTerm[] {
  const norm = Math.sqrt(weighed.reduce((sum, { weight }) => sum + weight * weight, 0)) || 1
  const kept =
    weighed.length <= MOST_TERMS ? weighed : weighed.toSorted((a, b) => b.weight - a.weight).slice(0, MOST_TERMS)
  return kept.map(({ id, weight }) => ({ id, weight: Math.round((weight / norm) * FULL_WEIGHT) }))
}

/** Weighs the stems of an article by what is live now. */
function addStems({ terms, postings }: State, stems: Stems): { readonly slot: number; readonly length: number } {
  const { counts, length } = countStems(stems)
  const articles = articlesIn(postings) + 1
  const weighed = [...counts].map(([stem, count]) => {
    const id = terms.idOf(stem)
    const idf = inverseFrequency(stem, terms.holders(id) + 1, articles, GENERAL_NEWS)
    return { id, weight: termWeight(count, idf) }
  })
  const kept = heaviest(weighed)
  for (const { id } of kept) terms.hold(id)
  for (const { id } of weighed) terms.releaseUnheld(id)
  return { slot: appendArticle(postings, kept), length }
}

function fillDense(state: State, slots: readonly number[]): void {
  const { terms, postings } = state
  if (state.dense.length < terms.capacity) state.dense = new Float64Array(terms.capacity * 2)
  const { dense } = state
  for (const slot of slots) {
    const end = endOf(postings, slot)
    for (let at = beginOf(postings, slot); at < end; at++) {
      const id = termAt(postings, at)
      if (!isTooCommon(state, id)) dense[id] = (dense[id] ?? 0) + weightAt(postings, at)
    }
  }
}

function clearDense({ dense, postings }: State, slots: readonly number[]): void {
  for (const slot of slots) {
    const end = endOf(postings, slot)
    for (let at = beginOf(postings, slot); at < end; at++) dense[termAt(postings, at)] = 0
  }
}

function dotDense({ dense, postings }: State, slot: number): number {
  let sum = 0
  const end = endOf(postings, slot)
  for (let at = beginOf(postings, slot); at < end; at++) {
    sum += (dense[termAt(postings, at)] ?? 0) * weightAt(postings, at)
  }
  return sum / FULL_WEIGHT / FULL_WEIGHT
}

/** The cosines between the sum of some articles and each of the others. */
function dots(state: State, some: readonly number[], others: readonly number[]): readonly number[] {
  fillDense(state, some)
  const products = others.map(slot => dotDense(state, slot))
  clearDense(state, some)
  return products
}

/** An article's postings, rarest stem first. */
function byRarity({ terms, postings }: State, slot: number): readonly number[] {
  const begin = beginOf(postings, slot)
  const own = Array.from({ length: endOf(postings, slot) - begin }, (_, at) => begin + at)
  const holders = (posting: number): number => terms.holders(termAt(postings, posting))
  return own.sort((a, b) => holders(a) - holders(b))
}

function groupsLike(state: State, slot: number, least: number): readonly GroupTotal[] {
  const { postings, sums } = state
  const touched: number[] = []
  let [visits, rest] = [0, 1]
  for (const own of byRarity(state, slot)) {
    if (isTooCommon(state, termAt(postings, own)) || visits > MOST_VISITS) break
    if (visits > ENOUGH_VISITS && rest < LITTLE_REST) break
    const share = weightAt(postings, own) / FULL_WEIGHT
    rest -= share * share
    visits += addEarlier(postings, own, share / FULL_WEIGHT, { sums, touched })
  }
  const found: GroupTotal[] = []
  for (const group of touched) {
    const total = sums[group] ?? 0
    sums[group] = 0
    if (total >= least) found.push({ group, total })
  }
  return found
}

/**
 * Makes an empty index. A weight is given at arrival, by the articles that are live then and by general news; it is not
 * changed by what comes later.
 */
export function makeTermIndex(): TermIndex {
  const state: State = {
    terms: makeLiveTerms(),
    postings: makePostings(),
    dense: new Float64Array(FIRST_CAPACITY),
    sums: new Float64Array(FIRST_CAPACITY),
  }
  const { terms, postings } = state
  return {
    add: stems => addStems(state, stems),
    place(slot, group) {
      if (group >= state.sums.length) state.sums = new Float64Array(group * 2)
      placeArticle(postings, slot, group)
    },
    groupsLike: (slot, least) => groupsLike(state, slot, least),
    cosines: (slot, others) => dots(state, [slot], others),
    totalCosine(some, others) {
      const [fewer, more] = some.length < others.length ? [some, others] : [others, some]
      return dots(state, fewer, more).reduce((sum, product) => sum + product, 0)
    },
    removeFirst() {
      for (const id of removeFirstArticle(postings)) terms.release(id)
    },
    get size() {
      return articlesIn(postings)
    },
    get bytes() {
      return bytesOf(postings) + terms.bytes + state.dense.byteLength + state.sums.byteLength
    },
  }
}
