import { expect, test } from 'vitest'
import type { ArticleId } from '../../src/model/article.ts'
import { isOnlySetting, leansOnPrevious } from '../../src/summarizers/cues.ts'
import { extractBullets } from '../../src/summarizers/extractive.ts'
import { queryGroups } from '../../src/text/terms.ts'
import { sampleArticle } from '../contracts/summarizer.ts'

test.each([
  'The others were treated on the quay.',
  'The largest, Ostrelle Delight, has herring in store for four months.',
  'A crack of 11 metres has opened in it, and fast water can lift the slabs of such a slide.',
  'That is three more than the 14 whom the coastguard had counted.',
  'Its shares lost 9 per cent in Meridian.',
  'To end the war, he said, the West should stop delivering weapons.',
])('“%s” needs the sentence before it', sentence => {
  expect(leansOnPrevious(sentence)).toBe(true)
  const alone = sampleArticle({ text: `Who knows? ${sentence}` })
  expect(extractBullets([alone], 3)).toEqual([])
})

test.each([
  'The harbour master said that he would look into it.',
  'That report was wrong, the ministry said.',
  'It is not known who owns the ship.',
  'Corvania’s largest dam has a crack.',
])('“%s” can be read alone', sentence => expect(leansOnPrevious(sentence)).toBe(false))

test('a sentence that leans on another may follow it', () => {
  const text = 'Two of the injured were taken to the hospital of Port Merrow. The others were treated on the quay.'
  expect(extractBullets([sampleArticle({ text })], 2).map(bullet => bullet.text)).toEqual([
    'Two of the injured were taken to the hospital of Port Merrow.',
    'The others were treated on the quay.',
  ])
})

test('time and place alone are known for what they are', () => {
  expect(isOnlySetting('The meeting lasted around three hours.')).toBe(true)
  expect(isOnlySetting('Putin spoke for about three hours with some fifteen news agencies.')).toBe(true)
  expect(isOnlySetting('He spoke for an hour and said that the works will close.')).toBe(false)
})

test.each([
  'Use code GRUBER for 10% off your first order.',
  '[Sponsor] Northgate Kettles make the best tea of the whole coast.',
  'This newsletter is brought to you by Northgate Kettles of Selmouth.',
  'The Meridian Courier regrets the mistake and thanks its readers.',
])('“%s” is never a bullet', sentence => {
  const text = `The rolling mill in Tarn will close in March, the company said. ${sentence}`
  expect(extractBullets([sampleArticle({ text })], 3).map(bullet => bullet.text)).toEqual([
    'The rolling mill in Tarn will close in March, the company said.',
  ])
})

test('an article about something else gives only the sentence that names the topic', () => {
  const text =
    'The rolling mill in Tarn will close in March. Analysts at the bank Harle expected it. Three hundred people lose their jobs.'
  const focus = queryGroups('bank')
  expect(extractBullets([sampleArticle({ title: 'Mill closes', text })], 3, { focus }).map(b => b.text)).toEqual([
    'Analysts at the bank Harle expected it.',
  ])
})

test('what another language repeats is not told again, what only it knows is', () => {
  const english = sampleArticle({
    id: 'en' as ArticleId,
    language: 'en',
    text: 'Some 9,000 people left their homes below the dam in Corvania, Bertil Kroy said.',
  })
  const french = sampleArticle({
    id: 'fr' as ArticleId,
    outlet: 'Quai',
    language: 'fr',
    text: 'Quelque 9 000 habitants ont quitté leur maison en Corvania, a dit Bertil Kroy. La dernière inspection du barrage remonte à six ans.',
  })
  expect(extractBullets([english, french], 3).map(({ text }) => text)).toEqual([
    'Some 9,000 people left their homes below the dam in Corvania, Bertil Kroy said.',
    'La dernière inspection du barrage remonte à six ans.',
  ])
})

test.each([
  ['30,000 opening quotation marks', '“'.repeat(30_000)],
  ['60,000 characters without a blank', 'ab.'.repeat(20_000)],
])('%s do not hold anything up', (_name, run) => {
  const article = sampleArticle({ text: `The works in Tarn close in March. ${run} The end of it all.` })
  extractBullets([sampleArticle({ text: 'The works in Tarn close in March.' })], 1)
  const started = performance.now()
  extractBullets([article], 3)
  expect(performance.now() - started).toBeLessThan(1_500)
})
