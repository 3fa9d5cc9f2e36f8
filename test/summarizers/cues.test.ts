import { describe, expect, test } from 'vitest'
import { candidatesOf } from '../../src/summarizers/candidates.ts'
import { isLikeCaption, isResults, leansOnPrevious, namesKindOnly } from '../../src/summarizers/cues.ts'
import { extractBullets } from '../../src/summarizers/extractive.ts'
import { readArticle } from '../../src/text/article-text.ts'
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
  'At the hearing, she rejected the charge.',
  'À la barre, il a rejeté la faute sur l’ancien maire, Jacques Périllat.',
  'So the council of Tarn will vote again.',
  'And then the lights went out in Port Merrow.',
  'A year later, the wreck was found.',
  'Later that day, the ferry was towed to Elmsport.',
  'The company has passed most of that on to its customers in Tarn.',
  'The initiative of Port Merrow wants to end that on 1 January.',
  'Councillors who would like to save it could ask the librarians.',
  'The union replied that the promise had been broken.',
  'The government of Sorn disagrees and points to an opinion of Judge Brenn.',
  'Okoro made it 3–2 in the 71st minute.',
  'In return, prosecutors say, the contract went to Corran Rail.',
  'In the same budget, the council of Tarn cuts eleven posts.',
  'According to Groves, it is best after three months.',
  'Six minutes later, Roos scored with a free kick.',
  'But they stayed in Tarn until the morning.',
  'Two of the nine pillars are no longer safe.',
  'The 58-year-old wants to replace the spruce.',
  'Selon lui, la lettre signalait une fissure.',
  'La empresa Minera Sur, propietaria de la mina, rechaza ese cálculo.',
  'Seit 1986 habe der Ort ein Fünftel seiner Einwohner verloren.',
  'Die Fledermäuse dürfen dabei nicht gestört werden.',
  'Drei der neun Pfeiler sind nicht mehr standsicher.',
])('“%s” needs the sentence before it', sentence => expect(leansOnPrevious(sentence)).toBe(true))

test.each([
  'One French citizen and three sailors were hurt in Tarn.',
  'Some 400 people were still aboard at noon.',
  'So far, nobody in Tarn has seen the report.',
  'A year earlier than planned, the bridge at Elmsport opens.',
  'The former mayor of Stellan denies taking bribes.',
  'Three of the pillars of the bridge at Tarn are no longer safe.',
  'Because of this drought, Tarn saves water.',
  'Der Landrat sagte, die Stelle sei ausgeschrieben.',
  'Der Kreistag stimmte dafür, die Strecke zu bauen.',
  'Este año la cosecha de Tarn será mejor.',
  'Sarvia disagrees with Ettria over the treaty.',
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

describe('a sentence about “the town”', () => {
  test.each([
    ['The town closed its flood gates.', 'A storm will reach the west coast.', true],
    ['The town closed its flood gates.', 'The town of Skell closed its harbour.', false],
    ['The town of Skell closed its flood gates.', 'A storm will reach the west coast.', false],
    ['Das Bauwerk muss saniert werden.', 'Die Bahn nach Hohenfels fährt wieder.', true],
    ['La ciudad tiene un embalse.', 'La glacióloga mide el glaciar.', true],
    ['The government will decide in March.', 'A storm will reach the west coast.', false],
  ])('“%s” after “%s” leaves open which one: %s', (text, opening, isOpen) => {
    expect(namesKindOnly(text, opening)).toBe(isOpen)
  })
})

test.each([
  'Goals: 0–1 Krag (1), 0–2 Krag (19), 0–3 Aske (44).',
  'Coastal League, round 12: Rovers – Athletic 2–2, Lom – Halden 0–1.',
  'Other results: Vester – Lom 1–1, Skarne – Tofte 0–2.',
])('“%s” is a table', line => expect(isResults(line)).toBe(true))

test.each(['Halden beat Marsk 4–3 after it had been 0–3.', 'The coach said: it was 2–0, then 2–2.'])(
  '“%s” is no table',
  line => expect(isResults(line)).toBe(false),
)

test('what a report withdraws by quoting itself is no bullet, and a scene is none before the news', () => {
  const text =
    'The article had quoted the analyst Rowena Pike as saying that Blue Line would not live. Every few years somebody finds that the ferries of Tarn are old. Blue Line made a loss of 4.1 million, its chief said.'
  expect(extractBullets([sampleArticle({ text })], 1).map(bullet => bullet.text)).toEqual([
    'Blue Line made a loss of 4.1 million, its chief said.',
  ])
})

test.each([
  'A message from our partner: Save 20% on your first box of tea with code TEA20.',
  'Here is your evening briefing from the Harbour Post.',
])('“%s” is no news', text => {
  expect(extractBullets([sampleArticle({ text })], 3)).toEqual([])
})

test('Italian tells with “il”, too: the article is not taken for a French pronoun', () => {
  const text = [
    'La diga di Tarno sarà alzata di due metri, ha deciso lunedì la regione.',
    'Il cantiere costa 41 milioni di corone e apre a marzo.',
    'In serata, il presidente della provincia ha firmato il contratto con la Norvik.',
  ].join(' ')
  const leaning = (language: string): readonly boolean[] =>
    candidatesOf(readArticle('', text, language), language).map(({ leans }) => leans)
  expect(leaning('it')).toEqual([false, false, false])
  expect(leaning('fr')).toEqual([false, true, true])
})
