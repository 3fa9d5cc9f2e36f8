import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { createServer, type Server, type Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addFeedAt } from '../../src/feeds/add.ts'
import { articlesOf } from '../../src/feeds/articles-of.ts'
import { downloadList } from '../../src/feeds/download.ts'
import { newFeed } from '../../src/feeds/feed-id.ts'
import { createFetcher } from '../../src/feeds/fetch.ts'
import type { Fetcher } from '../../src/feeds/fetched.ts'
import type { AddOptions } from '../../src/feeds/find-feed.ts'
import { createFullText } from '../../src/feeds/full-text.ts'
import type { AllowedHost, HostAddress, HostLookup } from '../../src/feeds/guard.ts'
import { addListedFeed } from '../../src/feeds/listed.ts'
import { parseFeed } from '../../src/feeds/parse.ts'
import { createPoller } from '../../src/feeds/poll.ts'
import { FetchError, UserError } from '../../src/model/errors.ts'
import type { FeedId } from '../../src/model/feed.ts'
import type { Store } from '../../src/ports/store.ts'
import { openSqliteStore } from '../../src/stores/sqlite.ts'
import { createFakeClock } from '../fakes/clock.ts'
import { createRecordingLog } from '../fakes/log.ts'
import { type Publisher, startPublisher } from '../fakes/publisher.ts'

// The canary stands for all that is inside the operator's network. It counts sockets, not only requests: a guard that
// connects before it thinks has already told an attacker which ports are open.

const START = new Date('2026-03-01T08:00:00Z')
const { signal } = new AbortController()
const METADATA = '169.254.169.254'

/** Hosts as a person, a page, a redirect or a file may write them; each means this machine or a private network. */
const LITERALS: readonly (readonly [kind: string, hosts: readonly string[]])[] = [
  [
    'decimal',
    ['127.0.0.1', '127.0.0.2', '127.255.255.254', '0.0.0.0', '2130706433', '0', '4294967295', '017700000001'],
  ],
  ['short', ['127.1', '127.0.1', '0.0', '10.1', '192.168.257']],
  ['hexadecimal', ['0x7f000001', '0x7f.1', '0x7f.0x0.0x0.0x1', '0X7F.0.0.1', '0x7f.0.0.1']],
  ['octal', ['0177.0.0.1', '0177.1', '00177.0000.0.01']],
  ['mixed bases', ['0x7f.0.0.01', '0177.0.0x0.1', '0xa9.254.0xa9fe', '0251.0376.0251.0376']],
  [
    'circled and fullwidth',
    [
      '\u2460\u2461\u2466.0.0.1',
      '\uff11\uff12\uff17.0.0.1',
      '127\u30020\u30020\u30021',
      '127\uff0e0\uff0e0\uff0e1',
      '\u2460\u2461\u2466\u3002\u2460',
    ],
  ],
  ['escaped', ['%31%32%37.0.0.1', '127%2e0%2e0%2e1', '%30x7f.1']],
  ['with a root dot', ['127.0.0.1.', '2130706433.']],
  [
    'private and special IPv4',
    [
      '10.0.0.1',
      '172.16.0.1',
      '172.31.255.254',
      '192.168.0.1',
      '100.64.0.1',
      METADATA,
      '192.0.0.8',
      '198.18.0.1',
      '192.0.2.1',
      '198.51.100.1',
      '203.0.113.1',
      '192.88.99.1',
      '224.0.0.1',
      '240.0.0.1',
      '255.255.255.255',
    ],
  ],
  ['IPv6 loopback and unspecified', ['[::1]', '[0:0:0:0:0:0:0:1]', '[::]', '[0000::0001]']],
  [
    'IPv4 mapped and compatible',
    [
      '[::ffff:127.0.0.1]',
      '[::ffff:7f00:1]',
      '[::FFFF:7F00:0001]',
      '[::127.0.0.1]',
      '[::7f00:1]',
      '[::ffff:0:127.0.0.1]',
    ],
  ],
  [
    'NAT64, 6to4 and Teredo',
    [
      '[64:ff9b::127.0.0.1]',
      '[64:ff9b::7f00:1]',
      '[64:ff9b:1::7f00:1]',
      '[2002:7f00:1::]',
      '[2002:a9fe:a9fe::1]',
      '[2001::1]',
      '[2001:0:7f00:1::]',
    ],
  ],
  [
    'private and special IPv6',
    [
      '[fc00::1]',
      '[fd00:ec2::254]',
      '[fe80::1]',
      '[fec0::1]',
      '[ff02::1]',
      '[2001:db8::1]',
      '[100::1]',
      '[3fff::1]',
      '[5f00::1]',
    ],
  ],
  ['a link-local zone', ['[fe80::1%25eth0]', '[fe80::1%25lo]', '[::1%25lo]']],
  [
    'local names',
    ['localhost', 'localhost.', 'LOCALHOST', 'a.localhost', 'x.y.localhost.', 'l\u24deCALHOST', '\uff4cocalhost'],
  ],
  [
    'credentials in front',
    ['user@127.0.0.1', 'news.example@127.0.0.1', 'a:b@[::1]', 'news.example:80@127.0.0.1', 'news.example%2f@127.0.0.1'],
  ],
]

/** Names and what a name server, or an attacker's, says of them. */
const NAMES: ReadonlyMap<string, readonly string[]> = new Map([
  ['127.0.0.1.nip.example', ['127.0.0.1']],
  ['7f000001.rbndr.example', ['127.0.0.1']],
  ['10-0-0-1.sslip.example', ['10.0.0.1']],
  ['metadata.example', [METADATA]],
  ['six.example', ['::1']],
  ['mapped.example', ['::ffff:127.0.0.1']],
  ['nat64.example', ['64:ff9b::7f00:1']],
  ['sixtofour.example', ['2002:7f00:1::']],
  ['ula.example', ['fd00::1']],
  ['linklocal.example', ['fe80::1%lo']],
  ['unspecified.example', ['0.0.0.0', '::']],
  ['several.example', ['127.0.0.1', '::1', '10.0.0.1']],
])

const addressOf = (address: string): HostAddress => ({ address, family: address.includes(':') ? 6 : 4 })

const lookup: HostLookup = async name => {
  const known = NAMES.get(name)
  if (known === undefined) throw Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' })
  return known.map(addressOf)
}

const FORMS = [...LITERALS.flatMap(([, hosts]) => hosts), ...NAMES.keys()]

let canary: Server
let port = 0
const opened = new Set<Socket>()
let sockets = 0
let door: Publisher
let store: Store
let fetcher: Fetcher

/** Where the canary can be reached: all addresses of this machine, of both families where it has both. */
const listen = (server: Server, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, host, resolve)
  })

beforeAll(async () => {
  canary = createServer((socket: Socket) => {
    sockets += 1
    opened.add(socket)
    socket.on('close', () => opened.delete(socket))
    socket.on('error', () => undefined)
    socket.end('HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\nSECRET')
  })
  await listen(canary, '::').catch(() => listen(canary, '0.0.0.0'))
  const address = canary.address()
  port = typeof address === 'object' && address !== null ? address.port : 0
})

afterAll(() => {
  for (const socket of opened) socket.destroy()
  return new Promise(resolve => canary.close(resolve))
})

const fetcherWith = (allow: readonly AllowedHost[], ask: HostLookup = lookup): Fetcher =>
  createFetcher({
    allow,
    // A random port stands for an open one: only the address may keep the guard from connecting.
    ports: [80, 443, 8080, 8443, port],
    userAgent: 'test',
    clock: createFakeClock(START),
    lookup: ask,
    limits: { connectMs: 200, dnsMs: 100, headersMs: 500, totalMs: 1000 },
  })

beforeEach(async () => {
  sockets = 0
  door = await startPublisher()
  store = await openSqliteStore({ path: ':memory:', now: () => START })
  fetcher = fetcherWith([door.allow('door.example')])
})

afterEach(async () => {
  await fetcher.close()
  await store.close()
  await door.close()
})

const kindOf = (url: string, by: Fetcher = fetcher, accept: 'feed' | 'page' = 'feed'): Promise<string> =>
  by.fetch(url, { accept, signal }).then(
    document => document.kind,
    error => (error instanceof FetchError ? error.kind : String(error)),
  )

/** Sleeps pass at once. */
const clock = { now: () => START, sleep: async () => undefined }

const addOptions = (): AddOptions => ({
  store,
  fetcher,
  parse: (bytes, about) => parseFeed(bytes, about),
  clock,
  random: () => 0,
})

const codeOf = (address: string): Promise<string> =>
  addFeedAt(address, [], addOptions(), signal).then(
    () => 'added',
    error => (error instanceof UserError ? error.code : String(error)),
  )

const withPort = (host: string): string => `http://${host}:${port}/`

/** Polls feeds at these addresses as if they were subscribed to. */
async function pollAll(urls: readonly string[], by: Fetcher): Promise<readonly string[]> {
  const only: FeedId[] = []
  for (const url of urls) only.push((await store.addFeed(newFeed(url, { title: 'T', topics: [] }, START))).id)
  const log = createRecordingLog()
  const poller = createPoller({ ...addOptions(), store, fetcher: by, log, spacingMs: () => 0 })
  const outcomes: string[] = []
  await poller.pollDue(signal, { only, onPolled: polled => outcomes.push(`${polled.outcome} ${polled.error ?? ''}`) })
  return outcomes
}

const canBePolled = (host: string): boolean => URL.canParse(withPort(host))

const REFUSED = /^(?:blocked|dns)$/

test('the canary does answer whoever is let in, on each address of this machine', async () => {
  const open = fetcherWith([{ host: '127.0.0.1', port }])
  expect(await kindOf(withPort('127.0.0.1'), open)).toBe('fetched')
  expect(sockets).toBe(1)
  await open.close()
})

test('more than sixty forms are tried', () => {
  expect(new Set(FORMS).size).toBe(FORMS.length)
  expect(FORMS.length).toBeGreaterThanOrEqual(60)
})

describe('no socket is opened to a private address', () => {
  test.each(FORMS)('case 12 and 13: %s, fetched as a feed, a page or an image', async host => {
    for (const url of [
      withPort(host),
      `http://${host}/`,
      `https://${host}:${port}/`,
      `http://${host}:${port}/cover.png`,
    ]) {
      expect(await kindOf(url), url).toMatch(REFUSED)
      expect(await kindOf(url, fetcher, 'page'), url).toMatch(REFUSED)
    }
    expect(sockets).toBe(0)
  })

  test.each(FORMS)('case 12 and 13: %s, pasted by a person', async host => {
    for (const typed of [
      withPort(host),
      `feed:${withPort(host)}`,
      `${host}:${port}`,
      `<${withPort(host)}>`,
      `//${host}:${port}/`,
    ]) {
      expect(await codeOf(typed), typed).toMatch(/^(?:privateAddress|closedPort|badAddress|unreachable)$/)
    }
    expect(sockets).toBe(0)
  })

  test('case 12 and 13: any of them, polled', async () => {
    const urls = FORMS.filter(canBePolled).map(withPort)
    const outcomes = await pollAll(urls, fetcher)
    expect(outcomes.length).toBeGreaterThanOrEqual(60)
    expect([...new Set(outcomes)].toSorted()).toEqual(['failed blocked'])
    expect(sockets).toBe(0)
  })

  test.each([301, 302, 303, 307, 308])('case 15: any of them, as the target of a %i', async status => {
    for (const [index, host] of FORMS.entries()) {
      const targets = [withPort(host), `//${host}:${port}/`, `\\\\${host}:${port}\\`, `http:\\\\${host}:${port}/`]
      const location = Buffer.from(targets[index % targets.length] ?? '').toString('latin1')
      door.set(`/${index}`, { status, headers: { location } })
      expect(await kindOf(`http://door.example/${index}`), host).toMatch(/^(?:blocked|dns|protocol)$/)
    }
    expect(door.requests).toHaveLength(FORMS.length)
    expect(sockets).toBe(0)
  })

  test('case 15: a redirect after a redirect, polled', async () => {
    door.set('/a', { status: 301, headers: { location: '/b' } })
    door.set('/b', { status: 308, headers: { location: withPort('[::ffff:127.0.0.1]') } })
    expect(await pollAll(['http://door.example/a'], fetcher)).toEqual(['failed blocked'])
    expect(sockets).toBe(0)
  })

  test.each([
    ['link elements', (url: string) => `<link rel="alternate" type="application/rss+xml" href="${url}">`],
    ['JSON Feed elements', (url: string) => `<link rel="alternate" type="application/feed+json" href="${url}">`],
    ['elements that may be feeds', (url: string) => `<link rel="alternate" type="application/json" href="${url}">`],
    [
      'a base element',
      (url: string) => `<base href="${url}"><link rel="alternate" type="application/rss+xml" href="feed">`,
    ],
    ['a meta refresh', (url: string) => `<meta http-equiv="refresh" content="0; url=${url}">`],
    [
      'frames, pictures, styles and scripts',
      (url: string) =>
        `<iframe src="${url}"></iframe><img src="${url}"><link rel="stylesheet" href="${url}"><link rel="preload" href="${url}"><script src="${url}"></script>`,
    ],
  ])('case 15: any of them, in %s of a page that is looked at for feeds', async (_name, head) => {
    for (const [index, host] of FORMS.entries()) {
      const html = `<!doctype html><html><head>${head(withPort(host))}</head><body>x</body></html>`
      door.set(`/${index}`, { headers: { 'content-type': 'text/html; charset=utf-8' }, body: html })
      expect(await codeOf(`http://door.example/${index}`), host).toMatch(
        /^(?:privateAddress|closedPort|noFeedOnPage|unreachable|httpStatus)$/,
      )
    }
    expect(sockets).toBe(0)
  })

  test('any of them, in the links, pictures, bodies, self links and entities of a feed that is added and polled', async () => {
    const items = FORMS.map((host, index) => {
      const url = withPort(host)
      return `<item><guid isPermaLink="false">${index}</guid><title>t</title><link>${url}</link><comments>${url}</comments>
        <enclosure url="${url}a.jpg" type="image/jpeg"/><media:content url="${url}b.jpg" medium="image"/><source url="${url}">s</source>
        <description><![CDATA[<img src="${url}c.png"><iframe src="${url}"></iframe>]]></description></item>`
    })
    const body = `<?xml version="1.0"?><?xml-stylesheet href="${withPort('127.0.0.1')}"?>
      <!DOCTYPE rss SYSTEM "${withPort('127.0.0.1')}x.dtd" [<!ENTITY e SYSTEM "${withPort('127.0.0.1')}">]>
      <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"><channel>
      <title>T &e;</title><atom:link rel="self" href="${withPort('127.0.0.1')}"/><atom:link rel="hub" href="${withPort('127.0.0.1')}"/>
      <image><url>${withPort('127.0.0.1')}</url></image><cloud domain="127.0.0.1" port="${port}"/>${items.join('')}</channel></rss>`
    door.set('/feed', { body })
    door.set('/feed?again', { body })
    expect(await codeOf('http://door.example/feed')).toBe('added')
    expect(await pollAll(['http://door.example/feed'], fetcher)).toEqual([])
    expect(await pollAll(['http://door.example/feed?again'], fetcher)).toEqual(['kept '])
    expect(sockets).toBe(0)
  })
})

describe('the doors beside the feeds lead there no more than they do', () => {
  test('case 12 and 15: a list of feeds at any of them, or that leads on to it', async () => {
    const codes = new Set<string>()
    const download = (url: string): Promise<unknown> =>
      downloadList(url, fetcher, signal).then(
        () => codes.add('downloaded'),
        error => codes.add(error instanceof UserError ? error.code : String(error)),
      )
    for (const [index, host] of FORMS.entries()) {
      await download(withPort(host))
      const location = Buffer.from(withPort(host)).toString('latin1')
      door.set(`/${index}`, { status: 302, headers: { location } })
      await download(`http://door.example/${index}`)
    }
    expect([...codes].toSorted()).toEqual(['closedPort', 'privateAddress', 'unreachable'])
    expect(sockets).toBe(0)
  })

  test('case 12: any of them, as a row of a list that is imported, and polled where it was taken', async () => {
    const taken: string[] = []
    // What is no address at all is told by its line before (opml.test.ts).
    for (const host of FORMS.filter(canBePolled)) {
      // A usual port, so that it is the host that is refused.
      const row = { url: `http://${host}:8080/`, title: host, topics: [] }
      await addListedFeed(row, { store, clock, allow: [door.allow('door.example')] }).then(
        ({ url }) => taken.push(url),
        error => expect(error instanceof UserError ? error.code : String(error), host).toBe('privateAddress'),
      )
    }
    expect(taken.length).toBeGreaterThan(5)
    expect(taken.filter(url => /\d$/.test(new URL(url).hostname))).toEqual([])
    const outcomes = await pollAll(taken, fetcher)
    expect(outcomes).toEqual(taken.map(() => 'failed blocked'))
    expect(sockets).toBe(0)
  })

  test('case 12 and 15: any of them, as the page of an article, as what that page leads on to, and for its rules', async () => {
    const item = (url: string): string =>
      `<item><title>The wall gives way</title><link>${url}</link><description>The wall of the harbour gave way …</description><pubDate>${START.toUTCString()}</pubDate></item>`
    const urls = FORMS.flatMap((host, index) => [withPort(host), `http://door.example/${index}`])
    for (const [index, host] of FORMS.entries()) {
      const location = Buffer.from(withPort(host)).toString('latin1')
      door.set(`/${index}`, { status: 302, headers: { location } })
    }
    const extract = () => Promise.reject(new Error('a page was read'))
    const log = createRecordingLog()
    const reader = createFullText({ store, fetcher, extract, clock: createFakeClock(START), log })
    // Ten pages are read of a poll: the list is given in pieces.
    for (let at = 0; at < urls.length; at += 10) {
      const parsed = await parseFeed(
        Buffer.from(
          `<rss version="2.0"><channel>${urls
            .slice(at, at + 10)
            .map(item)
            .join('')}</channel></rss>`,
        ),
      )
      const owner = newFeed('http://door.example/feed', { title: 'T' }, START)
      reader.improve(await articlesOf(parsed, owner, START))
      await reader.settled()
    }
    await reader.close()
    expect(door.requests.filter(({ path }) => path !== '/robots.txt')).toHaveLength(FORMS.length)
    expect(log.lines.filter(({ level }) => level === 'error')).toEqual([])
    expect(sockets).toBe(0)
  })
})

describe('case 14: names that change what they mean', () => {
  const counting = (answers: readonly (readonly string[])[]): { readonly ask: HostLookup; asked: number } => {
    const state = {
      asked: 0,
      ask: async () => {
        const answer = answers[Math.min(state.asked, answers.length - 1)] ?? []
        state.asked += 1
        return answer.map(addressOf)
      },
    }
    return state
  }

  test('between two polls: what counts is the answer of this one', async () => {
    const { ask } = counting([['192.0.2.1'], ['127.0.0.1'], ['::1']])
    const by = fetcherWith([], ask)
    for (let poll = 0; poll < 3; poll += 1) expect(await kindOf(withPort('rebind.example'), by)).toBe('blocked')
    await by.close()
    expect(sockets).toBe(0)
  })

  test('within one poll: the name is asked once, and the socket gets the address that was checked', async () => {
    const state = counting([['2001:db8::1'], ['127.0.0.1']])
    const by = fetcherWith([], state.ask)
    expect(await kindOf(withPort('rebind.example'), by)).toBe('blocked')
    await by.close()
    expect(state.asked).toBe(1)
    expect(sockets).toBe(0)
  })

  test('a name with public and private addresses is only ever connected at the public ones', async () => {
    // 2fff::1 lies in public space that nobody has been given: nothing answers there, and most machines send nothing.
    const by = fetcherWith([], async () => ['127.0.0.1', '2fff::1', '::1', '10.0.0.1'].map(addressOf))
    const attempts: string[] = []
    const watch = (message: unknown): void => {
      const { socket } = message as { socket: Socket }
      socket.on('connectionAttempt', (ip: string) => attempts.push(ip))
    }
    subscribe('net.client.socket', watch)
    try {
      expect(await kindOf(withPort('mixed.example'), by)).toMatch(/^(?:connect|timeout)$/)
    } finally {
      unsubscribe('net.client.socket', watch)
      await by.close()
    }
    expect(new Set(attempts)).toEqual(new Set(['2fff::1']))
    expect(sockets).toBe(0)
  })
})

describe('what is not the web is not opened', () => {
  const SCHEMES = [
    'file:///etc/passwd',
    'file://127.0.0.1/etc/passwd',
    'ftp://127.0.0.1/',
    'gopher://127.0.0.1:70/_x',
    'data:text/xml,<rss/>',
    'javascript:1',
    'blob:http://127.0.0.1/x',
    'ws://127.0.0.1/',
    'unix:/run/x.sock',
    'dict://127.0.0.1:2628/',
    'ldap://127.0.0.1/',
    'jar:http://127.0.0.1!/x',
  ]

  test.each(SCHEMES)('case 16: %s, asked for, pasted, or as the target of a redirect', async url => {
    expect(await kindOf(url)).toBe('blocked')
    expect(await codeOf(url)).toMatch(/^(?:badAddress|privateAddress)$/)
    door.set('/x', { status: 302, headers: { location: url } })
    expect(await kindOf('http://door.example/x')).toBe('blocked')
    expect(sockets).toBe(0)
  })

  test.each([1, 21, 22, 23, 25, 81, 110, 143, 389, 445, 587, 3306, 5432, 6379, 8081, 9200, 11211, 27017])(
    'case 20: port %i of a public name, asked for or as the target of a redirect',
    async other => {
      const by = fetcherWith([door.allow('door.example')], async () => [addressOf('2fff::1')])
      expect(await kindOf(`http://news.example:${other}/`, by)).toBe('blocked')
      door.set('/x', { status: 302, headers: { location: `http://news.example:${other}/` } })
      expect(await kindOf('http://door.example/x', by)).toBe('blocked')
      await by.close()
    },
  )
})

describe('the allow-list of the operator is the only door', () => {
  test('it opens a literal in the form that URLs are read in, whatever way it is written', async () => {
    const by = fetcherWith([{ host: '127.0.0.1', port }])
    for (const host of ['127.0.0.1', '127.1', '0x7f.1', '2130706433', '\uff11\uff12\uff17.0.0.1']) {
      expect(await kindOf(withPort(host), by), host).toBe('fetched')
    }
    expect(sockets).toBe(5)
    await by.close()
  })

  test('it opens one host and one port: no neighbour, no other family, no name for the same address', async () => {
    const by = fetcherWith([{ host: '127.0.0.1', port }])
    const others = ['127.0.0.2', '[::1]', '[::ffff:127.0.0.1]', 'localhost', '127.0.0.1.nip.example', '0.0.0.0']
    for (const host of others) expect(await kindOf(withPort(host), by), host).toBe('blocked')
    expect(await kindOf('http://127.0.0.1:8080/', by)).toBe('blocked')
    expect(sockets).toBe(0)
    await by.close()
  })

  test('it opens a name, also localhost, at whatever the name means, and nothing below it', async () => {
    const ask: HostLookup = async name => [addressOf(name === 'localhost' ? '127.0.0.1' : '10.0.0.1')]
    const by = fetcherWith([{ host: 'localhost', port }], ask)
    expect(await kindOf(withPort('localhost'), by)).toBe('fetched')
    expect(await kindOf(withPort('LOCALHOST.'), by)).toBe('fetched')
    expect(await kindOf(withPort('a.localhost'), by)).toBe('blocked')
    expect(sockets).toBe(2)
    await by.close()
  })

  test('a redirect into it is followed, a redirect past it is not', async () => {
    const by = fetcherWith([door.allow('door.example'), { host: '127.0.0.1', port }])
    door.set('/in', { status: 302, headers: { location: withPort('127.0.0.1') } })
    door.set('/past', { status: 302, headers: { location: withPort('127.0.0.2') } })
    expect(await kindOf('http://door.example/in', by)).toBe('fetched')
    expect(await kindOf('http://door.example/past', by)).toBe('blocked')
    expect(sockets).toBe(1)
    await by.close()
  })
})
