import { bestSet } from './best-set.ts'
import type { Candidate } from './candidates.ts'
import { CASUALTIES } from './cues.ts'
import { canStand, likeness, type Valued } from './likeness.ts'

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
  wordy: 0.01,
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

/**
 * True when an article is told in sections, each of which deserves a bullet before any gets a second. A table or a
 * credit line under a heading of its own is no section.
 */
export const isSectioned = (candidates: readonly Candidate[]): boolean =>
  new Set(candidates.filter(({ eligible }) => eligible).map(({ section }) => section)).size >= SECTIONED

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
 * Chooses bullets of one article: the set that tells most, and what goes beyond it greedy by score less redundancy
 * (maximal marginal relevance, Carbonell and Goldstein 1998, https://doi.org/10.1145/290941.291025). With three sections
 * or more, each is told before any gets a second; a long article without sections is told in its other parts from the
 * fourth bullet on.
 * @param scores one a candidate
 * @param chances how likely a summary holds each stem, 0 to 1; without any, what a set holds is not weighed
 * @returns at most `bullets` candidates in the order of the article
 */
export function selectSentences(
  candidates: readonly Candidate[],
  scores: readonly number[],
  bullets: number,
  chances: ReadonlyMap<string, number> = new Map(),
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
  } else {
    chosen.push(...bestSet(pool, Math.min(bullets, NEWS_BULLETS), chances))
    if (candidates.length >= FEWEST_SENTENCES)
      chooseUntold(poolOf(true), candidate => partOf(candidate, candidates.length))
  }
  while (chosen.length < bullets && choose(pool));
  return chosen.sort((a, b) => a.index - b.index)
}
