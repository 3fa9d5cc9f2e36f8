import { describe, expect, it } from 'vitest'
import { discoverFeeds } from '../../src/feeds/discover.ts'

const PAGE = 'https://paper.example/section/page.html'
const urls = (html: string, page = PAGE): readonly string[] => discoverFeeds(html, page).map(({ url }) => url)
const declared = (html: string, page = PAGE): readonly string[] =>
  discoverFeeds(html, page).flatMap(({ url, isDeclared }) => (isDeclared ? [url] : []))

describe('discoverFeeds', () => {
  it.each([
    'application/rss+xml',
    'application/atom+xml',
    'application/rdf+xml',
    'application/feed+json',
    'Application/RSS+XML; charset=utf-8',
  ])('finds a link of the type %s', type => {
    expect(declared(`<html><head><link rel="alternate" type="${type}" href="/feed"></head>`)).toEqual([
      'https://paper.example/feed',
    ])
  })

  it('keeps the order of the page, each address once', () => {
    const html = `<head>
      <link rel=alternate type=application/rss+xml href=/a>
      <link href="https://other.example/b#top" title="All" type="application/atom+xml" rel="home ALTERNATE">
      <LINK REL='alternate' TYPE='application/rss+xml' HREF='https://paper.example/a'/>`
    expect(discoverFeeds(html, PAGE)).toEqual([
      { url: 'https://paper.example/a', isDeclared: true },
      { url: 'https://other.example/b', title: 'All', isDeclared: true },
    ])
  })

  it('puts feeds of comments last', () => {
    const html = `<link rel="alternate" type="application/rss+xml" title="Paper: Comments" href="/c">
      <link rel="alternate" type="application/rss+xml" href="/comments/feed">
      <link rel="alternate" type="application/rss+xml" title="Paper" href="/feed">`
    expect(declared(html)).toEqual([
      'https://paper.example/feed',
      'https://paper.example/c',
      'https://paper.example/comments/feed',
    ])
  })

  it('resolves against the page, or against its base element', () => {
    const link = '<link rel="alternate" type="application/rss+xml" href="rss.xml?a=1&amp;b=2">'
    expect(declared(link)).toEqual(['https://paper.example/section/rss.xml?a=1&b=2'])
    expect(declared(`<base href="//cdn.example/x/">${link}`)).toEqual(['https://cdn.example/x/rss.xml?a=1&b=2'])
  })

  it.each([
    ['another relation', '<link rel="stylesheet" type="application/rss+xml" href="/a">'],
    ['a translation', '<link rel="alternate" hreflang="de" href="/de">'],
    ['an image', '<link rel="alternate" type="image/png" href="/a">'],
    ['no address', '<link rel="alternate" type="application/rss+xml">'],
    ['a script address', '<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">'],
    ['a file', '<link rel="alternate" type="application/rss+xml" href="file:///etc/passwd">'],
    ['a comment', '<!-- <link rel="alternate" type="application/rss+xml" href="/a"> -->'],
    ['a script', '<script>"<link rel=alternate type=application/rss+xml href=/a>"</script>'],
  ])('does not take %s for a feed', (_name, html) => {
    expect(declared(html)).toEqual([])
  })

  it('guesses the common places when the page names no feed, on its own host only', () => {
    const guessed = urls('<html></html>', 'https://paper.example:8443/blog/')
    expect(guessed[0]).toBe('https://paper.example:8443/blog/feed')
    expect(guessed).toContain('https://paper.example:8443/rss.xml')
    expect(guessed.every(url => url.startsWith('https://paper.example:8443/'))).toBe(true)
    expect(discoverFeeds('', PAGE).every(({ isDeclared }) => !isDeclared)).toBe(true)
  })

  it.each(['application/json', 'text/xml', 'application/xml'])(
    'tries a link of the type %s before it guesses',
    type => {
      const html = `<link rel="alternate" type="${type}" href="/wp-json/">`
      expect(urls(html)[0]).toBe('https://paper.example/wp-json/')
      expect(urls(html)).toContain('https://paper.example/feed')
      const feed = '<link rel="alternate" type="application/rss+xml" href="/rss">'
      expect(urls(html + feed)).toEqual(['https://paper.example/rss'])
    },
  )

  it('guesses nothing when the page names one', () => {
    expect(urls('<link rel=alternate type=application/rss+xml href=/a>')).toHaveLength(1)
  })

  it.each([
    ['open tags', '<div>'.repeat(400_000)],
    ['less-than signs', '<'.repeat(2_000_000)],
    ['ampersands', '&'.repeat(2_000_000)],
    ['links', '<link rel=alternate type=application/rss+xml href=/'.repeat(40_000)],
    ['an endless attribute', `<link rel="${'x'.repeat(2_000_000)}`],
  ])('stays linear on %s', (_name, html) => {
    const started = performance.now()
    discoverFeeds(html, PAGE)
    expect(performance.now() - started).toBeLessThan(2000)
  })

  it('takes at most twenty from one page', () => {
    const links = Array.from({ length: 100 }, (_, i) => `<link rel=alternate type=application/rss+xml href=/${i}>`)
    expect(declared(links.join(''))).toHaveLength(20)
  })
})
