import { describe, expect, test } from 'vitest'
import type { ArticleId } from '../../src/model/article.ts'
import type { Bullet, Citation } from '../../src/model/digest.ts'
import { gated, passesGate } from '../../src/summarizers/gate.ts'
import { sampleArticle } from '../contracts/summarizer.ts'

const text = 'London (CNN)A 19-year-old man from Tarn won 1,200 crowns on Friday, the club said. Nobody else played.'
const article = sampleArticle({ text })
const articles = [article]

function citing(quote: string, changes: Partial<Citation> = {}): Citation {
  const start = text.indexOf(quote)
  const { id: articleId, outlet, url, publishedAt } = article
  return { articleId, outlet, url, publishedAt, start, end: start + quote.length, quote, ...changes }
}

const first = citing('A 19-year-old man from Tarn won 1,200 crowns on Friday, the club said.')
const bullet = (words: string, ...citations: Citation[]): Bullet => ({
  text: words,
  citations: [citations[0] ?? first, ...citations.slice(1)],
})

describe('passesGate', () => {
  test('lets a sentence pass whole and with words left out', () => {
    expect(passesGate(bullet(first.quote), articles)).toBe(true)
    expect(passesGate(bullet('A man from Tarn won 1,200 crowns, the club said.'), articles)).toBe(true)
  })

  test('stops "LondonA": a place glued to the first word of the sentence', () => {
    const whole = citing('London (CNN)A 19-year-old man from Tarn won 1,200 crowns on Friday, the club said.')
    expect(passesGate(bullet('LondonA 19-year-old man from Tarn won 1,200 crowns on Friday.', whole), articles)).toBe(
      'ungrounded',
    )
  })

  test('stops a figure that the sentence does not hold, takes another spelling of the same', () => {
    expect(passesGate(bullet('A man from Tarn won 12,000 crowns.'), articles)).toBe('number')
    expect(passesGate(bullet('A man from Tarn won 1200 crowns.'), articles)).toBe('ungrounded')
  })

  test('stops a name that the sentence does not hold', () => {
    expect(passesGate(bullet('A man from Bergen won.'), articles)).toBe('name')
  })

  test('stops words that were moved or added', () => {
    expect(passesGate(bullet('The club won 1,200 crowns.'), articles)).toBe('ungrounded')
    expect(passesGate(bullet('A man from Tarn never won 1,200 crowns.'), articles)).toBe('ungrounded')
  })

  test('lets nobody but a model have words of its own, and holds those to all that they rest on', () => {
    const words = 'The club said on Friday that a man of 19 from Tarn won 1,200 crowns.'
    expect(passesGate(bullet(words), articles)).toBe('ungrounded')
    const reworded = { model: 'm', restsOn: 1 }
    const whole = 'The club said that a 19-year-old from Tarn won 1,200 crowns on Friday.'
    expect(passesGate({ ...bullet(whole), reworded }, articles)).toBe(true)
    const moved = 'The club said on Friday that a 19-year-old from Tarn won 1,200 crowns.'
    expect(passesGate({ ...bullet(moved), reworded }, articles)).toBe('cut')
    const second = citing('Nobody else played.')
    expect(passesGate({ ...bullet(whole, second, first), reworded }, articles)).not.toBe(true)
    expect(passesGate({ ...bullet(whole, first, second), reworded: { model: 'm', restsOn: 2 } }, articles)).toBe(
      'ungrounded',
    )
  })

  test('stops citations of unknown articles and of other places in the text', () => {
    expect(passesGate(bullet(first.quote, { ...first, articleId: 'other' as ArticleId }), articles)).toBe(
      'unknownArticle',
    )
    expect(passesGate(bullet(first.quote, { ...first, start: 0 }), articles)).toBe('wrongQuote')
  })

  test('stops a bullet without words', () => {
    expect(passesGate(bullet('…'), articles)).toBe('empty')
  })
})

test('a gated summariser drops what does not pass, keeps the rest and hands on what was asked for', async () => {
  const good = { text: first.quote, citations: [first] } as const
  const bad = { text: 'A man from Tarn won 9,999 crowns.', citations: [first] } as const
  const asked: unknown[] = []
  const made = gated({
    name: 'two',
    async summarize(_articles, bullets, _signal, focus) {
      asked.push(bullets, focus)
      return [bad, good]
    },
  })
  expect(await made.summarize(articles, 2, new AbortController().signal, [['tarn']])).toEqual([good])
  expect(asked).toEqual([2, [['tarn']]])
  expect(made.name).toBe('two')
})
