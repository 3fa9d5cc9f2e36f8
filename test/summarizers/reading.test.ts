import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Bullet } from '../../src/model/digest.ts'
import { dangles, STARTS_WITH_CONNECTIVE } from '../../src/summarizers/cues.ts'
import { createExtractiveSummarizer } from '../../src/summarizers/extractive.ts'
import { gated, passesGate } from '../../src/summarizers/gate.ts'
import { hasBalancedQuotes } from '../../src/text/quotes.ts'
import { READING, type ReadingArticle, readingArticles } from './reading-articles.ts'

const MOST_BULLETS = 5
const FEWEST_BULLETS = 3
const LONGEST_BULLET = 280
const COVERED_SECTIONS = 3
/** Shorter sub-headings are words that any sentence may hold. */
const TELLING_LINE = 20

const TIME_STAMP = /^\[?\d{1,2}(?:[:.]\d\d|\s?[ap]m|\s?Uhr|\s?h\b)/iu
const LIST_MARK = /^(?:[-–—•*·]|\(?\d{1,2}[.)])\s/u
const END_MARK = /[.!?…]["”]?$/u
/** Connectives that open a subordinate clause of the sentence itself point to nothing before it. */
const OPENS_CLAUSE = /^["“]?(?:If|When|While|After|Because|Although|Though|As|Since|Если|Wenn|Si)\b[^.]*,|^Also on /u

const ARTICLES = readingArticles()
const SUMMARIZER = gated(createExtractiveSummarizer())
const bulletsOf = ({ article }: ReadingArticle): Promise<readonly Bullet[]> =>
  SUMMARIZER.summarize([article], MOST_BULLETS, new AbortController().signal)

const goldenOf = (name: string): URL => new URL(`bullets/${name}.txt`, READING)
const readGolden = (name: string): string => (existsSync(goldenOf(name)) ? readFileSync(goldenOf(name), 'utf8') : '')

/** The remarks of who read the bullets ("flaw: …") by the line they stand under. */
function flawsIn(golden: string): ReadonlyMap<string, string> {
  const lines = golden.split('\n')
  return new Map(lines.flatMap((line, at) => (line.startsWith('flaw: ') ? [[lines[at - 1] ?? '', line]] : [])))
}

const withoutFlaws = (golden: string): string => golden.replaceAll(/^flaw: .*\n/gm, '')

const print = ({ article, kind }: ReadingArticle, bullets: readonly Bullet[]): string =>
  [`${article.title}`, `(${article.language}, ${kind})`, '', ...bullets.map(({ text }) => `- ${text}`), ''].join('\n')

/** Writes a golden file anew; a remark stays as long as its bullet does. */
function update(name: string, printed: string): void {
  const flaws = flawsIn(readGolden(name))
  const lines = printed.split('\n').flatMap(line => [line, ...(flaws.has(line) ? [flaws.get(line)] : [])])
  writeFileSync(goldenOf(name), lines.join('\n'))
}

const leansOn = (text: string): boolean =>
  dangles(text) || (STARTS_WITH_CONNECTIVE.test(text) && !OPENS_CLAUSE.test(text))

/** Of each bullet, whether the one above it is the sentence that stands before it in the article. */
const followsOn = ({ article }: ReadingArticle, bullets: readonly Bullet[]): readonly boolean[] =>
  bullets.map(({ citations: [{ start }] }, at) => {
    const before = bullets[at - 1]?.citations[0].end
    return before !== undefined && article.text.slice(before, start).trim() === ''
  })

/** Where a bullet's sentence stands: the line, and how many sub-headings stand above it. */
function placeOf(
  { lines }: ReadingArticle,
  { citations: [{ start }] }: Bullet,
): { line: string; role: string; section: number } {
  let end = 0
  let section = 0
  for (const { text, role } of lines) {
    end += text.length + '\n\n'.length
    if (role === 'heading') section += 1
    if (start < end) return { line: text, role, section }
  }
  throw new Error(`no line of the article holds character ${start}`)
}

function sectionsOf(reading: ReadingArticle): number {
  const opening = reading.lines.findIndex(({ role }) => role === 'heading')
  const isOpened = reading.lines.slice(0, Math.max(0, opening)).some(({ role }) => role === 'body')
  return reading.lines.filter(({ role }) => role === 'heading').length + (isOpened ? 1 : 0)
}

describe.each(ARTICLES.map(reading => [reading.name, reading] as const))('%s', (name, reading) => {
  test('is told in the bullets that were read and found good (UPDATE_READING=1 writes them anew)', async () => {
    const printed = print(reading, await bulletsOf(reading))
    if (process.env.UPDATE_READING === '1') update(name, printed)
    expect(printed, `test/fixtures/reading/bullets/${name}.txt`).toBe(withoutFlaws(readGolden(name)))
  })

  test('is told in bullets that can stand alone', async () => {
    const bullets = await bulletsOf(reading)
    expect(bullets.length).toBeGreaterThanOrEqual(FEWEST_BULLETS)
    expect(bullets.length).toBeLessThanOrEqual(MOST_BULLETS)
    const follows = followsOn(reading, bullets)
    for (const [at, bullet] of bullets.entries()) {
      const { text } = bullet
      expect(passesGate(bullet, [reading.article]), text).toBe(true)
      expect(text.length, text).toBeLessThanOrEqual(LONGEST_BULLET)
      expect(leansOn(text) && !follows[at], text).toBe(false)
      expect(text).toMatch(END_MARK)
      expect(hasBalancedQuotes(text), text).toBe(true)
      expect(text).not.toMatch(TIME_STAMP)
      expect(text).not.toMatch(LIST_MARK)
      expect(placeOf(reading, bullet).role, text).toBe('body')
      for (const string of reading.never) expect(text).not.toContain(string)
    }
  })

  test('is told with its sub-headings left out and its sections covered', async () => {
    const bullets = await bulletsOf(reading)
    for (const { text: line } of reading.lines.filter(
      ({ role, text }) => role !== 'body' && text.length >= TELLING_LINE,
    ))
      for (const { text } of bullets) expect(text).not.toContain(line)
    const sections = new Set(bullets.map(bullet => placeOf(reading, bullet).section))
    if (sectionsOf(reading) >= COVERED_SECTIONS) expect(sections.size).toBeGreaterThanOrEqual(COVERED_SECTIONS)
  })
})

test('every golden file belongs to an article', () => {
  const files = readdirSync(new URL('bullets/', READING)).toSorted()
  expect(files).toEqual(ARTICLES.map(({ name }) => `${name}.txt`).toSorted())
})

test('five languages and all kinds of articles are read', () => {
  expect(ARTICLES.length).toBeGreaterThanOrEqual(30)
  expect(new Set(ARTICLES.map(({ article }) => article.language))).toEqual(new Set(['de', 'en', 'es', 'fr', 'ru']))
  for (const kind of ['interview', 'ticker', 'list', 'sports', 'obituary', 'correction', 'sub-headings'])
    expect(
      ARTICLES.some(reading => reading.kind.includes(kind)),
      kind,
    ).toBe(true)
})
