import { createServer as createHttpServer } from 'node:http'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addFeedAt } from '../../src/feeds/add.ts'
import { newFeed } from '../../src/feeds/feed-id.ts'
import { createFetcher, type FetcherOptions } from '../../src/feeds/fetch.ts'
import { FETCH_LIMITS } from '../../src/feeds/fetched.ts'
import { parseFeed } from '../../src/feeds/parse.ts'
import { createPoller } from '../../src/feeds/poll.ts'
import { fetchOrigin, followRedirect } from '../../src/feeds/redirects.ts'
import type { ChannelId } from '../../src/model/briefing.ts'
import { FetchError } from '../../src/model/errors.ts'
import type { Feed, FeedId, Validators } from '../../src/model/feed.ts'
import type { Store } from '../../src/ports/store.ts'
import { openSqliteStore } from '../../src/stores/sqlite.ts'
import { createFakeClock, type FakeClock } from '../fakes/clock.ts'
import { createRecordingLog } from '../fakes/log.ts'
import { type Publisher, startPublisher } from '../fakes/publisher.ts'

// The fault catalogue's cases of the network (1–20) and of HTTP (21–39), each by its number. 12 to 16 and 20 are in
// ssrf.test.ts, 33 to 36 in poll.test.ts too; catalogue.test.ts holds that none is missing.

const START = new Date('2026-03-01T08:00:00Z')
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const KIB = 1024
const MIB = KIB * KIB
const AGENT = 'Tidings/1.0 (+https://ops.example/)'
const FEED =
  '<rss version="2.0"><channel><title>Harbour Post</title><item><guid>1</guid><title>One</title></item></channel></rss>'
const { signal } = new AbortController()

let clock: FakeClock
let store: Store
let server: Publisher
const closing: (() => Promise<unknown>)[] = []

beforeEach(async () => {
  clock = createFakeClock(START)
  store = await openSqliteStore({ path: ':memory:', now: () => clock.now() })
  server = await startPublisher()
})

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
  await store.close()
  await server.close()
})

function fetcherWith(options: Partial<FetcherOptions> = {}) {
  const fetcher = createFetcher({ allow: [server.allow()], userAgent: AGENT, clock, ...options })
  closing.push(() => fetcher.close())
  return fetcher
}

const get = (url: string, options: Partial<FetcherOptions> = {}, validators?: Validators) =>
  fetcherWith(options).fetch(url, { accept: 'feed', signal, ...(validators === undefined ? {} : { validators }) })

async function failure(work: Promise<unknown>): Promise<FetchError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof FetchError)) throw new Error(`no FetchError but ${String(error)}`)
  return error
}

/** A server below HTTP. @returns its port */
async function listen(raw: Server): Promise<number> {
  const sockets = new Set<Socket>()
  raw.on('connection', socket => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>(resolve => raw.listen(0, '127.0.0.1', resolve))
  closing.push(() => {
    for (const socket of sockets) socket.destroy()
    return new Promise(resolve => raw.close(resolve))
  })
  return (raw.address() as AddressInfo).port
}

function pollerWith(options: Partial<FetcherOptions> = {}, spacingMs: (host: string) => number = () => 0) {
  const fetcher = fetcherWith(options)
  const log = createRecordingLog()
  const parse = (bytes: Uint8Array, about: { url: string }) => parseFeed(bytes, about)
  return createPoller({ store, fetcher, parse, clock, log, random: () => 0, spacingMs })
}

async function keepFeed(url: string, channels = 1): Promise<FeedId> {
  const { id } = await store.addFeed(newFeed(url, { title: 'T', topics: [] }, clock.now()))
  for (let index = 0; index < channels; index += 1) {
    const channelId = `terminal:${index}` as ChannelId
    await store.saveChannel({
      id: channelId,
      platform: 'terminal',
      address: `${index}`,
      language: 'en',
      timezone: 'UTC',
    })
    await store.subscribe({ channelId, feedId: id, mode: 'digest', createdAt: clock.now() })
  }
  return id
}

async function kept(id: FeedId): Promise<Feed> {
  const feed = await store.findFeed(id)
  if (feed === undefined) throw new Error('feed not kept')
  return feed
}

/** The feed after one poll of an address that fails. */
async function afterPoll(url: string, options: Partial<FetcherOptions> = {}): Promise<Feed> {
  const id = await keepFeed(url)
  await pollerWith(options).pollDue(signal)
  return kept(id)
}

const waitMs = (feed: Feed): number => feed.nextPollAt.getTime() - clock.now().getTime()

const QUICK = { limits: { dnsMs: 60, connectMs: 120, headersMs: 150, idleMs: 150, totalMs: 400 } }

/** Made for this test: nobody signs it but itself, and it is for another host. It protects nothing. */
const SELF_SIGNED = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgOAXUc+KP+6OV6zGD
qocoOMwd9niGXx2oYBTsKFWmwm2hRANCAAQjttBy7fB/HhaRPjdGoXAgP1Y8HZB5
6yiRXn+9jmHBZKeKFG4mCwwD2+3c4vj+IR7R98TQeGYe1OlibWjCH/H4
-----END PRIVATE KEY-----`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBiDCCAS2gAwIBAgIUIs9ZI11saa6KNAB0dQnKjD/Lp7gwCgYIKoZIzj0EAwIw
GDEWMBQGA1UEAwwNd3JvbmcuZXhhbXBsZTAgFw0yNjExMjMyMzAxMjZaGA8yMTI2
MTAzMDIzMDEyNlowGDEWMBQGA1UEAwwNd3JvbmcuZXhhbXBsZTBZMBMGByqGSM49
AgEGCCqGSM49AwEHA0IABCO20HLt8H8eFpE+N0ahcCA/VjwdkHnrKJFef72OYcFk
p4oUbiYLDAPb7dzi+P4hHtH3xNB4Zh7U6WJtaMIf8fijUzBRMB0GA1UdDgQWBBTa
P5xFh6BBP/RmL7bWRd6BzTT7iDAfBgNVHSMEGDAWgBTaP5xFh6BBP/RmL7bWRd6B
zTT7iDAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0kAMEYCIQDYBWbwhnHC
HCwdMmJlZjKSPTWhUlE/H5Nv+wncPHq5hwIhAJFlfljyxcjSEowX2hMNXm0/wsqN
pbr1cGtpk1ixc2Ok
-----END CERTIFICATE-----`,
}

describe('the network', () => {
  test('case 1: a name that does not exist is told as such, and the feed is kept for the next slot', async () => {
    const lookup = () => Promise.reject(Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' }))
    const feed = await afterPoll('https://none.example/feed', { lookup })
    expect(feed).toMatchObject({ lastError: 'dns', failures: 1 })
    expect(waitMs(feed)).toBeGreaterThanOrEqual(15 * MINUTE_MS)
  })

  test('case 2: a name server that is silent is given up within its limit', async () => {
    expect(FETCH_LIMITS.dnsMs).toBeLessThanOrEqual(5000)
    const error = await failure(
      get('https://silent.example/', { ...QUICK, lookup: () => new Promise(() => undefined) }),
    )
    expect(error.kind).toBe('dns')
  })

  test('case 3: a closed port and a reset are a failure of the connection, tried again in the next slot', async () => {
    const port = await listen(createServer(socket => socket.resetAndDestroy()))
    const allow = [{ host: '127.0.0.1', port }]
    expect((await failure(get(`http://127.0.0.1:${port}/`, { allow }))).kind).toBe('connect')
    const closed = await startPublisher()
    await closed.close()
    const feed = await afterPoll(closed.url('/feed'), { allow: [closed.allow()] })
    expect(feed.lastError).toBe('connect')
    expect(waitMs(feed)).toBeGreaterThanOrEqual(15 * MINUTE_MS)
  })

  test('case 4: a connection that never comes about is given up within its limit', async () => {
    expect(FETCH_LIMITS.connectMs).toBeLessThanOrEqual(5000)
    // The connection counts as made when its encryption stands: a silent server holds it open for ever.
    const port = await listen(createServer(() => undefined))
    const error = await failure(get(`https://127.0.0.1:${port}/`, { ...QUICK, allow: [{ host: '127.0.0.1', port }] }))
    expect(error.kind).toBe('timeout')
  })

  test('case 5: a certificate that nobody vouches for, or for another host, is refused', async () => {
    let requests = 0
    const tls = createTlsServer(SELF_SIGNED, socket => socket.on('data', () => (requests += 1)))
    tls.on('tlsClientError', () => undefined)
    const port = await listen(tls)
    const error = await failure(get(`https://127.0.0.1:${port}/`, { allow: [{ host: '127.0.0.1', port }] }))
    expect(error.kind).toBe('tls')
    expect(requests).toBe(0)
  })

  test('case 6: a server that never answers is given up, and the socket is closed', async () => {
    expect(FETCH_LIMITS.headersMs).toBeLessThanOrEqual(10_000)
    server.set('/feed', { hangs: 'headers' })
    expect((await failure(get(server.url('/feed'), QUICK))).kind).toBe('timeout')
    await expect.poll(() => server.openSockets).toBe(0)
  })

  test('case 7: a byte now and then does not keep a fetch alive beyond its total time', async () => {
    expect(FETCH_LIMITS.totalMs).toBeLessThanOrEqual(30_000)
    server.set('/feed', { dripMs: 20, body: 'x'.repeat(10_000) })
    const started = performance.now()
    expect((await failure(get(server.url('/feed'), QUICK))).kind).toBe('timeout')
    expect(performance.now() - started).toBeLessThan(3000)
    await expect.poll(() => server.openSockets).toBe(0)
  })

  test('case 8: of a body that is cut off nothing is kept, and its validators are not saved', async () => {
    server.set('/feed', { headers: { etag: '"new"' }, body: FEED, cutAfterBytes: 80 })
    const feed = await afterPoll(server.url('/feed'))
    expect(feed).toMatchObject({ lastError: 'truncated', validators: {} })
    expect(await store.listArticles({ limit: 9 })).toEqual([])
  })

  test('case 9: an endless body is broken off at 5 MiB', async () => {
    expect(FETCH_LIMITS).toMatchObject({ wireBytes: 5 * MIB, decodedBytes: 10 * MIB })
    const chunk = Buffer.alloc(256 * KIB, 'x')
    let sent = 0
    const endless = createHttpServer((_, response) => {
      const more = (): void => {
        if (response.destroyed) return
        sent += chunk.length
        response.write(chunk, more)
      }
      more()
    })
    const port = await listen(endless)
    const allow = [{ host: '127.0.0.1', port }]
    expect((await failure(get(`http://127.0.0.1:${port}/`, { allow }))).kind).toBe('tooLarge')
    expect(sent).toBeLessThan(20 * MIB)
  })

  test('case 10: a compressed bomb is broken off at 10 MiB', async () => {
    server.set('/feed', { headers: { 'content-encoding': 'gzip' }, body: gzipSync(Buffer.alloc(128 * MIB)) })
    const started = performance.now()
    expect((await failure(get(server.url('/feed')))).kind).toBe('tooLarge')
    expect(performance.now() - started).toBeLessThan(1500)
  })

  test.each([
    ['200 codings', Array.from({ length: 200 }, () => 'gzip').join(', '), gzipSync(FEED)],
    ['two codings', 'gzip, br', gzipSync(FEED)],
    ['an unknown coding', 'x-zap', Buffer.from(FEED)],
    ['a coding that lies', 'gzip', Buffer.from(FEED)],
  ])('case 11: %s are refused', async (_name, coding, body) => {
    server.set('/feed', { headers: { 'content-encoding': coding }, body })
    expect((await failure(get(server.url('/feed')))).kind).toBe('encoding')
  })

  test('case 17: a redirect loop ends after five hops', async () => {
    server.set('/a', { status: 302, headers: { location: '/a' } })
    expect((await failure(get(server.url('/a')))).kind).toBe('redirects')
    expect(server.requests).toHaveLength(6)
  })

  test('case 18: from https to http only without credentials, and never as a move for good', () => {
    const from = (address: string) => ({ url: new URL(address), count: 0, isPermanent: true })
    const go = (address: string) =>
      followRedirect(from(address), 301, 'http://news.example/feed', fetchOrigin(address), FETCH_LIMITS.redirects)
    expect(go('https://news.example/feed')).toMatchObject({ count: 1, isPermanent: false })
    for (const secret of ['https://ann:pw@news.example/feed', 'https://news.example/feed?token=s3cret']) {
      expect(() => go(secret)).toThrow(FetchError)
    }
  })

  test('case 19: credentials do not follow a redirect to another origin', async () => {
    const other = await startPublisher()
    closing.push(() => other.close())
    other.set('/there', { body: FEED })
    server.set('/feed', { status: 302, headers: { location: other.url('/there') } })
    await get(server.url('/feed').replace('://', '://ann:pw@'), { allow: [server.allow(), other.allow()] })
    expect(server.requests[0]?.headers.authorization).toMatch(/^Basic /)
    expect(other.requests[0]?.headers.authorization).toBeUndefined()
    expect(other.requests[0]?.headers.referer).toBeUndefined()
  })
})

describe('the manners of HTTP', () => {
  test('case 21: one unconditional request ever; then both validators, byte for byte as they came', async () => {
    const etag = 'W/"a, \u00e9 \\ b"'
    const lastModified = 'sunday, 1-Mar-26 8:00 +0100'
    server.set('/feed', { headers: { etag, 'last-modified': lastModified }, body: FEED })
    await keepFeed(server.url('/feed'))
    for (let day = 0; day < 4; day += 1) {
      await pollerWith().pollDue(signal)
      await clock.advance(DAY_MS)
    }
    const sent = server.requests.map(({ headers }) => [headers['if-none-match'], headers['if-modified-since']])
    expect(sent).toEqual([[undefined, undefined], ...Array.from({ length: 3 }, () => [etag, lastModified])])
  })

  test.each<[string, Record<string, string>, number, Record<string, string>]>([
    [
      'case 22: the same body with other validators',
      { etag: '"1"', 'last-modified': 'a' },
      200,
      { etag: '"2"', 'last-modified': 'b' },
    ],
    [
      'case 23: an ETag that changes under the same Last-Modified',
      { etag: '"1"', 'last-modified': 'a' },
      200,
      { etag: '"2"', 'last-modified': 'a' },
    ],
    [
      'case 24: a 304 that brings others',
      { etag: '"1"', 'last-modified': 'a' },
      304,
      { etag: '"2"', 'last-modified': 'b' },
    ],
    ['case 25: a validator that disappears', { etag: '"1"', 'last-modified': 'a' }, 200, { 'last-modified': 'a' }],
  ])('%s: what came last is stored', async (_name, first, status, second) => {
    server.set('/feed', [
      { headers: first, body: FEED },
      { status, headers: second, ...(status === 200 ? { body: FEED } : {}) },
    ])
    const id = await keepFeed(server.url('/feed'))
    const poller = pollerWith()
    await poller.pollDue(signal)
    await clock.advance(DAY_MS)
    await poller.pollDue(signal)
    const { etag, 'last-modified': lastModified } = second
    expect((await kept(id)).validators).toEqual({
      ...(etag === undefined ? {} : { etag }),
      ...(lastModified === undefined ? {} : { lastModified }),
    })
  })

  test('case 26: a 200 that can not be read keeps the old validators', async () => {
    server.set('/feed', [
      { headers: { etag: '"1"' }, body: FEED },
      { headers: { etag: '"2"' }, body: '%PDF-1.7' },
    ])
    const id = await keepFeed(server.url('/feed'))
    const poller = pollerWith()
    await poller.pollDue(signal)
    await clock.advance(DAY_MS)
    await poller.pollDue(signal)
    expect(await kept(id)).toMatchObject({ validators: { etag: '"1"' }, lastError: 'format', failures: 1 })
  })

  test('case 27: a restart, or a clock that jumps back, polls nothing before its time', async () => {
    server.set('/feed', { headers: { etag: '"1"' }, body: FEED })
    const id = await keepFeed(server.url('/feed'))
    await pollerWith().pollDue(signal)
    for (const minutes of [0, 15, 44, 59]) {
      clock.set(new Date(START.getTime() + minutes * MINUTE_MS))
      await pollerWith().pollDue(signal)
    }
    clock.set(new Date(START.getTime() - HOUR_MS))
    await pollerWith().pollDue(signal)
    expect(server.requests).toHaveLength(1)
    expect((await kept(id)).nextPollAt).toEqual(new Date(START.getTime() + HOUR_MS))
    clock.set((await kept(id)).nextPollAt)
    await pollerWith().pollDue(signal)
    expect(server.requests).toHaveLength(2)
  })

  test('case 28: a feed of fifty channels is one request', async () => {
    server.set('/feed', { body: FEED })
    await keepFeed(server.url('/feed'), 50)
    await pollerWith().pollDue(signal)
    expect(server.requests).toHaveLength(1)
  })

  test('case 29: fragment, capitals of the host and a default port make no other feed; the query stays as it is', async () => {
    server.set('/feed?b=2&a=%7e1', { body: FEED })
    const options = {
      store,
      fetcher: fetcherWith({ allow: [server.allow('paper.example')] }),
      parse: (bytes: Uint8Array) => parseFeed(bytes),
      clock,
      random: () => 0,
    }
    const typed = ['http://paper.example/feed?b=2&a=%7e1#news', 'http://PAPER.example:80/feed?b=2&a=%7e1']
    for (const address of typed) await addFeedAt(address, [], options, signal)
    expect(server.requests.map(({ path }) => path)).toEqual(['/feed?b=2&a=%7e1'])
    expect(await store.listFeeds()).toHaveLength(1)
  })

  test('case 30: we say who we are and what we read, and send no cookie, no referrer and no query of our own', async () => {
    server.set('/feed', { headers: { 'set-cookie': 'a=b' }, body: FEED })
    const fetcher = fetcherWith()
    for (let turn = 0; turn < 2; turn += 1) await fetcher.fetch(server.url('/feed'), { accept: 'feed', signal })
    for (const { headers, path } of server.requests) {
      expect(path).toBe('/feed')
      expect(headers['user-agent']).toBe(AGENT)
      expect(headers.accept).toMatch(/application\/rss\+xml.*application\/atom\+xml.*application\/feed\+json/)
      expect(headers['accept-encoding']).toMatch(/gzip.*br/)
      expect([headers.cookie, headers.referer]).toEqual([undefined, undefined])
    }
  })

  test.each<[string, Record<string, string>, string, number]>([
    ['max-age', { 'cache-control': 'max-age=7200' }, '', 2 * HOUR_MS],
    ['Expires', { expires: 'Sun, 01 Mar 2026 11:00:00 GMT', date: START.toUTCString() }, '', 3 * HOUR_MS],
    ['ttl', {}, '<ttl>240</ttl>', 4 * HOUR_MS],
    [
      'the syndication period',
      {},
      '<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>',
      6 * HOUR_MS,
    ],
    ['the latest of all', { 'cache-control': 'max-age=7200' }, '<ttl>240</ttl>', 4 * HOUR_MS],
    ['a day at most', { 'cache-control': `max-age=${10 ** 12}` }, '<ttl>99999999999</ttl>', DAY_MS],
    ['the interval before max-age=0', { 'cache-control': 'max-age=0' }, '<ttl>-5</ttl>', HOUR_MS],
    ['the interval before garbage', { 'cache-control': 'max-age=soon', expires: '0' }, '<ttl>soon</ttl>', HOUR_MS],
  ])('case 31: the next poll waits for %s', async (_name, headers, channel, wanted) => {
    const open = '<rss xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel>'
    server.set('/feed', {
      headers: { etag: '"1"', ...headers },
      body: FEED.replace('<rss version="2.0"><channel>', open + channel),
    })
    expect(waitMs(await afterPoll(server.url('/feed')))).toBe(wanted)
  })

  test.each<[string, number, string | undefined, number]>([
    ['seconds', 429, '90000', 90_000_000],
    ['a date', 503, 'Tue, 03 Mar 2026 08:00:00 GMT', 2 * DAY_MS],
    ['ten years, obeyed for a week', 503, 'Fri, 29 Feb 2036 08:00:00 GMT', 7 * DAY_MS],
    ['a date that has passed: twice the interval', 429, 'Sun, 01 Mar 2020 08:00:00 GMT', 2 * HOUR_MS],
    ['nothing: twice the interval', 429, undefined, 2 * HOUR_MS],
  ])('case 32: a refusal with Retry-After: %s', async (_name, status, value, wanted) => {
    server.set('/feed', { status, headers: value === undefined ? {} : { 'retry-after': value } })
    expect(waitMs(await afterPoll(server.url('/feed')))).toBe(wanted)
  })

  test('case 34: a 429 with an empty body is a refusal, never a feed that can not be read', async () => {
    server.set('/feed', { status: 429, body: '' })
    expect((await afterPoll(server.url('/feed'))).lastError).toBe('status 429')
  })

  test.each([206, 204])('case 37: a %i is an error that changes nothing', async status => {
    server.set('/feed', { status, headers: { etag: '"x"' }, ...(status === 204 ? {} : { body: FEED }) })
    expect(await afterPoll(server.url('/feed'))).toMatchObject({ lastError: 'protocol', validators: {} })
    expect(await store.listArticles({ limit: 9 })).toEqual([])
  })

  test('case 37: an empty 200, and a 304 to an unconditional request, are errors that change nothing', async () => {
    server.set('/empty', { headers: { etag: '"x"' }, body: '' })
    server.set('/unasked', { status: 304, headers: { etag: '"x"' } })
    expect(await afterPoll(server.url('/empty'))).toMatchObject({ lastError: 'format', validators: {} })
    expect(await afterPoll(server.url('/unasked'))).toMatchObject({ lastError: 'protocol', validators: {} })
  })

  test.each([
    ['headers above 16 KiB', `HTTP/1.1 200 OK\r\nx: ${'h'.repeat(17 * KIB)}\r\n\r\n`],
    [
      '2,000 headers',
      `HTTP/1.1 200 OK\r\n${Array.from({ length: 2000 }, (_, n) => `x-${n}: 1234`).join('\r\n')}\r\n\r\n`,
    ],
    ['a bad status line', 'HTTP/1.1 abc OK\r\n\r\n'],
    ['HTTP/0.9', FEED],
  ])('case 38: %s: not an answer that HTTP allows', async (_name, answer) => {
    const port = await listen(createServer(socket => socket.on('data', () => socket.end(answer))))
    const error = await failure(get(`http://127.0.0.1:${port}/`, { allow: [{ host: '127.0.0.1', port }] }))
    expect(error.kind).toBe('protocol')
  })

  test('case 39: fifty feeds of one host are asked two at once at most, a second apart', async () => {
    const startsMs: number[] = []
    for (let index = 0; index < 50; index += 1) {
      server.set(`/${index}`, () => {
        startsMs.push(clock.now().getTime())
        return { body: FEED }
      })
      await keepFeed(server.url(`/${index}`))
    }
    let isOver = false
    const work = pollerWith({}, () => 1000)
      .pollDue(signal)
      .finally(() => {
        isOver = true
      })
    while (!isOver) await clock.advance(100)
    expect(await work).toMatchObject({ polled: 50, failed: 0 })
    expect(server.mostAtOnce).toBeLessThanOrEqual(2)
    expect(startsMs).toHaveLength(50)
    expect(Math.min(...startsMs.slice(1).map((at, index) => at - (startsMs[index] ?? 0)))).toBeGreaterThanOrEqual(1000)
  })
})
