import type { Carrier } from '../text/carriers.ts'

/** What the comparison across languages needs of an article. */
export interface BridgeArticle {
  /** Two letters; empty when unknown. */
  readonly language: string
  /** Publication; NaN when unknown. */
  readonly publishedMs: number
}

/** Pairs of articles in different languages that must agree before two groups of several articles are one. */
export const FEWEST_BRIDGES = 2

/** Finds articles of other languages that tell of the same event, by the names and numbers that they share. */
export interface Bridges<A extends BridgeArticle> {
  add(article: A, carriers: readonly Carrier[]): void
  remove(article: A): void
  /** Articles in other languages that name the same people and places and the same figures, at about the same time. */
  abroad(article: A): readonly A[]
}

const HOUR_MS = 3_600_000
/** Without common words as a witness the time must be near. */
const BRIDGE_WINDOW_MS = 24 * HOUR_MS
/** What shared names must weigh together: two of which nobody has heard, or three that are always in the news. */
const LEAST_NAMES = 1.5
const KNOWN_NAME_WEIGHT = 0.5
/** What shared numbers must weigh: one telling figure, or two small ones. */
const LEAST_NUMBERS = 0.75
const LEAST_TOGETHER = 2.5
/** Share of the weight of the names and numbers of the article that has fewer. */
const LEAST_SHARE = 0.34
/** Names in more articles of one language than this are looked at only when something else is shared. */
const MOST_HOLDERS = 2000

const FIRST_YEAR = 1900
const LAST_YEAR = 2100
const ROUND = /^[1-9]0+$/u
/** What numbers prove: 47 or 3.5 much, 100 or 5 little, a year or 2 nothing. */
function numberWeight(figure: string): number {
  const value = Number(figure)
  if (!Number.isInteger(value)) return 1
  if (value < 3 || (value >= FIRST_YEAR && value <= LAST_YEAR)) return 0
  if (ROUND.test(figure)) return 0.5
  return value > 100 ? 1 : value > 12 ? 0.75 : 0.4
}

const weightOf = ({ kind, key }: Carrier): number =>
  kind === 'number' ? numberWeight(key.slice(1)) : kind === 'known' ? KNOWN_NAME_WEIGHT : 1

interface Kept<A> {
  readonly carrier: Carrier
  readonly weight: number
  readonly holders: Map<string, A[]>
}

interface Shared {
  names: number
  numbers: number
}

/** Makes an empty one. */
export function makeBridges<A extends BridgeArticle>(): Bridges<A> {
  const table = new Map<string, Kept<A>>()
  const keptOf = new Map<A, readonly Kept<A>[]>()

  function keep(carrier: Carrier): Kept<A> {
    const kept = table.get(carrier.key) ?? { carrier, weight: weightOf(carrier), holders: new Map<string, A[]>() }
    table.set(carrier.key, kept)
    return kept
  }

  const totalOf = (article: A): number => (keptOf.get(article) ?? []).reduce((sum, { weight }) => sum + weight, 0)

  function agree(article: A, other: A, { names, numbers }: Shared): boolean {
    if (names < LEAST_NAMES || numbers < LEAST_NUMBERS || names + numbers < LEAST_TOGETHER) return false
    if (Math.abs(article.publishedMs - other.publishedMs) > BRIDGE_WINDOW_MS) return false
    return names + numbers >= LEAST_SHARE * Math.min(totalOf(article), totalOf(other))
  }

  /** All that is shared with articles of other languages. */
  function sharedWith(article: A): ReadonlyMap<A, Shared> {
    const shared = new Map<A, Shared>()
    const byHolders = (keptOf.get(article) ?? []).map(kept => ({
      kept,
      others: [...kept.holders].filter(([language]) => language !== article.language).map(([, list]) => list),
    }))
    const countOf = (others: readonly (readonly A[])[]): number => others.reduce((sum, { length }) => sum + length, 0)
    for (const { kept, others } of byHolders.sort((a, b) => countOf(a.others) - countOf(b.others))) {
      const isCommon = countOf(others) > MOST_HOLDERS
      for (const other of isCommon
        ? [...shared.keys()].filter(found => keptOf.get(found)?.includes(kept))
        : others.flat()) {
        const found = shared.get(other) ?? { names: 0, numbers: 0 }
        if (kept.carrier.kind === 'number') found.numbers += kept.weight
        else found.names += kept.weight
        shared.set(other, found)
      }
    }
    return shared
  }

  return {
    add(article, carriers) {
      if (article.language === '') return
      const kept = carriers.filter(carrier => weightOf(carrier) > 0).map(keep)
      keptOf.set(article, kept)
      for (const { holders } of kept) {
        const list = holders.get(article.language)
        if (list === undefined) holders.set(article.language, [article])
        else list.push(article)
      }
    },
    remove(article) {
      for (const { holders, carrier } of keptOf.get(article) ?? []) {
        const list = holders.get(article.language) ?? []
        const at = list.indexOf(article)
        if (at >= 0) list.splice(at, 1)
        if (list.length === 0) holders.delete(article.language)
        if (holders.size === 0) table.delete(carrier.key)
      }
      keptOf.delete(article)
    },
    abroad(article) {
      return [...sharedWith(article)].filter(([other, shared]) => agree(article, other, shared)).map(([other]) => other)
    },
  }
}
