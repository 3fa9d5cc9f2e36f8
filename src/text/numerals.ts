import { isDash, isGlued, isNoCount, type Token, wordAt } from './quantity-tokens.ts'
import type { QuantityWords } from './quantity-words.ts'

/** A number as it is said. */
export interface Numeral {
  readonly low: number
  /** Greater than `low` for "12 to 14" and "dozens". */
  readonly high: number
  /** Place value of the last digit that is said: 1 for 14, 1000 for 9,000, 100000 for 1.2 million. */
  readonly step: number
  /** Place behind its last token. */
  readonly next: number
  /** "dozens", "a dozen", "a third": no more than a size. */
  readonly isVague?: true
  /** "a third of": the number is a share of 1. */
  readonly isShare?: true
}

const GROUPED_BY_COMMA = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u
const GROUPED_BY_DOT = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/u
const PLAIN = /^\d+(?:[.,]\d+)?$/u
/** A whole number from here on may be rounded: its last noughts count for nothing. */
const ROUND_FROM = 100

/** Value and place value of the last digit; undefined for what is no number ("12.03.2026"). */
function readDigits(digits: string, decimal: '.' | ','): { value: number; step: number } | undefined {
  const text = digits.replaceAll(/\s/gu, '')
  const isGrouped = decimal === '.' ? GROUPED_BY_COMMA.test(text) : GROUPED_BY_DOT.test(text)
  const ungrouped = isGrouped ? text.replaceAll(decimal === '.' ? ',' : '.', '') : text
  if (!PLAIN.test(ungrouped)) return undefined
  const plain = ungrouped.replace(',', '.')
  const decimals = plain.split('.')[1]?.length ?? 0
  const value = Number(plain)
  return { value, step: decimals > 0 ? 10 ** -decimals : roundStep(value) }
}

function roundStep(value: number): number {
  if (value < ROUND_FROM) return 1
  const noughts = /0*$/u.exec(String(value))?.[0].length ?? 0
  return 10 ** noughts
}

/** Scales of one capital letter glued to digits: "$72B", "1.9T". */
const LETTER_SCALES = new Map([
  ['K', 1e3],
  ['M', 1e6],
  ['B', 1e9],
  ['T', 1e12],
  ['b', 1e9],
  ['t', 1e12],
])

/** "m" and "k" behind digits are metres or millions: millions with a decimal or a currency before. */
const isMillionLetter = (tokens: readonly Token[], at: number, isMoney: boolean): boolean =>
  wordAt(tokens, at) === 'm' &&
  isGlued(tokens, at - 1) &&
  (isMoney ||
    (tokens[at + 1]?.kind === 'word' &&
      !/^(?:long|high|wide|deep|tall|above|below|away|in|of|and)$/u.test(wordAt(tokens, at + 1))))

function scaleAt(tokens: readonly Token[], at: number, words: QuantityWords, isMoney: boolean): number | undefined {
  if (isMillionLetter(tokens, at, isMoney)) return 1_000_000
  const letter = isGlued(tokens, at - 1) ? LETTER_SCALES.get(tokens[at]?.text ?? '') : undefined
  const isSure = isMoney || /^[KMBT]$/u.test(tokens[at]?.text ?? '')
  return isSure && letter !== undefined ? letter : words.scales.get(wordAt(tokens, at))
}

interface Running {
  readonly value: number
  readonly step: number
  readonly next: number
  readonly isVague: boolean
}

/** Scales behind a number: "1.2 million", "two hundred thousand", "30-million". */
function withScales(start: Running, tokens: readonly Token[], words: QuantityWords, isMoney: boolean): Running {
  let { value, step, next, isVague } = start
  for (;;) {
    const at = isDash(wordAt(tokens, next)) && isGlued(tokens, next) && isGlued(tokens, next - 1) ? next + 1 : next
    const scale = scaleAt(tokens, at, words, isMoney)
    if (scale === undefined) return { value, step, next, isVague }
    value *= scale
    step *= scale
    isVague ||= scale === 12 || scale === 20 || /aine$/u.test(wordAt(tokens, at))
    next = at + 1
  }
}

/** Their word for one is an article. */
const ARTICLE_LANGUAGES = new Set(['de', 'fr', 'es'])
const JOINING = new Set(['and', 'et', 'y'])

/** Numeral words add up until none follows: "two hundred and twelve", "soixante-dix", "quarante-deux". */
function readWords(tokens: readonly Token[], at: number, words: QuantityWords): Running | undefined {
  const first = words.numerals.get(wordAt(tokens, at))
  // "une avalanche" counts no avalanches
  if (first === undefined || (first === 1 && ARTICLE_LANGUAGES.has(words.language))) return undefined
  let running = withScales({ value: first, step: roundStep(first), next: at + 1, isVague: false }, tokens, words, false)
  for (;;) {
    const isLinked = isDash(wordAt(tokens, running.next)) || JOINING.has(wordAt(tokens, running.next))
    const place = isLinked ? running.next + 1 : running.next
    const more = words.numerals.get(wordAt(tokens, place))
    const smallest = running.value >= 100 ? 100 : running.value >= 20 && running.value % 10 === 0 ? 20 : 0
    const fits = more !== undefined && more < smallest && (isLinked || words.language !== 'en' || running.value >= 100)
    if (!fits) return running
    // "twenty and five" is no number in English, "two hundred and five" is
    if (wordAt(tokens, running.next) === 'and' && running.value < 100) return running
    const part = withScales({ value: more, step: 1, next: place + 1, isVague: false }, tokens, words, false)
    running = { ...part, value: running.value + part.value }
  }
}

const ARTICLES = new Set(['a', 'an', 'one', 'ein', 'eine', 'einem', 'einen', 'un', 'une', 'una', 'die', 'la', 'half'])
const OF = new Set(['of', 'der', 'des', 'de', 'du', 'd', 'von', 'del'])
const FEW = new Map([
  ['two', 2],
  ['three', 3],
  ['zwei', 2],
  ['drei', 3],
  ['deux', 2],
  ['trois', 3],
  ['dos', 2],
  ['tres', 3],
])

/** "a third of", "two thirds of", "half of": a share, when it is one of something. */
function readShare(tokens: readonly Token[], at: number, words: QuantityWords): Numeral | undefined {
  const few = FEW.get(wordAt(tokens, at))
  const isCounted = few !== undefined || ARTICLES.has(wordAt(tokens, at))
  const linked = isCounted && wordAt(tokens, at) !== 'half' && isDash(wordAt(tokens, at + 1)) ? at + 2 : at + 1
  const place = isCounted && words.fractions.has(wordAt(tokens, linked)) ? linked : at
  const fraction = words.fractions.get(wordAt(tokens, place))
  const isBare =
    place === at && !/^(?:half|hälfte|moitié|mitad|треть|половина|половину|четверть)$/u.test(wordAt(tokens, at))
  if (fraction === undefined || isBare) return undefined
  if (words.language !== 'ru' && !OF.has(wordAt(tokens, place + 1))) return undefined
  const value = fraction * (place === at ? 1 : (few ?? 1))
  return { low: value, high: value, step: 0.01, next: place + 1, isVague: true, isShare: true }
}

function single(tokens: readonly Token[], at: number, words: QuantityWords, isMoney: boolean): Running | undefined {
  const token = tokens[at]
  if (token === undefined) return undefined
  if (token.kind === 'number') {
    const read = readDigits(token.text, words.decimal)
    return read && withScales({ ...read, next: at + 1, isVague: false }, tokens, words, isMoney)
  }
  const isHalf = token.word === 'half'
  const from = isHalf && wordAt(tokens, at + 1) === 'a' ? at + 2 : at + 1
  if (ARTICLES.has(token.word) && words.scales.has(wordAt(tokens, from)))
    return withScales({ value: isHalf ? 0.5 : 1, step: 1, next: from, isVague: false }, tokens, words, isMoney)
  return readWords(tokens, at, words)
}

/** "12 to 14", "12–14", "between 12 and 14". */
function rangeFrom(low: Running, at: number, tokens: readonly Token[], words: QuantityWords): Numeral | undefined {
  const link = wordAt(tokens, low.next)
  const isBetween = words.rangeBetween.has(wordAt(tokens, at - 1))
  const isLinked = (isBetween ? words.rangeAnd : words.rangeTo).has(link) || isDash(link)
  // "from 12 to 14" is a change
  if (!isLinked || words.rangeFrom.has(wordAt(tokens, at - 1))) return undefined
  const high = single(tokens, low.next + 1, words, false)
  if (high === undefined) return undefined
  const scale = high.value >= 1000 && low.value < 1000 && low.step === 1 ? high.step : 1
  const from = low.value * scale
  return high.value > from
    ? { low: from, high: high.value, step: Math.max(low.step, high.step), next: high.next }
    : undefined
}

/**
 * Reads the number that begins at a token.
 * @param isMoney a currency sign stands before it
 * @returns undefined when none begins there, or when it counts nothing (dates, times, years, ages, ordinals, scores)
 */
export function readNumeral(
  tokens: readonly Token[],
  at: number,
  words: QuantityWords,
  isMoney: boolean,
): Numeral | undefined {
  const collective = words.collectives.get(wordAt(tokens, at))
  if (collective !== undefined) return { low: collective[0], high: collective[1], step: 1, next: at + 1, isVague: true }
  const share = readShare(tokens, at, words)
  if (share !== undefined) return share
  if (tokens[at]?.kind === 'number' && isNoCount(tokens, at, words)) return undefined
  const read = single(tokens, at, words, isMoney)
  if (read === undefined) return undefined
  const range = rangeFrom(read, at, tokens, words)
  if (range !== undefined) return range
  // "five times the number"
  if (words.timeUnits.has(wordAt(tokens, read.next)) && wordAt(tokens, read.next) !== 'second') return undefined
  const vague = read.isVague ? ({ isVague: true } as const) : {}
  return { low: read.value, high: read.value, step: read.step, next: read.next, ...vague }
}
