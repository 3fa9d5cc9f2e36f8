import { PassThrough } from 'node:stream'
import type { CommandSpec } from '../../../src/model/command.ts'
import type { Message } from '../../../src/model/message.ts'
import { createTerminalPlatform, type TerminalOptions } from '../../../src/platforms/terminal/terminal.ts'
import type { CommandHandler, Invocation, Platform, Request } from '../../../src/ports/platform.ts'
import { createFakeClock } from '../../fakes/clock.ts'

export const NOW = new Date('2026-03-04T05:06:07Z')

export const COMMANDS: readonly CommandSpec[] = [
  {
    name: 'summary',
    description: { en: 'Sum a topic up' },
    who: 'all',
    options: [
      { name: 'topic', description: { en: 'What about' }, isRequired: true, type: 'text', isSuggested: true },
      {
        name: 'since',
        description: { en: 'How far back' },
        isRequired: false,
        type: 'text',
        choices: ['24h', '3d', '7d'],
        isSuggested: false,
      },
      {
        name: 'length',
        description: { en: 'How long' },
        isRequired: false,
        type: 'text',
        choices: ['short', 'long'],
        isSuggested: false,
      },
    ],
  },
  { name: 'subscribe', description: { en: 'Take a feed' }, who: 'managers', options: [] },
  { name: 'status', description: { en: 'How it goes' }, who: 'all', options: [] },
]

export const textMessage = (text: string): Message => ({ blocks: [{ kind: 'text', text }], actions: [] })

export interface Call {
  readonly request: Request
  readonly invocation: Invocation
}

/** A handler that remembers what it was asked. */
export function recorder(answer: (words: string, signal: AbortSignal) => Message | Promise<Message>) {
  const calls: Call[] = []
  const handler: CommandHandler = {
    async handle(request, invocation, signal) {
      calls.push({ request, invocation })
      return answer(invocation.kind === 'words' ? invocation.text : '', signal)
    },
    async suggest(_request, command, option, typed) {
      return ['putin', 'poland', 'science', 'Harbour Post']
        .filter(value => value.toLowerCase().startsWith(typed.toLowerCase()))
        .map(value => ({ name: `${command} ${option}`, value }))
    },
  }
  return { calls, handler }
}

/** What a log was told. */
function createLog() {
  const lines: string[] = []
  const write = (_fields: Readonly<Record<string, unknown>>, message: string): void => {
    lines.push(message)
  }
  return { lines, log: { debug: write, info: write, warn: write, error: write } }
}

export interface Stage {
  readonly platform: Platform
  readonly input: PassThrough
  readonly output: PassThrough
  /** Everything printed so far. */
  printed(): string
  /** Resolves when the printed text holds `text` after position `from`. */
  until(text: string, from?: number): Promise<void>
  /** Resolves with onEnd's argument. */
  readonly ended: Promise<boolean>
  readonly logged: readonly string[]
}

/** A terminal platform between two streams; with `isTTY` they look like a keyboard and a window of 80 columns. */
export function createStage(isTTY: boolean, extra: Partial<TerminalOptions> & { hasColors?: boolean } = {}): Stage {
  const { hasColors = true, ...more } = extra
  const input = new PassThrough()
  const output = new PassThrough()
  if (isTTY) {
    Object.assign(input, { isTTY })
    Object.assign(output, { isTTY, columns: 80, hasColors: () => hasColors })
  }
  let printed = ''
  output.setEncoding('utf8')
  output.on('data', (chunk: string) => {
    printed += chunk
  })
  const { lines, log } = createLog()
  const end = Promise.withResolvers<boolean>()
  const platform = createTerminalPlatform({
    input,
    output,
    commands: COMMANDS,
    log,
    clock: createFakeClock(NOW),
    onEnd: end.resolve,
    ...more,
  })
  const until = (text: string, from = 0): Promise<void> => {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const timer = setTimeout(() => reject(new Error(`not printed: ${text}; printed: ${printed.slice(from)}`)), 5000)
    const look = (): void => {
      if (!printed.slice(from).includes(text)) return
      clearTimeout(timer)
      output.off('data', look)
      resolve()
    }
    output.on('data', look)
    look()
    return promise
  }
  return { platform, input, output, printed: () => printed, until, ended: end.promise, logged: lines }
}
