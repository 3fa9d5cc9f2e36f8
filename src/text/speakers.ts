import {
  bareName,
  isCalling,
  isCapital,
  isCommonNoun,
  isPossessive,
  isPossessor,
  isRole,
  type Reading,
  runEnd,
} from './name-runs.ts'
import type { Speaker } from './subjects.ts'

/** So far behind "said" or "according to" a name is looked for. */
const MOST_ROLE_TOKENS = 7

/** Words that may stand before the name: articles, what somebody is, "Bell’s", "Kremlin spokesman". */
interface Lead {
  /** Where the next word is. */
  readonly next: number
  readonly hasRole: boolean
}

/** The token after a run of capitals that only leads to a name: "Bell’s deputy Tom Hay", "Kremlin spokesman Dmitry Peskov". */
function endOfLeadingRun(at: number, reading: Reading): number | undefined {
  const { tokens } = reading
  const end = runEnd(tokens, at)
  if (isPossessive(tokens[end - 1]) || isRole(tokens[end], reading)) return end
  const isCalled = isCalling(tokens[end], reading) && isCapital(tokens[end + 1]) && runEnd(tokens, end + 1) > end + 2
  return isCalled ? end : undefined
}

/** Steps over one word, or run of capitals, that may stand before a name; undefined when this one does not. */
function stepOver(at: number, hasRole: boolean, reading: Reading): Lead | undefined {
  const { tokens, words } = reading
  const token = tokens[at]
  if (token === undefined) return undefined
  if (isCapital(token)) {
    const end = endOfLeadingRun(at, reading)
    return end === undefined ? undefined : { next: end, hasRole: true }
  }
  const isBeforeFullName = isCapital(tokens[at + 1]) && runEnd(tokens, at + 1) > at + 2
  if (isRole(token, reading) || (isBeforeFullName && isCalling(token, reading))) return { next: at + 1, hasRole: true }
  // "said the mayor, X"
  const isComma = token.text === ',' && hasRole && isCapital(tokens[at + 1])
  const isSmall = words.determiners.has(token.lower) || words.adverbs.has(token.lower)
  return isComma || isSmall ? { next: at + 1, hasRole } : undefined
}

/**
 * The one who is named from a place on: after "said" or "according to", over articles, titles and "Bell’s deputy".
 * @returns undefined when there is nobody; without a name when it is not said who
 */
export function speakerFrom(first: number, reading: Reading): Speaker | undefined {
  const { tokens, words } = reading
  if (words.pronouns.has(tokens[first]?.lower ?? '')) return { first, end: first + 1, isPronoun: true }
  let lead: Lead = { next: first, hasRole: false }
  while (lead.next < first + MOST_ROLE_TOKENS) {
    const further = stepOver(lead.next, lead.hasRole, reading)
    if (further === undefined) break
    lead = further
  }
  const { next: at, hasRole } = lead
  const token = tokens[at]
  if (!isCapital(token)) {
    if (token?.kind === 'word') return { first, end: at + 1 }
    return hasRole ? { first, end: at } : undefined
  }
  const end = runEnd(tokens, at)
  const found = bareName(tokens, at, end, words.roles)
  // "according to new FBI data"
  const isNoun =
    found === undefined ||
    isCommonNoun(found, at, reading) ||
    isPossessor(found, at, reading, first - 1) ||
    (isCalling(tokens[end], reading) && !words.isFree)
  return isNoun ? { first, end } : { first, end, name: found.name }
}
