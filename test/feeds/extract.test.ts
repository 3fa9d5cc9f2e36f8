import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { extractArticle } from '../../src/feeds/extract.ts'
import { extractPage } from '../../src/feeds/page-bytes.ts'

const PAGE = 'https://www.saltby.example/news/harbour-wall?utm_medium=rss&id=7'
const pageNamed = (name: string): string =>
  readFileSync(new URL(`../fixtures/pages/${name}.html`, import.meta.url), 'utf8')

const sentence = 'The council of the town met on Monday and spoke for hours about the bridge, the school and the mill. '
const around = (head: string, body: string): string =>
  `<html><head>${head}</head><body><article><h1>The bridge</h1><p>${sentence.repeat(3)}</p><p>${sentence.repeat(4)}</p>${body}</article></body></html>`

describe('the article of a page', () => {
  const article = extractArticle(pageNamed('harbour'), PAGE)
  const lines = article?.text.split('\n\n') ?? []

  test('comes with what the page says about it, its address without tracking parameters', () => {
    expect(article).toMatchObject({
      title: 'Harbour wall of Saltby gives way after the storm',
      byline: expect.stringContaining('Nell Tarrant'),
      language: 'en-GB',
      siteName: 'The Saltby Post',
      publishedAt: new Date('2026-03-04T06:30:00Z'),
      imageUrl: 'https://www.saltby.example/pictures/wall.jpg',
      url: 'https://www.saltby.example/news/harbour-wall?id=7',
      isCutOff: false,
    })
  })

  test('keeps paragraphs, list items and sub-headings as lines of their own, in order', () => {
    const wanted = [
      /^The old harbour wall of Saltby gave way on Tuesday night, .* said\.$/,
      /^Nobody was hurt\. .* report\.$/,
      /^What the storm did$/,
      /^Waves of seven metres/,
      /^Who pays$/,
      /^a loan of the county/,
      /^a levy on every berth/,
      /^a grant from the national fund/,
      /^Councillor Bram Oakes/,
    ]
    const places = wanted.map(pattern => lines.findIndex(line => pattern.test(line)))
    expect(places).toEqual([...places].toSorted((a, b) => a - b))
    expect(places).not.toContain(-1)
  })

  test('leaves out navigation, captions, advertisements, newsletters, related articles and the footer', () => {
    for (const left of [
      'Tide tables',
      'lighthouse',
      'Share',
      'Advertisement',
      'inbox',
      'Related',
      'Copyright',
      'color',
    ]) {
      expect(article?.text).not.toContain(left)
    }
  })

  test('ends where the publisher stops readers who have not paid, and says so', () => {
    const stub = extractArticle(pageNamed('paywall'), PAGE)
    expect(stub?.isCutOff).toBe(true)
    expect(stub?.text).toMatch(/medicine and bread\.$/)
    expect(stub?.text).not.toMatch(/subscriber|pound/)
  })

  test('loses only the notice when the text goes on after it', () => {
    const page = around('', `<p>Already a subscriber? Log in</p><p>${sentence.repeat(15)}</p>`)
    const whole = extractArticle(page, PAGE)
    expect(whole).toMatchObject({ isCutOff: false })
    expect(whole?.text).not.toContain('subscriber')
    expect(whole?.text.length).toBeGreaterThan(sentence.length * 20)
  })

  test('keeps a sub-heading that reads like the label of a list, when prose follows it', () => {
    const page = around('', `<h2>More in common</h2><p>${sentence}</p>`)
    expect(extractArticle(page, PAGE)?.text).toContain('More in common')
  })

  test.each([
    ['on a foreign site', '<link rel="canonical" href="https://elsewhere.example/story">'],
    ['at the front page', '<link rel="canonical" href="https://www.saltby.example/">'],
    ['that is no web address', '<link rel="canonical" href="javascript:alert(1)">'],
  ])('has the address that was asked for when its own stands %s', (_, head) => {
    expect(extractArticle(around(head, ''), PAGE)?.url).toBe('https://www.saltby.example/news/harbour-wall?id=7')
  })

  test.each(['javascript:alert(1)', 'data:image/png;base64,AAAA', 'file:///etc/passwd'])(
    'has no lead image at %s',
    address => {
      const page = around(`<meta property="og:image" content="${address}">`, '')
      expect(extractArticle(page, PAGE)).not.toHaveProperty('imageUrl')
    },
  )

  test.each([
    ['nothing', ''],
    ['plain words', 'hello'],
    ['an empty body', '<html><body></body></html>'],
    ['a picture', '<img src=x>'],
    ['bytes of something else', '%PDF-1.7 \u0000\u0001'],
  ])('is missing, without a fault, in %s', (_, html) => {
    const found = extractArticle(html, PAGE)
    expect(found === undefined || found.text.length < 100).toBe(true)
  })
})

test('a page is read in the encoding that it names in a meta element, when the server named none', () => {
  const russian = 'Паром между островом и берегом снова ходит каждый час. '.repeat(12)
  const html = `<html><head><meta charset="windows-1251"><title>x</title></head><body><article><p>${russian}</p></article></body></html>`
  const bytes = Uint8Array.from(html, letter => {
    const code = letter.codePointAt(0) ?? 0
    return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code
  })
  expect(extractPage(bytes, { url: PAGE, contentType: 'text/html' })?.text).toContain('Паром между островом')
})
