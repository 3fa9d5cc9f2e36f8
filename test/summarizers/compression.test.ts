import { describe, expect, test } from 'vitest'
import { compress } from '../../src/summarizers/compression.ts'

describe('compress', () => {
  test.each([
    ['But the council refused to pay for the new bridge.', 'The council refused to pay for the new bridge.'],
    ['However, the council will pay for the new bridge.', 'The council will pay for the new bridge.'],
    ['Some allies, however, remain opposed to the plan.', 'Some allies remain opposed to the plan.'],
    ['The mayor (pictured left) opened the new town library.', 'The mayor opened the new town library.'],
    ['The bank – once a family firm – will close its last branch.', 'The bank will close its last branch.'],
    ['Sin embargo, los trenes no circularán hasta el martes.', 'Los trenes no circularán hasta el martes.'],
    ['Pero el ayuntamiento pagará el puente nuevo de Tarn.', 'El ayuntamiento pagará el puente nuevo de Tarn.'],
    ['Mais le conseil municipal paiera le nouveau pont.', 'Le conseil municipal paiera le nouveau pont.'],
    ['Doch die Stadt will die neue Brücke nicht bezahlen.', 'Die Stadt will die neue Brücke nicht bezahlen.'],
  ])('leaves out what a reader can spare: %s', (sentence, short) => {
    expect(compress(sentence)).toBe(short)
  })

  test.each([
    'The pass (not valid on Sundays) costs 49 crowns a month.',
    'The works – which the ministry said are safe – reopen on Monday.',
    'The mine will close in March, the company said on Thursday.',
    'Three players – Aas, Dahl and Holt – will miss the match in Tarn.',
    'According to Per Aasen, the mine will close in March.',
    '“But the river (the Orr) was rising, however, by the hour,” she said.',
    'But for the volunteers, the library would have been lost.',
    'Consumer prices (excluding food and energy) rose 3.1 per cent in October.',
    'The council will (probably) close both pools in the town next summer.',
    'The merger — should shareholders agree — takes effect in May.',
    'Police held the man – wrongly, as it turned out – until Monday evening.',
    'The cure (réservée aux adultes, hors remboursement) sera vendue à Valmer.',
    'The inquiry has thus far found evidence of neglect, the judge said.',
    'The mayor took money from a builder over a period of three years in which the town of Tarn gave him four contracts for schools and roads, which he disputes.',
  ])('keeps speakers, negations and quotations: %s', sentence => {
    expect(compress(sentence)).toBe(sentence)
  })

  test('cuts relative clauses only out of long sentences', () => {
    const short = 'The mill, which opened in 1962, will close in March.'
    const long =
      'The rolling mill in the north of the town, which opened in 1962 and employs most apprentices, will close in March after a year in which the price of power doubled and two customers left.'
    expect(compress(short)).toBe(short)
    expect(compress(long)).toBe(
      'The rolling mill in the north of the town will close in March after a year in which the price of power doubled and two customers left.',
    )
  })

  test('keeps a relative clause at the end that holds a figure, unless it is a year', () => {
    const begins =
      'The wave of heat that has lain over the whole country since Saturday will grow stronger, and fourteen counties are on red alert from noon on Wednesday, said the weather service'
    expect(compress(`${begins}, which expects 43 degrees in the valley of the Orr.`)).toContain('43 degrees')
    expect(compress(`${begins}, which was founded in 1931 in the valley of the Orr.`)).toBe(`${begins}.`)
  })

  test('keeps the comma before a speaker when a relative clause goes', () => {
    expect(
      compress(
        'The film shows three pupils of the town school preparing to cross the river Orr into the hills of Lohne, where the teens are believed to live in a camp, a station in Tarn reported on Friday.',
      ),
    ).toBe(
      'The film shows three pupils of the town school preparing to cross the river Orr into the hills of Lohne, a station in Tarn reported on Friday.',
    )
  })

  test('leaves a sentence whole when little would remain', () => {
    expect(compress('But it rained (and how) again.')).toBe('But it rained (and how) again.')
  })

  test('does not write a brand with a capital letter', () => {
    expect(compress('iPods came back to the shops of Tarn this week.')).toBe(
      'iPods came back to the shops of Tarn this week.',
    )
  })
})
