import { type Candidate, wordsIn } from './candidates.ts'
import { CASUALTIES } from './cues.ts'
import { cosine } from './vectors.ts'

/** How selecting weighs what it looks at, in units of the score (log-odds). */
export interface SelectionWeights {
  /** Per unit of likeness to a bullet that is already chosen. */
  readonly redundancy: number
  /** Less for each word over so many. */
  readonly wordy: number
  readonly wordyFrom: number
  /** For sharing all its stems with the sub-heading above it. */
  readonly heading: number
  /** For saying much (this many stems or more), where sections are told one by one and place says little. */
  readonly substance: number
  readonly substantialStems: number
  /** For standing first below a sub-heading. */
  readonly opening: number
  /** For a name or a figure, where place says little. */
  readonly concrete: number
  /** For telling of dead, hurt or missing people, where place says little. */
  readonly harm: number
}

export const SELECTION: SelectionWeights = {
  redundancy: 3,
  wordy: 0.02,
  wordyFrom: 20,
  heading: 1.5,
  substance: 3,
  substantialStems: 14,
  opening: 0.5,
  concrete: 0.5,
  harm: 1,
}

/** From so many sections on, each is told before any gets a second bullet. */
const SECTIONED = 3
/** The first so many bullets are the best sentences wherever they stand; of the others, each tells another part. */
const NEWS_BULLETS = 3
/** Parts of an article without sections, and the fewest sentences of one that is told by parts. */
const PARTS = 5
const FEWEST_SENTENCES = 12
const MOST_ALIKE = 0.7
/** Share of words in common from which two bullets say the same. */
const SAME_WORDS = 0.55

/**
 * True when an article is told in sections, each of which deserves a bullet before any gets a second. A table or a
 * credit line under a heading of its own is no section.
 */
export const isSectioned = (candidates: readonly Candidate[]): boolean =>
  new Set(candidates.filter(({ eligible }) => eligible).map(({ section }) => section)).size >= SECTIONED

function bagOf(text: string): ReadonlyMap<string, number> {
  const bag = new Map<string, number>()
  for (const word of wordsIn(text.toLowerCase())) bag.set(word, (bag.get(word) ?? 0) + 1)
  return bag
}

/** Share of words that two sentences have in common (F1, 0 to 1). */
function sharedWords(a: string, b: string): number {
  const left = bagOf(a)
  const right = bagOf(b)
  let common = 0
  for (const [word, times] of left) common += Math.min(times, right.get(word) ?? 0)
  const total = [...left.values(), ...right.values()].reduce((sum, times) => sum + times, 0)
  return total === 0 ? 0 : (2 * common) / total
}

/** The highest likeness of a sentence to those chosen, 0 to 1; 1 when it repeats one of them. */
export function likeness(candidate: Candidate, chosen: readonly Candidate[]): number {
  let highest = 0
  for (const other of chosen) {
    const alike = cosine(candidate.vector, other.vector)
    if (alike > MOST_ALIKE || (alike > 0.2 && sharedWords(candidate.clean, other.clean) > SAME_WORDS)) return 1
    highest = Math.max(highest, alike)
  }
  return highest
}

/** Share of the sub-heading's stems that the sentence repeats, 0 to 1. */
function headingShare({ headingStems, stems }: Candidate): number {
  return headingStems.intersection(new Set(stems)).size / Math.max(1, headingStems.size)
}

/** What a sentence is worth as a bullet before others are chosen. */
function worth(candidate: Candidate, score: number, weights: SelectionWeights, sectioned: boolean): number {
  const alone = score - candidate.penalty - weights.wordy * Math.max(0, candidate.words - weights.wordyFrom)
  if (!sectioned) return alone
  const substance = Math.min(1, new Set(candidate.stems).size / weights.substantialStems)
  const concrete = candidate.names.length > 0 || /\d/.test(candidate.clean) ? weights.concrete : 0
  const harm = CASUALTIES.test(candidate.clean) ? weights.harm : 0
  const opens = candidate.opensSection ? weights.opening : 0
  return alone + weights.heading * headingShare(candidate) + weights.substance * substance + concrete + harm + opens
}

interface Valued {
  readonly candidate: Candidate
  readonly value: number
}

/** A sentence that leans on the one before stands only after it. @param chosen sentences of the same article */
export const canStand = ({ leans, index }: Candidate, chosen: readonly Candidate[]): boolean =>
  !leans || chosen.some(other => other.index === index - 1)

/** The best of those not chosen, less what it repeats; undefined when all that is left repeats. */
function bestOf(pool: readonly Valued[], chosen: readonly Candidate[], redundancy: number): Candidate | undefined {
  let best: Candidate | undefined
  let highest = Number.NEGATIVE_INFINITY
  for (const { candidate, value } of pool) {
    if (value <= highest || chosen.includes(candidate) || !canStand(candidate, chosen)) continue
    const alike = likeness(candidate, chosen)
    if (alike >= 1 || value - redundancy * alike <= highest) continue
    highest = value - redundancy * alike
    best = candidate
  }
  return best
}

/**
 * The part of an article without sections that a sentence stands in, from 0: news is told in the first, what else
 * readers want to know in the others.
 */
const partOf = ({ index }: Candidate, length: number): number => Math.floor((PARTS * index) / length)

/**
 * Chooses bullets of one article: greedy by score less redundancy (maximal marginal relevance, Carbonell and Goldstein
 * 1998, https://doi.org/10.1145/290941.291025). With three sections or more, each is told before any gets a second; a
 * long article without sections is told in its other parts from the fourth bullet on.
 * @param scores one a candidate
 * @returns at most `bullets` candidates in the order of the article
 */
export function selectSentences(
  candidates: readonly Candidate[],
  scores: readonly number[],
  bullets: number,
  weights: SelectionWeights = SELECTION,
): readonly Candidate[] {
  const sectioned = isSectioned(candidates)
  const poolOf = (bySubstance: boolean): readonly Valued[] =>
    candidates.flatMap((candidate, index) =>
      candidate.eligible ? [{ candidate, value: worth(candidate, scores[index] ?? 0, weights, bySubstance) }] : [],
    )
  const pool = poolOf(sectioned)
  const chosen: Candidate[] = []
  const choose = (from: readonly Valued[]): boolean => {
    const best = bestOf(from, chosen, weights.redundancy)
    if (best !== undefined) chosen.push(best)
    return best !== undefined
  }
  const chooseUntold = (from: readonly Valued[], stretchOf: (candidate: Candidate) => number): void => {
    const isUntold = ({ candidate }: Valued): boolean => chosen.every(told => stretchOf(told) !== stretchOf(candidate))
    while (chosen.length < bullets && choose(from.filter(isUntold)));
  }
  if (sectioned) {
    choose(pool.filter(({ candidate }) => candidate.section === 0))
    chooseUntold(pool, ({ section }) => section)
  } else if (candidates.length >= FEWEST_SENTENCES) {
    while (chosen.length < Math.min(bullets, NEWS_BULLETS) && choose(pool));
    chooseUntold(poolOf(true), candidate => partOf(candidate, candidates.length))
  }
  while (chosen.length < bullets && choose(pool));
  return chosen.sort((a, b) => a.index - b.index)
}
