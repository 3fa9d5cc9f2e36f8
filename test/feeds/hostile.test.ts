import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { normalizeEntries } from '../../src/feeds/normalize.ts'
import { parseFeed } from '../../src/feeds/parse.ts'
import type { FeedId, ParsedFeed } from '../../src/model/feed.ts'

const LIMIT_MS = 4000
const OWNER = { id: 'f' as FeedId, url: 'https://a.example/feed', title: 'A', language: 'en', topics: [] }

/** Parses and normalizes, as a poll does. */
async function readAll(text: string): Promise<ParsedFeed> {
  const parsed = await parseFeed(Buffer.from(text), { url: 'https://a.example/feed' })
  normalizeEntries(parsed, OWNER, new Date('2026-03-01T00:00:00Z'))
  return parsed
}

const item = (body: string): string =>
  `<rss version="2.0"><channel><item><title>x</title><description>${body}</description></item></channel></rss>`

test.each([
  ['300,000 escaped "<"', item('&lt;'.repeat(300_000))],
  ['20,000 escaped "<br "', item('&lt;br '.repeat(20_000))],
  ['60,000 open links', item(`<![CDATA[${'<a href='.repeat(60_000)}]]>`)],
  ['a million "&"', item('&'.repeat(1_000_000))],
  ['a million "<" in CDATA', item(`<![CDATA[${'<'.repeat(1_000_000)}]]>`)],
  ['200,000 nested elements', item('<b>'.repeat(200_000))],
  ['200,000 nested and closed elements', item(`${'<b>'.repeat(200_000)}${'</b>'.repeat(200_000)}`)],
  ['200,000 nested tags in the HTML of a body', item(`<![CDATA[${'<div>'.repeat(200_000)}x]]>`)],
  [
    '200,000 attributes',
    item(
      `<![CDATA[x]]></description><y ${Array.from({ length: 200_000 }, (_, n) => `a${n}="1"`).join(' ')}/><description>`,
    ),
  ],
  ['a million numeric references', item('&#65;'.repeat(1_000_000))],
  ['an unclosed CDATA of 2 MB', item(`<![CDATA[${'x '.repeat(1_000_000)}`)],
  ['100,000 unclosed CDATA sections', item('<![CDATA['.repeat(100_000))],
  ['an unclosed comment of 2 MB', `${item('x').slice(0, -30)}<!--${'- '.repeat(1_000_000)}`],
  ['100,000 items', item('x').replace('</channel>', `${'<item><title>y</title></item>'.repeat(100_000)}</channel>`)],
])('%s take a few seconds at most', async (_, text) => {
  const start = performance.now()
  const parsed = await readAll(text)
  expect(performance.now() - start).toBeLessThan(LIMIT_MS)
  expect(parsed.entries.length).toBeGreaterThan(0)
})

test('JSON nested 200,000 deep is refused', async () => {
  const text = `{"version":"https://jsonfeed.org/version/1.1","items":${'['.repeat(200_000)}${']'.repeat(200_000)}}`
  const outcome = await readAll(text).catch((error: Error) => error)
  expect(outcome).toSatisfy(value =>
    value instanceof Error ? value.name === 'FormatError' : value.entries.length <= 1,
  )
})

test('a billion laughs are not expanded', async () => {
  const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY lol${n + 1} "${`&lol${n};`.repeat(10)}">`).join('')
  const text = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY lol0 "lol">${laughs}]>${item('&lol9;')}`
  const { entries } = await readAll(text)
  expect(entries[0]?.summary).toBe('&lol9;')
})

test('one long entity used often grows the text by a bounded amount', async () => {
  const text = `<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(200)}">]>${item('&a;'.repeat(100_000))}`
  const { entries } = await readAll(text)
  expect(entries[0]?.summary?.length).toBeLessThan(500_000)
})

test('external entities read no file and no address', async () => {
  let hits = 0
  const server = createServer((_, response) => {
    hits += 1
    response.end('secret')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  try {
    const { entries } = await readAll(
      `<!DOCTYPE rss [<!ENTITY % p SYSTEM "http://127.0.0.1:${port}/p.dtd"> %p; <!ENTITY f SYSTEM "file:///etc/hostname"><!ENTITY u SYSTEM "http://127.0.0.1:${port}/">]>${item('a&f;b&u;c')}`,
    )
    expect(entries[0]?.summary).toBe('a&f;b&u;c')
    expect(hits).toBe(0)
  } finally {
    server.close()
  }
})
