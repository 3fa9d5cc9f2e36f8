import { PLAIN_NUMERALS } from './number-words/plain.ts'
import { numbersIn } from './numbers.ts'
import { findQuantityWords } from './quantity-words.ts'

/** A figure of a sentence. */
export interface SentenceFigure {
  readonly value: number
  /** It stands there in words ("three"), not in digits. */
  readonly isSpelled: boolean
}

/** The figures of a sentence, in digits and in words, in order, and what of the sentence is left without them. */
export interface SentenceFigures {
  readonly figures: readonly SentenceFigure[]
  readonly rest: string
}

interface NumberWords {
  readonly numerals: ReadonlyMap<string, number>
  readonly scales: ReadonlyMap<string, number>
}

/** Digits with marks and blanks inside, as numbersIn() takes them, or a word. */
const TOKEN = /\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?!\d)|\d+(?:[.,'’]\d+)*|[\p{L}\p{M}]+(?:[’'ʼ][\p{L}\p{M}]+)*/gu
/** What may stand inside a number of several words: "twenty-five", "trente et un", "treinta y uno". */
const LINK = /^(?:[-‑\s]|\s(?:and|et|y|e|og|och|und|en)\s)$/iu
const HUNDRED = 100
const TENS = 10
/** Their word for one is an article, or English "one" that means somebody: no figure when it stands alone. */
const ARTICLE = 1

const plainTables: ReadonlyMap<string, NumberWords> = new Map(
  Object.entries(PLAIN_NUMERALS).map(([language, words]) => [
    language,
    {
      numerals: new Map(
        words
          .split(' ')
          .map(entry => [entry.slice(0, entry.indexOf(':')), Number(entry.slice(entry.indexOf(':') + 1))]),
      ),
      scales: new Map<string, number>(),
    },
  ]),
)

interface Run {
  /** Thousands and more that are complete; what is being added up. */
  readonly whole: number
  readonly open: number
  readonly isSpelled: boolean
  readonly start: number
  readonly end: number
}

function scaled(run: Run, scale: number, end: number): Run {
  const open = run.open * scale
  return scale > HUNDRED ? { ...run, whole: run.whole + open, open: 0, end } : { ...run, open, end }
}

const digitsOf = (text: string): number => Number(numbersIn(text)[0] ?? Number.NaN)

/** The run of number words goes on with this token; undefined when it ends before it. */
function withToken(run: Run, match: RegExpExecArray, between: string, words: NumberWords): Run | undefined {
  const word = match[0].toLowerCase()
  const end = match.index + match[0].length
  if (!LINK.test(between)) return undefined
  const scale = words.scales.get(word)
  if (scale !== undefined) return scaled(run, scale, end)
  const value = words.numerals.get(word)
  if (value === undefined || !run.isSpelled) return undefined
  // "twenty five" adds up, "five twenty" and "two three" are two numbers
  const adds = run.open === 0 || (value < run.open && run.open % TENS === 0)
  return adds ? { ...run, open: run.open + value, end } : undefined
}

function opensRun(match: RegExpExecArray, { numerals }: NumberWords): Run | undefined {
  const [text] = match
  const isSpelled = !/^\d/u.test(text)
  const value = isSpelled ? numerals.get(text.toLowerCase()) : digitsOf(text)
  if (value === undefined || Number.isNaN(value)) return undefined
  return { whole: 0, open: value, isSpelled, start: match.index, end: match.index + text.length }
}

function runsOf(sentence: string, words: NumberWords): readonly Run[] {
  const runs: Run[] = []
  let run: Run | undefined
  for (const match of sentence.matchAll(TOKEN)) {
    const more: Run | undefined = run && withToken(run, match, sentence.slice(run.end, match.index), words)
    if (more === undefined) {
      if (run !== undefined) runs.push(run)
      run = opensRun(match, words)
    } else run = more
  }
  return run === undefined ? runs : [...runs, run]
}

/**
 * Reads the figures of a sentence whatever they count: dates, ages and durations among them. A lone word for one is none.
 * @param language two-letter code; English when absent; of a language without a table of number words only digits are read
 */
export function figuresIn(sentence: string, language = 'en'): SentenceFigures {
  const words: NumberWords = findQuantityWords(language) ??
    plainTables.get(language) ?? { numerals: new Map(), scales: new Map() }
  const runs = runsOf(sentence, words).filter(({ whole, open, isSpelled }) => !isSpelled || whole + open !== ARTICLE)
  return {
    figures: runs.map(({ whole, open, isSpelled }) => ({ value: whole + open, isSpelled })),
    rest: runs.reduceRight((text, { start, end }) => `${text.slice(0, start)} ${text.slice(end)}`, sentence),
  }
}
