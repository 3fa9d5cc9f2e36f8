import { describe, expect, it } from 'vitest'
import { feedsSchema, loadPackFeeds, loadPacks, PACK_NAMES } from '../../config/feeds.ts'

const GOOD = {
  title: 'A paper',
  url: 'https://a.example/feed',
  site: 'https://a.example',
  language: 'en',
  topics: ['world'],
}

describe('the starter feeds', () => {
  it('are at least sixty, in at least five languages', () => {
    const feeds = loadPackFeeds()
    expect(feeds.length).toBeGreaterThanOrEqual(60)
    expect(new Set(feeds.map(({ language }) => language)).size).toBeGreaterThanOrEqual(5)
  })

  it('have an address, a title and a site that no other feed has', () => {
    const feeds = loadPackFeeds()
    expect(new Set(feeds.map(({ url }) => url)).size).toBe(feeds.length)
    expect(new Set(feeds.map(({ title }) => title)).size).toBe(feeds.length)
  })

  it('are fetched by https, at the normal form of their address, without credentials', () => {
    for (const { url, site } of loadPackFeeds()) {
      const address = new URL(url)
      expect(address.protocol).toBe('https:')
      expect(address.href).toBe(url)
      expect(address.username + address.password).toBe('')
      expect(new URL(site).protocol).toBe('https:')
    }
  })

  it('fill every pack with at least three, from at least two publishers', () => {
    const packs = loadPacks()
    expect(packs.map(({ name }) => name)).toEqual(PACK_NAMES)
    for (const { name, feeds } of packs) {
      expect(feeds.length, name).toBeGreaterThanOrEqual(3)
      expect(new Set(feeds.map(({ url }) => new URL(url).hostname)).size, name).toBeGreaterThanOrEqual(2)
    }
  })

  it('are all in some pack', () => {
    const inPacks = new Set(loadPacks().flatMap(({ feeds }) => feeds.map(({ url }) => url)))
    expect(inPacks.size).toBe(loadPackFeeds().length)
  })
})

describe('feedsSchema', () => {
  it('takes a good list', () => {
    expect(feedsSchema.safeParse([GOOD, { ...GOOD, url: 'https://b.example/feed' }]).success).toBe(true)
  })

  it.each([
    ['an unknown field', [{ ...GOOD, tags: [] }]],
    ['an unknown topic', [{ ...GOOD, topics: ['gossip'] }]],
    ['no topic', [{ ...GOOD, topics: [] }]],
    ['a topic twice', [{ ...GOOD, topics: ['world', 'world'] }]],
    ['unsorted topics', [{ ...GOOD, topics: ['world', 'asia'] }]],
    ['a feed twice', [GOOD, GOOD]],
    ['unsorted feeds', [{ ...GOOD, url: 'https://b.example/feed' }, GOOD]],
    ['another protocol', [{ ...GOOD, url: 'ftp://a.example/feed' }]],
    ['a fragment', [{ ...GOOD, url: 'https://a.example/feed#top' }]],
    ['no title', [{ ...GOOD, title: ' ' }]],
    ['a language name', [{ ...GOOD, language: 'english' }]],
  ])('refuses %s', (_name, feeds) => {
    expect(feedsSchema.safeParse(feeds).success).toBe(false)
  })
})
