import { nearestWords } from '../text/nearest.ts'
import { filterError } from './filter-error.ts'
import type { Where } from './filter-expression.ts'
import { examinePattern, PROGRAM_AT_MOST } from './filter-pattern.ts'

/** Conditions that are named: `outlet:bbc`. */
const FIELDS = ['outlet', 'lang', 'topic', 'title'] as const
type Field = (typeof FIELDS)[number]

type Content =
  | { readonly [Kind in 'open' | 'close' | 'and' | 'or' | 'not']: { readonly kind: Kind } }[
      | 'open'
      | 'close'
      | 'and'
      | 'or'
      | 'not']
  | { readonly kind: 'words'; readonly where: Where; readonly text: string; readonly isQuoted: boolean }
  | { readonly [Kind in 'outlet' | 'lang' | 'topic']: { readonly kind: Kind; readonly text: string } }[
      | 'outlet'
      | 'lang'
      | 'topic']
  | {
      readonly kind: 'pattern'
      readonly where: Where
      readonly source: string
      readonly flags: string
      /** Instructions of its program. */
      readonly size: number
    }

/** A sign of an expression. `at` is its UTF-16 offset, `end` the one behind it. */
export type Token = Content & { readonly at: number; readonly end: number }

/** Keyboards of phones curl them. */
const QUOTES = '"“”„«»'
const BLANK = /\s/u
const OPERATORS = new Map([
  ['AND', 'and'],
  ['OR', 'or'],
  ['NOT', 'not'],
] as const)
const MINUS = /^[-–−](?=\S)/u
const BARE = /[^\s()"“”„«»]+/uy
const FIELD = /^(\p{L}+):/u
const PATTERN_END = /\/([\p{L}\p{N}]*)/uy
const FLAGS = /^[ims]*$/u

interface Reading {
  readonly text: string
  readonly at: number
}

function bareAt({ text, at }: Reading): string {
  BARE.lastIndex = at
  return BARE.exec(text)?.[0] ?? ''
}

/** The text of a quotation, blanks single, and where it ends. */
function quotationAt({ text, at }: Reading): { readonly words: string; readonly end: number } {
  let end = at + 1
  while (end < text.length && !QUOTES.includes(text.charAt(end))) end++
  if (end >= text.length) throw filterError('unclosedQuote', text, at)
  const words = text
    .slice(at + 1, end)
    .trim()
    .replaceAll(/\s+/gu, ' ')
  if (words === '') throw filterError('emptyQuote', text, at)
  return { words, end: end + 1 }
}

/** Where the slash stands that ends a pattern; a backslash takes the next character along. */
function closingSlash({ text, at }: Reading): number {
  for (let place = at + 1; place < text.length; place++) {
    if (text.charAt(place) === '\\') place += 1
    else if (text.charAt(place) === '/') return place
  }
  throw filterError('unclosedPattern', text, at)
}

function patternAt(reading: Reading, where: Where): Token {
  const { text, at } = reading
  const close = closingSlash(reading)
  PATTERN_END.lastIndex = close
  const [whole = '/', flags = ''] = PATTERN_END.exec(text) ?? []
  const source = text.slice(at + 1, close)
  if (source === '') throw filterError('emptyPattern', text, at)
  if (!FLAGS.test(flags)) throw filterError('badFlags', text, close + 1, { value: flags })
  const once = [...new Set(flags)].toSorted().join('')
  const pattern = examinePattern(source, once)
  if ('problem' in pattern) throw filterError(pattern.problem, text, at, { value: pattern.detail })
  return { kind: 'pattern', where, source, flags: once, size: pattern.size, at, end: close + whole.length }
}

function fieldNamed(name: string, { text, at }: Reading): Field {
  const field = FIELDS.find(known => known === name.toLowerCase())
  if (field !== undefined) return field
  const [nearest = ''] = nearestWords(name, FIELDS, 1)
  throw filterError('unknownField', text, at, { value: name, nearest })
}

/** `outlet:bbc`, `title:"rail strike"`, `title:/pattern/`. */
function fieldAt(reading: Reading, name: string): Token {
  const { text, at } = reading
  const field = fieldNamed(name, reading)
  const value = { text, at: at + name.length + 1 }
  const first = text.charAt(value.at)
  if (first === '' || BLANK.test(first)) throw filterError('missingValue', text, value.at, { value: field })
  if (first === '/' && field === 'title') return { ...patternAt(value, 'title'), at }
  if ('(/)'.includes(first)) throw filterError('plainValue', text, value.at, { value: field })
  const isQuoted = QUOTES.includes(first)
  const bare = isQuoted ? '' : bareAt(value)
  const { words, end } = isQuoted ? quotationAt(value) : { words: bare, end: value.at + bare.length }
  if (field === 'title') return { kind: 'words', where: 'title', text: words, isQuoted, at, end }
  return { kind: field, text: words, at, end }
}

function tokenAt(reading: Reading): Token {
  const { text, at } = reading
  const first = text.charAt(at)
  if (first === '(') return { kind: 'open', at, end: at + 1 }
  if (first === ')') return { kind: 'close', at, end: at + 1 }
  if (first === '/') return patternAt(reading, 'anywhere')
  if (MINUS.test(text.slice(at, at + 2))) return { kind: 'not', at, end: at + 1 }
  if (QUOTES.includes(first)) {
    const { words, end } = quotationAt(reading)
    return { kind: 'words', where: 'anywhere', text: words, isQuoted: true, at, end }
  }
  const bare = bareAt(reading)
  const [, name] = FIELD.exec(bare) ?? []
  if (name !== undefined) return fieldAt(reading, name)
  const end = at + bare.length
  const operator = OPERATORS.get(bare as 'AND')
  if (operator !== undefined) return { kind: operator, at, end }
  return { kind: 'words', where: 'anywhere', text: bare, isQuoted: false, at, end }
}

/**
 * The signs of an expression, in order.
 * @throws UserError 'badFilter' for a quotation or pattern without its end, an unknown field, a pattern that is no pattern
 */
export function readTokens(text: string): readonly Token[] {
  const tokens: Token[] = []
  let program = 0
  for (let at = 0; at < text.length; ) {
    if (BLANK.test(text.charAt(at))) {
      at += 1
      continue
    }
    const token = tokenAt({ text, at })
    program += token.kind === 'pattern' ? token.size : 0
    if (program > PROGRAM_AT_MOST) throw filterError('largePattern', text, token.at)
    tokens.push(token)
    at = token.end
  }
  return tokens
}
