import { type IncomingHttpHeaders, request } from 'node:http'
import { Parser } from 'htmlparser2'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseFeed } from '../../src/feeds/parse.ts'
import { printEditions } from '../../src/newsstand/edition.ts'
import { type Newsstand, startNewsstand } from '../../src/newsstand/newsstand.ts'

const NOW = new Date('2026-03-04T05:06:07Z')
const EDITIONS = printEditions(NOW)
let newsstand: Newsstand

beforeAll(async () => {
  newsstand = await startNewsstand({ now: NOW })
})
afterAll(() => newsstand.stop())

interface Reply {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** Fetches an address of the newsstand from its loopback port. */
function get(url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Reply> {
  const { host, pathname, search } = new URL(url)
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port: newsstand.port, path: pathname + search, method, headers: { host, ...headers } },
      response => {
        let body = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => {
          body += chunk
        })
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }))
      },
    )
    asked.on('error', reject)
    asked.end()
  })
}

interface Xml {
  /** Opened and closed in step, with nothing outside of the root. */
  readonly isWellFormed: boolean
  /** Texts by element name, in document order. */
  readonly texts: ReadonlyMap<string, readonly string[]>
}

function readXml(source: string): Xml {
  const open: { name: string; text: string }[] = []
  const texts = new Map<string, string[]>()
  let isWellFormed = true
  const parser = new Parser(
    {
      onopentag: name => open.push({ name, text: '' }),
      ontext(data) {
        const current = open.at(-1)
        if (current !== undefined) current.text += data
        else if (data.trim() !== '') isWellFormed = false
      },
      onclosetag(name, isImplied) {
        const closed = open.pop()
        isWellFormed &&= closed?.name === name && (!isImplied || closed.text === '')
        texts.set(name, [...(texts.get(name) ?? []), closed?.text ?? ''])
      },
    },
    { xmlMode: true, recognizeCDATA: true },
  )
  parser.end(source)
  return { isWellFormed: isWellFormed && open.length === 0, texts }
}

/** Titles, names and bodies of a feed's items, whatever its format. */
function readItems(body: string, format: string): { titles: unknown[]; ids: unknown[]; contents: string[] } {
  if (format === 'json') {
    const items: { title: string; id: string; content_html: string }[] = JSON.parse(body).items
    return {
      titles: items.map(item => item.title),
      ids: items.map(item => item.id),
      contents: items.map(item => item.content_html),
    }
  }
  const { texts, isWellFormed } = readXml(body)
  expect(isWellFormed).toBe(true)
  const [id, content] = {
    rss: ['guid', 'content:encoded'],
    atom: ['id', 'content'],
    rdf: ['dc:identifier', 'content:encoded'],
  }[format] as [string, string]
  return {
    titles: (texts.get('title') ?? []).slice(1),
    ids: (texts.get(id) ?? []).slice(format === 'atom' ? 1 : 0),
    contents: [...(texts.get(content) ?? [])],
  }
}

test.each(EDITIONS.map(edition => [edition.outlet.title, edition] as const))(
  'the feed of %s holds its articles in its own format',
  async (_title, { outlet, articles }) => {
    const reply = await get(`http://${outlet.host}${outlet.feedPath}`)
    expect(reply.status).toBe(200)
    const types = {
      rss: 'application/rss+xml',
      atom: 'application/atom+xml',
      rdf: 'application/rdf+xml',
      json: 'application/feed+json',
    }
    expect(reply.headers['content-type']).toBe(`${types[outlet.format]}; charset=utf-8`)
    expect(Number(reply.headers['content-length'])).toBe(Buffer.byteLength(reply.body))
    const items = readItems(reply.body, outlet.format)
    expect(items.titles).toEqual(articles.map(article => article.title))
    expect(items.ids).toEqual(articles.map(article => article.guid))
    for (const [index, content] of items.contents.entries()) {
      const lines = (articles[index]?.body ?? []).map(line => line.replace(/^## /, '').replaceAll('&', '&amp;'))
      expect([...content.matchAll(/<(?:p|h2)>(.*)<\/(?:p|h2)>/g)].map(([, line]) => line)).toEqual(lines)
    }
  },
)

test('the feed parser reads every outlet as it was printed', async () => {
  for (const { outlet, articles } of EDITIONS) {
    const url = `http://${outlet.host}${outlet.feedPath}`
    const reply = await get(url)
    const feed = await parseFeed(Buffer.from(reply.body), { url, contentType: reply.headers['content-type'] })
    expect([feed.title, feed.siteUrl, feed.language]).toEqual([outlet.title, `http://${outlet.host}/`, outlet.language])
    expect(feed.entries.map(({ url, title, authors }) => ({ url, title, authors }))).toEqual(
      articles.map(({ url, title, author }) => ({ url, title, authors: [author] })),
    )
    for (const [index, entry] of feed.entries.entries()) {
      const article = articles[index]!
      const printedAt = Math.floor(article.publishedAt.getTime() / 1000)
      expect(Math.floor((entry.publishedAt ?? entry.updatedAt)!.getTime() / 1000)).toBe(printedAt)
      expect(entry.id).toBe(outlet.format === 'rdf' ? article.url : article.guid)
      expect(entry.content).toContain(article.body.at(-1)!)
    }
  }
})

test('the listed feeds are the served ones, at addresses that stay the same', async () => {
  expect(newsstand.feeds).toHaveLength(6)
  for (const feed of newsstand.feeds) {
    expect(feed.url).toMatch(/^http:\/\/[a-z-]+\.example\/[a-z.]+$/)
    expect((await get(feed.url)).status).toBe(200)
    expect((await get(feed.site)).status).toBe(200)
  }
})

test('an unchanged feed is answered with 304 and no body, by tag and by date', async () => {
  for (const { url } of newsstand.feeds) {
    const { headers } = await get(url)
    const marks = { etag: headers.etag ?? '', modified: headers['last-modified'] ?? '' }
    expect(marks.etag).toMatch(/^"[0-9a-f]+"$/)
    const byTag = await get(url, { 'if-none-match': marks.etag })
    expect([byTag.status, byTag.body, byTag.headers.etag]).toEqual([304, '', marks.etag])
    expect((await get(url, { 'if-none-match': `"other", W/${marks.etag}` })).status).toBe(304)
    expect((await get(url, { 'if-modified-since': marks.modified })).status).toBe(304)
    expect((await get(url, { 'if-none-match': '"other"' })).status).toBe(200)
    expect((await get(url, { 'if-none-match': '"other"', 'if-modified-since': marks.modified })).status).toBe(200)
    expect((await get(url, { 'if-modified-since': 'Sat, 01 Jan 2000 00:00:00 GMT' })).status).toBe(200)
    expect((await get(url, { 'if-modified-since': 'not a date' })).status).toBe(200)
  }
})

test('every article has a page with its text, and the home page leads to it and to the feed', async () => {
  for (const { outlet, articles } of EDITIONS) {
    const home = await get(`http://${outlet.host}/`)
    expect(home.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(home.body).toMatch(
      new RegExp(`<link rel="alternate" type="[a-z+/]+" title="[^"]+" href="${outlet.feedPath}">`),
    )
    for (const article of articles) {
      expect(home.body).toContain(`href="${article.path}"`)
      const page = await get(article.url)
      expect(page.status).toBe(200)
      expect(page.body).toContain(article.body.at(-1))
    }
  }
})

test('what is not there is 404, on a strange host too, and nothing but reading is allowed', async () => {
  const [feed] = newsstand.feeds
  expect((await get('http://harbour-post.example/nothing')).status).toBe(404)
  expect((await get('http://harbour-post.example/../../etc/passwd')).status).toBe(404)
  expect((await get('http://elsewhere.example/feed.xml')).status).toBe(404)
  const posted = await get(feed!.url, {}, 'POST')
  expect([posted.status, posted.headers.allow]).toEqual([405, 'GET, HEAD'])
  const head = await get(feed!.url, {}, 'HEAD')
  expect([head.status, head.body]).toEqual([200, ''])
})

test('a port in the Host header and a query do not matter', async () => {
  const reply = await get('http://harbour-post.example/feed.xml?x=1', {
    host: `Harbour-Post.example:${newsstand.port}`,
  })
  expect(reply.status).toBe(200)
})

test('the late edition is printed once, and a feed that has it is not unchanged', async () => {
  const other = await startNewsstand({ now: NOW })
  const read = (headers: Record<string, string>): Promise<{ status?: number; body: string }> => {
    const { promise, resolve } = Promise.withResolvers<{ status?: number; body: string }>()
    const path = '/feed.xml'
    request({ host: '127.0.0.1', port: other.port, path, headers: { host: 'harbour-post.example', ...headers } })
      .on('response', async response => {
        const chunks = await response.toArray()
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() })
      })
      .end()
    return promise
  }
  const etag = (await get('http://harbour-post.example/feed.xml')).headers.etag ?? ''
  expect((await read({ 'if-none-match': etag })).status).toBe(304)
  expect(other.printLate(new Date(NOW.getTime() + 3_600_000))).toBe(true)
  const late = await read({ 'if-none-match': etag })
  expect(late.status).toBe(200)
  expect(late.body).toContain('Master of the Maren Lind')
  expect(other.printLate(NOW)).toBe(false)
  await other.stop()
})

test('stopping frees the port, twice is as good as once', async () => {
  const other = await startNewsstand({ now: NOW })
  await other.stop()
  await other.stop()
  const { promise, resolve } = Promise.withResolvers<string | undefined>()
  request({ host: '127.0.0.1', port: other.port })
    .on('error', (error: NodeJS.ErrnoException) => resolve(error.code))
    .end()
  expect(await promise).toBe('ECONNREFUSED')
})
