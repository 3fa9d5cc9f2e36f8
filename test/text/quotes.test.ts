import { expect, test } from 'vitest'
import { hasBalancedQuotes, normalizeQuotes, quoteDepth, quotedShare, quotedWords } from '../../src/text/quotes.ts'

test.each([
  ['«\u00a0Oui\u00a0», dit-il.', '“Oui”, dit-il.'],
  ['„Ja“, sagte sie.', '“Ja”, sagte sie.'],
  ['»Ja«, sagte sie.', '“Ja”, sagte sie.'],
  ['“Why\u00a0?\u00a0», he said.', '“Why?”, he said.'],
  ['Qui\u00a0? Lui\u00a0!', 'Qui? Lui!'],
  ['"Plain" stays.', '"Plain" stays.'],
])('%s becomes %s', (text, expected) => {
  expect(normalizeQuotes(text)).toBe(expected)
})

test('a quotation is open until any closing mark', () => {
  expect(quoteDepth('He said: “Stop')).toBe(1)
  expect(quoteDepth('He said: “Stop»')).toBe(0)
  expect(quoteDepth('„Halt“')).toBe(0)
  expect(quoteDepth('»Halt«')).toBe(0)
})

test('balance sees both kinds of marks', () => {
  expect(hasBalancedQuotes('“Stop,” he said.')).toBe(true)
  expect(hasBalancedQuotes('“Stop, he said.')).toBe(false)
  expect(hasBalancedQuotes('Stop," he said.')).toBe(false)
})

test('the quoted share is a part of the length', () => {
  expect(quotedShare('“abc”')).toBe(1)
  expect(quotedShare('abcde “abc”')).toBeCloseTo(5 / 11)
  expect(quotedShare('')).toBe(0)
})

test('the words of each quotation are read, whatever its marks are', () => {
  expect(quotedWords('“One two,” she said, and “three”.')).toEqual(['One two,', 'three'])
  expect(quotedWords('Sie sagte: „Eins zwei.“')).toEqual(['Eins zwei.'])
  expect(quotedWords('Il a dit « quatre » puis "cinq".')).toEqual(['quatre', 'cinq'])
  expect(quotedWords('The mayor’s house stands.')).toEqual([])
})
