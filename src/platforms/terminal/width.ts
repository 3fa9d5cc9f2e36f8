import { stripVTControlCharacters } from 'node:util'

/** DCS, SOS, OSC, PM and APC strings with their bodies (ECMA-48 §5.6), which the Node function leaves in part. */
const CONTROL_STRINGS =
  /(?:\u001b[P\]X^_]|[\u0090\u0098\u009d-\u009f])[^\u0007\u009c\u001b]*(?:\u0007|\u009c|\u001b\\)?/g
/** What is left of C0 and C1 controls, and the marks that turn the reading direction over (UAX #9 §2). */
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g
const LINE_BREAKS = /\r\n?|[\u0085\u2028\u2029]/g

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const NARROW_ONLY = /^[\u0020-\u02ff\u2010-\u2027]*$/
const WIDE =
  /^(?:\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|[\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|\p{Emoji}\ufe0f)/u
const INVISIBLE = /^[\p{Mark}\p{Cf}]+$/u

/**
 * Text that can not move the cursor, colour the screen, set a title or turn the line's direction over.
 * @returns the text with "\n" as the only control character; a tab becomes a space
 */
export function plainText(text: string): string {
  return stripVTControlCharacters(text.replace(CONTROL_STRINGS, ''))
    .replace(LINE_BREAKS, '\n')
    .replaceAll('\t', ' ')
    .replace(CONTROLS, '')
}

/**
 * How many columns plain text takes in a terminal: 2 for East Asian wide characters and pictures, 0 for combining marks
 * (https://www.unicode.org/reports/tr11/).
 */
export function displayWidth(text: string): number {
  if (NARROW_ONLY.test(text)) return text.length
  let width = 0
  for (const { segment } of graphemes.segment(text)) {
    if (WIDE.test(segment)) width += 2
    else if (!INVISIBLE.test(segment)) width += 1
  }
  return width
}

/** Cuts a word that is wider than a line; the widest pieces that fit. */
function cutWord(word: string, columns: number): string[] {
  const pieces: string[] = []
  let piece = ''
  let used = 0
  for (const { segment } of graphemes.segment(word)) {
    const width = displayWidth(segment)
    if (used + width > columns && piece !== '') {
      pieces.push(piece)
      piece = ''
      used = 0
    }
    piece += segment
    used += width
  }
  if (piece !== '') pieces.push(piece)
  return pieces
}

/**
 * Breaks plain text at spaces into lines of at most `columns` columns (at least 1); a no-break space is no place to
 * break, and a word is cut only when it alone is too wide. Line breaks in the text stay.
 * @returns at least one line, without trailing spaces
 */
export function wrap(text: string, columns: number): readonly string[] {
  return text.split('\n').flatMap(line => {
    const words = line.split(/ +/).filter(word => word !== '')
    const lines: string[] = []
    let current = ''
    for (const piece of words.flatMap(word => (displayWidth(word) > columns ? cutWord(word, columns) : [word]))) {
      const joined = current === '' ? piece : `${current} ${piece}`
      if (displayWidth(joined) <= columns) {
        current = joined
      } else {
        lines.push(current)
        current = piece
      }
    }
    return [...lines, current]
  })
}
