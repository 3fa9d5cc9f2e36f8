import { createServer, type Socket } from 'node:net'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { createFetcher } from '../../src/feeds/fetch.ts'
import { FetchError } from '../../src/model/errors.ts'
import { createFakeClock } from '../fakes/clock.ts'

const closing: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

const BODY = '<rss/>'
const ANSWER = `HTTP/1.1 200 OK\r\ncontent-length: ${BODY.length}\r\n\r\n${BODY}`
const MOVED = 'HTTP/1.1 301 Moved Permanently\r\nlocation: /new\r\ncontent-length: 0\r\n\r\n'

/**
 * A server of raw sockets that never announces when it closes.
 * @param answer what it does with a request, which is the how-manieth of its connection, from 1
 */
async function rawServer(answer: (socket: Socket, request: { readonly path: string; readonly turn: number }) => void) {
  const seen = { connections: 0, requests: [] as string[] }
  const server = createServer(socket => {
    let turn = 0
    seen.connections += 1
    socket.on('error', () => undefined)
    socket.on('data', bytes => {
      turn += 1
      const path = String(bytes).split(' ', 2)[1] ?? ''
      seen.requests.push(path)
      answer(socket, { path, turn })
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => new Promise(resolve => server.close(resolve)))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const clock = createFakeClock(new Date('2026-03-01T08:00:00Z'))
  const fetcher = createFetcher({ allow: [{ host: '127.0.0.1', port }], userAgent: 'Tidings/test', clock })
  closing.unshift(() => fetcher.close())
  const { signal } = new AbortController()
  /** The text that was fetched, or the kind of the failure. */
  const get = (path: string): Promise<string> =>
    fetcher.fetch(`http://127.0.0.1:${port}${path}`, { accept: 'feed', signal }).then(
      document => (document.kind === 'fetched' ? Buffer.from(document.bytes).toString() : document.kind),
      (error: unknown) => (error instanceof FetchError ? error.kind : String(error)),
    )
  return { seen, get }
}

/** Turns of the event loop after which a connection is free again. */
const TURNS = 5

async function getAll(get: (path: string) => Promise<string>, paths: readonly string[]): Promise<readonly string[]> {
  const answers: string[] = []
  for (const path of paths) {
    answers.push(await get(path))
    for (let turn = 0; turn < TURNS; turn += 1) await nextTurn()
  }
  return answers
}

describe('connections of a fetcher', () => {
  it('one serves several requests to a host that follow each other', async () => {
    const { get, seen } = await rawServer(socket => void socket.write(ANSWER))
    expect(await getAll(get, ['/a', '/b', '/c'])).toEqual([BODY, BODY, BODY])
    expect(seen.connections).toBe(1)
  })

  it.each([
    ['ends', (socket: Socket) => void socket.end()],
    ['is reset', (socket: Socket) => void socket.resetAndDestroy()],
  ])('a kept one that %s just when it is used again is no failure: the request is sent once more', async (_, close) => {
    const { get, seen } = await rawServer((socket, { turn }) => {
      if (turn === 1) socket.write(ANSWER)
      else close(socket)
    })
    expect(await getAll(get, ['/a', '/b', '/c', '/d'])).toEqual([BODY, BODY, BODY, BODY])
    expect(seen.requests.filter(path => path === '/b')).toHaveLength(2)
  })

  it('a redirect is followed although the server closes after every answer', async () => {
    const { get } = await rawServer((socket, { path, turn }) => {
      if (turn > 1) socket.resetAndDestroy()
      else socket.write(path === '/old' ? MOVED : ANSWER)
    })
    expect(await get('/old')).toBe(BODY)
  })

  it('a new one that is closed without an answer is a failure at once', async () => {
    const { get, seen } = await rawServer(socket => void socket.resetAndDestroy())
    expect(await get('/a')).toBe('connect')
    expect(seen.requests).toEqual(['/a'])
  })

  it('a request is sent once more, not again and again', async () => {
    const { get, seen } = await rawServer((socket, { path }) => {
      if (path === '/a') socket.write(ANSWER)
      else socket.resetAndDestroy()
    })
    expect(await getAll(get, ['/a', '/b'])).toEqual([BODY, 'connect'])
    expect(seen.requests).toEqual(['/a', '/b', '/b'])
  })

  it('an answer that is cut off is not asked for again', async () => {
    const { get, seen } = await rawServer((socket, { turn }) => {
      socket.write(turn === 1 ? ANSWER : ANSWER.slice(0, -2), () => turn > 1 && socket.end())
    })
    expect(await getAll(get, ['/a', '/b'])).toEqual([BODY, 'truncated'])
    expect(seen.requests).toEqual(['/a', '/b'])
  })
})
