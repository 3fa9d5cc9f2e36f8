import { describe, expect, test } from 'vitest'
import { type Credited, creditOf } from '../../src/text/credits.ts'

const BODY = 'The minister left the town at noon. He would not say where he went.'
const credit = (changes: Partial<Credited>) => creditOf({ text: BODY, authors: [], outlet: 'Gazette', ...changes })
const sole = (agency: string) => ({ agency, isSole: true })
const partly = (agency: string) => ({ agency, isSole: false })

describe('a report that is an agency’s', () => {
  test.each([
    [`PARIS (AFP) - ${BODY}`, 'AFP'],
    [`(Reuters) - ${BODY}`, 'Reuters'],
    [`LONDON, May 5 (Reuters) - ${BODY}`, 'Reuters'],
    [`Berlin (dpa) – Der Minister ging.`, 'dpa'],
    [`Berlin (dpa/mst) – Der Minister ging.`, 'dpa'],
    [`МОСКВА, 5 июня. /ТАСС/. Министр ушёл.`, 'TASS'],
    [`МОСКВА, 5 июн — РИА Новости. Министр ушёл.`, 'RIA Novosti'],
    [`MARLO (Albatross Wire) — ${BODY}`, 'Albatross Wire'],
    [`MADRID (EFE).- El ministro se fue.`, 'EFE'],
    [`${BODY} (AP)`, 'AP'],
    [`${BODY} — Albatross Wire`, 'Albatross Wire'],
    [`${BODY} – AFP`, 'AFP'],
    [`${BODY}\n\ndpa`, 'dpa'],
    [`${BODY}\n\nQuelle: dpa`, 'dpa'],
    [`${BODY}\n\nSource: Agence France-Presse`, 'AFP'],
    [`Министр ушёл. Источник: неизвестен.\n\nИсточник: ТАСС`, 'TASS'],
    [`${BODY}\n\nFonte: Agenzia Costiera`, 'Agenzia Costiera'],
  ])('is told by its text: %s', (text, agency) => {
    expect(credit({ text })).toEqual(sole(agency))
  })

  test.each([
    [['Associated Press'], 'AP'],
    [['By The Associated Press'], 'AP'],
    [['Ann Holm, AP'], 'AP'],
    [['Ann Holm (AFP)'], 'AFP'],
    [['Deutsche Presse-Agentur'], 'dpa'],
    [['Albatross Wire'], 'Albatross Wire'],
  ])('is told by its byline: %s', (authors, agency) => {
    expect(credit({ authors })).toEqual(sole(agency))
  })

  test('is told by its outlet', () => {
    expect(credit({ outlet: 'Reuters' })).toEqual(sole('Reuters'))
  })

  test('stays the agency’s when the paper adds the name of its reporter', () => {
    expect(credit({ text: `PARIS (AFP) - ${BODY}`, authors: ['Ann Holm'] })).toEqual(sole('AFP'))
  })
})

describe('a report with work of its own', () => {
  test.each([
    [`${BODY}\n\nWith material from AP`, 'AP'],
    [`${BODY} (with reporting by Reuters)`, 'Reuters'],
    [`${BODY} (mit Material von dpa)`, 'dpa'],
    [`${BODY} (avec AFP)`, 'AFP'],
    [`${BODY}\n\nCon información de EFE.`, 'EFE'],
    [`${BODY}\n\nПо материалам ТАСС`, 'TASS'],
    [`${BODY} (Reuters, AFP)`, 'Reuters'],
  ])('credits an agency for a part: %s', (text, agency) => {
    expect(credit({ text })).toEqual(partly(agency))
  })

  test.each([[['Ann Holm', 'AP']], [['Ann Holm and AP']], [['Ann Holm with AP']]])(
    'shares its byline with an agency: %s',
    authors => {
      expect(credit({ authors })).toEqual(partly('AP'))
    },
  )
})

test.each([
  'Reuters could not verify the video.',
  'The minister left. (Reuters could not verify the video.)',
  'The minister told AFP that he would leave. He told dpa the same.',
  'In a post seen by Reuters — the news agency — the minister said so.',
  'LONDON (AP Moller said) — the ship left.',
  'The minister was seen at the wire. — He left',
  'The map shows the cap and the gap. (See map)',
  'Source: Ministry of Transport',
  'Die Nachrichtenagentur dpa meldete am Morgen den Rücktritt.',
  'Как сообщает ТАСС, министр ушёл.',
  'The film was a wire act (Wire) — and it fell.',
  '',
])('an agency that is only mentioned is not credited: %s', text => {
  expect(credit({ text })).toBeUndefined()
})

test('a byline of people credits nobody', () => {
  expect(credit({ authors: ['Ann Holm', 'Otto Anders, Marlo'] })).toBeUndefined()
})
