import type { Writable } from 'node:stream'
import { styleText } from 'node:util'
import type { CommandSpec } from '../../model/command.ts'
import { DeliveryError } from '../../model/errors.ts'
import type { OpenFile } from '../../model/given-file.ts'
import type { Message } from '../../model/message.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Log } from '../../ports/log.ts'
import type { CommandHandler, Invocation, Platform, Request } from '../../ports/platform.ts'
import { catalogueFor } from '../../text/words/catalogues.ts'
import { complete } from './completion.ts'
import { pathOpener, writeAttachment } from './files.ts'
import { openHistory } from './history.ts'
import { openPrompt } from './interactive.ts'
import { readPipe } from './piped.ts'
import { renderSeparator, renderTerminal, type TerminalLook, typedCommand } from './render.ts'
import type { Desk, Session, TerminalInput, TerminalOutput } from './session.ts'
import { wrap } from './width.ts'

/** Lines of a pipe or a file are as long as this. */
const PIPE_COLUMNS = 100
/** How long stopping waits for somebody to read a text. */
const UNREAD_MS = 2_000
const DEFAULT_PROMPT = 'tidings> '
/** The only channel of a terminal (ChannelId `terminal:here`). */
const TERMINAL_ADDRESS = 'here'

export interface TerminalOptions {
  readonly input: TerminalInput
  readonly output: TerminalOutput
  readonly commands: readonly CommandSpec[]
  /** Where typed lines are remembered; in memory when absent. */
  readonly historyFile?: string
  /** Where files are read and written; where the program runs when absent. */
  readonly folder?: string
  readonly log: Log
  readonly clock: Clock
  /** BCP 47 tag of the person's language; "en" when absent. */
  readonly locale?: string
  readonly prompt?: string
  /** Lines shown once, before the first prompt at a keyboard. */
  readonly greeting?: readonly string[]
  /** Words of this terminal alone, typed with or without a slash, and what answers them. */
  readonly asides?: Readonly<Record<string, (signal: AbortSignal) => Promise<Message>>>
  /** The person is done; `failed` when commands came through a pipe and an answer said no. Called at most once. */
  readonly onEnd: (failed: boolean) => void
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

interface Writer {
  /** @returns false when nobody reads any more */
  write(text: string): Promise<boolean>
  /** Resolves when all that was written is read, or given up. */
  idle(): Promise<unknown>
  /** Nobody waits any longer for what was not read so far. */
  release(): void
}

/** Text to a stream, until nobody reads it any more (a closed pipe is no fault of ours: EPIPE ends quietly). */
function createWriter(output: Writable, log: Log): Writer {
  let isBroken = false
  const unread = new Map<Promise<boolean>, (isRead: boolean) => void>()
  output.on('error', error => {
    isBroken = true
    log.debug({ reason: reasonOf(error) }, 'the terminal takes no more text')
  })
  return {
    async write(text) {
      if (isBroken || output.destroyed || output.writableEnded) return false
      const { promise, resolve } = Promise.withResolvers<boolean>()
      unread.set(promise, resolve)
      output.write(text, error => resolve(error === null || error === undefined))
      return promise.finally(() => unread.delete(promise))
    },
    idle: () => Promise.all(unread.keys()),
    release() {
      for (const resolve of unread.values()) resolve(false)
    },
  }
}

/** The kept buttons of a message by the command that is printed for each. */
const buttonsOf = ({ actions }: Message, commands: readonly CommandSpec[]): ReadonlyMap<string, string> =>
  new Map(actions.flatMap(action => (action.id === undefined ? [] : [[typedCommand(action, commands), action.id]])))

/** A message's file is written beside where the program runs; the message says where. */
async function withFileWritten(message: Message, folder: string, locale: string | undefined): Promise<Message> {
  if (message.attachment === undefined) return message
  const path = await writeAttachment(message.attachment, folder)
  if (path === undefined) return message
  const { attachment: _written, ...rest } = message
  return { ...rest, blocks: [...message.blocks, { kind: 'note', text: catalogueFor(locale).imports.written(path) }] }
}

function createDesk(
  handler: CommandHandler,
  request: Request,
  { log, onEnd, commands, folder = process.cwd(), locale, asides = {} }: TerminalOptions,
  look: () => TerminalLook,
  write: Desk['write'],
): Desk {
  let hasEnded = false
  let buttons: ReadonlyMap<string, string> = new Map()
  const openFile: OpenFile = pathOpener(folder)
  return {
    async answer(line, signal) {
      // Whoever types what a button of the last answer stands for presses it: some fill in what words can not.
      const id = buttons.get(line)
      try {
        const invocation: Invocation =
          id === undefined ? { kind: 'words', text: line, openFile } : { kind: 'action', id }
        const aside = new Map(Object.entries(asides)).get(line.trim().replace(/^\//, ''))
        const answer = await (aside?.(signal) ?? handler.handle(request, invocation, signal))
        const message = await withFileWritten(answer, folder, locale)
        buttons = buttonsOf(message, commands)
        return { text: renderTerminal(message, look()), isError: message.isError === true }
      } catch (error) {
        log.error({ reason: reasonOf(error) }, 'a command was not answered')
        return { text: '✗', isError: true }
      }
    },
    write,
    ended(failed) {
      if (hasEnded) return
      hasEnded = true
      onEnd(failed)
    },
  }
}

/**
 * The terminal as a chat service: a prompt with history, completion and colour at a keyboard with a window; when either
 * is a pipe, commands are read line by line, echoed and answered in order until the input ends.
 */
export function createTerminalPlatform(options: TerminalOptions): Platform {
  const { input, output, commands } = options
  const request: Request = {
    platform: 'terminal',
    address: TERMINAL_ADDRESS,
    userId: 'local',
    isManager: true,
    locale: options.locale ?? 'en',
  }
  // NO_COLOR and TERM=dumb: the stream knows (tty.WriteStream.hasColors).
  const isColour = output.isTTY === true && output.hasColors?.() !== false
  const look = (): TerminalLook => ({ columns: output.columns ?? PIPE_COLUMNS, isColour, commands })
  const { write, idle, release } = createWriter(output, options.log)
  let session: Session | undefined
  let sent = 0

  async function startSession(handler: CommandHandler, signal: AbortSignal): Promise<Session> {
    const desk = createDesk(handler, request, options, look, write)
    if (input.isTTY !== true || output.isTTY !== true) return readPipe(input, desk, signal)
    if (options.greeting !== undefined) {
      const lines = options.greeting.flatMap(line => wrap(line, look().columns))
      await desk.write(`${lines.join('\n')}\n\n`)
    }
    const prompt = options.prompt ?? DEFAULT_PROMPT
    return openPrompt(
      {
        input,
        output,
        prompt: isColour ? styleText(['bold', 'cyan'], prompt, { validateStream: false }) : prompt,
        interrupted: catalogueFor(options.locale).terminal.interrupted,
        history: await openHistory(options.historyFile, options.log),
        signal,
        complete: line => complete(line, commands, handler, request),
      },
      desk,
    )
  }

  /** While stopping, a text that nobody reads is waited for only so long. */
  async function releaseUntil(closed: AbortSignal): Promise<void> {
    while (!closed.aborted) {
      await options.clock.sleep(UNREAD_MS, closed).catch(() => undefined)
      if (!closed.aborted) release()
    }
  }

  return {
    name: 'terminal',
    resend: { times: 0, afterMs: 0 },
    split: (message: Message) => [message],
    async start(handler, signal) {
      session = await startSession(handler, signal)
    },
    async send(part) {
      const separator = renderSeparator(part.message, options.clock.now(), look())
      const isShown = await session?.print(`${separator}\n${renderTerminal(part.message, look())}`)
      if (isShown !== true) throw new DeliveryError('retry', 'the terminal is closed')
      sent += 1
      return { messageId: String(sent) }
    },
    async stop() {
      const closed = new AbortController()
      const releasing = releaseUntil(closed.signal)
      await session?.close()
      session = undefined
      await idle()
      closed.abort()
      await releasing
    },
  }
}
