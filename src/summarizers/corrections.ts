import { stillSays, withdrawnIn } from '../text/withdrawals.ts'
import type { Candidate } from './candidates.ts'

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
