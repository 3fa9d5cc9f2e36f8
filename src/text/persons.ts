import { PERSONS } from './aliases.ts'
import { findConcept } from './concepts.ts'
import { nameFrom, type Reading } from './name-runs.ts'
import { speechTokens } from './speech-tokens.ts'
import { findSpeechWords } from './speech-words.ts'
import { foldLetters } from './stemming.ts'

/** Words that make a name that of a body or a place. */
const NO_PERSON =
  /^(?:ministry|department|council|court|party|bank|group|inc|ltd|plc|corp|company|agency|office|house|party|union|nations|league|university|institute|association|committee|commission|parliament|senate|congress|army|navy|force|police|post|times|herald|wire|news|courier|bulletin|gazette|street|square|bridge|river|bay|city|county|north|south|east|west|new|san|los|republic|states|kingdom|island|islands|valley|hospital|school|church|club|united|airport|museum)$/iu

let personTokens: ReadonlySet<string> | undefined

/** True for a known person, false for another known name, undefined for one that is not known. */
function isKnownPerson(name: string): boolean | undefined {
  personTokens ??= new Set(PERSONS.map(person => foldLetters(person.toLowerCase())))
  const concept = findConcept(foldLetters(name.toLowerCase()))
  return concept === undefined ? undefined : personTokens.has(concept.token)
}

interface Mention {
  readonly name: string
  /** Surely a person; otherwise it may be one. */
  readonly isPerson: boolean
}

const surname = (name: string): string => name.slice(name.lastIndexOf(' ') + 1).toLowerCase()

function judge(name: string, hasOffice: boolean): readonly Mention[] {
  const known = isKnownPerson(name) ?? isKnownPerson(name.slice(name.lastIndexOf(' ') + 1))
  if (known !== undefined) return known ? [{ name, isPerson: true }] : []
  const words = name.split(' ')
  if (words.some(word => NO_PERSON.test(word))) return []
  return [{ name, isPerson: hasOffice || words.length > 1 }]
}

const PLACES = new Set(['in', 'at', 'from', 'near', 'à', 'en', 'aus', 'в', 'из'])

function mentionsIn(reading: Reading, until = reading.tokens.length): readonly Mention[] {
  const { tokens } = reading
  const mentions: Mention[] = []
  for (let at = 0; at < until; at += 1) {
    if (tokens[at]?.isCapital !== true) continue
    const { end, found } = nameFrom(at, reading)
    const isPlace = PLACES.has(tokens[at - 1]?.lower ?? '')
    if (found !== undefined && !isPlace) mentions.push(...judge(found.name, found.hasOffice))
    at = end - 1
  }
  return mentions
}

/**
 * The only person whom a sentence names outside its quotations.
 * @param language two-letter code; English when absent
 * @returns undefined when it names nobody or several, or a name that may be a person's or not stands beside
 */
export function onlyPersonIn(sentence: string, language = 'en'): string | undefined {
  const words = findSpeechWords(language)
  if (words === undefined) return undefined
  const mentions = mentionsIn({ tokens: speechTokens(sentence, language), words, language })
  const persons = mentions.filter(({ isPerson }) => isPerson)
  const [first] = persons
  if (first === undefined || new Set(mentions.map(({ name }) => surname(name))).size !== 1) return undefined
  // the fullest form
  return persons.reduce((longest, { name }) => (name.length > longest.length ? name : longest), first.name)
}

/** True when a sentence names somebody, or may, before a place in it. @param until place of a token */
export const namesAnybody = (reading: Reading, until: number): boolean => mentionsIn(reading, until).length > 0

/**
 * The full names in a sentence that end with a surname, without offices; known names, bodies and places among none of them.
 * @param surname lower case, without diacritics
 * @param language two-letter code
 * @returns in order; empty in a language whose sentences are not read
 */
export function fullNamesIn(sentence: string, surname: string, language: string): readonly string[] {
  const words = findSpeechWords(language)
  if (words === undefined) return []
  const mentions = mentionsIn({ tokens: speechTokens(sentence, language), words, language })
  return mentions
    .map(({ name }) => name)
    .filter(name => name.includes(' ') && foldLetters(name.slice(name.lastIndexOf(' ') + 1).toLowerCase()) === surname)
}
