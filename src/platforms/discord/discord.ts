import { type Client, Events, type Interaction, MessageFlags, type REST, Routes } from 'discord.js'
import type { ClaimedPart, Receipt } from '../../model/briefing.ts'
import type { CommandSpec } from '../../model/command.ts'
import { DeliveryError } from '../../model/errors.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Log } from '../../ports/log.ts'
import type { CommandHandler, Platform, ResendPolicy } from '../../ports/platform.ts'
import type { StateStore } from '../../ports/store.ts'
import { registerCommands } from './commands.ts'
import { bareToken, checkToken, connect, createRest } from './connection.ts'
import { describeError, toDeliveryError } from './errors.ts'
import { sendOrSimplify } from './fallback.ts'
import { answerInteraction } from './interactions.ts'
import type { DiscordPayload } from './render.ts'
import { splitForDiscord } from './split.ts'

/** How long stopping waits for answers under way. */
const STOP_WITHIN_MS = 5_000
/** Then they are given up, and so long may it take to say so. */
const LAST_WORD_MS = 2_000

/**
 * Discord recognises a nonce for "the past few minutes", so repeating within three makes no copy
 * (https://docs.discord.com/developers/resources/message#create-message).
 */
const RESEND: ResendPolicy = { times: 5, afterMs: 5_000, withinMs: 180_000 }

/** What the Discord platform is made from. */
export interface DiscordOptions {
  readonly token: string
  readonly commands: readonly CommandSpec[]
  /** Remembers which commands are registered. */
  readonly state: Pick<StateStore, 'getValue' | 'setValue'>
  readonly log: Log
  readonly clock: Clock
  /** Whether everybody in the channel sees a command's answer; by default only the person who asked does. */
  readonly isPublic?: (command: string, options: Readonly<Record<string, string>>) => boolean
  /** Discord's API without the version; the real one by default. */
  readonly restUrl?: string
}

/** Ids are decimal numbers of at most 20 digits; anything else must not get into a path. */
const isSnowflake = (address: string): boolean => /^\d{1,20}$/.test(address)

/**
 * One request that posts one part. The nonce makes Discord return the message of an earlier attempt instead of
 * writing a second one (https://docs.discord.com/developers/resources/message#create-message).
 */
async function post(rest: REST, part: ClaimedPart, payload: DiscordPayload, signal: AbortSignal): Promise<Receipt> {
  const { components, file } = payload
  const body = {
    components,
    flags: MessageFlags.IsComponentsV2,
    nonce: part.nonce,
    enforce_nonce: true,
    allowed_mentions: { parse: [] },
    ...(file === undefined ? {} : { attachments: [{ id: '0', filename: file.filename }] }),
  }
  const files = file === undefined ? {} : { files: [{ name: file.filename, data: file.text }] }
  const sent: unknown = await rest.post(Routes.channelMessages(part.channel.address), { body, ...files, signal })
  if (typeof sent !== 'object' || sent === null || !('id' in sent) || typeof sent.id !== 'string')
    throw new DeliveryError('uncertain', 'Discord answered without a message id')
  return { messageId: sent.id }
}

/**
 * Discord, by discord.js: commands come through the gateway, parts are posted by REST (also while the gateway is away).
 */
export function createDiscordPlatform(given: DiscordOptions): Platform {
  const options = { ...given, token: bareToken(given.token) }
  const { token, log, clock } = options
  const rest = createRest(options)
  const closing = new AbortController()
  const underWay = new Set<Promise<void>>()
  let client: Client | undefined
  let stopped: Promise<void> | undefined

  const listen = (handler: CommandHandler) => (interaction: Interaction) => {
    const isPublic = options.isPublic ?? (() => false)
    const server = options.restUrl === undefined ? {} : { restUrl: options.restUrl }
    const answering = { handler, log, clock, token, isPublic, signal: closing.signal, ...server }
    const answer = answerInteraction(interaction, answering)
    underWay.add(answer)
    answer.finally(() => underWay.delete(answer))
  }

  const register = async (applicationId: string): Promise<void> => {
    try {
      const isNew = await registerCommands(rest, applicationId, options.commands, options.state)
      log.info({ platform: 'discord', commands: options.commands.length, isNew }, 'commands registered')
    } catch (error) {
      log.error({ platform: 'discord', error: describeError(error, token) }, 'commands could not be registered')
    }
  }

  /** Answers that begin meanwhile are waited for too: they say that this is the end. */
  const answersEnd = async (withinMs: number): Promise<void> => {
    const timer = new AbortController()
    const deadline = clock.sleep(withinMs, timer.signal).catch(() => undefined)
    const idle = async (): Promise<void> => {
      while (underWay.size > 0 && !timer.signal.aborted) await Promise.allSettled(underWay)
    }
    await Promise.race([idle(), deadline])
    timer.abort()
  }

  const close = async (): Promise<void> => {
    await answersEnd(STOP_WITHIN_MS)
    closing.abort(new Error('stopped'))
    await answersEnd(LAST_WORD_MS)
    await client?.destroy()
  }

  return {
    name: 'discord',
    resend: RESEND,
    split: splitForDiscord,
    async start(handler, signal) {
      checkToken(token)
      const either = AbortSignal.any([signal, closing.signal])
      const ready = await connect(options, made => made.on(Events.InteractionCreate, listen(handler)), either)
      client = ready
      await register(ready.application.id)
    },
    async send(part, signal) {
      if (signal.aborted) throw new DeliveryError('retry', 'not sent: stopping')
      if (!isSnowflake(part.channel.address)) throw new DeliveryError('gone', 'not a Discord channel id')
      try {
        return await sendOrSimplify(part.message, log, token, payload => post(rest, part, payload, signal))
      } catch (error) {
        throw toDeliveryError(error, token)
      }
    },
    stop() {
      stopped ??= close()
      return stopped
    },
  }
}
