import type { Command, UseCases } from './command.ts'
import { createDeliverer } from './digests/deliver.ts'
import { createHandler } from './handler.ts'
import type { PlatformName } from './model/briefing.ts'
import type { Feed } from './model/feed.ts'
import type { CommandHandler, Platform } from './ports/platform.ts'
import { makeTermMemory } from './stories/assign.ts'
import { clusterNew } from './use-cases/clustering.ts'
import { writeDueEditions } from './use-cases/editions.ts'
import { importCases } from './use-cases/imports.ts'
import { announceNew } from './use-cases/instant.ts'
import { overviewCases } from './use-cases/overview.ts'
import type { AppParts } from './use-cases/parts.ts'
import { readingCases } from './use-cases/reading.ts'
import { scheduleCases } from './use-cases/schedules.ts'
import { subscriptionCases } from './use-cases/subscriptions.ts'

/** Calls `run` again and again until stopped; never twice at once. node-cron in the product, a test's hand in tests. */
export type Ticker = (name: string, run: () => Promise<void>) => { stop(): Promise<void> }

export interface App extends UseCases {
  readonly handler: CommandHandler
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
  const memory = makeTermMemory()
  const background = new Set<Promise<void>>()

  /** A loop's failure is logged and tried again at its next round; it ends nothing else. */
  const guarded = (name: string, run: () => Promise<unknown>) => async (): Promise<void> => {
    if (signal.aborted) return
    try {
      await run()
    } catch (error) {
      if (!signal.aborted) log.error({ loop: name, error }, 'a round of work failed; it is tried again')
    }
  }

  const digest = guarded('digest', async () => {
    await clusterNew(parts, owner, memory, signal)
    await writeDueEditions(parts, signal)
    await announceNew(parts, signal)
  })
  const work = {
    poll: guarded('poll', () => feeds.poll(signal)),
    digest,
    deliver: guarded('deliver', () => deliverer.deliverDue(signal)),
  }

  function pollSoon(wanted: readonly Feed[]): void {
    if (wanted.length === 0) return
    const ids = wanted.map(({ id }) => id)
    const task = guarded('poll', async () => {
      await feeds.poll(signal, ids)
      await clusterNew(parts, owner, memory, signal)
    })()
    background.add(task)
    void task.finally(() => background.delete(task))
  }

  const useCases: UseCases = {
    ...subscriptionCases(parts, pollSoon),
    ...importCases(parts),
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
