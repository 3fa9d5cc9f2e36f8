import { newStemmer } from 'snowball-stemmers'
import { NAMES } from './aliases.ts'

/** Languages with a Snowball stemmer that leaves names alone well enough (the Finnish one makes "put" of "Putin"). */
const SNOWBALL = new Map([
  ['en', 'english'],
  ['fr', 'french'],
  ['de', 'german'],
  ['es', 'spanish'],
  ['it', 'italian'],
  ['pt', 'portuguese'],
  ['nl', 'dutch'],
  ['sv', 'swedish'],
  ['da', 'danish'],
  ['no', 'norwegian'],
  ['nb', 'norwegian'],
  ['nn', 'norwegian'],
  ['ru', 'russian'],
  ['uk', 'russian'],
  ['be', 'russian'],
  ['bg', 'russian'],
  ['sr', 'russian'],
  ['mk', 'russian'],
])

export type Script = 'latin' | 'cyrillic' | 'arabic' | 'greek' | 'other'

/** The first code point after each range of a script; code points in ascending order. */
const SCRIPTS: readonly (readonly [number, number, Script])[] = [
  [0x41, 0x24f, 'latin'],
  [0x370, 0x3ff, 'greek'],
  [0x400, 0x52f, 'cyrillic'],
  [0x600, 0x77f, 'arabic'],
  [0x1e00, 0x1eff, 'latin'],
  [0x1f00, 0x1fff, 'greek'],
]

/** The script of a word, told by its first character. */
export function scriptOf(word: string): Script {
  const code = word.codePointAt(0) ?? 0
  for (const [first, last, script] of SCRIPTS) if (code >= first && code <= last) return script
  return 'other'
}

/** Which language's words a script is read as when nothing better is known. */
const DEFAULT_LANGUAGES = new Map<Script, string>([
  ['latin', 'en'],
  ['cyrillic', 'ru'],
  ['arabic', 'ar'],
  ['greek', 'el'],
])

const SCRIPT_OF_LANGUAGE = new Map<string, Script>(
  [
    ['cyrillic', 'ru uk be bg sr mk kk ky mn tg'],
    ['arabic', 'ar fa ur ps ku'],
    ['greek', 'el'],
    ['other', 'zh ja ko th lo km my hi he ta te bn ka hy am'],
  ].flatMap(([script, languages]) =>
    (languages ?? '').split(' ').map(language => [language, script as Script] as const),
  ),
)

/**
 * The language whose rules a word follows: the text's own where the script fits, else the usual one of the word's script.
 * @param language two-letter code of the text, when known
 * @returns a two-letter code, or "" for scripts without rules
 */
export function languageOfWord(script: Script, language: string | undefined): string {
  const fits = language !== undefined && (SCRIPT_OF_LANGUAGE.get(language) ?? 'latin') === script
  return fits ? language : (DEFAULT_LANGUAGES.get(script) ?? '')
}

const PLAIN_LETTERS = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ı', 'i'],
  ['ς', 'σ'],
  ['ё', 'е'],
  ['أ', 'ا'],
  ['إ', 'ا'],
  ['آ', 'ا'],
  ['ٱ', 'ا'],
  ['ى', 'ي'],
  ['ـ', ''],
])
const SPECIAL_LETTER = new RegExp(`[${[...PLAIN_LETTERS.keys()].join('')}]`, 'gu')
const ASCII_ONLY = /^[\0-\x7f]*$/u
/** Marks on Latin, Greek and Arabic letters; those of Cyrillic (й, ї) and of Indic scripts make other letters. */
const MARKS = /[\u0300-\u036f\u064b-\u065f\u0670]/gu

/** The word without diacritics and ligatures; lower case expected. Cyrillic keeps its letters, but for ё. */
export function foldLetters(word: string): string {
  if (ASCII_ONLY.test(word)) return word
  const plain = word.replace(SPECIAL_LETTER, letter => PLAIN_LETTERS.get(letter) ?? letter)
  return scriptOf(plain) === 'cyrillic' ? plain : plain.normalize('NFD').replace(MARKS, '').normalize('NFC')
}

/** Arabic without the article, "and" and the feminine ending; the Snowball one takes the first letter of "بوتين". */
function stemArabic(word: string): string {
  const bare = word.length > 4 ? word.replace(/^و/u, '') : word
  return bare.replace(/^(?:[بكف]?ال|لل)(?=.{3})/u, '').replace(/(?<=.{3})[ةه]$/u, '')
}

/** Polish without its commonest case endings of nouns and names ("Putinowi", "Trumpem"). */
const stemPolish = (word: string): string =>
  word.replace(/(?<=\p{L}{4})(?:owi|iem|em|ów|om|ach|ami|ie|ą|ę|a|u|y|o|e|i)$/u, '')

/** What the Russian rules leave of Ukrainian case endings ("виборів", "Україні"). */
const withoutUkrainianEnding = (stem: string): string =>
  stem.replace(/(?<=\p{L}{4})(?:ів|їв|ові|еві|єві|ію|єю|ії|ія|і|ї|є)$/u, '')

/** The Snowball rules part "eleição" from "eleições". */
const portugueseSingular = (word: string): string => word.replace(/(?<=\p{L}{2})[õã]es$/u, 'ão')

type Stemmer = (word: string) => string

const OWN_STEMMERS = new Map<string, Stemmer>([
  ['ar', stemArabic],
  ['pl', stemPolish],
])

/** Short names stay as they are: cut, they are other words ("Gaza" becomes the French for gas). */
export const LONGEST_KEPT_NAME = 6
const ONE_WORD_NAMES = new Set(
  NAMES.flat()
    .map(spelling => foldLetters(spelling.toLowerCase()))
    .filter(name => /^[a-zа-яєіїґ]+$/u.test(name)),
)
const isKeptName = (folded: string): boolean => folded.length <= LONGEST_KEPT_NAME && ONE_WORD_NAMES.has(folded)

/** Languages that put an "s" to any name ("Trumps Zölle"), where their stemmers take it from some words only. */
const GENITIVE_LANGUAGES = new Set(['de', 'nl', 'sv', 'da', 'no', 'nb', 'nn'])

const withoutGenitive = (word: string, language: string): string =>
  word.endsWith('s') && GENITIVE_LANGUAGES.has(language) && ONE_WORD_NAMES.has(foldLetters(word.slice(0, -1)))
    ? word.slice(0, -1)
    : word

/** Words whose stem is remembered, per language; then the memory starts afresh. */
const REMEMBERED_STEMS = 30_000
/** Longer words are noise (addresses, base64), and some stemmers take long over them. */
const LONGEST_WORD = 40

function remembering(stem: Stemmer): Stemmer {
  const known = new Map<string, string>()
  return word => {
    const found = known.get(word)
    if (found !== undefined) return found
    const result = stem(word)
    if (known.size >= REMEMBERED_STEMS) known.clear()
    known.set(word, result)
    return result
  }
}

function rulesOf(language: string): Stemmer {
  const own = OWN_STEMMERS.get(language)
  // the Arabic rules want folded letters
  if (own !== undefined) return language === 'ar' ? word => own(foldLetters(word)) : own
  const algorithm = SNOWBALL.get(language)
  if (algorithm === undefined) return word => word
  const snowball = newStemmer(algorithm)
  if (language === 'uk') return word => withoutUkrainianEnding(snowball.stem(word))
  if (language === 'pt') return word => snowball.stem(portugueseSingular(word))
  return word => snowball.stem(word)
}

/** How a language's words are stemmed: by its rules alone, and with short names left as they are. */
interface Stemmers {
  readonly byRule: Stemmer
  readonly keepingNames: Stemmer
}

function makeStemmers(language: string): Stemmers {
  const rules = rulesOf(language)
  const byRule: Stemmer = word => foldLetters(rules(word.slice(0, LONGEST_WORD)))
  const keepingNames = remembering(word => {
    const bare = withoutGenitive(word, language)
    const folded = foldLetters(bare.slice(0, LONGEST_WORD))
    return isKeptName(folded) ? folded : byRule(bare)
  })
  return { byRule, keepingNames }
}

const stemmers = new Map<string, Stemmers>()

function stemmersOf(language: string): Stemmers {
  const known = stemmers.get(language)
  if (known !== undefined) return known
  const made = makeStemmers(language)
  stemmers.set(language, made)
  return made
}

/**
 * The stem of a word, folded (no diacritics); short well-known names are only folded.
 * @param word lower case, with its diacritics
 * @param language two-letter code; words of a language without a stemmer are only folded
 */
export function stemOf(word: string, language: string): string {
  return stemmersOf(language).keepingNames(word)
}

/** The stem that the inflected forms of a word share, short names included; see stemOf(). */
export function inflectedStemOf(word: string, language: string): string {
  return stemmersOf(language).byRule(word)
}

const PLAUSIBLE = new Map<Script, readonly string[]>([
  ['latin', ['en', 'fr', 'de', 'es', 'it', 'pt', 'nl', 'sv', 'da', 'no', 'pl', '']],
  ['cyrillic', ['ru', '']],
  ['arabic', ['ar', '']],
  ['greek', ['el']],
  ['other', ['']],
])

/** The languages that a word of this script may belong to; "" stands for those without a stemmer. */
export function plausibleLanguages(script: Script): readonly string[] {
  return PLAUSIBLE.get(script) ?? ['']
}
