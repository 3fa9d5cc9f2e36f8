import { describe, expect, test } from 'vitest'
import { formFinder } from '../../src/text/word-forms.ts'

const standing = (wanted: string, text: string, language = 'en') => formFinder(wanted)(text, language)?.standing

describe('a word of a text', () => {
  test.each([
    ['lander', 'The lander touched down.', 'en'],
    ['Lander', "Mary LANDER's house", 'en'],
    ['zelaya', 'El alcalde Zelaya habló.', 'es'],
    ['lander', 'Die Länder zahlen.', 'de'],
    ['wto', 'The W.T.O. met in Tarn.', 'en'],
    ['миллер', 'Миллер ушёл.', 'ru'],
  ])('is the wanted one: %s in “%s”', (wanted, text, language) => {
    expect(standing(wanted, text, language)).toBe('exact')
  })

  test.each([
    ['lander', 'Two landers touched down.', 'en'],
    ['strike', 'Striking drivers', 'en'],
    ['strikes', 'The strike ended', 'en'],
    ['city', 'The cities wait', 'en'],
    ['plan', 'It was planned', 'en'],
    ['church', 'Old churches', 'en'],
    ['Land', 'des Landes', 'de'],
    ['Minister', 'mit den Ministern', 'de'],
    ['maire', 'Les maires votent', 'fr'],
    ['alcalde', 'Los alcaldes votan', 'es'],
    ['миллер', 'у Миллера', 'ru'],
  ])('is a plain form of it: %s in “%s”', (wanted, text, language) => {
    expect(standing(wanted, text, language)).toBe('inflected')
  })

  test.each([
    ['lander', 'The land is dry and landed gentry wait.', 'en'],
    ['land', 'The lander and the highland', 'en'],
    ['organ', 'The organisation was organised.', 'en'],
    ['general', 'It is generally so.', 'en'],
    ['miller', 'The mill stands still.', 'en'],
    ['string', 'It was strung', 'en'],
    ['général', 'Il est généralement là.', 'fr'],
  ])('is another: %s in “%s”', (wanted, text, language) => {
    expect(standing(wanted, text, language)).toBeUndefined()
  })

  test('that is the wanted one counts before its other forms', () => {
    expect(standing('banks', 'A bank is closed; Banks resigned.')).toBe('exact')
  })
})
