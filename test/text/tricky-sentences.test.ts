import { describe, expect, test } from 'vitest'
import { splitSentences } from '../../src/text/sentences.ts'

/** News sentences that splitters get wrong: written before the splitter was changed for them. */
const CASES: readonly (readonly [name: string, sentences: readonly string[], language?: string])[] = [
  ['U.S. President', ['U.S. President Nora Vance flew to Elmsport on Sunday.', 'Her hosts waited in the rain.']],
  ['U.N. at the end', ['The file now lies with the U.N.', 'Its council meets in October.']],
  ['No. 10', ['A spokesman for No. 10 Harbour Street said nothing had changed.', 'The paper insists that it has.']],
  ['double initials', ['J.K. Harrow and B. R. Oduya shared the prize.', 'Neither came to collect it.']],
  ['initial at the end', ['The court named the witness only as Michael B.', 'He will be heard in camera.']],
  ['Jr. and Sr.', ['Tomas Reyes Jr. beat Alan Cole Sr. by four votes.', 'A recount is likely.']],
  ['a.m. before a city', ['The quake struck at 6:12 a.m. local time.', 'Windows broke in Tarn.']],
  ['p.m. before "The"', ['The alarm was raised at 11:40 p.m.', 'The crew left the ship at once.']],
  ['decimals', ['Inflation rose to 4.7 per cent from 4.5.', 'The bank had forecast 4.6.']],
  ['dollars', ['Norvik paid $1.2bn for the yard.', 'It had offered $900m. in spring.']],
  ['quote ends inside', ['“This is not over.”', 'Mr. Hale left without another word.', 'The union will vote again.']],
  ['question in quote', ['“Why now?” asked Sen. Ida Moe.', 'The minister gave no reply.']],
  ['?! in quote', ['“You did what?!” the judge said.', 'The clerk laughed.']],
  ['exclamation then speaker', ['“Never again!” shouted the crowd.', 'Police kept their distance.']],
  ['single quotes', ["'We were told to run. We ran,' said Lena Fitch, 44.", 'The dam held.']],
  ['ellipsis inside', ['“I thought ... well, I hoped,” she said.', 'The line was cut.']],
  ['ellipsis before capital', ['He counted to ten…', 'Then he called the police.']],
  ['a list with numbers', ['The plan has three parts: 1. rails, 2. bridges and 3. signals.', 'Work starts in May.']],
  [
    'an address on the web',
    ['Claims can be filed at claims.elmsport.example/ferry?id=3. until Friday.', 'Late ones are lost.'],
  ],
  ['a company with a dot', ['Booking.example and Ask.Fm Inc. were fined.', 'Both will appeal.']],
  [
    'brackets with a sentence',
    ['The ferry (built in 1974. Rebuilt in 1999.) sank in minutes.', 'Divers found the wreck.'],
  ],
  ['a closing bracket', ['Turnout was low (38 per cent).', 'The mayor blamed the rain.']],
  ['ranks and titles', ['Lt. Col. Amir Dawes and Rev. Joan Pell spoke first.', 'Prof. Ito followed.']],
  ['Roman numerals', ['King Olaf V. was buried beside Queen Maud III.', 'The nave was full.']],
  ['months', ['The trial opens on Jan. 14 and ends by Feb. 2.', 'Appeals take a year.']],
  ['vs. and approx.', ['Elmsport vs. Tarn drew approx. 9,000 people.', 'The match ended 2-2.']],
  ['Ph.D.', ['Her Ph.D. adviser, Dr. Lund, praised the find.', 'Others doubt it.']],
  [
    'German',
    ['Das Gesetz gilt ab dem 1. Januar für ca. 200 Betriebe, u. a. in der Stadt.', 'Der Rat stimmt am 3. Mai ab.'],
    'de',
  ],
  ['German ordinal', ['Papst Leo XIV. besuchte die 2. Division.', 'Danach reiste er weiter.'], 'de'],
  ['French', ['M. Roy et Mme Petit ont voté l’art. 12, cf. p. 7 du rapport.', 'Le texte passe au Sénat.'], 'fr'],
]

describe('tricky news sentences', () => {
  test.each(CASES.map(([name, sentences, language]) => ({ name, sentences, language })))(
    '$name',
    ({ sentences, language }) => {
      expect(splitSentences(sentences.join(' '), language).map(({ text }) => text)).toEqual(sentences)
    },
  )
})
