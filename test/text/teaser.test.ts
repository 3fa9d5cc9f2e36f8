import { describe, expect, test } from 'vitest'
import { normalizeEntries } from '../../src/feeds/normalize.ts'
import { parseFeed } from '../../src/feeds/parse.ts'
import type { FeedId } from '../../src/model/feed.ts'
import { printEditions } from '../../src/newsstand/edition.ts'
import { feedType, writeFeed } from '../../src/newsstand/formats.ts'
import { isTeaser, isWholeOf } from '../../src/text/teaser.ts'

const WHOLE = 'The bridge over the Aln was opened on Monday after two years of work, the mayor said. '.repeat(10).trim()

describe('a teaser', () => {
  test.each([
    ['nothing', ''],
    ['one sentence', 'The bridge was opened on Monday.'],
    ['a long text that ends in an ellipsis', `${WHOLE} The county …`],
    ['a long text that ends in three points', `${WHOLE} The county...`],
    ['a long text that ends in brackets', `${WHOLE} The county […]`],
    ['a long text that ends in an invitation', `${WHOLE}\n\nRead more »`],
    ['a long text that ends in a German invitation', `${WHOLE}\n\nWeiterlesen`],
    ['a long text that ends in a Russian invitation', `${WHOLE}\n\nЧитать далее →`],
    ['a long text that ends like that of a well-known publishing system', `${WHOLE}\n\nContinue reading The bridge`],
  ])('is %s', (_, text) => expect(isTeaser({ text })).toBe(true))

  test.each([
    ['a long text', WHOLE],
    ['a long text with an ellipsis inside', `Well… it is done. ${WHOLE}`],
    ['a long text that speaks of reading', `${WHOLE} People read more than before, the library said on Monday.`],
  ])('is not %s', (_, text) => expect(isTeaser({ text })).toBe(false))

  test('is no entry of the sample newsstand: nothing more is fetched there', async () => {
    const now = new Date('2026-03-04T05:06:07Z')
    const owner = { id: 'f' as FeedId, url: 'http://a.example/', title: 'A', topics: [] }
    let seen = 0
    for (const edition of printEditions(now)) {
      const options = { url: 'http://a.example/feed', contentType: feedType(edition.outlet) }
      const parsed = await parseFeed(Buffer.from(writeFeed(edition)), options)
      const articles = normalizeEntries(parsed, owner, now)
      expect(articles.filter(isTeaser).map(({ title }) => title)).toEqual([])
      seen += articles.length
    }
    expect(seen).toBeGreaterThan(20)
  })
})

describe('a text is the whole of a teaser', () => {
  const title = 'Bridge over the Aln opened'
  test.each([
    ['that shares its words', 'The bridge over the Aln was opened…', WHOLE, true],
    ['without words of its own, by its title', 'Comments', WHOLE, true],
    ['that is empty, by its title', '', WHOLE, true],
    ['of which it has no word', 'Subscribe today: unlimited access, cancel anytime, special offer.', WHOLE, false],
    ['that is hardly shorter', WHOLE.slice(0, -100), WHOLE, false],
    ['that took its place: a notice', 'This article has been retracted by its authors.', WHOLE, false],
  ])('%s', (_, text, page, expected) => expect(isWholeOf(page, { title, text })).toBe(expected))

  test('not when the page asks for consent', () => {
    const page = 'Before you continue, we and our partners ask to store cookies and process personal data. '.repeat(9)
    expect(isWholeOf(page, { title, text: 'The bridge over the Aln was opened…' })).toBe(false)
  })

  test('also in scripts without blanks', () => {
    const teaser = { title: '大桥通车', text: '市长周一说,大桥已经通车…' }
    expect(isWholeOf('市长周一在开幕式上说,经过两年的工程,大桥已经通车。'.repeat(12), teaser)).toBe(true)
    expect(isWholeOf('请先登录以继续阅读本网站的内容。'.repeat(20), teaser)).toBe(false)
  })
})
