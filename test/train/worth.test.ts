import { expect, test } from 'vitest'
import { prepare } from './examples.ts'
import { rougeN, tokensOf } from './rouge.ts'
import { worthOf } from './worth.ts'

const EXAMPLE = prepare({
  title: 'Ferry service to Orm island resumes',
  text: [
    'The ferry to Orm island sails again on Monday after a month of repairs, the harbour master said.',
    'Engineers replaced the bow ramp that broke in the storm of early March.',
    'A bakery on the quay sold buns to waiting passengers through the whole long afternoon.',
    'The ferry to Orm island sails again on Monday, the harbour master told reporters in town.',
    'Tickets cost eleven crowns, two more than before the storm, and children travel free.',
  ].join('\n'),
  highlights: [
    'Ferry to Orm island sails again on Monday, harbour master said.',
    'Engineers replaced bow ramp that broke in storm.',
    'Tickets cost eleven crowns, two more than before.',
  ],
})
const EVEN = EXAMPLE.candidates.map(() => 0)

test('a sentence that says what the highlights say is worth more than one beside the point', () => {
  const worth = worthOf(EXAMPLE, EVEN)
  expect(worth[4]).toBeGreaterThan(0)
  expect(worth[1]).toBeGreaterThan(0)
  expect(worth[2]).toBeLessThan(0)
})

test('of two that agree alike with the highlights, the one that others repeat is worth less', () => {
  const wanted = tokensOf(EXAMPLE.highlights.join(' '))
  const [repeated = 0, single = 0] = [3, 4].map(index =>
    rougeN(tokensOf(EXAMPLE.candidates[index]?.clean ?? ''), wanted, 1),
  )
  expect(repeated).toBeGreaterThan(single)
  const worth = worthOf(EXAMPLE, EVEN)
  expect(worth[3]).toBeLessThan(worth[4] ?? 0)
})

test('pairs of words count beside words: the same words in another order are worth less', () => {
  const lines = [
    'The ferry to Orm island sails again on Monday after repairs.',
    'After repairs again on Monday Orm island sails to the ferry.',
    'A bakery on the quay sold buns to waiting passengers all afternoon.',
    'Children waved from the old lighthouse while a brass band played.',
    'Fishermen mended nets beside the crane and talked of herring prices.',
    'Two dogs slept under a bench near the ticket office all morning.',
    'The mayor of the town cut a ribbon and thanked every engineer.',
  ]
  const highlights = ['The ferry to Orm island sails again on Monday after repairs.']
  const example = prepare({ title: '', text: lines.join('\n'), highlights })
  const worth = worthOf(
    example,
    lines.map((_, index) => index),
  )
  expect(worth[0]).toBeGreaterThan((worth[1] ?? 0) + 0.1)
})

test('an article without two sentences to pair has no worth to tell', () => {
  const short = prepare({
    title: '',
    text: 'The ferry to Orm island sails again on Monday.',
    highlights: ['Ferry sails.'],
  })
  expect(worthOf(short, [0])).toEqual([0])
})
