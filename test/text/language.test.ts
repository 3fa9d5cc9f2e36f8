import { expect, test } from 'vitest'
import { detectLanguage } from '../../src/text/language.ts'

const HEADLINES: [string, string][] = [
  ['The mayor says that the bridge will be closed for a year', 'en'],
  ['Le maire annonce que le pont sera fermé pendant un an', 'fr'],
  ['Der Bürgermeister sagt, dass die Brücke ein Jahr gesperrt wird', 'de'],
  ['El alcalde dice que el puente estará cerrado durante un año', 'es'],
  ['Il sindaco dice che il ponte sarà chiuso per un anno', 'it'],
  ['O presidente da câmara diz que a ponte estará fechada durante um ano', 'pt'],
  ['De burgemeester zegt dat de brug een jaar wordt gesloten', 'nl'],
  ['Borgmästaren säger att bron kommer att vara stängd i ett år', 'sv'],
  ['Burmistrz mówi, że most będzie zamknięty przez rok', 'pl'],
  ['Мэр заявил, что мост будет закрыт на год', 'ru'],
  ['Мер заявив, що міст буде закрито на рік', 'uk'],
  ['Ο δήμαρχος λέει ότι η γέφυρα θα κλείσει', 'el'],
  ['市長は橋が一年間閉鎖されると述べた', 'ja'],
  ['市长说大桥将关闭一年', 'zh'],
  ['시장은 다리가 일 년 동안 폐쇄된다고 말했다', 'ko'],
  ['قال رئيس البلدية إن الجسر سيغلق لمدة عام', 'ar'],
  ['ראש העיר אמר שהגשר ייסגר לשנה', 'he'],
]

test.each(HEADLINES)('knows the language of "%s"', (headline, language) => {
  expect(detectLanguage(headline)).toBe(language)
})

test('says nothing about what is too short or has no words', () => {
  for (const text of ['', 'OK', 'Oslo', '12345 !!', 'Paris – Dakar 2026']) expect(detectLanguage(text)).toBeUndefined()
})

test('a foreign name does not decide', () => {
  expect(detectLanguage('The writer 村上春樹 said that he will not be at the fair this year')).toBe('en')
})

test('broken text does no harm', () => {
  expect(() => detectLanguage('\ud800\0\ufffd'.repeat(1000))).not.toThrow()
})
