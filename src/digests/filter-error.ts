import { UserError } from '../model/errors.ts'
import type { FilterProblem } from '../model/filter.ts'

/** Characters that are shown before and behind the place of a mistake. */
const CONTEXT = 24
const ARROW = '▸'

/** The text with an arrow at the place, and with as much around it as one takes in at a glance. */
function pointAt(text: string, at: number): string {
  // Whole characters: an emoji that is cut in two is no text.
  const before = [...text.slice(0, at)]
  const behind = [...text.slice(at)]
  const start = before.length > CONTEXT ? `…${before.slice(-CONTEXT).join('')}` : before.join('')
  const end = behind.length > CONTEXT ? `${behind.slice(0, CONTEXT).join('')}…` : behind.join('')
  return `${start}${ARROW}${end}`
}

/**
 * The error for a mistake in a filter's expression.
 * @param at UTF-16 offset of the mistake in `text`
 * @param details what the problem's sentence needs, see FilterProblem
 */
export const filterError = (
  problem: FilterProblem,
  text: string,
  at: number,
  details: Readonly<Record<string, string>> = {},
): UserError => new UserError('badFilter', { problem, place: pointAt(text, at), ...details })
