import { describe, expect, test } from 'vitest'
import { canonicalUrl, feedAddress, hostOf, maskSecrets } from '../../src/text/url.ts'

describe('canonicalUrl', () => {
  test.each([
    ['https://A.Example/x?utm_source=rss&id=7&UTM_medium=y#top', 'https://a.example/x?id=7'],
    ['https://a.example/x?fbclid=1&gclid=2&xtor=RSS-3&at_medium=RSS', 'https://a.example/x'],
    ['http://a.example:80/x', 'http://a.example/x'],
    ['https://u:p@a.example/x?b=%20c&a', 'https://a.example/x?b=%20c&a'],
    ['  https://a.example  ', 'https://a.example/'],
    ['ftp://a.example/x', undefined],
    ['javascript:alert(1)', undefined],
    ['/relative', undefined],
    ['', undefined],
  ])('%s becomes %s', (url, wanted) => expect(canonicalUrl(url)).toBe(wanted))

  test('once canonical, an address stays as it is', () => {
    const once = canonicalUrl('https://a.example/x?b=1&utm_id=2&c=%C3%A9') ?? ''
    expect(canonicalUrl(once)).toBe(once)
  })
})

describe('feedAddress', () => {
  test.each([
    ['gazette.example', 'https://gazette.example/'],
    ['gazette.example/feed?format=rss&utm_source=x#a', 'https://gazette.example/feed?format=rss&utm_source=x'],
    ['gazette.example:8080/feed', 'https://gazette.example:8080/feed'],
    ['HTTP://Gazette.example:80/Feed', 'http://gazette.example/Feed'],
    ['feed://gazette.example/rss', 'http://gazette.example/rss'],
    ['feed:https://gazette.example/rss', 'https://gazette.example/rss'],
    ['<https://gazette.example/rss>', 'https://gazette.example/rss'],
    ['münchen.example', 'https://xn--mnchen-3ya.example/'],
    ['127.0.0.1:8080/feed', 'https://127.0.0.1:8080/feed'],
    ['localhost:3000', 'https://localhost:3000/'],
    ['[::1]/feed', 'https://[::1]/feed'],
    ['world', undefined],
    ['two words.example', undefined],
    ['ftp://gazette.example/rss', undefined],
    ['mailto:a@gazette.example', undefined],
    ['javascript:alert(1)', undefined],
    ['', undefined],
  ])('%s is fetched at %s', (typed, wanted) => expect(feedAddress(typed)).toBe(wanted))
})

test('hostOf gives the host without www., or the text itself', () => {
  expect(hostOf('https://www.gazette.example:8443/x')).toBe('gazette.example')
  expect(hostOf('no address')).toBe('no address')
})

describe('maskSecrets', () => {
  test.each([
    ['https://user:pw@a.example/feed', 'https://***@a.example/feed'],
    ['https://a.example/feed?token=abc&page=2', 'https://a.example/feed?token=***&page=2'],
    ['https://a.example/feed?api_key=abc#x', 'https://a.example/feed?api_key=***#x'],
    ['https://a.example/feed?u=9f8e7d6c5b4a39281706f5e4', 'https://a.example/feed?u=***'],
    ['https://a.example/feed?format=rss', 'https://a.example/feed?format=rss'],
    ['feed://user:pw@a.example/', 'feed://***@a.example/'],
    ['plain words', 'plain words'],
  ])('%s is shown as %s', (url, wanted) => expect(maskSecrets(url)).toBe(wanted))
})
