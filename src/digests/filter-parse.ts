import { UserError } from '../model/errors.ts'
import { RULE_LENGTH } from '../model/filter.ts'
import { nearestLanguage } from '../text/language-names.ts'
import { phraseWords } from '../text/terms.ts'
import { wordsOf } from '../text/tokens.ts'
import { filterError } from './filter-error.ts'
import { type Expression, groupOf, notOf } from './filter-expression.ts'
import { readTokens, type Token } from './filter-tokens.ts'

const DEPTH_AT_MOST = 20

type Leaf = Exclude<Token, { readonly kind: 'open' | 'close' | 'and' | 'or' | 'not' }>
type WordsLeaf = Extract<Leaf, { readonly kind: 'words' }>
type LanguageLeaf = Extract<Leaf, { readonly kind: 'lang' }>

/** Where the reading stands. The only thing here that changes. */
interface Cursor {
  readonly text: string
  readonly tokens: readonly Token[]
  next: number
  depth: number
}

const peek = ({ tokens, next }: Cursor): Token | undefined => tokens[next]
const placeOf = (cursor: Cursor): number => peek(cursor)?.at ?? cursor.text.length
const spellingOf = ({ text }: Cursor, { at, end }: Token): string => text.slice(at, end)

/** A pattern that finds the very letters; \b knows the letters of ASCII only. */
function patternFor(value: string): string {
  const escaped = value.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')
  return /^\w+$/u.test(value) ? `/\\b${escaped}\\b/i` : `/${escaped}/i`
}

/** Operators in other letters, with what is to be written. German ones are told, not taken. */
const NEAR_OPERATORS = new Map([
  ['and', 'AND'],
  ['or', 'OR'],
  ['not', 'NOT'],
  ['und', 'AND'],
  ['oder', 'OR'],
  ['nicht', 'NOT'],
])

/** Words that would never be found, or not as they were meant, are refused with what to write instead. */
function checkWords(token: WordsLeaf, text: string): void {
  const { text: value, isQuoted, at } = token
  const meant = isQuoted || token.where === 'title' ? undefined : NEAR_OPERATORS.get(value.toLowerCase())
  if (meant !== undefined) throw filterError('smallOperator', text, at, { value, capitals: meant })
  if (!isQuoted && value.includes('*')) {
    const start = value.replaceAll('*', '')
    throw filterError('wildcard', text, at, { value, pattern: `/\\b${start === '' ? 'word' : start}/i` })
  }
  if (phraseWords(value).length === 0) throw filterError('commonWord', text, at, { value, pattern: patternFor(value) })
}

function languageOf(token: LanguageLeaf, text: string): Expression {
  const [code = ''] = token.text.toLowerCase().split(/[-_]/u)
  const nearest = nearestLanguage(code)
  if (nearest === code) return { kind: 'lang', text: code }
  throw filterError('badLanguage', text, token.at, { value: token.text, nearest: nearest ?? '' })
}

function leafOf(token: Leaf, text: string): Expression {
  switch (token.kind) {
    case 'words':
      checkWords(token, text)
      return { kind: 'words', where: token.where, text: token.text }
    case 'pattern':
      return { kind: 'pattern', where: token.where, source: token.source, flags: token.flags }
    case 'lang':
      return languageOf(token, text)
    case 'outlet':
    case 'topic':
      if (wordsOf(token.text).length > 0) return { kind: token.kind, text: token.text }
      throw filterError('missingValue', text, token.at, { value: token.kind })
  }
}

/** Goes one level down and up again. */
function deeper<Result>(cursor: Cursor, read: () => Result): Result {
  if (cursor.depth >= DEPTH_AT_MOST) throw filterError('tooDeep', cursor.text, placeOf(cursor))
  cursor.depth += 1
  const result = read()
  cursor.depth -= 1
  return result
}

function readParenthesis(cursor: Cursor, open: Token): Expression {
  if (peek(cursor)?.kind === 'close') throw filterError('emptyParenthesis', cursor.text, open.at)
  if (peek(cursor) === undefined) throw filterError('unclosedParenthesis', cursor.text, open.at)
  const inner = readAny(cursor)
  if (peek(cursor)?.kind !== 'close') throw filterError('unclosedParenthesis', cursor.text, open.at)
  cursor.next += 1
  return inner
}

/** One condition. `before` is the operator that wants one, if any. */
function readOne(cursor: Cursor, before: Token | undefined): Expression {
  const token = peek(cursor)
  if (token === undefined || token.kind === 'close') {
    if (before !== undefined) {
      throw filterError('missingOperand', cursor.text, before.at, { value: spellingOf(cursor, before) })
    }
    throw token === undefined
      ? filterError('empty', cursor.text, cursor.text.length)
      : filterError('strayParenthesis', cursor.text, token.at)
  }
  if (token.kind === 'and' || token.kind === 'or') {
    throw filterError('misplacedOperator', cursor.text, token.at, { value: spellingOf(cursor, token) })
  }
  cursor.next += 1
  if (token.kind === 'not') return notOf(deeper(cursor, () => readOne(cursor, token)))
  if (token.kind === 'open') return deeper(cursor, () => readParenthesis(cursor, token))
  return leafOf(token, cursor.text)
}

/** Conditions side by side, with or without AND. */
function readAll(cursor: Cursor, before: Token | undefined): Expression {
  const members = [readOne(cursor, before)]
  for (;;) {
    const token = peek(cursor)
    if (token === undefined || token.kind === 'close' || token.kind === 'or') return groupOf('all', members)
    if (token.kind === 'and') cursor.next += 1
    members.push(readOne(cursor, token.kind === 'and' ? token : undefined))
  }
}

function readAny(cursor: Cursor): Expression {
  const members = [readAll(cursor, undefined)]
  for (;;) {
    const token = peek(cursor)
    if (token?.kind !== 'or') return groupOf('any', members)
    cursor.next += 1
    members.push(readAll(cursor, token))
  }
}

/**
 * Reads a filter's expression: words, "phrases", /patterns/, outlet:, lang:, topic: and title:, joined by blanks or AND,
 * OR, NOT or a minus, and parentheses. NOT binds tighter than AND, AND tighter than OR.
 * @param text at most 500 UTF-16 units
 * @throws UserError 'badFilter' with the place and the problem, 'tooLong'
 */
export function parseExpression(text: string): Expression {
  if (text.length > RULE_LENGTH) throw new UserError('tooLong', { option: 'rule', most: String(RULE_LENGTH) })
  const cursor: Cursor = { text, tokens: readTokens(text), next: 0, depth: 0 }
  const expression = readAny(cursor)
  const rest = peek(cursor)
  if (rest !== undefined) throw filterError('strayParenthesis', text, rest.at)
  return expression
}
