import { NAMES } from './aliases.ts'
import { foldLetters, inflectedStemOf, LONGEST_KEPT_NAME, plausibleLanguages, scriptOf } from './stemming.ts'
import { emitStems, wordsOf } from './tokens.ts'

/** A name with all its spellings. */
export interface Concept {
  /** The stem that stands for the name where a spelling of several words was met. */
  readonly token: string
  /** Every stem that one word of a text may give for this name; the token is among them. */
  readonly stems: ReadonlySet<string>
}

interface Phrase {
  readonly stems: readonly string[]
  readonly concept: Concept
}

/**
 * Shorter stems of names are other words ("Biden" becomes "bid" in German, "China" "chin" in Spanish, "Газа" the Russian
 * for gas).
 */
const SHORTEST_NAME_STEM = new Map([
  ['latin', 5],
  ['cyrillic', 4],
])

const foldedWords = (text: string): readonly string[] => wordsOf(text).map(word => foldLetters(word.toLowerCase()))

function stemsIn(text: string, language: string | undefined): readonly string[] {
  const stems: string[] = []
  for (const word of wordsOf(text)) emitStems(word, language, stem => stems.push(stem))
  return stems
}

const isTooShort = (stem: string): boolean => stem.length < (SHORTEST_NAME_STEM.get(scriptOf(stem)) ?? 0)

/**
 * What one word may become in a text of any plausible language, with the word itself. Short names are not stemmed in
 * texts, so theirs are wanted only for inflected forms.
 */
function nameStems(spelling: string): readonly string[] {
  const lower = spelling.toLowerCase()
  const stems = plausibleLanguages(scriptOf(lower))
    .map(language => inflectedStemOf(lower, language))
    .filter(stem => lower.length > LONGEST_KEPT_NAME || !isTooShort(stem))
  return [...new Set([foldLetters(lower), ...stems])]
}

function makeConcept(spellings: readonly string[]): Concept {
  const [first = ''] = spellings
  const token = foldLetters(first.toLowerCase())
  const stems = new Set([token])
  for (const spelling of spellings) {
    const words = wordsOf(spelling)
    const [only, ...more] = stemsIn(spelling, undefined)
    if (words.length !== 1 || only === undefined || more.length > 0) continue
    // acronyms with dots and names in scripts without spaces have one form
    if (spelling.includes('.') || scriptOf(spelling) === 'other') stems.add(only)
    else for (const stem of nameStems(spelling)) stems.add(stem)
  }
  return { token, stems }
}

interface NamedConcept {
  readonly spellings: readonly string[]
  readonly concept: Concept
}

/** Every name with its spellings and stems; plain data, which may be handed to another thread. */
export interface NameTable {
  readonly concepts: readonly NamedConcept[]
  readonly bySpelling: ReadonlyMap<string, Concept>
}

let table: NameTable | undefined

/** The table of names, if this thread has one already. */
export const findNameTable = (): NameTable | undefined => table

/** Spares a thread the making of a table that another thread of this process has made. */
export function takeNameTable(made: NameTable): void {
  table = made
}

/** Made when first asked for: stemming every spelling takes a fifth of a second. */
function getTable(): NameTable {
  if (table === undefined) {
    const concepts = NAMES.map(spellings => ({ spellings, concept: makeConcept(spellings) }))
    table = { concepts, bySpelling: indexSpellings(concepts) }
  }
  return table
}

function indexSpellings(concepts: readonly NamedConcept[]): ReadonlyMap<string, Concept> {
  const index = new Map<string, Concept>()
  const add = (key: string, concept: Concept): void => {
    if (key !== '' && !index.has(key)) index.set(key, concept)
  }
  for (const { spellings, concept } of concepts) {
    for (const spelling of spellings) add(foldedWords(spelling).join(' '), concept)
  }
  // an inflected form is known by its stem
  for (const { concept } of concepts) for (const stem of concept.stems) if (!isTooShort(stem)) add(stem, concept)
  return index
}

/** The most words that a spelling has. */
export const LONGEST_NAME = Math.max(...NAMES.flat().map(spelling => wordsOf(spelling).length))

/**
 * The name that is spelt so.
 * @param words folded lower-case words parted by single spaces, or the stem of one word
 */
export function findConcept(words: string): Concept | undefined {
  return getTable().bySpelling.get(words)
}

const phrasesByLanguage = new Map<string, ReadonlyMap<string, readonly Phrase[]>>()

function makePhrases(language: string | undefined): ReadonlyMap<string, readonly Phrase[]> {
  const phrases = new Map<string, Phrase[]>()
  for (const { spellings, concept } of getTable().concepts) {
    for (const spelling of spellings) {
      const stems = stemsIn(spelling, language)
      const [first] = stems
      // nothing to add where a word of the phrase already tells ("Vladimir Putin")
      if (first === undefined || stems.length < 2 || stems.some(stem => concept.stems.has(stem))) continue
      const found = phrases.get(first)
      if (found === undefined) phrases.set(first, [{ stems, concept }])
      else found.push({ stems, concept })
    }
  }
  return phrases
}

function phrasesOf(language: string | undefined): ReadonlyMap<string, readonly Phrase[]> {
  const key = language ?? ''
  let phrases = phrasesByLanguage.get(key)
  if (phrases === undefined) {
    phrases = makePhrases(language)
    phrasesByLanguage.set(key, phrases)
  }
  return phrases
}

const standsAt = (phrase: Phrase, stems: readonly string[], at: number): boolean =>
  phrase.stems.every((stem, offset) => stems[at + offset] === stem)

/**
 * Adds the token of every name of several words after the words: "european union" gains "eu".
 * @param stems of a text, in order
 * @param language by which they were stemmed
 */
export function withConcepts(stems: readonly string[], language: string | undefined): readonly string[] {
  const phrases = phrasesOf(language)
  const tokens = new Map<number, string>()
  stems.forEach((stem, at) => {
    const match = phrases.get(stem)?.find(phrase => standsAt(phrase, stems, at))
    if (match !== undefined) tokens.set(at + match.stems.length - 1, match.concept.token)
  })
  if (tokens.size === 0) return stems
  return stems.flatMap((stem, at) => {
    const token = tokens.get(at)
    return token === undefined ? [stem] : [stem, token]
  })
}
