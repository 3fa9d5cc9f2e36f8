import { describe, expect, test } from 'vitest'
import { extractBullets } from '../../src/summarizers/extractive.ts'
import { findInterview } from '../../src/summarizers/interviews.ts'
import { readArticle } from '../../src/text/article-text.ts'
import { sampleArticle } from '../contracts/summarizer.ts'

const INTERVIEW = [
  'Mira Holt has led the port of Tarn since 2014. Her plan for a new quay would cost 64 million crowns.',
  'Why a new quay?',
  'I have asked myself that. We lost nine ships to Elmsport last year. The old quay is 210 metres long.',
  'Who pays?',
  'We all do. My board wants a loan from the bank.',
  'And if the town says no?',
  'Then we talk again in five years.',
  'The mayor of Tarn, Per Aas, said on Monday that the council would vote in March. A majority needs 21 votes.',
].join('\n\n')

const EXPLAINER = [
  'The island of Sorn votes on Sunday on a currency of its own.',
  'What is the vote about?',
  'The island has had the ducat since 1974.',
  'Why do many want to leave?',
  '“We pay too much for bread,” says the baker Ivo Lunt.',
  'What happens next?',
  'A yes opens talks in September.',
].join('\n\n')

describe('findInterview', () => {
  test('finds where the answers begin, and where the reporter speaks again', () => {
    const interview = findInterview(readArticle('', INTERVIEW))
    const answers = Array.from(interview?.answers ?? [], ({ clean }) => clean)
    expect(interview?.from).toBe(1)
    expect(answers[0]).toBe('I have asked myself that.')
    expect(answers.at(-1)).toBe('Then we talk again in five years.')
  })

  test('takes no explainer for one: its questions are sub-headings', () => {
    expect(findInterview(readArticle('', EXPLAINER))).toBeUndefined()
  })
})

test('an interview is told in what the reporter wrote; a bare “I” or “we” is never a bullet', () => {
  const bullets = extractBullets([sampleArticle({ text: INTERVIEW, language: 'en' })], 12).map(({ text }) => text)
  expect(bullets).toContain('The mayor of Tarn, Per Aas, said on Monday that the council would vote in March.')
  expect(bullets.join('\n')).not.toMatch(/\b(?:I|we|We|My)\b/)
})

test('the questions of an explainer are sections, each of which is told', () => {
  const bullets = extractBullets([sampleArticle({ text: EXPLAINER, language: 'en' })], 4)
  expect(bullets).toHaveLength(4)
})

describe('an answer without “I”', () => {
  const bulletsOf = (title: string, paragraphs: readonly string[], language = 'en'): readonly string[] =>
    extractBullets([sampleArticle({ title, language, text: paragraphs.join('\n\n') })], 6).map(({ text }) => text)

  test.each([
    [
      'en',
      'The quay is a mistake: an interview with Ada Thorn',
      'Ada Thorn teaches economics in Lom and has studied the port since 2014.',
      ['Will the quay create jobs?', 'The plan will cost jobs. The port of Tarn employs 900 people today.'],
      ['Who will pay for it?', 'The taxpayers of Tarn will pay for “Harbour 2030” alone.'],
      ['What should the council do?', 'The council of Tarn should stop the plan at once.'],
    ],
    [
      'de',
      'Der Kai ist ein Fehler: Interview mit Ada Thorn',
      'Ada Thorn lehrt Volkswirtschaft in Lom und untersucht den Hafen seit 2014.',
      [
        'Schafft der Kai Arbeitsplätze?',
        'Der Plan wird Arbeitsplätze kosten. Der Hafen beschäftigt heute 900 Menschen.',
      ],
      ['Wer bezahlt ihn?', 'Die Steuerzahler von Tarn werden den Kai bezahlen.'],
      ['Was sollte der Rat tun?', 'Der Rat von Tarn sollte den Plan sofort aufgeben.'],
    ],
    [
      'fr',
      'Le quai est une erreur : entretien avec Ada Thorn',
      'Ada Thorn enseigne l’économie à Lom et étudie le port depuis 2014.',
      ['Le quai créera-t-il des emplois ?', 'Le projet va supprimer des emplois à Tarn.'],
      ['Qui va payer ?', 'Les contribuables de Tarn vont payer le quai.'],
      ['Que doit faire le conseil ?', 'Le conseil de Tarn devrait abandonner le projet.'],
    ],
  ])('is no plain fact, in %s', (language, title, opening, ...talk) => {
    expect(bulletsOf(title, [opening, ...talk.flat()], language)).toEqual([opening])
  })

  test('is told with the name that the article prints before it, at its place in the text', () => {
    const text = [
      'Ada Thorn teaches economics in Lom.',
      'GAZETTE: Will the quay create jobs?',
      'THORN: The plan will cost jobs. The port of Tarn employs 900 people today.',
      'GAZETTE: The mayor calls that nonsense. Who will pay for the quay?',
      'THORN: The taxpayers of Tarn will pay for it.',
    ].join('\n\n')
    const bullets = extractBullets([sampleArticle({ text })], 6)
    expect(bullets.map(bullet => bullet.text)).toEqual([
      'Ada Thorn teaches economics in Lom.',
      'THORN: The plan will cost jobs.',
      'THORN: The taxpayers of Tarn will pay for it.',
    ])
    for (const { citations } of bullets) {
      expect(text.slice(citations[0].start, citations[0].end)).toBe(citations[0].quote)
    }
  })

  test('of an explainer, in which a newspaper says “we”, may be told', () => {
    const bullets = bulletsOf('Who can vote in Tarn', [
      'The town of Tarn elects a council on Sunday.',
      'Who can vote?',
      'Everybody who is 16 years old and lives in Tarn can vote. We explain the exceptions below.',
      'Where are the polling stations?',
      'There are nine polling stations in the schools of the town. Our map shows them.',
      'What do voters need?',
      'Voters need a passport or an identity card.',
    ])
    expect(bullets).toContain('There are nine polling stations in the schools of the town.')
    expect(bullets).toContain('Voters need a passport or an identity card.')
  })
})

describe('of a conversation in print', () => {
  const bulletsOf = (paragraphs: readonly string[]): readonly string[] =>
    extractBullets([sampleArticle({ text: paragraphs.join('\n\n') })], 6).map(({ text }) => text)

  test('no bullet is what the interviewer says, or an answer that needs its question', () => {
    const told = bulletsOf([
      'Mira Holt has led the port of Tarn since 2014. We spoke to her about the storm of last week.',
      'WAVE: Did you expect such a storm?',
      'HOLT: Nobody did. The old quay was built for waves of six metres.',
      'WAVE: The insurer says that you had been warned twice.',
      'HOLT: About a storm in March, and the insurer knows that well enough.',
      'WAVE: And the two workers who were hurt?',
      'HOLT: Both are out of hospital. The port pays for their treatment.',
    ])
    expect(told).toContain('Mira Holt has led the port of Tarn since 2014.')
    for (const fragment of ['We spoke', 'you had been warned', 'About a storm', 'Both are']) {
      expect(told.join(' ')).not.toContain(fragment)
    }
  })
})
