import { backgroundIdf } from '../text/background.ts'
import type { Document } from './document.ts'

/** How a stem stands in an article. Places are those of sentences, from 0. */
interface Word {
  readonly stem: string
  /** How often it stands there, and in how many sentences. */
  readonly times: number
  readonly sentences: number
  readonly first: number
  readonly last: number
  readonly places: number
  /** How many of the article's first three, and of its first eight, sentences hold it. */
  readonly inLead: number
  readonly inOpening: number
  /** In how many of its sentences it is a name, and how many of them open with a quotation. */
  readonly named: number
  readonly quoted: number
  /** Its place among the stems of the first sentence that holds it, from 0. */
  readonly placeInFirst: number
  /** The centrality of the most central sentence that holds it, 0 to 1. */
  readonly centrality: number
}

type WordFeature = (word: Word, document: Document) => number

/** A logistic model over WORD_FEATURES. */
export interface WordModel {
  readonly bias: number
  readonly weights: readonly number[]
}

const LEAD_SENTENCES = 3
const OPENING_SENTENCES = 8
const LAST_PLACE = 20

const OPENS_QUOTED = /^["“]/u

const flag = (truth: boolean): number => (truth ? 1 : 0)

/**
 * What the model knows of a stem, by name: whether a summary holds a word is told by how often and how early the article
 * does (Hong and Nenkova 2014, https://doi.org/10.3115/v1/E14-1075).
 */
export const WORD_FEATURES = new Map<string, WordFeature>([
  ['times', ({ times }) => Math.log(1 + times)],
  ['sentences', ({ sentences }) => Math.log(1 + sentences)],
  ['sentenceShare', ({ sentences }, { candidates }) => sentences / candidates.length],
  ['firstLog', ({ first }) => Math.log(1 + first)],
  ['firstInverse', ({ first }) => 1 / (1 + first)],
  ['firstShare', ({ first }, { candidates }) => first / candidates.length],
  ['inFirst', ({ first }) => flag(first === 0)],
  ['fromSecond', ({ first }) => flag(first === 1)],
  ['fromThird', ({ first }) => flag(first === 2)],
  ['lastShare', ({ last }, { candidates }) => last / candidates.length],
  ['inLead', ({ inLead }) => inLead],
  ['inOpening', ({ inOpening }) => inOpening],
  ['inTitle', ({ stem }, { titleStems }) => flag(titleStems.has(stem))],
  ['titled', (_, { titleStems }) => flag(titleStems.size > 0)],
  ['namedShare', ({ named, sentences }) => named / sentences],
  ['named', ({ named }) => flag(named > 0)],
  ['quotedShare', ({ quoted, sentences }) => quoted / sentences],
  ['placeInFirst', ({ placeInFirst }) => Math.min(LAST_PLACE, placeInFirst)],
  ['letters', ({ stem }) => stem.length],
  ['rarity', ({ stem }) => backgroundIdf(stem)],
  ['recurringRarity', ({ stem, sentences }) => Math.log(1 + sentences) * backgroundIdf(stem)],
  ['number', ({ stem }) => flag(/\d/.test(stem))],
  ['centrality', ({ centrality }) => centrality],
  ['meanPlace', ({ places, sentences }, { candidates }) => places / sentences / candidates.length],
  ['articleSentences', (_, { candidates }) => Math.log(candidates.length)],
])

function wordsOf({ candidates, centrality, frequencies }: Document): readonly Word[] {
  const words = new Map<string, Word>()
  for (const { stems, nameStems, clean, index } of candidates) {
    const isQuoted = OPENS_QUOTED.test(clean)
    for (const stem of new Set(stems)) {
      const before = words.get(stem)
      words.set(stem, {
        stem,
        times: frequencies.get(stem) ?? 0,
        sentences: (before?.sentences ?? 0) + 1,
        first: before?.first ?? index,
        last: index,
        places: (before?.places ?? 0) + index,
        inLead: (before?.inLead ?? 0) + flag(index < LEAD_SENTENCES),
        inOpening: (before?.inOpening ?? 0) + flag(index < OPENING_SENTENCES),
        named: (before?.named ?? 0) + flag(nameStems.has(stem)),
        quoted: (before?.quoted ?? 0) + flag(isQuoted),
        placeInFirst: before?.placeInFirst ?? stems.indexOf(stem),
        centrality: Math.max(before?.centrality ?? 0, centrality[index] ?? 0),
      })
    }
  }
  return [...words.values()]
}

const COMPUTED = [...WORD_FEATURES.values()]

function featuresOf(word: Word, document: Document): Float64Array {
  const features = new Float64Array(COMPUTED.length)
  for (const [at, feature] of COMPUTED.entries()) features[at] = feature(word, document)
  return features
}

/** The values of WORD_FEATURES of each stem of an article, in their order. */
export const wordFeatures = (document: Document): ReadonlyMap<string, Float64Array> =>
  new Map(wordsOf(document).map(word => [word.stem, featuresOf(word, document)]))

function chanceOf(features: Float64Array, { bias, weights }: WordModel): number {
  let odds = bias
  for (let k = 0; k < features.length; k++) odds += (weights[k] ?? 0) * (features[k] ?? 0)
  return 1 / (1 + Math.exp(-odds))
}

/** How likely a summary of the article holds each of its stems, 0 to 1. @param words wordFeatures() of the article */
export const wordChances = (words: ReadonlyMap<string, Float64Array>, model: WordModel): ReadonlyMap<string, number> =>
  new Map(Array.from(words, ([stem, features]) => [stem, chanceOf(features, model)]))
