import type { AnalysedArticle } from '../model/article.ts'
import { foldLetters } from '../text/stemming.ts'
import { isKeptIn, isNameToken, type PhraseWord, phraseWords } from '../text/terms.ts'
import { isUnspaced, wordsOf } from '../text/tokens.ts'
import { hostOf } from '../text/url.ts'
import type { Expression, Where } from './filter-expression.ts'
import { compilePattern, PATTERN_READS } from './filter-pattern.ts'

/** Stems in order; the set answers most questions before the order is looked at. */
interface Stems {
  readonly inOrder: readonly string[]
  readonly set: ReadonlySet<string>
}

/** An article made ready for many rules. */
export interface Subject {
  readonly article: AnalysedArticle
  readonly title: Stems
  readonly text: Stems
  /** Title and beginning of the text as they stand, for patterns. */
  readonly reading: string
  readonly outlet: string
  readonly host: string
}

type Test = (subject: Subject) => boolean

function stemsOf(terms: string): Stems {
  const inOrder = terms.split(' ')
  return { inOrder, set: new Set(inOrder) }
}

/** Words in letters that differ in nothing but what they mean, with blanks around: " bbc news ". */
const foldedWords = (text: string): string =>
  ` ${wordsOf(text)
    .map(word => foldLetters(word.toLowerCase()))
    .join(' ')} `

/** Makes an article ready; do it once for all rules. */
export function subjectOf(article: AnalysedArticle): Subject {
  const { terms, title, text, outlet, url } = article
  return {
    article,
    title: stemsOf(terms.title),
    text: stemsOf(terms.text),
    reading: `${title}\n${text.slice(0, PATTERN_READS)}`,
    outlet: foldedWords(outlet),
    host: url === '' ? '' : hostOf(url).toLowerCase(),
  }
}

const standsIn = ({ set }: Stems, { stems }: PhraseWord): boolean => {
  for (const stem of stems) if (set.has(stem)) return true
  return false
}

/**
 * Whether the words stand in this order with nothing between them but what the phrase left out and the tokens that
 * analyse() puts behind names.
 */
function followEachOther(words: readonly PhraseWord[], stems: readonly string[]): boolean {
  const [first, ...others] = words
  if (first === undefined) return false
  // How many words, tokens of names not counted, stand before each place.
  const before: number[] = []
  let count = 0
  for (const stem of stems) {
    before.push(count)
    if (!isNameToken(stem)) count += 1
  }
  const between = (from: number, to: number): number => (before[to] ?? 0) - (before[from + 1] ?? 0)
  let reached = stems.flatMap((stem, at) => (first.stems.has(stem) ? [at] : []))
  for (const { stems: wanted, skipped } of others) {
    const ends: number[] = []
    let last = 0
    stems.forEach((stem, at) => {
      while (last + 1 < reached.length && (reached[last + 1] ?? at) < at) last += 1
      const from = reached[last]
      if (wanted.has(stem) && from !== undefined && from < at && between(from, at) <= skipped) ends.push(at)
    })
    reached = ends
    if (reached.length === 0) return false
  }
  return true
}

/** The words of a phrase that texts of each language keep. */
function phraseIn(text: string): (language: string | undefined) => readonly PhraseWord[] {
  const all = phraseWords(text)
  const kept = new Map<string | undefined, readonly PhraseWord[]>()
  return language => {
    const known = kept.get(language) ?? all.filter(word => isKeptIn(language, word))
    kept.set(language, known)
    return known
  }
}

function wordsTest(text: string, where: Where): Test {
  const phrase = phraseIn(text)
  return ({ article, title, text: body }) => {
    const words = phrase(article.language)
    const stands = (stems: Stems): boolean =>
      words.length > 0 &&
      words.every(word => standsIn(stems, word)) &&
      (words.length === 1 || followEachOther(words, stems.inOrder))
    return stands(title) || (where === 'anywhere' && stands(body))
  }
}

function patternTest(source: string, flags: string, where: Where): Test {
  const pattern = compilePattern(source, flags)
  return ({ article, reading }) => pattern.test(where === 'title' ? article.title : reading)
}

/** By words of its name ("bbc" is "BBC News"), or by the host of its pages ("bbc.co.uk"). */
function outletTest(text: string): Test {
  const wanted = foldedWords(text)
  const host = hostOf(text.toLowerCase()).replace(/^www\./u, '')
  const isRun = isUnspaced(text)
  return subject =>
    subject.outlet.includes(isRun ? wanted.trim() : wanted) ||
    (host.includes('.') && (subject.host === host || subject.host.endsWith(`.${host}`)))
}

function topicTest(text: string): Test {
  const wanted = foldedWords(text)
  return ({ article }) => article.topics.some(topic => foldedWords(topic) === wanted)
}

/** Makes an expression into a question that an article answers. */
export function compileExpression(expression: Expression): Test {
  switch (expression.kind) {
    case 'words':
      return wordsTest(expression.text, expression.where)
    case 'pattern':
      return patternTest(expression.source, expression.flags, expression.where)
    case 'outlet':
      return outletTest(expression.text)
    case 'lang':
      return ({ article }) => article.language === expression.text
    case 'topic':
      return topicTest(expression.text)
    case 'not': {
      const test = compileExpression(expression.of)
      return subject => !test(subject)
    }
    case 'all':
    case 'any': {
      const tests = expression.of.map(compileExpression)
      return expression.kind === 'all'
        ? subject => tests.every(test => test(subject))
        : subject => tests.some(test => test(subject))
    }
  }
}

/** Instructions of all patterns in the expression: what one character of an article may cost. */
export function programOf(expression: Expression): number {
  switch (expression.kind) {
    case 'pattern':
      return compilePattern(expression.source, expression.flags).size
    case 'not':
      return programOf(expression.of)
    case 'all':
    case 'any':
      return expression.of.reduce((sum, member) => sum + programOf(member), 0)
    default:
      return 0
  }
}
