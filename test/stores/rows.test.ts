import { expect, test } from 'vitest'
import { date, findDate, findText, integer, optional, text, withoutNuls, words } from '../../src/stores/rows.ts'

const row = { word: 'a', number: 5, nothing: null, list: '["x","y"]', object: '{"x":1}' }

test('reads columns as the types that the schema gives them', () => {
  expect(text(row, 'word')).toBe('a')
  expect(integer(row, 'number')).toBe(5)
  expect(date(row, 'number')).toEqual(new Date(5))
  expect(words(row, 'list')).toEqual(['x', 'y'])
  expect(findText(row, 'nothing')).toBeUndefined()
  expect(findText(row, 'word')).toBe('a')
  expect(findDate(row, 'nothing')).toBeUndefined()
  expect(findDate(row, 'number')).toEqual(new Date(5))
})

test('a column that holds something else, or is missing, is named', () => {
  expect(() => text(row, 'number')).toThrow('column number')
  expect(() => integer(row, 'word')).toThrow('column word')
  expect(() => date(row, 'nothing')).toThrow('column nothing')
  expect(() => words(row, 'object')).toThrow('column object')
  expect(() => findText(row, 'missing')).toThrow('column missing')
})

test('an absent value gives no property at all', () => {
  expect(Object.keys(optional('title', undefined))).toEqual([])
  expect(optional('title', '')).toEqual({ title: '' })
})

test('leaves out NUL and nothing else', () => {
  expect(withoutNuls('\0a\u0001b\0')).toBe('a\u0001b')
})
