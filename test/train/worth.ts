import { compress } from '../../src/summarizers/compression.ts'
import type { PreparedExample } from './examples.ts'
import { tokensOf } from './rouge.ts'

/** The sentences that others are tried with: so many of those that score best, in all pairs. */
const PARTNERS = 5
/** The mean that worth is counted from is that of sentences among so many first ones. */
const COMPARED_SENTENCES = 30
/** Pairs of words count twice: held out, that gains agreement in pairs and loses none in words. */
const PAIRS_COUNT = 2

/** Words and pairs of words as numbers, so that many sets can be compared quickly. */
interface Grams {
  readonly sentences: readonly (readonly number[])[]
  readonly wanted: readonly number[]
}

type Agreement = (set: readonly number[]) => number

function gramsOf(sentences: readonly (readonly string[])[], wanted: readonly string[], size: number): Grams {
  const ids = new Map<string, number>()
  const read = (tokens: readonly string[]): readonly number[] =>
    tokens.slice(size - 1).map((_, at) => {
      const gram = tokens.slice(at, at + size).join(' ')
      const id = ids.get(gram) ?? ids.size
      ids.set(gram, id)
      return id
    })
  return { sentences: sentences.map(read), wanted: read(wanted) }
}

/** F1 of the grams of a set of sentences; pairs across sentences are left out. */
function makeAgreement({ sentences, wanted }: Grams): Agreement {
  const size = 1 + Math.max(-1, ...wanted, ...sentences.map(own => Math.max(-1, ...own)))
  const limits = new Int32Array(size)
  for (const gram of wanted) limits[gram]! += 1
  const seen = new Int32Array(size)
  return set => {
    let matched = 0
    let length = wanted.length
    for (const index of set) {
      for (const gram of sentences[index]!) {
        if (seen[gram]! < limits[gram]!) matched += 1
        seen[gram]! += 1
        length += 1
      }
    }
    for (const index of set) for (const gram of sentences[index]!) seen[gram] = 0
    return length === 0 ? 0 : (2 * matched) / length
  }
}

function makeSummaryAgreement({ candidates, highlights }: PreparedExample): Agreement {
  const sentences = candidates.map(({ clean }) => tokensOf(compress(clean)))
  const wanted = tokensOf(highlights.join(' '))
  const words = makeAgreement(gramsOf(sentences, wanted, 1))
  const pairs = makeAgreement(gramsOf(sentences, wanted, 2))
  return set => words(set) + PAIRS_COUNT * pairs(set)
}

function partnersOf({ candidates }: PreparedExample, scores: readonly number[]): readonly (readonly number[])[] {
  const value = (index: number): number => (scores[index] ?? 0) - (candidates[index]?.penalty ?? 0)
  const best = candidates.filter(({ eligible }) => eligible).map(({ index }) => index)
  const partners = best.sort((a, b) => value(b) - value(a) || a - b).slice(0, PARTNERS)
  return partners.flatMap((first, at) => partners.slice(at + 1).map(second => [first, second]))
}

/**
 * What each sentence adds to a summary that has two other likely sentences: its R1 + 2 R2 with them, less the mean of all
 * sentences with the same two, averaged over pairs. Unlike agreement of the sentence alone, it counts what a long
 * sentence costs and what others say already.
 * @param scores how likely each sentence is chosen; the best make the pairs
 * @returns one value a sentence, about -0.4 to 1.2
 */
export function worthOf(example: PreparedExample, scores: readonly number[]): readonly number[] {
  const agreement = makeSummaryAgreement(example)
  const { candidates } = example
  const sums = new Float64Array(candidates.length)
  const counts = new Int32Array(candidates.length)
  for (const pair of partnersOf(example, scores)) {
    const others = candidates.filter(({ index }) => !pair.includes(index))
    const values = others.map(({ index }) => agreement([...pair, index]))
    const compared = values.filter((_, at) => others[at]!.eligible && others[at]!.index < COMPARED_SENTENCES)
    const mean = compared.reduce((sum, value) => sum + value, 0) / Math.max(1, compared.length)
    others.forEach(({ index }, at) => {
      sums[index]! += values[at]! - mean
      counts[index]! += 1
    })
  }
  return Array.from(sums, (sum, index) => sum / Math.max(1, counts[index]!))
}
