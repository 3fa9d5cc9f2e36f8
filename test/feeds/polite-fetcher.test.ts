import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addFeedAt } from '../../src/feeds/add.ts'
import { createComplaints } from '../../src/feeds/complaints.ts'
import { downloadList } from '../../src/feeds/download.ts'
import { newFeed } from '../../src/feeds/feed-id.ts'
import { createFetcher } from '../../src/feeds/fetch.ts'
import type { Fetcher } from '../../src/feeds/fetched.ts'
import { createHostPauses } from '../../src/feeds/host-pauses.ts'
import { parseFeed } from '../../src/feeds/parse.ts'
import { createPoliteFetcher } from '../../src/feeds/polite-fetcher.ts'
import { createPoller, type Poller } from '../../src/feeds/poll.ts'
import { createPublisherGate } from '../../src/feeds/publisher-gate.ts'
import { UserError } from '../../src/model/errors.ts'
import type { FeedId } from '../../src/model/feed.ts'
import type { Store } from '../../src/ports/store.ts'
import { openSqliteStore } from '../../src/stores/sqlite.ts'
import { createFakeClock, type FakeClock } from '../fakes/clock.ts'
import { silentLog as log } from '../fakes/log.ts'
import { type Publisher, startPublisher } from '../fakes/publisher.ts'

const START = new Date('2026-03-01T08:00:00Z')
const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS
const PATIENCE_MS = 8 * SECOND_MS
const HOSTS = ['post.example', 'www.post.example', 'other.example', 'slow.example']
const FEED =
  '<rss version="2.0"><channel><title>Post</title><item><guid>1</guid><title>One</title></item></channel></rss>'
const PAGE = '<!doctype html><html><head></head><body><p>Hello</p></body></html>'
const OPML = '<opml version="2.0"><body><outline type="rss" text="A" xmlUrl="http://a.example/"/></body></opml>'
const { signal } = new AbortController()

let clock: FakeClock
let store: Store
let server: Publisher
let plain: Fetcher
let person: Fetcher
let machine: Fetcher
let poller: Poller
let asked: { url: string; atMs: number }[]

function open(sharesLimit: (host: string) => boolean = () => true): void {
  const spacingMs = (host: string): number => (host === 'slow.example' ? MINUTE_MS : SECOND_MS)
  const pauses = createHostPauses(spacingMs)
  const gate = createPublisherGate(clock, spacingMs)
  const complaints = createComplaints({ store, pauses, clock, log, sharesLimit })
  const watched: Fetcher = {
    ...plain,
    fetch(url, wish) {
      asked.push({ url, atMs: clock.now().getTime() - START.getTime() })
      return plain.fetch(url, wish)
    },
  }
  machine = createPoliteFetcher({ fetcher: watched, gate, complaints, clock })
  person = createPoliteFetcher({ fetcher: watched, gate, complaints, clock, patienceMs: PATIENCE_MS })
  const parse = async (...[bytes, options]: Parameters<typeof parseFeed>) => parseFeed(bytes, options)
  const shared = { gate, pauses, spacingMs, sharesLimit }
  poller = createPoller({ store, fetcher: watched, parse, clock, random: () => 0, log, ...shared })
}

beforeEach(async () => {
  clock = createFakeClock(START)
  store = await openSqliteStore({ path: ':memory:', now: () => clock.now() })
  server = await startPublisher()
  plain = createFetcher({ allow: HOSTS.map(host => server.allow(host)), userAgent: 'test', clock })
  asked = []
  open()
})

afterEach(async () => {
  await plain.close()
  await store.close()
  await server.close()
})

/** Lets the clock run until the work is over. */
async function run<T>(work: Promise<T>): Promise<T> {
  let isOver = false
  const watched = work.finally(() => {
    isOver = true
  })
  watched.catch(() => undefined)
  while (!isOver) await clock.advance(100)
  return watched
}

const add = (address: string) =>
  addFeedAt(
    address,
    [],
    { store, fetcher: person, parse: async bytes => parseFeed(bytes), clock, random: () => 0 },
    signal,
  )

async function refusal(work: Promise<unknown>): Promise<UserError> {
  const error = await run(work).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof UserError)) throw new Error(`no UserError but ${String(error)}`)
  return error
}

async function keepFeed(url: string): Promise<FeedId> {
  return (await store.addFeed(newFeed(url, { title: 'T', topics: [] }, clock.now()))).id
}

const pollAll = async () => run(poller.pollDue(signal, { only: (await store.listFeeds()).map(({ id }) => id) }))
const gaps = (): readonly number[] => asked.slice(1).map(({ atMs }, index) => atMs - (asked[index]?.atMs ?? 0))

describe('every request to a publisher waits for its turn at the host', () => {
  it('the page that a person names, and each guess where its feed may be', async () => {
    server.set('/', { body: PAGE })
    server.set('/feed.xml', { body: FEED })
    expect((await run(add('http://post.example/'))).feed.url).toBe('http://post.example/feed.xml')
    expect(server.requests.map(({ path }) => path)).toEqual(['/', '/feed', '/rss', '/feed.xml'])
    expect(Math.min(...gaps())).toBeGreaterThanOrEqual(SECOND_MS)
  })

  it('addresses of several people, lists and pages, together with the polls', async () => {
    for (const path of ['/a', '/b', '/polled', '/polled-too']) server.set(path, { body: FEED })
    server.set('/list', { body: OPML })
    server.set('/page', { body: PAGE })
    for (const path of ['/polled', '/polled-too']) await keepFeed(`http://post.example${path}`)
    const work = [
      poller.pollDue(signal, { only: (await store.listFeeds()).map(({ id }) => id) }),
      machine.fetch('http://post.example/page', { accept: 'page', signal }),
      add('http://post.example/a'),
      add('http://post.example/b'),
      downloadList('http://post.example/list', person, signal),
    ]
    await run(Promise.all<unknown>(work))
    expect(asked).toHaveLength(6)
    expect(Math.min(...gaps())).toBeGreaterThanOrEqual(SECOND_MS)
    expect(server.mostAtOnce).toBeLessThanOrEqual(2)
  })

  it('what a redirect leads to at another host', async () => {
    const atMs: number[] = []
    server.set('/there', () => {
      atMs.push(clock.now().getTime())
      return { body: FEED }
    })
    const three = ['/here', '/here?2', '/here?3']
    for (const path of three) server.set(path, { status: 302, headers: { location: 'http://other.example/there' } })
    const fetched = three.map((path, index) =>
      person.fetch(`http://${HOSTS[index % 2]}${path}`, { accept: 'feed', signal }),
    )
    await run(Promise.all(fetched))
    expect(atMs).toHaveLength(3)
    expect(Math.min(...atMs.slice(1).map((at, index) => at - (atMs[index] ?? 0)))).toBeGreaterThanOrEqual(SECOND_MS)
  })

  it('what redirects lead to across two hosts, without waiting for each other for ever', async () => {
    for (const [path, other] of [
      ['/a', 'other.example'],
      ['/b', 'post.example'],
    ] as const) {
      server.set(path, { status: 302, headers: { location: `http://${other}/end` } })
    }
    server.set('/end', { body: FEED })
    const urls = Array.from({ length: 12 }, (_, n) =>
      n % 2 === 0 ? 'http://post.example/a' : 'http://other.example/b',
    )
    const all = Promise.all(urls.map(url => machine.fetch(url, { accept: 'feed', signal })))
    expect((await run(all)).map(({ kind }) => kind)).toEqual(urls.map(() => 'fetched'))
  })

  it('what a redirect of a polled feed leads to: twenty feeds that live at one host in the end', async () => {
    const atMs: number[] = []
    server.set('/there', () => {
      atMs.push(clock.now().getTime())
      return { body: FEED, headers: { etag: '"1"' } }
    })
    for (let index = 0; index < 20; index += 1) {
      server.set(`/${index}`, { status: 302, headers: { location: 'http://other.example/there' } })
      await keepFeed(`http://${HOSTS[index % 2]}/${index}`)
    }
    expect(await pollAll()).toMatchObject({ polled: 20, failed: 0 })
    expect(atMs).toHaveLength(20)
    expect(Math.min(...atMs.slice(1).map((at, index) => at - (atMs[index] ?? 0)))).toBeGreaterThanOrEqual(SECOND_MS)
  })
})

describe('a host that asks to be left alone', () => {
  const busy = { status: 429, headers: { 'retry-after': '1800' } }

  it('is asked nothing for a person, who is told at once when to try again; afterwards it is', async () => {
    server.set('/page', busy)
    server.set('/feed', { body: FEED })
    await expect(run(machine.fetch('http://post.example/page', { accept: 'page', signal }))).rejects.toThrow('429')
    await clock.advance(10 * MINUTE_MS)
    for (const work of [
      () => add('http://post.example/feed'),
      () => downloadList('http://post.example/l', person, signal),
    ]) {
      expect(await refusal(work())).toMatchObject({
        code: 'hostBusy',
        details: { host: 'post.example', minutes: '20' },
      })
    }
    expect(server.requests).toHaveLength(1)
    await clock.advance(20 * MINUTE_MS)
    expect((await run(add('http://post.example/feed'))).isNew).toBe(true)
  })

  it('says so to the person who asked first, and spares the polls from then on', async () => {
    await keepFeed('http://post.example/polled')
    server.set('/polled', { body: FEED })
    server.set('/feed', busy)
    expect(await refusal(add('http://post.example/feed'))).toMatchObject({
      code: 'hostBusy',
      details: { minutes: '30' },
    })
    expect(await pollAll()).toMatchObject({ polled: 0 })
    expect(server.requestsFor('/polled')).toEqual([])
    await clock.advance(31 * MINUTE_MS)
    expect(await pollAll()).toMatchObject({ polled: 1, added: 1 })
  })

  it('at a guess where a feed may be, too: that there is none would be wrong', async () => {
    server.set('/', { body: PAGE })
    server.set('/rss', busy)
    expect(await refusal(add('http://post.example/'))).toMatchObject({ code: 'hostBusy', details: { minutes: '30' } })
    expect(server.requests.map(({ path }) => path)).toEqual(['/', '/feed', '/rss'])
  })

  it('after a redirect is the one that is spared, not the one that led there', async () => {
    server.set('/here', { status: 302, headers: { location: 'http://other.example/there' } })
    server.set('/there', busy)
    server.set('/well', { body: FEED })
    await keepFeed('http://post.example/here')
    await pollAll()
    expect((await run(add('http://post.example/well'))).isNew).toBe(true)
    expect(await refusal(add('http://other.example/well'))).toMatchObject({ code: 'hostBusy' })
    const before = server.requestsFor('/there').length
    const late = await keepFeed('http://www.post.example/here')
    expect(await pollAll()).toMatchObject({ polled: 0 })
    expect(server.requestsFor('/there')).toHaveLength(before)
    expect(await store.findFeed(late)).toMatchObject({ failures: 0 })
  })

  it('by a 503 with a time is spared for that time, an hour at the most; without a time only that address waits', async () => {
    server.set('/feed', { body: FEED })
    server.set('/long', { status: 503, headers: { 'retry-after': '604800' } })
    server.set('/none', { status: 503 })
    expect(await refusal(add('http://post.example/none'))).toMatchObject({ code: 'httpStatus' })
    expect(await refusal(add('http://post.example/long'))).toMatchObject({ code: 'hostBusy' })
    expect(await refusal(add('http://post.example/feed'))).toMatchObject({
      code: 'hostBusy',
      details: { minutes: '60' },
    })
    await clock.advance(60 * MINUTE_MS)
    expect((await run(add('http://post.example/feed'))).isNew).toBe(true)
  })

  it('and belongs to the operator means the one address only', async () => {
    open(host => host !== 'post.example')
    server.set('/busy', busy)
    server.set('/feed', { body: FEED })
    expect(await refusal(add('http://post.example/busy'))).toMatchObject({ code: 'hostBusy' })
    expect((await run(add('http://post.example/feed'))).isNew).toBe(true)
  })
})

describe('a person', () => {
  it('waits a few seconds for a host that wants its requests far apart, then is told to come back', async () => {
    server.set('/a', { body: FEED })
    server.set('/b', { body: FEED })
    await run(add('http://slow.example/a'))
    const startedMs = clock.now().getTime()
    expect(await refusal(add('http://slow.example/b'))).toMatchObject({
      code: 'hostBusy',
      details: { host: 'slow.example', minutes: '1' },
    })
    expect(clock.now().getTime() - startedMs).toBeLessThan(PATIENCE_MS + SECOND_MS)
    expect(server.requests).toHaveLength(1)
    await clock.advance(MINUTE_MS)
    expect((await run(add('http://slow.example/b'))).isNew).toBe(true)
  })

  it('does not wait behind a hundred polls of the same host', async () => {
    for (let index = 0; index < 100; index += 1) {
      server.set(`/${index}`, { body: FEED })
      await keepFeed(`http://post.example/${index}`)
    }
    server.set('/mine', { body: FEED })
    const polls = pollAll()
    while (asked.length < 3) await clock.advance(100)
    const startedMs = clock.now().getTime()
    expect((await run(add('http://post.example/mine'))).isNew).toBe(true)
    expect(clock.now().getTime() - startedMs).toBeLessThanOrEqual(PATIENCE_MS)
    expect(await polls).toMatchObject({ polled: 100 })
  })
})
