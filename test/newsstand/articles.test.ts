import { describe, expect, test } from 'vitest'
import type { SampleArticle } from '../../src/newsstand/article.ts'
import { LATE_ARTICLES, LATE_EDITS } from '../../src/newsstand/articles-late.ts'
import { ARTICLES, type PrintedArticle, printEditions } from '../../src/newsstand/edition.ts'
import { OUTLETS } from '../../src/newsstand/outlets.ts'

const HOUR_MS = 3_600_000
const SHINGLE_WORDS = 6
const NOW = new Date('2026-03-04T05:06:07Z')

const words = (article: SampleArticle): readonly string[] =>
  article.body
    .join(' ')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []
const text = (article: SampleArticle): string => [article.title, ...article.body].join('\n')
const printed = (now: Date): readonly PrintedArticle[] => printEditions(now).flatMap(edition => edition.articles)
const byEvent = (event: string): readonly SampleArticle[] => ARTICLES.filter(article => article.event === event)
const EVENTS = [...new Set(ARTICLES.map(article => article.event))]
const languageOf = (article: SampleArticle) => OUTLETS.find(outlet => outlet.id === article.outlet)?.language

/** The share of the shorter text's word sequences that stand in the other too, 0 to 1. */
function overlap(a: SampleArticle, b: SampleArticle): number {
  const shingles = (article: SampleArticle): Set<string> => {
    const all = words(article)
    return new Set(all.slice(SHINGLE_WORDS - 1).map((_, index) => all.slice(index, index + SHINGLE_WORDS).join(' ')))
  }
  const [first, second] = [shingles(a), shingles(b)]
  return first.intersection(second).size / Math.min(first.size, second.size)
}

/** Names and numbers inside the body. */
function landmarks(article: SampleArticle): ReadonlySet<string> {
  const found = article.body.join(' ').match(/(?<=[\p{Ll},] )\p{Lu}\p{L}{2,}|\b\d[\d.,]*\d\b/gu) ?? []
  return new Set(found)
}

function pairs(articles: readonly SampleArticle[]): readonly (readonly [SampleArticle, SampleArticle])[] {
  return articles.flatMap((a, index) => articles.slice(index + 1).map(b => [a, b] as const))
}

test('there is enough to read: articles, events, events told by several outlets, outlets about the world', () => {
  expect(ARTICLES.length).toBeGreaterThanOrEqual(26)
  expect(EVENTS.length).toBeGreaterThanOrEqual(9)
  const shared = EVENTS.filter(event => new Set(byEvent(event).map(article => article.outlet)).size > 1)
  expect(shared.length).toBeGreaterThanOrEqual(6)
  expect(OUTLETS.filter(outlet => outlet.topics.includes('world')).length).toBeGreaterThanOrEqual(4)
  expect(new Set(OUTLETS.map(outlet => outlet.format))).toEqual(new Set(['rss', 'atom', 'rdf', 'json']))
})

test('every pack topic of the sample is carried by a feed', () => {
  const topics = new Set(OUTLETS.flatMap(outlet => outlet.topics))
  for (const topic of ['world', 'europe', 'ukraine-russia', 'business', 'technology', 'science', 'sport', 'culture'])
    expect(topics).toContain(topic)
})

test.each(ARTICLES.map(article => [`${article.outlet}/${article.slug}`, article] as const))(
  '%s is a news report of 120 to 350 words',
  (_name, article) => {
    expect(words(article).length).toBeGreaterThanOrEqual(120)
    expect(words(article).length).toBeLessThanOrEqual(350)
    expect(article.body.length).toBeGreaterThanOrEqual(5)
  },
)

test('outlets tell one event in their own words, but for the one wire copy', () => {
  const copies = EVENTS.flatMap(event => pairs(byEvent(event)))
    .filter(([a, b]) => overlap(a, b) > 0.15)
    .map(([a, b]) => [a.slug, b.slug])
  expect(copies).toEqual([['ferry-strikes-pier', 'ferry-strikes-pier-at-port-merrow']])
  const [wire, copy] = byEvent('ferry')
  expect(overlap(wire!, copy!)).toBeGreaterThan(0.95)
  expect(text(copy!)).toContain('supplied by the agency Albatross Wire')
})

test('reports about one event share at least three names and numbers', () => {
  for (const event of EVENTS)
    for (const [a, b] of pairs(byEvent(event)).filter(([a, b]) => languageOf(a) === languageOf(b))) {
      const shared = landmarks(a).intersection(landmarks(b))
      expect(shared.size, `${a.slug} and ${b.slug}: ${[...shared]}`).toBeGreaterThanOrEqual(3)
    }
})

test('reports about two events share at most two names and numbers', () => {
  const shared = pairs(ARTICLES)
    .filter(([a, b]) => a.event !== b.event)
    .map(([a, b]) => ({ slugs: [a.slug, b.slug], landmarks: [...landmarks(a).intersection(landmarks(b))] }))
  expect(shared.filter(pair => pair.landmarks.length > 2)).toEqual([])
})

test('one correction says which number was wrong, and the wrong number stands in the article it corrects', () => {
  const corrections = ARTICLES.filter(article => article.title.startsWith('Correction:'))
  expect(corrections).toHaveLength(1)
  expect(text(corrections[0]!)).toContain('12 million crowns, not 15')
  const corrected = byEvent('orrin').find(article => article.slug === 'orrin-battery-plant-dunmarrow')
  expect(corrected?.outlet).toBe(corrections[0]?.outlet)
  expect(text(corrected!)).toContain('15 million crowns')
})

test('two outlets give different numbers of injured for the ferry', () => {
  const ferry = byEvent('ferry')
  expect(ferry.find(article => article.outlet === 'albatross-wire')?.title).toContain('14 injured')
  expect(ferry.find(article => article.outlet === 'harbour-post')?.title).toContain('17 hurt')
})

test('one article has every trap of a translated agency report', () => {
  const trap = ARTICLES.find(article => article.slug === 'vardany-offers-to-halve-herring-fleet')!
  expect(trap.body[0]).toBe(trap.title)
  expect(trap.body[1]).toMatch(/^[A-Z]+, Ostrelle \(Albatross Wire\) – /)
  const subHeadings = trap.body.slice(2, -1).filter(line => !/[.?!»”]$/.test(line))
  expect(subHeadings).toHaveLength(5)
  const all = trap.body.join('\n')
  expect(all).toMatch(/“[^”]*\u00a0\?\u00a0»/)
  expect(all).not.toContain('”')
  expect(all).toContain('(…)')
  expect(trap.body.at(-1)).toMatch(/^Source site: /)
})

test('several outlets, one of them French, report what Putin said on 5 June 2024', () => {
  const reports = byEvent('putin')
  expect(reports.length).toBeGreaterThanOrEqual(4)
  expect(new Set(reports.map(article => article.outlet)).size).toBeGreaterThanOrEqual(3)
  expect(reports.map(languageOf)).toContain('fr')
  for (const report of reports) {
    expect(text(report)).toMatch(/Putin|Poutine/)
    expect('at' in report.published && report.published.at.toISOString()).toMatch(/^2024-06-0[56]T/)
  }
})

test('the reports on Putin are in reported speech: nothing is put into a real mouth', () => {
  for (const report of byEvent('putin')) expect(text(report)).not.toMatch(/["“”„«»‹›‘]/)
  const elsewhere = ARTICLES.filter(article => article.event !== 'putin')
  for (const article of elsewhere) expect(text(article)).not.toMatch(/Putin|Poutine|Russia|Ukraine|Kremlin|AFP/)
})

test.each([
  ['where, when and to whom', /5 June 2024.*fifteen news agencies|fifteen news agencies.*5 June 2024/],
  ['how long', /about three hours/],
  [
    'weapons to other regions',
    /may supply weapons of the same kind to regions from which Western interests could be struck/,
  ],
  ['retaliation', /Western military staff would draw retaliation/],
  ['instructors and their losses', /instructors .*already .*losses.*silent/],
  ['irrecoverable losses', /irrecoverable losses .*one to five.*Russia/],
  ['negotiations', /would negotiate.*end the war.*stop delivering weapons/],
  ['Italy', /Italy opposes the use of its weapons on Russian territory/],
  ['France', /France .*sending instructors and forming a coalition/],
  ['the United States', /United States has ruled out/],
])('the public fact stands in a sentence of its own: %s', (_fact, pattern) => {
  const sentences = byEvent('putin').flatMap(article => article.body.flatMap(line => line.split(/(?<=\.) /)))
  expect(sentences.filter(sentence => pattern.test(sentence)).length).toBeGreaterThan(0)
})

test('articles are 1 to 20 hours old, newest first, whenever the newsstand opens', () => {
  for (const { articles } of printEditions(NOW)) {
    const times = articles.map(article => article.publishedAt.getTime())
    expect(times).toEqual(times.toSorted((a, b) => b - a))
  }
  for (const article of printed(NOW).filter(({ event }) => event !== 'putin')) {
    const ageMs = NOW.getTime() - article.publishedAt.getTime()
    expect(ageMs).toBeGreaterThanOrEqual(HOUR_MS)
    expect(ageMs).toBeLessThanOrEqual(20 * HOUR_MS)
  }
})

test('the next day brings a new edition; later the same day, and for public facts, it is the same one', () => {
  const names = (now: Date, isPutin: boolean): string[] =>
    printed(now)
      .filter(article => (article.event === 'putin') === isPutin)
      .flatMap(article => [article.guid, article.url])
  const later = new Date('2026-03-04T23:59:59Z')
  const tomorrow = new Date('2026-03-05T00:00:00Z')
  expect(new Set(names(NOW, false)).size).toBe(2 * (ARTICLES.length - byEvent('putin').length))
  expect(names(NOW, false).toSorted()).toEqual(names(later, false).toSorted())
  expect(new Set(names(NOW, false)).intersection(new Set(names(tomorrow, false))).size).toBe(0)
  expect(names(NOW, true)).toEqual(names(tomorrow, true))
  for (const name of names(NOW, false)) expect(name).toMatch(/2026-03-04|2026\/03\/04/)
})

describe('the late edition', () => {
  const LATE = new Date('2026-03-04T11:00:00Z')
  const papers = (lateAt?: Date): readonly PrintedArticle[] =>
    printEditions(NOW, lateAt).flatMap(edition => edition.articles)

  test('adds articles of its hour, and what was printed keeps its name, address and time', () => {
    const early = papers()
    const late = papers(LATE)
    expect(late).toHaveLength(early.length + LATE_ARTICLES.length)
    const names = (articles: readonly PrintedArticle[]) =>
      articles.map(({ guid, url, publishedAt }) => [guid, url, +publishedAt])
    expect(names(late)).toEqual(expect.arrayContaining(names(early)))
    const added = late.filter(({ guid }) => !early.some(article => article.guid === guid))
    expect(added.map(({ publishedAt }) => publishedAt)).toEqual(LATE_ARTICLES.map(() => LATE))
  })

  test('edits what it names, in title and text, and nothing else', () => {
    const before = new Map(papers().map(article => [article.guid, text(article)] as const))
    const changed = papers(LATE).filter(
      article => before.has(article.guid) && before.get(article.guid) !== text(article),
    )
    expect(changed.map(({ outlet, slug }) => [outlet, slug])).toEqual(
      LATE_EDITS.map(({ outlet, slug }) => [outlet, slug]),
    )
    for (const article of changed) {
      const edits = LATE_EDITS.filter(({ slug }) => slug === article.slug)
      for (const { from, to } of edits) {
        expect(before.get(article.guid)).toContain(from)
        expect(text(article)).not.toContain(from)
        expect(text(article)).toContain(to)
      }
    }
  })

  test('holds a follow-up, a copy and an event of its own', () => {
    const [followUp, copy, event] = LATE_ARTICLES
    expect(EVENTS).toContain(followUp!.event)
    expect(Math.max(...byEvent('ferry').map(article => overlap(article, followUp!)))).toBeLessThan(0.15)
    expect(Math.max(...byEvent('dam').map(article => overlap(article, copy!)))).toBeGreaterThan(0.95)
    expect(EVENTS).not.toContain(event!.event)
    for (const article of LATE_ARTICLES) expect(words(article).length).toBeGreaterThanOrEqual(120)
  })
})
