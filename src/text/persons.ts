import { PERSONS } from './aliases.ts'
import { findConcept } from './concepts.ts'
import { isCapital, nameFrom } from './speakers.ts'
import { type SpeechToken, speechTokens } from './speech-tokens.ts'
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

function mentionsIn(tokens: readonly SpeechToken[], prepositions: ReadonlySet<string>): readonly Mention[] {
  const mentions: Mention[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    if (!isCapital(tokens[at])) continue
    const { end, found } = nameFrom(tokens, at)
    const isPlace = ['in', 'at', 'from', 'near', 'à', 'en', 'aus', 'в', 'из'].some(
      word => word === tokens[at - 1]?.lower && prepositions.has(word),
    )
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
export function onlyPersonIn(sentence: string, language?: string): string | undefined {
  const words = findSpeechWords(language)
  if (words === undefined) return undefined
  const mentions = mentionsIn(speechTokens(sentence), words.prepositions)
  const persons = mentions.filter(({ isPerson }) => isPerson)
  const [first] = persons
  if (first === undefined || new Set(mentions.map(({ name }) => surname(name))).size !== 1) return undefined
  // the fullest form
  return persons.reduce((longest, { name }) => (name.length > longest.length ? name : longest), first.name)
}

/** True when a stretch of a sentence names somebody, or may. */
export const namesAnybody = (tokens: readonly SpeechToken[], prepositions: ReadonlySet<string>): boolean =>
  mentionsIn(tokens, prepositions).length > 0
