import { describe, expect, test } from 'vitest'
import { type Speech, speechesIn } from '../../src/text/speech.ts'
import { SPEECH_CASES, type SpeechCase } from '../fixtures/speech-sentences.ts'

const LEAST_PRECISION = 0.95

const speakersOf = ({ sentence, language, previous }: SpeechCase): readonly string[] =>
  speechesIn(sentence, { language, previous }).map(({ speaker }) => speaker ?? '?')

const named = (speakers: readonly string[]): readonly string[] => speakers.filter(name => name !== '?')

/** Names found that are right, found in all, and to be found. */
function countNames(cases: readonly SpeechCase[]): { right: number; found: number; wanted: number } {
  const sums = { right: 0, found: 0, wanted: 0 }
  for (const each of cases) {
    const found = named(speakersOf(each))
    const wanted = named(each.speakers)
    sums.found += found.length
    sums.wanted += wanted.length
    sums.right += found.filter(name => wanted.includes(name)).length
  }
  return sums
}

const partsOf = (sentence: string, { said }: Speech): readonly string[] =>
  said.map(({ start, end }) => sentence.slice(start, end))

describe('who says what', () => {
  test('is written down for at least sixty sentences, twenty of them traps', () => {
    expect(SPEECH_CASES.length).toBeGreaterThanOrEqual(60)
    expect(SPEECH_CASES.filter(({ isTrap }) => isTrap).length).toBeGreaterThanOrEqual(20)
  })

  test('names the right speaker 95 times of a hundred', () => {
    const { right, found, wanted } = countNames(SPEECH_CASES)
    console.info(`speakers: precision ${right} of ${found}, recall ${right} of ${wanted}`)
    expect(wanted).toBeGreaterThan(60)
    expect(right / found).toBeGreaterThanOrEqual(LEAST_PRECISION)
  })

  test('finds nobody speaking where nobody does', () => {
    const silent = SPEECH_CASES.filter(({ speakers }) => speakers.length === 0)
    expect(silent.length).toBeGreaterThan(15)
    expect(silent.filter(each => named(speakersOf(each)).length > 0)).toEqual([])
  })

  test.each([
    ['“We have the money,” said Olm, “and we have the people.”', ['“We have the money,”', '“and we have the people.”']],
    ['Greta Olm said: “The harbour stays open.”', ['“The harbour stays open.”']],
    ['„Der Hafen bleibt offen“, sagte Olm.', ['„Der Hafen bleibt offen“'], 'de'],
    ['« Le port restera ouvert », a déclaré Olm.', ['« Le port restera ouvert »'], 'fr'],
  ])('gives what is said word for word: %s', (sentence, parts, language = 'en') => {
    const [speech] = speechesIn(sentence, { language })
    expect(speech).toMatchObject({ isDirect: true, speaker: 'Olm' === speech?.speaker ? 'Olm' : 'Greta Olm' })
    expect(partsOf(sentence, speech!)).toEqual(parts)
  })

  test.each([
    ['Olm said that the harbour stays open.', ['that the harbour stays open.']],
    [
      'The line would reopen, Weld said, and tickets would cost no more.',
      ['The line would reopen', 'and tickets would cost no more.'],
    ],
    ['According to Rosa Quill, the pact is dead.', ['the pact is dead.']],
    ['Olm called the plan “a dead end”, and Weld said it was “the only way”.', ['it was “the only way”.']],
  ])('tells speech in the writer’s words from quotations: %s', (sentence, parts) => {
    const [speech] = speechesIn(sentence)
    expect(speech?.isDirect).toBe(false)
    expect(partsOf(sentence, speech!)).toEqual(parts)
  })

  test('gives offsets into the sentence that never overlap or leave it', () => {
    for (const each of SPEECH_CASES) {
      for (const { said } of speechesIn(each.sentence, each)) {
        let last = 0
        for (const { start, end } of said) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          last = end
        }
        expect(last).toBeLessThanOrEqual(each.sentence.length)
      }
    }
  })

  test.each([
    ['de', '„Die Gespräche gehen weiter“, sagte der Sprecher von Kanzlerin Anna Berg.', undefined],
    ['de', 'Der Anwalt der Ministerin Anna Berg erklärte, die Gespräche gingen weiter.', undefined],
    ['de', 'Der Sprecher des Ministers Olaf Ruud sagte, der Damm halte.', undefined],
    ['de', '„Der Damm hält“, sagte der Bruder Anna Bergs.', undefined],
    ['de', '„Der Damm hält“, sagte Kanzlerin Ursula von der Leyen.', 'Ursula von der Leyen'],
    ['de', '„Der Damm hält“, sagte der Minister Olaf Ruud.', 'Olaf Ruud'],
    ['fr', '« Le barrage est sûr », a déclaré le porte-parole d’Anna Berg.', undefined],
    ['fr', 'L’avocate de Paul Verdier a affirmé que le barrage était sûr.', undefined],
    ['fr', 'L’avocat Paul Verdier a affirmé que le barrage était sûr.', 'Paul Verdier'],
    ['ru', '«Плотина безопасна», — заявил адвокат Антона Вереса.', undefined],
    ['ru', '«Плотина безопасна», — сказал пресс-секретарь Анны Берг.', undefined],
    ['ru', '«Переговоры идут», — сказал пресс-секретарь Вереса Иван Громов.', 'Иван Громов'],
    ['ru', '«Плотина безопасна», — сказала адвокат Инна Громова.', 'Инна Громова'],
    ['ru', '«Плотина безопасна», — сказал министр Никита Белых.', 'Никита Белых'],
  ])('does not take whose spokesman or lawyer it is for the speaker (%s): %s', (language, sentence, speaker) => {
    const [speech] = speechesIn(sentence, { language })
    expect(speech).toBeDefined()
    expect(speech?.speaker).toBe(speaker)
  })

  test('knows no speaker in a language without a table, and takes hostile input in time', () => {
    expect(speechesIn('Ministeri sanoi, että satama on auki.', { language: 'fi' })).toEqual([])
    const started = performance.now()
    for (const piece of ['“', '"', 'said ', ', Olm, said', '‘a', 'A. ', 'Olm said ']) speechesIn(piece.repeat(100_000))
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})
