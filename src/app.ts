import type { Command } from './command.ts'
import type { UseCases } from './command-cases.ts'
import { createDeliverer, type Deliverer } from './digests/deliver.ts'
import { createHandler } from './handler.ts'
import type { PlatformName } from './model/briefing.ts'
import type { Feed } from './model/feed.ts'
import type { Log } from './ports/log.ts'
import type { CommandHandler, Platform } from './ports/platform.ts'
import { type Clusterer, createClusterer } from './use-cases/clustering.ts'
import { postCorrections } from './use-cases/corrected-posts.ts'
import { demandCases } from './use-cases/demand.ts'
import { writeDueEditions } from './use-cases/editions.ts'
import { filterCases } from './use-cases/filters.ts'
import { followCases } from './use-cases/follows.ts'
import { importCases } from './use-cases/imports.ts'
import { announceNew } from './use-cases/instant.ts'
import { tellFeedHealth } from './use-cases/notices.ts'
import { overviewCases } from './use-cases/overview.ts'
import type { AppParts } from './use-cases/parts.ts'
import { readingCases } from './use-cases/reading.ts'
import { createTimeKeeper } from './use-cases/right-times.ts'
import { scheduleCases } from './use-cases/schedules.ts'
import { settingsCases } from './use-cases/settings.ts'
import { subscriptionCases } from './use-cases/subscriptions.ts'

/** A missed briefing waits so long for the first round of polls. */
const FIRST_POLL_LIMIT_MS = 3 * 60_000
/** And so long for grouping that fails. */
const GROUPING_LIMIT_MS = 30 * 60_000

/** Calls `run` again and again until stopped; never twice at once. node-cron in the product, a test's hand in tests. */
export type Ticker = (name: string, run: () => Promise<void>) => { stop(): Promise<void> }

/** How long sends and commands under way may take when the process is to end. */
const GIVE_UP_AFTER_MS = 8_000
/** No part of the application keeps the process from ending for longer. */
const STOP_PART_WITHIN_MS = 10_000

export interface App extends UseCases {
  readonly handler: CommandHandler
  readonly clusterer: Clusterer
  /** One round of each loop: poll what is due; group, write editions and posts; send what is owed. */
  readonly work: {
    readonly poll: () => Promise<void>
    readonly digest: () => Promise<void>
    readonly deliver: () => Promise<void>
    /** Sets right what a wrong clock has left; looks once an hour, and when the clock went backwards. */
    readonly times: () => Promise<void>
  }
  /** Connects the platforms and starts the loops; returns early when it is stopped meanwhile. @throws StartError */
  start(): Promise<void>
  /**
   * Begins nothing new at once, waits some seconds for sends and commands under way, then gives them up; always ends,
   * never throws. Safe to call twice.
   */
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
  { closing: signal, giveUp }: Pick<Shutdown, 'closing' | 'giveUp'>,
): App['work'] {
  const { clock, feeds } = parts
  const startedMs = clock.now().getTime()
  let hasPolled = false
  /** After downtime the feeds are read before the missed briefing is written: it shall tell what happened meanwhile. */
  const isCaughtUp = (): boolean => hasPolled || clock.now().getTime() - startedMs > FIRST_POLL_LIMIT_MS
  const poll = guarded('poll', () => feeds.poll(signal))
  let isComplete = false
  let failingSinceMs: number | undefined
  const cluster = guarded('cluster', async () => {
    isComplete = await clusterer.run(signal)
  })
  /** An edition without what could not be grouped yet would say "nothing new": it waits, but not for ever. */
  async function isGrouped(): Promise<boolean> {
    isComplete = false
    await cluster()
    const nowMs = clock.now().getTime()
    failingSinceMs = isComplete ? undefined : (failingSinceMs ?? nowMs)
    return failingSinceMs === undefined || nowMs - failingSinceMs > GROUPING_LIMIT_MS
  }
  const editions = guarded('editions', () => writeDueEditions(parts, signal))
  const announce = guarded('announce', () => announceNew(parts, signal))
  const correct = guarded('corrections', () => postCorrections(parts, signal))
  const health = guarded('health', () => tellFeedHealth(parts))
  return {
    async poll() {
      await poll()
      hasPolled = true
    },
    // Each step for itself: one that fails keeps no other back.
    async digest() {
      if ((await isGrouped()) && isCaughtUp()) await editions()
      await announce()
      await correct()
      await health()
    },
    deliver: guarded('deliver', () => deliverer.deliverDue(signal, giveUp)),
    times: guarded('times', createTimeKeeper(parts)),
  }
}

interface Shutdown {
  /** Aborted first: nothing new is begun. */
  readonly closing: AbortSignal
  /** Aborted later: sends and commands under way are given up. */
  readonly giveUp: AbortSignal
  /** Begins the end; resolves when all of this has stopped, or its time is over. Never throws; once. */
  stop(running: () => Readonly<Record<string, Promise<unknown>>>): Promise<void>
}

/** How the application ends: in two steps, and always. */
function createShutdown({ clock, log }: Pick<AppParts, 'clock' | 'log'>): Shutdown {
  const closing = new AbortController()
  const ending = new AbortController()
  let stopped: Promise<void> | undefined

  /** Waits for a part of the application; a failure or a delay is logged and stops nothing else. */
  async function ended(part: string, work: Promise<unknown>): Promise<void> {
    const done = new AbortController()
    const late = clock.sleep(STOP_PART_WITHIN_MS, done.signal).then(
      () => log.error({ part }, 'did not stop in time'),
      () => undefined,
    )
    const stopping = work.catch(error => log.error({ part, error }, 'could not be stopped'))
    await Promise.race([stopping, late])
    done.abort()
  }

  async function end(running: Parameters<Shutdown['stop']>[0]): Promise<void> {
    closing.abort()
    const done = new AbortController()
    void clock.sleep(GIVE_UP_AFTER_MS, done.signal).then(
      () => ending.abort(),
      () => undefined,
    )
    await Promise.all(Object.entries(running()).map(([name, work]) => ended(name, work)))
    done.abort()
    ending.abort()
  }

  return {
    closing: closing.signal,
    giveUp: ending.signal,
    stop(running) {
      stopped ??= end(running)
      return stopped
    },
  }
}

/**
 * Puts the application together.
 * @param owner name of this process, for work that must have one owner
 */
export function createApp(parts: AppParts, commands: readonly Command[], ticker: Ticker, owner: string): App {
  const { platforms, store, clock, log, feeds } = parts
  const shutdown = createShutdown(parts)
  // What may end at any time without harm (polls, editions) ends with it.
  const signal = shutdown.closing
  /** Platforms that are connected. */
  const ready = new Set<PlatformName>()
  const deliverer = createDeliverer({ store, platforms, isReady: name => ready.has(name), clock, log })
  const clusterer = createClusterer(parts, owner)
  const background = new Set<Promise<void>>()

  const guarded = createGuard(log, signal)
  const work = createWork(parts, clusterer, deliverer, guarded, shutdown)

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
    ...importCases(parts),
    ...readingCases(parts),
    ...demandCases(parts),
    ...followCases(parts),
    ...scheduleCases(parts),
    ...filterCases(parts),
    ...overviewCases(parts),
    ...settingsCases(parts),
  }
  const handler = createHandler(useCases, commands, parts, () => signal.aborted)
  async function startPlatform(platform: Platform): Promise<void> {
    await platform.start(handler, shutdown.giveUp)
    ready.add(platform.name)
  }

  /** One loop a platform: a hanging one does not hold the others. */
  const sending = platforms.map(({ name }) => {
    const run = guarded(`deliver ${name}`, () => deliverer.deliverDue(signal, shutdown.giveUp, [name]))
    return [`deliver ${name}`, run] as const
  })

  let tickers: (readonly [string, ReturnType<Ticker>])[] = []

  return {
    ...useCases,
    handler,
    clusterer,
    work,
    async start() {
      // A platform that can not be reached goes on trying; feeds and the other platforms do not wait for it.
      const { times, poll, digest } = work
      tickers = [...Object.entries({ times, poll, digest }), ...sending].map(
        ([name, run]) => [name, ticker(name, run)] as const,
      )
      try {
        await Promise.all(platforms.map(startPlatform))
      } catch (error) {
        // Stopped before it had started: whoever stops it waits for the end.
        if (!signal.aborted) throw error
      }
    },
    stop() {
      return shutdown.stop(() => ({
        ...Object.fromEntries(tickers.map(([name, running]) => [name, running.stop()])),
        ...Object.fromEntries(platforms.map(platform => [platform.name, platform.stop()])),
        background: Promise.all(background),
      }))
    },
  }
}
