import { findConcept } from './concepts.ts'
import { OFFICES } from './name-words.ts'
import { type SpeechToken, saysWhere, saysWhose, withoutElision } from './speech-tokens.ts'
import type { SpeechWords } from './speech-words.ts'
import { foldLetters } from './stemming.ts'

/** What the sentence is made of, and in which words it tells who speaks. */
export interface Reading {
  readonly tokens: readonly SpeechToken[]
  readonly words: SpeechWords
  readonly language: string
}

/** Longer names are lists of something. */
export const MOST_NAME_TOKENS = 7
const FULL_NAME = 2

const PARTICLES = new Set('& de van von der den del della di du da dos al bin ben la el le of ter ten'.split(' '))
const POSSESSIVE = /['’]s?$/u

const plain = ({ text }: SpeechToken): string => withoutElision(text)
/** True for "Bell’s". */
export const isPossessive = (token: SpeechToken | undefined): boolean =>
  token !== undefined && POSSESSIVE.test(token.text)

/** True for a word that may be part of a name. */
export const isCapital = (token: SpeechToken | undefined): boolean => token?.isCapital === true
const isOffice = (token: SpeechToken): boolean => OFFICES.has(token.lower.replace('.', ''))
/** True for a small word that stands inside names. */
export const isParticle = (token: SpeechToken | undefined): boolean => token !== undefined && PARTICLES.has(token.text)

/** The first token of the run of capitals that ends before `end`, with the small words inside. */
export function runStart(tokens: readonly SpeechToken[], end: number): number {
  let first = end - 1
  while (end - first < MOST_NAME_TOKENS) {
    const before = tokens[first - 1]
    const small = isParticle(before) ? (isParticle(tokens[first - 2]) ? 2 : 1) : 0
    const next = tokens[first - 1 - small]
    if (!isCapital(next) || isPossessive(next)) break
    first -= small + 1
  }
  return first
}

/** The token after the run of capitals that begins at `first`; a possessive ends it. */
export function runEnd(tokens: readonly SpeechToken[], first: number): number {
  let end = first + 1
  while (end - first < MOST_NAME_TOKENS && !isPossessive(tokens[end - 1])) {
    const small = isParticle(tokens[end]) ? (isParticle(tokens[end + 1]) ? 2 : 1) : 0
    if (!isCapital(tokens[end + small])) break
    end += small + 1
  }
  return end
}

/** A name, and whether an office stands before it. */
export interface BareName {
  readonly first: number
  readonly name: string
  readonly hasOffice: boolean
}

/** The name in a run of capitals without the offices before it; undefined when there is nothing but an office. */
export function bareName(
  tokens: readonly SpeechToken[],
  first: number,
  end: number,
  roles: SpeechWords['roles'],
): BareName | undefined {
  const office = tokens.slice(first, end).findLastIndex(isOffice)
  const start = first + office + 1
  const opensWithRole = roles.has(tokens[start]?.lower ?? '')
  // "Глава МИД Сергей Лавров"
  const found = opensWithRole
    ? tokens.slice(Math.max(start + 2, end - FULL_NAME), end)
    : withoutPossessor(tokens.slice(start, end))
  const [opening] = found
  if (opening === undefined || isParticle(opening) || isWhose(tokens, first, start)) return undefined
  const name = found.map(plain).join(' ').replace(POSSESSIVE, '')
  return { first: start, name, hasOffice: office >= 0 }
}

const isKnownName = (name: string): boolean => findConcept(foldLetters(name.toLowerCase())) !== undefined

/** Ends of Russian names in the genitive; some names have them in the nominative. */
const RUSSIAN_GENITIVE = /(?:[аяыи]|[ое]го|[ое]й)$/u
/** No first name ends so in the nominative. */
const SURE_GENITIVE = /(?:ы|[ое]го)$/u
const PATRONYMIC = /(?:вич|вна)$/u

/** "Путина Дмитрий Песков", behind "пресс-секретарь": whose he is stands before his name. */
function withoutPossessor(run: readonly SpeechToken[]): readonly SpeechToken[] {
  const [whose, first, last, more] = run
  if (whose === undefined || first === undefined || last === undefined || more !== undefined) return run
  const isLed = RUSSIAN_GENITIVE.test(whose.lower) && !RUSSIAN_GENITIVE.test(last.lower)
  return isLed && !PATRONYMIC.test(first.lower) ? [first, last] : run
}

/** "Sprecher von Kanzlerin Anna Berg": the run names whose spokesman it is. @param start place of the name in the run */
function isWhose(tokens: readonly SpeechToken[], first: number, start: number): boolean {
  let at = start - 1
  while (at > first && tokens[at]?.isCapital === true && isOffice(tokens[at] as SpeechToken)) at -= 1
  return at > first && at < start - 1 && isParticle(tokens[at])
}

/**
 * Whether a name behind what somebody is tells whose: "le porte-parole d’Anna Berg", "der Sprecher des Ministers X", "der
 * Bruder Anna Bergs", "сказал адвокат Антона Вереса". Where the ending leaves it open, it does.
 * @param run first token of the run of capitals with the name in it
 * @param verb place of the verb of speech when it stands before the run
 */
export function isPossessor(
  { first, name, hasOffice }: BareName,
  run: number,
  { tokens, language, words }: Reading,
  verb?: number,
): boolean {
  if (first === run && saysWhose(tokens[first]?.text ?? '')) return true
  const before = tokens[run - 1]?.lower ?? ''
  if (language === 'de') {
    if (before === 'des' || (before === 'der' && isCapital(tokens[run - 2]))) return true
    return !hasOffice && words.determiners.has(before) && /^\S+ \S+ .*[^s]s$/u.test(name)
  }
  const isSaidByHim = verb !== undefined && /л$/u.test(tokens[verb]?.lower ?? '')
  const isBehindRole = words.roles.has(before)
  const parts = name.split(' ')
  const isGenitive = parts.every(part => RUSSIAN_GENITIVE.test(part)) || SURE_GENITIVE.test(parts[0] ?? '')
  return language === 'ru' && isSaidByHim && isBehindRole && isGenitive
}

/**
 * In German, where nouns are capital, a single word or "Kritiker von X" with an article before it names nobody; nor does
 * a sentence that opens with a role and whose it is ("Представитель Кремля").
 */
export function isCommonNoun(
  { first, name, hasOffice }: BareName,
  run: number,
  { tokens, language, words }: Reading,
): boolean {
  const opening = tokens[first]
  // "a Commerce Department report"
  if (/^an?$/u.test(tokens[run - 1]?.lower ?? '') && language === 'en') return true
  // "Residents told the council", "Continuing claims"
  if (first === 0 && language === 'en' && !hasOffice && /^\p{L}{3,}(?:s|ing)$/u.test(name) && !isKnownName(name))
    return true
  if (opening !== undefined && words.roles.has(opening.lower)) return !name.includes(' ')
  if (language !== 'de' || hasOffice || isKnownName(name)) return false
  if (name.includes(' ') && !/ von \p{Lu}/u.test(name)) return false
  const before = tokens[run - 1]?.lower ?? ''
  return words.determiners.has(before) || words.roles.has(before)
}

/** True for a word that says what somebody is, or where. */
export const isRole = (token: SpeechToken | undefined, { words }: Reading): boolean =>
  token?.kind === 'word' && (words.roles.has(token.lower) || saysWhere(token.text))

/** A word that may say what somebody is ("forecaster Nils Berg"): in small letters, no verb and no small word. */
export function isCalling(token: SpeechToken | undefined, { words }: Reading): boolean {
  if (token?.kind !== 'word' || !/^\p{Ll}/u.test(token.text) || /(?:ed|ing)$/u.test(token.lower)) return false
  const { lower } = token
  const isSmall = [
    words.prepositions,
    words.determiners,
    words.conjunctions,
    words.relatives,
    words.adverbs,
    words.undoing,
  ]
  return lower.length > 3 && !words.verbs.has(lower) && !isSmall.some(set => set.has(lower))
}

/**
 * The run of capitals that begins at a token, and the name in it.
 * @param first place of a capital word
 */
export function nameFrom(
  first: number,
  { tokens, words }: Reading,
): { readonly end: number; readonly found: BareName | undefined } {
  const end = runEnd(tokens, first)
  return { end, found: bareName(tokens, first, end, words.roles) }
}
