import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterEach, expect, test } from 'vitest'
import { articlesOf } from '../../src/feeds/articles-of.ts'
import { parseFeed } from '../../src/feeds/parse.ts'
import type { ArticleOwner } from '../../src/feeds/parse-messages.ts'
import { createParserPool, type ParserPool, type ParserPoolOptions } from '../../src/feeds/parser-pool.ts'
import type { FeedId } from '../../src/model/feed.ts'

const FEED = Buffer.from(
  '<rss><channel><title>T</title><item><title>x</title><pubDate>2026-03-03</pubDate></item></channel></rss>',
)
const URL_OF_FEED = { url: 'https://a.example/feed' }
const OWNER: ArticleOwner = {
  now: new Date('2026-03-04T08:00:00Z'),
  feed: {
    id: 'f' as FeedId,
    url: URL_OF_FEED.url,
    title: 'T',
    language: 'de',
    topics: [],
    addedAt: new Date('2026-03-01T08:00:00Z'),
    nextPollAt: new Date('2026-03-01T08:00:00Z'),
    failures: 0,
    validators: {},
  },
}
const never = new AbortController().signal

const pools: ParserPool[] = []
const open = (options?: ParserPoolOptions): ParserPool => {
  const pool = createParserPool(options)
  pools.push(pool)
  return pool
}
afterEach(async () => {
  await Promise.all(pools.splice(0).map(pool => pool.close()))
})

/** Slow to read without being broken: many bodies with much markup. */
const heavyFeed = (items: number): Buffer =>
  Buffer.from(
    `<rss><channel>${`<item><title>x</title><description><![CDATA[${'<a href="/x">y</a> '.repeat(1500)}]]></description></item>`.repeat(items)}</channel></rss>`,
  )

/** A million addresses to resolve: seconds of work. */
const STUCK = Buffer.from(
  `<rss><channel><item><description><![CDATA[${'<a href=x>'.repeat(1_000_000)}]]></description></item></channel></rss>`,
)
/** Far below what STUCK needs, far above what small feeds need. */
const STUCK_LIMIT_MS = 600
/** For new threads in place of those that were stopped, on a machine that is busy. */
const LOAD_MS = 10_000

test('a feed is read in a thread, its dates stay dates, and a refusal keeps its class and what was found', async () => {
  const pool = open({ threads: 1 })
  const parsed = await pool.parse(FEED, URL_OF_FEED, never)
  expect(parsed.entries[0]?.publishedAt).toEqual(new Date('2026-03-03T00:00:00Z'))
  const refused = pool.parse(Buffer.from('<html><body>'), URL_OF_FEED, never)
  await expect(refused).rejects.toMatchObject({ name: 'FormatError', found: 'html' })
})

test('an article has the terms that it has outside of a thread, names among them', async () => {
  const items = '<item><guid>1</guid><title>Putins Rede vor den Vereinten Nationen in New York</title></item>'
  const document = Buffer.from(`<rss><channel><title>T</title>${items}</channel></rss>`)
  const parsed = await parseFeed(document, URL_OF_FEED)
  // Made here first: a thread that starts now is handed the table of names.
  const articles = await articlesOf(parsed, OWNER.feed, OWNER.now)
  expect(articles[0]?.terms.title).toContain('putin')
  const read = await open({ threads: 1 }).parse(document, { ...URL_OF_FEED, owner: OWNER }, never)
  expect(read.articles).toEqual(articles)
})

test('more documents than threads are all read', async () => {
  const pool = open()
  const parsed = await Promise.all(Array.from({ length: 9 }, () => pool.parse(FEED, URL_OF_FEED, never)))
  expect(parsed.map(feed => feed.title)).toEqual(Array.from({ length: 9 }, () => 'T'))
})

test('a document that takes too long is given up, and the next one is read', async () => {
  const pool = open({ threads: 1, limitMs: 60 })
  await expect(pool.parse(heavyFeed(150), URL_OF_FEED, never)).rejects.toMatchObject({
    name: 'FormatError',
    message: expect.stringContaining('longer'),
  })
  await expect(pool.parse(Buffer.from(''), URL_OF_FEED, never)).rejects.toMatchObject({ found: 'empty' })
})

test('a document that takes too much memory is given up, and the next one is read', async () => {
  const pool = open({ threads: 1, memoryMb: 26, limitMs: 60_000 })
  const outcome = await pool.parse(heavyFeed(320), URL_OF_FEED, never).catch((error: Error) => error)
  expect(outcome).toMatchObject({ name: 'FormatError', message: expect.stringContaining('MiB') })
  await expect(pool.parse(FEED, URL_OF_FEED, never)).resolves.toMatchObject({ title: 'T' })
})

test('slow pages leave a thread for feeds', async () => {
  const pool = open({ threads: 2, limitMs: 1000 })
  const slow = Buffer.from(
    `<p>${'word, word. '.repeat(99)}</p>${'<div>'.repeat(250)}${'<a href="/x">y</a>'.repeat(25_000)}`,
  )
  const pages = [1, 2, 3].map(() => pool.extract(slow, URL_OF_FEED, never).catch((error: Error) => error.name))
  const first = await Promise.race([pages[1], pool.parse(FEED, URL_OF_FEED, never)])
  expect(first).toMatchObject({ title: 'T' })
  expect(await Promise.all(pages)).toEqual(['FormatError', 'FormatError', 'FormatError'])
})

test('an abort ends the waiting with its reason, and the next document is read', async () => {
  const pool = open({ threads: 1 })
  const stop = new AbortController()
  const parsing = pool.parse(heavyFeed(300), URL_OF_FEED, stop.signal)
  stop.abort(new Error('enough'))
  await expect(parsing).rejects.toThrow('enough')
  await expect(pool.parse(FEED, URL_OF_FEED, never)).resolves.toMatchObject({ title: 'T' })
})

test('never more documents than threads are read at once, no more than the bound wait, and who comes then is told so', async () => {
  const pool = open({ threads: 2, queueMax: 5 })
  const seen: { reading: number; waiting: number }[] = []
  const outcomes = await Promise.allSettled(
    Array.from({ length: 12 }, () => {
      const work = pool.parse(FEED, URL_OF_FEED, never)
      seen.push(pool.load)
      return work
    }),
  )
  expect(seen.at(-1)).toEqual({ reading: 2, waiting: 5 })
  expect(outcomes.map(({ status }) => status === 'fulfilled')).toEqual(Array.from({ length: 12 }, (_, n) => n < 7))
  expect(outcomes.at(-1)).toMatchObject({ reason: { name: 'UserError', code: 'busy' } })
  expect(pool.load).toEqual({ reading: 0, waiting: 0 })
})

test('a document that waits and is aborted leaves the queue at once', async () => {
  const pool = open({ threads: 1 })
  const first = pool.parse(heavyFeed(20), URL_OF_FEED, never)
  const stop = new AbortController()
  const second = pool.parse(FEED, URL_OF_FEED, stop.signal)
  const third = pool.parse(FEED, URL_OF_FEED, never)
  stop.abort(new Error('enough'))
  await expect(second).rejects.toThrow('enough')
  expect(pool.load).toEqual({ reading: 1, waiting: 1 })
  await first
  await expect(third).resolves.toMatchObject({ title: 'T' })
})

test('one stuck document holds the others for no longer than its limit', async () => {
  const pool = open({ threads: 2, limitMs: STUCK_LIMIT_MS })
  await Promise.all([1, 2].map(() => pool.parse(FEED, URL_OF_FEED, never)))
  const outcomes: string[] = []
  const stick = async (): Promise<void> => {
    const error = await pool.parse(STUCK, URL_OF_FEED, never).catch((reason: unknown) => reason)
    outcomes.push(error instanceof Error ? error.message : 'read')
  }
  const read = async (): Promise<void> => void outcomes.push(String((await pool.parse(FEED, URL_OF_FEED, never)).title))
  const start = performance.now()
  await Promise.all([stick(), read(), read(), read()])
  await Promise.all([stick(), stick(), read()])
  expect(outcomes.filter(outcome => outcome === 'T')).toHaveLength(4)
  expect(outcomes.filter(outcome => outcome.includes('longer'))).toHaveLength(3)
  expect(performance.now() - start).toBeLessThan(2 * STUCK_LIMIT_MS + LOAD_MS)
})

test('a closed pool reads nothing', async () => {
  const pool = open()
  await pool.parse(FEED, URL_OF_FEED, never)
  await pool.close()
  await pool.close()
  await expect(pool.parse(FEED, URL_OF_FEED, never)).rejects.toThrow('closed')
})

test('an idle pool does not keep the process alive', async () => {
  const module = new URL('../../src/feeds/parser-pool.ts', import.meta.url).href
  const script = `const { createParserPool } = await import(${JSON.stringify(module)})
const parsed = await createParserPool().parse(Buffer.from('<rss><channel><title>T</title></channel></rss>'), { url: 'https://a.example/' }, new AbortController().signal)
console.log(parsed.title)`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
    timeout: 15_000,
  })
  expect(stdout.trim()).toBe('T')
})
