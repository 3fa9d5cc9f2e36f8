import { dirname, join } from 'node:path'
import pino from 'pino'
import { type Config, loadConfig, loadEnvFile } from '../config/env.ts'
import { loadPacks } from '../config/feeds.ts'
import { assemble, cronTicker, type Tidings } from './assemble.ts'
import { systemClock } from './clock.ts'
import type { ChannelId, PlatformName } from './model/briefing.ts'
import { StartError, StoreError } from './model/errors.ts'
import type { Pack } from './model/feed.ts'
import { type Message, textMessage } from './model/message.ts'
import { type Newsstand, startNewsstand } from './newsstand/newsstand.ts'
import { pathOpener } from './platforms/terminal/files.ts'
import { renderTerminal } from './platforms/terminal/render.ts'
import { wrap } from './platforms/terminal/width.ts'
import type { Log } from './ports/log.ts'
import { onSignal, unlessStopped, untilAborted } from './stop-signal.ts'
import { catalogueFor } from './text/words/catalogues.ts'
import type { Words } from './text/words/en.ts'
import { readFeeds } from './use-cases/first-minute.ts'
import { printAgain, readLate } from './use-cases/late-edition.ts'

/** sysexits.h */
const EX_USAGE = 64
const EX_SOFTWARE = 70
const EX_IOERR = 74
const EX_CONFIG = 78

const LOOPBACK = '127.0.0.1'
const HTTP_PORT = 80
/** Lines of a pipe or a file are as long as this. */
const PIPE_COLUMNS = 100
/** ECMA-48: to the first column, then erase to the end of the line. */
const CLEAR_LINE = '\r\u001b[K'
const NEWSSTAND_LIMIT_MS = 30_000

const createLog = (level: string): Log =>
  pino(
    { level, base: null, serializers: { error: pino.stdSerializers.err } },
    pino.destination({ dest: 2, sync: true }),
  )

/** How long what is printed may wait for a reader, once the process was told to end. */
const EXIT_WITHIN_MS = 2_000

const packsOf = (feeds: Pack['feeds']): readonly Pack[] =>
  [...new Set(feeds.flatMap(({ topics }) => topics))]
    .toSorted()
    .map(name => ({ name, feeds: feeds.filter(({ topics }) => topics.includes(name)) }))

/** No token is set: the terminal is the channel, and invented newspapers on loopback are the starter feeds. */
async function runTerminal(config: Config, stop: AbortSignal): Promise<number> {
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
    const tidings: Tidings = await assemble({
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
        asides: { later: signal => bringLate(tidings, newsstand, words, signal) },
        onEnd: failed => ended.resolve(failed),
      },
    })
    try {
      await printAgain(newsstand.printLate, tidings.parts)
      await unlessStopped(openNewsstand(tidings, newsstand.feeds, config.databasePath, words, stdout, stop), stop)
      if (stop.aborted) return 0
      await unlessStopped(tidings.app.start(), stop)
      return (await Promise.race([ended.promise, untilAborted(stop)])) === true ? 1 : 0
    } finally {
      await tidings.close()
    }
  } finally {
    await newsstand.stop()
  }
}

/** Reads the newsstand with a line that shows how far it is. */
async function openNewsstand(
  { parts, app }: Tidings,
  feeds: Pack['feeds'],
  databasePath: string,
  { newsstand: words }: Words,
  output: NodeJS.WriteStream,
  stop: AbortSignal,
): Promise<void> {
  const say = (line: string): void => void output.write(`${wrap(line, output.columns ?? PIPE_COLUMNS).join('\n')}\n`)
  say(words.opened)
  const show = (done: number, added: number): void => {
    if (output.isTTY) output.write(`\r${words.polling(done, feeds.length, added)}`)
  }
  const limit = AbortSignal.any([stop, AbortSignal.timeout(NEWSSTAND_LIMIT_MS)])
  const read = await readFeeds(feeds, parts, app.clusterer, limit, show)
  if (stop.aborted) return
  if (output.isTTY) output.write(CLEAR_LINE)
  say(read.added === 0 ? words.known : words.polling(feeds.length, feeds.length, read.added))
  say(words.ready(read.articles, feeds.length, read.stories))
  const isNextDay = read.added > 0 && read.articles > read.added
  const last = isNextDay ? await parts.store.findLastEdition(TERMINAL_CHANNEL as ChannelId) : undefined
  if (last !== undefined) say(words.again(databasePath))
}

/** `/later` at the sample newsstand: its late edition comes out and is read. */
async function bringLate(
  { parts, app }: Tidings,
  { printLate, feeds }: Newsstand,
  { newsstand: words }: Words,
  signal: AbortSignal,
): Promise<Message> {
  const added = await readLate(printLate, feeds, parts, app.clusterer, signal)
  return textMessage(added === undefined ? words.noLater : words.later(added))
}

/** A token is set: the bot, until it is told to stop. */
async function runBot(config: Config, stop: AbortSignal): Promise<number> {
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
    await unlessStopped(tidings.app.start(), stop)
    if (!stop.aborted) {
      log.info({ platforms: tidings.parts.platforms.map(({ name }) => name) }, 'Tidings is running')
    }
    await untilAborted(stop)
    log.info({}, 'Tidings is stopping')
    return 0
  } finally {
    await tidings.close()
  }
}

const IMPORT = 'import'
const TERMINAL_CHANNEL = 'terminal:here'
const CHANNEL_ID = /^(discord|telegram|terminal):(.+)$/
const systemLocale = (): string => new Intl.DateTimeFormat().resolvedOptions().locale

function findPlace(id: string): { readonly platform: PlatformName; readonly address: string } | undefined {
  const [, platform, address = ''] = CHANNEL_ID.exec(id) ?? []
  if (platform === 'discord' || platform === 'telegram' || platform === 'terminal') return { platform, address }
  return undefined
}

/** Gives `/feeds import FILE` in the channel and prints the answer. @returns 0 when feeds were taken or known */
async function importInto(id: string, path: string, { app, parts }: Tidings, stop: AbortSignal): Promise<number> {
  const place = findPlace(id)
  const locale = systemLocale()
  const words = catalogueFor(locale)
  const isKnown = id === TERMINAL_CHANNEL || (await parts.store.findChannel(id as ChannelId)) !== undefined
  if (place === undefined || !isKnown) {
    process.stderr.write(`${words.imports.unknownChannel(id)}\n`)
    return 1
  }
  const request = { ...place, userId: 'local', isManager: true, locale }
  const options = { action: IMPORT, what: path }
  const openFile = pathOpener(process.cwd())
  const answer = await app.handler.handle(request, { kind: 'options', command: 'feeds', options, openFile }, stop)
  const text = renderTerminal(answer, { columns: process.stdout.columns ?? PIPE_COLUMNS, isColour: false })
  ;(answer.isError === true ? process.stderr : process.stdout).write(`${text}\n`)
  return answer.isError === true ? 1 : 0
}

/** `npm start -- import FILE [channel]`: takes a list of feeds into a channel and ends. */
async function runImport(
  config: Config,
  [path, channel = TERMINAL_CHANNEL, ...surplus]: string[],
  stop: AbortSignal,
): Promise<number> {
  if (path === undefined || surplus.length > 0) {
    process.stderr.write(`${catalogueFor(systemLocale()).imports.usage}\n`)
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
    return await importInto(channel, path, tidings, stop)
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
  const stop = onSignal()
  try {
    loadEnvFile()
    const config = loadConfig()
    const [command, ...args] = process.argv.slice(2)
    if (command === IMPORT) {
      process.exitCode = await runImport(config, args, stop)
      return
    }
    if (command !== undefined) {
      process.stderr.write(`${catalogueFor(systemLocale()).imports.start}\n`)
      process.exitCode = EX_USAGE
      return
    }
    const isBot = config.discordToken !== undefined || config.telegramToken !== undefined
    process.exitCode = await (isBot ? runBot : runTerminal)(config, stop)
  } catch (error) {
    const { text, exitCode } = failureOf(error)
    process.stderr.write(`${text}\n`)
    process.exitCode = exitCode
  }
  // Text that nobody reads would keep the process; with a reader, or nothing to read, it has ended before.
  if (stop.aborted) setTimeout(() => process.exit(), EXIT_WITHIN_MS).unref()
}
