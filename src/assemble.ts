import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import nodeCron from 'node-cron'
import { commands } from '../commands/index.ts'
import type { Config } from '../config/env.ts'
import packageFile from '../package.json' with { type: 'json' }
import { type App, createApp, type Ticker } from './app.ts'
import { specOf } from './command.ts'
import { addFeedAt } from './feeds/add.ts'
import { downloadList } from './feeds/download.ts'
import { createFetcher } from './feeds/fetch.ts'
import type { AllowedHost } from './feeds/guard.ts'
import { addListedFeed, addPackFeed } from './feeds/listed.ts'
import { OPML_BYTES_MAX } from './feeds/opml-read.ts'
import { createParserPool } from './feeds/parser-pool.ts'
import { createPoller } from './feeds/poll.ts'
import type { Pack } from './model/feed.ts'
import { createDiscordPlatform } from './platforms/discord/discord.ts'
import { createTelegramPlatform } from './platforms/telegram/telegram.ts'
import { createTerminalPlatform, type TerminalOptions } from './platforms/terminal/terminal.ts'
import type { Clock } from './ports/clock.ts'
import type { Log } from './ports/log.ts'
import type { Platform } from './ports/platform.ts'
import type { Store } from './ports/store.ts'
import { openSqliteStore } from './stores/sqlite.ts'
import { createExtractiveSummarizer } from './summarizers/extractive.ts'
import { queryGroups } from './text/terms.ts'
import type { AppParts, FeedAccess } from './use-cases/parts.ts'

const TICK = '*/5 * * * * *'
/** Between the starts of two requests to one host. */
const HOST_SPACING_MS = 1000
const ID_BYTES = 12
const BASE36 = 36

/** What differs between the product, the sample newsstand and a test that boots the whole. */
export interface Wiring {
  readonly config: Config
  readonly clock: Clock
  readonly ticker: Ticker
  /** 0 (inclusive) to 1. */
  readonly random: () => number
  readonly log: Log
  readonly packs: readonly Pack[]
  /** Hosts that feeds may be read from besides public ones. */
  readonly allow: readonly AllowedHost[]
  readonly terminal?: Pick<TerminalOptions, 'input' | 'output' | 'greeting' | 'historyFile' | 'locale' | 'onEnd'>
}

/** The whole bot, not yet started. */
export interface Tidings {
  readonly app: App
  readonly parts: AppParts
  /** Name of this process, for leases. */
  readonly owner: string
  /** Stops everything and closes the database. */
  close(): Promise<void>
}

const newId = (): string => BigInt(`0x${randomBytes(ID_BYTES).toString('hex')}`).toString(BASE36)

function userAgent({ contactUrl }: Config): string {
  const contact = contactUrl === undefined ? '' : ` (+${contactUrl})`
  return `Tidings/${packageFile.version}${contact}`
}

function platformsOf({ config, clock, log, terminal }: Wiring, store: Store): readonly Platform[] {
  const shared = { commands: commands.map(specOf), state: store, clock, log }
  const isPublic = (name: string, options: Readonly<Record<string, string>>): boolean =>
    commands.find(command => command.name === name)?.isPublic(options) ?? false
  return [
    ...(config.discordToken === undefined
      ? []
      : [
          createDiscordPlatform({
            ...shared,
            token: config.discordToken,
            isPublic,
            ...(config.discordApiUrl === undefined ? {} : { restUrl: config.discordApiUrl }),
          }),
        ]),
    ...(config.telegramToken === undefined
      ? []
      : [
          createTelegramPlatform({
            ...shared,
            token: config.telegramToken,
            ...(config.telegramApiUrl === undefined ? {} : { apiRoot: config.telegramApiUrl }),
          }),
        ]),
    ...(terminal === undefined ? [] : [createTerminalPlatform({ ...shared, ...terminal })]),
  ]
}

/** The way to the publishers, and how to close it. */
function openFeeds(
  { config, clock, log, allow, random }: Wiring,
  store: Store,
): FeedAccess & { close(): Promise<void> } {
  const fetcher = createFetcher({ allow, userAgent: userAgent(config), clock })
  const lists = createFetcher({ allow, userAgent: userAgent(config), clock, limits: { wireBytes: OPML_BYTES_MAX } })
  const pool = createParserPool()
  const { parse } = pool
  // A host that is this very machine under another name is nobody's server to be spared.
  const own = new Set(allow.filter(({ connectTo }) => connectTo !== undefined).map(({ host }) => host))
  const spacing = { spacingMs: (host: string): number => (own.has(host) ? 0 : HOST_SPACING_MS) }
  const poller = createPoller({ store, fetcher, parse, clock, log, random, ...spacing })
  return {
    add: (address, signal) => addFeedAt(address, [], { store, fetcher, parse, clock, random }, signal),
    addUnfetched: feed => addPackFeed(feed, { store, clock }),
    addListed: feed => addListedFeed(feed, { store, clock, allow }),
    download: (url, signal) => downloadList(url, lists, signal),
    poll: (signal, only, onPolled) =>
      poller.pollDue(signal, {
        ...(only === undefined ? {} : { only }),
        ...(onPolled === undefined ? {} : { onPolled: ({ added }) => onPolled(added) }),
      }),
    async close() {
      await Promise.all([fetcher.close(), lists.close(), pool.close()])
    },
  }
}

/** Opens the database and puts everything together. @throws StoreError, StartError */
export async function assemble(wiring: Wiring): Promise<Tidings> {
  // Builds the table of names (a sixth of a second) before anybody waits for an answer.
  queryGroups('news')
  const { config, clock, log, packs } = wiring
  const store = await openSqliteStore({ path: config.databasePath, now: () => clock.now(), log })
  const feeds = openFeeds(wiring, store)
  const platforms = platformsOf(wiring, store)
  const summarizer = createExtractiveSummarizer()
  const parts = { store, summarizer, feeds, platforms, packs, clock, log, newId, timezone: config.timezone }
  const owner = `${hostname()}:${process.pid}`
  const app = createApp(parts, commands, wiring.ticker, owner)
  return {
    app,
    parts,
    owner,
    async close() {
      await app.stop()
      await feeds.close()
      await store.close()
    },
  }
}

/** node-cron gives the ticks; the first comes at once. A round that outlasts a tick makes it skip, not pile up. */
export const cronTicker: Ticker = (name, run) => {
  let current = run()
  const task = nodeCron.schedule(TICK, () => (current = run()), { name, noOverlap: true })
  return {
    async stop() {
      await task.destroy()
      await current
    },
  }
}
