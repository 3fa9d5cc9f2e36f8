import { describe, expect, it } from 'vitest'
import { feedIdOf } from '../../src/feeds/feed-id.ts'
import { exportOpml } from '../../src/feeds/opml.ts'
import { readOpml } from '../../src/feeds/opml-read.ts'
import { FormatError } from '../../src/model/errors.ts'
import type { Feed } from '../../src/model/feed.ts'

const NOW = new Date('2026-03-01T08:00:00Z')
const read = (body: string) => readOpml(Buffer.from(`<opml version="2.0"><body>\n${body}\n</body></opml>`))
const feed = (url: string, title: string, topics: readonly string[], siteUrl?: string): Feed => ({
  id: feedIdOf(url),
  url,
  title,
  topics,
  ...(siteUrl === undefined ? {} : { siteUrl }),
  addedAt: NOW,
  nextPollAt: NOW,
  failures: 0,
  validators: {},
})

describe('readOpml', () => {
  it('reads nested outlines; the innermost folder is a category', () => {
    const { rows } = read(`<outline text="All">
      <outline text="Science"><outline type="rss" text="Tides" xmlUrl="https://a.example/f"/></outline>
      <outline type="rss" title="Boats &amp; co" text="x" xmlUrl=" b.example/f#top " htmlUrl="https://b.example/"></outline>
    </outline><outline text="c" xmlUrl="https://c.example/f"/>`)
    expect(rows).toEqual([
      { line: 3, url: 'https://a.example/f', title: 'Tides', categories: ['Science'] },
      { line: 4, url: 'https://b.example/f', title: 'Boats & co', siteUrl: 'https://b.example/', categories: ['All'] },
      { line: 5, url: 'https://c.example/f', title: 'c', categories: [] },
    ])
  })

  it('gives back what was exported: addresses, titles, sites and categories', () => {
    const feeds = [
      feed('https://a.example/f?x=1&y="2"', 'Tides & <Boats> "daily"', ['science', 'world'], 'https://a.example/'),
      feed('https://b.example/f', 'Гавань 港', []),
    ]
    const { rows, faults } = readOpml(Buffer.from(exportOpml(feeds, 'My & feeds', NOW)))
    expect(faults).toEqual([])
    expect(rows.map(({ line: _line, ...row }) => row)).toEqual(
      feeds.map(({ url, title, siteUrl, topics }) => ({
        url: new URL(url).href,
        title,
        ...(siteUrl === undefined ? {} : { siteUrl }),
        categories: topics,
      })),
    )
  })

  it('tells what can not be a feed by its line, and reads the rest', () => {
    const { rows, faults } = read(
      '<outline type="rss" text="No address"/>\n<outline text="x" xmlUrl="ftp://x.example/"/>\n<outline text="y" xmlUrl="https://y.example/"/>\n<outline text="Empty folder"/>',
    )
    expect(rows.map(({ url }) => url)).toEqual(['https://y.example/'])
    expect(faults).toEqual([
      { line: 2, reason: 'noAddress', value: 'No address' },
      { line: 3, reason: 'badAddress', value: 'ftp://x.example/' },
    ])
  })

  it('reads broken markup, odd names and old encodings', () => {
    const broken =
      '<OPML><outline TITLE="A & B" XMLURL="https://a.example/?x=1&y=2"><outline xmlUrl=\'https://b.example/f\''
    expect(readOpml(Buffer.from(broken)).rows.map(({ url, title }) => [url, title])).toEqual([
      ['https://a.example/?x=1&y=2', 'A & B'],
    ])
    const head = '<?xml version="1.0" encoding="windows-1251"?><opml><body><outline xmlUrl="https://a.example/f" text="'
    const bytes = Buffer.concat([Buffer.from(head), Buffer.from([0xc3, 0xe0, 0xe2]), Buffer.from('"/></body></opml>')])
    expect(readOpml(bytes).rows[0]?.title).toBe('Гав')
  })

  it('expands no entity of the document and opens no file (case 116)', () => {
    const laughs = '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">'
    const document = `<?xml version="1.0"?><!DOCTYPE opml [${laughs}]><opml><body><outline text="&b;&x;" xmlUrl="https://a.example/f"/></body></opml>`
    expect(readOpml(Buffer.from(document)).rows[0]?.title).toBe('&b;&x;')
  })

  it('takes the first five thousand feeds of a list and counts the rest, fast (case 116)', () => {
    const rows = Array.from({ length: 60_000 }, (_, at) => `<outline xmlUrl="https://a.example/${at}"/>\n`)
    const started = performance.now()
    const list = read(rows.join(''))
    expect(list.rows).toHaveLength(5_000)
    expect(list.left).toBe(55_000)
    const deep = read('<outline text="x">'.repeat(200_000))
    expect(deep.rows).toEqual([])
    expect(performance.now() - started).toBeLessThan(4_000)
  })

  it.each([
    ['a page', '<!doctype html><html><body>opml</body></html>'],
    ['a feed', '<rss version="2.0"><channel><title>opml</title></channel></rss>'],
    ['nothing', ''],
    ['a picture', '\u0089PNG\r\n'],
  ])('refuses %s', (_name, text) => {
    expect(() => readOpml(Buffer.from(text))).toThrow(FormatError)
  })
})
