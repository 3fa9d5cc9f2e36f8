import { mostHolders } from './closeness.ts'
import { makeLiveTerms } from './live-terms.ts'
import { makePostings } from './postings.ts'
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

interface Weighed {
  readonly id: number
  readonly weight: number
}

/** The heaviest terms of an article, as a vector of length 1 (before the light ones were left out). */
function heaviest(weighed: readonly Weighed[]): readonly Weighed[] {
  const norm = Math.sqrt(weighed.reduce((sum, { weight }) => sum + weight * weight, 0)) || 1
  const kept =
    weighed.length <= MOST_TERMS ? weighed : weighed.toSorted((a, b) => b.weight - a.weight).slice(0, MOST_TERMS)
  return kept.map(({ id, weight }) => ({ id, weight: Math.round((weight / norm) * FULL_WEIGHT) }))
}

/**
 * Makes an empty index. A weight is given at arrival, by the articles that are live then and by general news; it is not
 * changed by what comes later.
 */
export function makeTermIndex(): TermIndex {
  const terms = makeLiveTerms()
  const postings = makePostings()
  let dense = new Float64Array(FIRST_CAPACITY)
  /** By group; all 0 between two calls. */
  let totals = new Float64Array(FIRST_CAPACITY)

  const isTooCommon = (id: number): boolean => terms.holders(id) > mostHolders(postings.articles)

  function idf(stem: string, id: number): number {
    return inverseFrequency(stem, terms.holders(id) + 1, postings.articles + 1, GENERAL_NEWS)
  }

  function fillDense(slots: readonly number[]): void {
    if (dense.length < terms.capacity) dense = new Float64Array(terms.capacity * 2)
    for (const slot of slots) {
      for (let at = postings.begin(slot); at < postings.end(slot); at++) {
        const id = postings.termAt(at)
        if (!isTooCommon(id)) dense[id] = (dense[id] ?? 0) + postings.weightAt(at)
      }
    }
  }

  function clearDense(slots: readonly number[]): void {
    for (const slot of slots) {
      for (let at = postings.begin(slot); at < postings.end(slot); at++) dense[postings.termAt(at)] = 0
    }
  }

  function dotDense(slot: number): number {
    let sum = 0
    const end = postings.end(slot)
    for (let at = postings.begin(slot); at < end; at++) sum += (dense[postings.termAt(at)] ?? 0) * postings.weightAt(at)
    return sum / FULL_WEIGHT / FULL_WEIGHT
  }

  /** An article's postings, rarest stem first. */
  function byRarity(slot: number): readonly number[] {
    const own = Array.from({ length: postings.end(slot) - postings.begin(slot) }, (_, at) => postings.begin(slot) + at)
    return own.sort((a, b) => terms.holders(postings.termAt(a)) - terms.holders(postings.termAt(b)))
  }

  return {
    add(stems) {
      const { counts, length } = countStems(stems)
      const weighed = [...counts].map(([stem, count]) => {
        const id = terms.idOf(stem)
        return { id, weight: termWeight(count, idf(stem, id)) }
      })
      const kept = heaviest(weighed)
      for (const { id } of kept) terms.hold(id)
      for (const { id } of weighed) terms.releaseUnheld(id)
      return { slot: postings.append(kept), length }
    },
    place(slot, group) {
      if (group >= totals.length) totals = new Float64Array(group * 2)
      postings.place(slot, group)
    },
    groupsLike(slot, least) {
      const touched: number[] = []
      let [visits, rest] = [0, 1]
      for (const own of byRarity(slot)) {
        if (isTooCommon(postings.termAt(own)) || visits > MOST_VISITS) break
        if (visits > ENOUGH_VISITS && rest < LITTLE_REST) break
        const share = postings.weightAt(own) / FULL_WEIGHT
        rest -= share * share
        visits += postings.addEarlier(own, share / FULL_WEIGHT, totals, touched)
      }
      const found: GroupTotal[] = []
      for (const group of touched) {
        const total = totals[group] ?? 0
        totals[group] = 0
        if (total >= least) found.push({ group, total })
      }
      return found
    },
    cosines(slot, others) {
      fillDense([slot])
      const cosines = others.map(dotDense)
      clearDense([slot])
      return cosines
    },
    totalCosine(some, others) {
      const [fewer, more] = some.length < others.length ? [some, others] : [others, some]
      fillDense(fewer)
      const total = more.reduce((sum, slot) => sum + dotDense(slot), 0)
      clearDense(fewer)
      return total
    },
    removeFirst() {
      for (const id of postings.removeFirst()) terms.release(id)
    },
    get size() {
      return postings.articles
    },
    get bytes() {
      return postings.bytes + terms.bytes + dense.byteLength + totals.byteLength
    },
  }
}
