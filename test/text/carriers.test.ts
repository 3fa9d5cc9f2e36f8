import { expect, test } from 'vitest'
import { carriersOf } from '../../src/text/carriers.ts'
import { skeletonOf } from '../../src/text/skeleton.ts'
import { analyse } from '../../src/text/terms.ts'

const keysOf = (title: string, text: string, language: string): readonly string[] =>
  carriersOf({
    title,
    text,
    stems: { title: analyse(title, language), text: analyse(text, language) },
    language,
  }).map(({ key }) => key)

test.each([
  ['zelensky', 'selenskyj', 'зеленский'],
  ['shostakovich', 'schostakowitsch', 'шостакович'],
  ['marlo', 'marlo', 'марло'],
  ['wendell', 'wendell', 'венделл'],
  ['kharkiv', 'charkiw', 'харкив'],
  ['tressport', 'tressport', 'тресспорт'],
  ['jaroslaw', 'jarosław', 'ярослав'],
])('%s, %s and %s sound the same', (...spellings) => {
  const [first, ...others] = spellings.map(skeletonOf)
  expect(first).toBeDefined()
  expect(new Set(others)).toEqual(new Set([first]))
})

test('names of few consonants and names in other scripts have no skeleton', () => {
  expect(['eu', 'leo', 'رويترز', '東京', ''].map(skeletonOf)).toEqual(Array(5).fill(undefined))
})

test('names and numbers are the same in two languages; words are none', () => {
  const english = keysOf(
    'Ferry Halcyon Runs Aground',
    'The ferry Halcyon ran aground off Marlo. It carried 1,200 tonnes.',
    'en',
  )
  expect(english).toEqual(expect.arrayContaining(['mrl', '#1200']))
  expect(english).not.toContain('fr')
  const russian = keysOf(
    'Паром сел на мель',
    'Паром сел на мель у острова Марло. Он вёз 1 200 тонн, заявил Путин.',
    'ru',
  )
  expect(russian).toEqual(expect.arrayContaining(['mrl', '#1200', 'putin']))
})

test('a word that the article also writes small is no name, however a title writes it', () => {
  const found = keysOf('Tramway Strike Ends', 'The tramway strike ended in Brenlow.', 'en')
  expect(found).toEqual(['brnlv'])
})
