import { createServer } from 'node:net'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { createFetcher, type FetcherOptions } from '../../src/feeds/fetch.ts'
import type { FetchedDocument, FetchLimits } from '../../src/feeds/fetched.ts'
import { FetchError } from '../../src/model/errors.ts'
import type { Validators } from '../../src/model/feed.ts'
import { createFakeClock } from '../fakes/clock.ts'
import { type Publisher, startPublisher } from '../fakes/publisher.ts'

const NOW = new Date('2026-03-01T08:00:00Z')
const AGENT = 'Tidings/1.2.3 (+https://tidings.example)'
const closing: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

async function publisher(): Promise<Publisher> {
  const server = await startPublisher()
  closing.push(() => server.close())
  return server
}

interface Setup {
  readonly limits?: Partial<FetchLimits>
  readonly allow?: FetcherOptions['allow']
}

function fetcherFor(server: Publisher, setup: Setup = {}) {
  const fetcher = createFetcher({
    allow: setup.allow ?? [server.allow()],
    userAgent: AGENT,
    clock: createFakeClock(NOW),
    ...(setup.limits === undefined ? {} : { limits: setup.limits }),
  })
  closing.push(() => fetcher.close())
  return (url: string, validators?: Validators, signal: AbortSignal = new AbortController().signal) =>
    fetcher.fetch(url, { accept: 'feed', signal, ...(validators === undefined ? {} : { validators }) })
}

async function failure(work: Promise<unknown>): Promise<FetchError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof FetchError)) throw new Error(`no FetchError but ${String(error)}`)
  return error
}

const textOf = (document: FetchedDocument): string =>
  document.kind === 'fetched' ? Buffer.from(document.bytes).toString('utf8') : document.kind

describe('createFetcher', () => {
  it('brings the bytes, the content type and the final address', async () => {
    const server = await publisher()
    server.set('/feed', { headers: { 'content-type': 'application/rss+xml; charset=utf-8' }, body: '<rss/>' })
    const document = await fetcherFor(server)(server.url('/feed#top'))
    expect(document).toMatchObject({
      kind: 'fetched',
      url: server.url('/feed'),
      contentType: 'application/rss+xml; charset=utf-8',
      validators: {},
    })
    expect(textOf(document)).toBe('<rss/>')
  })

  it('says honestly who asks, and sends no cookie, referrer or fragment', async () => {
    const server = await publisher()
    server.set('/feed?a=1&b=%20', { headers: { 'set-cookie': 'id=7' }, body: 'x' })
    const get = fetcherFor(server)
    await get(server.url('/feed?a=1&b=%20#part'))
    await get(server.url('/feed?a=1&b=%20#part'))
    const [, second] = server.requests
    expect(second?.path).toBe('/feed?a=1&b=%20')
    expect(second?.headers['user-agent']).toBe(AGENT)
    expect(second?.headers.accept).toContain('application/rss+xml')
    expect(second?.headers['accept-encoding']).toBe('gzip, br')
    expect(second?.headers.cookie).toBeUndefined()
    expect(second?.headers.referer).toBeUndefined()
  })

  it('is unconditional without validators', async () => {
    const server = await publisher()
    server.set('/feed', { body: 'x' })
    await fetcherFor(server)(server.url('/feed'), {})
    expect(server.requests[0]?.headers).not.toHaveProperty('if-none-match')
    expect(server.requests[0]?.headers).not.toHaveProperty('if-modified-since')
  })

  it.each([
    ['weak', 'W/"a-1"'],
    ['unquoted', 'plain'],
    ['with a quote inside', '"a\\"b"'],
    ['not ASCII', '"caf\u00c3\u00a9"'],
    ['with a suffix of a proxy', '"5f-gzip"'],
  ])('echoes the validators byte for byte: %s', async (_name, etag) => {
    const server = await publisher()
    const lastModified = 'Sun,  01-Mar-26 7:00:00 GMT'
    server.set('/feed', { headers: { ETag: etag, 'Last-Modified': lastModified }, body: 'x', isConditional: true })
    const get = fetcherFor(server)
    const first = await get(server.url('/feed'))
    expect(first.validators).toEqual({ etag, lastModified })
    const second = await get(server.url('/feed'), first.validators)
    expect(second.kind).toBe('unchanged')
    expect(server.requests[1]?.headers['if-none-match']).toBe(etag)
    expect(server.requests[1]?.headers['if-modified-since']).toBe(lastModified)
  })

  it('replaces validators by those of a 304 and keeps those that it does not name', async () => {
    const server = await publisher()
    server.set('/feed', { status: 304, headers: { etag: '"new"' } })
    const document = await fetcherFor(server)(server.url('/feed'), { etag: '"old"', lastModified: 'then' })
    expect(document).toMatchObject({ kind: 'unchanged', validators: { etag: '"new"', lastModified: 'then' } })
  })

  it('replaces validators on a 200, and clears those that disappeared', async () => {
    const server = await publisher()
    server.set('/feed', { headers: { etag: '"new"' }, body: 'x' })
    const document = await fetcherFor(server)(server.url('/feed'), { etag: '"old"', lastModified: 'then' })
    expect(document.validators).toEqual({ etag: '"new"' })
  })

  describe('limits', () => {
    it.each([
      ['never answers', { hangs: 'headers' }, { headersMs: 80 }],
      ['stops in the middle of the body', { hangs: 'body', body: 'half of it' }, { idleMs: 80 }],
      ['drips without end', { dripMs: 20, body: 'x'.repeat(1000) }, { totalMs: 150 }],
    ] as const)('gives up on a server that %s, and closes the socket', async (_name, answer, limits) => {
      const server = await publisher()
      server.set('/feed', answer)
      const error = await failure(fetcherFor(server, { limits })(server.url('/feed')))
      expect(error.kind).toBe('timeout')
      await expect.poll(() => server.openSockets).toBe(0)
    })

    it('the total time holds over all redirects together', async () => {
      const server = await publisher()
      server.set('/a', { status: 302, headers: { location: '/b' }, dripMs: 1, body: 'moved' })
      server.set('/b', { hangs: 'headers' })
      const error = await failure(fetcherFor(server, { limits: { totalMs: 120 } })(server.url('/a')))
      expect(error.kind).toBe('timeout')
    })

    it('refuses a body that is announced as too long without reading it', async () => {
      const server = await publisher()
      server.set('/feed', { headers: { 'content-length': '9000000' }, hangs: 'body', body: 'xx' })
      const error = await failure(fetcherFor(server)(server.url('/feed')))
      expect(error.kind).toBe('tooLarge')
    })

    it('breaks off a body that grows too long', async () => {
      const server = await publisher()
      server.set('/feed', { headers: { 'transfer-encoding': 'chunked' }, body: 'x'.repeat(6 * 1024 * 1024) })
      const error = await failure(fetcherFor(server)(server.url('/feed')))
      expect(error.kind).toBe('tooLarge')
      await expect.poll(() => server.openSockets).toBe(0)
    })

    it('takes a body of exactly the limit', async () => {
      const server = await publisher()
      server.set('/feed', { body: 'x'.repeat(1000) })
      const limits = { wireBytes: 1000, decodedBytes: 1000 }
      expect(textOf(await fetcherFor(server, { limits })(server.url('/feed')))).toHaveLength(1000)
      const error = await failure(fetcherFor(server, { limits: { decodedBytes: 999 } })(server.url('/feed')))
      expect(error.kind).toBe('tooLarge')
    })

    it.each([
      ['gzip', gzipSync],
      ['br', brotliCompressSync],
    ])('breaks off a %s bomb at once', async (coding, compress) => {
      const server = await publisher()
      const bomb = compress(Buffer.alloc(64 * 1024 * 1024))
      server.set('/feed', { headers: { 'content-encoding': coding }, body: bomb })
      const started = performance.now()
      const error = await failure(fetcherFor(server)(server.url('/feed')))
      expect(error.kind).toBe('tooLarge')
      expect(performance.now() - started).toBeLessThan(1500)
    })

    it('refuses headers above 16 KiB', async () => {
      const server = await publisher()
      server.set('/feed', { headers: { 'x-long': 'h'.repeat(17 * 1024) }, body: 'x' })
      expect((await failure(fetcherFor(server)(server.url('/feed')))).kind).toBe('protocol')
    })
  })

  describe('codings', () => {
    it.each([
      ['gzip', gzipSync],
      ['x-gzip', gzipSync],
      ['br', brotliCompressSync],
      ['deflate', deflateSync],
      ['deflate', deflateRawSync],
      ['identity', (bytes: Buffer) => bytes],
    ] as const)('undoes %s', async (coding, compress) => {
      const server = await publisher()
      const text = `<rss>${'d\u00e9j\u00e0 '.repeat(5000)}</rss>`
      server.set('/feed', { headers: { 'content-encoding': coding }, body: compress(Buffer.from(text)) })
      expect(textOf(await fetcherFor(server)(server.url('/feed')))).toBe(text)
    })

    it.each([
      ['chained', 'gzip, gzip', gzipSync(gzipSync('x'))],
      ['unknown', 'zstd', Buffer.from('x')],
      ['lying gzip', 'gzip', Buffer.from('<rss>plain text</rss>')],
      ['lying br', 'br', Buffer.from('<rss>plain text</rss>')],
      ['lying deflate', 'deflate', Buffer.from('<rss>plain text</rss>')],
    ])('refuses a coding that is %s', async (_name, coding, body) => {
      const server = await publisher()
      server.set('/feed', { headers: { 'content-encoding': coding }, body })
      expect((await failure(fetcherFor(server)(server.url('/feed')))).kind).toBe('encoding')
    })

    it.each([
      ['gzip', gzipSync],
      ['br', brotliCompressSync],
      ['deflate', deflateSync],
    ] as const)('knows a cut-off %s body from a whole one', async (coding, compress) => {
      const server = await publisher()
      const whole = compress(Buffer.from('<rss>some text that is long enough</rss>'.repeat(50)))
      server.set('/feed', { headers: { 'content-encoding': coding }, body: whole.subarray(0, whole.length - 9) })
      expect((await failure(fetcherFor(server)(server.url('/feed')))).kind).toBe('truncated')
    })
  })

  it('a body that ends before its announced length is cut off, not a feed', async () => {
    const server = await publisher()
    server.set('/feed', { body: '<rss>half', cutAfterBytes: 5 })
    expect((await failure(fetcherFor(server)(server.url('/feed')))).kind).toBe('truncated')
  })

  it('a closed port can not be reached', async () => {
    const server = await publisher()
    const get = fetcherFor(server)
    await server.close()
    const error = await failure(get(server.url('/feed')))
    expect(error.kind).toBe('connect')
    expect(error.message).toBe('127.0.0.1: no connection (ECONNREFUSED)')
  })

  it.each([
    ['an HTTP/0.9 answer', '<rss></rss>'],
    ['a bad status line', 'HTTP/1.1 abc OK\r\n\r\n'],
  ])('%s is not accepted', async (_name, answer) => {
    const raw = createServer(socket => socket.on('data', () => socket.end(answer)))
    await new Promise<void>(resolve => raw.listen(0, '127.0.0.1', resolve))
    closing.push(() => new Promise(resolve => raw.close(resolve)))
    const address = raw.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const fetcher = createFetcher({
      allow: [{ host: '127.0.0.1', port }],
      userAgent: AGENT,
      clock: createFakeClock(NOW),
    })
    closing.push(() => fetcher.close())
    const { signal } = new AbortController()
    const error = await failure(fetcher.fetch(`http://127.0.0.1:${port}/`, { accept: 'feed', signal }))
    expect(error.kind).toBe('protocol')
    expect(error.cause).toBeUndefined()
  })

  describe('statuses', () => {
    it.each([204, 206, 201])('%i is no feed', async status => {
      const server = await publisher()
      server.set('/feed', { status, body: status === 204 ? '' : 'x' })
      expect((await failure(fetcherFor(server)(server.url('/feed')))).kind).toBe('protocol')
    })

    it('304 to an unconditional request is an error', async () => {
      const server = await publisher()
      server.set('/feed', { status: 304 })
      expect((await failure(fetcherFor(server)(server.url('/feed')))).kind).toBe('protocol')
    })

    it.each([400, 401, 403, 404, 410, 429, 500, 503, 300])('%i is told as it is', async status => {
      const server = await publisher()
      server.set('/feed', { status })
      const error = await failure(fetcherFor(server)(server.url('/feed')))
      expect(error).toMatchObject({ kind: 'status', status })
      expect(error.retryAfterMs).toBeUndefined()
    })

    it.each([
      ['seconds', '120', 120_000],
      ['a date', 'Sun, 01 Mar 2026 08:10:00 GMT', 600_000],
      ['ten years, cut to a week', 'Fri, 29 Feb 2036 08:00:00 GMT', 604_800_000],
      ['absurd seconds, cut to a week', '99999999999999999999', 604_800_000],
      ['a date that has passed', 'Sun, 01 Mar 2026 07:00:00 GMT', undefined],
      ['nonsense', 'soon', undefined],
      ['a negative number', '-5', undefined],
    ])('reads Retry-After: %s', async (_name, value, wanted) => {
      const server = await publisher()
      server.set('/feed', { status: 503, headers: { 'retry-after': value } })
      expect((await failure(fetcherFor(server)(server.url('/feed')))).retryAfterMs).toBe(wanted)
    })
  })

  it.each([
    ['max-age', { 'cache-control': 'public, max-age=7200' }, 7_200_000],
    ['max-age less the age', { 'cache-control': 'max-age=7200', age: '200' }, 7_000_000],
    ['Expires', { expires: 'Sun, 01 Mar 2026 09:00:00 GMT', date: 'Sun, 01 Mar 2026 08:00:00 GMT' }, 3_600_000],
    ['max-age before Expires', { 'cache-control': 'max-age=60', expires: 'Sun, 01 Mar 2036 09:00:00 GMT' }, 60_000],
    ['max-age=0', { 'cache-control': 'max-age=0' }, undefined],
    ['a negative max-age', { 'cache-control': 'max-age=-1' }, undefined],
    ['no-cache', { 'cache-control': 'no-cache, max-age=60' }, undefined],
    ['Expires: 0', { expires: '0' }, undefined],
    ['an absurd max-age, cut', { 'cache-control': 'max-age=999999999999' }, 31_536_000_000],
    ['nothing', {}, undefined],
  ])('reads how long the answer is fresh: %s', async (_name, headers, wanted) => {
    const server = await publisher()
    server.set('/feed', { headers: { date: NOW.toUTCString(), ...headers }, body: 'x' })
    expect((await fetcherFor(server)(server.url('/feed'))).freshForMs).toBe(wanted)
  })

  describe('redirects', () => {
    it.each([301, 302, 303, 307, 308])('follows %i', async status => {
      const server = await publisher()
      server.set('/old', { status, headers: { location: '/new?x=1#frag' } })
      server.set('/new?x=1', { body: 'here' })
      const document = await fetcherFor(server)(server.url('/old'))
      expect(textOf(document)).toBe('here')
      expect(document.url).toBe(server.url('/new?x=1'))
      expect(document.movedTo).toBe(status === 301 || status === 308 ? server.url('/new?x=1') : undefined)
    })

    it('is a move for good only when every hop was permanent', async () => {
      const server = await publisher()
      server.set('/a', { status: 301, headers: { location: '/b' } })
      server.set('/b', { status: 302, headers: { location: '/c' } })
      server.set('/c', { status: 308, headers: { location: '/d' } })
      server.set('/d', { body: 'x' })
      const get = fetcherFor(server)
      expect((await get(server.url('/a'))).movedTo).toBeUndefined()
      expect((await get(server.url('/c'))).movedTo).toBe(server.url('/d'))
    })

    it('stops a loop after five hops', async () => {
      const server = await publisher()
      server.set('/a', { status: 302, headers: { location: '/b' } })
      server.set('/b', { status: 302, headers: { location: '/a' } })
      expect((await failure(fetcherFor(server)(server.url('/a')))).kind).toBe('redirects')
      expect(server.requests).toHaveLength(6)
    })

    it('needs an address', async () => {
      const server = await publisher()
      server.set('/a', { status: 301 })
      server.set('/b', { status: 301, headers: { location: 'http://[' } })
      const get = fetcherFor(server)
      expect((await failure(get(server.url('/a')))).kind).toBe('protocol')
      expect((await failure(get(server.url('/b')))).kind).toBe('protocol')
    })

    it.each([
      'file:///etc/passwd',
      'ftp://127.0.0.1/x',
      'gopher://127.0.0.1:70/',
      'data:text/plain,hi',
      'javascript:1',
    ])('does not go to %s', async location => {
      const server = await publisher()
      server.set('/a', { status: 302, headers: { location } })
      expect((await failure(fetcherFor(server)(server.url('/a')))).kind).toBe('blocked')
    })

    it('understands an address in raw UTF-8', async () => {
      const server = await publisher()
      server.set('/a', { status: 302, headers: { location: Buffer.from('/caf\u00e9').toString('latin1') } })
      server.set('/caf%C3%A9', { body: 'here' })
      expect(textOf(await fetcherFor(server)(server.url('/a')))).toBe('here')
    })

    it('sends the validators to where the feed really is', async () => {
      const server = await publisher()
      server.set('/a', { status: 302, headers: { location: '/b' } })
      server.set('/b', { headers: { etag: '"1"' }, body: 'x', isConditional: true })
      const get = fetcherFor(server)
      const { validators } = await get(server.url('/a'))
      expect((await get(server.url('/a'), validators)).kind).toBe('unchanged')
    })
  })

  describe('credentials', () => {
    const withUser = (url: string): string => url.replace('://', '://ann:p%40ss@')

    it('go as a header to their own origin only', async () => {
      const [home, other] = [await publisher(), await publisher()]
      home.set('/feed', { status: 302, headers: { location: '/here' } })
      home.set('/here', { status: 302, headers: { location: other.url('/there') } })
      other.set('/there', { body: 'x' })
      const get = fetcherFor(home, { allow: [home.allow(), other.allow()] })
      const document = await get(withUser(home.url('/feed')))
      const basic = `Basic ${Buffer.from('ann:p@ss').toString('base64')}`
      expect(home.requests.map(request => request.headers.authorization)).toEqual([basic, basic])
      expect(other.requests[0]?.headers.authorization).toBeUndefined()
      expect(document.url).toBe(other.url('/there'))
    })

    it('stay with the address when it moves on its own origin, and keep it from moving to another', async () => {
      const [home, other] = [await publisher(), await publisher()]
      home.set('/feed', { status: 301, headers: { location: '/new' } })
      home.set('/new', { body: 'x' })
      home.set('/away', { status: 301, headers: { location: other.url('/there') } })
      other.set('/there', { body: 'x' })
      const get = fetcherFor(home, { allow: [home.allow(), other.allow()] })
      expect((await get(withUser(home.url('/feed')))).movedTo).toBe(withUser(home.url('/new')))
      expect((await get(withUser(home.url('/away')))).movedTo).toBeUndefined()
    })

    it('and secrets of the query are in no error', async () => {
      const server = await publisher()
      const error = await failure(fetcherFor(server)(withUser(server.url('/none?token=s3cret'))))
      expect(`${error.message} ${error.stack} ${JSON.stringify(error)}`).not.toMatch(/s3cret|p@ss|p%40ss|\bann\b/)
    })
  })

  it("ends with the caller's reason when it is aborted, and closes the socket", async () => {
    const server = await publisher()
    server.set('/feed', { hangs: 'headers' })
    const stop = new AbortController()
    const reason = new Error('shutting down')
    const work = fetcherFor(server)(server.url('/feed'), undefined, stop.signal)
    await expect.poll(() => server.requests.length).toBe(1)
    stop.abort(reason)
    await expect(work).rejects.toBe(reason)
    await expect.poll(() => server.openSockets).toBe(0)
  })
})
