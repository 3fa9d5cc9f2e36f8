// C0 and C1 controls but tab and line feed; soft hyphen, zero-width space, word joiner, BOM; bidi embeddings, overrides
// and isolates (Unicode UAX #9); noncharacters; surrogates without their partner (the "u" flag leaves pairs alone).
const UNWANTED =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Surrogate}/gu

/**
 * Escape sequences whole, so that no "[2J" or "]0;title" is left of them: strings (OSC and its like) up to their end or
 * that of the line, control sequences, single escapes (ECMA-48 §5). Only those that begin with ESC: the 8-bit openers are
 * far more often halves of wrongly decoded letters.
 */
const ESCAPE_SEQUENCES = /\u001b(?:[P\]X^_][^\u0007\u001b\n\r]*(?:\u0007|\u001b\\)?|\[[0-?]*[ -/]*[@-~]|[ -/]*[0-~])/g

/**
 * The text without escape sequences and characters that databases reject or that let a text lie about itself: NUL and other controls,
 * lone surrogates, invisible blanks and changes of writing direction. Carriage returns become line feeds.
 */
export function cleanCharacters(text: string): string {
  // Escapes and carriage returns are controls too: nearly every text has none of all this.
  if (text.search(UNWANTED) === -1) return text
  return text.replaceAll(ESCAPE_SEQUENCES, '').replaceAll(/\r\n?/g, '\n').replaceAll(UNWANTED, '')
}

/** Everything on one line: runs of white space become one blank, none at the ends. */
export function oneLine(text: string): string {
  // A blank between two words is as it should be: it is not replaced by itself.
  return text.replaceAll(/\s{2,}|[^\S ]/gu, ' ').trim()
}

/** At most `length` UTF-16 units of the text, without half a surrogate pair at the end. */
export function cutText(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, length).replace(/\p{Surrogate}$/u, '')
}

/** The text's first words, at most `length` UTF-16 units of them and "…" where more follow. */
export function openingOf(text: string, length: number): string {
  if (text.length <= length) return text
  const cut = cutText(text, length)
  const blank = cut.lastIndexOf(' ')
  return `${blank > length / 2 ? cut.slice(0, blank) : cut}…`
}
