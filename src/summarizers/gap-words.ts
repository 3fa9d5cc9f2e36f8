// Single words that a sentence can do without, by what stands around them.
import type { Gap } from './gap.ts'
import type { PhraseToken } from './phrase-tokens.ts'

/** "On Tuesday", "am Sonntagabend", "yesterday": when it was, and nothing else. */
export function isMomentOnly({ words, before, kinds, little }: Gap): boolean {
  const [first, ...others] = words
  // "Sunday [evening]"
  if (
    before?.isCapital === true &&
    kinds.isMoment(before) &&
    words.every(token => !token.isCapital && kinds.isMoment(token))
  )
    return true
  if (kinds.isPreposition(before) || kinds.isJoining(before) || kinds.isMoment(before)) return false
  const rest = first !== undefined && little.locating.has(first.word) ? others : words
  const named = kinds.isDeterminer(rest[0]) ? rest.slice(1) : rest
  return named.length > 0 && named.every(token => kinds.isMoment(token))
}

/** Adjectives and the like before a noun that stays: "the [wide] river". */
export function isPremodifier({ words, before, after, kinds, little, language }: Gap): boolean {
  const isGerman = language === 'de'
  if (before === undefined || /\d/u.test(before.word) || !kinds.isContent(after)) return false
  if (after?.isCapital !== isGerman || kinds.isVerb(after) || kinds.isMoment(after)) return false
  // "an officer [leader] seeking", "to [provide] help"
  if (
    (!isGerman && /.ing$|.ly$|^(?:then|also|now|later|still|again|there|here|too)$/u.test(after?.word ?? '')) ||
    /^(?:to|zu)$/u.test(before.word)
  )
    return false
  // After a name it would be what bears it: "Norvik [workers] strike".
  if (!isGerman && before.isCapital && kinds.isContent(before)) return false
  if (!kinds.isDeterminer(before) && !kinds.isPreposition(before) && !kinds.isContent(before)) return false
  const isQualifying = (token: PhraseToken): boolean =>
    kinds.isContent(token) && !token.isCapital && !kinds.isVerb(token) && !/['\d%$€£]/u.test(token.word)
  return words.every(token => isQualifying(token) && !little.telling.test(token.word))
}

/** Only adjectives end so. */
const ADJECTIVE = /(?:ly|al|ic|ous|ive|ful|less|[ai]ble|ish|iche[nmrs]?|ige[nmrs]?)$/u

/** "[costly and] new bridge", "new [and costly] bridge" */
export const isHalfPair = (gap: Gap): boolean => {
  const { words, kinds } = gap
  const [first] = words
  const inner = kinds.isJoining(first) ? words.slice(1) : kinds.isJoining(words.at(-1)) ? words.slice(0, -1) : []
  return inner.length > 0 && inner.every(({ word }) => ADJECTIVE.test(word)) && isPremodifier({ ...gap, words: inner })
}

/** "coins [that were] found" */
export const isReduced = ({ words, after, kinds }: Gap): boolean =>
  words.length === 2 &&
  kinds.isSubordinating(words[0]) &&
  kinds.isAuxiliary(words[1]) &&
  kinds.isVerb(after) &&
  !kinds.isAuxiliary(after)

/** "sold to [the investor] Harle Bank": what somebody is, before the name. */
export const isRole = ({ words, before, after, kinds, little }: Gap): boolean =>
  before !== undefined &&
  after?.isCapital === true &&
  !kinds.isMoment(after) &&
  words.length > 1 &&
  words.length < 5 &&
  kinds.isDeterminer(words[0]) &&
  !kinds.isSubordinating(words[0]) &&
  words
    .slice(1)
    .every(
      token =>
        kinds.isContent(token) &&
        !token.isCapital &&
        !kinds.isVerb(token) &&
        !little.telling.test(token.word) &&
        !token.word.includes("'"),
    )

/** "a 19-year-old [man] from Tarn" */
export const isAged = ({ words, before, after, kinds }: Gap): boolean =>
  words.length === 1 && before?.word === 'year-old' && kinds.isContent(words[0]) && kinds.isPreposition(after)

/** Adverbs that say how, not whether. */
export const isManner = ({ words, before, kinds, little }: Gap): boolean => {
  const [only, more] = words
  return (
    more === undefined &&
    only !== undefined &&
    kinds.isContent(before) &&
    /^(?:.{3,}ly|also|then|later)$/u.test(only.word) &&
    !little.telling.test(only.word)
  )
}
