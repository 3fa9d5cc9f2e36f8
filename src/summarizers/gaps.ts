import { type Gap, isQuoteMark, type Told } from './gap.ts'
import { isAside, isFirstDeed, isLastPart, isOpening } from './gap-clauses.ts'
import { isPhrase } from './gap-phrases.ts'
import { isAged, isHalfPair, isManner, isMomentOnly, isPremodifier, isReduced, isRole } from './gap-words.ts'

const RULES: readonly ((gap: Gap) => boolean)[] = [
  isMomentOnly,
  isPremodifier,
  isHalfPair,
  isPhrase,
  isFirstDeed,
  isLastPart,
  isReduced,
  isManner,
  isRole,
  isAged,
]

/** "Once the debt is paid, the club may …": what is to come hangs on it. */
const CONDITION = /^(?:once|when|whenever|wherever|wenn|sobald|solange|quand|lorsque|lorsqu'|cuando|когда)$/u
const TO_COME =
  /^(?:will|may|can|must|shall|would|could|should|wird|werden|kann|können|darf|dürfen|muss|müssen|peut|peuvent|doit|doivent|puede|pueden|debe|deben|может|могут|будет|будут|\p{L}{3,}(?:era|eront|irá|erá|ará|rán))$/u

const dropsCondition = ({ words, tokens }: Gap): boolean =>
  words.some(({ word }) => CONDITION.test(word)) && tokens.some(({ word }) => TO_COME.test(word))

/**
 * True when a sentence may lose some of its words and still say the same, only less: a whole phrase or clause that says
 * where, when or how; adjectives before a noun. Never what a verb does something to, a preposition whose noun stays, a
 * part of a name, a word that makes its noun another ("former", "second"), nor what narrows down whom a sentence is about.
 * @param from place of the first word that is left out, -1 < from
 * @param to place of the next word that stays, or the number of tokens
 */
export function mayLeaveOut(told: Told, from: number, to: number): boolean {
  const { tokens } = told
  const words = tokens.slice(from, to)
  if (words.every(({ isMark }) => isMark)) return true
  // A quotation that stays ends before what is left out.
  if (isQuoteMark(words[0]) && words[1]?.isMark === true) return mayLeaveOut(told, from + 1, to)
  const gap: Gap = { ...told, from, to, words, before: tokens[from - 1], after: tokens[to] }
  if (dropsCondition(gap)) return false
  // A mark at the end belongs to neither side.
  const trailing = words.toReversed().findIndex(token => !token.isMark || isQuoteMark(token) || token.word === ')')
  const end = to - trailing
  const bare: Gap = { ...gap, to: end, words: tokens.slice(from, end), after: tokens[end] }
  return isAside(gap) || isOpening(gap) || [isAside, ...RULES].some(rule => rule(bare))
}
