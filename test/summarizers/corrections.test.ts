import { describe, expect, test } from 'vitest'
import { extractBullets } from '../../src/summarizers/extractive.ts'
import { sampleArticle } from '../contracts/summarizer.ts'

interface Story {
  readonly title: string
  readonly text: string
  readonly language?: string
}

const bulletsOf = ({ title, text, language = 'en' }: Story): readonly string[] =>
  extractBullets([sampleArticle({ title, text, language })], 12).map(bullet => bullet.text)

const OTHERS =
  'The council of Tarn votes on the bridge in March. The old bridge was closed to lorries by the town in June.'

describe('a published correction', () => {
  test.each([
    [
      'en',
      'Correction: bridge of Tarn',
      'We wrote on Monday that the bridge of Tarn would cost 14 million crowns.',
      'In fact it costs 41 million crowns.',
    ],
    [
      'en',
      'Correction: bridge of Tarn',
      'An earlier version misstated the price of the bridge as 14 million.',
      'The correct price of the bridge is 41 million.',
    ],
    [
      'en',
      'Correction: bridge of Tarn',
      'The Gazette reported that the bridge would cost 14 million crowns.',
      'The bridge of Tarn costs 41 million crowns.',
    ],
    [
      'en',
      'Correction: bridge of Tarn',
      'The price of the bridge was wrongly given as 14 million crowns.',
      'The bridge of Tarn costs 41 million crowns.',
    ],
    [
      'de',
      'Korrektur: Brücke von Tarn',
      'Am Montag hieß es, die Brücke von Tarn koste 14 Millionen Kronen.',
      'Tatsächlich kostet die Brücke 41 Millionen Kronen.',
    ],
    [
      'de',
      'Berichtigung: Brücke von Tarn',
      'Irrtümlich berichtet wurde, die Brücke von Tarn koste 14 Millionen Kronen.',
      'Die Brücke von Tarn kostet 41 Millionen Kronen.',
    ],
    [
      'fr',
      'Rectificatif : le pont de Tarn',
      'Nous avons écrit que le pont de Tarn coûterait 14 millions de couronnes.',
      'Le pont de Tarn coûte en réalité 41 millions de couronnes.',
    ],
    [
      'es',
      'Corrección: el puente de Tarn',
      'Publicamos por error que el puente de Tarn costaría 14 millones de coronas.',
      'El puente de Tarn cuesta 41 millones de coronas.',
    ],
    [
      'it',
      'Rettifica: la diga di Tarn',
      'Abbiamo scritto che la diga di Tarn sarebbe costata 14 milioni di corone.',
      'La diga di Tarn costa in realtà 41 milioni di corone.',
    ],
    [
      'ru',
      'Исправление: мост в Тарне',
      'Газета ошибочно сообщила, что мост в Тарне стоит 14 миллионов крон.',
      'На самом деле мост стоит 41 миллион крон.',
    ],
  ])(
    'is told with the right figure and never with the wrong one alone (%s: %s, %s)',
    (language, title, wrong, right) => {
      const bullets = bulletsOf({
        title,
        language,
        text: `${wrong} ${right}${language === 'en' ? `\n\n${OTHERS}` : ''}`,
      })
      expect(bullets.join('\n')).toContain('41')
      expect(bullets.join('\n')).not.toContain('14')
    },
  )

  test.each([
    'The minister said on Monday that the plan covers 40 schools. They will open in 2027.',
    'The bank wrongly charged 900 customers in Tarn. The council wants to hear its head on 3 May.',
    'Police said that 40 people were arrested by mistake. A judge freed 12 of them on Friday.',
    'The harbour office reported 40 ships in May. The quay is 210 metres long.',
    '“We said 40 ships would come,” the harbour master Per Aas told the council of Tarn on Monday.',
  ])('keeps the figures of what else it tells: %s', news => {
    const text = `The bridge of Tarn costs 41 million crowns, not 14 million.\n\n${news}`
    const first = /40|900/u.exec(news)?.[0] ?? ''
    expect(bulletsOf({ title: 'Correction: bridge of Tarn', text }).join('\n')).toContain(first)
  })

  test('that only says how a text was changed is told after the word that announces it', () => {
    const text =
      'Correction: An earlier version of this article called the wrong man mayor. Per Aas is the mayor of Tarn.'
    const bullets = bulletsOf({ title: 'Correction: the mayor of Tarn', text }).join('\n')
    expect(bullets).toContain('Per Aas is the mayor of Tarn.')
    expect(bullets).not.toContain('Correction:')
  })

  test('takes the wrong figure that it repeats alone from the other articles, and no other use of that figure', () => {
    const correction = sampleArticle({
      title: 'Correction: bridge of Tarn',
      text: 'We wrote on Monday that the new bridge of Tarn would cost 14 million crowns. In fact it costs 41 million.',
      language: 'en',
    })
    const other = sampleArticle({
      title: 'Tarn plans a new bridge',
      text: 'The new bridge of Tarn is to cost 14 million crowns. On Monday 14 engineers measured the river below the bridge of Tarn.',
      language: 'en',
      outlet: 'The Other',
    })
    const bullets = extractBullets([correction, other], 12)
      .map(({ text }) => text)
      .join('\n')
    expect(bullets).toContain('14 engineers')
    expect(bullets).not.toContain('14 million')
  })
})
