import { expect, test } from 'vitest'
import { candidatesOf } from '../../src/summarizers/candidates.ts'
import { extractBullets } from '../../src/summarizers/extractive.ts'
import { selectSentences } from '../../src/summarizers/selection.ts'
import { readArticle } from '../../src/text/article-text.ts'
import { sampleArticle } from '../contracts/summarizer.ts'

const LONG = [
  'The council of Tarn will sell the old theatre to the baker Ivo Lunt, mayor Per Aas said on Monday.',
  'The theatre of Tarn has stood empty since a fire in 2009.',
  'Lunt pays 400,000 crowns for the theatre and wants to bake bread in it.',
  'Three other bidders had offered less than Lunt, the mayor said.',
  'An actress from Elmsport had hoped for a stage of her own.',
  'Architects put the repair of the roof at 90,000 crowns.',
  'Neighbours fear delivery vans in Mill Lane before sunrise.',
  'Trees along the canal may have to go for a loading bay.',
  'Historians found Roman coins under the cellar in 1974.',
  'Opponents have gathered 1,200 signatures in two weeks.',
  'A judge in Lohne will hear their complaint on 3 May.',
  'Banks have promised loans until September.',
  'Bread from the new ovens is expected by Christmas.',
].join('\n\n')

const placesOf = (text: string, bullets: number): readonly number[] =>
  extractBullets([sampleArticle({ text, language: 'en' })], bullets).map(
    ({ citations: [{ start }] }) => start / text.length,
  )

test('a long article without sub-headings is told to its end from the fourth bullet on', () => {
  const fifths = new Set(placesOf(LONG, 5).map(place => Math.floor(place * 5)))
  expect(fifths.size).toBeGreaterThanOrEqual(3)
  expect(Math.max(...placesOf(LONG, 5))).toBeGreaterThan(0.6)
})

test('the three best sentences are told whether or not more are wanted', () => {
  const five = placesOf(LONG, 5)
  for (const place of placesOf(LONG, 3)) expect(five).toContain(place)
})

test('a table under a heading of its own makes no sections of a report', () => {
  const report =
    'Halden beat Marsk 4–3 on Saturday. Okoro scored three goals in the second half. Aske was sent off after an hour.'
  const tables =
    'Goals\n\nGoals: 0–1 Krag, 0–2 Krag, 1–2 Okoro.\n\nTable\n\nResults: Vester – Lom 1–1, Skarne – Tofte 0–2.'
  const bullets = extractBullets([sampleArticle({ text: `${report}\n\n${tables}`, language: 'en' })], 5)
  expect(bullets.map(({ text }) => text)).toEqual(report.match(/[^.]+\./g)?.map(sentence => sentence.trim()))
})

test('of two sentences below a sub-heading with the same score, the one that tells of the injured is told', () => {
  const text = [
    'A warehouse in Tarn burned down in the night.',
    'Damage',
    'The owner puts the damage at two million crowns.',
    'At the site',
    'The fire brigade of Lohne came with nine long ladders at noon. Three firemen from Elmsport were injured by falling bricks.',
    'Schools',
    'The schools of Tarn stay closed on Monday.',
  ].join('\n\n')
  const candidates = candidatesOf(readArticle('', text, 'en'), 'en')
  const chosen = selectSentences(
    candidates,
    candidates.map(() => 0),
    4,
  )
  expect(chosen.map(({ clean }) => clean)).toContain('Three firemen from Elmsport were injured by falling bricks.')
})
