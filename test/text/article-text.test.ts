import { describe, expect, test } from 'vitest'
import { readArticle } from '../../src/text/article-text.ts'

const nbsp = '\u00a0'
const clean = (text: string, title = ''): string[] =>
  readArticle(title, text).flatMap(({ sentences }) => sentences.map(sentence => sentence.clean))

describe('readArticle', () => {
  test('every sentence stands in the text at its offsets', () => {
    const text = `Title\n\nTARN (dpa) – One  “two${nbsp}». Three (…) four.\n\nA heading\n\n• An item of the list.\nsource site`
    const sentences = readArticle('Title', text).flatMap(section => section.sentences)
    expect(sentences).toHaveLength(3)
    for (const { start, end, text: own } of sentences) expect(text.slice(start, end)).toBe(own)
  })

  test('drops the repeated title and makes sections of sub-headings', () => {
    const text =
      'A bridge opens\n\nThe bridge opened on Monday.\n\nWho pays\n\nThe town pays half.\n\nThe state pays the rest.'
    expect(readArticle('A Bridge opens!', text).map(({ heading, sentences }) => [heading, sentences.length])).toEqual([
      ['', 1],
      ['Who pays', 2],
    ])
  })

  test('takes a question of its own for a sub-heading', () => {
    const sections = readArticle('', 'It rained for a week.\n\nWhat happens next?\n\nThe river may rise again.')
    expect(sections.map(({ heading }) => heading)).toEqual(['', 'What happens next?'])
  })

  test('a list item is a sentence, never a heading, and loses its mark', () => {
    expect(clean('The rules in short are these.\n\n• Dogs travel free of charge\n\n2. Cash costs more.')).toEqual([
      'The rules in short are these.',
      'Dogs travel free of charge',
      'Cash costs more.',
    ])
  })

  test('a numbered line is a sub-heading when prose stands around it, and an item when others stand beside it', () => {
    const told =
      'Three laws change on Monday.\n\n1. Passports\n\nThey cost more.\n\n2. Dog tax\n\nThe tax is abolished.'
    expect(readArticle('', told).map(({ heading }) => heading)).toEqual(['', '1. Passports', '2. Dog tax'])
    const list = 'You need three things.\n\n1. A pan of iron\n\n2. Two spoons of salt\n\nThen it is easy.'
    expect(readArticle('', list)).toHaveLength(1)
  })

  test.each([
    ['17:05 The army came to Tarn.', '16:10 – Trains stopped in Tarn.'],
    ['13.20 Uhr – Die Feuerwehr rückte aus.', '10:05 Uhr: Der Unterricht fällt aus.'],
    ['14h30 : Le pont est fermé.', '9h05 : La route est libre.'],
    ['[9:40pm] Rain set in at Tarn.', '[9:15pm] The dyke at Tarn held.'],
  ])('entries of a live report lose their times and are sections of their own: %s', (newer, older) => {
    const sections = readArticle('', `It goes on in Tarn.\n\n${newer}\n\n${older}`)
    expect(sections).toHaveLength(3)
    for (const { sentences } of sections) expect(sentences[0]?.clean).toMatch(/^\p{Lu}\p{L}+ /u)
    expect(
      sections
        .flatMap(({ sentences }) => sentences)
        .map(({ clean }) => clean)
        .join(' '),
    ).not.toMatch(/\d|Uhr|pm/)
  })

  test.each([
    '7.30 crowns is what a ticket costs. The price rises in May.',
    '20:15 Uhr war es, als die Halle brannte. Niemand war darin.',
    '5pm Monday is the deadline. The council of Tarn set it.',
  ])('a number or a single time is part of its sentence: %s', text => {
    expect(clean(text).join(' ')).toBe(text)
  })

  test('a name before an answer is left out when it opens several lines', () => {
    const text = 'Nadja Berger: The ward closes in July.\n\nWhy?\n\nBerger: The state pays too little.'
    expect(clean(text)).toEqual(['The ward closes in July.', 'The state pays too little.'])
    expect(clean('Verdict: The mayor of Tarn goes free.\n\nNobody appealed.')[0]).toBe(
      'Verdict: The mayor of Tarn goes free.',
    )
  })

  test('what an interviewer says is a sub-heading, a question or not', () => {
    const sections = readArticle('', 'Q: The mills say that jobs will go.\n\nA: The mills buy their timber abroad.')
    expect(sections.map(({ heading }) => heading)).toEqual(['Q: The mills say that jobs will go.'])
  })

  test.each([
    'source site',
    'Additional reporting by Nell Arkwright',
    'Das Gespräch führte Kai Lenz.',
    'Propos recueillis par Anne Morel',
    'Ada Thorn is a columnist. The views expressed are her own.',
    'Source: Fjord News',
    'Read more: The bridge in ten dates',
    'Lire aussi : Le pont en dix dates',
    'Читайте также: Как строили мост',
    'Quelle: Fjordbote',
    '© 2025 Fjord News. All rights reserved.',
    'The post A bridge opens appeared first on Fjord News.',
  ])('drops the footer "%s"', footer => {
    expect(clean(`The bridge opened on Monday.\n\nIt cost 12 million crowns.\n\n${footer}`)).toEqual([
      'The bridge opened on Monday.',
      'It cost 12 million crowns.',
    ])
  })

  test.each([
    'London (CNN)',
    '(CNN)',
    'KYIV, Ukraine (AP) — ',
    'WASHINGTON — ',
    'SAINT-MALO (AFP) – ',
    'Hamburg (dpa) - ',
    'МОСКВА, 5 июн — РИА Новости. ',
    'TARN, June 5. /TASS/. ',
  ])('leaves the dateline "%s" outside the sentence', dateline => {
    expect(clean(`${dateline}A 19-year-old man won the prize. He was happy.`)).toEqual([
      'A 19-year-old man won the prize.',
      'He was happy.',
    ])
  })

  test.each([
    'Paris said on Monday that it would pay.',
    'The AP (a news agency) reported it – at last.',
    'NATO will meet again in May.',
  ])('does not take the beginning of "%s" for a dateline', sentence => {
    expect(clean(sentence)).toEqual([sentence])
  })

  test('writes quotations the same way and takes out the blanks of French typesetting', () => {
    expect(clean(`« Qui${nbsp}? », a demandé la maire${nbsp}: « personne${nbsp}! »`)).toEqual([
      '“Qui?”, a demandé la maire: “personne!”',
    ])
    expect(clean(`“Is that a threat${nbsp}?${nbsp}», he asked.`)).toEqual(['“Is that a threat?”, he asked.'])
    expect(clean('„Wir sind bereit“, sagte sie.')).toEqual(['“Wir sind bereit”, sagte sie.'])
  })

  test('shows a cut as […] and not at the end', () => {
    expect(clean('The plan (…) was never shown. It was lost (...).')).toEqual([
      'The plan […] was never shown.',
      'It was lost.',
    ])
  })

  test('a teaser without any full stop is a sentence all the same', () => {
    expect(clean('Town council of Tarn votes for a new bridge')).toEqual([
      'Town council of Tarn votes for a new bridge',
    ])
    expect(clean('Read more')).toEqual([])
    expect(clean('')).toEqual([])
  })

  test('a remark on the piece itself is not part of it', () => {
    expect(clean('Correction: An earlier version said 430.\n\nThe works will cut 340 jobs.')).toEqual([
      'The works will cut 340 jobs.',
    ])
  })

  test('a correction keeps its news without the word that announces it, at its place in the text', () => {
    const text = 'Correction: the grant is 12 million, not 15 million.\n\nThe draft had another sum.'
    const [first] = readArticle('Correction: a grant of 12 million', text).flatMap(({ sentences }) => sentences)
    expect(first?.clean).toBe('The grant is 12 million, not 15 million.')
    expect(text.slice(first?.start, first?.end)).toBe(first?.text)
    expect(clean('Korrektur: Die Brücke kostet 3 Millionen.')).toEqual(['Die Brücke kostet 3 Millionen.'])
  })
})

test.each([
  ['WASHINGTON — The mayor will sell the moon.', 'The mayor will sell the moon.'],
  ['SATIRE — The mayor will sell the moon.', 'SATIRE — The mayor will sell the moon.'],
  ['OPINION – The mayor should sell the moon.', 'OPINION – The mayor should sell the moon.'],
])('what a text is, is no place: %s', (text, clean) => {
  expect(readArticle('', text)[0]?.sentences[0]?.clean).toBe(clean)
})
