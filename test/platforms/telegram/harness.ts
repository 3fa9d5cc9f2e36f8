import { expect, vi } from 'vitest'
import type { ChannelId, ClaimedPart, DeliveryId } from '../../../src/model/briefing.ts'
import type { CommandSpec } from '../../../src/model/command.ts'
import { DeliveryError } from '../../../src/model/errors.ts'
import type { Message } from '../../../src/model/message.ts'
import { createTelegramPlatform, type TelegramOptions } from '../../../src/platforms/telegram/telegram.ts'
import type { Log } from '../../../src/ports/log.ts'
import type { CommandHandler, Invocation, Platform, Request } from '../../../src/ports/platform.ts'
import { createFakeClock, type FakeClock } from '../../fakes/clock.ts'
import { createFakeTelegram, type FakeTelegram } from '../../fakes/telegram.ts'
import type { FakeTelegramOptions } from '../../fakes/telegram-world.ts'

export const PRIVATE = 42
export const GROUP = -77
export const FORUM = -1001
export const CHANNEL = -1002
export const NOW = new Date('2026-03-04T05:06:07Z')

export const COMMANDS: readonly CommandSpec[] = [
  command('summary', 'all', { en: 'Summarise a topic', de: 'Ein Thema zusammenfassen' }),
  command('subscribe', 'managers', { en: 'Take a feed', de: 'Einen Feed abonnieren' }),
  command('list', 'all', { en: 'What this channel takes' }),
]

function command(name: string, who: CommandSpec['who'], description: CommandSpec['description']): CommandSpec {
  return { name, who, description, options: [] }
}

export interface LogLine {
  readonly level: string
  readonly fields: Readonly<Record<string, unknown>>
  readonly message: string
}

export function recordLog(): { readonly log: Log; readonly lines: LogLine[] } {
  const lines: LogLine[] = []
  const write = (level: string) => (fields: Readonly<Record<string, unknown>>, message: string) => {
    lines.push({ level, fields, message })
  }
  return { lines, log: { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') } }
}

export const text = (words: string): Message => ({ blocks: [{ kind: 'text', text: words }], actions: [] })

export interface Call {
  readonly request: Request
  readonly invocation: Invocation
  readonly signal: AbortSignal
}

export type Answer = (call: Call) => Message | Promise<Message>

/** Says back what it was asked. */
export const echo: Answer = ({ invocation }) =>
  text(invocation.kind === 'words' ? `heard ${invocation.text}` : `heard ${JSON.stringify(invocation)}`)

export interface Bench {
  readonly fake: FakeTelegram
  readonly platform: Platform
  readonly clock: FakeClock
  readonly calls: Call[]
  readonly lines: LogLine[]
  readonly state: Map<string, string>
  start(signal?: AbortSignal): Promise<void>
  /** Resolves when the bot has sent `count` messages to the chat, with the newest. */
  answered(chatId: number, count?: number): Promise<string>
  send(address: string, message: Message, signal?: AbortSignal): Promise<string>
  /** The error of a send that must fail. */
  failure(address: string, message?: Message, signal?: AbortSignal): Promise<DeliveryError>
  /** Stops everything; the bot must not have said anything that Telegram does not know. */
  stop(): Promise<void>
}

/** A part as the outbox hands it over. */
function claimed(address: string, message: Message): ClaimedPart {
  return {
    deliveryId: 'd' as DeliveryId,
    index: 0,
    channel: { id: `telegram:${address}` as ChannelId, platform: 'telegram', address, language: 'en', timezone: 'UTC' },
    message,
    attempt: 1,
    nonce: 'n',
    uncertainAttempts: 0,
    createdAt: NOW,
  }
}

/** The real adapter with the real grammY against a Bot API on loopback. */
export async function createBench(
  answer: Answer = echo,
  { fake: fakeOptions = {}, ...overrides }: Partial<TelegramOptions> & { readonly fake?: FakeTelegramOptions } = {},
): Promise<Bench> {
  const fake = await createFakeTelegram(fakeOptions)
  fake.addChat({ id: PRIVATE })
  fake.addChat({ id: GROUP, type: 'group', title: 'Readers', administrators: [1] })
  fake.addChat({ id: FORUM, type: 'supergroup', title: 'Forum', topics: [9], administrators: [1] })
  fake.addChat({ id: CHANNEL, type: 'channel', title: 'Daily', administrators: [1] })
  const clock = createFakeClock(NOW)
  const { log, lines } = recordLog()
  const state = new Map<string, string>()
  const calls: Call[] = []
  const handler: CommandHandler = {
    async handle(request, invocation, signal) {
      calls.push({ request, invocation, signal })
      return await answer({ request, invocation, signal })
    },
    async suggest() {
      return []
    },
  }
  const platform = createTelegramPlatform({
    token: fake.token,
    commands: COMMANDS,
    state: {
      getValue: async key => state.get(key),
      setValue: async (key, value) => {
        state.set(key, value)
      },
    },
    log,
    clock,
    apiRoot: fake.url,
    ...overrides,
  })
  const never = new AbortController().signal
  return {
    fake,
    platform,
    clock,
    calls,
    lines,
    state,
    start: (signal = never) => platform.start(handler, signal),
    async answered(chatId, count = 1) {
      await vi.waitFor(() => expect(fake.messages(chatId).length).toBeGreaterThanOrEqual(count), { interval: 5 })
      return fake.messages(chatId).at(-1)?.text ?? ''
    },
    send: async (address, message, signal = never) =>
      (await platform.send(claimed(address, message), signal)).messageId,
    async failure(address, message = text('hello'), signal = never) {
      const error: unknown = await platform.send(claimed(address, message), signal).catch(reason => reason)
      if (!(error instanceof DeliveryError)) throw new Error(`not a DeliveryError: ${String(error)}`)
      return error
    },
    async stop() {
      await platform.stop()
      await fake.stop()
      expect(fake.violations).toEqual([])
    },
  }
}
