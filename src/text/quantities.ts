import { countedAt } from './counted.ts'
import type { Bound, Role } from './number-words/source.ts'
import { type Numeral, readNumeral } from './numerals.ts'
import { isDash, isGlued, phraseAt, phraseBefore, type Token, tokensOf, wordAt } from './quantity-tokens.ts'
import { findQuantityWords, type QuantityWords } from './quantity-words.ts'
import { findUnit, opensUnit, type Unit, type UnitSize } from './units.ts'

/** A number of a sentence with what it counts or measures. */
export interface Quantity {
  /** Offsets into the sentence, UTF-16 units, from the number to the end of its unit; without "about". */
  readonly start: number
  readonly end: number
  /** As said, in the base unit (%, m, m², kg, the currency); `high` is greater for "12 to 14" and "dozens". */
  readonly low: number
  readonly high: number
  readonly bound: Bound
  /** Place value of the last digit that is said, in the base unit: 1 for 14, 1000 for 9,000, 100000 for 1.2 million. */
  readonly step: number
  /** Absent for a plain count. */
  readonly unit?: Unit
  /** The unit as it stands there; empty for a count. */
  readonly unitText: string
  /** How many of the base unit one of `unitText` is; 1 for a count. */
  readonly unitSize: number
  /** What is counted: "person" for people of no kind, else a stem; empty when the sentence does not say. */
  readonly noun: string
  readonly nounText: string
  /** Words between the number and the noun. */
  readonly kinds: readonly string[]
  readonly role?: Role
  /** A part of what others may count whole: "two of the 14", "including five", "three more". */
  readonly isPart: boolean
  /** Not what the sentence claims: "not 15", "from 12 to 14" (the 12), "more than the 14 before". */
  readonly isDenied: boolean
}

interface UnitRead extends UnitSize {
  readonly text: string
  readonly next: number
}

/** The unit behind a number: "per cent", "km", "-metre", "cubic metres". */
function unitAt(tokens: readonly Token[], next: number): UnitRead | undefined {
  const from = isDash(wordAt(tokens, next)) && isGlued(tokens, next) ? next + 1 : next
  const longest = opensUnit(wordAt(tokens, from)) ? 3 : 1
  for (let length = longest; length > 0; length--) {
    const words = Array.from({ length }, (_, offset) => wordAt(tokens, from + offset))
    const found = findUnit(words.join(' '))
    if (found !== undefined) {
      const text = tokens.slice(from, from + length).map(token => token.text)
      return { ...found, text: text.join(' '), next: from + length }
    }
  }
  // "30 millions de couronnes", "5 millones de euros"
  if (/^(?:de|d)$/u.test(wordAt(tokens, from))) return unitAt(tokens, from + 1)
  return undefined
}

/** The currency sign before a number. */
function signBefore(tokens: readonly Token[], at: number): UnitSize | undefined {
  const before = tokens[at - 1]
  return before?.kind === 'mark' && /[$€£¥₽₴₹]$/u.test(before.text) ? findUnit(before.word) : undefined
}

const OF_WHOLE = new Set(
  'the them whom these those its their dem den denen ihnen der eux ceux ellos ellas los las них'.split(' '),
)
const OF = new Set(['of', 'von', 'der', 'des', 'd', 'de', 'из', 'entre'])
const SOME = new Set(['some', 'most', 'many', 'none', 'several', 'half', 'each', 'one', 'any'])
const INCLUDING = new Set(
  'including among them darunter davon dont parmi notamment incluidos incluidas включая среди'.split(' '),
)
const MORE = new Set('more other further additional new weitere weiteren supplémentaires más еще ещё'.split(' '))
const ANOTHER = new Set(
  'another other adding added further additional weitere weiteren autres otros otras еще ещё'.split(' '),
)
const INCLUDING_REACH = 4
/** Some count the one who did it, some do not: such a total is compared with none. */
const INCLUSIVE =
  /(?:including|counting|along with|as well as|besides|plus) (?:the )?(?:\p{L}+ ){0,2}(?:gunman|gunmen|attackers?|shooter|suspects?|suspected|bombers?|assailants?|himself|herself|perpetrator|driver|pilot)/u
const INCLUSIVE_REACH = 10

function isPartOf(tokens: readonly Token[], from: number, next: number, hasRoleBefore: boolean): boolean {
  if (OF.has(wordAt(tokens, next)) && (OF_WHOLE.has(wordAt(tokens, next + 1)) || tokens[next + 1]?.kind === 'number'))
    return true
  for (let at = from - 1; at >= Math.max(0, from - INCLUDING_REACH); at--) {
    if (INCLUDING.has(wordAt(tokens, at))) return true
    if (tokens[at]?.kind === 'mark') break
  }
  if (
    INCLUSIVE.test(
      tokens
        .slice(next, next + INCLUSIVE_REACH)
        .map(({ word }) => word)
        .join(' '),
    )
  )
    return true
  // "killed 12 and another 14 were injured" counts all the injured
  return !hasRoleBefore && (MORE.has(wordAt(tokens, next)) || ANOTHER.has(wordAt(tokens, from - 1)))
}

const NOT = new Set(['not', 'nicht', 'pas', 'не', 'than', 'statt', 'instead', 'versus', 'против'])

function isDeniedAt(tokens: readonly Token[], from: number, next: number, words: QuantityWords): boolean {
  const before = wordAt(tokens, from - 1)
  const skipped = /^(?:the|of|a)$/u.test(before) ? wordAt(tokens, from - 2) : before
  if (NOT.has(before) || NOT.has(skipped)) return true
  if (/^(?:with|against)$/u.test(before) && wordAt(tokens, from - 2) === 'compared') return true
  if (!words.rangeFrom.has(before)) return false
  if (/^(?:up|down)$/u.test(wordAt(tokens, from - 2))) return true
  const reach = tokens.slice(next, next + 4)
  return reach.some(({ word }, offset) => words.rangeTo.has(word) && /[\d]/u.test(wordAt(tokens, next + offset + 1)))
}

/** "Three of 14 passengers were hurt", "two of the 14 people": what happened, happened to the part. */
function isWholeOfPart(tokens: readonly Token[], from: number, words: QuantityWords): boolean {
  const of = wordAt(tokens, from - 1) === 'the' ? from - 2 : from - 1
  const part = tokens[of - 1]
  if (!OF.has(wordAt(tokens, of)) || part === undefined) return false
  return part.kind === 'number' || words.numerals.has(part.word) || SOME.has(part.word)
}

/** A number that is read, before it is known what it counts. */
interface Found {
  readonly at: number
  /** Place of the "about" before it, or of the number. */
  readonly from: number
  readonly numeral: Numeral
  readonly bound: Bound
  readonly unit: UnitRead | undefined
  /** Place behind number, unit and "or more". */
  readonly next: number
}

function boundOf(numeral: Numeral, said: Bound | undefined): Bound {
  if (said !== undefined) return said
  return numeral.isVague ? 'about' : 'exact'
}

function findAt(tokens: readonly Token[], at: number, words: QuantityWords): Found | undefined {
  const sign = signBefore(tokens, at)
  const numeral = readNumeral(tokens, at, words, sign !== undefined)
  if (numeral === undefined) return undefined
  const signed = sign && { ...sign, text: tokens[at - 1]?.text ?? '', next: numeral.next }
  const share = numeral.isShare && { unit: 'percent' as const, size: 100, text: '%', next: numeral.next }
  const unit = signed ?? (share || unitAt(tokens, numeral.next))
  const end = unit?.next ?? numeral.next
  const place = sign === undefined ? at : at - 1
  const before = phraseBefore(tokens, place, words.bounds)
  const isPlus = wordAt(tokens, end) === '+'
  const after = phraseAt(tokens, end, words.boundsAfter)
  const bound = boundOf(numeral, before?.kind ?? (isPlus ? 'atLeast' : after?.kind))
  const next = end + (after?.length ?? (isPlus ? 1 : 0))
  return { at: place, from: place - (before?.length ?? 0), numeral, bound, unit, next }
}

function quantityOf(
  found: Found,
  tokens: readonly Token[],
  words: QuantityWords,
  hasRoleBefore: boolean,
): Quantity | undefined {
  const { at, from, numeral, bound, unit, next } = found
  // "2,400 metres", but "14 people": a measure has no noun
  const counted =
    unit === undefined ? countedAt(tokens, from, next, words) : { noun: '', nounText: '', kinds: [], next }
  const { role } = counted as { role?: Role }
  if (unit === undefined && counted.noun === '' && role === undefined) return undefined
  const size = unit?.size ?? 1
  const last = tokens[(unit?.next ?? numeral.next) - 1]
  return {
    start: tokens[at]?.start ?? 0,
    end: last?.end ?? 0,
    low: numeral.low * size,
    high: numeral.high * size,
    // "twenty people or more"
    bound: phraseAt(tokens, counted.next, words.boundsAfter)?.kind ?? bound,
    step: numeral.step * size,
    ...(unit === undefined ? {} : { unit: unit.unit }),
    unitText: unit?.text ?? '',
    unitSize: size,
    noun: counted.noun,
    nounText: counted.nounText,
    kinds: counted.kinds,
    ...(role === undefined ? {} : { role }),
    // "34 per cent of the harvest" is a part by itself
    isPart:
      unit === undefined &&
      (isPartOf(tokens, from, counted.next, hasRoleBefore) || isPartOf(tokens, from, next, hasRoleBefore)),
    isDenied: isDeniedAt(tokens, from, next, words) || (counted.next > next && isWholeOfPart(tokens, from, words)),
  }
}

const mayBegin = (token: Token | undefined, words: QuantityWords): boolean =>
  token !== undefined && (token.kind === 'number' || (token.kind === 'word' && words.openers.has(token.word)))

/** The second number of a score ("3-2") or of a compound date. */
const isSecondOfPair = (tokens: readonly Token[], at: number): boolean =>
  isDash(wordAt(tokens, at - 1)) && tokens[at - 2]?.kind === 'number' && isGlued(tokens, at - 1)

/** False, at once, for a text in which quantitiesIn() finds nothing: most sentences. */
export const mayHoldNumber = (text: string, language: string): boolean =>
  findQuantityWords(language)?.maybeNumber.test(text) ?? false

/**
 * The numbers of a sentence that count or measure something; in digits and in words. Dates, times, years, ages, ordinals,
 * scores, durations and numbers in names are none.
 * @param language two-letter code; English, German, French, Spanish and Russian are read, of other languages nothing
 * @returns in the order of the sentence
 */
export function quantitiesIn(sentence: string, language = 'en'): readonly Quantity[] {
  const words = findQuantityWords(language)
  if (words === undefined || sentence === '') return []
  if (!words.maybeNumber.test(sentence)) return []
  const tokens = tokensOf(sentence, language)
  const quantities: Quantity[] = []
  for (let at = 0; at < tokens.length; at++) {
    if (!mayBegin(tokens[at], words) || isSecondOfPair(tokens, at)) continue
    const found = findAt(tokens, at, words)
    if (found === undefined) continue
    const hasRoleBefore = quantities.some(({ role }) => role !== undefined)
    const quantity = quantityOf(found, tokens, words, hasRoleBefore)
    if (quantity !== undefined) quantities.push(quantity)
    at = Math.max(at, found.next - 1)
  }
  return quantities
}
