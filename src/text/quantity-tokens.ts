import type { Phrase, QuantityWords } from './quantity-words.ts'
import { findUnit } from './units.ts'

/** A word, a number in digits, or a mark. Offsets are UTF-16 units of the sentence. */
export interface Token {
  readonly start: number
  readonly end: number
  readonly text: string
  /** Lower case, with a typographic apostrophe. */
  readonly word: string
  readonly kind: 'number' | 'word' | 'mark'
}

const SIGNS = 'US\\$|km/h|°\\s?[CF]?'
const DIGITS = '\\d{1,3}(?:[\\u00a0\\u202f\\u2009]\\d{3})+(?!\\d)|\\d+(?:[.,]\\d+)*'
/** Languages other than English part thousands by a plain blank as well. */
const SPACED_DIGITS = `\\d{1,3}(?: \\d{3})+(?!\\d)|${DIGITS}`
const WORD = "[\\p{L}\\p{M}]+(?:[’'][\\p{L}\\p{M}]+)*"
/** French elides before a vowel: "plus d’un". */
const BARE_WORD = '[\\p{L}\\p{M}]+'

const english = new RegExp(`${SIGNS}|(${DIGITS})|(${WORD})|\\S`, 'gu')
const french = new RegExp(`${SIGNS}|(${SPACED_DIGITS})|(${BARE_WORD})|[^\\s’']`, 'gu')
const others = new RegExp(`${SIGNS}|(${SPACED_DIGITS})|(${WORD})|\\S`, 'gu')

const patternOf = (language: string): RegExp => (language === 'en' ? english : language === 'fr' ? french : others)

function wordOf(text: string): string {
  const lower = text.toLowerCase()
  return lower.includes("'") || lower.includes(' ') ? lower.replaceAll("'", '’').replaceAll(' ', '') : lower
}

/** The tokens of a sentence in order. */
export function tokensOf(sentence: string, language: string): readonly Token[] {
  return Array.from(sentence.matchAll(patternOf(language)), match => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
    word: wordOf(match[0]),
    kind: match[1] !== undefined ? 'number' : match[2] !== undefined ? 'word' : 'mark',
  }))
}

export const wordAt = (tokens: readonly Token[], at: number): string => tokens[at]?.word ?? ''

/** True when nothing stands between the token and the next. */
export const isGlued = (tokens: readonly Token[], at: number): boolean => {
  const next = tokens[at + 1]
  return next !== undefined && tokens[at]?.end === next.start
}

/** True when the phrase stands at this place. */
const startsAt = (tokens: readonly Token[], at: number, phrase: Phrase): boolean =>
  phrase.every((word, offset) => wordAt(tokens, at + offset) === word)

/** The value of the first phrase that ends right before this place, with its length in tokens. */
export function phraseBefore<Kind>(
  tokens: readonly Token[],
  at: number,
  phrases: readonly (readonly [Phrase, Kind])[],
): { readonly kind: Kind; readonly length: number } | undefined {
  for (const [phrase, kind] of phrases) {
    if (startsAt(tokens, at - phrase.length, phrase)) return { kind, length: phrase.length }
  }
  return undefined
}

/** The value of the first phrase that stands at this place, with its length in tokens. */
export function phraseAt<Kind>(
  tokens: readonly Token[],
  at: number,
  phrases: readonly (readonly [Phrase, Kind])[],
): { readonly kind: Kind; readonly length: number } | undefined {
  for (const [phrase, kind] of phrases) {
    if (startsAt(tokens, at, phrase)) return { kind, length: phrase.length }
  }
  return undefined
}

const ORDINAL_ENDINGS = new Set(['st', 'nd', 'rd', 'th', 'er', 'ère', 'e', 'ème', 'º', 'ª'])
const AGE_WORDS = new Set(['aged', 'age', 'alter', 'âgé', 'âgée', 'jahrgang'])
/** A number behind one of these is a name: "Flight 370", "platform 9". */
const LABELS = new Set(
  `flight route article page chapter group room gate highway number section version phase level category magnitude type bus
line platform runway unit ward district grade episode round lane no nr № # paragraph resolution channel figure table
linie gleis kapitel seite artikel flug raum vol ligne voie autoroute page numéro vuelo línea ruta número рейс статья
пункт дом`.split(/\s+/u),
)
const DASHES = new Set(['-', '–', '—', '‑', '−'])
export const isDash = (word: string): boolean => DASHES.has(word)

const YEAR = /^(?:19|20)\d\d$/u
const isCapitalised = (text: string): boolean => /^\p{Lu}/u.test(text)

function isDate(tokens: readonly Token[], at: number, { months, language }: QuantityWords): boolean {
  // "may" is a verb as well
  const isMonth = (place: number): boolean =>
    months.has(wordAt(tokens, place)) && (language !== 'en' || isCapitalised(tokens[place]?.text ?? ''))
  const after = wordAt(tokens, at + 1)
  if (isMonth(at + 1) || ((after === '.' || after === 'of' || after === 'de') && isMonth(at + 2))) return true
  if (isMonth(at - 1)) return true
  return wordAt(tokens, at - 1) === ',' && tokens[at - 2]?.kind === 'number' && isMonth(at - 3)
}

/** "18:30", "3:2", "12/06", "7h30", "14th", "G7", "F-16", "7pm". */
function isGluedToOther(tokens: readonly Token[], at: number, { timeUnits }: QuantityWords): boolean {
  if (isGlued(tokens, at)) {
    const next = wordAt(tokens, at + 1)
    if (ORDINAL_ENDINGS.has(next) || timeUnits.has(next)) return true
    if (/^[:/h]$/u.test(next) && tokens[at + 2]?.kind === 'number') return true
    const isCompound = isDash(next) && isGlued(tokens, at + 1) && tokens[at + 2]?.kind === 'word'
    if (isCompound && findUnit(wordAt(tokens, at + 2)) === undefined && !/^m[ij]ll/u.test(wordAt(tokens, at + 2)))
      return true
  }
  if (!isGlued(tokens, at - 1)) return false
  const before = tokens[at - 1]
  if (before?.kind === 'word') return findUnit(before.word) === undefined
  if (/^[:/]$/u.test(before?.word ?? '') && tokens[at - 2]?.kind === 'number') return true
  return isDash(before?.word ?? '') && isGlued(tokens, at - 2) && tokens[at - 2]?.kind === 'word'
}

function isAge(tokens: readonly Token[], at: number): boolean {
  const before = wordAt(tokens, at - 1)
  if (AGE_WORDS.has(before)) return true
  const isApart = before === ',' || before === '('
  return isApart && tokens[at - 2]?.kind === 'word' && /^(?:[,).]?)$/u.test(wordAt(tokens, at + 1))
}

function isName(tokens: readonly Token[], at: number, words: QuantityWords): boolean {
  const before = tokens[at - 1]
  if (before === undefined) return false
  if (LABELS.has(before.word) || (before.word === '.' && LABELS.has(wordAt(tokens, at - 2)))) return true
  if (before.kind !== 'word' || at === 1 || !isCapitalised(before.text) || words.language === 'de') return false
  // headlines capitalise all words
  const lettered = tokens.filter(({ kind, word }) => kind === 'word' && word.length > 3)
  if (lettered.filter(({ text }) => isCapitalised(text)).length > lettered.length * 0.7) return false
  return !(words.persons.has(wordAt(tokens, at + 1)) || phraseAt(tokens, at + 1, words.after) !== undefined)
}

function isYear(tokens: readonly Token[], at: number, words: QuantityWords): boolean {
  if (!YEAR.test(tokens[at]?.text ?? '')) return false
  if (words.yearAfter.has(wordAt(tokens, at - 1))) return true
  const after = wordAt(tokens, at + 1)
  return !(words.persons.has(after) || findUnit(after) !== undefined || phraseAt(tokens, at + 1, words.after))
}

/**
 * Whether digits count nothing: a date, a time, a year, an age, an ordinal, part of a name, a duration.
 * @param at place of a number
 */
export function isNoCount(tokens: readonly Token[], at: number, words: QuantityWords): boolean {
  const minus = wordAt(tokens, at - 1)
  if (minus === 'minus' || (isDash(minus) && isGlued(tokens, at - 1) && !isGlued(tokens, at - 2))) return true
  return (
    isGluedToOther(tokens, at, words) ||
    isDate(tokens, at, words) ||
    isYear(tokens, at, words) ||
    isAge(tokens, at) ||
    isName(tokens, at, words)
  )
}
