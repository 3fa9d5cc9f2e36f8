import { describe, expect, test } from 'vitest'
import { isRise } from '../../src/digests/rise.ts'
import { saysMended } from '../../src/text/notices.ts'

describe('an edited sentence tells that events went on', () => {
  test.each([
    ['en', 'The blast at the Orrow mill killed 3 people.', 'The blast at the Orrow mill killed 5 people.'],
    [
      'en',
      'The blast in Orrow left 3 dead, the mayor said.',
      'The blast in Orrow left at least 5 people dead, the mayor said.',
    ],
    ['en', 'The storm killed 3 people and injured 20.', 'The storm killed 3 people and injured 41.'],
    ['en', 'The storm killed 3 people.', 'The storm killed 5 people and injured 20.'],
    ['en', 'The fire has destroyed 12 houses.', 'The fire has destroyed 30 houses.'],
    ['en', 'The fire has burnt 300 hectares of forest.', 'The fire has burnt 1,200 hectares of forest.'],
    ['en', 'Police arrested 14 people on Sunday.', 'Police arrested 22 people on Monday.'],
    ['de', 'Bei dem Sturm starben 3 Menschen.', 'Bei dem Sturm starben 7 Menschen.'],
    ['fr', 'La tempête a fait 3 morts dans le port.', 'La tempête a fait 6 morts dans le port.'],
    ['es', 'La tormenta dejó 3 muertos en el puerto.', 'La tormenta dejó 8 muertos en el puerto.'],
    ['ru', 'При взрыве погибли 3 человека.', 'При взрыве погибли 5 человек.'],
  ])('%s: %s → %s', (language, said, says) => {
    expect(isRise(said, says, language)).toBe(true)
  })
})

describe('an edited sentence was mended', () => {
  test.each([
    ['a count fell', 'The blast killed 5 people.', 'The blast killed 3 people.'],
    ['one rose and one fell', 'The storm killed 3 people and injured 20.', 'The storm killed 5 people and injured 12.'],
    ['something else is counted', 'The storm killed 3 sheep.', 'The storm killed 5 people.'],
    ['something else happened', 'The storm injured 3 people.', 'The storm killed 5 people.'],
    ['a name went', 'The blast in Orrow killed 3 people.', 'The blast in Dunfield killed 5 people.'],
    ['it was turned round', 'The blast killed 3 people.', 'The blast killed not 3 but 5 people.'],
    ['it was denied', 'The blast killed 3 people.', 'The blast has not killed 5 people.'],
    ['a quotation changed', '“We found 3 people dead,” said Olm.', '“We found 5 people dead,” said Olm.'],
    ['the scale changed', 'The plague killed 2 million people.', 'The plague killed 2 billion people.'],
    ['the court turned round', 'The court convicted 3 people.', 'The court acquitted 5 people.'],
    ['a price rose', 'The loaf costs 3 crowns in the shop.', 'The loaf costs 5 crowns in the shop.'],
    ['a share rose', 'Turnout was 41 per cent.', 'Turnout was 47 per cent.'],
    ['a length grew', 'The bridge is 300 metres long.', 'The bridge is 400 metres long.'],
    ['more were aboard', 'The ferry sank with 120 people on board.', 'The ferry sank with 132 people on board.'],
    ['a date changed too', 'On 3 May the blast killed 3 people.', 'On 4 May the blast killed 5 people.'],
    ['only a date changed', 'On 3 May the blast killed 3 people.', 'On 4 May the blast killed 3 people.'],
    ['one of two such counts is gone', 'It killed 3 people here and 9 people there.', 'It killed 12 people.'],
    ['its numbers are not read', 'Burza zabiła 3 osoby.', 'Burza zabiła 5 osób.', 'pl'],
  ])('%s: %s → %s', (_case, said, says, language = 'en') => {
    expect(isRise(said, says, language)).toBe(false)
  })
})

test.each([
  'Correction: three were hurt.',
  'This story has been corrected.',
  'An earlier version of this article gave another number.',
  'Korrektur: In einer früheren Fassung stand eine andere Zahl.',
  'Die Zahl wurde berichtigt.',
  'Dans une version précédente, le chiffre était faux.',
  'Fe de erratas: el número era otro.',
  'Исправлено: число было другим.',
  'У попередній версії була інша цифра.',
])('an article that says it was mended is known by it: %s', text => {
  expect(saysMended(text)).toBe(true)
})

test('an ordinary article does not say so', () => {
  expect(
    saysMended('The politically correct answer of the correctional service came earlier. Die Angaben sind korrekt.'),
  ).toBe(false)
})
