/** A word, a mark or a whole quotation of a sentence; sentence.slice(start, end) is `text`. */
export interface SpeechToken {
  readonly kind: 'word' | 'mark' | 'quote'
  readonly text: string
  readonly lower: string
  readonly start: number
  readonly end: number
}

/** Nobody quotes more in one sentence; longer ones are not looked through for their end. */
const LONGEST = 2_000

/**
 * Quotations in every style of the press, then words (with apostrophes, hyphens and dots inside), then single marks. Single
 * quotes count only where the closing one cannot be an apostrophe. A quotation that is not closed goes to the end.
 */
const TOKEN =
  /“[^“”]*(?:”|$)|«[^«»]*(?:»|$)|„[^„“”]*(?:[“”]|$)|"[^"]*(?:"|$)|(?<!\p{L})‘[^‘]{2,}?[,.?!…]’(?!\p{L})|\p{L}\.(?:\p{L}\.)+|(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Prof|St|\p{Lu})\.|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[’'.,-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*|[^\s\p{L}\p{N}]/gu

const kindOf = (text: string): SpeechToken['kind'] => {
  if (/^[“«„"‘]/u.test(text) && text.length > 1) return 'quote'
  return /^[\p{L}\p{N}]/u.test(text) ? 'word' : 'mark'
}

/** The tokens of a sentence in order, at most those of its first 2,000 characters. */
export function speechTokens(sentence: string): readonly SpeechToken[] {
  return Array.from(sentence.slice(0, LONGEST).matchAll(TOKEN), ({ 0: text, index }) => ({
    kind: kindOf(text),
    text,
    lower: text.toLowerCase().replaceAll('’', "'"),
    start: index,
    end: index + text.length,
  }))
}
