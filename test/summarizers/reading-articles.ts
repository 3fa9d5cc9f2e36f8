import { readdirSync, readFileSync } from 'node:fs'
import type { Article } from '../../src/model/article.ts'
import { ARTICLES } from '../../src/newsstand/edition.ts'
import { OUTLETS } from '../../src/newsstand/outlets.ts'
import { sampleArticle } from '../contracts/summarizer.ts'

/** A line of an article: what is told, a sub-heading, or furniture (by-line, footer, question, table). */
interface MarkedLine {
  readonly text: string
  readonly role: 'body' | 'heading' | 'furniture'
}

/** An article of the reading test with what its golden file needs. */
export interface ReadingArticle {
  readonly name: string
  readonly kind: string
  readonly article: Article
  readonly lines: readonly MarkedLine[]
  /** Strings that no bullet may hold. */
  readonly never: readonly string[]
}

export const READING = new URL('../fixtures/reading/', import.meta.url)

/** What of the newsstand is read; the first words of the others' files are their language. */
const FROM_NEWSSTAND: readonly string[] = [
  'aldmoor-dam-evacuation',
  'barrage-d-aldmoor-evacuation',
  'brackwater-rovers-win-coastal-cup',
  'correction-orrin-dunmarrow-grant',
  'halvorn-rail-strike-ends',
  'kelda-finds-vents-below-ice',
  'maren-lind-fog-crash',
  'putin-meets-news-agencies',
  'tilpay-outage-expired-certificate',
  'vardany-offers-to-halve-herring-fleet',
]

const MARKS: ReadonlyMap<string, MarkedLine['role']> = new Map([
  ['## ', 'heading'],
  ['~ ', 'furniture'],
])

function markedLine(line: string): MarkedLine {
  for (const [mark, role] of MARKS) if (line.startsWith(mark)) return { text: line.slice(mark.length), role }
  return { text: line, role: 'body' }
}

/** A file of "key: value" lines, an empty line, and paragraphs of which "## " marks sub-headings and "~ " furniture. */
function readFixture(file: string): ReadingArticle {
  const [head = '', ...paragraphs] = readFileSync(new URL(`articles/${file}`, READING), 'utf8')
    .trim()
    .split('\n\n')
  const fields = new Map(head.split('\n').map(line => [line.split(': ', 1)[0], line.replace(/^\w+: /, '')]))
  const lines = paragraphs.map(markedLine)
  const { title, outlet, language, kind, never } = Object.fromEntries(fields)
  if (!title || !outlet || !language || !kind) throw new Error(`${file} lacks a line at its top`)
  return {
    name: file.replace(/\.txt$/, ''),
    kind,
    article: sampleArticle({ title, outlet, language, text: lines.map(({ text }) => text).join('\n\n') }),
    lines,
    never: never?.split(' | ') ?? [],
  }
}

function fromNewsstand(slug: string): ReadingArticle {
  const found = ARTICLES.find(article => article.slug === slug)
  const outlet = OUTLETS.find(({ id }) => id === found?.outlet)
  if (found === undefined || outlet === undefined) throw new Error(`the newsstand does not sell ${slug}`)
  const lines = found.body.map(markedLine)
  const { language, title: name } = outlet
  const text = lines.map(line => line.text).join('\n\n')
  const article = sampleArticle({ title: found.title, outlet: name, language, text, authors: [found.author] })
  return { name: `newsstand-${slug}`, kind: 'sample newsstand', article, lines, never: [found.author] }
}

/** All articles that were read, in the order of their names. */
export const readingArticles = (): readonly ReadingArticle[] => [
  ...readdirSync(new URL('articles/', READING)).toSorted().map(readFixture),
  ...FROM_NEWSSTAND.map(fromNewsstand),
]
