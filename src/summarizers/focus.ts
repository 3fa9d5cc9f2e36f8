import type { Focus } from '../ports/summarizer.ts'
import type { Candidate } from './candidates.ts'

/** How many of the wanted words and names stand among the stems. */
const heldBy = (stems: ReadonlySet<string>, focus: Focus): number =>
  focus.filter(group => group.some(stem => stems.has(stem))).length

/** A sentence of an article about something else must hold so much of what is asked for. */
const neededIn = (focus: Focus): number => Math.ceil(focus.length / 2)

/** How much less a sentence is worth that does not name it, in units of the score (log-odds). */
const UNNAMED = 3

/**
 * The sentences of an article as they may be told to who asked for something: all of them when the title or the first
 * sentence is about it, those that name it before others; else only those that name it; the others are no longer eligible.
 * @param titleStems of the article's title
 * @param focus at least one group; none asks for nothing and leaves everything
 */
export function focusOn(
  candidates: readonly Candidate[],
  titleStems: readonly string[],
  focus: Focus,
): readonly Candidate[] {
  const opening = new Set([...titleStems, ...(candidates[0]?.stems ?? [])])
  const isAbout = heldBy(opening, focus) === focus.length
  return candidates.map(candidate => {
    if (heldBy(new Set(candidate.stems), focus) >= neededIn(focus)) return candidate
    return isAbout ? { ...candidate, penalty: candidate.penalty + UNNAMED } : { ...candidate, eligible: false }
  })
}
