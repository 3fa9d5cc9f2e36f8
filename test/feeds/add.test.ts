import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addFeedAt } from '../../src/feeds/add.ts'
import { feedErrorToUser } from '../../src/feeds/feed-error.ts'
import { createFetcher } from '../../src/feeds/fetch.ts'
import type { AddOptions } from '../../src/feeds/find-feed.ts'
import { addListedFeed, addPackFeed } from '../../src/feeds/listed.ts'
import { parseFeed } from '../../src/feeds/parse.ts'
import { createPoller } from '../../src/feeds/poll.ts'
import { FetchError, FormatError, UserError } from '../../src/model/errors.ts'
import type { Store } from '../../src/ports/store.ts'
import { openSqliteStore } from '../../src/stores/sqlite.ts'
import { createFakeClock } from '../fakes/clock.ts'
import { type Publisher, startPublisher } from '../fakes/publisher.ts'

const START = new Date('2026-03-01T08:00:00Z')
const HOUR_MS = 3_600_000
const { signal } = new AbortController()

const item = (title: string, date: string): string =>
  `<item><title>${title}</title><link>https://paper.example/${title}</link><pubDate>${date}</pubDate></item>`
const FEED = `<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Post</title>
  <link>https://paper.example/</link>${item('Older', 'Sat, 28 Feb 2026 08:00:00 GMT')}${item(
    'Newest',
    'Sun, 01 Mar 2026 07:00:00 GMT',
  )}</channel></rss>`
const page = (head: string): string => `<!doctype html><html><head>${head}</head><body><p>Hello</p></body></html>`
const link = (href: string, title = ''): string =>
  `<link rel="alternate" type="application/rss+xml" href="${href}" title="${title}">`

/** The byte of an ASCII or a Russian letter (https://encoding.spec.whatwg.org/windows-1251.html). */
const windows1251 = (letter: string): number => {
  const code = letter.codePointAt(0) ?? 0
  return code < 0x80 ? code : code - 0x410 + 0xc0
}

const fake = createFakeClock(START)
/** Sleeps pass at once. */
const clock = {
  now: fake.now,
  sleep: async (ms: number) => fake.set(new Date(fake.now().getTime() + ms)),
}

let store: Store
let server: Publisher
let options: AddOptions
const closing: (() => Promise<unknown>)[] = []

beforeEach(async () => {
  fake.set(START)
  store = await openSqliteStore({ path: ':memory:', now: clock.now })
  server = await startPublisher()
  const fetcher = createFetcher({
    allow: [server.allow()],
    userAgent: 'test',
    clock,
    limits: { headersMs: 150, totalMs: 400 },
  })
  closing.push(() => fetcher.close())
  options = { store, fetcher, parse: async (bytes, about) => parseFeed(bytes, about), clock, random: () => 0 }
})

afterEach(async () => {
  for (const close of closing.splice(0)) await close()
  await store.close()
  await server.close()
})

const add = (address: string, topics: readonly string[] = []) => addFeedAt(address, topics, options, signal)

async function refusal(address: string): Promise<UserError> {
  const error = await add(address).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof UserError)) throw new Error(`no UserError but ${String(error)}`)
  return error
}

describe('addFeedAt', () => {
  it('keeps the feed with the articles and validators of its first fetch', async () => {
    server.set('/feed', { headers: { etag: '"1"', 'last-modified': 'then' }, body: FEED })
    const { feed, isNew, newest } = await add(server.url('/feed'))
    expect(isNew).toBe(true)
    expect(newest?.title).toBe('Newest')
    expect(feed).toMatchObject({
      url: server.url('/feed'),
      title: 'Harbour Post',
      siteUrl: 'https://paper.example/',
      topics: [],
      validators: { etag: '"1"', lastModified: 'then' },
      lastSuccessAt: START,
      nextPollAt: new Date(START.getTime() + HOUR_MS),
    })
    expect(feed.id).toMatch(/^[0-9a-f]{16}$/)
    expect(await store.listArticles({ feedIds: [feed.id], limit: 9 })).toHaveLength(2)
  })

  it('makes one unconditional request in the life of a feed', async () => {
    server.set('/feed', { headers: { etag: '"1"' }, body: FEED, isConditional: true })
    const { feed } = await add(server.url('/feed'))
    const log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined }
    const poller = createPoller({ ...options, store, log })
    for (let hour = 0; hour < 24; hour += 1) {
      fake.set(new Date(fake.now().getTime() + HOUR_MS))
      await poller.pollDue(signal, { only: [feed.id] })
    }
    expect(server.requests).toHaveLength(25)
    expect(server.requests.filter(request => request.headers['if-none-match'] === undefined)).toHaveLength(1)
  })

  it('asks for nothing when the feed is known', async () => {
    server.set('/feed', { body: FEED })
    const first = await add(server.url('/feed'))
    const again = await add(`  <${server.url('/feed')}#news> `)
    expect(again).toEqual({ feed: first.feed, isNew: false })
    expect(server.requests).toHaveLength(1)
  })

  it('knows a feed that moved under both of its addresses', async () => {
    server.set('/old', { status: 301, headers: { location: '/new' } })
    server.set('/new', { body: FEED })
    const { feed } = await add(server.url('/old'))
    expect(feed.url).toBe(server.url('/new'))
    expect((await add(server.url('/old'))).feed.id).toBe(feed.id)
    expect((await add(server.url('/new'))).feed.id).toBe(feed.id)
    expect(server.requests).toHaveLength(2)
  })

  it('finds the feed of a page, and knows it the next time', async () => {
    server.set('/', { headers: { 'content-type': 'text/html' }, body: page(link('/rss.php?all=1&amp;x=2')) })
    server.set('/rss.php?all=1&x=2', { body: FEED })
    const { feed } = await add(server.url('/'))
    expect(feed.url).toBe(server.url('/rss.php?all=1&x=2'))
    const again = await add(server.url('/'))
    expect(again).toMatchObject({ isNew: false, feed: { id: feed.id } })
    expect(server.requestsFor('/rss.php?all=1&x=2')).toHaveLength(1)
  })

  it('takes the next feed of a page when the first is none', async () => {
    server.set('/', { body: page(link('/gone') + link('/page') + link('/feed')) })
    server.set('/page', { body: page('') })
    server.set('/feed', { body: FEED })
    expect((await add(server.url('/'))).feed.url).toBe(server.url('/feed'))
  })

  it('finds a feed in a common place when the page names none', async () => {
    server.set('/', { body: page('') })
    server.set('/rss', { body: FEED })
    expect((await add(server.url('/'))).feed.url).toBe(server.url('/rss'))
    expect(server.requests.map(({ path }) => path)).toEqual(['/', '/feed', '/rss'])
  })

  it('asks a host that was named without a scheme by https, then by http', async () => {
    server.set('/feed', { body: FEED })
    const bare = `127.0.0.1:${server.port}/feed`
    expect((await add(bare)).feed.url).toBe(server.url('/feed'))
    expect(await add(bare)).toMatchObject({ isNew: false })
    expect(server.requests).toHaveLength(1)
  })

  it('says what a host answers that is there by http alone', async () => {
    const bare = `127.0.0.1:${server.port}`
    server.set('/', {
      headers: { 'content-type': 'text/html' },
      body: page(link('/a', 'Culture') + link('/b', 'Sport')),
    })
    expect(await refusal(bare)).toMatchObject({ code: 'severalFeeds', details: { url: server.url('/') } })
    expect(await refusal(`${bare}/none`)).toMatchObject({ code: 'httpStatus', details: { url: server.url('/none') } })
  })

  it('says what went wrong by https when the host is not there by http either', async () => {
    const bare = `127.0.0.1:${server.port}/feed`
    await server.close()
    expect(await refusal(bare)).toMatchObject({
      code: 'unreachable',
      details: { url: `https://${bare}`, reason: 'connect' },
    })
  })

  it('widens the topics of a known feed', async () => {
    server.set('/feed', { body: FEED })
    await add(server.url('/feed'), ['science'])
    expect((await add(server.url('/feed'), ['world'])).feed.topics).toEqual(['science', 'world'])
  })

  it('leaves a feed of the packs to the poller', async () => {
    const url = server.url('/feed')
    const site = 'https://paper.example/'
    const feed = await addPackFeed({ title: 'Post', url, site, language: 'en', topics: ['world'] }, options)
    expect(feed).toMatchObject({ title: 'Post', siteUrl: site, language: 'en', topics: ['world'], nextPollAt: START })
    expect((await add(url)).isNew).toBe(false)
    expect(server.requests).toHaveLength(0)
  })

  it('reads the titles of a page’s feeds in its encoding, so that a choice is a choice', async () => {
    const html = page(`<meta charset="windows-1251">${link('/a', 'Новости')}${link('/b', 'Спорт')}`)
    const body = Buffer.from([...html].map(letter => windows1251(letter)))
    server.set('/', { headers: { 'content-type': 'text/html' }, body })
    await expect(add(server.url('/'))).rejects.toMatchObject({
      choices: [{ title: 'Новости' }, { title: 'Спорт' }],
    })
  })

  it('tells of a feed that its page names and that is not there by the address of the feed', async () => {
    server.set('/news', { headers: { 'content-type': 'text/html' }, body: page(link('/old.xml')) })
    server.set('/old.xml', { status: 404, body: '' })
    expect(await refusal(server.url('/news'))).toMatchObject({
      code: 'httpStatus',
      details: { url: server.url('/old.xml'), status: '404' },
    })
  })

  it('gives a feed of the packs its pack’s title, whatever a channel that listed it before called it', async () => {
    const url = server.url('/feed')
    await addListedFeed({ title: 'Fake Herald', url }, { store, clock, allow: [server.allow()] })
    const feed = await addPackFeed({ title: 'Post', url, topics: ['world'] }, options)
    expect(feed).toMatchObject({ title: 'Post', topics: ['world'] })
    expect(await store.findFeed(url)).toMatchObject({ title: 'Post', topics: ['world'] })
  })

  describe('says what is wrong with', () => {
    it.each(['', 'what is this', 'ftp://paper.example/feed', 'file:///etc/passwd', 'world'])(
      'no address: "%s"',
      async address => {
        expect(await refusal(address)).toMatchObject({ code: 'badAddress', details: { value: address } })
      },
    )

    it('a picture, a text, an empty answer: no feed', async () => {
      server.set('/image', { headers: { 'content-type': 'image/png' }, body: Buffer.from([137, 80, 78, 71, 0, 1, 2]) })
      server.set('/text', { headers: { 'content-type': 'text/plain' }, body: 'Just a line of text.' })
      server.set('/json', { headers: { 'content-type': 'application/json' }, body: '{"error":"not found"}' })
      server.set('/empty', { body: '' })
      for (const path of ['/image', '/text', '/json', '/empty']) {
        const url = server.url(path)
        expect(await refusal(url), path).toMatchObject({ code: 'notFeed', details: { url } })
      }
    })

    it('a page without a feed', async () => {
      server.set('/', { headers: { 'content-type': 'text/html' }, body: page('') })
      expect(await refusal(server.url('/'))).toMatchObject({ code: 'noFeedOnPage', details: { url: server.url('/') } })
    })

    it('a private address', async () => {
      for (const url of ['http://127.0.0.1:8080/', 'http://[::1]/', 'http://169.254.169.254/', 'http://localhost/']) {
        expect((await refusal(url)).code).toBe('privateAddress')
      }
    })

    it('a redirect to a private address', async () => {
      server.set('/feed', { status: 302, headers: { location: 'http://10.0.0.1/' } })
      expect((await refusal(server.url('/feed'))).code).toBe('privateAddress')
    })

    it('a closed port', async () => {
      const url = server.url('/feed')
      await server.close()
      expect(await refusal(url)).toMatchObject({ code: 'unreachable', details: { url, reason: 'connect' } })
      server = await startPublisher()
    })

    it('a redirect loop', async () => {
      server.set('/feed', { status: 302, headers: { location: '/feed' } })
      expect(await refusal(server.url('/feed'))).toMatchObject({
        code: 'unreachable',
        details: { reason: 'redirects' },
      })
    })

    it('a server that does not answer in time', async () => {
      server.set('/feed', { hangs: 'headers' })
      expect((await refusal(server.url('/feed'))).code).toBe('tooSlow')
    })

    it('a feed that is too long, plain or compressed', async () => {
      // With its real time: thirty megabytes take their while on a machine that is busy.
      const fetcher = createFetcher({ allow: [server.allow()], userAgent: 'test', clock })
      closing.push(() => fetcher.close())
      options = { ...options, fetcher }
      server.set('/plain', { body: 'x'.repeat(6 * 1024 * 1024) })
      server.set('/bomb', { headers: { 'content-encoding': 'gzip' }, body: gzipSync(Buffer.alloc(32 * 1024 * 1024)) })
      for (const path of ['/plain', '/bomb']) {
        expect(await refusal(server.url(path))).toMatchObject({ code: 'tooLarge', details: { limit: '5 MB' } })
      }
    })

    it('a feed that was cut off', async () => {
      server.set('/feed', { body: FEED, cutAfterBytes: 100 })
      expect((await refusal(server.url('/feed'))).code).toBe('truncated')
    })

    it('an error status', async () => {
      server.set('/feed', { status: 403 })
      expect(await refusal(server.url('/feed'))).toMatchObject({ code: 'httpStatus', details: { status: '403' } })
    })

    it('anything, without the secrets of the address, and without keeping a feed', async () => {
      const url = server.url('/feed?token=s3cret').replace('://', '://ann:pw@')
      const error = await refusal(url)
      expect(JSON.stringify(error.details)).not.toMatch(/s3cret|pw/)
      expect(await store.listFeeds()).toEqual([])
    })
  })

  it.each([
    ['windows-1251', 'text/xml; charset=utf-8', 'windows-1251', [0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2], 'Привет'],
    ['iso-8859-1', 'text/xml', 'ISO-8859-1', [0x63, 0x61, 0x66, 0xe9], 'café'],
    ['shift_jis', 'application/rss+xml', 'Shift_JIS', [0x93, 0xfa, 0x96, 0x7b], '日本'],
  ])('reads a feed in %s whatever its header says', async (_name, type, encoding, bytes, wanted) => {
    const feedText = FEED.replace('version="1.0"', `version="1.0" encoding="${encoding}"`)
    const at = feedText.indexOf('Newest')
    const parts = [feedText.slice(0, at), Buffer.from(bytes), feedText.slice(at + 'Newest'.length)]
    const body = Buffer.concat(parts.map(part => Buffer.from(part)))
    server.set('/feed', { headers: { 'content-type': type }, body })
    const { feed } = await add(server.url('/feed'))
    const titles = (await store.listArticles({ feedIds: [feed.id], limit: 9 })).map(({ title }) => title)
    expect(titles).toContain(wanted)
  })

  it("ends with the caller's reason when it is aborted", async () => {
    server.set('/feed', { hangs: 'headers' })
    const stop = new AbortController()
    const reason = new Error('enough')
    const work = addFeedAt(server.url('/feed'), [], options, stop.signal)
    await expect.poll(() => server.requests.length).toBe(1)
    stop.abort(reason)
    await expect(work).rejects.toBe(reason)
  })
})

describe('feedErrorToUser', () => {
  it.each([
    [new FetchError('dns', 'x'), 'unreachable'],
    [new FetchError('tls', 'x'), 'unreachable'],
    [new FetchError('encoding', 'x'), 'unreachable'],
    [new FetchError('protocol', 'x'), 'unreachable'],
    [new FormatError('x', 'html'), 'noFeedOnPage'],
    [new FormatError('x', 'empty'), 'notFeed'],
    [new UserError('busy'), 'busy'],
    [new TypeError('x'), 'unexpected'],
  ])('%s is told as %s', (error, code) => {
    expect(feedErrorToUser(error, 'https://paper.example/').code).toBe(code)
  })
})
