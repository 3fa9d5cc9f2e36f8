import { describe, expect, test } from 'vitest'
import { extractBullets } from '../../src/summarizers/extractive.ts'
import { sampleArticle } from '../contracts/summarizer.ts'

describe('an accusation', () => {
  test.each([
    [
      'According to the indictment, Ivo Dahl was drunk when he operated. The surgeon left the theatre at noon. A nurse of the clinic was told to keep silent.',
      'A court in Tarn opened the trial of Ivo Dahl on Monday.',
    ],
    [
      'Critics say that the ministry sold rockets to Vardany. The ministry exported 400 rockets in spring.',
      'Minister Rolf Amsel denied on Monday that rockets had been sold.',
    ],
  ])('is not told on as a fact: %s', (accusation, news) => {
    const text = `${news}\n\n${accusation}\n\nThe harbour of Tarn was closed on Monday because of the fog.`
    const told = extractBullets([sampleArticle({ text })], 8).map(bullet => bullet.text)
    const [accuses = ''] = accusation.split(/(?<=\.) /u)
    expect(told).toEqual([news, accuses, 'The harbour of Tarn was closed on Monday because of the fog.'])
  })

  const told = (paragraphs: readonly string[], language = 'en'): readonly string[] =>
    extractBullets([sampleArticle({ language, text: paragraphs.join('\n\n') })], 8).map(({ text }) => text)

  test.each([
    [
      'en',
      'The trial of Ivo Orm, the former mayor of Tarn, opened on Monday.',
      'Prosecutors say Orm stole 4 million crowns from the town.',
      ['He hid it in a shed near Lom. The money lay there for two years.', 'Orm bought a yacht with the rest of it.'],
      'Orm denies the charges and says the money was his own.',
    ],
    [
      'de',
      'In Tarn hat am Montag der Prozess gegen Ivo Orm begonnen.',
      'Die Staatsanwaltschaft wirft Orm vor, vier Millionen Kronen gestohlen zu haben.',
      ['Er versteckte das Geld in einer Hütte bei Lom.', 'Orm kaufte von dem Rest des Geldes eine Jacht.'],
      'Orm bestreitet die Vorwürfe und schweigt seitdem.',
    ],
    [
      'fr',
      'Le procès d’Ivo Orm, ancien maire de Tarn, s’est ouvert lundi.',
      'Selon le parquet, Orm a volé quatre millions de couronnes à la ville.',
      ['Il a caché l’argent dans une cabane près de Lom.', 'Orm a acheté un yacht avec le reste.'],
      'Orm conteste les faits qui lui sont reprochés.',
    ],
    [
      'es',
      'El juicio contra Ivo Orm, exalcalde de Tarn, empezó el lunes.',
      'Según la fiscalía, Orm robó cuatro millones de coronas a la ciudad.',
      ['Escondió el dinero en una cabaña cerca de Lom.', 'Orm compró un yate con el resto.'],
      'Orm niega los cargos y guarda silencio.',
    ],
    [
      'it',
      'Il processo a Ivo Orm, ex sindaco di Tarn, si è aperto lunedì.',
      'Secondo l’accusa Orm rubò quattro milioni di corone alla città.',
      ['Nascose il denaro in una capanna vicino a Lom.', 'Orm comprò uno yacht con il resto.'],
      'Orm nega le accuse e rimane in silenzio.',
    ],
  ])('is not told on as a fact in later paragraphs, in %s', (language, news, accuses, tale, denial) => {
    expect(told([news, accuses, ...tale, denial], language)).toEqual([news, accuses, denial])
  })

  test('ends with another subject, the case itself or a new section', () => {
    const paragraphs = [
      'Prosecutors say Orm stole 4 million crowns from the town.',
      'The harbour of Tarn was closed on Monday because of the fog.',
      'Orm gave 200 crowns to the lifeboat crew in spring.',
    ]
    expect(told(paragraphs)).toEqual(paragraphs)
    const sections = [
      'Prosecutors say Orm stole 4 million crowns from the town.',
      'The election',
      'Orm won 21 votes in May.',
    ]
    expect(told(sections)).toContain('Orm won 21 votes in May.')
  })

  test('may be told on where the article reports that it was proven', () => {
    const paragraphs = [
      'Ivo Orm was found guilty on Monday of stealing 4 million crowns.',
      'Prosecutors say Orm stole the money in 2019.',
      'Orm hid the money in a shed near Lom.',
    ]
    expect(told(paragraphs)).toEqual(paragraphs)
    expect(told(['The trial of Ivo Orm goes on in Tarn.', ...paragraphs.slice(1)])).not.toContain(paragraphs[2])
  })
})
