import { AFTER_TIME, BEFORE_NUMBER, GERMAN_MONTH, MAYBE_LAST, NEVER_LAST, STARTERS } from './abbreviations.ts'
import { quoteDepth, straightQuotes } from './quotes.ts'

/** A piece of a text: text.slice(start, end) of the whole is `text`. Offsets are UTF-16 units. */
export interface Span {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A place where a sentence may end. */
interface Boundary {
  /** The sentence so far, without the end mark. */
  readonly before: string
  /** The end marks: ".", "?!", "…". */
  readonly mark: string
  /** Closing quotes and brackets after the mark. */
  readonly closers: string
  /** What follows, blanks included, cut to LOOK_AHEAD characters. */
  readonly after: string
  /** Is it one phrase with numbers and nouns written after a full stop, as in German? */
  readonly german: boolean
}

const LOOK_AHEAD = 240
/** A quotation is kept in one piece while it closes within this many characters after an inner full stop. */
const QUOTE_AHEAD = 220
const STRAIGHT_QUOTE_AHEAD = 160
const QUOTE_BEHIND = 260
const BRACKET_REACH = 120
const SAMPLE_LENGTH = 600
/** Longer ones end at the next mark whatever the rules say, so that time stays in proportion to length. */
const LONGEST_SENTENCE = 1_000

const BLANK = /\s/u
const END_MARKS = /[.!?…]+/gu
const OPENERS = /^[\s"'“‘«„‚([‹–—-]+/u
/** Marks, and the French article that is written with the word: "l’art. 12". */
const OPENERS_BEFORE_WORD = /^(?:["'“‘«„‚([‹–—-]|[ldnLDN][’'](?=\p{Ll}))+/u
const ATTRIBUTION =
  /^(?:he|she|they|\p{Lu}\S+(?: \p{Lu}\S+){0,2}) (?:said|says|asked|asks|told|added|wrote|tweeted|replied|shouted)\b/u
/** German ordinals stand behind a declined word ("zum 55. Geburtstag"); low ones also without ("in 2. Lesung"). */
const BEFORE_ORDINAL =
  /(?<!\p{L})(?:am|im|ins|zum|zur|vom|beim|de[rmns]|die|das|(?:[mdsk]?ein|ihr|unser|euer|jed|dies)(?:e[mnrs]?)?)\s\d+$/iu
const HIGHEST_BARE_ORDINAL = 31
const NAMES_WITH_MARK = new Set(['Yahoo', 'Jeopardy', 'Panic'])

const firstWord = (text: string): string => text.match(/^[^\s,.;:!?’']+/u)?.[0] ?? ''
const isStarter = (word: string): boolean => /^\p{Lu}/u.test(word) && STARTERS.has(word.toLowerCase())

/** Where the closing marks after an end mark stop. A straight quote closes only what is open. */
function closersEnd(paragraph: string, from: number, before: string): number {
  let end = from
  for (;;) {
    const char = paragraph.charAt(end)
    const next = paragraph.charAt(end + 1)
    const isOpen = straightQuotes(before) % 2 === 1
    const apart = next === '' || BLANK.test(next) || /[.,;:!?)\]”»]/u.test(next)
    if (/[”»›)\]]/u.test(char) || (char === '"' && isOpen) || (/["'’“«]/u.test(char) && apart)) end += 1
    else if (
      char !== '' &&
      BLANK.test(char) &&
      (/[»”›]/u.test(next) || (next === '"' && isOpen && closesHere(paragraph, end)))
    )
      end += 2
    else return end
  }
}

/** A straight quote between two blanks closes when a blank or a mark follows it. */
const closesHere = (paragraph: string, blankAt: number): boolean => /^$|[\s.,;:]/u.test(paragraph.charAt(blankAt + 2))

/** The boundary falls inside a quotation that is closed soon after. */
function insideQuotation({ before, mark, closers, after }: Boundary): boolean {
  const sentence = before + mark + closers
  if (quoteDepth(sentence) > 0 && sentence.length - lastOpener(sentence) < QUOTE_BEHIND) {
    const closing = after.search(/[”»“«„]/u)
    if (closing >= 0 && closing < QUOTE_AHEAD && closesQuote(after, closing, sentence)) return true
  }
  if (insideSingleQuotes(sentence, closers, after)) return true
  if (closers.includes('"') || straightQuotes(sentence) % 2 === 0) return false
  const closing = after.indexOf('"')
  const isNear =
    closing > 0 && closing < STRAIGHT_QUOTE_AHEAD && sentence.length - sentence.lastIndexOf('"') < QUOTE_BEHIND
  return isNear && /[.?!,…]/u.test(after.charAt(closing - 1))
}

/** British quotations: 'It broke. We ran,' said … An apostrophe opens nothing, for a letter stands before it. */
function insideSingleQuotes(sentence: string, closers: string, after: string): boolean {
  if (/['’]/u.test(closers)) return false
  const opened = sentence.search(/(?<=^|[\s“"(])['‘]\p{Lu}[^'‘’]*(?:(?<=\p{L})['’]\p{L}[^'‘’]*)*$/u)
  if (opened < 0 || sentence.length - opened >= QUOTE_BEHIND || /[.,?!…]['’](?=\s|$)/u.test(sentence.slice(opened))) {
    return false
  }
  const next = after.slice(0, STRAIGHT_QUOTE_AHEAD).match(/(?<=\s)['‘]\p{L}|[.,?!…]['’](?=\s|$)/u)
  return next !== null && /^[.,?!…]/u.test(next[0])
}

/** A bracket is open that closes soon: "(built in 1974. Rebuilt in 1999.)". */
function insideBracket({ before, closers, after }: Boundary): boolean {
  const sentence = before + closers
  const open = sentence.lastIndexOf('(')
  if (open <= 0 || sentence.includes(')', open) || sentence.length - open >= BRACKET_REACH) return false
  const next = after.slice(0, BRACKET_REACH).match(/[()]/u)
  return next?.[0] === ')'
}

const lastOpener = (text: string): number => Math.max(...['“', '«', '„', '»'].map(mark => text.lastIndexOf(mark)))

function closesQuote(after: string, index: number, sentence: string): boolean {
  return quoteDepth(sentence + after.slice(0, index + 1)) < quoteDepth(sentence)
}

/** "end.Next": a boundary without a blank only between two ordinary words. */
function gluedWords({ before, mark, closers, after }: Boundary): boolean {
  return (
    closers === '' &&
    mark === '.' &&
    /(?:^|[^\S]|["“(])[\p{L}’'-]*\p{Ll}{2,}$/u.test(before) &&
    (/^[“"«]?\p{Lu}\p{L}{2}/u.test(after) || isStarter(firstWord(after))) &&
    !/^\p{Lu}\./u.test(after)
  )
}

/** The full stop belongs to an abbreviation, an initial, an ordinal or a list number. */
function abbreviates(boundary: Boundary, next: string): boolean {
  const word = (boundary.before.match(/\S+$/u)?.[0] ?? '').replace(OPENERS_BEFORE_WORD, '')
  const following = firstWord(next)
  if (BEFORE_NUMBER.has(word.toLowerCase()) && /^[\d№]/u.test(next)) return true
  if (NEVER_LAST.has(word)) return true
  // "z. B.", "d. h."
  if (/^\p{Ll}$/u.test(word) && /^\p{L}\.(?=\s)/u.test(next)) return true
  if (/^[ap]\.m$/iu.test(word)) return AFTER_TIME.test(following) || !/^\p{Lu}/u.test(following)
  if (/^\p{Lu}$/u.test(word) || /^(?:\p{L}\.)+\p{L}$/u.test(word) || MAYBE_LAST.has(word)) return !isStarter(following)
  if (!/^\d{1,3}$/u.test(word)) return /^[IVXL]{2,}$/u.test(word) && boundary.german
  if (boundary.before.trim() === word || GERMAN_MONTH.test(following)) return true
  return (
    boundary.german &&
    !isStarter(following) &&
    (Number(word) <= HIGHEST_BARE_ORDINAL || BEFORE_ORDINAL.test(boundary.before))
  )
}

/** The sentence goes on after this mark. */
function goesOn(boundary: Boundary): boolean {
  const { before, mark, closers, after } = boundary
  if (!BLANK.test(after.charAt(0)) && !gluedWords(boundary)) return true
  const next = after.trimStart()
  const first = next.replace(OPENERS, '')
  if (first === '' || /^[,;:”»›)\]]/u.test(next) || /^\p{Ll}/u.test(first)) return true
  if (/[([]$/u.test(before)) return true
  if (closers !== '' && /^[–—-]\s/u.test(next)) return true
  if (insideQuotation(boundary) || insideBracket(boundary)) return true
  if (mark === '.' && closers === '' && abbreviates(boundary, first)) return true
  if (mark.includes('!') && closers === '' && NAMES_WITH_MARK.has(before.match(/\p{L}+$/u)?.[0] ?? '')) return true
  return closers !== '' && /[?!]/u.test(mark) && ATTRIBUTION.test(next)
}

function splitParagraph(paragraph: string, german: boolean): readonly [number, number][] {
  const pieces: [number, number][] = []
  let start = 0
  for (const match of paragraph.matchAll(END_MARKS)) {
    if (match.index < start) continue
    const before = paragraph.slice(start, match.index)
    const end = closersEnd(paragraph, match.index + match[0].length, before)
    const closers = paragraph.slice(match.index + match[0].length, end)
    const after = paragraph.slice(end, end + LOOK_AHEAD)
    if (after.trim() === '') break
    if (before.length < LONGEST_SENTENCE && goesOn({ before, mark: match[0], closers, after, german })) continue
    pieces.push([start, end])
    start = end
  }
  pieces.push([start, paragraph.length])
  return pieces
}

/** Latin, Cyrillic and Greek end sentences with the marks and capitals that the rules know. */
function rulesApply(text: string): boolean {
  const sample = text.slice(0, SAMPLE_LENGTH)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  const known = sample.match(/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/gu)?.length ?? 0
  return known * 2 >= letters
}

function segment(text: string, language: string | undefined): readonly [number, number][] {
  const locale = language !== undefined && /^[a-z]{2,3}$/u.test(language) ? language : 'en'
  const segmenter = new Intl.Segmenter(locale, { granularity: 'sentence' })
  return Array.from(segmenter.segment(text), piece => [piece.index, piece.index + piece.segment.length])
}

/** The piece without blanks around it; undefined when nothing is left. */
function trimmed(text: string, start: number, end: number): Span | undefined {
  const piece = text.slice(start, end)
  const body = piece.trim()
  if (body === '') return undefined
  const from = start + piece.indexOf(body)
  return { start: from, end: from + body.length, text: body }
}

/**
 * The sentences of a news text, in order, each exactly as it stands (without blanks around it). Line breaks always end
 * a sentence. Own rules for Latin, Cyrillic and Greek script; for others Unicode's (https://unicode.org/reports/tr29/).
 * @param language two-letter code, when known
 */
export function splitSentences(text: string, language?: string): readonly Span[] {
  const byRules = rulesApply(text)
  const spans: Span[] = []
  for (const line of text.matchAll(/[^\r\n]+/gu)) {
    const pieces = byRules ? splitParagraph(line[0], language === 'de') : segment(line[0], language)
    for (const [start, end] of pieces) {
      const span = trimmed(text, line.index + start, line.index + end)
      if (span !== undefined) spans.push(span)
    }
  }
  return spans
}
