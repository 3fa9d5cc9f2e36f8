import { describe, expect, test } from 'vitest'
import { labelledTitle, satireLabel } from '../../src/text/satire.ts'

const NEWS = 'The mayor of Tarn will sell the moon to Lom.\n\nThe price is 12 crowns.'
const TITLE = 'Mayor sells the moon'

describe('satireLabel', () => {
  test.each([
    ['Satire: Mayor sells the moon', NEWS, 'Satire'],
    ['[Satire] Mayor sells the moon', NEWS, 'Satire'],
    ['Mayor sells the moon (Satire)', NEWS, 'Satire'],
    ['Mayor sells the moon | Humour', NEWS, 'Humour'],
    ['Glosse – Bürgermeister verkauft den Mond', NEWS, 'Glosse'],
    ['April fool: Mayor sells the moon', NEWS, 'April fool'],
    [TITLE, `SATIRE — ${NEWS}`, 'Satire'],
    [TITLE, `Die Glosse\n\n${NEWS}`, 'Glosse'],
    [TITLE, `— Satire & Humour —\n\n${NEWS}`, 'Satire'],
    [TITLE, `Sátira\n\n${NEWS}`, 'Sátira'],
    [TITLE, `${NEWS}\n\nThis article is satire.`, 'Satire'],
    [TITLE, `${NEWS}\n\nNote: this is a satirical piece.`, 'Satire'],
    [TITLE, `${NEWS}\n\nDieser Text ist eine Satire.`, 'Satire'],
    [TITLE, `${NEWS}\n\nCet article est un poisson d’avril.`, 'Poisson d’avril'],
    [TITLE, `${NEWS}\n\nQuesto articolo è una parodia.`, 'Parodia'],
    [TITLE, `${NEWS}\n\nEste artículo es una inocentada.`, 'Inocentada'],
    [TITLE, `${NEWS}\n\nЭтот текст — сатира.`, 'Сатира'],
  ])('is found: %s / %s', (title, text, label) => {
    expect(satireLabel({ title, text })).toBe(label)
  })

  test('is found in the address and among the topics', () => {
    expect(satireLabel({ title: TITLE, text: NEWS, url: 'https://gazette.example/en/satire/moon-12' })).toBe('Satire')
    expect(satireLabel({ title: TITLE, text: NEWS, topics: ['Satire'] })).toBe('Satire')
  })

  test.each([
    ['Court bans satire of the mayor', NEWS],
    [TITLE, `${NEWS}\n\n“This is satire,” the mayor said of the leaflet on Monday.`],
    [TITLE, `${NEWS}\n\nThis article is not satire.`],
    [TITLE, `${NEWS}\n\nThe novel is a satire of the court of Sarn.`],
    ['Humour helps patients, study finds', 'Humour and music help patients, a study in Lom has found.'],
    ['Satirist Ivo Lunt dies at 81', 'Ivo Lunt, who founded the satirical weekly Der Floh, has died at the age of 81.'],
  ])('is not found in news about it: %s / %s', (title, text) => {
    expect(satireLabel({ title, text, url: 'https://gazette.example/culture/satire-of-the-mayor' })).toBeUndefined()
  })
})

test('labelledTitle puts the label before a title that does not bear it', () => {
  expect(labelledTitle({ title: TITLE, text: `Glosse\n\n${NEWS}` })).toBe('Glosse: Mayor sells the moon')
  expect(labelledTitle({ title: 'Mayor sells the moon (Satire)', text: NEWS })).toBe('Mayor sells the moon (Satire)')
  expect(labelledTitle({ title: TITLE, text: NEWS })).toBe(TITLE)
})
