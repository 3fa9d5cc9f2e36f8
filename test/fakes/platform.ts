import type { ClaimedPart, PlatformName, Receipt } from '../../src/model/briefing.ts'
import type { Message } from '../../src/model/message.ts'
import type { CommandHandler, Platform, ResendPolicy } from '../../src/ports/platform.ts'

/** A chat service in memory: keeps what was sent, and fails as a test's script says. */
export interface ScriptedPlatform extends Platform {
  readonly sent: readonly ClaimedPart[]
  /** The next sends throw these, in order; `undefined` lets one pass. */
  fail(...errors: readonly (Error | undefined)[]): void
  /** What was handed to start. */
  handler(): CommandHandler
}

/** As the real ones have it. */
const RESEND: Readonly<Record<PlatformName, ResendPolicy>> = {
  discord: { times: 5, afterMs: 5_000, withinMs: 180_000 },
  telegram: { times: 1, afterMs: 10_000 },
  terminal: { times: 0, afterMs: 0 },
}

export const textOf = (message: Message): string =>
  message.blocks.map(block => (block.kind === 'citation' ? block.quote : block.text)).join('\n')

export function createScriptedPlatform(name: PlatformName): ScriptedPlatform {
  const sent: ClaimedPart[] = []
  const failures: (Error | undefined)[] = []
  let started: CommandHandler | undefined
  return {
    name,
    resend: RESEND[name],
    sent,
    fail: (...errors) => void failures.push(...errors),
    handler() {
      if (started === undefined) throw new Error('not started')
      return started
    },
    split: message => [message],
    async start(handler) {
      started = handler
    },
    async send(part): Promise<Receipt> {
      const failure = failures.shift()
      if (failure !== undefined) throw failure
      sent.push(part)
      return { messageId: `m${sent.length}` }
    },
    async stop() {
      started = undefined
    },
  }
}
