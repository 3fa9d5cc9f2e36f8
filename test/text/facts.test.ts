import { expect, test } from 'vitest'
import { factsOf } from '../../src/text/facts.ts'

test.each([
  ['The ministry will not carry the cost.', 'en'],
  ['Nobody was hurt, and it isn’t known why.', 'en'],
  ['Das Ministerium trägt die Kosten nicht.', 'de'],
  ['Le ministère ne paiera pas.', 'fr'],
  ['Министерство не будет платить.', 'ru'],
  ['El ministerio pagará sin demora.', 'es'],
])('denies something: %s', (sentence, language) => {
  expect(factsOf(sentence, language).isNegated).toBe(true)
})

test.each([
  ['The ministry noted the cost of the northern line.', 'en'],
  ['Das Ministerium trägt die Kosten.', 'de'],
])('denies nothing: %s', (sentence, language) => {
  expect(factsOf(sentence, language).isNegated).toBe(false)
})

test.each(['At 14:05 the road was closed.', 'At 2 p.m. the road was closed.', 'Um 14.05 Uhr war die Straße gesperrt.'])(
  'a time of day is no figure: %s',
  sentence => {
    expect([...factsOf(sentence).numbers]).toEqual([])
  },
)

test('figures and names are read, a price with a point is no time', () => {
  const { numbers, names } = factsOf('On Sunday the mayor Lisbet Croome paid 3.50 crowns for 1,200 loaves.', 'en')
  expect([...numbers]).toEqual(['3.50', '1200'])
  expect([...names]).toEqual(expect.arrayContaining(['lisbet', 'croome']))
})
