import { describe, expect, test } from 'vitest'
import { normalizeEntries } from '../../src/feeds/normalize.ts'
import { parseFeed } from '../../src/feeds/parse.ts'
import type { Entry, FeedId } from '../../src/model/feed.ts'

const NOW = new Date('2026-03-10T12:00:00Z')
const FEED = {
  id: 'feed-1' as FeedId,
  url: 'https://gazette.example/feed',
  title: 'Harbour <b>Gazette</b>',
  language: 'en-GB',
  topics: ['world'],
}

const entry = (fields: Partial<Entry>): Entry => ({ authors: [], enclosures: [], categories: [], ...fields })
const normalize = (...entries: Partial<Entry>[]) => normalizeEntries({ entries: entries.map(entry) }, FEED, NOW)
const first = (fields: Partial<Entry>) => normalize(fields)[0]!

describe('the id of an article', () => {
  test('stays when title, text, link and date are edited', () => {
    const before = first({ id: 'g1', title: 'A', url: 'https://a.example/1', content: 'x' })
    const after = first({ id: 'g1', title: 'B', url: 'https://a.example/2', content: 'y', publishedAt: NOW })
    expect(after.id).toBe(before.id)
    expect(before.id).toMatch(/^feed-1[0-9a-f]{14}$/)
  })

  test('without guid, is made from the link without its tracking parameters and fragment', () => {
    const plain = first({ title: 'A', url: 'https://a.example/1' })
    expect(first({ title: 'B', url: 'https://A.example/1?utm_source=rss#xtor=RSS-1' }).id).toBe(plain.id)
  })

  test('without guid and link, is made from title and text', () => {
    expect(first({ title: 'A', content: 'x' }).id).toBe(first({ title: 'A', content: 'x' }).id)
    expect(first({ title: 'A', content: 'x' }).id).not.toBe(first({ title: 'A', content: 'y' }).id)
  })

  test('differs between feeds', () => {
    const other = normalizeEntries(
      { entries: [entry({ id: 'g1', title: 'A' })] },
      { ...FEED, id: 'feed-2' as FeedId },
      NOW,
    )
    expect(other[0]?.id).not.toBe(first({ id: 'g1', title: 'A' }).id)
  })

  test('occurs once in a feed: the first entry wins', () => {
    expect(
      normalize({ id: 'g', title: 'A' }, { id: 'g', title: 'B' }, { id: 'h', title: 'C' }).map(a => a.title),
    ).toEqual(['A', 'C'])
  })
})

test('an entry of the section “Satire” bears the label in its title; one of several categories is only a subject', () => {
  const title = 'Mayor sells the moon'
  expect(first({ title, content: 'x', categories: ['Satire'] }).title).toBe('Satire: Mayor sells the moon')
  expect(first({ title, content: 'x', categories: ['Satire'] }).id).toBe(first({ title, content: 'x' }).id)
  expect(first({ title, content: 'x', categories: ['Satire', 'Courts'] }).title).toBe(title)
  expect(first({ title, content: 'x', categories: ['Politics'] }).title).toBe(title)
})

describe('the date of an article', () => {
  test.each([
    ['the published one', '2026-03-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z'],
    ['now when it lies in the future', '2099-01-01T00:00:00.000Z', NOW.toISOString()],
    ['now when it is absurdly old', '1970-01-01T00:00:00.000Z', NOW.toISOString()],
    ['now when there is none', undefined, NOW.toISOString()],
  ])('is %s', (_, published, wanted) => {
    const fields = published === undefined ? {} : { publishedAt: new Date(published) }
    expect(first({ id: '1', title: 'A', ...fields }).publishedAt.toISOString()).toBe(wanted)
  })
})

describe('the words of an article', () => {
  test('paragraphs and sub-headings are lines of their own', () => {
    const { text } = first({
      id: '1',
      title: 'A',
      content: '<p>One.</p><h2>Two</h2><ul><li>three</li></ul>Four<br/>five',
    })
    expect(text).toBe('One.\n\nTwo\n\nthree\n\nFour\n\nfive')
  })

  test('the summary stands in for a body that is missing or empty', () => {
    expect(first({ id: '1', title: 'A', content: '<img src="x">', summary: 'Short &amp; dry' }).text).toBe(
      'Short & dry',
    )
  })

  test('have no NUL, control, lone surrogate, direction override or zero-width character', () => {
    const { title, text } = first({
      id: '1',
      title: 'a\u0000b\u202ec\ud800',
      content: '<p>d\u200be\ufffef\ud83d\ude00&#8238;&#0;</p>',
    })
    expect(title).toBe('abc')
    expect(text.replace('\ufffd', '')).toBe('def😀')
  })

  test('the title is plain, on one line, at most 512 long', () => {
    const { title } = first({ id: '1', title: `Rise &amp; <b>fall</b>\n of ${'tea '.repeat(300)}` })
    expect(title.startsWith('Rise & fall of tea')).toBe(true)
    expect(title.length).toBeLessThanOrEqual(512)
  })

  test('a missing title is the first words of the text, else the link', () => {
    expect(first({ id: '1', content: 'Only these words.' }).title).toBe('Only these words.')
    expect(first({ url: 'https://a.example/x' }).title).toBe('https://a.example/x')
  })

  test('an entry without title, text and link is no article', () => {
    expect(normalize({ id: '1' })).toEqual([])
  })

  test('the text has at most 64 KiB and ends with a whole character', () => {
    const { text } = first({ id: '1', title: 'A', content: 'ж'.repeat(50_000) })
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(64 * 1024)
    expect(text).toMatch(/^ж+$/)
  })

  test('terms are the stems of title and text', () => {
    const { terms } = first({ id: '1', title: 'Ferries collided', content: 'The ferries were damaged.' })
    expect(terms.title).not.toBe('')
    expect(terms.text.split(' ')).toContain(terms.title.split(' ')[0])
  })
})

describe('what else an article has', () => {
  test('outlet, language, topics, authors, image and canonical link', () => {
    const article = first({
      id: '1',
      title: 'A',
      url: 'https://Gazette.example/1?utm_medium=x&id=7#top',
      authors: ['Ida &amp; Olu', 'Ida & Olu', ''],
      enclosures: [{ url: 'javascript:alert(1)', type: 'image/png' }, { url: 'https://gazette.example/1.jpg' }],
    })
    expect(article).toMatchObject({
      feedId: FEED.id,
      outlet: 'Harbour Gazette',
      language: 'en',
      topics: ['world'],
      authors: ['Ida & Olu'],
      imageUrl: 'https://gazette.example/1.jpg',
      url: 'https://gazette.example/1?id=7',
      seenAt: NOW,
    })
  })

  test('the outlet of a feed without title is its host', () => {
    const [article] = normalizeEntries({ entries: [entry({ id: '1', title: 'A' })] }, { ...FEED, title: '' }, NOW)
    expect(article?.outlet).toBe('gazette.example')
  })

  test('a link that is no web address is left out', () => {
    expect(first({ id: '1', title: 'A', url: 'javascript:alert(1)' }).url).toBe('')
  })

  test('the language is detected when nobody says it', () => {
    const { language: _, ...silent } = FEED
    const content =
      'Der Fährverkehr zwischen den Inseln ruht seit dem frühen Morgen, weil der Sturm die Hafenmauer beschädigt hat.'
    const [article] = normalizeEntries({ entries: [entry({ id: '1', title: 'Sturm am Hafen', content })] }, silent, NOW)
    expect(article?.language).toBe('de')
  })
})

test('a parsed feed becomes articles with its own language', async () => {
  const parsed = await parseFeed(
    Buffer.from('<rss><channel><language>fr</language><item><title>Le port</title></item></channel></rss>'),
  )
  const { language: _, ...silent } = FEED
  expect(normalizeEntries(parsed, silent, NOW)[0]?.language).toBe('fr')
})
