const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}’'-]*/gu
const POSSESSIVE = /['’]s$|['’]$/u

/** The word as names are compared: lower case, without a possessive ending. */
const plain = (word: string): string => word.toLowerCase().replace(POSSESSIVE, '')

/**
 * The capitalised words of a sentence that its grammar does not explain: all but the first, and but the first of a
 * quotation. In German, where nouns are capitalised, they count as names as well.
 * @returns lower-cased, without possessive endings, in order, repeated as often as they stand there
 */
export function namesIn(sentence: string): readonly string[] {
  const names: string[] = []
  for (const match of sentence.matchAll(WORD)) {
    const opensSentence = /(?:^|[.!?…:]\s*|["“«„‘]\s?)$/u.test(
      sentence.slice(Math.max(0, match.index - 3), match.index),
    )
    if (!opensSentence && /^\p{Lu}/u.test(match[0]) && match[0] !== 'I') names.push(plain(match[0]))
  }
  return names
}

/** Every word of a text as names are compared with; see namesIn(). */
export const nameWords = (text: string): ReadonlySet<string> =>
  new Set(Array.from(text.matchAll(WORD), match => plain(match[0])))
