import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseFeed } from '../../src/feeds/parse.ts'
import { FormatError } from '../../src/model/errors.ts'

const FIXTURES = new URL('../fixtures/feeds/', import.meta.url)
const URL_OF_FEED = 'https://gazette.example/feed.xml'

const read = (name: string): Buffer => readFileSync(new URL(name, FIXTURES))
const parse = (text: string) => parseFeed(Buffer.from(text), { url: URL_OF_FEED })
const rss = (items: string): string => `<rss version="2.0"><channel><title>T</title>${items}</channel></rss>`

describe('golden pairs', () => {
  test.each([
    ['rss-2.0.xml', 'rss-2.0.json'],
    ['rss-0.91.xml', 'rss-0.91.json'],
    ['rdf-1.0.xml', 'rdf-1.0.json'],
    ['atom-1.0.xml', 'atom-1.0.json'],
    ['atom-0.3.xml', 'atom-0.3.json'],
    ['json-feed-1.1.feed', 'json-feed-1.1.json'],
  ])('%s is read as %s says', async (feed, wanted) => {
    const parsed = await parseFeed(read(feed), { contentType: undefined, url: URL_OF_FEED })
    expect(JSON.parse(JSON.stringify(parsed))).toEqual(JSON.parse(read(wanted).toString()))
  })

  test('JSON Feed 1.0 with a single author is read', async () => {
    const parsed = await parse(
      '{"version":"https://jsonfeed.org/version/1","items":[{"id":"a","author":{"name":"Ann"}}]}',
    )
    expect(parsed.entries[0]?.authors).toEqual(['Ann'])
  })
})

describe('entries with gaps', () => {
  test('without guid, the link is the id; without both, there is none', async () => {
    const { entries } = await parse(rss('<item><link>https://a.example/1</link></item><item><title>x</title></item>'))
    expect(entries.map(entry => entry.id)).toEqual(['https://a.example/1', undefined])
  })

  test('a date that is no date is left out and takes nothing with it', async () => {
    const { entries } = await parse(
      '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><updated>soon</updated></entry><entry><id>2</id><updated>2026-01-01T00:00:00Z</updated></entry></feed>',
    )
    expect(entries.map(entry => [entry.id, entry.updatedAt?.toISOString()])).toEqual([
      ['1', undefined],
      ['2', '2026-01-01T00:00:00.000Z'],
    ])
  })

  test('a title is made from the body when there is none', async () => {
    const { entries } = await parse(rss('<item><description>&lt;p&gt;Only a body.&lt;/p&gt;</description></item>'))
    expect(entries[0]?.title).toBe('Only a body.')
  })

  test('at most 1,000 entries are read', async () => {
    const { entries } = await parse(rss('<item><title>x</title></item>'.repeat(1200)))
    expect(entries).toHaveLength(1000)
  })
})

describe('broken feeds', () => {
  test('a truncated feed gives its complete items', async () => {
    const whole = rss(
      Array.from(
        { length: 15 },
        (_, n) => `<item><guid>${n}</guid><title>t${n}</title><link>https://a.example/${n}</link></item>`,
      ).join(''),
    )
    const { entries } = await parse(`${whole.slice(0, whole.lastIndexOf('</channel>'))}<item><guid>15</gu`)
    expect(entries.slice(0, 15).map(entry => entry.title)).toEqual(Array.from({ length: 15 }, (_, n) => `t${n}`))
  })

  test('a bare & stays an &', async () => {
    const { entries } = await parse(rss('<item><title>AT&T</title><link>https://a.example/?a=1&copy=2</link></item>'))
    expect(entries[0]).toMatchObject({ title: 'AT&T', url: 'https://a.example/?a=1&copy=2' })
  })

  test('a bare < stays a <', async () => {
    const { entries } = await parse(rss('<item><title>I <3 you</title><guid>1</guid></item>'))
    expect(entries[0]).toMatchObject({ title: 'I <3 you', id: '1' })
  })

  test('HTML entities in XML are understood', async () => {
    const { entries } = await parse(rss('<item><title>caf&eacute;&nbsp;noir</title></item>'))
    expect(entries[0]?.title).toBe('café\u00a0noir')
  })

  test('junk before the XML declaration is passed over', async () => {
    const { entries } = await parse(
      `\ufeff\n\nWarning: line 3 of index.php\n<?xml version="1.0"?>${rss('<item><title>x</title></item>')}`,
    )
    expect(entries).toHaveLength(1)
  })

  test('a feed without version is read', async () => {
    expect((await parse('<rss><channel><item><title>x</title></item></channel></rss>')).entries).toHaveLength(1)
  })

  test('prefixed Atom is read', async () => {
    const { entries } = await parse(
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:id>1</a:id><a:title>x</a:title></a:entry></a:feed>',
    )
    expect(entries[0]).toMatchObject({ id: '1', title: 'x' })
  })

  test('upper case is read', async () => {
    const { entries } = await parse('<RSS><CHANNEL><ITEM><TITLE>x</TITLE><GUID>1</GUID></ITEM></CHANNEL></RSS>')
    expect(entries[0]).toMatchObject({ title: 'x', id: '1' })
  })

  test('elements named like parts of JavaScript objects change nothing', async () => {
    const { entries } = await parse(
      rss('<item><__proto__>a</__proto__><constructor>b</constructor><title>x</title></item>'),
    )
    expect(entries[0]?.title).toBe('x')
    expect(Object.prototype).not.toHaveProperty('a')
    const json = await parse(
      '{"version":"https://jsonfeed.org/version/1.1","__proto__":{"bad":1},"items":[{"id":"1","constructor":{"x":1}}]}',
    )
    expect(json.entries[0]?.id).toBe('1')
    expect(({} as Record<string, unknown>).bad).toBeUndefined()
  })

  test('an Atom link without attributes takes nothing with it', async () => {
    const { entries } = await parse('<feed xmlns="http://www.w3.org/2005/Atom"><entry><link/><id>1</id></entry></feed>')
    expect(entries[0]?.id).toBe('1')
  })
})

describe('what is no feed', () => {
  test.each([
    ['a web page', '<!doctype html><html><head><title>x</title></head><body>hi</body></html>', 'html'],
    ['a page without doctype', '<html><body><item>x</item></body></html>', 'html'],
    ['nothing', '', 'empty'],
    ['blanks', ' \n\t ', 'empty'],
    ['an error in JSON', '{"error":"not found"}', 'unknown'],
    ['broken JSON', '{"version":', 'unknown'],
    ['plain text', 'hello', 'unknown'],
    ['a PDF', '%PDF-1.7 \u0000\u0001 <<', 'unknown'],
    ['other XML', '<svg><g/></svg>', 'unknown'],
  ])('%s is refused and named', async (_, text, found) => {
    await expect(parse(text)).rejects.toMatchObject({ name: 'FormatError', found })
  })

  test('any bytes are a feed or a FormatError', async () => {
    const pieces = fc.constantFrom(
      '<rss>',
      '<channel>',
      '<item>',
      '</item>',
      '<title>',
      '&amp;',
      '<![CDATA[',
      ']]>',
      '<!--',
      '<feed',
      ' xmlns="',
      '"',
      '{"items":[',
      '<!DOCTYPE',
      '\u0000',
      '<?xml',
    )
    const text = fc
      .array(fc.oneof(pieces, fc.string({ unit: 'binary' })), { maxLength: 30 })
      .map(parts => Buffer.from(parts.join('')))
    await fc.assert(
      fc.asyncProperty(fc.oneof(text, fc.uint8Array({ maxLength: 300 })), async bytes => {
        const outcome = await parseFeed(bytes, {}).catch((error: unknown) => error)
        expect(outcome instanceof FormatError || Array.isArray((outcome as { entries?: unknown }).entries)).toBe(true)
      }),
      { numRuns: 400 },
    )
  })
})

test('rss-parser never downloads: parseURL is called nowhere', () => {
  const root = new URL('../../src/', import.meta.url)
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts'))
  expect(files.length).toBeGreaterThan(20)
  expect(files.filter(name => readFileSync(new URL(name, root), 'utf8').includes('parseURL'))).toEqual([])
})
