import { backgroundIdf } from '../text/background.ts'
import type { Candidate } from './candidates.ts'
import type { Document } from './document.ts'
import { FEATURES, featuresOf } from './features.ts'

/** What the trees know of a sentence beyond FEATURES, in the order of standingOf(): how it stands among the article's others. */
const STANDING = [
  'recurring',
  'freshRecurring',
  'recurringWeight',
  'recurringWeightMean',
  'recurringPairs',
  'recurringPairShare',
  'wordsBefore',
  'articleWords',
  'wordsToMean',
  'sentencesToParagraph',
  'quotedWords',
  'centroidToHighest',
  'keywordShareToHighest',
  'likeLeadToHighest',
  'likeLeadRank',
  'titleRank',
] as const

/** The names of all that articleFeatures() gives: those of FEATURES first. */
export const ARTICLE_FEATURES: readonly string[] = [...FEATURES.keys(), ...STANDING]

const MOST_WORDS_BEFORE = 1_500
const MOST_ARTICLE_WORDS = 2_500
const LAST_RANK = 40
/** Shares of very short sentences are taken of so many stems, or pairs of them. */
const FEWEST_STEMS = 3
const FEWEST_PAIRS = 4

const PLACE = new Map(ARTICLE_FEATURES.map((name, place) => [name, place]))
const QUOTED = PLACE.get('quoted') ?? 0

function countHolders(sets: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> {
  const holders = new Map<string, number>()
  for (const set of sets) for (const item of set) holders.set(item, (holders.get(item) ?? 0) + 1)
  return holders
}

function pairsOf(stems: readonly string[]): ReadonlySet<string> {
  return new Set(stems.slice(1).map((stem, index) => `${stems[index]} ${stem}`))
}

/** The column of one feature, as it stands among those of the same article. */
interface Column {
  readonly toHighest: readonly number[]
  readonly ranks: readonly number[]
}

function columnOf(name: string, features: readonly Float64Array[]): Column {
  const values = features.map(own => own[PLACE.get(name) ?? 0] ?? 0)
  const highest = Math.max(...values) || 1
  const ranks = new Array<number>(values.length).fill(0)
  const order = [...values.keys()].sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b)
  order.forEach((index, rank) => {
    ranks[index] = Math.min(LAST_RANK, rank)
  })
  return { toHighest: values.map(value => value / highest), ranks }
}

/** What a sentence repeats of what other sentences hold, and what of that it is the first to say. */
function makeRecurrence(candidates: readonly Candidate[]): (index: number) => readonly number[] {
  const stems = candidates.map(candidate => new Set(candidate.stems))
  const pairs = candidates.map(candidate => pairsOf(candidate.stems))
  const holders = countHolders(stems)
  const pairHolders = countHolders(pairs)
  const told = new Set<string>()
  return index => {
    const own = stems[index] ?? new Set()
    const ownPairs = pairs[index] ?? new Set()
    const fewest = Math.max(FEWEST_STEMS, own.size)
    let recurring = 0
    let fresh = 0
    let weight = 0
    for (const stem of own) {
      const times = holders.get(stem) ?? 0
      if (times > 1) {
        recurring += 1
        weight += backgroundIdf(stem) * Math.log(times)
        if (!told.has(stem)) fresh += 1
      }
      told.add(stem)
    }
    let repeated = 0
    for (const pair of ownPairs) if ((pairHolders.get(pair) ?? 0) > 1) repeated += 1
    const meanWeight = weight / Math.max(FEWEST_PAIRS, own.size)
    const pairShare = repeated / Math.max(FEWEST_PAIRS, ownPairs.size)
    return [recurring / fewest, fresh / fewest, weight, meanWeight, repeated, pairShare]
  }
}

/** The values of STANDING for each sentence. @param features those of FEATURES, of each sentence */
function standingOf(candidates: readonly Candidate[], features: readonly Float64Array[]): readonly number[][] {
  const recurrence = makeRecurrence(candidates)
  const [centroid, keywords, lead, title] = ['centroid', 'keywordShare', 'likeLead', 'title'].map(name =>
    columnOf(name, features),
  )
  const total = candidates.reduce((sum, { words }) => sum + words, 0)
  const paragraphs = Math.max(1, candidates.filter(({ opensParagraph }) => opensParagraph).length)
  let before = 0
  return candidates.map(({ words }, index) => {
    const at = (values: readonly number[] | undefined): number => values?.[index] ?? 0
    const wordsBefore = before
    before += words
    return [
      ...recurrence(index),
      Math.min(MOST_WORDS_BEFORE, wordsBefore),
      Math.min(MOST_ARTICLE_WORDS, total),
      (words * candidates.length) / Math.max(1, total),
      candidates.length / paragraphs,
      (features[index]?.[QUOTED] ?? 0) * words,
      at(centroid?.toHighest),
      at(keywords?.toHighest),
      at(lead?.toHighest),
      at(lead?.ranks),
      at(title?.ranks),
    ]
  })
}

/** The values of ARTICLE_FEATURES for each sentence of an article, in its order. */
export function articleFeatures(document: Document): readonly Float64Array[] {
  const features = document.candidates.map(candidate => featuresOf(candidate, document))
  const standing = standingOf(document.candidates, features)
  return features.map((own, index) => Float64Array.of(...own, ...(standing[index] ?? [])))
}
