import { expect, it } from 'vitest'
import { newFeed } from '../../src/feeds/feed-id.ts'
import { createFetcher } from '../../src/feeds/fetch.ts'
import { parseFeed } from '../../src/feeds/parse.ts'
import { createPoller } from '../../src/feeds/poll.ts'
import type { ChannelId } from '../../src/model/briefing.ts'
import type { Feed } from '../../src/model/feed.ts'
import { type Connection, connect } from '../../src/stores/connection.ts'
import { openDatabase } from '../../src/stores/database-file.ts'
import { storeOn } from '../../src/stores/sqlite.ts'
import { createFakeClock, type FakeClock } from '../fakes/clock.ts'
import { silentLog as log } from '../fakes/log.ts'
import { type Answer, type Publisher, startPublisher } from '../fakes/publisher.ts'

const START = Date.UTC(2026, 2, 1, 8)
const HOUR_MS = 3_600_000
const DAYS = 30
const RESTARTS = 50
const { signal } = new AbortController()

/** Hours since the beginning, in whole steps. */
const step = (at: Date, hours: number): number => Math.floor((at.getTime() - START) / (hours * HOUR_MS))

const rss = (items: number): string =>
  `<rss version="2.0"><channel><title>Post</title><ttl>60</ttl>${Array.from(
    { length: 3 },
    (_, index) => `<item><guid>https://post.example/${items - index}</guid><title>Item ${items - index}</title></item>`,
  ).join('')}</channel></rss>`

const feedAnswer = (items: number, headers: Readonly<Record<string, string>>): Answer => ({
  headers: { 'set-cookie': `visitor=${items}`, ...headers },
  body: rss(items),
  isConditional: true,
})

/** Publishers as they are: each asks for another kind of care. */
const SCRIPTS: Readonly<Record<string, (at: Date) => Answer>> = {
  '/both': at =>
    feedAnswer(step(at, 7), { etag: `"v${step(at, 7)}"`, 'last-modified': `Tue, ${step(at, 7)} of March` }),
  '/odd-date?lang=en&b=%20': at => feedAnswer(step(at, 24), { 'last-modified': `${step(at, 24)} days, local time` }),
  '/same-body': at =>
    feedAnswer(1, { etag: `W/"Ünïcode ${step(at, 5)}"`, 'last-modified': 'Sun, 01 Mar 2026 08:00:00 GMT' }),
  '/fresh': at => feedAnswer(step(at, 9), { etag: `"${step(at, 9)}"`, 'cache-control': 'public, max-age=10800' }),
  '/busy': at =>
    step(at, 1) % 50 === 3
      ? { status: step(at, 1) % 100 === 3 ? 429 : 503, headers: { 'retry-after': '20000' } }
      : feedAnswer(step(at, 2), { etag: `"b${step(at, 2)}"`, 'cache-control': 'max-age=-5' }),
  '/broken': at =>
    step(at, 1) % 30 === 7
      ? { body: '<!doctype html><html><body>One moment, please</body></html>' }
      : feedAnswer(step(at, 12), { etag: `"h${step(at, 12)}"`, 'last-modified': `${step(at, 12)}` }),
}

const HOURS_APART = { '/plain': 6, '/plain-and-large': 24 } as const
/** Publishers whose servers give no validators: each request costs them the whole document. */
const UNMARKED: Readonly<Record<keyof typeof HOURS_APART, (at: Date) => Answer>> = {
  '/plain': at => ({ body: rss(step(at, 5)), headers: { 'cache-control': 'max-age=60' } }),
  '/plain-and-large': at => ({
    body: rss(step(at, 5)).replace('</channel>', `<!--${'x'.repeat(300_000)}--></channel>`),
  }),
}

/** What a new process makes over the same database: nothing is known but what was kept. */
function start(connection: Connection, clock: FakeClock, server: Publisher, random: () => number) {
  const store = storeOn(connection)
  const fetcher = createFetcher({ allow: [server.allow()], userAgent: 'test', clock })
  const parse = async (...[bytes, options]: Parameters<typeof parseFeed>) => parseFeed(bytes, options)
  const options = { store, fetcher, parse, clock, random, log, spacingMs: () => 0, sharesLimit: () => false }
  const poller = createPoller(options)
  return { store, poll: () => poller.pollDue(signal), stop: () => fetcher.close() }
}

const dueAt = (feeds: readonly Feed[]): number => Math.min(...feeds.map(({ nextPollAt }) => nextPollAt.getTime()))

it('asks a feed once unconditionally in its life, and never wrongly or too soon: thirty days, fifty restarts', async () => {
  const server = await startPublisher()
  const clock = createFakeClock(new Date(START))
  // A fixed sequence, so that the restarts of a failing run are the same again.
  let seed = 7
  const random = (): number => {
    seed = (seed * 16_807) % 2_147_483_647
    return seed / 2_147_483_647
  }
  const end = START + DAYS * 24 * HOUR_MS
  const restarts = Array.from({ length: RESTARTS }, () => START + random() * (end - START)).toSorted((a, b) => a - b)
  const scores = Object.entries(SCRIPTS).map(([path, script]) => server.setScored(path, script, () => clock.now()))
  const askedAtMs = Object.entries(UNMARKED).map(([path, script]) => {
    const times: number[] = []
    server.set(path, () => {
      times.push(clock.now().getTime())
      return script(clock.now())
    })
    return { path: path as keyof typeof HOURS_APART, times }
  })
  const paths = [...Object.keys(SCRIPTS), ...Object.keys(UNMARKED)]
  const connection = connect(openDatabase(':memory:').database, 'memory')
  let running = start(connection, clock, server, random)
  try {
    const channelId = 'terminal:a' as ChannelId
    await running.store.saveChannel({
      id: channelId,
      platform: 'terminal',
      address: 'a',
      language: 'en',
      timezone: 'UTC',
    })
    for (const path of paths) {
      const feed = await running.store.addFeed(newFeed(server.url(path), { title: 'Before' }, clock.now()))
      await running.store.subscribe({ channelId, feedId: feed.id, mode: 'digest', createdAt: clock.now() })
    }
    while (clock.now().getTime() < end) {
      await running.poll()
      const next = dueAt(await running.store.listFeeds())
      if ((restarts[0] ?? end) < next) {
        clock.set(new Date(restarts.shift() ?? end))
        await running.stop()
        running = start(connection, clock, server, random)
      } else clock.set(new Date(next))
    }
    const perfect = {
      unconditional: 1,
      outOfSequence: 0,
      bogus: 0,
      tooSoon: 0,
      cookies: 0,
      referrers: 0,
      queryChanges: 0,
    }
    for (const score of scores) expect(score).toMatchObject(perfect)
    expect(new Set(server.requests.map(({ path }) => path))).toEqual(new Set(paths))
    // Not by asking nothing: the slowest asks every three hours.
    for (const { requests } of scores) expect(requests).toBeGreaterThan(200)
    for (const { path, times } of askedAtMs) {
      const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0))
      expect(Math.min(...gaps), path).toBeGreaterThanOrEqual(HOURS_APART[path] * HOUR_MS)
      expect(times.length, path).toBeGreaterThan((DAYS * 24) / HOURS_APART[path] / 1.2)
    }
    expect(restarts).toEqual([])
    expect((await running.store.countArticles()).articles).toBeGreaterThan(300)
  } finally {
    await running.stop()
    await server.close()
    connection.close()
  }
}, 60_000)
