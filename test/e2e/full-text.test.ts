import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { type NewsstandBot, startNewsstandBot } from '../fakes/bot.ts'
import { type Publisher, startPublisher } from '../fakes/publisher.ts'

const NOW = new Date('2026-03-04T12:00:00Z')
const PAGE = readFileSync(new URL('../fixtures/pages/harbour.html', import.meta.url), 'utf8')
const FEED = `<rss version="2.0"><channel><title>Saltby Post</title><item><title>Harbour wall of Saltby gives way after the storm</title>
<link>http://saltby.example/wall</link><description>The old harbour wall of Saltby gave way on Tuesday night …</description>
<pubDate>Wed, 04 Mar 2026 06:30:00 GMT</pubDate></item></channel></rss>`

describe('a feed that carries teasers only', () => {
  let bot: NewsstandBot | undefined
  let server: Publisher | undefined
  afterEach(async () => {
    await bot?.stop()
    await server?.close()
  })

  test('is digested with sentences of its pages, each with its receipt', async () => {
    server = await startPublisher()
    server.set('/feed', { headers: { etag: '"1"' }, body: FEED, isConditional: true })
    server.set('/wall', { headers: { 'content-type': 'text/html' }, body: PAGE })
    bot = await startNewsstandBot(NOW, [server.allow('saltby.example')])
    const { app, parts } = bot.tidings
    await bot.say('/subscribe http://saltby.example/feed')
    await vi.waitFor(async () => {
      const articles = await parts.store.listArticles({ limit: 200 })
      expect(articles.find(({ url }) => url === 'http://saltby.example/wall')?.text).toContain('Engineers')
    })
    await app.work.poll()
    await app.work.digest()
    const summary = JSON.stringify(await bot.say('/summary saltby'))
    expect(summary).toMatch(/2\.4 million pounds|Waves of seven metres/)
    const sources = JSON.stringify(await bot.say('/sources 1'))
    expect(sources).toContain('saltby.example/wall')
    expect(server.requestsFor('/feed').filter(({ headers }) => headers['if-none-match'] === undefined)).toHaveLength(1)
    expect(server.requestsFor('/wall')).toHaveLength(1)
    expect(bot.log.filter(({ level }) => level === 'error')).toEqual([])
  })
})
