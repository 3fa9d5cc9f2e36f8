import type { Command, UseCases } from './command.ts'
import { createDeliverer, type Deliverer } from './digests/deliver.ts'
import { createHandler } from './handler.ts'
import type { PlatformName } from './model/briefing.ts'
import type { Feed } from './model/feed.ts'
import type { Log } from './ports/log.ts'
import type { CommandHandler, Platform } from './ports/platform.ts'
import { type Clusterer, createClusterer } from './use-cases/clustering.ts'
import { writeDueEditions } from './use-cases/editions.ts'
import { announceNew } from './use-cases/instant.ts'
import { overviewCases } from './use-cases/overview.ts'
import type { AppParts } from './use-cases/parts.ts'
import { readingCases } from './use-cases/reading.ts'
import { scheduleCases } from './use-cases/schedules.ts'
import { subscriptionCases } from './use-cases/subscriptions.ts'

/** A missed briefing waits so long for the first round of polls. */
const FIRST_POLL_LIMIT_MS = 3 * 60_000

/** Calls `run` again and again until stopped; never twice at once. node-cron in the product, a test's hand in tests. */
export type Ticker = (name: string, run: () => Promise<void>) => { stop(): Promise<void> }

export interface App extends UseCases {
  readonly handler: CommandHandler
  readonly clusterer: Clusterer
  /** One round of each loop: poll what is due; group, write editions and posts; send what is owed. */
  readonly work: {
    readonly poll: () => Promise<void>
    readonly digest: () => Promise<void>
    readonly deliver: () => Promise<void>
  }
  /** Connects the platforms and starts the loops. @throws StartError */
  start(): Promise<void>
  /** Stops the loops and the platforms, waits for what is under way. Safe to call twice. */
  stop(): Promise<void>
}

type Guard = (name: string, run: () => Promise<unknown>) => () => Promise<void>

/** A failure in a loop is logged and tried again at its next round; it ends nothing else. */
function createGuard(log: Log, signal: AbortSignal): Guard {
  return (name, run) => async () => {
    if (signal.aborted) return
    try {
      await run()
    } catch (error) {
      if (!signal.aborted) log.error({ loop: name, error }, 'a round of work failed; it is tried again')
    }
  }
}

function createWork(
  parts: AppParts,
  clusterer: Clusterer,
  deliverer: Deliverer,
  guarded: Guard,
  signal: AbortSignal,
): App['work'] {
  const { clock, feeds } = parts
  const startedMs = clock.now().getTime()
  let hasPolled = false
  /** After downtime the feeds are read before the missed briefing is written: it shall tell what happened meanwhile. */
  const isCaughtUp = (): boolean => hasPolled || clock.now().getTime() - startedMs > FIRST_POLL_LIMIT_MS
  const poll = guarded('poll', () => feeds.poll(signal))
  const cluster = guarded('cluster', () => clusterer.run(signal))
  const editions = guarded('editions', () => writeDueEditions(parts, signal))
  const announce = guarded('announce', () => announceNew(parts, signal))
  return {
    async poll() {
      await poll()
      hasPolled = true
    },
    // Each step for itself: one that fails keeps no other back.
    async digest() {
      await cluster()
      if (isCaughtUp()) await editions()
      await announce()
    },
    deliver: guarded('deliver', () => deliverer.deliverDue(signal)),
  }
}

/**
 * Puts the application together.
 * @param owner name of this process, for work that must have one owner
 */
export function createApp(parts: AppParts, commands: readonly Command[], ticker: Ticker, owner: string): App {
  const { platforms, store, clock, log, feeds } = parts
  const ending = new AbortController()
  const { signal } = ending
  /** Platforms that are connected. */
  const ready = new Set<PlatformName>()
  const deliverer = createDeliverer({ store, platforms, isReady: name => ready.has(name), clock, log })
  const clusterer = createClusterer(parts, owner)
  const background = new Set<Promise<void>>()

  const guarded = createGuard(log, signal)
  const work = createWork(parts, clusterer, deliverer, guarded, signal)

  function pollSoon(wanted: readonly Feed[]): void {
    if (wanted.length === 0) return
    const ids = wanted.map(({ id }) => id)
    const task = guarded('poll', async () => {
      await feeds.poll(signal, ids)
      await clusterer.run(signal)
    })()
    background.add(task)
    void task.finally(() => background.delete(task))
  }

  const useCases: UseCases = {
    ...subscriptionCases(parts, pollSoon, () => clusterer.run(signal)),
    ...readingCases(parts),
    ...scheduleCases(parts),
    ...overviewCases(parts),
  }
  const handler = createHandler(useCases, commands, parts)
  async function startPlatform(platform: Platform): Promise<void> {
    await platform.start(handler, signal)
    ready.add(platform.name)
  }

  let tickers: ReturnType<Ticker>[] = []

  return {
    ...useCases,
    handler,
    clusterer,
    work,
    async start() {
      // A platform that can not be reached goes on trying; feeds and the other platforms do not wait for it.
      tickers = Object.entries(work).map(([name, run]) => ticker(name, run))
      await Promise.all(platforms.map(startPlatform))
    },
    async stop() {
      ending.abort()
      await Promise.all(tickers.map(running => running.stop()))
      await Promise.all(platforms.map(platform => platform.stop()))
      await Promise.all(background)
    },
  }
}
