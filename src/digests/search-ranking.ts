import { backgroundDocuments, backgroundFrequency } from '../text/background.ts'

/** Okapi BM25 (https://en.wikipedia.org/wiki/Okapi_BM25); the values do best on tagged agency news. */
const SATURATION = 1.2
const LENGTH_SHARE = 0.6
/** A stem in the title counts for so many in the text. */
const TITLE_WEIGHT = 2.5
/** Added for each pair of wanted words that stand side by side, as a share of their own weight. */
const PHRASE_BONUS = 0.5
/** What an article keeps of its score however old it is; the rest halves every 72 hours. */
const TIMELESS_SHARE = 0.7
const HALF_LIFE_MS = 72 * 3_600_000

/** An article as the ranking reads it: stems in order. */
export interface Entry {
  readonly title: readonly string[]
  readonly text: readonly string[]
  readonly publishedAt: Date | undefined
}

export type Groups = readonly (readonly string[])[]

/** The place of every stem's group: which wanted words a stem stands for. */
function placesOf(groups: Groups): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>()
  groups.forEach((group, place) => {
    for (const stem of group) places.set(stem, [...(places.get(stem) ?? []), place])
  })
  return places
}

interface Hits {
  /** Weighted count of each group. */
  readonly counts: Float64Array
  /** Whether group n is followed at once by group n + 1 somewhere. */
  readonly pairs: readonly boolean[]
  readonly length: number
}

function findHits(entry: Entry, places: ReadonlyMap<string, readonly number[]>, groups: number): Hits {
  const counts = new Float64Array(groups)
  const pairs: boolean[] = new Array(groups).fill(false)
  const read = (stems: readonly string[], weight: number): void => {
    let before: readonly number[] = []
    for (const stem of stems) {
      const here = places.get(stem) ?? []
      for (const place of here) {
        counts[place] = (counts[place] ?? 0) + weight
        if (before.includes(place - 1)) pairs[place - 1] = true
      }
      before = here
    }
  }
  read(entry.title, TITLE_WEIGHT)
  read(entry.text, 1)
  return { counts, pairs, length: entry.title.length * TITLE_WEIGHT + entry.text.length }
}

/** How telling a group is, by its commonest stem in general news; the same whatever candidates came. */
function groupWeight(group: readonly string[]): number {
  const frequency = Math.max(...group.map(backgroundFrequency))
  return Math.log(1 + (backgroundDocuments - frequency + 0.5) / (frequency + 0.5))
}

function relevance(hits: Hits, weights: readonly number[], averageLength: number): number {
  const dampening = SATURATION * (1 - LENGTH_SHARE + (LENGTH_SHARE * hits.length) / averageLength)
  const scores = weights.map((weight, place) => {
    const count = hits.counts[place] ?? 0
    return (weight * count * (SATURATION + 1)) / (count + dampening)
  })
  const words = scores.reduce((sum, score) => sum + score, 0)
  const phrases = hits.pairs.reduce(
    (sum, isPair, place) => (isPair ? sum + PHRASE_BONUS * Math.min(scores[place] ?? 0, scores[place + 1] ?? 0) : sum),
    0,
  )
  return words + phrases
}

function freshness(publishedAt: Date | undefined, now: Date | undefined): number {
  if (publishedAt === undefined || now === undefined) return 1
  const ageMs = Math.max(0, now.getTime() - publishedAt.getTime())
  return TIMELESS_SHARE + (1 - TIMELESS_SHARE) * 2 ** (-ageMs / HALF_LIFE_MS)
}

/** How an entry fared. */
export interface Score {
  /** Its place among the entries. */
  readonly at: number
  /** Places of the wanted groups that it holds, in order. */
  readonly held: readonly number[]
  readonly score: number
}

/**
 * Ranks entries; those that hold more of the wanted groups come first, then the higher score, then the order given.
 * @param now against which age is taken; without it age does not count
 * @returns the entries that hold at least one wanted stem
 */
export function rankEntries(groups: Groups, entries: readonly Entry[], now: Date | undefined): readonly Score[] {
  const places = placesOf(groups)
  const weights = groups.map(groupWeight)
  const hits = entries.map(entry => findHits(entry, places, groups.length))
  const averageLength = Math.max(1, hits.reduce((sum, { length }) => sum + length, 0) / Math.max(1, hits.length))
  return hits
    .map((found, at) => ({
      at,
      held: groups.flatMap((_, place) => ((found.counts[place] ?? 0) > 0 ? [place] : [])),
      score: relevance(found, weights, averageLength) * freshness(entries[at]?.publishedAt, now),
    }))
    .filter(({ held }) => held.length > 0)
    .sort((a, b) => b.held.length - a.held.length || b.score - a.score)
}
