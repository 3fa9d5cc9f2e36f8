import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type Edition, printEditions } from './edition.ts'
import { feedType, writeArticle, writeFeed, writeHome } from './formats.ts'
import { NEWSSTAND_FEEDS, type NewsstandFeed } from './outlets.ts'

const LOOPBACK = '127.0.0.1'
const MAX_AGE_SECONDS = 900
const ETAG_CHARACTERS = 20
const SECOND_MS = 1000

/** The sample newspapers, being served. */
export interface Newsstand {
  /** Where every host of the feeds' addresses is served on 127.0.0.1, told apart by the Host header. */
  readonly port: number
  /** Addresses stand at port 80 of names under .example; they are the same at every start. */
  readonly feeds: readonly NewsstandFeed[]
  /** Prints the late edition, which adds to the papers and edits them. @returns false when it is out already */
  printLate(at: Date): boolean
  /** Closes the server and its connections. Safe to call twice. */
  stop(): Promise<void>
}

interface Page {
  readonly type: string
  readonly body: string
  readonly etag: string
  readonly modifiedAt: Date
}

function createPage(type: string, body: string, modifiedAt: Date): Page {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, ETAG_CHARACTERS)
  return { type: `${type}; charset=utf-8`, body, etag: `"${hash}"`, modifiedAt }
}

/** All pages of an outlet by path. */
function pagesOf(edition: Edition): ReadonlyMap<string, Page> {
  const { outlet, articles } = edition
  const newestAt = articles[0]?.publishedAt ?? new Date(0)
  return new Map([
    ['/', createPage('text/html', writeHome(edition), newestAt)],
    [outlet.feedPath, createPage(feedType(outlet), writeFeed(edition), newestAt)],
    ...articles.map(
      article => [article.path, createPage('text/html', writeArticle(outlet, article), article.publishedAt)] as const,
    ),
  ])
}

type Sites = ReadonlyMap<string, ReadonlyMap<string, Page>>

const sitesOf = (editions: readonly Edition[]): Sites =>
  new Map(editions.map(edition => [edition.outlet.host, pagesOf(edition)]))

/** Whether the client's copy is fresh; If-None-Match counts before If-Modified-Since (RFC 9110 §13.2.2). */
function isFresh(request: IncomingMessage, page: Page): boolean {
  const { 'if-none-match': tags, 'if-modified-since': since } = request.headers
  if (tags !== undefined) return tags.split(',').some(tag => ['*', page.etag].includes(tag.trim().replace(/^W\//, '')))
  if (since === undefined) return false
  return Math.floor(page.modifiedAt.getTime() / SECOND_MS) * SECOND_MS <= Date.parse(since)
}

function answer(request: IncomingMessage, response: ServerResponse, sites: Sites) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end()
    return
  }
  const host = (request.headers.host ?? '').toLowerCase().replace(/:\d+$/, '')
  const [path = '/'] = (request.url ?? '/').split('?')
  const page = sites.get(host)?.get(path)
  if (page === undefined) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found\n')
    return
  }
  const marks = {
    etag: page.etag,
    'last-modified': page.modifiedAt.toUTCString(),
    'cache-control': `max-age=${MAX_AGE_SECONDS}`,
  }
  if (isFresh(request, page)) {
    response.writeHead(304, marks).end()
    return
  }
  const length = Buffer.byteLength(page.body)
  response.writeHead(200, { ...marks, 'content-type': page.type, 'content-length': length })
  response.end(request.method === 'HEAD' ? undefined : page.body)
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, LOOPBACK, () => {
      server.off('error', reject)
      const address = server.address()
      if (address === null || typeof address === 'string') reject(new Error('the newsstand has no port'))
      else resolve(address.port)
    })
  })
}

/**
 * Serves the sample newspapers on loopback.
 * @param options now: the day and hour of the edition
 * @throws Error when no loopback port can be opened
 */
export async function startNewsstand(options: { readonly now: Date }): Promise<Newsstand> {
  let sites = sitesOf(printEditions(options.now))
  let isLateOut = false
  const server = createServer((request, response) => answer(request, response, sites))
  const port = await listen(server)
  let stopped: Promise<void> | undefined
  return {
    port,
    feeds: NEWSSTAND_FEEDS,
    printLate(at) {
      if (isLateOut) return false
      isLateOut = true
      sites = sitesOf(printEditions(options.now, at))
      return true
    },
    stop() {
      stopped ??= new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
      return stopped
    },
  }
}
