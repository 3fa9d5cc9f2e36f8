import { stopWordsOf } from './stopwords.ts'
import { trigramRanking } from './trigrams.ts'

/** Enough of a text to know its language by. */
const SAMPLE_LENGTH = 500
/** Enough of most texts without accents: their stop words leave no doubt. */
const SHORT_SAMPLE_LENGTH = 240
/** Shorter texts (in letters) say nothing certain in a script that many languages share. */
const FEWEST_LETTERS = 20
/** From this many letters on, letter triples alone are trusted. */
const LETTERS_FOR_TRIGRAMS = 60
/** How much worse than the best (1) the second language must be. */
const TRIGRAM_MARGIN = 0.04
/** Share of a text's words that are stop words of its language, at least. */
const STOP_SHARE = 0.15
/** Languages with this many times fewer stop words than the best are out. */
const STOP_LEAD = 1.5
/** So many stop words of one language alone leave no doubt. */
const CERTAIN_STOP_WORDS = 5
/** Among how many of franc's first guesses an allowed language must be. */
const FRANC_RANKS = 4

/** A sign that only one language of its script uses, in the order they must be tried. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/[\u3041-\u30fa]/u, 'ja'],
  [/[\uac00-\ud7af]/u, 'ko'],
  [/[\u3400-\u9fff]/u, 'zh'],
  [/[\u0e00-\u0e7f]/u, 'th'],
  [/[\u0370-\u03ff]{2}/u, 'el'],
  [/[\u0590-\u05ff]/u, 'he'],
  [/[ٹڈڑےں]/u, 'ur'],
  [/[پچژگ]/u, 'fa'],
  [/[\u0620-\u064a]/u, 'ar'],
  [/ў/u, 'be'],
  [/[іїєґ]/u, 'uk'],
  [/[ђћџљњ]/u, 'sr'],
  [/[ыэё]/u, 'ru'],
  [/[\u0980-\u09ff]/u, 'bn'],
  [/[\u0b80-\u0bff]/u, 'ta'],
  [/[\u0c00-\u0c7f]/u, 'te'],
]

/** franc's ISO 639-3 codes and ours (ISO 639-1), for the scripts that several languages share. */
const CODES = new Map(
  `eng en,fra fr,deu de,spa es,ita it,por pt,nld nl,swe sv,pol pl,ces cs,ron ro,hun hu,tur tr,vie vi,ind id,hrv hr,bos bs,
uzn uz,azj az,rus ru,bul bg,kaz kk,srp sr,hin hi,mar mr,npi ne`
    .split(/,\s*/u)
    .map(pair => [pair.slice(0, 3), pair.slice(4)] as const),
)
const rankByTrigrams = trigramRanking([...CODES.keys()])
const STOP_LANGUAGES = [
  'en',
  'fr',
  'de',
  'es',
  'it',
  'pt',
  'nl',
  'sv',
  'da',
  'no',
  'fi',
  'pl',
  'cs',
  'ro',
  'hu',
  'tr',
  'ru',
  'bg',
]

const ASCII_ONLY = /^[\0-\x7f]*$/u

/** The sign must stand in a fifth of the words, so that a foreign name does not decide. */
function languageBySign(sample: string): string | undefined {
  if (ASCII_ONLY.test(sample)) return undefined
  const words = sample.split(/\s+/u).filter(word => /\p{L}/u.test(word))
  for (const [sign, language] of SIGNS) {
    const holders = words.filter(word => sign.test(word)).length
    if (holders > 0 && holders * 5 >= words.length) return language
  }
  return undefined
}

interface StopWordGuess {
  /** The languages whose stop words fill the text about equally well; none when there are too few of any. */
  readonly languages: readonly string[]
  /** How many there are of the best language. */
  readonly most: number
}

let stopMasks: ReadonlyMap<string, number> | undefined

/** For each stop word the languages that have it, a bit each: one look at a word instead of one for every language. */
function readStopMasks(): ReadonlyMap<string, number> {
  const masks = new Map<string, number>()
  for (const [bit, language] of STOP_LANGUAGES.entries()) {
    for (const word of stopWordsOf(language)) masks.set(word, (masks.get(word) ?? 0) | (1 << bit))
  }
  return masks
}

function guessByStopWords(words: readonly string[]): StopWordGuess {
  stopMasks ??= readStopMasks()
  const counts = STOP_LANGUAGES.map(() => 0)
  for (const word of words) {
    for (let mask = stopMasks.get(word) ?? 0; mask !== 0; mask &= mask - 1) {
      const bit = 31 - Math.clz32(mask & -mask)
      counts[bit] = (counts[bit] ?? 0) + 1
    }
  }
  const most = Math.max(...counts)
  if (most < 2 || most < STOP_SHARE * words.length) return { languages: [], most }
  return { languages: STOP_LANGUAGES.filter((_, bit) => (counts[bit] ?? 0) * STOP_LEAD >= most), most }
}

const wordsIn = (sample: string): readonly string[] => sample.match(/\p{L}[\p{L}\p{M}']+/gu) ?? []

const isCertain = ({ languages, most }: StopWordGuess): boolean => languages.length === 1 && most >= CERTAIN_STOP_WORDS

/** Letter triples choose among the languages that the stop words allow; alone they decide about longer texts only. */
function languageByWords(sample: string, letters: number): string | undefined {
  const guess = guessByStopWords(wordsIn(sample))
  if (isCertain(guess)) return guess.languages[0]
  const ranked = rankByTrigrams(sample).map(([code, score]) => ({ language: CODES.get(code) ?? '', score }))
  const agreed = ranked.slice(0, FRANC_RANKS).find(({ language }) => guess.languages.includes(language))
  if (agreed !== undefined) return agreed.language
  const [best, second] = ranked
  if (best === undefined || best.language === '' || letters < LETTERS_FOR_TRIGRAMS) return undefined
  return second === undefined || second.score <= 1 - TRIGRAM_MARGIN ? best.language : undefined
}

/** The language of plain letters when their first words leave no doubt: nothing else of a text needs to be looked at. */
function languageAtOnce(text: string): string | undefined {
  const start = text.slice(0, SHORT_SAMPLE_LENGTH)
  if (text.length <= SHORT_SAMPLE_LENGTH || !ASCII_ONLY.test(start)) return undefined
  const guess = guessByStopWords(wordsIn(start.toLowerCase()))
  return isCertain(guess) ? guess.languages[0] : undefined
}

/** Lower case expected. */
function countLetters(text: string): number {
  if (!ASCII_ONLY.test(text)) return text.match(/\p{L}/gu)?.length ?? 0
  let count = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code >= 0x61 && code <= 0x7a) count += 1
  }
  return count
}

/**
 * Which language a text is written in: by letters that only one language has, by its stop words, by letter triples
 * (franc-min, https://github.com/wooorm/franc).
 * @param text any length; its first 500 characters decide
 * @returns a two-letter code; undefined when the text is too short or could be several
 */
export function detectLanguage(text: string): string | undefined {
  const atOnce = languageAtOnce(text)
  if (atOnce !== undefined) return atOnce
  const sample = text.slice(0, SAMPLE_LENGTH).normalize('NFKC').toLowerCase().replaceAll('’', "'")
  const letters = countLetters(sample)
  if (letters === 0) return undefined
  const bySign = languageBySign(sample)
  if (bySign !== undefined) return bySign
  if (letters < FEWEST_LETTERS) return undefined
  return languageByWords(sample, letters)
}
