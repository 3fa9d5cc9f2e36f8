import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitSentences } from '../../src/text/sentences.ts'

const nbsp = '\u00a0'
const texts = (text: string, language?: string): string[] => splitSentences(text, language).map(span => span.text)

/** Each case is a list of sentences; joined by blanks they must come apart again. */
const CASES: readonly (readonly [name: string, sentences: readonly string[], language?: string])[] = [
  ['titles', ['Dr. Ana Weiss met Mr. Poole and Gov. Hale on Friday.', 'Both declined to comment.']],
  ['initials', ['The bill was written by J. R. Marlow and signed by Ellen K. Stroud.', 'It takes effect in May.']],
  ['initials in one word', ['The prize went to A.J. Tollner for the second time.', 'She thanked her team.']],
  ['a country before a name', ['The U.S. Senate passed the bill.', 'The House votes next week.']],
  ['a country at the end', ['The carmaker will build it in the U.S.', 'The first cars are due in June.']],
  ['a time of day before a weekday', ['The ferry left at 9 a.m. Monday with 40 people on board.', 'It never arrived.']],
  ['a time of day at the end', ['Polls close at 8 p.m.', 'First results are expected before midnight.']],
  ['decimals and prices', ['Shares fell 3.5 percent to $12.40.', 'Analysts had expected a rise of 0.2 percent.']],
  ['an address', ['Details are on www.example.org/news.html for all members.', 'Others can write to the club.']],
  ['a domain at the end', ['She bought it on bookshop.example.', 'It arrived a week later.']],
  ['a number sign', ['No. 5 seed Lena Hart won the match.', 'The answer was no.', 'Then she left.']],
  ['a company', ['Norvik Ltd. Chairman Per Aas resigned.', 'Shares in Norvik Ltd. fell.', 'The board met at once.']],
  ['a question in a quotation with its speaker', ['“Who pays for this?” she asked the mayor.', 'Nobody answered.']],
  ['a question with a named speaker', ['“Who pays for this?” Ms Orlov asked.', 'Nobody answered.']],
  ['a comma after the quotation', ['“We are ready?”, he wrote in June.', 'They were not.']],
  ['a quotation of two sentences', ['“We tried. It did not work,” said Paul Ames of the union.', 'Talks go on.']],
  ['a straight quotation of two sentences', ['"We tried. It did not work," said Paul Ames.', 'Talks go on.']],
  ['guillemets', ['« Nous sommes prêts. Tout est là », a dit le maire.', 'Le chantier commence lundi.'], 'fr'],
  ['mixed marks', [`“Is that a threat${nbsp}?${nbsp}», asked the envoy.`, 'The minister said no.']],
  ['a blank before the mark', [`Qui va payer${nbsp}?`, `Personne ne le sait${nbsp}!`, 'La ville attend.'], 'fr'],
  ['German quotes', ['„Wir sind bereit.“', 'Der Bürgermeister lächelte.'], 'de'],
  ['a German date', ['Am 5. Juni begann der Bau der Brücke.', 'Er dauert z. B. bis zum 3. Oktober.'], 'de'],
  ['German abbreviations', ['Das Werk kostet ca. 3 Mio. Euro, d.h. mehr als geplant.', 'Die Stadt zahlt.'], 'de'],
  ['a cut in brackets', ['The plan (…) was never shown to the council.', 'Its author left.']],
  ['three dots that go on', ['He waited ... and then he left.', 'The door stayed open.']],
  ['three dots that end', ['Nobody knows what comes next…', 'The town is quiet.']],
  ['Russian abbreviations', ['Мост построили в 1998 г. в Верхнем Логу, т.е. до реформы.', 'Его закрыли.'], 'ru'],
  ['Russian initials', ['Проект подготовил А. С. Климов из города.', 'Его приняли.'], 'ru'],
  ['an exclamation', ['What a night!', 'The club had waited for it for 40 years.']],
  ['a bracketed sentence', ['The court agreed.', '(It had refused twice.)', 'It met again.']],
  ['a saint and a street', ['The fire began on St. Mary Street near Ft. Howe.', 'Nobody was hurt.']],
  ['versus and et cetera', ['The case is Harper vs. Lindt Inc. and others.', 'A ruling is due in March.']],
  ['a French title', ['M. Duval a remercié Mme. Roy pour son aide.', 'Le vote est reporté.'], 'fr'],
]

describe('splitSentences', () => {
  test.each(CASES.map(([name, sentences, language]) => ({ name, sentences, language })))(
    'keeps apart and together: $name',
    ({ sentences, language }) => {
      expect(texts(sentences.join(' '), language)).toEqual(sentences)
    },
  )

  test('starts a new sentence after a full stop without a blank between two words', () => {
    expect(texts('The vote was lost.Then the mayor resigned.')).toEqual([
      'The vote was lost.',
      'Then the mayor resigned.',
    ])
  })

  test('ends a sentence at every line break', () => {
    expect(texts('A first line\n\nA second line')).toEqual(['A first line', 'A second line'])
  })

  test('splits Chinese, Japanese and Hindi by Unicode rules', () => {
    expect(texts('市长星期一辞职。议会将开会。', 'zh')).toEqual(['市长星期一辞职。', '议会将开会。'])
    expect(texts('市長は辞任した。議会は明日開かれる。', 'ja')).toHaveLength(2)
    expect(texts('महापौर ने इस्तीफा दिया। परिषद कल मिलेगी।', 'hi')).toHaveLength(2)
  })

  test('every span is the text at its offsets, in order, without overlap, and nothing but blanks is lost', () => {
    const piece = fc.constantFrom(
      'He said. ',
      'U.S. ',
      '“Why? ',
      '” ',
      '"',
      '« ',
      ' »',
      'No. 5 ',
      '…',
      '\n\n',
      'a.m. ',
      '(x) ',
      '! ',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), parts => {
        const text = parts.join('')
        const spans = splitSentences(text)
        let at = 0
        for (const { start, end, text: own } of spans) {
          expect(text.slice(start, end)).toBe(own)
          expect(text.slice(at, start).trim()).toBe('')
          at = end
        }
        expect(text.slice(at).trim()).toBe('')
      }),
    )
  })

  test('needs time in proportion to the length of the text', () => {
    const started = performance.now()
    splitSentences('“Open. '.repeat(20_000))
    splitSentences('a'.repeat(200_000))
    splitSentences('U.S. '.repeat(50_000))
    splitSentences('“e.g. '.repeat(40_000))
    splitSentences('"No. 5 '.repeat(30_000))
    expect(performance.now() - started).toBeLessThan(6_000)
  })
})

test.each([
  ['Der Bus braucht heute 55. Gefahren wird mit Akkuzügen.', 2],
  ['Es kamen mehr als 400. Helfer gab es nur wenige.', 2],
  ['Der Bürgermeister kam zum 55. Geburtstag der Frau.', 1],
  ['Sie liegt auf dem 77. Platz der Wertung.', 1],
  ['Der Entwurf kam in 2. Lesung durch den Landtag.', 1],
  ['Er feierte seinen 90. Geburtstag in Tarn.', 1],
])('German “%s” is %i sentences', (text, sentences) => {
  expect(splitSentences(text, 'de')).toHaveLength(sentences)
})
