import { backgroundIdf } from './background.ts'

/** Stems with their weights: counts times the background idf. */
export type Weights = ReadonlyMap<string, number>

/** @param stems as analyse() gives them (terms.ts) */
export function weigh(stems: readonly string[]): Weights {
  const weights = new Map<string, number>()
  for (const stem of stems) weights.set(stem, (weights.get(stem) ?? 0) + backgroundIdf(stem))
  return weights
}

const squares = (weights: Weights): number => weights.values().reduce((sum, weight) => sum + weight * weight, 0)

/** Cosine of two sentences, 0 to 1; 0 when either has no stems. */
export function likeness(a: Weights, b: Weights): number {
  const length = Math.sqrt(squares(a) * squares(b))
  if (length === 0) return 0
  return a.entries().reduce((sum, [stem, weight]) => sum + weight * (b.get(stem) ?? 0), 0) / length
}

/** Share of a sentence's weight whose stems are among those that are known, 0 to 1; 1 when it has no stems. */
export function knownShare(sentence: Weights, known: ReadonlySet<string>): number {
  const all = sentence.values().reduce((sum, weight) => sum + weight, 0)
  if (all === 0) return 1
  return sentence.entries().reduce((sum, [stem, weight]) => sum + (known.has(stem) ? weight : 0), 0) / all
}
