import { expect, test } from 'vitest'
import { numbersIn } from '../../src/text/numbers.ts'

test.each([
  ['1,200 people', ['1200']],
  ['1 200 personnes', ['1200']],
  ['1\u202f200 personnes', ['1200']],
  ['3.500 Kilowattstunden', ['3500']],
  ['2,5 Prozent und 2.5 percent', ['2.5', '2.5']],
  ['12 May 2024', ['12', '2024']],
  ['It cost 12.', ['12']],
  ['nobody', []],
])('the figures of "%s"', (text, figures) => {
  expect(numbersIn(text)).toEqual(figures)
})
