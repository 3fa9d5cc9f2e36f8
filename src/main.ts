import { dirname, join } from 'node:path'
import pino from 'pino'
import { type Config, loadConfig, loadEnvFile } from '../config/env.ts'
import { loadPacks } from '../config/feeds.ts'
import { assemble, cronTicker, type Tidings } from './assemble.ts'
import { systemClock } from './clock.ts'
import type { ChannelId, PlatformName } from './model/briefing.ts'
import { StartError, StoreError } from './model/errors.ts'
import type { Pack } from './model/feed.ts'
import { startNewsstand } from './newsstand/newsstand.ts'
import { pathOpener } from './platforms/terminal/files.ts'
import { renderTerminal } from './platforms/terminal/render.ts'
import type { Log } from './ports/log.ts'
import { catalogueFor } from './text/words/catalogues.ts'
import type { Words } from './text/words/en.ts'
import { readFeeds } from './use-cases/first-minute.ts'

/** sysexits.h */
const EX_USAGE = 64
const EX_SOFTWARE = 70
const EX_IOERR = 74
const EX_CONFIG = 78

const LOOPBACK = '127.0.0.1'
const HTTP_PORT = 80
const NEWSSTAND_LIMIT_MS = 30_000

const createLog = (level: string): Log =>
  pino(
    { level, base: null, serializers: { error: pino.stdSerializers.err } },
    pino.destination({ dest: 2, sync: true }),
  )

/** Resolves at the first SIGINT or SIGTERM; a second one ends the process the hard way, as its sender wants. */
function untilSignal(): Promise<void> {
  return new Promise(resolve => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => resolve())
  })
}

const packsOf = (feeds: Pack['feeds']): readonly Pack[] =>
  [...new Set(feeds.flatMap(({ topics }) => topics))]
    .toSorted()
    .map(name => ({ name, feeds: feeds.filter(({ topics }) => topics.includes(name)) }))

/** No token is set: the terminal is the channel, and invented newspapers on loopback are the starter feeds. */
async function runTerminal(config: Config): Promise<number> {
  const { stdin, stdout } = process
  const locale = new Intl.DateTimeFormat().resolvedOptions().locale
  const words = catalogueFor(locale)
  const ended = Promise.withResolvers<boolean>()
  const newsstand = await startNewsstand({ now: systemClock.now() })
  const doors = [...new Set(newsstand.feeds.map(({ url }) => new URL(url).hostname))].map(host => ({
    host,
    port: HTTP_PORT,
    connectTo: { host: LOOPBACK, port: newsstand.port },
  }))
  try {
    const tidings = await assemble({
      config,
      clock: systemClock,
      ticker: cronTicker,
      random: Math.random,
      log: createLog(config.logLevel ?? 'error'),
      packs: packsOf(newsstand.feeds),
      allow: [...config.allowHosts, ...doors],
      terminal: {
        input: stdin,
        output: stdout,
        locale,
        greeting: [words.newsstand.tryThese],
        historyFile: join(dirname(config.databasePath), 'history'),
        onEnd: failed => ended.resolve(failed),
      },
    })
    try {
      await openNewsstand(tidings, newsstand.feeds, words, stdout)
      await tidings.app.start()
      return (await Promise.race([ended.promise, untilSignal()])) === true ? 1 : 0
    } finally {
      await tidings.close()
    }
  } finally {
    await newsstand.stop()
  }
}

/** Reads the newsstand with a line that shows how far it is. */
async function openNewsstand(
  { parts, owner }: Tidings,
  feeds: Pack['feeds'],
  { newsstand: words }: Words,
  output: NodeJS.WriteStream,
): Promise<void> {
  output.write(`${words.opened}\n`)
  const show = (done: number, added: number): void => {
    if (output.isTTY) output.write(`\r${words.polling(done, feeds.length, added)}`)
  }
  const read = await readFeeds(feeds, parts, owner, AbortSignal.timeout(NEWSSTAND_LIMIT_MS), show)
  output.write(`${output.isTTY ? '\r' : ''}${words.polling(feeds.length, feeds.length, read.added)}\n`)
  output.write(`${words.ready(read.articles, feeds.length, read.stories)}\n`)
}

/** A token is set: the bot, until it is told to stop. */
async function runBot(config: Config): Promise<number> {
  const log = createLog(config.logLevel ?? 'info')
  const tidings = await assemble({
    config,
    clock: systemClock,
    ticker: cronTicker,
    random: Math.random,
    log,
    packs: loadPacks(),
    allow: config.allowHosts,
  })
  try {
    await tidings.app.start()
    log.info({ platforms: tidings.parts.platforms.map(({ name }) => name) }, 'Tidings is running')
    await untilSignal()
    log.info({}, 'Tidings is stopping')
    return 0
  } finally {
    await tidings.close()
  }
}

const IMPORT = 'import'
const TERMINAL_CHANNEL = 'terminal:here'
const CHANNEL_ID = /^(discord|telegram|terminal):(.+)$/
const PIPE_COLUMNS = 100

function findPlace(id: string): { readonly platform: PlatformName; readonly address: string } | undefined {
  const [, platform, address = ''] = CHANNEL_ID.exec(id) ?? []
  if (platform === 'discord' || platform === 'telegram' || platform === 'terminal') return { platform, address }
  return undefined
}

/** Gives `/feeds import FILE` in the channel and prints the answer. @returns 0 when feeds were taken or known */
async function importInto(id: string, path: string, { app, parts }: Tidings, locale: string): Promise<number> {
  const place = findPlace(id)
  const words = catalogueFor(locale)
  const isKnown = id === TERMINAL_CHANNEL || (await parts.store.findChannel(id as ChannelId)) !== undefined
  if (place === undefined || !isKnown) {
    process.stderr.write(`${words.imports.unknownChannel(id)}\n`)
    return 1
  }
  const request = { ...place, userId: 'local', isManager: true, locale }
  const options = { action: IMPORT, what: path }
  const openFile = pathOpener(process.cwd())
  const { signal } = new AbortController()
  const answer = await app.handler.handle(request, { kind: 'options', command: 'feeds', options, openFile }, signal)
  const text = renderTerminal(answer, { columns: process.stdout.columns ?? PIPE_COLUMNS, isColour: false })
  ;(answer.isError === true ? process.stderr : process.stdout).write(`${text}\n`)
  return answer.isError === true ? 1 : 0
}

/** `npm start -- import FILE [channel]`: takes a list of feeds into a channel and ends. */
async function runImport(config: Config, [path, channel = TERMINAL_CHANNEL, ...surplus]: string[]): Promise<number> {
  const locale = new Intl.DateTimeFormat().resolvedOptions().locale
  if (path === undefined || surplus.length > 0) {
    process.stderr.write(`${catalogueFor(locale).imports.usage}\n`)
    return EX_USAGE
  }
  const tidings = await assemble({
    config,
    clock: systemClock,
    ticker: cronTicker,
    random: Math.random,
    log: createLog(config.logLevel ?? 'error'),
    packs: [],
    allow: config.allowHosts,
  })
  try {
    return await importInto(channel, path, tidings, locale)
  } finally {
    await tidings.close()
  }
}

/** A start that fails is one sentence for the operator; only a bug shows where it happened. */
function failureOf(error: unknown): { readonly text: string; readonly exitCode: number } {
  if (error instanceof StartError) return { text: error.message, exitCode: EX_CONFIG }
  if (error instanceof StoreError) return { text: error.message, exitCode: EX_IOERR }
  return { text: error instanceof Error ? (error.stack ?? error.message) : String(error), exitCode: EX_SOFTWARE }
}

/** Runs Tidings as the environment says; sets the exit code. */
export async function main(): Promise<void> {
  try {
    loadEnvFile()
    const config = loadConfig()
    const [command, ...args] = process.argv.slice(2)
    if (command === IMPORT) {
      process.exitCode = await runImport(config, args)
      return
    }
    const isBot = config.discordToken !== undefined || config.telegramToken !== undefined
    process.exitCode = isBot ? await runBot(config) : await runTerminal(config)
  } catch (error) {
    const { text, exitCode } = failureOf(error)
    process.stderr.write(`${text}\n`)
    process.exitCode = exitCode
  }
}
