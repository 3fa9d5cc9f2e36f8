import { analyse } from '../text/terms.ts'
import type { Candidate } from './candidates.ts'
import { describeDocument } from './document.ts'
import { FEATURES, featuresOf } from './features.ts'
import trained from './weights.json' with { type: 'json' }

/** A linear scorer: one weight a feature, in the order of FEATURES. */
export interface Scorer {
  readonly bias: number
  readonly weights: readonly number[]
}

const table = new Map(Object.entries(trained.weights))

/** The scorer that `npm run train` wrote. */
const TRAINED: Scorer = {
  bias: trained.bias,
  weights: Array.from(FEATURES.keys(), name => table.get(name) ?? 0),
}

/** Log-odds that a sentence belongs to a good summary. */
export function scoreOf(features: Float64Array, { bias, weights }: Scorer): number {
  return features.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), bias)
}

/** The score of each sentence of one article, in order. */
export function scoreSentences(
  candidates: readonly Candidate[],
  title: string,
  language: string | undefined,
  scorer: Scorer = TRAINED,
): readonly number[] {
  const document = describeDocument(candidates, analyse(title, language))
  return candidates.map(candidate => scoreOf(featuresOf(candidate, document), scorer))
}
