const STRAIGHT = /"/gu
/** Nobody quotes deeper; a longer run of opening marks is rubbish and must not cost time. */
const DEEPEST = 20

/** How many straight double quotes a text holds. */
export const straightQuotes = (text: string): number => text.match(STRAIGHT)?.length ?? 0

/** True when the mark opens a quotation, given the marks of those that are open. */
function opens(mark: string, open: readonly string[]): boolean {
  if (mark === '„') return true
  if (mark === '“') return !open.includes('„')
  if (mark === '«') return !open.includes('»')
  return mark === '»' && (open.length === 0 || open.at(-1) === '»')
}

/**
 * How many quotations are open at the end of a text. “, « and „ open; ” and » close, whichever opened: translated
 * pieces mix them, and 20 are the most that are counted. After „ the mark “ closes (German), after a » that closes nothing « does (»so«).
 */
export function quoteDepth(text: string): number {
  const open: string[] = []
  for (const [mark] of text.matchAll(/[„“”«»]/gu)) {
    if (!opens(mark, open)) open.pop()
    else if (open.length < DEEPEST) open.push(mark)
  }
  return open.length
}

/** True when every quotation that a text opens is closed in it, and none is closed that was not opened. */
export function hasBalancedQuotes(text: string): boolean {
  const opens = text.match(/[“«]/gu)?.length ?? 0
  const closes = text.match(/[”»]/gu)?.length ?? 0
  return opens === closes && straightQuotes(text) % 2 === 0 && !text.includes('„')
}

/**
 * The same text with its quotation marks written “so”, straight ones kept as they are, and without the blanks that
 * French sets inside guillemets and before ? ! ; : and ». Words are untouched.
 */
export function normalizeQuotes(text: string): string {
  const inverted = /»\S[^«»]*\S«/u.test(text) && !/«[^«»]*»/u.test(text)
  const german = text.includes('„')
  const plain = inverted ? text.replaceAll('»', '„').replaceAll('«', '”') : text
  return (german ? plain.replaceAll('“', '”') : plain)
    .replace(/[«„]\s*/gu, '“')
    .replace(/\s*»/gu, '”')
    .replace(/[^\S\n]+([?!;:])(?=$|[\s”")\]])/gu, '$1')
}

const QUOTED = /“([^”]*)”|‘([^’]*)’(?!\p{L})|"([^"]*)"/gu

/** The words of each quotation of a sentence, in order, whatever its marks are. */
export const quotedWords = (sentence: string): readonly string[] =>
  Array.from(normalizeQuotes(sentence).matchAll(QUOTED), match => (match[1] ?? match[2] ?? match[3] ?? '').trim())

/** Characters in which quotations are looked for: unclosed marks in a long run would each be tried to its end. */
const READ_CHARACTERS = 1_000

/** The parts of a text that stand between quotation marks, marks included. */
const quotations = (text: string): readonly string[] => text.match(/“[^”]*”|«[^»]*»|„[^“”]*[“”]|"[^"]*"/gu) ?? []

/** Share of a text's first thousand characters that stand in quotation marks, 0 to 1. */
export function quotedShare(whole: string): number {
  const text = whole.slice(0, READ_CHARACTERS)
  const quoted = quotations(text).reduce((sum, part) => sum + part.length, 0)
  return text.length === 0 ? 0 : quoted / text.length
}
