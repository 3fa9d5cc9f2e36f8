import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { articlesOf } from '../../src/feeds/articles-of.ts'
import { parseFeed } from '../../src/feeds/parse.ts'
import { createParserPool } from '../../src/feeds/parser-pool.ts'
import { FormatError } from '../../src/model/errors.ts'
import type { Feed, FeedId } from '../../src/model/feed.ts'

// Bytes, and feeds that are nearly right, are a feed or a FormatError: nothing else ever comes out. Bounded in time, not in
// runs, so that a busy machine tries fewer of them.

const TIME_MS = 1500
const RUNS_MAX = 5000
const NOW = new Date('2026-03-01T08:00:00Z')
const FEED: Feed = {
  id: 'f' as FeedId,
  url: 'https://a.example/feed',
  title: 'A',
  topics: [],
  addedAt: NOW,
  nextPollAt: NOW,
  failures: 0,
  validators: {},
}
const { signal } = new AbortController()
const pool = createParserPool({ limitMs: 2000 })
afterAll(() => pool.close())

const FIXTURES = new URL('../fixtures/feeds/', import.meta.url)
const originals = readdirSync(FIXTURES)
  .filter(name => /\.(?:xml|feed)$/.test(name))
  .map(name => readFileSync(new URL(name, FIXTURES)))

const PIECES = [
  '<',
  '>',
  '&',
  '"',
  "'",
  ']]>',
  '<![CDATA[',
  '<!--',
  '-->',
  '<?',
  '?>',
  '<!DOCTYPE x [',
  '<!ENTITY a "b">',
  '&a;',
  '&#0;',
  '&#x110000;',
  '&#xD800;',
  '\u0000',
  '\ufeff',
  '\ud800',
  '<item>',
  '</item>',
  '<entry>',
  '</channel>',
  '<link href="',
  '<a:b xmlns:a="',
  ' xml:base="http://[',
  ' xml:base="//',
  '<title type="xhtml">',
  '<content mode="base64">',
  '<pubDate>',
  '<guid isPermaLink="',
  '{',
  '}',
  '[',
  ']',
  ':null,',
  '"items":',
  '"items":[[',
  '9'.repeat(400),
  '-1',
  '1e999',
  '<__proto__>',
  '"__proto__":',
  'href=//[',
  'javascript:',
  '\u202e',
] as const

interface Change {
  readonly kind: 'cut' | 'drop' | 'double' | 'swap' | 'insert' | 'flip' | 'nest' | 'widen'
  /** Where, as a share of the document. */
  readonly at: number
  readonly size: number
  readonly piece: string
}

const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom('cut', 'drop', 'double', 'swap', 'insert', 'flip', 'nest', 'widen'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  size: fc.integer({ min: 1, max: 300 }),
  piece: fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 20 })),
})

function applyTo(bytes: Buffer, { kind, at, size, piece }: Change): Buffer {
  const start = Math.floor(at * bytes.length)
  const [before, middle, after] = [
    bytes.subarray(0, start),
    bytes.subarray(start, start + size),
    bytes.subarray(start + size),
  ]
  const filling = Buffer.from(piece)
  switch (kind) {
    case 'cut':
      return Buffer.from(before)
    case 'drop':
      return Buffer.concat([before, after])
    case 'double':
      return Buffer.concat([before, middle, middle, after])
    case 'swap':
      return Buffer.concat([before, Buffer.from(middle).reverse(), after])
    case 'insert':
      return Buffer.concat([before, filling, middle, after])
    case 'flip':
      return Buffer.concat([before, Buffer.from(middle.map(byte => byte ^ (size & 0xff))), after])
    case 'nest':
      return Buffer.concat([before, Buffer.from('<b>'.repeat(size)), middle, after])
    case 'widen':
      return Buffer.concat([before, Buffer.from(` a="${piece.repeat(size)}"`), middle, after])
  }
}

const nearFeed = fc
  .tuple(fc.constantFrom(...originals), fc.array(change, { minLength: 1, maxLength: 8 }))
  .map(([original, changes]) => changes.reduce(applyTo, original))

const anyBytes = fc.oneof(
  fc.uint8Array({ maxLength: 400 }).map(bytes => Buffer.from(bytes)),
  fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary' })), { maxLength: 40 })
    .map(parts => Buffer.from(parts.join(''))),
)

const contentType = fc.option(
  fc.oneof(
    fc.constantFrom('text/xml; charset=utf-16', 'text/html; charset=shift_jis', 'application/json', 'a; charset="'),
    fc.string(),
  ),
  { nil: undefined },
)

const isFeedOrRefusal = (outcome: unknown): boolean =>
  outcome instanceof FormatError ||
  (typeof outcome === 'object' && outcome !== null && 'entries' in outcome && Array.isArray(outcome.entries))

test.each([
  ['any bytes', anyBytes],
  ['feeds that are nearly right', nearFeed],
])('%s are a feed or a FormatError, and its articles are clean', async (_name, documents) => {
  await fc.assert(
    fc.asyncProperty(documents, contentType, fc.webUrl(), async (bytes, type, url) => {
      const outcome = await parseFeed(bytes, { contentType: type, url }).catch((error: unknown) => error)
      expect(isFeedOrRefusal(outcome)).toBe(true)
      if (outcome instanceof FormatError) return
      for (const { title, text, publishedAt, url: link } of await articlesOf(outcome as never, FEED, NOW)) {
        expect(`${title}${text}`).not.toMatch(/[\u0000-\u0008\u202a-\u202e\ufeff]|\p{Surrogate}/u)
        expect(link).toMatch(/^(?:https?:\/\/|$)/)
        expect(publishedAt.getTime()).toBeLessThanOrEqual(NOW.getTime())
      }
    }),
    { numRuns: RUNS_MAX, interruptAfterTimeLimit: TIME_MS, markInterruptAsFailure: false },
  )
})

test('through the threads it is the same, and the pool is whole afterwards', async () => {
  // The time limit may leave the last document in its thread: it is waited for.
  let last: Promise<unknown> = Promise.resolve()
  await fc.assert(
    fc.asyncProperty(fc.oneof(anyBytes, nearFeed), async bytes => {
      last = pool.parse(bytes, { url: FEED.url }, signal).catch((error: unknown) => error)
      expect(isFeedOrRefusal(await last)).toBe(true)
    }),
    { numRuns: RUNS_MAX, interruptAfterTimeLimit: TIME_MS, markInterruptAsFailure: false },
  )
  await last
  expect(pool.load).toEqual({ reading: 0, waiting: 0 })
})
