import { PassThrough } from 'node:stream'
import type { LlmConfig } from '../../config/env.ts'
import type { Ticker } from '../../src/app.ts'
import { assemble, type Tidings } from '../../src/assemble.ts'
import type { AllowedHost } from '../../src/feeds/guard.ts'
import type { PackFeed } from '../../src/model/feed.ts'
import type { Message } from '../../src/model/message.ts'
import { startNewsstand } from '../../src/newsstand/newsstand.ts'
import type { Request } from '../../src/ports/platform.ts'
import { readFeeds } from '../../src/use-cases/first-minute.ts'
import { printAgain, readLate } from '../../src/use-cases/late-edition.ts'
import { createFakeClock, type FakeClock } from './clock.ts'
import { createRecordingLog, type LogLine } from './log.ts'

/** The whole application in this process, over the sample newsstand, with a clock that stands still. */
export interface NewsstandBot {
  readonly tidings: Tidings
  readonly clock: FakeClock
  readonly log: readonly LogLine[]
  /** Gives a command as typed words. */
  say(text: string, request?: Partial<Request>): Promise<Message>
  /** Brings the late edition. @returns how many articles are new; undefined when it was out already */
  later(): Promise<number | undefined>
  /** Presses a button of a message. */
  press(message: Message, label: string, request?: Partial<Request>): Promise<Message>
  stop(): Promise<void>
}

const HTTP_PORT = 80
/** Loops that a test turns by hand, through app.work. */
export const manualTicker: Ticker = () => ({ stop: async () => {} })

const READER: Request = { platform: 'terminal', address: 'here', userId: 'reader', isManager: true, locale: 'en' }

const packsOf = (feeds: readonly PackFeed[]) =>
  [...new Set(feeds.flatMap(({ topics }) => topics))].map(name => ({
    name,
    feeds: feeds.filter(({ topics }) => topics.includes(name)),
  }))

export async function startNewsstandBot(
  now: Date,
  extraHosts: readonly AllowedHost[] = [],
  llm?: LlmConfig,
  databasePath = ':memory:',
): Promise<NewsstandBot> {
  const newsstand = await startNewsstand({ now })
  const clock = createFakeClock(now)
  const log = createRecordingLog()
  const doors = newsstand.feeds.map(({ url }) => ({
    host: new URL(url).hostname,
    port: HTTP_PORT,
    connectTo: { host: '127.0.0.1', port: newsstand.port },
  }))
  const tidings = await assemble({
    config: {
      databasePath,
      timezone: 'UTC',
      allowHosts: [],
      readsPages: true,
      ...(llm === undefined ? {} : { llm }),
    },
    clock,
    ticker: manualTicker,
    random: () => 0.5,
    log,
    packs: packsOf(newsstand.feeds),
    allow: [...doors, ...extraHosts],
    terminal: { input: new PassThrough(), output: new PassThrough(), onEnd: () => {} },
  })
  const { signal } = new AbortController()
  await printAgain(newsstand.printLate, tidings.parts)
  await readFeeds(newsstand.feeds, tidings.parts, tidings.app.clusterer, signal, () => {})
  const handle: NewsstandBot['say'] = (text, request) =>
    tidings.app.handler.handle({ ...READER, ...request }, { kind: 'words', text }, signal)
  return {
    tidings,
    clock,
    log: log.lines,
    say: handle,
    later: () => readLate(newsstand.printLate, newsstand.feeds, tidings.parts, tidings.app.clusterer, signal),
    press(message, label, request) {
      const id = message.actions.find(action => action.label === label)?.id
      if (id === undefined) throw new Error(`no button ${label}`)
      return tidings.app.handler.handle({ ...READER, ...request }, { kind: 'action', id }, signal)
    },
    async stop() {
      await tidings.close()
      await newsstand.stop()
    },
  }
}
