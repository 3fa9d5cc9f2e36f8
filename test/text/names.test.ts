import { expect, test } from 'vitest'
import { namesIn, nameWords } from '../../src/text/names.ts'

test('names are the capitalised words that do not open a sentence or a quotation', () => {
  expect(namesIn('On Monday Mayor Sunniva Dahl met the U-20 team of Tarn.')).toEqual([
    'monday',
    'mayor',
    'sunniva',
    'dahl',
    'u-20',
    'tarn',
  ])
  expect(namesIn('She said: “Never again,” and left.')).toEqual([])
  expect(namesIn('I think that I know.')).toEqual([])
})

test('a possessive is the same name', () => {
  expect(namesIn("The town saw Dahl's plan and Aas’s answer.")).toEqual(['dahl', 'aas'])
  expect(nameWords('Dahl’s plan').has('dahl')).toBe(true)
})

test('names in other scripts are names', () => {
  expect(namesIn('Мэр Климов открыл мост через Сойку.')).toEqual(['климов', 'сойку'])
})
