import fc from 'fast-check'
import { francAll } from 'franc-min'
import { expect, test } from 'vitest'
import { trigramRanking } from '../../src/text/trigrams.ts'

const ONLY = ['eng', 'fra', 'deu', 'spa', 'ita', 'por', 'nld', 'swe', 'pol', 'ces', 'tur', 'hun', 'rus', 'bul', 'hin']
const rank = trigramRanking(ONLY)

const TEXTS = [
  'the mayor says that the bridge will be closed for a year!  (“again” – 12 months)',
  'le maire annonce que le pont sera fermé pendant un an, et l’on s’y attendait',
  'der bürgermeister sagt, dass die brücke ein jahr gesperrt wird … größer als gedacht',
  'burmistrz mówi, że most będzie zamknięty przez rok',
  'мэр заявил, что мост будет закрыт на год, и мост закрыли',
  'rifisur rimal persur houmum draveni ri fivesko surveri vemal',
  'a\tb\nc\u00a0\u00a0d e\u2028f [g] `h` {i}|~ \u0000\u0001 aaaa aaaa aaaa',
]

test.each(TEXTS)('ranks the languages of "%s" as franc does', text => {
  expect(rank(text)).toEqual(francAll(text, { only: ONLY }))
})

test('ranks as franc does whatever the text', () => {
  const character = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...'etaoinshrdlu ') },
    { weight: 2, arbitrary: fc.integer({ min: 0, max: 0x24f }).map(code => String.fromCharCode(code)) },
    { weight: 1, arbitrary: fc.integer({ min: 0x2000, max: 0x2050 }).map(code => String.fromCharCode(code)) },
  )
  const texts = fc.array(character, { minLength: 10, maxLength: 600 }).map(list => list.join('').toLowerCase())
  fc.assert(
    fc.property(texts, text => {
      expect(rank(text)).toEqual(francAll(text, { only: ONLY }))
    }),
  )
})

test('ranks as franc does what is longer than franc reads', () => {
  const text = 'the bridge is closed and the ferry is late '.repeat(60)
  expect(rank(text)).toEqual(francAll(text, { only: ONLY }))
})
