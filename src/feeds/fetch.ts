import { type Dispatcher, request } from 'undici'
import { FetchError } from '../model/errors.ts'
import type { Clock } from '../ports/clock.ts'
import { codingOf, readBody } from './body.ts'
import { type Connections, openConnections } from './connections.ts'
import { asFetchError, type FetchStage } from './fetch-failure.ts'
import { FETCH_LIMITS, type FetchedDocument, type Fetcher, type FetchLimits, type FetchWish } from './fetched.ts'
import { type AllowedHost, checkUrl, createGuardedConnector, type HostLookup, OPEN_PORTS } from './guard.ts'
import { type FetchOrigin, fetchOrigin, followRedirect, type Hop, isRedirect, movedAddress } from './redirects.ts'
import { conditionalHeaders, freshForMs, headerOf, retryAfterMs, validatorsOf } from './response-headers.ts'

export interface FetcherOptions {
  readonly allow: readonly AllowedHost[]
  /** Name, version and address of this program, so that a publisher can tell who asks. */
  readonly userAgent: string
  /** For dates in headers only: sockets live in real time. */
  readonly clock: Clock
  readonly lookup?: HostLookup
  /** Ports that are fetched from public hosts; the usual four of the web when absent. */
  readonly ports?: readonly number[]
  readonly limits?: Partial<FetchLimits>
}

const ACCEPT = {
  feed: 'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.5, */*;q=0.1',
  page: 'text/html, application/xhtml+xml, */*;q=0.1',
} as const

const READABLE_STATUSES: ReadonlySet<number> = new Set([200, 203])

/** One fetch with everything that its hops share. */
interface Errand {
  readonly origin: FetchOrigin
  readonly wish: FetchWish
  readonly signal: AbortSignal
}

function requestHeaders(errand: Errand, hop: Hop, userAgent: string): Record<string, string> {
  const { origin, wish } = errand
  const isHome = hop.url.origin === origin.url.origin
  return {
    'user-agent': userAgent,
    accept: ACCEPT[wish.accept],
    'accept-encoding': 'gzip, br',
    ...conditionalHeaders(wish.validators),
    ...(isHome && origin.authorization !== undefined ? { authorization: origin.authorization } : {}),
  }
}

/** Ends a response whose body nobody wants; the socket goes with it. */
function discard(response: Dispatcher.ResponseData): void {
  response.body.on('error', () => undefined)
  response.body.destroy()
}

/** A signal that ends with the caller's or after `ms`; `end` frees its timer. */
function deadline(signal: AbortSignal, ms: number): { readonly signal: AbortSignal; readonly end: () => void } {
  const controller = new AbortController()
  const onAbort = (): void => controller.abort(signal.reason)
  const timer = setTimeout(() => controller.abort(new FetchError('timeout', `no full answer in ${ms} ms`)), ms)
  signal.addEventListener('abort', onAbort, { once: true })
  const end = (): void => {
    clearTimeout(timer)
    signal.removeEventListener('abort', onAbort)
  }
  return { signal: controller.signal, end }
}

/** Fields that may be absent are left out, not undefined. */
function common(hop: Hop, errand: Errand, fresh: number | undefined) {
  const movedTo = movedAddress(hop, errand.origin)
  return {
    url: hop.url.href,
    ...(fresh === undefined ? {} : { freshForMs: fresh }),
    ...(movedTo === undefined ? {} : { movedTo }),
  }
}

function unchanged(response: Dispatcher.ResponseData, hop: Hop, errand: Errand, now: Date): FetchedDocument {
  const { validators } = errand.wish
  if (Object.keys(conditionalHeaders(validators)).length === 0) {
    throw new FetchError('protocol', '"not modified" although nothing was kept')
  }
  return {
    kind: 'unchanged',
    ...common(hop, errand, freshForMs(response.headers, now)),
    validators: { ...validators, ...validatorsOf(response.headers) },
  }
}

function refusal(response: Dispatcher.ResponseData, now: Date): FetchError {
  const status = response.statusCode
  const wait = retryAfterMs(response.headers, now)
  if (status < 300) return new FetchError('protocol', `unexpected status ${status}`)
  return new FetchError('status', `status ${status}`, { status, ...(wait === undefined ? {} : { retryAfterMs: wait }) })
}

/** What all fetches of a fetcher share. */
interface Desk {
  readonly connections: Connections
  readonly allow: readonly AllowedHost[]
  readonly ports: readonly number[]
  readonly userAgent: string
  readonly limits: FetchLimits
  readonly clock: Clock
}

const ask = (hop: Hop, errand: Errand, desk: Desk): Promise<Dispatcher.ResponseData> =>
  desk.connections.request(
    dispatcher =>
      request(hop.url, {
        dispatcher,
        method: 'GET',
        headers: requestHeaders(errand, hop, desk.userAgent),
        signal: errand.signal,
      }),
    errand.signal,
  )

async function read(response: Dispatcher.ResponseData, hop: Hop, errand: Errand, desk: Desk): Promise<FetchedDocument> {
  const { limits } = desk
  const length = Number(headerOf(response.headers, 'content-length') ?? 0)
  if (length > limits.wireBytes) throw new FetchError('tooLarge', `${length} bytes announced`)
  const coding = codingOf(headerOf(response.headers, 'content-encoding'))
  const bytes = await readBody(response.body, coding, limits)
  const contentType = headerOf(response.headers, 'content-type')
  return {
    kind: 'fetched',
    ...common(hop, errand, freshForMs(response.headers, desk.clock.now())),
    bytes,
    ...(contentType === undefined ? {} : { contentType }),
    validators: validatorsOf(response.headers),
  }
}

/** Turns a response into a document or into the next hop. */
async function take(
  response: Dispatcher.ResponseData,
  hop: Hop,
  errand: Errand,
  desk: Desk,
): Promise<FetchedDocument | Hop> {
  const status = response.statusCode
  if (READABLE_STATUSES.has(status)) return read(response, hop, errand, desk)
  if (status === 304) {
    await response.body.dump()
    return unchanged(response, hop, errand, desk.clock.now())
  }
  if (!isRedirect(status)) throw refusal(response, desk.clock.now())
  const location = headerOf(response.headers, 'location')
  const next = followRedirect(hop, status, location, errand.origin, desk.limits.redirects)
  if (errand.wish.follows?.(next.url.href) === false) throw new FetchError('redirects', 'redirect that is not followed')
  return next
}

/** One hop: asks and takes the answer; the response is always finished or thrown away. */
async function step(hop: Hop, errand: Errand, desk: Desk): Promise<FetchedDocument | Hop> {
  let stage: FetchStage = 'headers'
  try {
    checkUrl(hop.url, desk.allow, desk.ports)
    const response = await ask(hop, errand, desk)
    stage = 'body'
    try {
      return await take(response, hop, errand, desk)
    } finally {
      if (!response.body.readableEnded) discard(response)
    }
  } catch (error) {
    errand.wish.signal.throwIfAborted()
    throw asFetchError(errand.signal.aborted ? errand.signal.reason : error, stage, hop.url)
  }
}

/** Follows the redirects of one host. @returns the document, or the first hop to another host; the time that is left */
async function stepsAtHost(
  hop: Hop,
  { origin, wish }: Omit<Errand, 'signal'>,
  desk: Desk,
  leftMs: number,
): Promise<{ readonly outcome: FetchedDocument | Hop; readonly leftMs: number }> {
  const time = deadline(wish.signal, leftMs)
  const startedMs = performance.now()
  try {
    let outcome: FetchedDocument | Hop = hop
    do outcome = await step(outcome, { origin, wish, signal: time.signal }, desk)
    while (!('kind' in outcome) && outcome.url.host === hop.url.host)
    return { outcome, leftMs: Math.max(0, leftMs - (performance.now() - startedMs)) }
  } finally {
    time.end()
  }
}

/**
 * Makes a Fetcher: guarded connections, redirects followed by hand so that every hop is checked.
 * No cookies, no referrer; credentials of the address go to its own origin only.
 */
export function createFetcher(options: FetcherOptions): Fetcher {
  const { allow, clock, userAgent, lookup } = options
  const limits = { ...FETCH_LIMITS, ...options.limits }
  const connect = createGuardedConnector({
    allow,
    dnsMs: limits.dnsMs,
    connectMs: limits.connectMs,
    ...(lookup === undefined ? {} : { lookup }),
  })
  const connections = openConnections(connect, {
    allowH2: false,
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.headersMs,
    bodyTimeout: limits.idleMs,
  })
  const desk: Desk = { connections, allow, ports: options.ports ?? OPEN_PORTS, userAgent, limits, clock }
  return {
    async fetch(url, wish) {
      wish.signal.throwIfAborted()
      const origin = fetchOrigin(url)
      const first: Hop = { url: origin.url, count: 0, isPermanent: true }
      let { outcome, leftMs } = await stepsAtHost(first, { origin, wish }, desk, limits.totalMs)
      while (!('kind' in outcome)) {
        await wish.beforeHost?.(outcome.url.host)
        ;({ outcome, leftMs } = await stepsAtHost(outcome, { origin, wish }, desk, leftMs))
      }
      return outcome
    },
    close: () => connections.close(),
  }
}
