import { findConcept } from './concepts.ts'
import { namesIn } from './names.ts'
import { numbersIn } from './numbers.ts'
import { analyse } from './terms.ts'

/** Fewer landmarks may stand in any two sentences. */
const FEWEST = 2
/** Share of a sentence's landmarks that another must hold to tell the same in another language. */
const SAME_SHARE = 0.6

/**
 * What of a sentence is the same in every language: its figures, and its names by their one token ("Poutine" and "Putin").
 * @param language two-letter code, when known
 */
export function landmarksOf(sentence: string, language?: string): ReadonlySet<string> {
  const known = analyse(sentence, language).flatMap(stem => findConcept(stem)?.token ?? [])
  const names = namesIn(sentence).filter(name => language !== 'de' || findConcept(name) !== undefined)
  return new Set([...numbersIn(sentence), ...known, ...names.map(name => findConcept(name)?.token ?? name)])
}

/** True when landmarks are, but for a few, among those of one sentence that is told; too few of them show nothing. */
export const isToldAbroad = (landmarks: ReadonlySet<string>, told: readonly ReadonlySet<string>[]): boolean =>
  landmarks.size >= FEWEST &&
  told.some(other => landmarks.intersection(other).size >= Math.max(FEWEST, SAME_SHARE * landmarks.size))
