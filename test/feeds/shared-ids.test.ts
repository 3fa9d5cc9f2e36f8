import { describe, expect, test } from 'vitest'
import { articlesOf } from '../../src/feeds/articles-of.ts'
import { newFeed } from '../../src/feeds/feed-id.ts'
import { parseFeed } from '../../src/feeds/parse.ts'
import { withOwnIds } from '../../src/feeds/shared-ids.ts'
import type { Entry } from '../../src/model/feed.ts'

const entry = (id: string, url: string | undefined, title: string): Entry => ({
  id,
  ...(url === undefined ? {} : { url }),
  title,
  authors: [],
  enclosures: [],
  categories: [],
})
const ids = (entries: readonly Entry[]): readonly (string | undefined)[] => withOwnIds(entries).map(({ id }) => id)

describe('withOwnIds', () => {
  test('an id that articles share gives way to their links', () => {
    const all = ['Tides', 'Boats', 'Fog'].map(title =>
      entry('https://paper.example/', `https://paper.example/${title}`, title),
    )
    expect(ids(all)).toEqual(all.map(({ url }) => url))
  })

  test('an article that is listed twice keeps its id, whatever its address or its title was changed to', () => {
    const twice = [entry('7', 'https://paper.example/7', 'Fog'), entry('7', 'https://paper.example/7?from=rss', 'Fog')]
    expect(ids(twice)).toEqual(['7', '7'])
    const renamed = [entry('7', 'https://paper.example/7', 'Fog'), entry('7', 'https://paper.example/7', 'Thick fog')]
    expect(ids(renamed)).toEqual(['7', '7'])
  })

  test('entries without links keep what they have, and so do those with ids of their own', () => {
    const all = [
      entry('a', undefined, 'Tides'),
      entry('a', undefined, 'Boats'),
      entry('b', 'https://paper.example/b', 'Fog'),
    ]
    expect(withOwnIds(all)).toBe(all)
  })

  test('a feed with one guid for all its items brings every one of them', async () => {
    const item = (n: number) =>
      `<item><title>Item ${n}</title><link>http://paper.example/${n}</link><guid>post</guid></item>`
    const xml = `<rss version="2.0"><channel><title>Paper</title>${item(1)}${item(2)}${item(3)}</channel></rss>`
    const now = new Date('2026-03-01T08:00:00Z')
    const feed = newFeed('http://paper.example/feed', { title: 'Paper' }, now)
    const articles = await articlesOf(await parseFeed(Buffer.from(xml)), feed, now)
    expect(articles.map(({ title }) => title)).toEqual(['Item 1', 'Item 2', 'Item 3'])
  })
})
