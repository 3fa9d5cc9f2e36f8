import { backgroundIdf } from '../text/background.ts'

/** Weighted stems of a sentence, with the length of the vector. */
export interface TermVector {
  readonly weights: ReadonlyMap<string, number>
  readonly norm: number
}

/** The vector of no stems at all. */
export const NO_TERMS: TermVector = { weights: new Map(), norm: 0 }

function withNorm(weights: ReadonlyMap<string, number>): TermVector {
  let squares = 0
  for (const weight of weights.values()) squares += weight * weight
  return { weights, norm: Math.sqrt(squares) }
}

/** Counts of stems times their background idf. */
export function termVector(stems: readonly string[]): TermVector {
  const weights = new Map<string, number>()
  for (const stem of stems) weights.set(stem, (weights.get(stem) ?? 0) + backgroundIdf(stem))
  return withNorm(weights)
}

/** The sum of vectors; with `most`, only its heaviest stems. */
export function addVectors(vectors: readonly TermVector[], most = Number.POSITIVE_INFINITY): TermVector {
  const sum = new Map<string, number>()
  for (const { weights } of vectors) {
    for (const [stem, weight] of weights) sum.set(stem, (sum.get(stem) ?? 0) + weight)
  }
  if (sum.size <= most) return withNorm(sum)
  return withNorm(new Map([...sum].sort((a, b) => b[1] - a[1]).slice(0, most)))
}

/** Cosine of two vectors, 0 to 1; 0 when either is empty. */
export function cosine(a: TermVector, b: TermVector): number {
  const [small, large] = a.weights.size <= b.weights.size ? [a, b] : [b, a]
  if (small.norm === 0) return 0
  let dot = 0
  for (const [stem, weight] of small.weights) dot += weight * (large.weights.get(stem) ?? 0)
  return dot / (a.norm * b.norm)
}
