import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { decodeBytes } from '../../src/feeds/decode.ts'
import { parseFeed } from '../../src/feeds/parse.ts'

const feed = (title: string, encoding?: string): string =>
  `<?xml version="1.0"${encoding === undefined ? '' : ` encoding="${encoding}"`}?><rss version="2.0"><channel><title>${title}</title></channel></rss>`

const RUSSIAN = 'Паром вернулся в порт после бури'
const JAPANESE = '台風で船が港に戻った'
const FRENCH = 'Le ferry est rentré au port'

const titleOf = async (bytes: Uint8Array, contentType?: string): Promise<string | undefined> =>
  (await parseFeed(bytes, { contentType })).title

describe('the encoding of a feed', () => {
  test.each([
    ['windows-1251', RUSSIAN],
    ['koi8-r', RUSSIAN],
    ['ISO-8859-1', FRENCH],
    ['windows-1252', '“Ferry” — back'],
    ['Shift_JIS', JAPANESE],
    ['EUC-JP', JAPANESE],
    ['GBK', '渡轮返回港口'],
    ['Big5', '渡輪返回港口'],
    ['EUC-KR', '여객선이 항구로 돌아왔다'],
  ])('%s of the XML declaration is read', async (encoding, title) => {
    expect(await titleOf(iconv.encode(feed(title, encoding), encoding))).toBe(title)
  })

  test.each(['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'])(
    '%s is told by its mark and by its pattern',
    async encoding => {
      expect(await titleOf(iconv.encode(feed(JAPANESE), encoding, { addBOM: true }))).toBe(JAPANESE)
      expect(await titleOf(iconv.encode(feed(JAPANESE), encoding, { addBOM: false }))).toBe(JAPANESE)
    },
  )

  test('the HTTP charset beats the XML declaration', async () => {
    const bytes = iconv.encode(feed(RUSSIAN, 'ISO-8859-1'), 'windows-1251')
    expect(await titleOf(bytes, 'text/xml; charset="windows-1251"')).toBe(RUSSIAN)
  })

  test('valid UTF-8 beats every label', async () => {
    const bytes = Buffer.from(feed(RUSSIAN, 'windows-1251'))
    expect(await titleOf(bytes, 'text/xml; charset=iso-8859-1')).toBe(RUSSIAN)
  })

  test('a label that does not fit the bytes is not believed', async () => {
    const bytes = iconv.encode(feed(RUSSIAN, 'utf-8'), 'windows-1251')
    expect(await titleOf(bytes)).toBe(RUSSIAN)
  })

  test('an unknown label does no harm', async () => {
    expect(await titleOf(Buffer.from(feed('Plain', 'x-nonsense')), 'text/xml; charset=klingon')).toBe('Plain')
  })

  test('one bad byte does not take the text with it', () => {
    const { text } = decodeBytes(Buffer.concat([Buffer.from('<a>né'), Buffer.from([0xff]), Buffer.from('</a>')]))
    expect(text).toMatch(/^<a>n.*<\/a>$/)
  })

  test('a UTF-8 mark is no part of the text', () => {
    expect(decodeBytes(Buffer.from('\ufeff<a/>'))).toEqual({ text: '<a/>', encoding: 'utf-8' })
  })

  test('UTF-8 with a character cut in two stays UTF-8, named or not, whatever the header says', () => {
    const cut = Buffer.from('<a>Größere Züge über die Brücke, später für Fußgänger: Änderung läuft Ü').subarray(0, -1)
    const bytes = Buffer.concat([cut, Buffer.from('</a>')])
    const text = '<a>Größere Züge über die Brücke, später für Fußgänger: Änderung läuft \ufffd</a>'
    expect(decodeBytes(bytes)).toEqual({ text, encoding: 'utf-8' })
    expect(decodeBytes(bytes, 'text/xml; charset=iso-8859-1')).toEqual({ text, encoding: 'utf-8' })
  })

  test('a name in UTF-8 amid another encoding does not make the document UTF-8', () => {
    const western = Buffer.from('<a>é à è ç ô ù ï ë â î û é</a>', 'latin1')
    const bytes = Buffer.concat([western, Buffer.from('<b>Zoë</b>')])
    expect(decodeBytes(bytes, 'text/xml; charset=iso-8859-1').encoding).toBe('windows-1252')
  })
})
