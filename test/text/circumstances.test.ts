import { describe, expect, test } from 'vitest'
import { type Circumstances, circumstancesOf } from '../../src/text/circumstances.ts'
import { quantitiesIn } from '../../src/text/quantities.ts'

/** A Tuesday. */
const PUBLISHED = new Date('2026-03-10T12:00:00Z')

function about(sentence: string, language = 'en'): Circumstances {
  const [first] = quantitiesIn(sentence, language)
  if (first === undefined) throw new Error(`no number in: ${sentence}`)
  return circumstancesOf(sentence, first, PUBLISHED)
}

test.each([
  ['The blast killed 12 people.', 'fact'],
  ['The repair could cost 30 million crowns.', 'forecast'],
  ['Orrin will create 2,400 jobs.', 'forecast'],
  ['Up to 40,000 people may have to be evacuated.', 'forecast'],
  ['Fires in May killed 14 people.', 'fact'],
  ['The union demanded 11 per cent more pay.', 'wish'],
  ['The army estimates that 200 soldiers were killed.', 'estimate'],
])('%s: %s', (sentence, mode) => {
  expect(about(sentence).mode).toBe(mode)
})

test('a verb of another clause does not make victims a forecast', () => {
  expect(about('The blast killed 12 people, and the prime minister will visit the town.').mode).toBe('fact')
})

test.each([
  ['A similar blast killed 23 people.', true],
  ['Police had initially spoken of 15 injured.', true],
  ['The blast killed 12 people in a hall, which was built 40 years ago.', false],
])('%s is outdated: %s', (sentence, isOutdated) => {
  expect(about(sentence).isOutdated).toBe(isOutdated)
})

describe('time and place', () => {
  test.each([
    ['A drone killed five people on Monday.', ['2026-03-09']],
    ['A drone killed five people on Tuesday.', ['2026-03-10']],
    ['Wednesday’s blast killed five people.', ['2026-03-04']],
    ['A drone killed five people yesterday.', ['2026-03-09']],
    ['A drone killed five people on 5 March.', ['2026-03-05']],
    ['A drone killed five people.', []],
  ])('%s', (sentence, days) => {
    expect([...about(sentence).days]).toEqual(days)
  })

  test('weekdays of the other languages', () => {
    expect([...about('Am Montag starben fünf Menschen.', 'de').days]).toEqual(['2026-03-09'])
    expect([...about('Lundi, cinq personnes sont mortes.', 'fr').days]).toEqual(['2026-03-09'])
  })

  test.each([
    ['In 2019, 19 people were injured there.', ['2019']],
    ['Last month fires killed 22 people.', ['last month']],
    ['In 2026 fires killed 22 people.', []],
  ])('%s', (sentence, periods) => {
    expect([...about(sentence).periods]).toEqual(periods)
  })

  test('places are names behind a preposition, days are none', () => {
    expect([...about('Three people died in Lower Aldmoor on Monday.').places]).toEqual(['lower', 'aldmoor'])
    expect([...about('Albatross Wire counted three deaths.').places]).toEqual([])
  })
})

test.each([
  ['Seven people were critically injured.', { severity: 'serious' }],
  ['Seven people were slightly hurt.', { severity: 'slight' }],
  ['Fourteen people died in Palma Nera alone.', { isAlone: true }],
  ['The works will build 400 buses a year.', { rate: 'year' }],
  ['Shares of Tilpay fell by 6 per cent.', { direction: 'down' }],
  ['Rents rose by 8 per cent.', { direction: 'up' }],
])('%s: %o', (sentence, expected) => {
  expect(about(sentence)).toMatchObject(expected)
})
