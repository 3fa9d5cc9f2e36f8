import { expect, test } from 'vitest'
import { copyOwners, findAgency, shinglesOf } from '../../src/text/copies.ts'

test('credits are found in the byline, at the opening and at the end, and nowhere else', () => {
  const credited = (text: string, authors: readonly string[] = []): string | undefined =>
    findAgency({ text, authors, outlet: 'Gazette' })
  expect(credited('PARIS (AFP) - The minister left.')).toBe('AFP')
  expect(credited('Berlin (dpa) – Der Minister ging.')).toBe('dpa')
  expect(credited('LONDON, May 5 (Reuters) - The minister left.')).toBe('Reuters')
  expect(credited('МОСКВА /ТАСС/. Министр ушёл. Источник: ТАСС')).toBe('TASS')
  expect(credited('The minister left. (Reuters)')).toBe('Reuters')
  expect(credited('The minister left.', ['Associated Press'])).toBe('AP')
  expect(
    credited('The minister told Reuters that he would leave at once and would not come back to the town.'),
  ).toBeUndefined()
  expect(credited('The map shows the cap and the gap.')).toBeUndefined()
})

test('texts with nothing in common are not held against each other: a story may have hundreds', () => {
  let compared = 0
  const watched = (stems: readonly string[]): ReadonlySet<string> => {
    const shingles: Set<string> = new Set(shinglesOf(stems))
    const intersection: Set<string>['intersection'] = other => {
      compared += 1
      return Set.prototype.intersection.call(shingles, other)
    }
    return Object.assign(shingles, { intersection })
  }
  const words = (text: number): readonly string[] => Array.from({ length: 30 }, (_, n) => `w${text}-${n}`)
  const traits = Array.from({ length: 50 }, (_, at) => ({ shingles: watched(words(at % 49)), agency: undefined }))
  expect(copyOwners(traits)).toEqual([...Array.from({ length: 49 }, (_, at) => at), 0])
  expect(compared).toBeLessThan(50)
})

test('a copy belongs to the first text that it repeats, copies of copies included', () => {
  const words = (from: number): readonly string[] => Array.from({ length: 30 }, (_, n) => `w${from + n}`)
  const traits = [words(0), words(100), words(10), words(20)].map(stems => ({
    shingles: shinglesOf(stems),
    agency: undefined,
  }))
  expect(copyOwners(traits)).toEqual([0, 1, 0, 0])
})
