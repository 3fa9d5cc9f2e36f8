import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFetcher } from '../../src/feeds/fetch.ts'
import { type AllowedHost, type HostAddress, type HostLookup, isPublicAddress } from '../../src/feeds/guard.ts'
import { FetchError } from '../../src/model/errors.ts'
import { createFakeClock } from '../fakes/clock.ts'
import { type Publisher, startPublisher } from '../fakes/publisher.ts'

/** Takes no request as long as the guard holds: it stands for everything inside the operator's network. */
let canary: Publisher
const closing: (() => Promise<unknown>)[] = []

beforeEach(async () => {
  canary = await startPublisher()
  canary.set('/', { body: 'SECRET' })
})

afterEach(async () => {
  for (const close of closing.splice(0)) await close()
  await canary.close()
})

interface Setup {
  readonly allow?: readonly AllowedHost[]
  readonly lookup?: HostLookup
}

async function kindOf(url: string, { allow = [], lookup }: Setup = {}): Promise<string> {
  const fetcher = createFetcher({
    allow,
    ports: [80, 443, 8080, 8443, canary.port],
    userAgent: 'test',
    clock: createFakeClock(new Date('2026-03-01T08:00:00Z')),
    limits: { connectMs: 300, dnsMs: 100, headersMs: 1000 },
    ...(lookup === undefined ? {} : { lookup }),
  })
  closing.push(() => fetcher.close())
  return fetcher.fetch(url, { accept: 'feed', signal: new AbortController().signal }).then(
    document => document.kind,
    error => (error instanceof FetchError ? error.kind : String(error)),
  )
}

const v4 = (address: string): HostAddress => ({ address, family: 4 })

describe('isPublicAddress', () => {
  it.each(['93.184.216.34', '8.8.8.8', '2606:4700::1111', '2a00:1450:4001:81b::200e', '2001:67c:2e8:22::c100:68b'])(
    '%s is public',
    address => expect(isPublicAddress(address)).toBe(true),
  )

  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '168.63.129.16',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.8',
    '192.0.2.1',
    '192.88.99.1',
    '192.168.1.1',
    '198.18.0.1',
    '198.51.100.7',
    '203.0.113.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::7f00:1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    '64:ff9b::808:808',
    '64:ff9b:1::7f00:1',
    '100::1',
    '2001::1',
    '2001:db8::1',
    '2001:10::1',
    '2002:7f00:1::',
    '2002:808:808::1',
    '3fff::1',
    '5f00::1',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    'localhost',
    '',
  ])('%s is not', address => expect(isPublicAddress(address)).toBe(false))
})

describe('the guard of the fetcher', () => {
  it.each([
    '127.0.0.1',
    '127.1',
    '127.0.1',
    '2130706433',
    '0x7f000001',
    '0x7f.1',
    '0x7f.0x0.0x0.0x1',
    '0177.0.0.1',
    '0177.1',
    '017700000001',
    '%31%32%37.0.0.1',
    '\u2460\u2461\u2466.0.0.1',
    '\uff11\uff12\uff17.0.0.1',
    '127\u30020\u30020\u30021',
    '127.0.0.1.',
    '127.0.0.2',
    '0.0.0.0',
    '0',
    '[::1]',
    '[0:0:0:0:0:0:0:1]',
    '[::]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::127.0.0.1]',
    '[::7f00:1]',
    '[64:ff9b::127.0.0.1]',
    '[2002:7f00:1::]',
    '[fe80::1]',
    'user@127.0.0.1',
    'news.example@127.0.0.1',
  ])('refuses the private literal %s without a connection', async host => {
    expect(await kindOf(`http://${host}/`)).toBe('blocked')
    expect(await kindOf(`http://${host}:${canary.port}/`)).toBe('blocked')
    expect(canary.requests).toHaveLength(0)
    expect(canary.openSockets).toBe(0)
  })

  it.each(['10.0.0.1', '100.64.0.1', '169.254.169.254', '192.168.0.1', '198.18.0.1', '[fc00::1]', '[fec0::1]'])(
    'refuses %s',
    async host => expect(await kindOf(`http://${host}/latest/meta-data`)).toBe('blocked'),
  )

  it.each(['localhost', 'localhost.', 'LOCALHOST', 'a.localhost'])(
    'refuses %s by the address that it means',
    async host => {
      expect(await kindOf(`http://${host}:${canary.port}/`)).toBe('blocked')
      expect(canary.openSockets).toBe(0)
    },
  )

  it('refuses a name that means a private address', async () => {
    const lookup: HostLookup = async () => [v4('127.0.0.1'), { address: '::1', family: 6 }]
    expect(await kindOf(`http://inside.example:${canary.port}/`, { lookup })).toBe('blocked')
  })

  it('asks once and connects to what was checked: a rebinding name gets no second answer', async () => {
    let asked = 0
    const lookup: HostLookup = async () => {
      asked += 1
      return [v4(asked === 1 ? '192.0.2.1' : '127.0.0.1')]
    }
    expect(await kindOf(`http://rebind.example:${canary.port}/`, { lookup })).toBe('blocked')
    expect(await kindOf(`http://rebind.example:${canary.port}/`, { lookup })).toBe('blocked')
    expect(asked).toBe(2)
    expect(canary.requests).toHaveLength(0)
  })

  it('a port that is open for public hosts shows nothing of this machine: the canary does answer when it is allowed', async () => {
    expect(await kindOf(canary.url('/'), { allow: [canary.allow()] })).toBe('fetched')
    expect(canary.requests).toHaveLength(1)
  })

  it('leaves out the private addresses of a name that has both kinds', async () => {
    // 2001:db8:: is refused too, so nothing is left; a name whose only public address is dead must not fall back.
    const lookup: HostLookup = async () => [v4('127.0.0.1'), { address: '2001:db8::1', family: 6 }]
    expect(await kindOf(`http://mixed.example:${canary.port}/`, { lookup })).toBe('blocked')
  })

  it.each([22, 25, 81, 3306, 5432, 6379, 8081, 11211])('does not open port %i', async port => {
    expect(await kindOf(`http://news.example:${port}/`, { lookup: async () => [v4('93.184.216.34')] })).toBe('blocked')
  })

  it.each(['file:///etc/passwd', 'ftp://news.example/', 'data:text/plain,hi', 'unix:/run/x.sock', 'not an address'])(
    'does not open %s',
    async url => expect(await kindOf(url)).toBe('blocked'),
  )

  it.each([301, 302, 303, 307, 308])('checks the hop of a %i too', async status => {
    const door = await startPublisher()
    closing.push(() => door.close())
    for (const [index, to] of [
      `http://127.0.0.1:${canary.port}/`,
      `http://2130706433:${canary.port}/`,
      `//127.0.0.1:${canary.port}/`,
      `\\\\127.0.0.1:${canary.port}\\`,
      'http://[::ffff:7f00:1]/',
      'http://localhost:8080/',
      'file:///etc/passwd',
    ].entries()) {
      door.set(`/${index}`, { status, headers: { location: to } })
      expect(await kindOf(`http://door.example/${index}`, { allow: [door.allow('door.example')] })).toBe('blocked')
    }
    expect(door.requests).toHaveLength(7)
    expect(canary.requests).toHaveLength(0)
  })

  it('a name that nobody knows, and a name server that is silent, are told as such', async () => {
    const unknown: HostLookup = () => Promise.reject(Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' }))
    expect(await kindOf('http://none.example/', { lookup: unknown })).toBe('dns')
    expect(await kindOf('http://empty.example/', { lookup: async () => [] })).toBe('dns')
    expect(await kindOf('http://silent.example/', { lookup: () => new Promise(() => undefined) })).toBe('dns')
  })

  describe('the allow-list', () => {
    it('opens exactly the host and port that the operator named', async () => {
      const allow = [canary.allow()]
      expect(await kindOf(canary.url('/'), { allow })).toBe('fetched')
      expect(await kindOf(`http://127.0.0.1:${canary.port - 1}/`, { allow })).toBe('blocked')
      expect(await kindOf(`http://127.0.0.2:${canary.port}/`, { allow })).toBe('blocked')
      expect(await kindOf(`http://localhost:${canary.port}/`, { allow })).toBe('blocked')
    })

    it('opens a private name by its name', async () => {
      const allow = [{ host: 'Intranet.example', port: canary.port }]
      const lookup: HostLookup = async () => [v4('127.0.0.1')]
      expect(await kindOf(`http://intranet.example:${canary.port}/`, { allow, lookup })).toBe('fetched')
      expect(await kindOf(`http://sub.intranet.example:${canary.port}/`, { allow, lookup })).toBe('blocked')
    })

    it('takes a made-up name to a loopback port, and no other port of it', async () => {
      const allow = [canary.allow('harbour-post.example')]
      const lookup: HostLookup = () => Promise.reject(new Error('unknown'))
      expect(await kindOf('http://harbour-post.example/', { allow, lookup })).toBe('fetched')
      expect(canary.requests[0]?.host).toBe('harbour-post.example')
      expect(await kindOf('http://harbour-post.example:8080/', { allow, lookup })).toBe('dns')
      expect(await kindOf('http://other-post.example/', { allow, lookup })).toBe('dns')
    })
  })
})
