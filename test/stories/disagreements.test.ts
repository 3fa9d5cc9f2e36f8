import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AnalysedArticle } from '../../src/model/article.ts'
import type { Disagreement } from '../../src/model/digest.ts'
import { findDisagreements } from '../../src/stories/disagreements.ts'
import { type Draft, hoursAfter, makeArticle, NOON } from './articles.ts'

interface StoryCase {
  readonly id: string
  readonly real: boolean
  readonly articles: readonly {
    readonly outlet: string
    readonly at: string
    readonly title: string
    readonly text: string
    readonly language?: string
  }[]
  readonly expect: readonly { readonly on: string; readonly values: readonly [number, number] }[]
}

const FOLDER = join(import.meta.dirname, '../fixtures/disagreements')
const casesOf = (file: string): readonly StoryCase[] =>
  JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as StoryCase[]

const articlesOf = ({ id, articles }: StoryCase): readonly AnalysedArticle[] =>
  articles.map(({ at, ...article }, place) =>
    makeArticle({ ...article, id: `${id}-${place}`, at: new Date(`2026-03-10T${at}:00Z`) }),
  )

/** Measures have no word of their own in the cases: "money" stands for all of them. */
const MEASURES = new Set(['money', 'percent', 'length'])

function isExpected({ role, about, claims }: Disagreement, { expect: wanted }: StoryCase): boolean {
  const values = claims.map(({ low }) => low)
  const range = [Math.min(...values), Math.max(...values)]
  return wanted.some(
    ({ on, values: [low, high] }) =>
      (on === (role ?? about) || (role === undefined && MEASURES.has(on))) && range[0] === low && range[1] === high,
  )
}

interface Score {
  readonly shown: number
  readonly right: number
  readonly wanted: number
  readonly wrong: readonly string[]
}

function scoreOf(cases: readonly StoryCase[]): Score {
  const found = cases.flatMap(story => findDisagreements(articlesOf(story)).map(shown => ({ story, shown })))
  const wrong = found.filter(({ story, shown }) => !isExpected(shown, story))
  return {
    shown: found.length,
    right: found.length - wrong.length,
    wanted: cases.reduce((sum, story) => sum + story.expect.length, 0),
    wrong: wrong.map(({ story }) => story.id),
  }
}

const DEVELOPMENT = casesOf('development.json')
/** Written before the rules, and never tuned on. */
const HELD_OUT = casesOf('held-out.json')

test('the invented stories are at least 60, more than half of them traps, a good part held out', () => {
  const all = [...DEVELOPMENT, ...HELD_OUT]
  expect(all.length).toBeGreaterThanOrEqual(60)
  expect(HELD_OUT.length).toBeGreaterThanOrEqual(all.length * 0.29)
  expect(all.filter(({ real }) => !real).length).toBeGreaterThanOrEqual(all.length / 2)
  for (const { real, expect: wanted } of all) expect(wanted.length > 0).toBe(real)
})

test.each([
  ['development', DEVELOPMENT, 0.9],
  ['held-out', HELD_OUT, 0.75],
] as const)('of what is shown in the %s stories at least nine in ten are real', (name, cases, recall) => {
  const { shown, right, wanted, wrong } = scoreOf(cases)
  console.log(`${name}: precision ${right}/${shown}, recall ${right}/${wanted} of ${cases.length} stories`)
  expect(right / shown, `wrong: ${wrong.join('; ')}`).toBeGreaterThanOrEqual(0.9)
  expect(right / wanted).toBeGreaterThanOrEqual(recall)
})

const tell = (outlet: string, hours: number, text: string, more: Partial<Draft> = {}): AnalysedArticle =>
  makeArticle({
    id: `${outlet}-${hours}`,
    outlet,
    at: hoursAfter(NOON, hours),
    title: 'Ferry at Merrow',
    text,
    ...more,
  })

const numbersOf = (articles: readonly AnalysedArticle[]): readonly string[] =>
  findDisagreements(articles).map(
    ({ role, about, claims }) =>
      `${role ?? about}: ${claims.map(({ low, source }) => `${low} ${source.outlet}`).join(', ')}`,
  )

describe('a disagreement', () => {
  const article = tell(
    'Post',
    0,
    'Fog lay on Merrow. A ferry struck the pier, injuring 14 people, police said. It sank.',
  )
  const other = tell('Herald', 1, 'Sixteen people were hurt when a ferry struck the pier of Merrow.')

  test('carries the outlet, the time and the sentence of each number, earliest first', () => {
    const [found, ...others] = findDisagreements([other, article])
    expect(others).toEqual([])
    expect(found).toMatchObject({ role: 'injured', about: '' })
    expect(found?.claims.map(({ low, high, bound, unit }) => [low, high, bound, unit])).toEqual([
      [14, 14, 'exact', ''],
      [16, 16, 'exact', ''],
    ])
    for (const [place, told] of [article, other].entries()) {
      const { source } = found!.claims[place]!
      expect(source).toMatchObject({ articleId: told.id, outlet: told.outlet, publishedAt: told.publishedAt })
      expect(told.text.slice(source.start, source.end)).toBe(source.quote)
    }
    expect(found?.claims[0].source.quote).toBe('A ferry struck the pier, injuring 14 people, police said.')
  })

  test('is the same whatever the order of the articles', () => {
    expect(findDisagreements([article, other])).toEqual(findDisagreements([other, article]))
  })

  test('rests on the title, with an empty span, when only that gives the number', () => {
    const titled = tell('Herald', 1, 'A ferry struck the pier of Merrow.', { title: '16 injured on ferry at Merrow' })
    const source = findDisagreements([article, titled])[0]?.claims[1].source
    expect(source).toMatchObject({ quote: '16 injured on ferry at Merrow', start: 0, end: 0 })
  })

  test('is not read from below the first 1,500 characters', () => {
    const filler = 'The pier of Merrow is old and made of oak. '.repeat(36)
    const long = tell('Herald', 1, `${filler}Sixteen people were hurt when a ferry struck the pier.`)
    expect(findDisagreements([article, long])).toEqual([])
  })

  test.each([
    [
      'two quarters',
      'Orrin reported a profit of 40 million crowns for the third quarter.',
      'Orrin reported a profit of 52 million crowns for the second quarter.',
    ],
    [
      'two towns',
      'An earthquake in the district of Tarn on Friday injured three people, the rescue service said.',
      'An earthquake in the district of Orlow on Friday injured five people, the rescue service said.',
    ],
    [
      'a number and the one that it grew from',
      'The death toll rose to 15 on Friday from 12 after a blast in Orlow.',
      'A blast in Orlow killed 12 people on Friday.',
    ],
    [
      'what is said online and a count',
      'Social media users claimed that 30 people died in the mine of Orlow on Friday.',
      'Twenty people died in the mine of Orlow on Friday.',
    ],
  ])('is none between %s', (_, one, another) => {
    expect(findDisagreements([tell('Post', 0, one), tell('Herald', 1, another)])).toEqual([])
  })

  test('is none between two months', () => {
    const january = tell('Post', 0, 'Inflation in Corvania was 4 per cent in January.', { title: 'Prices' })
    const february = tell('Herald', 1, 'Inflation in Corvania was 5 per cent in February.', { title: 'Prices' })
    const again = tell('Mercury', 1, 'Inflation in Corvania was 5 per cent in January.', { title: 'Prices' })
    expect(findDisagreements([january, february])).toEqual([])
    expect(findDisagreements([january, again])).toHaveLength(1)
  })

  test('is told of at most two things, the worst first', () => {
    const first = tell('Post', 0, 'The crash killed 12 people, injured 40, and nine people are missing, police said.')
    const second = tell('Herald', 1, 'The crash killed 15 people, injured 52, and 14 people are missing, police said.')
    expect(numbersOf([first, second])).toEqual(['dead: 12 Post, 15 Herald', 'injured: 40 Post, 52 Herald'])
  })
})

describe('time', () => {
  const dead = (outlet: string, hours: number, count: number): AnalysedArticle =>
    tell(outlet, hours, `An earthquake killed ${count} people in the Sarn valley, officials said.`)

  test('a toll that rises within three hours is a disagreement, one that rises later is news', () => {
    expect(numbersOf([dead('Post', 0, 12), dead('Herald', 3, 14)])).toEqual(['dead: 12 Post, 14 Herald'])
    expect(numbersOf([dead('Post', 0, 12), dead('Herald', 3.1, 14)])).toEqual([])
  })

  test('a later and lower toll is a disagreement for two days', () => {
    expect(numbersOf([dead('Post', 0, 14), dead('Herald', 9, 12)])).toEqual(['dead: 14 Post, 12 Herald'])
    expect(numbersOf([dead('Post', 0, 14), dead('Herald', 49, 12)])).toEqual([])
  })

  test('an outlet stands by its latest number only', () => {
    expect(numbersOf([dead('Post', 0, 12), dead('Post', 2, 14), dead('Herald', 2.5, 14)])).toEqual([])
    expect(numbersOf([dead('Post', 0, 12), dead('Post', 2, 14)])).toEqual([])
  })
})

describe('wire copies', () => {
  const report = (count: number): string =>
    `The roof of a market hall in Port Elm collapsed under snow and injured ${count} people, the fire brigade said. ` +
    'Rescuers searched the ruins with dogs and listening devices until the afternoon. The hall was built of timber and ' +
    'had been inspected in autumn, the mayor told reporters who had gathered at the town hall for news.'

  test('count once, under the name of the first', () => {
    const own = tell(
      'Herald',
      2,
      'Nineteen people were injured when the market roof in Port Elm came down, a clinic said.',
    )
    const copies = ['Wire', 'Post', 'Mercury'].map((outlet, hours) => tell(outlet, hours * 0.5, report(14)))
    expect(numbersOf([...copies, own])).toEqual(['injured: 14 Wire, 19 Herald'])
  })

  test('that lag behind the wire disagree with nobody', () => {
    expect(
      numbersOf([tell('Wire', 0, report(14)), tell('Post', 0.5, report(14)), tell('Wire', 1, report(16))]),
    ).toEqual([])
  })
})

test('an article that gives two numbers for one thing compares them itself', () => {
  const both = tell('Post', 0, 'Rebels killed 30 soldiers, they said. The army said that 12 soldiers were killed.')
  const one = tell('Herald', 1, 'The army said that 12 soldiers were killed in the siege.')
  expect(numbersOf([both, one])).toEqual([])
  expect(numbersOf([tell('Post', 0, 'Rebels killed 30 soldiers, they said.'), one])).toEqual([
    'dead: 30 Post, 12 Herald',
  ])
})

test('one article, one outlet, or none of either has no disagreement', () => {
  expect(findDisagreements([])).toEqual([])
  expect(findDisagreements([tell('Post', 0, 'It killed 12 people.')])).toEqual([])
})

test('any text at all is read without an error, and every receipt holds', () => {
  const words = [
    '14',
    'people',
    'killed',
    '%',
    '12',
    '–',
    'of',
    'the',
    '$',
    'million',
    'injured',
    '. ',
    '\n',
    '3-2',
    'a',
    'third',
    '«',
    '9 000',
    'not',
  ]
  const text = fc.array(fc.constantFrom(...words), { maxLength: 60 }).map(parts => parts.join(' '))
  fc.assert(
    fc.property(text, text, fc.constantFrom('en', 'de', 'fr', 'es', 'ru', 'it'), (a, b, language) => {
      const articles = [tell('Post', 0, a, { language }), tell('Herald', 1, b, { language })]
      for (const { claims } of findDisagreements(articles)) {
        for (const { source } of claims) {
          const told = articles.find(({ id }) => id === source.articleId)!
          expect(source.end === 0 ? told.title : told.text.slice(source.start, source.end)).toBe(source.quote)
        }
      }
    }),
    { numRuns: 300 },
  )
})
