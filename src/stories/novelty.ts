import { CALENDAR_NAMES, type Facts, factsOf } from '../text/facts.ts'
import { knownShare, likeness, type Weights, weigh } from '../text/likeness.ts'
import { analyse } from '../text/terms.ts'

/** A sentence that is more like a known one says the same (McCreadie 2014: updates are told by prevalence and novelty). */
const SAME_LIKENESS = 0.55
/** A sentence whose words are, by weight, so far among the known ones puts them together in another way. */
const SAME_WORDS = 0.8

/** A sentence that is known already. */
export interface KnownSentence {
  readonly text: string
  /** Two-letter code, when known. */
  readonly language?: string | undefined
}

/** Tells whether a sentence adds something. */
export type NoveltyTest = (sentence: string, language?: string) => boolean

interface Remembered {
  readonly weights: Weights
  readonly facts: Facts
  readonly language: string | undefined
}

const isOneLanguage = (a: string | undefined, b: string | undefined): boolean =>
  a === undefined || b === undefined || a === b

/**
 * What is new against these sentences: a figure or a name that none of them has; or else words that are not like any of
 * them (cosine at most .55) and not nearly all among them. Against sentences in other languages only figures and names
 * are compared.
 * @param known what was shown, and what the articles said that it was made from
 */
export function noveltyTest(known: readonly KnownSentence[]): NoveltyTest {
  const remembered: readonly Remembered[] = known.map(({ text, language }) => ({
    weights: weigh(analyse(text, language)),
    facts: factsOf(text, language),
    language,
  }))
  const numbers = new Set(remembered.flatMap(({ facts }) => [...facts.numbers]))
  const names = new Set([...CALENDAR_NAMES, ...remembered.flatMap(({ facts }) => [...facts.names])])
  return (sentence, language) => {
    const facts = factsOf(sentence, language)
    if (facts.numbers.difference(numbers).size > 0 || facts.names.difference(names).size > 0) return true
    const readable = remembered.filter(other => isOneLanguage(other.language, language))
    if (readable.length === 0) return known.length === 0
    const weights = weigh(analyse(sentence, language))
    if (readable.some(other => likeness(weights, other.weights) > SAME_LIKENESS)) return false
    const words = new Set(readable.flatMap(other => [...other.weights.keys()]))
    return knownShare(weights, words) < SAME_WORDS
  }
}
