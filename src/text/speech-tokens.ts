import { NAME_ARTICLES, noNames } from './name-words.ts'

/** A word, a mark or a whole quotation of a sentence; sentence.slice(start, end) is `text`. */
export interface SpeechToken {
  readonly kind: 'word' | 'mark' | 'quote'
  readonly text: string
  readonly lower: string
  readonly start: number
  readonly end: number
  /** A word that may be part of a name. */
  readonly isCapital: boolean
  /** A capital word that is none, a day or a month among them. */
  readonly isNoName: boolean
}

/** Nobody quotes more in one sentence; longer ones are not looked through for their end. */
const LONGEST = 2_000

/**
 * Quotations in every style of the press, then words (with apostrophes, hyphens and dots inside), then single marks. Single
 * quotes count only where the closing one cannot be an apostrophe. A quotation that is not closed goes to the end.
 */
const TOKEN =
  /“[^“”]*(?:”|$)|«[^«»]*(?:»|$)|„[^„“”]*(?:[“”]|$)|"[^"]*(?:"|$)|(?<!\p{L})‘[^‘]{2,}?[,.?!…]’(?!\p{L})|\p{L}\.(?:\p{L}\.)+|(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Prof|St|\p{Lu})\.|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[’'.,-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*(?:(?<=s)[’'](?=\s\p{L}))?|[^\s\p{L}\p{N}]/gu

const kindOf = (text: string): SpeechToken['kind'] => {
  if (/^[“«„"‘]/u.test(text) && text.length > 1) return 'quote'
  return /^[\p{L}\p{N}]/u.test(text) ? 'word' : 'mark'
}

const ELISION = /^\p{L}[’'](?=\p{Lu})/u
/** "L’avocate" is no name, whatever its first letter is. */
const ELIDED_ARTICLE = /^[Ll][’']\p{Ll}/u
const ELISION_LENGTH = 2
/** "d’Anna Berg": of somebody. */
const ELIDED_OF = /^d[’']\p{Lu}/u
/** "Moscow-based" says where somebody is. */
const PLACED = /^\p{Lu}.*-\p{Ll}/u

/** A word without the article that is elided before it: "l’Ukraine". */
export const withoutElision = (word: string): string => word.replace(ELISION, '')

/** True for "d’Anna": whose somebody is, unless a name goes on with it. */
export const saysWhose = (word: string): boolean => ELIDED_OF.test(word)

/** True for "Aldmoor-based". */
export const saysWhere = (word: string): boolean => PLACED.test(word)

/**
 * The tokens of a sentence in order, at most those of its first 2,000 characters.
 * @param language two-letter code, whose days, months and small words are no names
 */
export function speechTokens(sentence: string, language: string): readonly SpeechToken[] {
  const none = noNames(language)
  let isAfterCapital = false
  return Array.from(sentence.slice(0, LONGEST).matchAll(TOKEN), ({ 0: text, index }) => {
    const kind = kindOf(text)
    const isElided = language === 'fr' && ELIDED_ARTICLE.test(text)
    const lower = (isElided ? text.slice(ELISION_LENGTH) : text).toLowerCase().replaceAll('’', "'")
    const isArticle = isAfterCapital && NAME_ARTICLES.has(lower)
    const isNoName = kind === 'word' && none.has(lower) && !isArticle
    const isCapital =
      kind === 'word' && !isElided && /^\p{Lu}/u.test(withoutElision(text)) && !isNoName && !saysWhere(text)
    isAfterCapital = isCapital
    return { kind, text, lower, start: index, end: index + text.length, isCapital, isNoName }
  })
}
