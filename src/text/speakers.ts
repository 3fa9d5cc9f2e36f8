import { findConcept } from './concepts.ts'
import type { SpeechToken } from './speech-tokens.ts'
import { NOT_IN_NAMES, OFFICES, type SpeechWords } from './speech-words.ts'
import { foldLetters } from './stemming.ts'

/** Who is said to speak: tokens[first] to tokens[end - 1]. Without a name it is a pronoun or somebody unnamed. */
export interface Speaker {
  readonly first: number
  readonly end: number
  readonly name?: string
  readonly isPronoun?: boolean
}

/** What the sentence is made of, and in which words it tells who speaks. */
export interface Reading {
  readonly tokens: readonly SpeechToken[]
  readonly words: SpeechWords
  readonly language: string
}

const MOST_NAME_TOKENS = 7
const MOST_APPOSITION_TOKENS = 16
const MOST_ROLE_TOKENS = 7

const PARTICLES = new Set('de van von der den del della di du da dos al bin ben la el le of ter ten'.split(' '))
const POSSESSIVE = /['’]s$/u
const ELISION = /^\p{L}[’'](?=\p{Lu})/u
/** "Moscow-based" says where somebody is. */
const PLACED = /^\p{Lu}.*-\p{Ll}/u

const plain = ({ text }: SpeechToken): string => text.replace(ELISION, '')
const isPossessive = (token: SpeechToken | undefined): boolean => token !== undefined && POSSESSIVE.test(token.text)

/** A capital word that may be part of a name. */
export const isCapital = (token: SpeechToken | undefined): boolean =>
  token?.kind === 'word' && /^\p{Lu}/u.test(plain(token)) && !NOT_IN_NAMES.has(token.lower) && !PLACED.test(token.text)

const isOffice = (token: SpeechToken): boolean => OFFICES.has(token.lower.replace('.', ''))
const isParticle = (token: SpeechToken | undefined): boolean => token?.kind === 'word' && PARTICLES.has(token.text)

/** The first token of the run of capitals that ends before `end`, with the small words inside. */
function runStart(tokens: readonly SpeechToken[], end: number): number {
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
function runEnd(tokens: readonly SpeechToken[], first: number): number {
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
function bareName(tokens: readonly SpeechToken[], first: number, end: number): BareName | undefined {
  const office = tokens.slice(first, end).findLastIndex(isOffice)
  const start = first + office + 1
  const found = tokens.slice(start, end)
  const [opening] = found
  if (opening === undefined || isParticle(opening)) return undefined
  const name = found.map(plain).join(' ').replace(POSSESSIVE, '')
  return { first: start, name, hasOffice: office >= 0 }
}

const isKnownName = (name: string): boolean => findConcept(foldLetters(name.toLowerCase())) !== undefined

/** In German a single capital word with an article before it is a noun like any other. */
function isCommonNoun({ name, hasOffice }: BareName, before: SpeechToken | undefined, { language, words }: Reading) {
  if (language !== 'de' || hasOffice || name.includes(' ') || isKnownName(name)) return false
  return before !== undefined && (words.determiners.has(before.lower) || words.roles.has(before.lower))
}

const isRole = (token: SpeechToken | undefined, { words }: Reading): boolean =>
  token?.kind === 'word' && (words.roles.has(token.lower) || PLACED.test(token.text))

/** What stands before a name leaves it the subject: nothing, a mark, an article, a conjunction, a time; no preposition. */
function canBeSubject(first: number, reading: Reading): boolean {
  const { tokens, words } = reading
  let at = first - 1
  while (isRole(tokens[at], reading) || isPossessive(tokens[at])) at -= 1
  const before = tokens[at]
  if (before === undefined || before.kind !== 'word') return true
  const { lower } = before
  if (words.prepositions.has(lower)) return false
  // two who speak together are not one speaker
  if (lower === 'and' || lower === 'und' || lower === 'et' || lower === 'y' || lower === 'и') return !isCapital(tokens[at - 1])
  if (words.determiners.has(lower)) return !isPreposition(tokens[at - 1], words)
  return words.conjunctions.has(lower) || words.adverbs.has(lower) || NOT_IN_NAMES.has(lower)
}

const isPreposition = (token: SpeechToken | undefined, words: SpeechWords): boolean =>
  token?.kind === 'word' && words.prepositions.has(token.lower)

/** The one who is named, or otherwise meant, right before a place in the sentence. */
function speakerEndingAt(end: number, reading: Reading): Speaker | undefined {
  const { tokens, words } = reading
  const last = tokens[end - 1]
  if (last === undefined || last.kind !== 'word') return undefined
  if (words.pronouns.has(last.lower)) return { first: end - 1, end, isPronoun: true }
  if (!isCapital(last)) return { first: end - 1, end }
  const first = runStart(tokens, end)
  const found = bareName(tokens, first, end)
  const isNamed = found !== undefined && !isPossessive(last) && canBeSubject(first, reading)
  return isNamed && !isCommonNoun(found, tokens[first - 1], reading) ? { first, end, name: found.name } : { first, end }
}

/** "X, the minister, said" and "the minister, X, said": the comma before the verb closes an apposition. */
function speakerOfApposition(comma: number, reading: Reading): Speaker | undefined {
  const { tokens, words } = reading
  const opening = tokens.slice(0, comma).findLastIndex(({ text }) => text === ',')
  if (opening <= 0 || comma - opening > MOST_APPOSITION_TOKENS) return undefined
  const inside = tokens.slice(opening + 1, comma)
  if (inside.some(({ kind, lower }) => kind === 'quote' || words.verbs.has(lower))) return undefined
  const outer = speakerEndingAt(opening, reading)
  if (outer?.name !== undefined || outer === undefined) return outer
  const inner = speakerEndingAt(comma, reading)
  const isWhole = inner?.name !== undefined && inside.every(token => isCapital(token) || isParticle(token) || isRole(token, reading))
  return isWhole && isRole(tokens[opening - 1], reading) ? { ...inner, first: outer.first } : outer
}

/**
 * The run of capitals that begins at a token, and the name in it.
 * @param first place of a capital word
 */
export function nameFrom(
  tokens: readonly SpeechToken[],
  first: number,
): { readonly end: number; readonly found: BareName | undefined } {
  const end = runEnd(tokens, first)
  return { end, found: bareName(tokens, first, end) }
}

/** The one who is named right before a place, over auxiliaries and passives: "X was quoted as saying". */
export function speakerUpTo(end: number, reading: Reading): Speaker | undefined {
  const { tokens, words } = reading
  let at = end
  while (/^(?:is|was|were|been)$/u.test(tokens[at - 1]?.lower ?? '') || words.auxiliaries.has(tokens[at - 1]?.lower ?? '')) at -= 1
  return speakerEndingAt(at, reading)
}

/** The subject with which the sentence begins, when a verb follows it at once: of "X came and said". */
function openingSubject(before: number, reading: Reading): Speaker | undefined {
  const { tokens, words } = reading
  const start = tokens.findIndex(token => !words.determiners.has(token.lower) && !isRole(token, reading))
  const opening = tokens[start]
  if (opening === undefined) return undefined
  const isPronoun = words.pronouns.has(opening.lower)
  if (!isPronoun && !isCapital(opening)) return undefined
  const end = isPronoun ? start + 1 : runEnd(tokens, start)
  const next = tokens[end]
  const isVerb = next?.kind === 'word' && !isCapital(next) && !words.prepositions.has(next.lower) && !words.conjunctions.has(next.lower)
  const between = tokens.slice(end, before)
  const isOneClause = between.every(({ kind, lower }) => kind !== 'quote' && !words.conjunctions.has(lower) && !/^wh/u.test(lower))
  if (!isVerb || !isOneClause) return undefined
  return isPronoun ? { first: start, end, isPronoun } : speakerEndingAt(end, reading)
}

/** The last token of the subject's side: without adverbs and times between subject and verb; undefined when the verb is undone. */
function skipBetween(verb: number, { tokens, words }: Reading): number | undefined {
  let at = verb - 1
  for (let token = tokens[at]; token?.kind === 'word'; token = tokens[at]) {
    const { lower } = token
    if (words.undoing.has(lower)) return undefined
    const isTime = NOT_IN_NAMES.has(lower) && words.prepositions.has(tokens[at - 1]?.lower ?? '')
    if (isTime) at -= 2
    else if (words.auxiliaries.has(lower) || words.adverbs.has(lower) || /.{2}ly$/u.test(lower)) at -= 1
    else return at
  }
  return at
}

/** What stands before a verb of speech. */
export type Subject = Speaker | 'undone' | undefined

/**
 * The subject of a verb of speech as far as it stands before it.
 * @param verb place of the verb, or of its first auxiliary
 * @returns 'undone' for a verb that is passive or denied; undefined when no subject is there
 */
export function subjectBefore(verb: number, reading: Reading): Subject {
  const { tokens, words } = reading
  const last = skipBetween(verb, reading)
  if (last === undefined) return 'undone'
  const before = tokens[last]
  if (before === undefined || before.kind === 'quote') return undefined
  if (before.text === ',') return speakerOfApposition(last, reading)
  if (before.kind === 'mark') return undefined
  if (words.conjunctions.has(before.lower)) return openingSubject(last, reading)
  if (words.prepositions.has(before.lower) || words.determiners.has(before.lower)) return undefined
  return speakerEndingAt(last + 1, reading)
}

/** The subject of a participle behind a comma: "X left on Monday, saying that …". */
export const subjectOfParticiple = (at: number, reading: Reading): Speaker | undefined => openingSubject(at - 1, reading)

/**
 * The one who is named from a place on: after "said" or "according to", over articles, titles and "Bell's deputy".
 * @returns undefined when there is nobody; without a name when it is not said who
 */
export function speakerFrom(at: number, reading: Reading): Speaker | undefined {
  const { tokens, words } = reading
  const pronoun = tokens[at]
  if (pronoun !== undefined && words.pronouns.has(pronoun.lower)) return { first: at, end: at + 1, isPronoun: true }
  let hasRole = false
  for (let place = at; place < at + MOST_ROLE_TOKENS; place += 1) {
    const token = tokens[place]
    if (token === undefined) break
    if (isCapital(token)) {
      const end = runEnd(tokens, place)
      const found = bareName(tokens, place, end)
      const next = tokens[end]
      // "Bell's deputy Tom Hay", "Kremlin spokesman Dmitry Peskov": the name comes later
      if (isPossessive(tokens[end - 1]) || isRole(next, reading)) {
        hasRole = true
        place = end - 1
        continue
      }
      const isNamed = found !== undefined && !isCommonNoun(found, tokens[place - 1], reading)
      return isNamed ? { first: at, end, name: found.name } : { first: at, end }
    }
    const isComma = token.text === ',' && hasRole && isCapital(tokens[place + 1])
    if (isRole(token, reading)) hasRole = true
    else if (!isComma && !words.determiners.has(token.lower) && !words.adverbs.has(token.lower)) {
      return token.kind === 'word' ? { first: at, end: place + 1 } : hasRole ? { first: at, end: place } : undefined
    }
  }
  return undefined
}
