import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addFeedAt } from '../../src/feeds/add.ts'
import { createFetcher } from '../../src/feeds/fetch.ts'
import type { AddOptions } from '../../src/feeds/find-feed.ts'
import { parseFeed } from '../../src/feeds/parse.ts'
import { FEED_SITES, findSite } from '../../src/feeds/sites.ts'
import { SeveralFeedsError } from '../../src/model/errors.ts'
import type { Store } from '../../src/ports/store.ts'
import { openSqliteStore } from '../../src/stores/sqlite.ts'
import { feedAddress } from '../../src/text/url.ts'
import { createFakeClock } from '../fakes/clock.ts'
import { type Publisher, startPublisher } from '../fakes/publisher.ts'

const CHANNEL = 'UCabcdefghijklmnopqrstuv'
const feedsOf = (typed: string, html?: string): readonly string[] => {
  const found = findSite(feedAddress(typed) ?? '')
  return found?.site.feeds(found.url, html) ?? []
}

describe('the table of sites', () => {
  it.each([
    [`youtube.com/channel/${CHANNEL}/videos`, [`https://www.youtube.com/feeds/videos.xml?channel_id=${CHANNEL}`]],
    ['https://m.youtube.com/playlist?list=PL12', ['https://www.youtube.com/feeds/videos.xml?playlist_id=PL12']],
    ['https://www.youtube.com/user/harbour', ['https://www.youtube.com/feeds/videos.xml?user=harbour']],
    ['https://www.youtube.com/@harbour', []],
    ['reddit.com/r/science', ['https://reddit.com/r/science/.rss']],
    ['https://old.reddit.com/r/science/top/', ['https://old.reddit.com/r/science/.rss']],
    ['https://www.reddit.com/u/ann', ['https://www.reddit.com/user/ann/.rss']],
    ['@ann@social.example', ['https://social.example/@ann.rss']],
    ['https://social.example/@ann', ['https://social.example/@ann.rss']],
    ['https://social.example/users/ann', ['https://social.example/users/ann.rss']],
    ['github.com/ann/boat', ['https://github.com/ann/boat/releases.atom', 'https://github.com/ann/boat/commits.atom']],
    ['https://github.com/ann/boat/commits/main', ['https://github.com/ann/boat/commits/main.atom']],
    ['https://github.com/ann/boat/tags', ['https://github.com/ann/boat/tags.atom']],
    ['https://github.com/ann', ['https://github.com/ann.atom']],
    ['https://harbour.substack.com/p/tides', ['https://harbour.substack.com/feed']],
    ['https://medium.com/@ann/a-story-12ab', ['https://medium.com/feed/@ann']],
    ['https://medium.com/harbour-notes', ['https://medium.com/feed/harbour-notes']],
    ['https://medium.com/tag/boats', ['https://medium.com/feed/tag/boats']],
    ['https://ann.medium.com/', ['https://ann.medium.com/feed']],
  ])('%s has its feeds at %j', (typed, feeds) => {
    expect(feedsOf(typed)).toEqual(feeds)
  })

  it.each([
    'https://www.youtube.com/feeds/videos.xml?channel_id=x',
    'https://www.reddit.com/r/science/.rss',
    'https://github.com/ann/boat/releases.atom',
    'https://harbour.substack.com/feed',
    'https://medium.com/feed/@ann',
    'https://social.example/@ann.rss',
    'https://paper.example/',
    'https://notyoutube.com/@x/videos',
    'https://github.com.evil.example/ann/boat',
  ])('%s is a feed already, or nobody of the table', typed => {
    expect(findSite(typed)).toBeUndefined()
  })

  it.each([
    `<link rel="canonical" href="https://www.youtube.com/channel/${CHANNEL}">`,
    `<meta itemprop="identifier" content="${CHANNEL}">`,
    `{"metadata":{"externalId":"${CHANNEL}"}}`,
  ])('takes the channel of a handle from its page: %s', html => {
    expect(feedsOf('https://www.youtube.com/@harbour', html)).toEqual([
      `https://www.youtube.com/feeds/videos.xml?channel_id=${CHANNEL}`,
    ])
  })

  it('names every row once', () => {
    expect(new Set(FEED_SITES.map(({ name }) => name)).size).toBe(FEED_SITES.length)
  })
})

const item = '<item><title>High tide</title><link>https://paper.example/1</link></item>'
const rss = (title: string, items = item): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>${title}</title>${items}</channel></rss>`
const link = (href: string, title: string): string =>
  `<link rel="alternate" type="application/rss+xml" href="${href}" title="${title}">`
const html = { 'content-type': 'text/html' }

describe('addFeedAt', () => {
  let store: Store
  let server: Publisher
  let options: AddOptions
  let closeFetcher: () => Promise<void>
  const { signal } = new AbortController()

  beforeEach(async () => {
    const fake = createFakeClock(new Date('2026-03-01T08:00:00Z'))
    const clock = { now: fake.now, sleep: async () => undefined }
    store = await openSqliteStore({ path: ':memory:', now: clock.now })
    server = await startPublisher()
    const allow = [
      server.allow(),
      ...['www.youtube.com', 'github.com', 'social.example'].map(name => server.allow(name)),
    ]
    const fetcher = createFetcher({ allow, userAgent: 'test', clock })
    closeFetcher = () => fetcher.close()
    options = { store, fetcher, parse: async (bytes, about) => parseFeed(bytes, about), clock, random: () => 0 }
  })
  afterEach(async () => {
    await closeFetcher()
    await store.close()
    await server.close()
  })

  const add = async (address: string): Promise<string> => (await addFeedAt(address, [], options, signal)).feed.url
  const choicesAt = async (path: string): Promise<readonly (string | undefined)[]> => {
    const error = await add(server.url(path)).catch((reason: unknown) => reason)
    if (!(error instanceof SeveralFeedsError)) throw new Error(`no choice but ${String(error)}`)
    return error.choices.map(({ title }) => title)
  }

  it('takes a YouTube handle by the channel in its page', async () => {
    server.set('/@harbour', { headers: html, body: `<html><script>{"externalId":"${CHANNEL}"}</script></html>` })
    server.set(`/feeds/videos.xml?channel_id=${CHANNEL}`, { body: rss('Harbour TV') })
    expect(await add('http://www.youtube.com/@harbour')).toBe(
      `http://www.youtube.com/feeds/videos.xml?channel_id=${CHANNEL}`,
    )
  })

  it('takes the commits of a repository without releases, and never fetches its page', async () => {
    server.set('/ann/boat/releases.atom', { body: rss('Releases', '') })
    server.set('/ann/boat/commits.atom', { body: rss('Commits') })
    expect(await add('http://github.com/ann/boat')).toBe('http://github.com/ann/boat/commits.atom')
    expect(server.requests.map(({ path }) => path)).toEqual(['/ann/boat/releases.atom', '/ann/boat/commits.atom'])
  })

  it('reads the page after all when the service has no such feed', async () => {
    server.set('/@ann', { headers: html, body: `<html>${link('/posts.xml', 'Ann')}</html>` })
    server.set('/posts.xml', { body: rss('Ann') })
    expect(await add('http://social.example/@ann')).toBe('http://social.example/posts.xml')
  })

  it('follows a page that leads on by itself, but not into a private network and not for ever', async () => {
    const refresh = (target: string): string => `<html><meta http-equiv="Refresh" content="0; URL='${target}'"></html>`
    server.set('/', { headers: html, body: refresh('/home') })
    server.set('/home', { headers: html, body: `<html>${link('/paper.rdf', 'Paper')}</html>` })
    server.set('/paper.rdf', { body: rss('Paper') })
    expect(await add(server.url('/'))).toBe(server.url('/paper.rdf'))
    server.set('/in', { headers: html, body: refresh('http://169.254.169.254/feed') })
    await expect(add(server.url('/in'))).rejects.toMatchObject({ code: 'privateAddress' })
    server.set('/a', { headers: html, body: refresh('/b') })
    server.set('/b', { headers: html, body: refresh('/a') })
    await expect(add(server.url('/a'))).rejects.toMatchObject({ code: 'noFeedOnPage' })
    expect(server.requests.filter(({ path }) => path === '/a' || path === '/b')).toHaveLength(3)
  })

  it('leaves the choice among feeds that differ, and fetches none of them', async () => {
    server.set('/', { headers: html, body: `<html>${link('/n', 'North')}${link('/s', 'South')}</html>` })
    expect(await choicesAt('/')).toEqual(['North', 'South'])
    expect(server.requests).toHaveLength(1)
    const many = Array.from({ length: 9 }, (_, at) => link(`/${at}`, `Section ${'abcdefghi'[at]}`))
    server.set('/many', { headers: html, body: `<html>${many.join('')}</html>` })
    expect(await choicesAt('/many')).toHaveLength(5)
  })

  it('takes the main feed of a front page, and asks on a page of a section', async () => {
    const links = link('/sport', 'Paper » Sport') + link('/all', 'Paper') + link('/c', 'Paper » Comments')
    server.set('/', { headers: html, body: `<html>${links}</html>` })
    server.set('/sport/', { headers: html, body: `<html>${links}</html>` })
    server.set('/all', { body: rss('Paper') })
    expect(await add(server.url('/'))).toBe(server.url('/all'))
    expect(await choicesAt('/sport/')).toEqual(['Paper » Sport', 'Paper'])
  })

  it('takes one feed in several formats, and one beside its comments, without asking', async () => {
    const formats = link('/rss', 'Paper (RSS 2.0)') + link('/atom', 'Paper Atom feed') + link('/c', 'Comments')
    server.set('/blog', { headers: html, body: `<html>${formats}</html>` })
    server.set('/rss', { body: rss('Paper') })
    expect(await add(server.url('/blog'))).toBe(server.url('/rss'))
  })
})
