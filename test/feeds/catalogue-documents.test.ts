import { createServer } from 'node:net'
import iconv from 'iconv-lite'
import { afterAll, describe, expect, test } from 'vitest'
import { addFeedAt } from '../../src/feeds/add.ts'
import { articlesOf } from '../../src/feeds/articles-of.ts'
import { createFetcher } from '../../src/feeds/fetch.ts'
import { createParserPool } from '../../src/feeds/parser-pool.ts'
import type { AnalysedArticle } from '../../src/model/article.ts'
import type { Feed, FeedId, ParsedFeed } from '../../src/model/feed.ts'
import { openSqliteStore } from '../../src/stores/sqlite.ts'
import { createFakeClock } from '../fakes/clock.ts'
import { startPublisher } from '../fakes/publisher.ts'
import { leastStretch, longestStretch, ownCpuMs } from './stretch.ts'

// The fault catalogue's cases of documents (40–66), each by its number, each through the thread pool with its real limits and
// then to articles, as a poll does it.

const NOW = new Date('2026-03-01T08:00:00Z')
const URL_OF_FEED = 'https://a.example/feed'
const LIMIT_MS = 6000
const STALL_MS = 100
const MEMORY_MB = 256
const FEED: Feed = {
  id: 'f' as FeedId,
  url: URL_OF_FEED,
  title: 'A',
  language: 'en',
  topics: [],
  addedAt: NOW,
  nextPollAt: NOW,
  failures: 0,
  validators: {},
}
const { signal } = new AbortController()
const pool = createParserPool({ memoryMb: MEMORY_MB })
afterAll(() => pool.close())

const rss = (items: string): string => `<rss version="2.0"><channel><title>T</title>${items}</channel></rss>`
const body = (html: string): string =>
  rss(`<item><guid>1</guid><title>x</title><description>${html}</description></item>`)
const cdata = (html: string): string => body(`<![CDATA[${html}]]>`)

interface Reading {
  readonly parsed: ParsedFeed
  readonly articles: readonly AnalysedArticle[]
}

async function read(document: string | Uint8Array, contentType?: string): Promise<Reading> {
  const bytes = typeof document === 'string' ? Buffer.from(document) : document
  const parsed = await pool.parse(bytes, { url: URL_OF_FEED, contentType }, signal)
  return { parsed, articles: await articlesOf(parsed, FEED, NOW) }
}

/** What came of a hostile document: read or refused, in time, without holding up the main loop. */
async function survive(document: string): Promise<Reading | Error> {
  const bytes = Buffer.from(document)
  // The tables of languages are loaded once, by the first article of a process.
  await read(body('A ferry came back to the harbour.'))
  let outcome: Reading | Error = new Error('nothing')
  const stretch = await leastStretch(async () => {
    const started = performance.now()
    outcome = await read(bytes).catch((error: Error) => error)
    expect(performance.now() - started).toBeLessThan(LIMIT_MS)
  }, STALL_MS)
  expect(stretch).toBeLessThan(STALL_MS)
  const after = await read(body('still here'))
  expect(after.articles[0]?.text).toBe('still here')
  return outcome
}

const isReadOrRefused = (outcome: Reading | Error): boolean =>
  !(outcome instanceof Error) || outcome.name === 'FormatError'

const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('')
const nested = (depth: number, closes: boolean): string =>
  body('<b>'.repeat(depth) + (closes ? '</b>'.repeat(depth) : ''))
const MIB = 1024 * 1024

test('the measure of a stretch sees one', async () => {
  const stretch = await longestStretch(async () => {
    const until = ownCpuMs() + STALL_MS
    while (ownCpuMs() < until) Math.sqrt(until)
  })
  expect(stretch).toBeGreaterThanOrEqual(STALL_MS)
})

describe('hostile documents end in time, within their memory, and hold nothing up', () => {
  test.each<[string, string]>([
    ['case 40: a billion laughs', `<!DOCTYPE rss [<!ENTITY l0 "lol">${laughs}]>${body('&l9;')}`],
    ['case 41: a quadratic blow-up', `<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(9000)}">]>${body('&a;'.repeat(900))}`],
    [
      'case 41: a blow-up of short entities',
      `<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(190)}">]>${body('&a;'.repeat(900_000))}`,
    ],
    ['case 44: 10,000 nested tags', nested(10_000, true)],
    ['case 44: 100,000 nested tags', nested(100_000, false)],
    ['case 44: a million nested tags', nested(1_000_000, false)],
    ['case 44: 500,000 nested tags in a body', cdata('<div>'.repeat(500_000))],
    [
      'case 45: 200,000 attributes',
      rss(`<item ${Array.from({ length: 200_000 }, (_, n) => `a${n}="1"`).join(' ')}><title>x</title></item>`),
    ],
    ['case 46: two million references', body('&#65;'.repeat(2_000_000))],
    ['case 46: as many references as are let through', body('&#65;'.repeat(1_000_000))],
    ['case 47: a CDATA section of 20 MB', cdata('lorem ipsum '.repeat(1_700_000))],
    ['case 48: two million "<"', body('<'.repeat(2_000_000))],
    ['case 48: nine million "<" in a CDATA section', cdata('<'.repeat(9_000_000))],
    ['case 48: as many "<" as are let through', cdata('<'.repeat(1_000_000))],
    ['case 49: two million "&"', body('&'.repeat(2_000_000))],
    ['case 49: nine million "&" in a CDATA section', cdata('&'.repeat(9_000_000))],
    ['case 50: an unclosed CDATA section', body(`<![CDATA[${'x '.repeat(MIB / 2)}`)],
    ['case 50: an unclosed comment', `${body('x').slice(0, -20)}<!--${'- '.repeat(MIB / 2)}`],
    ['case 50: 100,000 unclosed CDATA sections', body('<![CDATA['.repeat(100_000))],
    ['case 50: 9 MB of control characters', body('\u0001'.repeat(9_000_000))],
    ['case 50: 8 MB of quotes in a title', rss(`<item><title>${'"'.repeat(8_000_000)}</title></item>`)],
    [
      'case 50: 300,000 authors of one entry',
      rss(`<item><title>x</title>${'<author>a</author>'.repeat(300_000)}</item>`),
    ],
    [
      'case 50: a base address of 3 MB',
      `<rss xml:base="http://a.example/${'x'.repeat(3e6)}">${'<item xml:base="y"><link>z</link></item>'.repeat(1000)}</rss>`,
    ],
    ['case 50: addresses to resolve, 450,000 of them', cdata('<a href="x">y'.repeat(450_000))],
    [
      'case 59: JSON nested 200,000 deep',
      `{"version":"https://jsonfeed.org/version/1.1","items":${'['.repeat(200_000)}${']'.repeat(200_000)}}`,
    ],
    [
      'case 59: JSON of three million empty items',
      `{"version":"https://jsonfeed.org/version/1.1","items":[${'{},'.repeat(3_000_000)}{}]}`,
    ],
    ['case 63: 100,000 items', rss('<item><title>x</title></item>'.repeat(100_000))],
  ])('%s', async (_name, document) => {
    expect(isReadOrRefused(await survive(document))).toBe(true)
  })

  test('case 40 and 41: entities are not nested, and what they add is bounded', async () => {
    const { parsed } = await read(`<!DOCTYPE rss [<!ENTITY l0 "lol">${laughs}]>${body('&l9;')}`)
    expect(parsed.entries[0]?.summary).toBe('&l9;')
    const blown = await read(`<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(200)}">]>${body('&a;'.repeat(10_000))}`)
    expect(blown.parsed.entries[0]?.summary?.length).toBeLessThan(150_000)
  })

  test('case 44: what lies deeper than two hundred tags is passed over, and what follows is read', async () => {
    const deep = (depth: number): string => `${'<x>'.repeat(depth)}<title>deep</title>${'</x>'.repeat(depth)}`
    const titles = async (depth: number): Promise<readonly (string | undefined)[]> =>
      (await read(rss(`<item><guid>1</guid>${deep(depth)}<title>next</title></item>`))).articles.map(one => one.title)
    expect(await titles(10_000)).toEqual(['next'])
    const { parsed } = await read(
      `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>t</title><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${'<b>'.repeat(5000)}</div></content></entry></feed>`,
    )
    const tags = parsed.entries[0]?.content?.match(/<b>/g)?.length ?? 0
    expect(tags).toBeGreaterThan(100)
    expect(tags).toBeLessThanOrEqual(200)
  })

  test('case 42 and 43: external entities and document types open no file and no connection', async () => {
    let hits = 0
    const listener = createServer(socket => {
      hits += 1
      socket.destroy()
    })
    await new Promise<void>(resolve => listener.listen(0, '127.0.0.1', resolve))
    const address = listener.address()
    const at = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/x.dtd`
    const started = performance.now()
    const { parsed } = await read(
      `<!DOCTYPE rss SYSTEM "${at}" [<!ENTITY % p SYSTEM "${at}"> %p; <!ENTITY f SYSTEM "file:///etc/hostname"><!ENTITY u SYSTEM "${at}">]>${body('a&f;b&u;c')}`,
    )
    expect(performance.now() - started).toBeLessThan(LIMIT_MS)
    expect(parsed.entries[0]?.summary).toBe('a&f;b&u;c')
    await new Promise(resolve => listener.close(resolve))
    expect(hits).toBe(0)
  })
})

describe('characters and encodings', () => {
  test('case 51: NUL, controls, lone surrogates, noncharacters, overrides and invisible blanks are in no article', async () => {
    const odd = 'a\u0000b\u0007c\ufffed\u202ee\u200bf\u2066g\u00adh'
    const json = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      items: [{ id: '1', title: odd, content_text: `${odd}\ud800` }],
    })
    for (const document of [
      rss(`<item><guid>1</guid><title>${odd}</title><description>${odd}</description></item>`),
      json,
    ]) {
      const [article] = (await read(document)).articles
      expect([article?.title, article?.text]).toEqual(['abcdefgh', expect.stringMatching(/^abcdefgh\ufffd?$/)])
    }
  })

  test.each([
    ['ISO-8859-1', 'Le ferry est rentré', undefined],
    ['windows-1251', 'Паром вернулся', undefined],
    ['Shift_JIS', '台風で船が港に戻った', undefined],
    ['GBK', '渡轮返回港口', undefined],
    ['windows-1251', 'Паром вернулся', 'text/xml; charset=windows-1251'],
  ])('case 52: %s is read rightly', async (encoding, title, contentType) => {
    const declared = contentType === undefined ? encoding : 'ISO-8859-1'
    const text = `<?xml version="1.0" encoding="${declared}"?>${rss(`<item><title>${title}</title></item>`)}`
    const { articles } = await read(iconv.encode(text, encoding), contentType)
    expect(articles[0]?.title).toBe(title)
  })

  test('case 52: UTF-16 with its mark is read rightly, whatever the header says', async () => {
    const bytes = iconv.encode(rss('<item><title>Паром</title></item>'), 'utf-16le', { addBOM: true })
    expect((await read(bytes, 'text/xml; charset=iso-8859-1')).articles[0]?.title).toBe('Паром')
  })
})

describe('what publishers get wrong', () => {
  const titleOf = async (title: string): Promise<string | undefined> =>
    (await read(rss(`<item><title>${title}</title></item>`))).articles[0]?.title

  test.each(['\ufeff', '\n\n  ', '<br />\n<b>Warning</b>: index.php on line 3<br />\n', 'Notice: x\n'])(
    'case 53: %j before the XML declaration is passed over',
    async junk => {
      expect((await read(`${junk}<?xml version="1.0"?>${body('hello')}`)).articles[0]?.text).toBe('hello')
    },
  )

  test.each([
    ['AT&T', 'AT&T'],
    ['I <3 you', 'I <3 you'],
    ['caf&eacute;', 'café'],
    ['a&nbsp;b', 'a b'],
  ])('case 54: "%s" is read, not refused', async (written, wanted) => expect(await titleOf(written)).toBe(wanted))

  test('case 55: each layer is decoded once', async () => {
    const { parsed, articles } = await read(body('&amp;amp;lt;b&amp;amp;gt;'))
    expect(parsed.entries[0]?.summary).toBe('&amp;lt;b&amp;gt;')
    expect(articles[0]?.text).toBe('&lt;b&gt;')
  })

  test('case 56: names of JavaScript objects are names like others', async () => {
    const { articles } = await read(
      rss('<item><__proto__>a</__proto__><constructor>b</constructor><title>x</title></item>'),
    )
    expect(articles[0]?.title).toBe('x')
    const json =
      '{"version":"https://jsonfeed.org/version/1.1","__proto__":{"bad":1},"items":[{"id":"1","title":"y","__proto__":{"bad":1},"constructor":{"x":1}}]}'
    expect((await read(json)).articles[0]?.title).toBe('y')
    expect(({} as Record<string, unknown>).bad).toBeUndefined()
  })

  test('case 57: a document that breaks off gives its complete items', async () => {
    const items = Array.from({ length: 9 }, (_, n) => `<item><guid>${n}</guid><title>t${n}</title></item>`).join('')
    const { articles } = await read(`<rss><channel>${items}<item><gu`)
    expect(articles.map(({ title }) => title)).toEqual(Array.from({ length: 9 }, (_, n) => `t${n}`))
  })

  test.each([
    ['a page', '<!doctype html><html><body>hi</body></html>', 'html'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), 'unknown'],
    ['a PDF', '%PDF-1.7 \u0000 <<', 'unknown'],
    ['an error in JSON', '{"error":"not found"}', 'unknown'],
    ['nothing', '', 'empty'],
  ])('case 58: %s is no feed, and said to be so', async (_name, document, found) => {
    await expect(read(document)).rejects.toMatchObject({ name: 'FormatError', found })
  })

  test.each([
    ['RSS 0.91', rss('<item><title>x</title></item>').replace('2.0', '0.91')],
    ['RSS 2.0', rss('<item><title>x</title></item>')],
    [
      'RDF',
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel/><item><title>x</title></item></rdf:RDF>',
    ],
    ['Atom 1.0', '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>x</title></entry></feed>'],
    ['Atom 0.3', '<feed xmlns="http://purl.org/atom/ns#" version="0.3"><entry><title>x</title></entry></feed>'],
    [
      'a podcast',
      rss('<item><itunes:title xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">x</itunes:title></item>'),
    ],
    ['JSON Feed 1.1', '{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","title":"x"}]}'],
  ])('case 59: %s is read', async (_name, document) => expect((await read(document)).articles[0]?.title).toBe('x'))
})

describe('which entry is which', () => {
  const idsOf = async (items: string): Promise<readonly string[]> =>
    (await read(rss(items))).articles.map(({ id }) => id)

  test('case 60: an entry without guid has the key of its link, and keeps it when its title changes', async () => {
    const entry = (title: string): string => `<item><title>${title}</title><link>https://a.example/1</link></item>`
    expect(await idsOf(entry('one'))).toEqual(await idsOf(entry('two')))
  })

  test('case 60: an empty entry is none, and one guid is one article', async () => {
    expect(await idsOf('<item></item><item/>')).toEqual([])
    expect(
      await idsOf('<item><guid>1</guid><title>a</title></item><item><guid>1</guid><title>b</title></item>'),
    ).toHaveLength(1)
  })

  test.each([
    ['missing', '', NOW],
    ['of 1970', '<pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate>', NOW],
    ['of 2099', '<pubDate>Thu, 01 Jan 2099 00:00:00 GMT</pubDate>', NOW],
    ['with a two-digit year', '<pubDate>Sat, 28 Feb 26 08:00:00 GMT</pubDate>', new Date('2026-02-28T08:00:00Z')],
    ['in an unknown zone', '<pubDate>Sat, 28 Feb 2026 08:00:00 XYZ</pubDate>', new Date('2026-02-28T08:00:00Z')],
  ])('case 62: a date that is %s', async (_name, date, wanted) => {
    const { articles } = await read(rss(`<item><title>x</title>${date}</item>`))
    expect(articles[0]?.publishedAt).toEqual(wanted)
  })

  test('case 63: of 10,000 new entries a thousand are read', async () => {
    const items = Array.from({ length: 10_000 }, (_, n) => `<item><guid>${n}</guid><title>t</title></item>`).join('')
    expect((await read(rss(items))).articles).toHaveLength(1000)
  })

  test('case 64: an entry that is edited fifty times stays one article', async () => {
    const keys = new Set<string>()
    for (let edit = 0; edit < 50; edit += 1) {
      for (const id of await idsOf(
        `<item><guid>7</guid><title>t${edit}</title><description>b${edit}</description></item>`,
      ))
        keys.add(id)
    }
    expect(keys.size).toBe(1)
  })

  test('case 65: a first subscription to a feed of 500 entries shows one', async () => {
    const server = await startPublisher()
    const clock = createFakeClock(NOW)
    const store = await openSqliteStore({ path: ':memory:', now: clock.now })
    const fetcher = createFetcher({ allow: [server.allow()], userAgent: 'test', clock })
    const items = Array.from({ length: 500 }, (_, n) => `<item><guid>${n}</guid><title>t${n}</title></item>`).join('')
    server.set('/feed', { body: rss(items) })
    const added = await addFeedAt(
      server.url('/feed'),
      [],
      { store, fetcher, parse: pool.parse, clock, random: () => 0 },
      signal,
    )
    expect(added.newest?.title).toMatch(/^t\d+$/)
    expect(await store.listArticles({ limit: 600 })).toHaveLength(500)
    await fetcher.close()
    await store.close()
    await server.close()
  })
})
