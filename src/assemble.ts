import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import nodeCron from 'node-cron'
import { commands } from '../commands/index.ts'
import type { Config } from '../config/env.ts'
import packageFile from '../package.json' with { type: 'json' }
import { type App, createApp, type Ticker } from './app.ts'
import { specOf } from './command.ts'
import { addFeedAt } from './feeds/add.ts'
import { createComplaints } from './feeds/complaints.ts'
import { downloadList } from './feeds/download.ts'
import { createFetcher } from './feeds/fetch.ts'
import { PAGE_LIMITS } from './feeds/fetched.ts'
import { createFullText } from './feeds/full-text.ts'
import type { AllowedHost } from './feeds/guard.ts'
import { createHostGate } from './feeds/host-gate.ts'
import { createHostPauses } from './feeds/host-pauses.ts'
import { hostSpacingMs } from './feeds/known-hosts.ts'
import { addListedFeed, addPackFeed } from './feeds/listed.ts'
import { OPML_BYTES_MAX } from './feeds/opml-read.ts'
import { createParserPool } from './feeds/parser-pool.ts'
import { createPoliteFetcher } from './feeds/polite-fetcher.ts'
import { createPoller } from './feeds/poll.ts'
import { createPublisherGate } from './feeds/publisher-gate.ts'
import type { Pack } from './model/feed.ts'
import { createTerminalPlatform, type TerminalOptions } from './platforms/terminal/terminal.ts'
import type { Clock } from './ports/clock.ts'
import type { Log } from './ports/log.ts'
import type { Platform } from './ports/platform.ts'
import type { Store } from './ports/store.ts'
import { openSqliteStore } from './stores/sqlite.ts'
import { createExtractiveSummarizer } from './summarizers/extractive.ts'
import { gated } from './summarizers/gate.ts'
import { createWordingModel } from './summarizers/llm.ts'
import { queryGroups } from './text/terms.ts'
import type { AppParts, FeedAccess } from './use-cases/parts.ts'

const TICK = '*/5 * * * * *'
/** Addresses of people that are looked at together; the others wait, holding no document. */
const ADDS_AT_ONCE = 8
/** A person waits for a place at a host no longer: long enough for all addresses that are looked at together. */
const PATIENCE_MS = 8_000
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
  readonly terminal?: Pick<
    TerminalOptions,
    'input' | 'output' | 'greeting' | 'historyFile' | 'locale' | 'asides' | 'onEnd'
  >
}

/** The whole bot, not yet started. */
export interface Tidings {
  readonly app: App
  readonly parts: AppParts
  /** Stops everything and closes the database. */
  close(): Promise<void>
}

const newId = (): string => BigInt(`0x${randomBytes(ID_BYTES).toString('hex')}`).toString(BASE36)

function userAgent({ contactUrl }: Config): string {
  const contact = contactUrl === undefined ? '' : ` (+${contactUrl})`
  return `Tidings/${packageFile.version}${contact}`
}

/** A client is loaded only where it is used: Discord's alone takes a third of a second at each start. */
async function platformsOf({ config, clock, log, terminal }: Wiring, store: Store): Promise<readonly Platform[]> {
  const shared = { commands: commands.map(specOf), state: store, clock, log }
  const { discordToken, discordApiUrl, telegramToken, telegramApiUrl } = config
  const platforms: Platform[] = []
  if (discordToken !== undefined) {
    const { createDiscordPlatform } = await import('./platforms/discord/discord.ts')
    const isPublic = (name: string, options: Readonly<Record<string, string>>): boolean =>
      commands.find(command => command.name === name)?.isPublic(options) ?? false
    const server = discordApiUrl === undefined ? {} : { restUrl: discordApiUrl }
    platforms.push(createDiscordPlatform({ ...shared, token: discordToken, isPublic, ...server }))
  }
  if (telegramToken !== undefined) {
    const { createTelegramPlatform } = await import('./platforms/telegram/telegram.ts')
    const server = telegramApiUrl === undefined ? {} : { apiRoot: telegramApiUrl }
    platforms.push(createTelegramPlatform({ ...shared, token: telegramToken, ...server }))
  }
  if (terminal !== undefined) platforms.push(createTerminalPlatform({ ...shared, ...terminal }))
  return platforms
}

/** The way to the publishers, and how to close it. */
function openFeeds(
  { config, clock, log, allow, random }: Wiring,
  store: Store,
): FeedAccess & { close(): Promise<void> } {
  const web = { allow, userAgent: userAgent(config), clock }
  const fetcher = createFetcher(web)
  const pageFetcher = createFetcher({ ...web, limits: PAGE_LIMITS })
  const lists = createFetcher({ ...web, limits: { wireBytes: OPML_BYTES_MAX } })
  const pool = createParserPool()
  const { parse, extract } = pool
  // A host that is this very machine under another name is nobody's server to be spared.
  const own = new Set(allow.filter(({ connectTo }) => connectTo !== undefined).map(({ host }) => host))
  const spacingMs = (host: string): number => (own.has(host) ? 0 : hostSpacingMs(host))
  const operators = new Set(allow.flatMap(({ host, port }) => [host, `${host}:${port}`]))
  const sharesLimit = (host: string): boolean => !operators.has(host)
  const gate = createPublisherGate(clock, spacingMs)
  const pauses = createHostPauses(spacingMs)
  const complaints = createComplaints({ store, pauses, clock, log, sharesLimit })
  const manners = { gate, complaints, clock }
  const forPerson = { ...manners, patienceMs: PATIENCE_MS }
  const politely = createPoliteFetcher({ ...forPerson, fetcher })
  const listsPolitely = createPoliteFetcher({ ...forPerson, fetcher: lists })
  const pagesPolitely = createPoliteFetcher({ ...manners, fetcher: pageFetcher })
  const fullText = createFullText({ store, fetcher: pagesPolitely, extract, clock, log })
  const told = config.readsPages ? { onAdded: fullText.improve } : {}
  const poller = createPoller({
    store,
    fetcher,
    parse,
    clock,
    log,
    random,
    gate,
    pauses,
    spacingMs,
    sharesLimit,
    ...told,
  })
  const adds = createHostGate({ clock, atOnce: ADDS_AT_ONCE, atOncePerHost: ADDS_AT_ONCE, spacingMs: () => 0 })
  return {
    async add(address, signal) {
      const leave = await adds.enter('', signal)
      try {
        return await addFeedAt(address, [], { store, fetcher: politely, parse, clock, random, ...told }, signal)
      } finally {
        leave()
      }
    },
    addUnfetched: feed => addPackFeed(feed, { store, clock }),
    addListed: feed => addListedFeed(feed, { store, clock, allow }),
    download: (url, signal) => downloadList(url, listsPolitely, signal),
    async poll(signal, only, onPolled) {
      if (config.readsPages) await fullText.resume()
      return poller.pollDue(signal, {
        ...(only === undefined ? {} : { only }),
        ...(onPolled === undefined ? {} : { onPolled: ({ added }) => onPolled(added) }),
      })
    },
    async close() {
      const fetchers = [fetcher, pageFetcher, lists]
      await Promise.all([fullText.close(), pool.close(), ...fetchers.map(one => one.close())])
    },
  }
}

/** Opens the database and puts everything together. @throws StoreError, StartError */
export async function assemble(wiring: Wiring): Promise<Tidings> {
  // Builds the table of names (a sixth of a second) before anybody waits for an answer.
  queryGroups('news')
  const { config, clock, log, packs } = wiring
  const store = await openSqliteStore({ path: config.databasePath, now: () => clock.now(), log })
  const platforms = await platformsOf(wiring, store)
  const feeds = openFeeds(wiring, store)
  const summarizer = gated(createExtractiveSummarizer())
  const wording =
    config.llm === undefined ? {} : { wordingModel: createWordingModel(config.llm, { store, clock, log }) }
  const shared = { store, summarizer, ...wording, feeds, platforms, packs, clock, log }
  const parts: AppParts = { ...shared, newId, timezone: config.timezone }
  const owner = `${hostname()}:${process.pid}`
  const app = createApp(parts, commands, wiring.ticker, owner)
  return {
    app,
    parts,
    async close() {
      await app.stop()
      await feeds.close()
      await store.close()
    },
  }
}

/** node-cron gives the ticks; the first comes at once. A round that outlasts a tick makes it skip, not pile up. */
export const cronTicker: Ticker = (name, run) => {
  // node-cron does not know of the first round, so who is running is kept here.
  const running = new Set<Promise<void>>()
  const round = (): void => {
    if (running.size > 0) return
    const current = run().finally(() => running.delete(current))
    running.add(current)
  }
  round()
  const task = nodeCron.schedule(TICK, round, { name })
  return {
    async stop() {
      await task.destroy()
      await Promise.all(running)
    },
  }
}
