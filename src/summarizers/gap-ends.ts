import { type Gap, isOpenEnd } from './gap.ts'
import type { PhraseToken } from './phrase-tokens.ts'

/** "to resign", "zu gehen", "de fermer", not "to Lydd" or "to the". */
export function isInfinitive(particle: PhraseToken | undefined, next: PhraseToken | undefined): boolean {
  if (next === undefined || next.isCapital || next.isMark) return false
  if (particle?.word === 'to')
    return !/^(?:the|an?|its|their|his|her|this|that|these|those|all|both|\d.*)$/u.test(next.word)
  return (
    particle?.word === 'zu' ||
    (/^(?:de|d'|à|a|para|pour)$/u.test(particle?.word ?? '') && /(?:[aei]r|re)$/u.test(next.word))
  )
}

/** Where what comes after a phrase shows that the phrase has ended. */
export function isClosed({ tokens, to, words, after, kinds, little, language }: Gap): boolean {
  const last = words.at(-1)
  if (last === undefined || kinds.isPreposition(last) || kinds.isDeterminer(last) || kinds.isJoining(last)) return false
  if (kinds.isAuxiliary(last) || kinds.isSubordinating(last) || kinds.isPronoun(last) || /'s?$/u.test(last.word))
    return false
  // "waits [for the mayor] to resign": who, would be another
  if (isInfinitive(after, tokens[to + 1])) return false
  if (isOpenEnd(after) || kinds.isSubordinating(after) || kinds.isAuxiliary(after)) return true
  // "the watchman [of the yard] of stealing" has two; "the son [of the mayor] of Tarn" another father
  if (little.genitives.has(after?.word ?? '')) return language === 'en' && /.ing$/u.test(tokens[to + 1]?.word ?? '')
  if (kinds.isPreposition(after) || kinds.isJoining(after) || kinds.isVerb(after)) return true
  if (after?.isCapital === false && kinds.isMoment(after)) return true
  // German nouns are capital, English names: a small word behind one begins something else; not in "the Norvik works".
  if (
    language === 'en' &&
    (/(?:[aei]an|ese|ish|ic)$/u.test(last.word) || kinds.isDeterminer(words.findLast(token => !token.isCapital)))
  )
    return false
  return (
    last.isCapital && after?.isCapital === false && kinds.isContent(after) && (language === 'de' || language === 'en')
  )
}
