import { vi } from 'vitest'
import type { CommandSpec } from '../../../src/model/command.ts'
import type { Message } from '../../../src/model/message.ts'
import { createDiscordPlatform, type DiscordOptions } from '../../../src/platforms/discord/discord.ts'
import type { Log } from '../../../src/ports/log.ts'
import type { CommandHandler, Invocation, Platform, Request } from '../../../src/ports/platform.ts'
import type { StateStore } from '../../../src/ports/store.ts'
import { createFakeClock, type FakeClock } from '../../fakes/clock.ts'
import { createFakeDiscord, type FakeDiscord, type FakeDiscordOptions } from '../../fakes/discord.ts'

export const COMMANDS: readonly CommandSpec[] = [
  {
    name: 'about',
    description: { en: 'Says what is known', de: 'Sagt, was bekannt ist' },
    who: 'all',
    options: [{ name: 'topic', description: { en: 'What about' }, isRequired: true, type: 'text', isSuggested: true }],
  },
  { name: 'pause', description: { en: 'Stops the briefings' }, who: 'managers', options: [] },
]

export const text = (words: string): Message => ({ blocks: [{ kind: 'text', text: words }], actions: [] })

/** The part of the store that the platform uses. */
export function createState(): Pick<StateStore, 'getValue' | 'setValue'> {
  const values = new Map<string, string>()
  return {
    getValue: async key => values.get(key),
    setValue: async (key, value) => void values.set(key, value),
  }
}

interface LogLine {
  readonly level: string
  readonly fields: Readonly<Record<string, unknown>>
  readonly message: string
}

export interface Calls extends CommandHandler {
  readonly calls: { readonly request: Request; readonly invocation: Invocation }[]
}

/** A handler that remembers what it was asked. */
export function handlerOf(answer: (invocation: Invocation) => Message | Promise<Message>): Calls {
  const calls: Calls['calls'] = []
  return {
    calls,
    async handle(request, invocation) {
      calls.push({ request, invocation })
      return answer(invocation)
    },
    suggest: async () => [],
  }
}

export interface Bench {
  readonly fake: FakeDiscord
  readonly guild: ReturnType<FakeDiscord['addGuild']>
  readonly platform: Platform
  readonly lines: readonly LogLine[]
  readonly clock: FakeClock
  stop(): Promise<void>
}

/** A platform (not started) against a fake Discord with one server. */
export async function createBench(
  options: Partial<DiscordOptions> = {},
  fakeOptions: FakeDiscordOptions = {},
  existing?: FakeDiscord,
): Promise<Bench> {
  const fake = existing ?? (await createFakeDiscord(fakeOptions))
  const guild = fake.addGuild('News readers')
  const clock = createFakeClock(new Date('2026-03-04T05:06:07Z'))
  const lines: LogLine[] = []
  const write = (level: string) => (fields: LogLine['fields'], message: string) =>
    void lines.push({ level, fields, message })
  const log: Log = { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') }
  const platform = createDiscordPlatform({
    token: fake.token,
    commands: COMMANDS,
    state: createState(),
    log,
    clock,
    restUrl: fake.url,
    ...options,
  })
  return {
    fake,
    guild,
    platform,
    lines,
    clock,
    async stop() {
      await platform.stop()
      await fake.stop()
    },
  }
}

/** Waits for something that happens soon after an event on the wire. */
export const soon = <T>(check: () => T | Promise<T>): Promise<T> => vi.waitFor(check, { timeout: 3000, interval: 5 })
