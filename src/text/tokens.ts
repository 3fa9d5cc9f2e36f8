import { languageOfWord, scriptOf, stemOf } from './stemming.ts'
import { isStopWord } from './stopwords.ts'

/**
 * A word: letters, marks and digits, with apostrophes or single dots inside ("don't", "U.S.", "3.5"). Hyphens part words.
 * Hiragana, Katakana, Han, Hangul and the scripts without spaces come as one run.
 */
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’.,][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu
const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]/u
const RUN =
  /[\u30a1-\u30fa\u30fc]+|[\u3041-\u309f]+|[\u3400-\u9fff\uf900-\ufaff]+|[\uac00-\ud7af]+|[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]+|[^\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]+/gu
const ACRONYM = /^\p{L}(?:\.\p{L})+$/u
const DIGITS_GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u

/** Spellings that only capitals tell from a common word. */
export const CAPITAL_ACRONYMS = new Map([
  ['US', 'usa'],
  ['U.S', 'usa'],
  ['U.S.A', 'usa'],
  ['WHO', 'who'],
  ['UN', 'un'],
  ['U.N', 'un'],
  ['IT', 'it'],
  ['W.H.O', 'who'],
])

/** Whether a word is (partly) of a script that puts no spaces between words. */
export const isUnspaced = (word: string): boolean => UNSPACED.test(word)

export type Emit = (stem: string) => void

/** Pairs of neighbouring characters: the same whether a text or a query is cut, which no dictionary promises. */
function emitPairs(run: string, emit: Emit): void {
  const characters = [...run]
  if (characters.length === 1) emit(run)
  for (let at = 0; at + 1 < characters.length; at++) emit(`${characters[at]}${characters[at + 1]}`)
}

let thaiWords: Intl.Segmenter | undefined

function emitThai(run: string, emit: Emit): void {
  thaiWords ??= new Intl.Segmenter('th', { granularity: 'word' })
  for (const { segment, isWordLike } of thaiWords.segment(run)) {
    if (isWordLike === true && !isStopWord(segment, 'th')) emit(segment)
  }
}

function emitUnspaced(word: string, language: string | undefined, emit: Emit): void {
  for (const [run] of word.matchAll(RUN)) {
    if (/^[\u30a1-\u30fc]/u.test(run)) emit(run)
    // short runs of Hiragana are endings and particles
    else if (/^[\u3041-\u309f]/u.test(run)) {
      if (run.length >= 3 && !isStopWord(run, 'ja')) emit(run)
    } else if (/^[\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af]/u.test(run)) emitPairs(run, emit)
    else if (UNSPACED.test(run)) emitThai(run, emit)
    else emitWord(run, language, emit)
  }
}

function emitPart(part: string, language: string | undefined, emit: Emit): void {
  const code = part.charCodeAt(0)
  if (code >= 48 && code <= 57) {
    emit(part)
    return
  }
  if (part.length < 2) return
  const own = languageOfWord(scriptOf(part), language)
  if (!isStopWord(part, own)) emit(stemOf(part, own))
}

function emitWord(word: string, language: string | undefined, emit: Emit): void {
  const acronym = CAPITAL_ACRONYMS.get(word)
  if (acronym !== undefined) {
    emit(acronym)
    return
  }
  const lower = word.toLowerCase().replaceAll('’', "'")
  if (!/['.,]/u.test(lower)) {
    emitPart(lower, language, emit)
  } else if (ACRONYM.test(lower)) {
    emitPart(lower.replaceAll('.', ''), language, emit)
  } else if (DIGITS_GROUPED.test(lower)) {
    for (const digits of lower.replaceAll(',', '').split('.')) emit(digits)
  } else if (!isStopWord(lower, languageOfWord(scriptOf(lower), language))) {
    for (const part of lower.split(/['.,]/u)) emitPart(part, language, emit)
  }
}

/** The words of a text as they stand, in order (query words, names); runs without spaces are left whole. */
export function wordsOf(text: string): readonly string[] {
  return text.normalize('NFKC').match(WORD) ?? []
}

/**
 * The stems of one word of wordsOf(): none for a stop word, several for a run without spaces or "l'Ukraine".
 * @param language two-letter code of the text it stands in, when known
 */
export function emitStems(word: string, language: string | undefined, emit: Emit): void {
  if (UNSPACED.test(word)) emitUnspaced(word, language, emit)
  else emitWord(word, language, emit)
}

/** Words whose stems are remembered, per language; then the memory starts afresh. */
const REMEMBERED_WORDS = 20_000
/** Longer ones (addresses, runs of a script without spaces) rarely come twice. */
const LONGEST_REMEMBERED = 24
const NO_STEMS: readonly string[] = []

function stemsOfWord(word: string, language: string | undefined): readonly string[] {
  const stems: string[] = []
  emitStems(word, language, stem => {
    if (stem !== '') stems.push(stem)
  })
  return stems.length === 0 ? NO_STEMS : stems
}

const wordMemories = new Map<string, Map<string, readonly string[]>>()

/** News says the same words over and over: most of a text is looked up, not analysed. */
function wordMemory(language: string | undefined): Map<string, readonly string[]> {
  const key = language ?? ''
  let known = wordMemories.get(key)
  if (known === undefined) {
    known = new Map()
    wordMemories.set(key, known)
  } else if (known.size >= REMEMBERED_WORDS) known.clear()
  return known
}

/** Stems of a text in order, before names are recognised; see analyse(). */
export function rawStems(text: string, language: string | undefined): string[] {
  const known = wordMemory(language)
  const stems: string[] = []
  for (const word of wordsOf(text)) {
    let found = known.get(word)
    if (found === undefined) {
      found = stemsOfWord(word, language)
      if (word.length <= LONGEST_REMEMBERED) known.set(word, found)
    }
    for (const stem of found) stems.push(stem)
  }
  return stems
}
