import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createComplaints } from '../../src/feeds/complaints.ts'
import { newFeed } from '../../src/feeds/feed-id.ts'
import { createFetcher } from '../../src/feeds/fetch.ts'
import { type FetchLimits, PAGE_LIMITS } from '../../src/feeds/fetched.ts'
import { createFullText, type ExtractPage, type FullText } from '../../src/feeds/full-text.ts'
import type { HostGate } from '../../src/feeds/host-gate.ts'
import { createHostPauses } from '../../src/feeds/host-pauses.ts'
import { parseFeed } from '../../src/feeds/parse.ts'
import { createParserPool, type ParserPool } from '../../src/feeds/parser-pool.ts'
import { createPoliteFetcher } from '../../src/feeds/polite-fetcher.ts'
import { createPoller, type Poller } from '../../src/feeds/poll.ts'
import { createPublisherGate } from '../../src/feeds/publisher-gate.ts'
import type { AnalysedArticle } from '../../src/model/article.ts'
import type { FeedId } from '../../src/model/feed.ts'
import type { Store } from '../../src/ports/store.ts'
import { openSqliteStore } from '../../src/stores/sqlite.ts'
import { createFakeClock, type FakeClock } from '../fakes/clock.ts'
import { createRecordingLog } from '../fakes/log.ts'
import { type Publisher, startPublisher } from '../fakes/publisher.ts'

const START = new Date('2026-03-04T12:00:00Z')
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const { signal } = new AbortController()

const PAGE = readFileSync(new URL('../fixtures/pages/harbour.html', import.meta.url), 'utf8')
const HTML = { 'content-type': 'text/html; charset=utf-8' }
const TITLE = 'Harbour wall of Saltby gives way'
const TEASER = 'The old harbour wall of Saltby gave way on Tuesday night, and forty fishing boats …'

/** An article that the feed gave as a teaser. */
const sample: AnalysedArticle = {
  id: 'sample' as AnalysedArticle['id'],
  feedId: 'feed' as FeedId,
  outlet: 'Saltby Post',
  url: '',
  title: TITLE,
  text: TEASER,
  publishedAt: START,
  seenAt: START,
  authors: [],
  topics: [],
  terms: { title: '', text: '' },
}

interface Item {
  readonly path: string
  readonly text?: string
  readonly hoursAgo?: number
}

let clock: FakeClock
let store: Store
let server: Publisher
let pool: ParserPool
let fullText: FullText
let poller: Poller
let log: ReturnType<typeof createRecordingLog>
let entered: string[]
let feedId: FeedId
const closing: (() => Promise<unknown>)[] = []

const rss = (items: readonly Item[]): string =>
  `<rss version="2.0"><channel><title>Saltby Post</title>${items
    .map(
      ({ path, text = TEASER, hoursAgo = 1 }) =>
        `<item><title>${TITLE}</title><link>${server.url(path)}</link><description>${text}</description><pubDate>${new Date(START.getTime() - hoursAgo * HOUR_MS).toUTCString()}</pubDate></item>`,
    )
    .join('')}</channel></rss>`

/** With validators, so that it is polled by the hour. */
const setFeed = (body: string): void => server.set('/feed', { headers: { etag: `"${body.length}"` }, body })

/** Serves a feed of these items; the pages are set by the test. */
async function offer(items: readonly Item[]): Promise<void> {
  setFeed(rss(items))
  feedId = (await store.addFeed(newFeed(server.url('/feed'), { title: 'Post', topics: ['a'] }, clock.now()))).id
}

async function poll(): Promise<void> {
  await poller.pollDue(signal, { only: [feedId] })
  await fullText.settled()
}

const kept = (): Promise<readonly AnalysedArticle[]> => store.listArticles({ limit: 100 })
const asked = (path: string): number => server.requestsFor(path).length

function open(
  limits: Partial<FetchLimits> = {},
  extract: ExtractPage = pool.extract,
  sharesLimit: (host: string) => boolean = () => true,
): void {
  const web = { allow: [server.allow()], userAgent: 'Tidings/0 (test)', clock }
  const fetcher = createFetcher(web)
  const pages = createFetcher({ ...web, limits: { ...PAGE_LIMITS, ...limits } })
  const doors = createPublisherGate(clock, () => 0)
  const gate: HostGate = {
    enter: (host, stop) => {
      entered.push(host)
      return doors.enter(host, stop)
    },
  }
  const pauses = createHostPauses(() => 0)
  const complaints = createComplaints({ store, pauses, clock, log, sharesLimit })
  const polite = createPoliteFetcher({ fetcher: pages, gate, complaints, clock })
  fullText = createFullText({ store, fetcher: polite, extract, clock, log })
  const parse: Parameters<typeof createPoller>[0]['parse'] = async (bytes, options) => parseFeed(bytes, options)
  poller = createPoller({
    store,
    fetcher,
    parse,
    clock,
    random: () => 0,
    log,
    gate,
    pauses,
    sharesLimit,
    onAdded: fullText.improve,
  })
  const mine = fullText
  closing.push(() => Promise.all([mine.close(), fetcher.close(), pages.close()]))
}

beforeAll(() => {
  pool = createParserPool({ threads: 1 })
})
afterAll(() => pool.close())

beforeEach(async () => {
  clock = createFakeClock(START)
  store = await openSqliteStore({ path: ':memory:', now: () => clock.now() })
  server = await startPublisher()
  log = createRecordingLog()
  entered = []
  open()
})

afterEach(async () => {
  for (const close of closing.splice(0)) await close()
  await store.close()
  await server.close()
})

describe('an article of which the feed gave a teaser', () => {
  it('gets the text, the author and the image of its page, and stays the same article', async () => {
    server.set('/wall', { headers: HTML, body: PAGE })
    await offer([{ path: '/wall' }])
    await poll()
    const [article] = await kept()
    expect(article).toMatchObject({
      title: TITLE,
      url: server.url('/wall'),
      seenAt: START,
      authors: [expect.stringContaining('Nell Tarrant')],
      imageUrl: server.url('/pictures/wall.jpg'),
    })
    expect(article?.text).toContain('Engineers of the county expect that the repair will cost 2.4 million pounds')
    expect(article?.text).not.toContain('lighthouse')
    expect(article?.terms.text).toContain('engin')
  })

  it('keeps it at the next polls: the teaser takes nothing back, and the page is asked once', async () => {
    server.set('/wall', { headers: HTML, body: PAGE })
    await offer([{ path: '/wall' }])
    await poll()
    for (let round = 0; round < 3; round += 1) {
      await clock.advance(HOUR_MS)
      const report = await poller.pollDue(signal, { only: [feedId] })
      expect(report).toMatchObject({ polled: 1, added: 0, changed: 0 })
      await fullText.settled()
    }
    expect((await kept())[0]?.text).toContain('Engineers of the county')
    expect([asked('/feed'), asked('/wall'), asked('/robots.txt')]).toEqual([4, 1, 1])
  })

  it('keeps it when the publisher gives its entries new keys and repeats the teaser', async () => {
    server.set('/wall', { headers: HTML, body: PAGE })
    await offer([{ path: '/wall' }])
    await poll()
    const [before] = await kept()
    const renamed = rss([{ path: '/wall' }]).replace('<item>', '<item><guid isPermaLink="false">cms-2</guid>')
    setFeed(renamed)
    for (let round = 0; round < 2; round += 1) {
      await clock.advance(DAY_MS)
      expect(await poller.pollDue(signal, { only: [feedId] })).toMatchObject({ polled: 1, added: 0, changed: 0 })
      await fullText.settled()
    }
    expect(await kept()).toEqual([before])
    expect(asked('/wall')).toBe(1)
  })

  it('gets at most 64 KiB of a very long page, and keeps them', async () => {
    const long = `<p>${'Engineers of the county looked at the wall again and again. '.repeat(50)}</p>`.repeat(60)
    server.set('/wall', { headers: HTML, body: PAGE.replace('<h2>Who pays</h2>', long) })
    await offer([{ path: '/wall' }])
    await poll()
    const length = async (): Promise<number> => Buffer.byteLength((await kept())[0]?.text ?? '')
    expect(await length()).toBeGreaterThan(60 * 1024)
    expect(await length()).toBeLessThanOrEqual(64 * 1024)
    await clock.advance(HOUR_MS)
    expect(await poller.pollDue(signal, { only: [feedId] })).toMatchObject({ polled: 1, changed: 0 })
  })

  it('gives way to a notice that the feed puts in the place of the teaser', async () => {
    server.set('/wall', { headers: HTML, body: PAGE })
    await offer([{ path: '/wall' }])
    await poll()
    setFeed(rss([{ path: '/wall', text: 'Withdrawn: an earlier version confused two places.' }]))
    await clock.advance(HOUR_MS)
    await poll()
    expect((await kept())[0]?.text).toBe('Withdrawn: an earlier version confused two places.')
  })

  it('is there before its page has answered, and other feeds do not wait', async () => {
    server.set('/wall', { hangs: 'headers' })
    await offer([{ path: '/wall' }])
    const report = await poller.pollDue(signal, { only: [feedId] })
    expect(report).toMatchObject({ added: 1 })
    expect((await kept())[0]?.text).toBe(TEASER)
    await fullText.close()
    expect(log.lines.filter(({ level }) => level === 'error')).toEqual([])
  })

  it('gets it after a restart, when its page had not answered before; what was tried is not tried again', async () => {
    server.set('/wall', { hangs: 'headers' })
    server.set('/gone', { status: 404 })
    await offer([{ path: '/wall' }, { path: '/gone' }])
    await poller.pollDue(signal, { only: [feedId] })
    while (asked('/wall') === 0 || (await store.listPages()).length > 1) await new Promise(setImmediate)
    await fullText.close()
    server.set('/wall', { headers: HTML, body: PAGE })
    for (let restart = 0; restart < 3; restart += 1) {
      open()
      await fullText.resume()
      await fullText.settled()
    }
    const texts = (await kept()).map(({ text }) => text)
    expect(texts.filter(text => text.includes('Engineers of the county'))).toHaveLength(1)
    expect([asked('/wall'), asked('/gone'), await store.listPages()]).toEqual([2, 1, []])
  })

  it('is forgotten over a restart when it has grown too old meanwhile', async () => {
    server.set('/wall', { hangs: 'headers' })
    await offer([{ path: '/wall' }])
    await poller.pollDue(signal, { only: [feedId] })
    while (asked('/wall') === 0) await new Promise(setImmediate)
    await fullText.close()
    await clock.advance(3 * DAY_MS)
    open()
    await fullText.resume()
    await fullText.settled()
    expect([asked('/wall'), await store.listPages()]).toEqual([1, []])
  })

  it('goes through the gate with each request to the host', async () => {
    server.set('/wall', { headers: HTML, body: PAGE })
    await offer([{ path: '/wall' }])
    await poll()
    expect(entered).toHaveLength(server.requests.length)
    expect(server.requests.map(({ path }) => path)).toEqual(['/feed', '/robots.txt', '/wall'])
  })

  it('sends no cookie and no referrer for it, and says who asks', async () => {
    server.set('/wall', { headers: HTML, body: PAGE })
    await offer([{ path: '/wall' }])
    await poll()
    const headers = server.requestsFor('/wall')[0]?.headers
    expect(headers).toMatchObject({ 'user-agent': 'Tidings/0 (test)', accept: expect.stringContaining('text/html') })
    expect(headers).not.toHaveProperty('cookie')
    expect(headers).not.toHaveProperty('referer')
  })
})

describe('no page is asked', () => {
  it('for an article that is whole, old or without a link', async () => {
    const whole = 'The council met on Monday, and the bridge was opened to everybody. '.repeat(20)
    await offer([
      { path: '/whole', text: whole },
      { path: '/old', hoursAgo: 49 },
    ])
    const feed = rss([]).replace('</channel>', `<item><title>x</title><description>y</description></item></channel>`)
    await poll()
    setFeed(feed)
    await clock.advance(HOUR_MS)
    await poll()
    expect(await kept()).toHaveLength(3)
    expect(new Set(server.requests.map(({ path }) => path))).toEqual(new Set(['/feed']))
  })

  it('beyond the ten newest of a poll', async () => {
    const paths = Array.from({ length: 14 }, (_, index) => `/page-${index}`)
    await offer(paths.map((path, hoursAgo) => ({ path, hoursAgo })))
    await poll()
    expect(paths.map(asked)).toEqual(paths.map((_, index) => (index < 10 ? 1 : 0)))
    expect(server.mostAtOnce).toBeLessThanOrEqual(2)
  })

  it('that robots.txt forbids to us or to all, while others of the host are read', async () => {
    const rules = 'User-agent: *\nDisallow: /\n\nUser-agent: Tidings\nDisallow: /private/\nAllow: /\n'
    server.set('/robots.txt', { headers: { 'content-type': 'text/plain' }, body: rules })
    for (const path of ['/private/wall', '/wall']) server.set(path, { headers: HTML, body: PAGE })
    await offer([{ path: '/private/wall' }, { path: '/wall' }])
    await poll()
    expect([asked('/private/wall'), asked('/wall'), asked('/robots.txt')]).toEqual([0, 1, 1])
  })

  it.each([
    ['fails', { status: 503 }],
    ['hangs', { hangs: 'headers' }],
  ] as const)('of a host whose robots.txt %s', async (_, answer) => {
    open({ headersMs: 60 })
    server.set('/robots.txt', answer)
    server.set('/wall', { headers: HTML, body: PAGE })
    await offer([{ path: '/wall' }])
    await poll()
    expect(asked('/wall')).toBe(0)
    expect((await kept())[0]?.text).toBe(TEASER)
  })

  it('nor robots.txt, of a host whose feed is answered "too many requests"', async () => {
    server.set('/wall', { headers: HTML, body: PAGE })
    await offer([{ path: '/wall' }])
    const other = await store.addFeed(newFeed(server.url('/other'), { title: 'Other' }, clock.now()))
    server.set('/other', { status: 429, headers: { 'retry-after': '1800' } })
    await poller.pollDue(signal, { only: [other.id] })
    fullText.improve([{ ...sample, url: server.url('/wall') }])
    await fullText.settled()
    expect(server.requests.map(({ path }) => path)).toEqual(['/other'])
    // The rules were not asked for, so that nothing is remembered of them.
    await clock.advance(HOUR_MS / 2)
    await poll()
    expect([asked('/robots.txt'), asked('/wall')]).toEqual([1, 1])
  })

  it.each(['/wall', '/robots.txt'])(
    'and no feed, of a host that complains at %s, for as long as it says',
    async path => {
      server.set('/wall', { headers: HTML, body: PAGE })
      server.set(path, { status: 429, headers: { 'retry-after': '10000' } })
      await offer([{ path: '/wall' }])
      await poll()
      expect(asked(path)).toBe(1)
      const before = server.requests.length
      const other = await store.addFeed(newFeed(server.url('/other'), { title: 'Other' }, clock.now()))
      for (const hours of [1, 2]) {
        clock.set(new Date(START.getTime() + hours * HOUR_MS))
        expect(await poller.pollDue(signal, { only: [feedId, other.id] })).toMatchObject({ polled: 0 })
      }
      expect(server.requests).toHaveLength(before)
      clock.set(new Date(START.getTime() + 3 * HOUR_MS))
      expect(await poller.pollDue(signal, { only: [feedId] })).toMatchObject({ polled: 1 })
    },
  )

  it('more, but the feed goes on, of a host of the operator that complains at a page', async () => {
    open({}, pool.extract, () => false)
    server.set('/wall', { status: 429, headers: { 'retry-after': '10000' } })
    await offer([{ path: '/wall' }])
    await poll()
    await clock.advance(HOUR_MS)
    setFeed(rss([{ path: '/wall' }, { path: '/two', hoursAgo: 0 }]))
    expect(await poller.pollDue(signal, { only: [feedId] })).toMatchObject({ polled: 1, added: 1 })
    await fullText.settled()
    expect([asked('/wall'), asked('/two')]).toEqual([1, 0])
  })

  it('more of a host that has just refused one', async () => {
    for (const path of ['/one', '/two', '/three', '/four']) server.set(path, { status: 429 })
    await offer(['/one', '/two', '/three', '/four'].map(path => ({ path })))
    await poll()
    expect(server.requests.length).toBeLessThan(6)
  })
})

it('the rules of a host are asked again after a day', async () => {
  const all = Array.from({ length: 4 }, (_, index) => ({ path: `/wall-${index}`, hoursAgo: -24 }))
  await offer(all.slice(0, 1))
  await poll()
  await clock.advance(23 * HOUR_MS)
  setFeed(rss(all.slice(0, 2)))
  await poll()
  expect(asked('/robots.txt')).toBe(1)
  await clock.advance(2 * HOUR_MS)
  setFeed(rss(all.slice(0, 3)))
  await poll()
  expect([asked('/robots.txt'), asked('/wall-2')]).toEqual([2, 1])
})

describe('the entry stays as the feed gave it', () => {
  it.each([
    ['the page is gone', { status: 404 }],
    ['the server fails', { status: 500 }],
    ['the page does not end', { headers: HTML, body: PAGE, hangs: 'body' }],
    ['the page is cut off', { headers: HTML, body: PAGE, cutAfterBytes: 900 }],
    ['the page is too large', { headers: HTML, body: `${PAGE}${'x'.repeat(200_000)}` }],
    ['it is no page', { headers: { 'content-type': 'application/pdf' }, body: PAGE }],
    ['the page is about something else', { headers: HTML, body: PAGE.replaceAll(/[a-m]/g, 'z') }],
    ['the page is nested without end', { headers: HTML, body: PAGE.replace('<main>', '<div>'.repeat(5000)) }],
  ] as const)('when %s', async (_, answer) => {
    open({ totalMs: 400, wireBytes: 100_000 })
    server.set('/wall', answer)
    await offer([{ path: '/wall' }])
    await poll()
    expect(asked('/wall')).toBe(1)
    expect(await kept()).toMatchObject([{ text: TEASER, authors: [] }])
    expect(log.lines.filter(({ level }) => level === 'error')).toEqual([])
  })

  it.each([
    ['a private address', 'http://10.0.0.1/wall'],
    ['this machine', 'http://127.0.0.1:1/wall'],
    ['this machine in another spelling', 'http://0x7f.1/wall'],
    ['a file', 'file:///etc/passwd'],
  ])('when the page leads to %s', async (_, location) => {
    const canary = await startPublisher()
    closing.push(() => canary.close())
    server.set('/wall', { status: 302, headers: { location } })
    server.set('/canary', { status: 302, headers: { location: canary.url('/wall') } })
    await offer([{ path: '/wall' }, { path: '/canary' }])
    await poll()
    expect([asked('/wall'), asked('/canary'), canary.requests.length]).toEqual([1, 1, 0])
    expect((await kept()).map(({ text }) => text)).toEqual([TEASER, TEASER])
  })

  it('when the page leads to a host whose rules forbid it', async () => {
    const other = await startPublisher()
    closing.push(() => other.close())
    other.set('/robots.txt', { body: 'User-agent: *\nDisallow: /' })
    other.set('/wall', { headers: HTML, body: PAGE })
    const web = { allow: [server.allow(), other.allow()], userAgent: 'test', clock }
    const pages = createFetcher(web)
    const reader = createFullText({ store, fetcher: pages, extract: pool.extract, clock, log })
    closing.push(() => Promise.all([reader.close(), pages.close()]))
    server.set('/wall', { status: 301, headers: { location: other.url('/wall') } })
    await offer([{ path: '/wall' }])
    await poll()
    reader.improve(await kept())
    await reader.settled()
    expect(other.requests.map(({ path }) => path)).toEqual(['/robots.txt'])
    expect((await kept())[0]?.text).toBe(TEASER)
  })

  it('when a link that may be read leads to a page of the same host that may not', async () => {
    server.set('/robots.txt', { body: 'User-agent: *\nDisallow: /private/' })
    server.set('/private/wall', { headers: HTML, body: PAGE })
    server.set('/go', { status: 302, headers: { location: '/private/wall' } })
    await offer([{ path: '/go' }])
    await poll()
    expect([asked('/go'), asked('/private/wall'), asked('/robots.txt')]).toEqual([1, 0, 1])
    expect((await kept())[0]?.text).toBe(TEASER)
  })

  it('when its redirects never end: five are followed', async () => {
    server.set('/go', { status: 302, headers: { location: '/go' } })
    await offer([{ path: '/go' }])
    await poll()
    expect(asked('/go')).toBe(6)
    expect((await kept())[0]?.text).toBe(TEASER)
  })
})
