import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyse, queryGroups } from '../../src/text/terms.ts'

const line = (text: string, language?: string): string => analyse(text, language).join(' ')
const finds = (topic: string, text: string, language?: string): boolean => {
  const stems = new Set(analyse(text, language))
  return queryGroups(topic).every(group => group.some(stem => stems.has(stem)))
}

describe('analyse', () => {
  test('case and diacritics make no difference', () => {
    expect(analyse('ERDOĞAN Łódź Müller', 'de')).toEqual(analyse('erdogan lodz muller', 'de'))
  })

  test('stop words are dropped and the order is kept', () => {
    expect(line('The minister has resigned over the floods', 'en')).toBe('minist resign flood')
  })

  test('possessives, elisions and hyphens are split', () => {
    expect(line("Lisbon's cease-fire", 'en')).toBe('lisbon ceas fire')
    expect(line('l’Ukraine et d’autres', 'fr')).toBe('ukrain')
  })

  test('numbers are kept, with or without thousands separators', () => {
    expect(line('1,250 homes and 1250 cars', 'en')).toBe('1250 home 1250 car')
  })

  test('"US" in capitals is the country, "us" is a pronoun', () => {
    expect(line('US and U.S. officials told us', 'en')).toBe('usa usa offici')
  })

  test('constructor and __proto__ are ordinary words', () => {
    expect(line('constructor __proto__ toString', 'xx')).toBe('constructor proto tostring')
    expect(queryGroups('constructor').flat()).toContain('constructor')
  })

  test('news words of the stop lists stay: Россия, война, bill, world', () => {
    expect(analyse('Россия и война', 'ru')).toHaveLength(2)
    expect(line('World Cup bill', 'en')).toBe('world cup bill')
  })

  test('Russian cases meet in one stem, with and without ё', () => {
    expect(analyse('министром', 'ru')).toEqual(analyse('министра', 'ru'))
    expect(analyse('орёл', 'ru')).toEqual(analyse('орел', 'ru'))
  })

  test('Greek, Arabic and Hebrew words are read; the Arabic article is not part of a word', () => {
    expect(analyse('Αθήνα')).toEqual(['αθηνα'])
    expect(analyse('الرئيس')).toEqual(analyse('رئيس'))
    expect(analyse('ממשלה')).toHaveLength(1)
  })

  test('Chinese and Korean come as pairs, Katakana names whole, Thai as words', () => {
    expect(line('外交部长', 'zh')).toBe('外交 交部 部长')
    expect(line('ミサキは会談', 'ja')).toBe('ミサキ 会談')
    expect(line('서울은', 'ko')).toBe('서울 울은')
    expect(analyse('ข่าววันนี้', 'th').length).toBeGreaterThan(0)
  })

  test('a foreign word keeps its own script’s rules inside a text', () => {
    expect(analyse('отчёт Elections', 'ru')).toContain('elect')
  })

  test('a name of several words is followed by its token', () => {
    expect(line('the European Union', 'en')).toBe('european union eu')
    expect(analyse('Генассамблея Организации Объединённых Наций', 'ru')).toContain('un')
    expect(analyse('den Vereinten Nationen', 'de')).toContain('un')
  })

  test('a language tag with a region is read by its language', () => {
    expect(analyse('élections', 'fr-CA')).toEqual(analyse('élections', 'fr'))
  })

  test('nothing comes of nothing', () => {
    for (const text of ['', '   ', '!?…', '\0\u0001', '\ud800']) expect(analyse(text)).toEqual([])
  })

  test('any text in any language gives stems of letters and digits, and never throws', () => {
    const languages = fc.constantFrom(undefined, 'en', 'fr', 'ru', 'ar', 'pl', 'ja', 'th', 'constructor')
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), languages, (text, language) => {
        for (const stem of analyse(text, language)) expect(stem).toMatch(/^[\p{L}\p{M}\p{N}]+$/u)
      }),
      { numRuns: 100 },
    )
  })

  test('a word of a hundred thousand letters is read in a moment', () => {
    const started = performance.now()
    expect(analyse('a'.repeat(100_000), 'fr')).toHaveLength(1)
    expect(performance.now() - started).toBeLessThan(1000)
  })
})

describe('queryGroups', () => {
  test('a word is read alike however often it is asked, and its capitals still count', () => {
    const asked = ['Harbours', 'harbours', 'US grain', 'us grain', 'Harbours', 'harbours', 'US grain', 'us grain']
    const groups = asked.map(topic => queryGroups(topic))
    expect(groups.slice(4)).toEqual(groups.slice(0, 4))
    expect(queryGroups('IT jobs')).not.toEqual(queryGroups('it jobs'))
  })

  test('Poutine, Путин and Putin find the same articles', () => {
    const texts: [string, string][] = [
      ['Putin spoke', 'en'],
      ['Poutine a parlé', 'fr'],
      ['встреча с Путиным', 'ru'],
      ['Зустріч із Путіним', 'uk'],
      ['rozmowa z Putinem', 'pl'],
      ['普京讲话', 'zh'],
      ['プーチン氏', 'ja'],
      ['بوتين', 'ar'],
    ]
    for (const topic of ['Putin', 'putin', 'Poutine', 'Путин', 'Путина', 'Vladimir Putin', 'プーチン', '普京']) {
      for (const [text, language] of texts) expect(finds(topic, text, language), `${topic}: ${text}`).toBe(true)
    }
  })

  test('"european union" and "EU" find both spellings, in several languages', () => {
    for (const topic of ['EU', 'european union', 'Union européenne', 'ЕС']) {
      expect(finds(topic, 'EU leaders met', 'en')).toBe(true)
      expect(finds(topic, 'leaders of the European Union met', 'en')).toBe(true)
      expect(finds(topic, 'Les dirigeants de l’Union européenne', 'fr')).toBe(true)
      expect(finds(topic, 'саммит Европейского союза', 'ru')).toBe(true)
      expect(finds(topic, 'the union met a European', 'en')).toBe(false)
    }
  })

  test('a name of several words is one group, other words are groups of their own', () => {
    expect(queryGroups('new york mayor')).toHaveLength(2)
    expect(queryGroups('crude oil')).toHaveLength(2)
  })

  test('question words and words for news itself are not wanted', () => {
    expect(queryGroups('what is the latest news about floods')).toEqual(queryGroups('floods'))
    expect(queryGroups('who is Putin')).toEqual(queryGroups('Putin'))
  })

  test('a topic of stop words only asks for nothing', () => {
    for (const topic of ['the', 'who is it', '', '   ', '?!', 'и в на']) expect(queryGroups(topic), topic).toEqual([])
  })

  test('WHO in capitals is the organisation', () => {
    expect(finds('WHO', 'The World Health Organization warned', 'en')).toBe(true)
    expect(finds('WHO', 'people who warned', 'en')).toBe(false)
  })

  test('inflected forms of short names are found', () => {
    expect(finds('Russia', 'власти России', 'ru')).toBe(true)
    expect(finds('России', 'Russia', 'en')).toBe(true)
    expect(finds('China', 'переговоры в Китае', 'ru')).toBe(true)
    expect(finds('Trump', 'Trumps Zölle', 'de')).toBe(true)
    expect(finds('Netanyahu', 'Netanjahus Rede', 'de')).toBe(true)
  })

  test('a name is known inside a run without spaces', () => {
    expect(queryGroups('普京总统')[0]).toContain('putin')
    expect(finds('普京总统', '总统普京讲话', 'zh')).toBe(true)
  })

  test('an acronym that is a stop word in small letters is wanted in capitals', () => {
    expect(finds('IT sector', 'jobs in the IT sector', 'en')).toBe(true)
    expect(queryGroups('ai regulation')).toHaveLength(2)
  })

  test('the same word is asked for once', () => {
    expect(queryGroups('Putin putin Путин')).toHaveLength(1)
  })

  test('any word is found again in a text of the language it was taken from', () => {
    const words: [string, string][] = [
      ['élections', 'fr'],
      ['Überschwemmungen', 'de'],
      ['inundaciones', 'es'],
      ['terremoto', 'it'],
      ['наводнения', 'ru'],
      ['overstromingen', 'nl'],
      ['översvämningar', 'sv'],
      ['powodzie', 'pl'],
      ['πλημμύρες', 'el'],
      ['洪水', 'zh'],
      ['홍수', 'ko'],
      ['فيضانات', 'ar'],
      ['tulvat', 'fi'],
    ]
    for (const [word, language] of words) expect(finds(word, word, language), word).toBe(true)
  })

  test('a surname is not cut down to another word', () => {
    expect(finds('Miller', 'the steel mill closed', 'en')).toBe(false)
    expect(finds('Gaza', 'le prix du gaz', 'fr')).toBe(false)
    expect(finds('Biden', 'ein Bid auf dem Markt', 'de')).toBe(false)
  })

  test('any topic is taken without throwing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), topic => {
        for (const group of queryGroups(topic)) expect(group.length).toBeGreaterThan(0)
      }),
      { numRuns: 200 },
    )
  })
})
