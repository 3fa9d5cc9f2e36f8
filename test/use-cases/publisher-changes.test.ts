import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newFeed } from '../../src/feeds/feed-id.ts'
import { createFetcher } from '../../src/feeds/fetch.ts'
import type { Fetcher } from '../../src/feeds/fetched.ts'
import { parseFeed } from '../../src/feeds/parse.ts'
import { createPoller, type Poller } from '../../src/feeds/poll.ts'
import type { ChannelId, SubscriptionMode } from '../../src/model/briefing.ts'
import type { FeedId } from '../../src/model/feed.ts'
import type { Store } from '../../src/ports/store.ts'
import { openSqliteStore } from '../../src/stores/sqlite.ts'
import { createExtractiveSummarizer } from '../../src/summarizers/extractive.ts'
import { announceNew } from '../../src/use-cases/instant.ts'
import { tellFeedHealth } from '../../src/use-cases/notices.ts'
import type { AppParts } from '../../src/use-cases/parts.ts'
import { createFakeClock, type FakeClock } from '../fakes/clock.ts'
import { silentLog as log } from '../fakes/log.ts'
import { textOf } from '../fakes/platform.ts'
import { type Publisher, startPublisher } from '../fakes/publisher.ts'

const START = new Date('2026-03-01T08:00:00Z')
const HOUR_MS = 3_600_000
const { signal } = new AbortController()

let clock: FakeClock
let store: Store
let server: Publisher
let fetcher: Fetcher
let poller: Poller
let parts: AppParts

beforeEach(async () => {
  clock = createFakeClock(START)
  store = await openSqliteStore({ path: ':memory:', now: () => clock.now() })
  server = await startPublisher()
  fetcher = createFetcher({ allow: [server.allow()], userAgent: 'test', clock })
  const parse = async (...[bytes, options]: Parameters<typeof parseFeed>) => parseFeed(bytes, options)
  poller = createPoller({ store, fetcher, parse, clock, random: () => 0, log, spacingMs: () => 0 })
  const nobody = () => Promise.reject(new Error('not asked for in these tests'))
  parts = {
    store,
    clock,
    log,
    summarizer: createExtractiveSummarizer(),
    feeds: { add: nobody, addUnfetched: nobody, addListed: nobody, download: nobody, poll: nobody },
    platforms: [],
    packs: [],
    newId: () => 'id',
    timezone: 'UTC',
  }
})

afterEach(async () => {
  await fetcher.close()
  await store.close()
  await server.close()
})

async function takeFeed(path: string, channels: readonly string[], mode: SubscriptionMode): Promise<FeedId> {
  const feed = await store.addFeed(newFeed(server.url(path), { title: 'Harbour Post', topics: ['world'] }, clock.now()))
  for (const address of channels) {
    const channelId = `discord:${address}` as ChannelId
    await store.saveChannel({ id: channelId, platform: 'discord', address, language: 'en', timezone: 'UTC' })
    await store.subscribe({ channelId, feedId: feed.id, mode, createdAt: clock.now() })
  }
  return feed.id
}

/** Sends what is owed. @returns the texts, by channel and time */
async function sendAll(): Promise<readonly string[]> {
  const texts: string[] = []
  for (;;) {
    const due = await store.claimDueParts({ now: clock.now(), limit: 100, leaseMs: HOUR_MS }, ['discord'])
    if (due.length === 0) return texts
    for (const part of due) {
      texts.push(`${part.channel.address}: ${textOf(part.message)}`)
      await store.markSending(part)
      await store.finishPart(part, { kind: 'sent', messageId: `${texts.length}`, at: clock.now() })
    }
  }
}

const item = (guid: string, link: string, title: string, at = START): string =>
  `<item><guid isPermaLink="false">${guid}</guid><link>${link}</link><title>${title}</title>
  <pubDate>${at.toUTCString()}</pubDate><description>${title} was told in full. Nobody was hurt.</description></item>`
const rss = (items: readonly string[]): string =>
  `<rss version="2.0"><channel><title>Harbour Post</title>${items.join('')}</channel></rss>`
/** With validators, so that it is polled by the hour. */
const feed = (items: readonly string[]) => ({ headers: { etag: `"${items.join('').length}"` }, body: rss(items) })
const titles = Array.from({ length: 10 }, (_, index) => `Ferry number ${index} sails again`)

describe('a publisher that changes its keys', () => {
  const oldSite = (guid: (index: number) => string) =>
    titles.map((title, index) => item(guid(index), `http://post.example/${index}`, title))

  it.each([
    ['all guids', oldSite(index => `https://new.example/?p=${index}`)],
    ['guids and domain', titles.map((title, i) => item(`n${i}`, `https://www.post.example/${i}`, title))],
    ['guids and every link', titles.map((title, i) => item(`n${i}`, `https://new.example/ferry-${i}.html`, title))],
  ])('case 61: a publisher that changes its keys posts nothing again: %s', async (_name, migrated) => {
    server.set('/feed', [feed([]), feed(oldSite(index => `g${index}`)), feed(migrated)])
    const id = await takeFeed('/feed', ['one'], 'instant')
    const posted = []
    for (let round = 0; round < 4; round += 1) {
      await poller.pollDue(signal)
      await announceNew(parts, signal)
      posted.push((await sendAll()).length)
      await clock.advance(HOUR_MS)
    }
    expect(posted).toEqual([0, 10, 0, 0])
    const sinceMigration = new Date(START.getTime() + 2 * HOUR_MS)
    expect(await store.listArticles({ feedIds: [id], from: sinceMigration, limit: 50 })).toEqual([])
  })

  it('case 64: posts an entry once that is edited fifty times, and remembers what was changed', async () => {
    server.set('/feed', (_request, turn) =>
      feed(turn === 0 ? [] : [item('g', 'http://post.example/1', `${turn} people are missing`)]),
    )
    const id = await takeFeed('/feed', ['one'], 'instant')
    let posted = 0
    for (let round = 0; round < 52; round += 1) {
      await poller.pollDue(signal)
      await announceNew(parts, signal)
      posted += (await sendAll()).length
      await clock.advance(HOUR_MS)
    }
    expect(posted).toBe(1)
    const [article] = await store.listArticles({ feedIds: [id], limit: 2 })
    const [change] = await store.listChanges(article === undefined ? [] : [article.id])
    expect(change?.removed).toContain('50 people are missing')
    expect(change?.added).toContain('51 people are missing')
  })

  it.each<[string, (n: number, turn: number) => string, (n: number, turn: number) => string, number]>([
    ['guids are made up at every fetch', (n, turn) => `${n}-${turn}`, n => `http://post.example/${n}`, 11],
    [
      'guids and links carry a mark of the fetch',
      (n, turn) => `http://post.example/${n}#xtor=RSS-${turn}`,
      (n, turn) => `http://post.example/${n}#xtor=RSS-${turn}`,
      11,
    ],
    ['guids are all the same', () => 'news', n => `http://post.example/${n}`, 11],
  ])('case 60: posts each entry at most once when its %s', async (_name, guid, link, news) => {
    server.set('/feed', (_request, turn) => {
      // One entry more at each fetch, the newest first; the first fetch is what was there before.
      const numbers = Array.from({ length: Math.min(turn + 9, 10) }, (_, index) => turn + 9 - index)
      return feed(numbers.map(n => item(guid(n, turn), link(n, turn), `Ferry ${n} sails again`, clock.now())))
    })
    await takeFeed('/feed', ['one'], 'instant')
    const posted: string[] = []
    for (let round = 0; round < 12; round += 1) {
      await poller.pollDue(signal)
      await announceNew(parts, signal)
      posted.push(...(await sendAll()))
      await clock.advance(HOUR_MS)
    }
    const ferries = posted.map(text => /Ferry \d+ sails/.exec(text)?.[0])
    expect(new Set(ferries).size).toBe(ferries.length)
    expect(ferries).toHaveLength(news)
  })

  it('case 65: posts none of the 500 entries that a feed has when it is subscribed to', async () => {
    const old = Array.from({ length: 500 }, (_, n) => item(`g${n}`, `http://post.example/${n}`, `Ferry ${n} sails`))
    server.set('/feed', [feed(old), feed([item('new', 'http://post.example/new', 'A new ferry sails'), ...old])])
    await takeFeed('/feed', ['one'], 'instant')
    await poller.pollDue(signal)
    await announceNew(parts, signal)
    expect(await sendAll()).toEqual([])
    await clock.advance(HOUR_MS)
    await poller.pollDue(signal)
    await announceNew(parts, signal)
    expect(await sendAll()).toEqual([expect.stringContaining('A new ferry sails')])
  })

  it('case 66: posts nothing again that comes back after more than a year', async () => {
    const entries = titles.map((title, n) => item(`g${n}`, `http://post.example/${n}`, title, clock.now()))
    server.set('/feed', [feed([]), feed(entries), feed([]), feed(entries)])
    await takeFeed('/feed', ['one'], 'instant')
    const posted = []
    for (const waitMs of [HOUR_MS, HOUR_MS, 400 * 24 * HOUR_MS, HOUR_MS]) {
      await poller.pollDue(signal)
      await announceNew(parts, signal)
      posted.push((await sendAll()).length)
      await clock.advance(waitMs)
    }
    expect(posted).toEqual([0, 10, 0, 0])
  })

  it('posts nothing twice and loses nothing when two feeds of a channel become one', async () => {
    const news: string[] = []
    server.set('/a', { status: 301, headers: { location: '/b' } })
    server.set('/b', () => feed(news))
    await takeFeed('/a', ['one'], 'instant')
    await takeFeed('/b', ['two'], 'instant')
    const posted: string[] = []
    for (let hour = 0; hour < 60; hour += 1) {
      // Articles come at night too, but not every hour.
      if (hour % 4 === 1)
        news.unshift(item(`g${hour}`, `http://post.example/${hour}`, `Ferry ${hour} sails`, clock.now()))
      await poller.pollDue(signal)
      await announceNew(parts, signal)
      posted.push(...(await sendAll()))
      await clock.advance(HOUR_MS)
    }
    expect(await store.listFeeds()).toHaveLength(1)
    for (const channel of ['one', 'two']) {
      const own = posted.filter(text => text.startsWith(channel)).map(text => /Ferry \d+ sails/.exec(text)?.[0])
      expect(new Set(own).size).toBe(own.length)
      expect(own).toHaveLength(news.length)
    }
    expect(server.requests.slice(-3).map(({ path }) => path)).toEqual(['/b', '/b', '/b'])
  })
})

describe('notices of the health of feeds', () => {
  const round = async (hours = 1): Promise<readonly string[]> => {
    const told: string[] = []
    for (let hour = 0; hour < hours; hour += 1) {
      await poller.pollDue(signal)
      await tellFeedHealth(parts)
      await tellFeedHealth(parts)
      told.push(...(await sendAll()))
      await clock.advance(HOUR_MS)
    }
    return told
  }

  it('says nothing of a failure that is shorter than a day', async () => {
    server.set('/feed', (_request, turn) => (turn % 4 === 0 ? feed([]) : { status: 503 }))
    await takeFeed('/feed', ['one'], 'digest')
    expect(await round(24 * 10)).toEqual([])
  })

  it('case 36: tells each channel once that a feed has failed for a day, and once that it is back', async () => {
    let status = 200
    server.set('/feed', () => ({ status, body: rss([]) }))
    await takeFeed('/feed', ['one', 'two'], 'digest')
    expect(await round(2)).toEqual([])
    status = 500
    expect(await round(24)).toEqual([])
    const failing =
      /^(one|two): Harbour Post has not been readable since Sun 1 Mar, \d\d:00 UTC: it answers with error 500/
    const told = await round(60)
    expect(told).toHaveLength(2)
    for (const text of told) expect(text).toMatch(failing)
    await takeFeed('/feed', ['late'], 'digest')
    status = 200
    expect((await round(60)).toSorted()).toEqual([
      'one: Harbour Post is readable again.',
      'two: Harbour Post is readable again.',
    ])
    status = 500
    expect(await round(60)).toHaveLength(3)
  })

  it('case 36: tells once that a feed is gone, and that it is back when somebody adds it again', async () => {
    let status = 410
    server.set('/feed', () => ({ status, body: rss([]) }))
    const id = await takeFeed('/feed', ['one'], 'digest')
    const told = await round(24 * 9)
    expect(told).toHaveLength(2)
    expect(told[0]).toContain('has not been readable')
    expect(told[1]).toContain('has been closed by its publisher')
    expect(server.requests).toHaveLength(4)
    status = 200
    const feed = await store.findFeed(id)
    if (feed !== undefined) await store.addFeed({ ...feed, nextPollAt: clock.now() })
    expect(await round(3)).toEqual(['one: Harbour Post is readable again.'])
  })

  it('leaves channels alone that are paused', async () => {
    server.set('/feed', { status: 500 })
    await takeFeed('/feed', ['one'], 'digest')
    const channel = await store.findChannel('discord:one' as ChannelId)
    if (channel !== undefined) await store.saveChannel({ ...channel, pausedAt: clock.now() })
    await round(60)
    expect((await store.countParts()).waiting).toBe(0)
  })
})
