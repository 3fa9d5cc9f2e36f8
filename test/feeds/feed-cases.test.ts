import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseFeed } from '../../src/feeds/parse.ts'

const SHARED = new URL('../../../shared/', import.meta.url)
const CASES = new URL('data/feeds/cases.json', SHARED)
const COMPARE = new URL('tools/lib/feed-compare.mjs', SHARED)
const isThere = existsSync(CASES) && existsSync(COMPARE)

interface FeedCase {
  readonly id: string
  readonly category: string
  readonly file: string
  readonly headers?: Readonly<Record<string, string>>
}
type Compare = (wanted: FeedCase, feed: unknown) => readonly (readonly [string, boolean])[]

/** Cases that must pass at least, per group; what was reached when this was written is one or two more. */
const FLOORS: readonly (readonly [group: string, categories: RegExp, passed: number])[] = [
  ['real captures', /^real-/, 121],
  [
    'core fields',
    /^(?:fp-(?:atom|atom10|rss|rdf|namespace|amp|itunes|media-rss|sgml|xml|lang)|go-.*|mini-(?:atom|rss|rdf)|feedrs-(?:atom|rss\d))$/,
    509,
  ],
  ['relative addresses', /^fp-(?:base|http)$/, 33],
  ['encodings', /^(?:fp-encoding-(?:text|chardet)|codepage-web)$/, 27],
  ['malformed XML', /^fp-illformed$/, 5],
  ['HTML entities', /^fp-entities$/, 150],
  ['bodies', /^fp-sanitize$/, 380],
  ['dates', /^dates-/, 26],
  ['JSON Feed', /json/, 21],
]

function addressOf({ headers = {} }: FeedCase): string | undefined {
  const url = headers['x-feed-url']?.trim()
  const location = headers['content-location']
  return location === undefined ? url : (URL.parse(location, url)?.href ?? location)
}

async function passes(one: FeedCase, compare: Compare): Promise<boolean> {
  const bytes = readFileSync(new URL(`data/feeds/files/${one.file}`, SHARED))
  const options = { contentType: one.headers?.['content-type'], url: addressOf(one) }
  const feed = await parseFeed(bytes, options).catch(() => undefined)
  const read = feed && {
    title: feed.title,
    link: feed.siteUrl,
    language: feed.language,
    encoding: feed.encoding,
    items: feed.entries.map(entry => ({
      ...entry,
      link: entry.url,
      published: entry.publishedAt,
      updated: entry.updatedAt,
      author: entry.authors.join(', '),
    })),
  }
  return compare(one, read).every(([, passed]) => passed)
}

if (!isThere) console.warn('SKIPPED: the shared feed cases are not beside the project (../shared)')

test.runIf(isThere).each(FLOORS)(
  'of the public feed cases "%s" no fewer pass than before',
  async (_, pattern, floor) => {
    const { compare } = (await import(COMPARE.href)) as { compare: Compare }
    const cases = (JSON.parse(readFileSync(CASES, 'utf8')) as readonly FeedCase[]).filter(one =>
      pattern.test(one.category),
    )
    const failed: string[] = []
    for (const one of cases) if (!(await passes(one, compare))) failed.push(one.id)
    expect(cases.length - failed.length, failed.join('\n')).toBeGreaterThanOrEqual(floor)
  },
)
