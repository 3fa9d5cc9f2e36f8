import packageFile from '../package.json' with { type: 'json' }
import { systemClock } from '../src/clock.ts'
import { createFetcher } from '../src/feeds/fetch.ts'
import type { Fetcher } from '../src/feeds/fetched.ts'
import { createHostGate } from '../src/feeds/host-gate.ts'
import { createParserPool } from '../src/feeds/parser-pool.ts'
import { type ParseFeed, parseOptions } from '../src/feeds/poll-result.ts'
import type { PackFeed } from '../src/model/feed.ts'
import { loadPackFeeds } from './feeds.ts'

const FETCHES_AT_ONCE = 16
const HOST_SPACING_MS = 1000

interface Check {
  readonly feed: PackFeed
  readonly isGood: boolean
  /** How many items, or what is wrong. */
  readonly finding: string
}

/** Fetches and reads one starter feed. Never throws: what is wrong is the finding. */
async function checkFeed(feed: PackFeed, fetcher: Fetcher, parse: ParseFeed, signal: AbortSignal): Promise<Check> {
  try {
    const document = await fetcher.fetch(feed.url, { accept: 'feed', signal })
    if (document.kind !== 'fetched') return { feed, isGood: false, finding: 'not modified' }
    const { entries } = await parse(document.bytes, parseOptions(document), signal)
    const moved = document.movedTo === undefined ? '' : `, moved to ${document.movedTo}`
    return { feed, isGood: entries.length > 0, finding: `${entries.length} items${moved}` }
  } catch (error) {
    return { feed, isGood: false, finding: error instanceof Error ? error.message : String(error) }
  }
}

const line = ({ feed, isGood, finding }: Check): string =>
  `${isGood ? 'ok  ' : 'FAIL'}  ${feed.language}  ${feed.topics.join(',').padEnd(24)}  ${finding}\n          ${feed.url}`

/** Prints a line per starter feed. @returns how many failed */
async function checkPacks(): Promise<number> {
  const contact = { userAgent: `Tidings/${packageFile.version} (check of the starter feeds)` }
  const fetcher = createFetcher({ allow: [], clock: systemClock, ...contact })
  const pool = createParserPool()
  const gate = createHostGate({
    clock: systemClock,
    atOnce: FETCHES_AT_ONCE,
    atOncePerHost: 2,
    spacingMs: () => HOST_SPACING_MS,
  })
  const { signal } = new AbortController()
  let failed = 0
  const check = async (feed: PackFeed): Promise<void> => {
    const leave = await gate.enter(new URL(feed.url).host, signal)
    const result = await checkFeed(feed, fetcher, pool.parse, signal).finally(leave)
    if (!result.isGood) failed += 1
    console.log(line(result))
  }
  try {
    const feeds = loadPackFeeds()
    await Promise.all(feeds.map(check))
    console.log(`\n${feeds.length - failed} of ${feeds.length} starter feeds can be read.`)
    return failed
  } finally {
    await Promise.all([fetcher.close(), pool.close()])
  }
}

process.exitCode = (await checkPacks()) === 0 ? 0 : 1
