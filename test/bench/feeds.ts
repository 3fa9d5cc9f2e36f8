import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { Agent, request } from 'undici'
import { newFeed } from '../../src/feeds/feed-id.ts'
import { createFetcher } from '../../src/feeds/fetch.ts'
import { createParserPool } from '../../src/feeds/parser-pool.ts'
import { createPoller } from '../../src/feeds/poll.ts'
import type { ChannelId } from '../../src/model/briefing.ts'
import type { Clock } from '../../src/ports/clock.ts'
import type { Store } from '../../src/ports/store.ts'
import { openSqliteStore } from '../../src/stores/sqlite.ts'
import { silentLog as log } from '../fakes/log.ts'
import { measure, printTable } from './measure.ts'

const FEEDS = 1000
/** Names under which the farm is reached, so that the limits per host hold as they do outside. */
const HOSTS = 32
const AT_ONCE = 32
const ROUND_MS = 2 * 3_600_000
const { signal } = new AbortController()

/** Starts the farm; it is killed with `stop`. */
async function startFarm(): Promise<{ readonly port: number; stop(): void }> {
  const file = fileURLToPath(new URL('farm.ts', import.meta.url))
  const child = spawn(process.execPath, [file], { stdio: ['ignore', 'pipe', 'inherit'] })
  const first = await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next()
  return { port: Number(first.value), stop: () => void child.kill() }
}

/** The same requests by bare undici: kept connections, no guard, no parsing, no store. */
async function bareRound(port: number, feeds: number, etags: Map<number, string>): Promise<number> {
  const agent = new Agent({ connections: AT_ONCE })
  let next = 0
  const work = async (): Promise<void> => {
    for (let number = next++; number < feeds; number = next++) {
      const etag = etags.get(number)
      const headers = etag === undefined ? {} : { 'if-none-match': etag }
      const response = await request(`http://127.0.0.1:${port}/${number}`, { dispatcher: agent, headers })
      await response.body.arrayBuffer()
      etags.set(number, String(response.headers.etag))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  await agent.close()
  return feeds
}

async function keepFeeds(store: Store, count: number, now: Date): Promise<void> {
  const channelId = 'terminal:bench' as ChannelId
  await store.saveChannel({ id: channelId, platform: 'terminal', address: 'bench', language: 'en', timezone: 'UTC' })
  for (let number = 0; number < count; number += 1) {
    const url = `http://farm-${number % HOSTS}.example/${number}`
    const feed = await store.addFeed(newFeed(url, { title: `Feed ${number}` }, now))
    await store.subscribe({ channelId, feedId: feed.id, mode: 'digest', createdAt: now })
  }
}

/**
 * Polls a farm of feeds on loopback, all at once: cold (everything is new), then warm (nine of ten answer 304), beside the
 * same requests by bare undici. Everything is as in the product: guard, parser threads, SQLite on disk.
 * @param options `--feeds N` (1,000; 10,000 is the promise)
 */
export async function benchFeeds(options: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...options], options: { feeds: { type: 'string', default: String(FEEDS) } } })
  const count = Number(values.feeds)
  const folder = mkdtempSync(join(tmpdir(), 'tidings-bench-'))
  const farm = await startFarm()
  let aheadMs = 0
  const clock: Clock = {
    now: () => new Date(Date.now() + aheadMs),
    sleep: (ms, stop) => wait(ms, undefined, stop === undefined ? {} : { signal: stop }),
  }
  const store = await openSqliteStore({ path: join(folder, 'news.db'), now: () => clock.now() })
  const allow = Array.from({ length: HOSTS }, (_, index) => ({
    host: `farm-${index}.example`,
    port: 80,
    connectTo: { host: '127.0.0.1', port: farm.port },
  }))
  const fetcher = createFetcher({ allow, userAgent: 'Tidings bench', clock })
  const pool = createParserPool()
  const parts = { store, fetcher, parse: pool.parse, clock, random: Math.random, log, spacingMs: () => 0 }
  const poller = createPoller(parts)
  const poll = async (): Promise<number> => {
    const { polled, failed } = await poller.pollDue(signal)
    if (failed > 0) throw new Error(`${failed} of ${polled} polls failed`)
    return polled
  }
  try {
    await keepFeeds(store, count, clock.now())
    const etags = new Map<number, string>()
    const nextRound = () => request(`http://127.0.0.1:${farm.port}/next-round`).then(({ body }) => body.dump())
    // The poller comes first: memory that the other leaves behind is not its own.
    const rows = [await measure('poller, cold', poll)]
    await nextRound()
    aheadMs = ROUND_MS
    rows.push(await measure('poller, warm', poll))
    rows.push(await measure('bare undici, cold', () => bareRound(farm.port, count, etags)))
    await nextRound()
    rows.push(await measure('bare undici, warm', () => bareRound(farm.port, count, etags)))
    const { articles } = await store.countArticles()
    console.log(`${count} feeds, ${articles} articles, ${availableParallelism()} cores, Node ${process.version}`)
    printTable(rows, name => name.replace('poller', 'bare undici'))
    const startedMs = performance.now()
    await store.searchArticles({ groups: [['harbour']], limit: 1 })
    console.log(
      `The first search, which waits until all of it is indexed: ${Math.round(performance.now() - startedMs)} ms`,
    )
  } finally {
    farm.stop()
    await Promise.all([fetcher.close(), pool.close()])
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
