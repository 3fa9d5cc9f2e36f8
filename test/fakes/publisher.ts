import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import type { AllowedHost } from '../../src/feeds/guard.ts'
import { createReaderScorer, type ReaderScore } from './reader-score.ts'

/** How a path answers. Without `body` the answer is empty. */
export interface Answer {
  readonly status?: number
  /** Values with one character per byte. */
  readonly headers?: Readonly<Record<string, string | readonly string[]>>
  readonly body?: string | Uint8Array
  /** 'gzip' also names the coding in the headers. */
  readonly coding?: 'gzip'
  /** Announces the whole body, sends this many bytes of it and cuts the connection. */
  readonly cutAfterBytes?: number
  /** Sends the headers, then the body byte by byte, one each so many milliseconds. */
  readonly dripMs?: number
  /** 'headers': takes the request and never answers; 'body': sends the headers and half of the body, then nothing. */
  readonly hangs?: 'headers' | 'body'
  /** Honours If-None-Match and If-Modified-Since against the answer's own ETag and Last-Modified. */
  readonly isConditional?: boolean
}

export interface RecordedRequest {
  readonly path: string
  readonly host: string
  readonly headers: Readonly<Record<string, string | undefined>>
  /** Milliseconds of real time since the server started. */
  readonly atMs: number
}

/** A route answers always the same, by turns (the last for ever), or as a function of the request says. */
type Route = Answer | readonly Answer[] | ((request: RecordedRequest, turn: number) => Answer)

export interface Publisher {
  readonly port: number
  /** The address of a path on 127.0.0.1. */
  url(path: string): string
  set(path: string, route: Route): void
  /** Answers a path as the script says at that time, and scores how the reader behaves. */
  setScored(path: string, script: (at: Date) => Answer, now: () => Date): ReaderScore
  readonly requests: readonly RecordedRequest[]
  requestsFor(path: string): readonly RecordedRequest[]
  /** Most requests that were being answered at the same moment. */
  readonly mostAtOnce: number
  /** Sockets that are open now. */
  readonly openSockets: number
  /** Opens the guard for 127.0.0.1 and this port, or for a made-up name on port 80. */
  allow(name?: string): AllowedHost
  close(): Promise<void>
}

const pathOf = (address: string): string => address.replace(/\?.*/, '')

function pick(route: Route, request: RecordedRequest, turn: number): Answer {
  if (typeof route === 'function') return route(request, turn)
  if ('at' in route) return route[Math.min(turn, route.length - 1)] ?? {}
  return route
}

function isUnchanged(answer: Answer, request: RecordedRequest): boolean {
  const headers = new Map(Object.entries(answer.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]))
  const match = request.headers['if-none-match']
  if (match !== undefined) return match === headers.get('etag')
  const since = request.headers['if-modified-since']
  return since !== undefined && since === headers.get('last-modified')
}

function send(answer: Answer, request: RecordedRequest, response: ServerResponse): void {
  if (answer.hangs === 'headers') return
  const plain = Buffer.from(answer.body ?? '')
  const bytes = answer.coding === 'gzip' ? gzipSync(plain) : plain
  const coding = answer.coding === undefined ? {} : { 'content-encoding': answer.coding }
  const headers = { ...answer.headers, ...coding } as Record<string, string | string[]>
  if (answer.isConditional === true && isUnchanged(answer, request)) {
    response.writeHead(304, headers).end()
  } else if (answer.cutAfterBytes !== undefined) {
    response.writeHead(answer.status ?? 200, { ...headers, 'content-length': String(bytes.length) })
    response.write(bytes.subarray(0, answer.cutAfterBytes), () => response.destroy())
  } else if (answer.hangs === 'body') {
    response.writeHead(answer.status ?? 200, headers)
    response.write(bytes.subarray(0, bytes.length / 2))
  } else if (answer.dripMs !== undefined) {
    response.writeHead(answer.status ?? 200, headers)
    let sent = 0
    const timer = setInterval(() => {
      response.write(bytes.subarray(sent, sent + 1))
      sent += 1
      if (sent < bytes.length) return
      clearInterval(timer)
      response.end()
    }, answer.dripMs)
    response.on('close', () => clearInterval(timer))
  } else {
    response.writeHead(answer.status ?? 200, headers).end(bytes)
  }
}

function record(request: IncomingMessage, startedAtMs: number): RecordedRequest {
  const headers: Record<string, string | undefined> = {}
  for (const [name, value] of Object.entries(request.headers)) {
    headers[name] = Array.isArray(value) ? value.join(', ') : value
  }
  return {
    path: request.url ?? '',
    host: request.headers.host ?? '',
    headers,
    atMs: performance.now() - startedAtMs,
  }
}

/** Starts a feed server on loopback (a free port unless one is named). Unknown paths answer 404. */
export async function startPublisher(address = '127.0.0.1'): Promise<Publisher> {
  const startedAtMs = performance.now()
  const routes = new Map<string, Route>()
  const turns = new Map<string, number>()
  const requests: RecordedRequest[] = []
  const sockets = new Set<Socket>()
  /** Those who score the feeds of a path, whatever its query. */
  const scorers = new Map<string, ReturnType<typeof createReaderScorer>>()
  let atOnce = 0
  let mostAtOnce = 0

  const server = createServer((incoming, response) => {
    const request = record(incoming, startedAtMs)
    requests.push(request)
    atOnce += 1
    mostAtOnce = Math.max(mostAtOnce, atOnce)
    response.on('close', () => {
      atOnce -= 1
    })
    const route = routes.get(request.path)
    if (route === undefined) scorers.get(pathOf(request.path))?.seeOtherQuery()
    if (route === undefined) return void response.writeHead(404).end('no such page')
    const turn = turns.get(request.path) ?? 0
    turns.set(request.path, turn + 1)
    send(pick(route, request, turn), request, response)
  })
  server.on('connection', socket => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, address, resolve)
  })
  const { port } = server.address() as AddressInfo

  return {
    port,
    url: path => `http://127.0.0.1:${port}${path}`,
    set: (path, route) => void routes.set(path, route),
    setScored(path, script, now) {
      const scorer = createReaderScorer(now)
      scorers.set(pathOf(path), scorer)
      routes.set(path, request => {
        const answer = script(now())
        scorer.see(request, answer, answer.isConditional === true && isUnchanged(answer, request))
        return answer
      })
      return scorer.score
    },
    requests,
    requestsFor: path => requests.filter(request => request.path === path),
    get mostAtOnce() {
      return mostAtOnce
    },
    get openSockets() {
      return sockets.size
    },
    allow: name =>
      name === undefined
        ? { host: '127.0.0.1', port }
        : { host: name, port: 80, connectTo: { host: '127.0.0.1', port } },
    close() {
      for (const socket of sockets) socket.destroy()
      return new Promise(resolve => server.close(() => resolve()))
    },
  }
}
