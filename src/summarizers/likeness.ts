import { type Candidate, wordsIn } from './candidates.ts'
import { cosine } from './vectors.ts'

const MOST_ALIKE = 0.7
/** Share of words in common from which two bullets say the same. */
const SAME_WORDS = 0.55

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

/** A sentence and what it is worth as a bullet, in units of the score (log-odds). */
export interface Valued {
  readonly candidate: Candidate
  readonly value: number
}

/** A sentence that leans on the one before stands only after it. @param chosen sentences of the same article */
export const canStand = ({ leans, index }: Candidate, chosen: readonly Candidate[]): boolean =>
  !leans || chosen.some(other => other.index === index - 1)
