import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newFeed } from '../../src/feeds/feed-id.ts'
import { createFetcher } from '../../src/feeds/fetch.ts'
import { parseFeed } from '../../src/feeds/parse.ts'
import { createPoller } from '../../src/feeds/poll.ts'
import type { PolledFeed, PollerOptions } from '../../src/feeds/poll-feed.ts'
import type { ParseFeed } from '../../src/feeds/poll-result.ts'
import type { ChannelId } from '../../src/model/briefing.ts'
import { StoreError } from '../../src/model/errors.ts'
import type { Feed, FeedId } from '../../src/model/feed.ts'
import type { Log } from '../../src/ports/log.ts'
import type { Store } from '../../src/ports/store.ts'
import { openSqliteStore } from '../../src/stores/sqlite.ts'
import { createFakeClock, type FakeClock } from '../fakes/clock.ts'
import { createRecordingLog, silentLog } from '../fakes/log.ts'
import { type Publisher, startPublisher } from '../fakes/publisher.ts'

const START = new Date('2026-03-01T08:00:00Z')
const HOUR_MS = 3_600_000
/** A feed with validators is polled by the hour. */
const MARKED = { etag: '"marked"' }
const { signal } = new AbortController()

const rss = (titles: readonly string[], channel = '<title>Harbour Post</title>'): string =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>${channel}${titles
    .map(title => `<item><title>${title}</title><guid isPermaLink="false">${title}</guid></item>`)
    .join('')}</channel></rss>`

const parse: ParseFeed = async (bytes, options) => parseFeed(bytes, options)

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
  for (const close of closing.splice(0)) await close()
  await store.close()
  await server.close()
})

function pollerFor(options: Partial<PollerOptions> = {}) {
  const fetcher = createFetcher({ allow: [server.allow()], userAgent: 'test', clock })
  closing.push(() => fetcher.close())
  return createPoller({ store, fetcher, parse, clock, random: () => 0, log: silentLog, spacingMs: () => 0, ...options })
}

/** Keeps a feed of the server, due now, and lets channels take it. */
async function keepFeed(path: string, channels: readonly string[] = ['terminal:a'], topics: readonly string[] = []) {
  const feed = await store.addFeed(newFeed(server.url(path), { title: 'Before', topics }, clock.now()))
  for (const id of channels) {
    const channelId = id as ChannelId
    await store.saveChannel({ id: channelId, platform: 'terminal', address: id, language: 'en', timezone: 'UTC' })
    await store.subscribe({ channelId, feedId: feed.id, mode: 'digest', createdAt: clock.now() })
  }
  return feed
}

async function kept(id: FeedId): Promise<Feed> {
  const feed = await store.findFeed(id)
  if (feed === undefined) throw new Error('feed not kept')
  return feed
}

const waitOf = async (id: FeedId): Promise<number> => (await kept(id)).nextPollAt.getTime() - clock.now().getTime()

describe('createPoller', () => {
  it('keeps the articles of due feeds, their validators and the time of the next poll', async () => {
    server.set('/feed', { headers: { etag: 'W/"1"', 'last-modified': 'then' }, body: rss(['One', 'Two']) })
    const { id } = await keepFeed('/feed')
    const report = await pollerFor().pollDue(signal)
    expect(report).toEqual({ polled: 1, unchanged: 0, failed: 0, added: 2, changed: 0 })
    expect(await kept(id)).toMatchObject({
      title: 'Harbour Post',
      validators: { etag: 'W/"1"', lastModified: 'then' },
      lastPolledAt: START,
      lastSuccessAt: START,
      failures: 0,
    })
    expect(await waitOf(id)).toBe(HOUR_MS)
    expect((await store.listArticles({ limit: 10 })).map(({ title }) => title).toSorted()).toEqual(['One', 'Two'])
  })

  it('asks conditionally ever after, and counts a feed without news as unchanged', async () => {
    server.set('/feed', { headers: { etag: '"1"' }, body: rss(['One']), isConditional: true })
    await keepFeed('/feed')
    const poller = pollerFor()
    await poller.pollDue(signal)
    for (let round = 0; round < 3; round += 1) {
      await clock.advance(HOUR_MS)
      expect(await poller.pollDue(signal)).toMatchObject({ polled: 1, unchanged: 1, added: 0 })
    }
    const conditions = server.requests.map(request => request.headers['if-none-match'])
    expect(conditions).toEqual([undefined, '"1"', '"1"', '"1"'])
  })

  it('logs that a feed was redirected from https to http, without its address', async () => {
    const bytes = Buffer.from(rss(['One']))
    const fetcher: PollerOptions['fetcher'] = {
      fetch: async () => ({ kind: 'fetched', url: 'http://paper.example/feed?a=1', bytes, validators: MARKED }),
      close: async () => undefined,
    }
    const log = createRecordingLog()
    const { id } = await keepFeed('/feed')
    await pollerFor({ fetcher, log }).pollDue(signal)
    expect(log.lines).toEqual([])
    const secure = await store.addFeed(newFeed('https://paper.example/feed?a=1', { title: 'Paper' }, clock.now()))
    await pollerFor({ fetcher, log }).pollDue(signal, { only: [id, secure.id] })
    expect(log.lines).toEqual([
      { level: 'info', fields: { feed: secure.id, host: 'paper.example' }, message: 'redirected from https to http' },
    ])
  })

  it('asks nobody before the time has come', async () => {
    server.set('/feed', { body: rss(['One']) })
    await keepFeed('/feed')
    const poller = pollerFor()
    await poller.pollDue(signal)
    await clock.advance(HOUR_MS - 1)
    expect(await poller.pollDue(signal)).toMatchObject({ polled: 0 })
    expect(server.requests).toHaveLength(1)
  })

  it('fetches a feed once however many channels take it', async () => {
    server.set('/feed', { body: rss(['One']) })
    await keepFeed('/feed', ['terminal:a', 'terminal:b', 'terminal:c'])
    await pollerFor().pollDue(signal)
    expect(server.requests).toHaveLength(1)
  })

  it('leaves feeds alone that no channel takes, unless they are named', async () => {
    server.set('/feed', { body: rss(['One']) })
    const { id } = await keepFeed('/feed', [])
    const poller = pollerFor()
    expect((await poller.pollDue(signal)).polled).toBe(0)
    expect((await poller.pollDue(signal, { only: [id] })).polled).toBe(1)
  })

  it('replaces the validators on every 200 and 304', async () => {
    server.set('/feed', [
      { headers: { etag: '"1"', 'last-modified': 'then' }, body: rss(['One']) },
      { headers: { etag: '"2"', 'last-modified': 'then' }, body: rss(['One']) },
      { status: 304, headers: { etag: '"3"' } },
      { headers: { 'last-modified': 'later' }, body: rss(['One']) },
    ])
    const { id } = await keepFeed('/feed')
    const poller = pollerFor()
    const seen = []
    for (let round = 0; round < 4; round += 1) {
      await poller.pollDue(signal)
      seen.push((await kept(id)).validators)
      await clock.advance(HOUR_MS)
    }
    expect(seen).toEqual([
      { etag: '"1"', lastModified: 'then' },
      { etag: '"2"', lastModified: 'then' },
      { etag: '"3"', lastModified: 'then' },
      { lastModified: 'later' },
    ])
  })

  it('case 36: keeps the old validators and articles when the answer is no feed any more', async () => {
    server.set('/feed', [
      { headers: { etag: '"1"' }, body: rss(['One']) },
      { headers: { etag: '"2"' }, body: '<!doctype html><html><body>Are you human?</body></html>' },
    ])
    const { id } = await keepFeed('/feed')
    const poller = pollerFor()
    await poller.pollDue(signal)
    await clock.advance(HOUR_MS)
    expect(await poller.pollDue(signal)).toMatchObject({ failed: 1 })
    expect(await kept(id)).toMatchObject({ validators: { etag: '"1"' }, lastError: 'format', failures: 1 })
    expect(await store.listArticles({ limit: 10 })).toHaveLength(1)
  })

  it('backs off from a feed that fails, never gives it up, and returns to its interval afterwards', async () => {
    const down = { status: 500 }
    server.set('/feed', [down, down, down, down, down, down, down, { headers: MARKED, body: rss(['One']) }])
    const { id } = await keepFeed('/feed')
    const poller = pollerFor()
    const waits = []
    for (let round = 0; round < 8; round += 1) {
      await poller.pollDue(signal)
      const wait = await waitOf(id)
      waits.push(wait / HOUR_MS)
      await clock.advance(wait)
    }
    expect(waits).toEqual([2, 4, 8, 16, 24, 24, 24, 1])
    const feed = await kept(id)
    expect(feed.failures).toBe(0)
    expect(feed.lastError).toBeUndefined()
  })

  it.each([
    ['seconds', '7200', 2],
    ['a date', new Date(START.getTime() + 50 * HOUR_MS).toUTCString(), 50],
    ['ten years', 'Sun, 01 Mar 2036 08:00:00 GMT', 168],
  ])('obeys Retry-After: %s', async (_name, value, hours) => {
    server.set('/feed', { status: 429, headers: { 'retry-after': value } })
    const { id } = await keepFeed('/feed')
    await pollerFor().pollDue(signal)
    expect((await waitOf(id)) / HOUR_MS).toBe(hours)
    expect((await kept(id)).lastError).toBe('status 429')
  })

  it.each([
    ['the TTL of the feed', {}, '<title>T</title><ttl>240</ttl>', 4],
    ['max-age', { 'cache-control': 'max-age=10800' }, '<title>T</title>', 3],
    ['the later of both', { 'cache-control': 'max-age=10800' }, '<title>T</title><ttl>300</ttl>', 5],
    ['a day at the most', { 'cache-control': 'max-age=999999999' }, '<title>T</title>', 24],
  ])('waits for %s', async (_name, headers, channel, hours) => {
    server.set('/feed', { headers: { ...MARKED, ...headers }, body: rss(['One'], channel) })
    const { id } = await keepFeed('/feed')
    await pollerFor().pollDue(signal)
    expect((await waitOf(id)) / HOUR_MS).toBe(hours)
  })

  it.each([
    ['six hours', 1, [6, 6, 4, 6]],
    ['a day when it is larger than 256 KiB', 400_000, [24, 24, 4, 24]],
  ])(
    'asks a feed without validators every %s, as long as it has none; sooner when nothing was sent',
    async (_name, length, wanted) => {
      const body = rss(['One', 'x'.repeat(length)])
      const down = { status: 503 }
      server.set('/feed', [{ body }, { body: '<html>' }, down, { body }, { headers: MARKED, body }, down])
      const { id } = await keepFeed('/feed')
      const poller = pollerFor()
      const waits = []
      for (let round = 0; round < 6; round += 1) {
        await poller.pollDue(signal)
        waits.push((await waitOf(id)) / HOUR_MS)
        await clock.advance(await waitOf(id))
      }
      expect(waits).toEqual([...wanted, 1, 2])
    },
  )

  it('goes on waiting for TTL and skipped hours when the feed answers "not modified"', async () => {
    const channel = '<title>T</title><ttl>240</ttl><skipHours><hour>12</hour><hour>24</hour></skipHours>'
    server.set('/feed', { headers: { etag: '"1"' }, body: rss(['One'], channel), isConditional: true })
    const { id } = await keepFeed('/feed')
    const poller = pollerFor()
    const waits = []
    for (let round = 0; round < 3; round += 1) {
      await poller.pollDue(signal)
      waits.push((await waitOf(id)) / HOUR_MS)
      await clock.advance(await waitOf(id))
    }
    expect(waits).toEqual([5, 4, 4])
    expect((await kept(id)).rhythm).toEqual({ ttlMs: 4 * HOUR_MS, skipHours: [0, 12] })
  })

  it('case 36: believes that a feed is gone when it was said three times over 72 hours, and asks no more', async () => {
    server.set('/feed', { status: 410 })
    const { id } = await keepFeed('/feed')
    const poller = pollerFor()
    for (let day = 0; day < 3; day += 1) {
      await poller.pollDue(signal)
      expect(await waitOf(id)).toBe(24 * HOUR_MS)
      expect((await kept(id)).goneAt).toBeUndefined()
      await clock.advance(24 * HOUR_MS)
    }
    await poller.pollDue(signal)
    expect(await kept(id)).toMatchObject({ goneAt: clock.now(), failingSince: START, gone: { count: 4, since: START } })
    await clock.advance(100 * HOUR_MS)
    expect(await poller.pollDue(signal)).toMatchObject({ polled: 0 })
    expect(server.requests).toHaveLength(4)
  })

  it('case 36: forgets that a feed was said to be gone when it answers again', async () => {
    server.set('/feed', [{ status: 410 }, { status: 410 }, { body: rss(['One']) }, { status: 410 }])
    const { id } = await keepFeed('/feed')
    const poller = pollerFor()
    for (let round = 0; round < 4; round += 1) {
      await poller.pollDue(signal)
      if (round < 3) await clock.advance(24 * HOUR_MS)
    }
    expect((await kept(id)).gone).toEqual({ count: 1, since: clock.now() })
    expect((await kept(id)).goneAt).toBeUndefined()
  })

  it.each([
    [301, '/new'],
    [308, '/new'],
    [302, '/old'],
    [307, '/old'],
  ])('case 35: asks the new address for good after the same %i three times in a day: %s', async (status, path) => {
    server.set('/old', { status, headers: { location: '/new' } })
    server.set('/new', { headers: { etag: '"1"' }, body: rss(['One']), isConditional: true })
    const { id } = await keepFeed('/old')
    const poller = pollerFor()
    for (let hour = 0; hour <= 23; hour += 1) {
      await poller.pollDue(signal)
      expect((await kept(id)).url).toBe(server.url('/old'))
      await clock.advance(HOUR_MS)
    }
    await poller.pollDue(signal)
    expect((await kept(id)).url).toBe(server.url(path))
    expect((await kept(id)).moving).toBeUndefined()
    expect(server.requestsFor('/new').filter(({ headers }) => headers['if-none-match'] === undefined)).toHaveLength(1)
    expect(await store.listArticles({ limit: 10 })).toHaveLength(1)
  })

  it('case 35: does not believe a move that was said twice only, however far apart', async () => {
    const daily = { 'cache-control': 'max-age=86400' }
    server.set('/old', { status: 301, headers: { location: '/new' } })
    server.set('/new', { headers: { ...MARKED, ...daily }, body: rss(['One']) })
    const { id } = await keepFeed('/old')
    const poller = pollerFor()
    const urls = []
    for (let day = 0; day < 3; day += 1) {
      await poller.pollDue(signal)
      urls.push((await kept(id)).url)
      await clock.advance(24 * HOUR_MS)
    }
    expect(urls).toEqual([server.url('/old'), server.url('/old'), server.url('/new')])
  })

  it('case 35: does not believe a move that changes its mind', async () => {
    server.set('/old', (_request, turn) =>
      turn % 3 === 2 ? { body: rss(['One']) } : { status: 301, headers: { location: '/new' } },
    )
    server.set('/new', { body: rss(['One']) })
    const { id } = await keepFeed('/old')
    const poller = pollerFor()
    for (let hour = 0; hour < 40; hour += 1) {
      await poller.pollDue(signal)
      await clock.advance(HOUR_MS)
    }
    expect((await kept(id)).url).toBe(server.url('/old'))
  })

  it('case 35: keeps the address over a temporary redirect, and over a move to something that is no feed', async () => {
    server.set('/a', { status: 302, headers: { location: '/real' } })
    server.set('/b', { status: 301, headers: { location: '/page' } })
    server.set('/real', { body: rss(['One']) })
    server.set('/page', { body: '<html><body>Domain for sale</body></html>' })
    const [a, b] = [await keepFeed('/a'), await keepFeed('/b')]
    await pollerFor().pollDue(signal)
    expect((await kept(a.id)).url).toBe(server.url('/a'))
    expect((await kept(b.id)).url).toBe(server.url('/b'))
  })

  it("takes the publisher's name for the feed and its articles alike, without markup", async () => {
    server.set('/feed', { body: rss(['One'], '<title>Harbour &amp;amp; &lt;b&gt;Post&lt;/b&gt;</title>') })
    const { id } = await keepFeed('/feed')
    await pollerFor().pollDue(signal)
    expect((await kept(id)).title).toBe('Harbour & Post')
    expect((await store.listArticles({ limit: 1 }))[0]?.outlet).toBe('Harbour & Post')
  })

  it('leaves the title of a starter feed as its pack has it', async () => {
    server.set('/feed', { body: rss(['One']) })
    const { id } = await keepFeed('/feed', ['terminal:a'], ['world'])
    await pollerFor().pollDue(signal)
    expect((await kept(id)).title).toBe('Before')
  })

  it('goes on with the others when some fail, and tells of each', async () => {
    server.set('/good', { body: rss(['One']) })
    server.set('/none', { status: 404 })
    server.set('/cut', { body: rss(['One']), cutAfterBytes: 60 })
    for (const path of ['/good', '/none', '/cut']) await keepFeed(path)
    const polled: PolledFeed[] = []
    const warned: unknown[] = []
    const log: Log = { ...silentLog, warn: fields => warned.push(fields) }
    const report = await pollerFor({ log }).pollDue(signal, { onPolled: one => polled.push(one) })
    expect(report).toEqual({ polled: 3, unchanged: 0, failed: 2, added: 1, changed: 0 })
    expect(polled.map(({ outcome, error }) => error ?? outcome).toSorted()).toEqual(['kept', 'status 404', 'truncated'])
    expect(warned).toHaveLength(2)
    expect(await store.listArticles({ limit: 10 })).toHaveLength(1)
  })

  it('survives a parser that throws what nobody expected', async () => {
    server.set('/feed', { headers: { etag: '"1"' }, body: rss(['One']) })
    const { id } = await keepFeed('/feed')
    const errors: string[] = []
    const log: Log = { ...silentLog, error: (_fields, message) => errors.push(message) }
    const report = await pollerFor({ log, parse: () => Promise.reject(new TypeError('x')) }).pollDue(signal)
    expect(report.failed).toBe(1)
    expect((await kept(id)).validators).toEqual({})
    expect(errors).toHaveLength(1)
  })

  it('writes nothing when another worker has taken the feed over meanwhile', async () => {
    let release = (): void => undefined
    const gate = new Promise<void>(resolve => {
      release = resolve
    })
    server.set('/feed', { headers: { etag: '"1"' }, body: rss(['One']) })
    const { id } = await keepFeed('/feed')
    const slow: ParseFeed = async (bytes, options, stop) => {
      await gate
      return parse(bytes, options, stop)
    }
    const polled: PolledFeed[] = []
    const work = pollerFor({ parse: slow }).pollDue(signal, { onPolled: one => polled.push(one) })
    await expect.poll(() => server.requests.length).toBe(1)
    await clock.advance(11 * 60_000)
    const [taken] = await store.claimDueFeeds({ now: clock.now(), limit: 1, leaseMs: 60_000 }, [id])
    expect(taken).toBeDefined()
    release()
    expect(await work).toMatchObject({ polled: 1, added: 0, failed: 0 })
    expect(polled[0]?.outcome).toBe('lost')
    expect(await store.listArticles({ limit: 10 })).toHaveLength(0)
    expect((await kept(id)).validators).toEqual({})
  })

  it('leaves an aborted poll to its lease: nothing is written, and it is due again later', async () => {
    server.set('/feed', { hangs: 'headers' })
    const { id } = await keepFeed('/feed')
    const stop = new AbortController()
    const reason = new Error('shutting down')
    const poller = pollerFor()
    const work = poller.pollDue(stop.signal)
    await expect.poll(() => server.requests.length).toBe(1)
    stop.abort(reason)
    await expect(work).rejects.toBe(reason)
    expect(await kept(id)).toMatchObject({ failures: 0, nextPollAt: START })
    server.set('/feed', { body: rss(['One']) })
    expect((await poller.pollDue(signal)).polled).toBe(0)
    await clock.advance(11 * 60_000)
    expect((await poller.pollDue(signal)).polled).toBe(1)
  })

  describe('a host that complains of too many requests', () => {
    const hosts = ['forum.example', 'www.forum.example', 'other.example']
    const pollerOfHosts = (options: Partial<PollerOptions> = {}) => {
      const fetcher = createFetcher({ allow: hosts.map(host => server.allow(host)), userAgent: 'test', clock })
      closing.push(() => fetcher.close())
      return pollerFor({ fetcher, ...options })
    }
    const channelId = 'terminal:a' as ChannelId
    const keepAt = async (url: string, due = clock.now()) => {
      await store.saveChannel({ id: channelId, platform: 'terminal', address: 'a', language: 'en', timezone: 'UTC' })
      const feed = await store.addFeed(newFeed(url, { title: 'Before' }, due))
      await store.subscribe({ channelId, feedId: feed.id, mode: 'digest', createdAt: due })
      return feed
    }

    it.each([
      ['for as long as it says', { 'retry-after': '5400' }, 90],
      ['for a quarter of an hour when it does not say', {}, 15],
    ])('case 33: is left alone with all its feeds, %s, also after a restart', async (_name, headers, minutes) => {
      server.set('/a', (_request, turn) => (turn === 0 ? { status: 429, headers } : { body: rss(['One']) }))
      for (const path of ['/b', '/c', '/d', '/e']) server.set(path, { body: rss([path]) })
      const first = await keepAt('http://forum.example/a', new Date(START.getTime() - 1))
      for (const path of ['/b', '/c', '/d']) await keepAt(`http://forum.example${path}`)
      await keepAt('http://other.example/e')
      // A second apart, so that the others wait for the host while the first is answered.
      const work = pollerOfHosts({ spacingMs: host => (host === 'other.example' ? 0 : 1000) }).pollDue(signal)
      await expect.poll(async () => (await store.findFeed(first.id))?.failures).toBe(1)
      await clock.advance(10_000)
      expect(await work).toMatchObject({ polled: 2, failed: 1 })
      expect(server.requests.map(({ path }) => path).toSorted()).toEqual(['/a', '/e'])
      const restarted = pollerOfHosts({ spacingMs: () => 0 })
      await clock.advance((minutes - 1) * 60_000)
      await restarted.pollDue(signal)
      expect(server.requests.filter(({ host }) => host === 'forum.example')).toHaveLength(1)
      await clock.advance(60_000)
      await restarted.pollDue(signal)
      for (const path of ['/b', '/c', '/d']) expect(server.requestsFor(path)).toHaveLength(1)
      for (const feed of await store.listFeeds(channelId)) {
        expect(feed.failures).toBeLessThanOrEqual(feed.id === first.id ? 1 : 0)
      }
    })

    it('case 33: means the one feed only, when the host is of the operator', async () => {
      server.set('/a', { status: 429 })
      server.set('/b', { body: rss(['One']) })
      await keepAt('http://forum.example/a')
      await keepAt('http://forum.example/b')
      const poller = pollerOfHosts({ sharesLimit: () => false })
      expect(await poller.pollDue(signal)).toMatchObject({ polled: 2, failed: 1, added: 1 })
    })

    it('case 34: asks a known host as seldom as it wants, without holding up the others', async () => {
      for (const path of ['/a', '/b', '/c', '/e']) server.set(path, { body: rss([path]) })
      for (const path of ['/a', '/b', '/c']) await keepAt(`http://forum.example${path}`)
      await keepAt('http://other.example/e')
      const poller = pollerOfHosts({ spacingMs: host => (host === 'forum.example' ? 60_000 : 0) })
      const polled = []
      for (let minute = 0; minute < 3; minute += 1) {
        polled.push((await poller.pollDue(signal)).polled)
        await clock.advance(60_000)
      }
      expect(polled).toEqual([2, 1, 1])
    })
  })

  it('stops with the error of a store that can not be written', async () => {
    server.set('/feed', { body: rss(['One']) })
    await keepFeed('/feed')
    const full: Store = { ...store, finishPoll: () => Promise.reject(new StoreError('full', 'disk full')) }
    await expect(pollerFor({ store: full }).pollDue(signal)).rejects.toThrow('disk full')
  })

  it('keeps a long feed whole, each article once, and lets others have their turn meanwhile', async () => {
    const body = 'The ferry between the islands runs again after the repair of the harbour wall. '.repeat(20)
    const titles = Array.from({ length: 800 }, (_, i) => `Item ${i % 790}`)
    server.set('/feed', { body: rss(titles).replaceAll('<guid', `<description>${body}</description><guid`) })
    const { id } = await keepFeed('/feed')
    let turns = 0
    let isCounting = false
    const count = (): void => {
      turns += 1
      if (isCounting) setImmediate(count)
    }
    const countingParse: ParseFeed = async (bytes, options) => {
      const parsed = await parseFeed(bytes, options)
      isCounting = true
      setImmediate(count)
      return parsed
    }
    const countingStore: Store = {
      ...store,
      finishPoll: (...all) => {
        isCounting = false
        return store.finishPoll(...all)
      },
    }
    const report = await pollerFor({ parse: countingParse, store: countingStore }).pollDue(signal)
    expect(report).toMatchObject({ polled: 1, added: 790 })
    expect(await store.listArticles({ feedIds: [id], limit: 2000 })).toHaveLength(790)
    expect(turns).toBeGreaterThanOrEqual(10)
  })

  it('asks one host a second apart and two at once at the most', async () => {
    const paths = Array.from({ length: 6 }, (_, i) => `/${i}`)
    for (const path of paths) {
      server.set(path, { body: rss([path]) })
      await keepFeed(path)
    }
    const startedAt: number[] = []
    const fetcher = createFetcher({ allow: [server.allow()], userAgent: 'test', clock })
    closing.push(() => fetcher.close())
    const watched = {
      ...fetcher,
      fetch: ((url, wish) => {
        startedAt.push(clock.now().getTime() - START.getTime())
        return fetcher.fetch(url, wish)
      }) satisfies typeof fetcher.fetch,
    }
    const poller = createPoller({ store, fetcher: watched, parse, clock, random: () => 0, log: silentLog })
    const work = poller.pollDue(signal)
    while (startedAt.length < paths.length) await clock.advance(100)
    expect((await work).polled).toBe(6)
    expect(server.mostAtOnce).toBeLessThanOrEqual(2)
    for (const [index, at] of startedAt.entries()) expect(at).toBeGreaterThanOrEqual(index * 1000)
  })

  it('polls hundreds of feeds in one go, at most 32 at once', async () => {
    for (let i = 0; i < 300; i += 1) {
      server.set(`/${i}`, { body: rss([`Item ${i}`]) })
      await keepFeed(`/${i}`)
    }
    let active = 0
    let most = 0
    const fetcher = createFetcher({ allow: [server.allow()], userAgent: 'test', clock })
    closing.push(() => fetcher.close())
    // Each feed stands for a host of its own, so that only the limit over all hosts holds.
    const spread = await Promise.all((await store.listFeeds()).map(async feed => feed))
    const byId = new Map(spread.map(feed => [feed.id, feed.url]))
    const store300: Store = {
      ...store,
      claimDueFeeds: async (claim, only) =>
        (await store.claimDueFeeds(claim, only)).map(({ row, attempt }) => ({
          row: { ...row, url: `http://${row.id}.example/` },
          attempt,
        })),
    }
    const counting = {
      ...fetcher,
      fetch: (async (url, wish) => {
        active += 1
        most = Math.max(most, active)
        const id = new URL(url).hostname.split('.')[0] as FeedId
        try {
          return await fetcher.fetch(byId.get(id) ?? url, wish)
        } finally {
          active -= 1
        }
      }) satisfies typeof fetcher.fetch,
    }
    const report = await pollerFor({ store: store300, fetcher: counting }).pollDue(signal)
    expect(report).toEqual({ polled: 300, unchanged: 0, failed: 0, added: 300, changed: 0 })
    expect(most).toBe(32)
  })
})
