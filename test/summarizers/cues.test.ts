import { expect, test } from 'vitest'
import { isLikeCaption, leansOnPrevious } from '../../src/summarizers/cues.ts'
import { extractBullets } from '../../src/summarizers/extractive.ts'
import { sampleArticle } from '../contracts/summarizer.ts'

const CAPTIONS = [
  'Families stand amid the rubble of the school Friday in Tarn.',
  'Defender Ivo Marsh celebrates after scoring against Brackwater Rovers.',
  'Nora Vance leaves the courthouse in Elmsport.',
  'Mourners gather outside the harbour office in Port Merrow on Monday.',
  'Coastguard image of the ferry Maren Lind in the fog.',
  'A courtroom sketch shows Tomas Reyes and his lawyer.',
  'The mayor and her deputy are seen shortly before the vote.',
  'Nora Vance and Alan Cole in this undated photo.',
  'Former friends: Ivo Marsh and Alan Cole at the cup final of 2019.',
  'Spotted: This seal swam up the river to Elmsport.',
]

test.each(CAPTIONS)('“%s” reads like the words under a picture', caption => {
  expect(isLikeCaption(caption)).toBe(true)
})

test.each([
  'Nora Vance is set to appear in court on Monday.',
  'The bank left its rate at 4 per cent after a meeting that lasted two days.',
  'The ministry stands by its figures, a spokesman said.',
  'A photo of a seal on the steps of the town hall has been seen two million times.',
  'The house which sits on the cliff near Tarn is for sale.',
  'The union praised the crew’s work on Monday.',
  'Norvik Steel wants to close its works at Gant by March.',
  'Alan Cole returned to work at the harbour office on Wednesday.',
])('“%s” is news', sentence => expect(isLikeCaption(sentence)).toBe(false))

test('a caption gives way to what happened', () => {
  const text = `${CAPTIONS[0]} The roof of the school in Tarn came down during the night. Nobody was inside, the fire brigade said.`
  const bullets = extractBullets([sampleArticle({ title: 'School in Tarn', text })], 1).map(bullet => bullet.text)
  expect(bullets).toHaveLength(1)
  expect(CAPTIONS).not.toContain(bullets[0])
})

test.each([
  'That’s what the engineers of Tarn hope for.',
  'The couple were taken to the hospital of Port Merrow.',
  'One recently received a medal for it.',
  'Some were still aboard at noon.',
  'So the council of Tarn will vote again.',
  'And then the lights went out in Port Merrow.',
  'A year later, the wreck was found.',
  'Later that day, the ferry was towed to Elmsport.',
])('“%s” needs the sentence before it', sentence => expect(leansOnPrevious(sentence)).toBe(true))

test.each([
  'One French citizen and three sailors were hurt in Tarn.',
  'Some 400 people were still aboard at noon.',
  'So far, nobody in Tarn has seen the report.',
  'A year earlier than planned, the bridge at Elmsport opens.',
  'The two brothers of the minister were arrested on Friday.',
])('“%s” can be read alone, too', sentence => expect(leansOnPrevious(sentence)).toBe(false))

test.each(['Well, you have a friend in the ferry!', 'Maybe your street in Tarn is the next one.'])(
  '“%s” gives way to what happened: it speaks to the reader',
  sentence => {
    const text = `${sentence} The council of Tarn will close the ferry line in March, its chairman said.`
    expect(extractBullets([sampleArticle({ text })], 1).map(bullet => bullet.text)).toEqual([
      'The council of Tarn will close the ferry line in March, its chairman said.',
    ])
  },
)

test('a sentence that was cut off at its end is no bullet', () => {
  const text =
    'According to the lawyer Nico Strand, who knows such cases,. The court of Tarn will hear the case of the ferry in May.'
  expect(extractBullets([sampleArticle({ text })], 3).map(bullet => bullet.text)).toEqual([
    'The court of Tarn will hear the case of the ferry in May.',
  ])
})
