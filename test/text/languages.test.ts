import { describe, expect, test } from 'vitest'
import { detectLanguage } from '../../src/text/language.ts'
import { isStopWord } from '../../src/text/stopwords.ts'
import { analyse } from '../../src/text/terms.ts'

interface Case {
  readonly language: string
  readonly sentence: string
  /** Function words of the sentence, that no stem may come from. */
  readonly functionWords: readonly string[]
  /** Two forms of one word that must meet. */
  readonly forms: readonly [string, string]
}

const CASES: readonly Case[] = [
  {
    language: 'en',
    sentence: 'The council of Elmsport has rejected the plans for a new bridge over the river',
    functionWords: ['the', 'of', 'has', 'for', 'a', 'over'],
    forms: ['bridges', 'bridge'],
  },
  {
    language: 'fr',
    sentence: 'Le conseil de la ville a rejeté les projets pour un nouveau pont sur le fleuve',
    functionWords: ['le', 'de', 'la', 'a', 'les', 'pour', 'un', 'sur'],
    forms: ['négociations', 'négociation'],
  },
  {
    language: 'de',
    sentence: 'Der Rat der Stadt hat die Pläne für eine neue Brücke über den Fluss abgelehnt',
    functionWords: ['der', 'hat', 'die', 'für', 'eine', 'über', 'den'],
    forms: ['Brücken', 'Brücke'],
  },
  {
    language: 'es',
    sentence: 'El consejo de la ciudad ha rechazado los planes para un nuevo puente sobre el río',
    functionWords: ['el', 'de', 'la', 'ha', 'los', 'para', 'un', 'sobre'],
    forms: ['elecciones', 'elección'],
  },
  {
    language: 'it',
    sentence: 'Il consiglio della città ha respinto i piani per un nuovo ponte sul fiume',
    functionWords: ['il', 'della', 'ha', 'i', 'per', 'un', 'sul'],
    forms: ['incidenti', 'incidente'],
  },
  {
    language: 'pt',
    sentence: 'O conselho da cidade não aprovou os planos para uma nova ponte sobre o rio',
    functionWords: ['o', 'da', 'não', 'os', 'para', 'uma', 'sobre'],
    forms: ['eleições', 'eleição'],
  },
  {
    language: 'ru',
    sentence: 'Совет города не принял план нового моста через реку, и его автор подал в отставку',
    functionWords: ['не', 'через', 'и', 'его', 'в'],
    forms: ['переговоров', 'переговоры'],
  },
  {
    language: 'uk',
    sentence: 'Міська рада не прийняла план нового мосту через річку, і його автор подав у відставку',
    functionWords: ['не', 'через', 'і', 'його', 'у'],
    forms: ['вибори', 'виборів'],
  },
  {
    language: 'pl',
    sentence: 'Rada miasta nie przyjęła planu nowego mostu przez rzekę i jego autor podał się do dymisji',
    functionWords: ['nie', 'przez', 'i', 'jego', 'się', 'do'],
    forms: ['mostami', 'mostach'],
  },
  {
    language: 'ar',
    sentence: 'رفض مجلس المدينة خطة الجسر الجديد على النهر، وقال رئيس البلدية إنه سيستقيل من منصبه',
    functionWords: ['على', 'من'],
    forms: ['الجسر', 'جسر'],
  },
]

describe.each(CASES)('$language', ({ language, sentence, functionWords, forms }) => {
  test('is known from a sentence', () => expect(detectLanguage(sentence)).toBe(language))

  test('drops its function words and keeps the others', () => {
    expect(functionWords.filter(word => !isStopWord(word, language))).toEqual([])
    const stems = analyse(sentence, language)
    expect(stems.length).toBeGreaterThan(3)
    expect(stems.length).toBeLessThanOrEqual(sentence.split(' ').length - functionWords.length)
  })

  test('brings the forms of a word together', () => {
    const [one, other] = forms
    expect(analyse(one, language)).toEqual(analyse(other, language))
    expect(analyse(one, language)).toHaveLength(1)
  })
})

describe.each([
  ['zh', '市议会星期一否决了在河上建新桥的计划', '新桥的计划', ['新桥', '计划']],
  ['ja', '市議会は月曜日、川に新しい橋を架ける計画を否決した', '計画は否決', ['計画', '否決']],
] as const)('%s, which has no blanks', (language, sentence, part, pairs) => {
  test('is known from a sentence', () => expect(detectLanguage(sentence)).toBe(language))

  test('has pairs of characters for stems, which meet in whatever stands around them', () => {
    expect([...new Set(analyse(sentence, language))]).toEqual(expect.arrayContaining([...pairs]))
    expect(analyse(part, language)).toEqual(expect.arrayContaining([...pairs]))
  })

  test('has stop words', () => expect(isStopWord(language === 'zh' ? '的' : 'は', language)).toBe(true))
})
