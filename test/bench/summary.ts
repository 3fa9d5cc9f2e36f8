/**
 * What /summary costs the thread that answers people: the search of candidates, the mention trend and the whole use-case,
 * for a common, a middling and a rare word, beside FTS5's own ranking without a cap on the same file.
 *
 *   npm run bench -- summary [--articles N]    one size instead of the usual ones; 500000 is the promise
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { parseArgs } from 'node:util'
import type { Channel, ChannelId } from '../../src/model/briefing.ts'
import type { Store } from '../../src/ports/store.ts'
import { openSqliteStore } from '../../src/stores/sqlite.ts'
import { createExtractiveSummarizer } from '../../src/summarizers/extractive.ts'
import { gated } from '../../src/summarizers/gate.ts'
import { analyse, queryGroups } from '../../src/text/terms.ts'
import type { AppParts } from '../../src/use-cases/parts.ts'
import { readingCases } from '../../src/use-cases/reading.ts'
import { createFakeClock } from '../fakes/clock.ts'
import { silentLog as log } from '../fakes/log.ts'
import { BENCH_TOPICS, keepInvented } from './invented-articles.ts'

const SIZES = [10_000, 100_000]
const ROUNDS = 9
const CANDIDATES = 300
const DAY_MS = 86_400_000
const MS_PER_US = 1 / 1000
const MIB = 1024 * 1024
const NOW = new Date('2026-11-25T12:00:00Z')
const CHANNEL: Channel = {
  id: 'terminal:bench' as ChannelId,
  platform: 'terminal',
  address: 'bench',
  language: 'en',
  timezone: 'UTC',
}

interface Row {
  readonly articles: number
  readonly word: string
  readonly holds: number
  readonly what: string
  readonly cpuMs: string
  readonly 'x search': string
}

const medianOf = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

/** Median of the processor time that one run takes; the first, which reads the file into memory, does not count. */
async function cpuMsOf(work: () => unknown): Promise<number> {
  const times: number[] = []
  for (let round = 0; round <= ROUNDS; round += 1) {
    const before = process.cpuUsage()
    await work()
    const { user, system } = process.cpuUsage(before)
    if (round > 0) times.push((user + system) * MS_PER_US)
  }
  return medianOf(times)
}

function summaryOf(store: Store): (topic: string) => Promise<unknown> {
  const missing = (): never => {
    throw new Error('not part of this bench')
  }
  let ids = 0
  const parts: AppParts = {
    store,
    summarizer: gated(createExtractiveSummarizer()),
    feeds: { add: missing, addUnfetched: missing, addListed: missing, download: missing, poll: missing },
    platforms: [],
    packs: [],
    clock: createFakeClock(NOW),
    log,
    newId: () => `id${ids++}`,
    timezone: 'UTC',
  }
  const { summary } = readingCases(parts)
  const { signal } = new AbortController()
  return topic => summary(CHANNEL, { topic, length: 'normal', language: 'en', seenBy: 'everybody' }, signal)
}

async function benchSize(articles: number, folder: string): Promise<readonly Row[]> {
  const path = join(folder, `${articles}.db`)
  const store = await openSqliteStore({ path, now: () => NOW })
  await keepInvented(store, articles, NOW)
  console.log(`${articles} articles, ${Math.round(statSync(path).size / MIB)} MiB`)
  const summary = summaryOf(store)
  const bare = new DatabaseSync(path, { readOnly: true })
  const ranked = bare.prepare(
    `SELECT rowid FROM article_terms WHERE article_terms MATCH ? ORDER BY bm25(article_terms) LIMIT ${CANDIDATES}`,
  )
  const holders = bare.prepare('SELECT count(*) AS holds FROM article_terms WHERE article_terms MATCH ?')
  const rows: Row[] = []
  for (const [word, topic] of Object.entries(BENCH_TOPICS)) {
    const groups = queryGroups(topic)
    const match = `"${analyse(topic, 'en').join(' ')}"`
    const search = () => store.searchArticles({ groups, atLeast: 1, limit: CANDIDATES })
    const trend = () => store.countMentions({ groups, to: NOW, bucketMs: DAY_MS, buckets: 14 })
    const searchMs = await cpuMsOf(search)
    // Counted after a search: the first one brings the index up to what was kept.
    const holds = Number(holders.get(match)?.holds ?? 0)
    const add = (what: string, ms: number): void =>
      void rows.push({ articles, word, holds, what, cpuMs: ms.toFixed(1), 'x search': (ms / searchMs).toFixed(2) })
    add('FTS5 bm25() without cap, ids only', await cpuMsOf(() => ranked.all(match)))
    add('searchArticles', searchMs)
    add('countMentions', await cpuMsOf(trend))
    add('/summary, whole', await cpuMsOf(() => summary(topic)))
  }
  bare.close()
  const nothingMs = await cpuMsOf(() => summary('xylophonist').catch(() => undefined))
  rows.push({
    articles,
    word: 'none',
    holds: 0,
    what: '/summary, nothing found',
    cpuMs: nothingMs.toFixed(1),
    'x search': '',
  })
  await store.close()
  return rows
}

/**
 * Prints milliseconds of processor time (medians of nine runs, the file in memory).
 * @param options `--articles N` (10,000 and 100,000)
 */
export async function benchSummary(options: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...options], options: { articles: { type: 'string' } } })
  const sizes = values.articles === undefined ? SIZES : [Number(values.articles)]
  const folder = mkdtempSync(join(tmpdir(), 'tidings-bench-'))
  try {
    const rows: Row[] = []
    for (const size of sizes) rows.push(...(await benchSize(size, folder)))
    console.table(rows)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
