import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isTreeSafe } from '../../src/feeds/page-scan.ts'
import { createParserPool, type ParserPool } from '../../src/feeds/parser-pool.ts'
import { leastStretch } from './stretch.ts'

const LIMIT_MS = 6000
const SCAN_LIMIT_MS = 200
const STALL_MS = 100
const MIB = 1024 * 1024
/** A machine that is busy with something else delays everything now and then: the best of some attempts counts. */
const ATTEMPTS = 3
const { signal } = new AbortController()

const paragraph = `<p>${'The council met on Monday, and the bridge was opened. '.repeat(12)}</p>`
const page = (body: string): string => `<html><body><article>${paragraph}${body}${paragraph}</article></body></html>`
const nested = (tags: string, count: number): string => page(tags.repeat(count))

/** Beyond what is made a tree. */
const REFUSED: readonly (readonly [string, string])[] = [
  ['5,000 nested elements', nested('<div>', 5_000)],
  ['100,000 nested elements', nested('<div>', 100_000)],
  ['5,000 nested tables', nested('<table><tr><td>', 5_000)],
  ['5,000 misnested <a><b><i><u>', nested('<a><b><i><u>', 5_000)],
  ['200,000 siblings', nested('<br>', 200_000)],
  ['2 million "<"', page('<'.repeat(2_000_000))],
  ['2 million "&"', page('&'.repeat(2_000_000))],
  ['100,000 attributes on a tag', page(`<i ${'a="1" '.repeat(100_000)}>`)],
  ['a page of 50 MB', page('x'.repeat(50 * MIB))],
]

/** Read or not: they must only end. */
const HEAVY: readonly (readonly [string, string])[] = [
  ['a paragraph of 5 MB', page(`<p>${'word '.repeat(900_000)}</p>`)],
  ['a style of 4 MB', page(`<style>${'a{b:c} '.repeat(600_000)}</style>`)],
  ['15,000 paragraphs', page('<p>One, two, three.</p>'.repeat(15_000))],
  ['25,000 links in 255 levels', page(`${'<div>'.repeat(250)}${'<a href="/x">y</a>'.repeat(25_000)}`)],
  ['75,000 raw "<"', page('< '.repeat(75_000))],
  ['an unclosed comment', page(`<!--${'- '.repeat(1_000_000)}`)],
]

test.each(REFUSED)('%s are refused before a tree is made of them', (_, html) => {
  let bestMs = Number.POSITIVE_INFINITY
  for (let attempt = 0; attempt < ATTEMPTS && bestMs >= SCAN_LIMIT_MS; attempt += 1) {
    const start = performance.now()
    expect(isTreeSafe(html)).toBe(false)
    bestMs = Math.min(bestMs, performance.now() - start)
  }
  expect(bestMs).toBeLessThan(SCAN_LIMIT_MS)
})

test('a page of unclosed paragraphs, list items and cells is as flat as it looks', () => {
  expect(isTreeSafe(`<body><p>one${'<p>two'.repeat(3_000)}`)).toBe(true)
  expect(isTreeSafe(`<ul>${'<li>one'.repeat(3_000)}</ul>`)).toBe(true)
  expect(isTreeSafe(`<table>${'<tr>'.repeat(3_000)}</table>`)).toBe(true)
})

describe('in the thread', () => {
  let pool: ParserPool
  const read = (html: string) =>
    pool.extract(Buffer.from(html), { url: 'https://a.example/' }, signal).catch((error: Error) => error)

  beforeAll(async () => {
    pool = createParserPool({ threads: 1 })
    await read(page(''))
  })
  afterAll(() => pool.close())

  test.each([...REFUSED, ...HEAVY])('%s end in six seconds, and the main loop goes on', async (_, html) => {
    const bytes = Buffer.from(html)
    const stretch = await leastStretch(async () => {
      const start = performance.now()
      const outcome = await pool.extract(bytes, { url: 'https://a.example/' }, signal).catch((error: Error) => error)
      expect(performance.now() - start).toBeLessThan(LIMIT_MS)
      expect(outcome === undefined || outcome instanceof Error || outcome.text.length > 0).toBe(true)
    }, STALL_MS)
    expect(stretch).toBeLessThan(STALL_MS)
  })

  test('the next page is read after all of them', async () => {
    expect(await read(page(''))).toMatchObject({ text: expect.stringContaining('the bridge was opened') })
  })

  test('scripts are not run, and nothing that the page names is fetched', async () => {
    const asked: string[] = []
    const server = createServer((request, response) => {
      asked.push(request.url ?? '')
      response.end('x')
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const bait = `<script>while(1){}</script><script src="${at}/js"></script><iframe src="${at}/frame"></iframe>
<img src="${at}/img" onerror="while(1){}"><link rel="stylesheet" href="${at}/css"><object data="${at}/object"></object>
<video src="${at}/video"></video><meta http-equiv="refresh" content="0;url=${at}/refresh"><style>@import url(${at}/import)</style>`
    const found = await read(page(bait))
    expect(found).toMatchObject({ text: expect.not.stringContaining('while') })
    expect(asked).toEqual([])
    await new Promise(resolve => server.close(resolve))
  })
})
