import { numbersIn } from '../text/numbers.ts'
import type { Candidate } from './candidates.ts'

/** A figure that a correction withdraws, with the sentence that does so. */
interface Withdrawn {
  readonly figure: string
  /** The word after it ("million", "per"); empty when none follows. */
  readonly unit: string
  readonly stems: ReadonlySet<string>
}

const FIGURE = '\\d{1,3}(?:[ \\u00a0\\u202f]\\d{3})+|\\d+(?:[.,]\\d+)*'
const WITHDRAWS = new RegExp(
  `(?:\\bnot|\\binstead of|\\brather than|\\bnicht|\\bstatt|\\bet non|\\bau lieu de|(?<!\\p{L})а не|(?<!\\p{L})вместо)\\s+(?:the |de )?(${FIGURE})(?:\\s+(\\p{L}+))?`,
  'giu',
)
/** So many stems besides figures and their units show that two sentences are about the same. */
const SAME_MATTER = 2

function withdrawnIn({ clean, stems }: Candidate): readonly Withdrawn[] {
  return Array.from(clean.matchAll(WITHDRAWS), ([, figure = '', unit = '']) => ({
    figure: numbersIn(figure)[0] ?? figure,
    unit: unit.toLowerCase(),
    stems: new Set(stems.filter(stem => /^\p{L}+$/u.test(stem) && stem !== unit.toLowerCase())),
  }))
}

/** True when a sentence of another article still says what was withdrawn. */
function stillSays({ clean, stems }: Candidate, { figure, unit, stems: matter }: Withdrawn): boolean {
  if (!numbersIn(clean).includes(figure) || matter.intersection(new Set(stems)).size < SAME_MATTER) return false
  return unit === '' || clean.toLowerCase().includes(unit)
}

/** How much more the sentence is worth that sets a figure right, in units of the score (log-odds). */
const RIGHTS = 0.4

const rightsFigure = (candidate: Candidate): boolean => withdrawnIn(candidate).length > 0

/** An article with what corrections need to know of it. */
interface Correctable {
  readonly candidates: readonly Candidate[]
  readonly isCorrection: boolean
}

/**
 * Takes from the articles of a story what a correction among them withdraws ("12 million, not 15 million"): those
 * sentences of the others are no longer eligible, and the one that sets the figure right is worth more.
 */
export function withoutWithdrawn<A extends Correctable>(articles: readonly A[]): readonly A[] {
  const withdrawn = articles.flatMap(({ candidates, isCorrection }) =>
    isCorrection ? candidates.flatMap(withdrawnIn) : [],
  )
  if (withdrawn.length === 0) return articles
  const corrected = (candidate: Candidate): Candidate =>
    withdrawn.some(claim => stillSays(candidate, claim)) ? { ...candidate, eligible: false } : candidate
  const preferred = (candidate: Candidate): Candidate =>
    rightsFigure(candidate) ? { ...candidate, penalty: candidate.penalty - RIGHTS } : candidate
  return articles.map(article => ({
    ...article,
    candidates: article.candidates.map(article.isCorrection ? preferred : corrected),
  }))
}
