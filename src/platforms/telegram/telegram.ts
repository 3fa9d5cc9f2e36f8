import { autoRetry } from '@grammyjs/auto-retry'
import { Api, Bot } from 'grammy'
import type { UserFromGetMe } from 'grammy/types'
import type { ClaimedPart, Receipt } from '../../model/briefing.ts'
import type { CommandSpec } from '../../model/command.ts'
import { DeliveryError, StartError } from '../../model/errors.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Log } from '../../ports/log.ts'
import type { Platform, ResendPolicy } from '../../ports/platform.ts'
import { findTarget } from './address.ts'
import { type Answers, createAnswers } from './answers.ts'
import { describeError, isTokenRefused, toDeliveryError } from './errors.ts'
import { type MenuState, registerMenus } from './menu.ts'
import { type Polling, startPolling, TOKEN_REFUSED, watchPolling } from './polling.ts'
import { post } from './post.ts'
import { splitForTelegram } from './render.ts'
import { toGrammySignal } from './signals.ts'

/** What BotFather hands out: the bot's id, a colon, the secret. */
const TOKEN = /^\d+:[\w-]+$/
/** Longer than a poll is held open, so that only a dead connection runs into it. */
const REQUEST_TIMEOUT_SECONDS = 60
const SEND_TIMEOUT_SECONDS = 30
/** Answers wait this long for flood control; what Telegram delays longer is not worth waiting for. */
const FLOOD_WAIT_SECONDS = 30
const FLOOD_ATTEMPTS = 3
const START_AGAIN_MS = [5_000, 10_000, 15_000, 30_000] as const
/** How long answers under way may take when the platform stops. */
const STOP_GRACE_MS = 5_000
/** Then they are given up, and so long may it take to say so. */
const LAST_WORD_MS = 2_000

/** Telegram has no key by which it would know a repetition: once more, then the part is given up. */
const RESEND: ResendPolicy = { times: 1, afterMs: 10_000 }

/** What the adapter needs. */
export interface TelegramOptions {
  /** From BotFather; never logged. */
  readonly token: string
  /** In menu order. */
  readonly commands: readonly CommandSpec[]
  readonly state: MenuState
  readonly log: Log
  readonly clock: Clock
  /** Another Bot API server; https://api.telegram.org when absent. */
  readonly apiRoot?: string
}

interface Clients {
  /** Receives and answers; waits out short flood control, never repeats a call whose outcome is unknown. */
  readonly bot: Bot
  /** Sends for the outbox, which decides itself what is tried again. */
  readonly outbox: Api
}

function createClients({ token, apiRoot, log }: TelegramOptions): Clients {
  const root = apiRoot === undefined ? {} : { apiRoot: apiRoot.replace(/\/+$/, '') }
  const bot = new Bot(token, { client: { ...root, timeoutSeconds: REQUEST_TIMEOUT_SECONDS } })
  bot.api.config.use(
    watchPolling(log),
    autoRetry({
      maxRetryAttempts: FLOOD_ATTEMPTS,
      maxDelaySeconds: FLOOD_WAIT_SECONDS,
      rethrowHttpErrors: true,
      rethrowInternalServerErrors: true,
    }),
  )
  return { bot, outbox: new Api(token, { ...root, timeoutSeconds: SEND_TIMEOUT_SECONDS }) }
}

/** Who we are; asks until Telegram can be reached. @throws StartError when it refuses the token */
async function identify(api: Api, { clock, log }: TelegramOptions, signal: AbortSignal): Promise<UserFromGetMe> {
  for (let failures = 0; ; failures += 1) {
    try {
      return await api.getMe(toGrammySignal(signal))
    } catch (error) {
      signal.throwIfAborted()
      if (isTokenRefused(error)) throw new StartError(TOKEN_REFUSED)
      const againAfterMs = START_AGAIN_MS[Math.min(failures, START_AGAIN_MS.length - 1)] ?? 0
      log.warn({ reason: describeError(error), againAfterMs }, 'Telegram can not be reached yet')
      await clock.sleep(againAfterMs, signal)
    }
  }
}

/** A webhook keeps updates from being polled; grammY removes it when polling begins, this says that it did. */
async function warnOfWebhook(api: Api, log: Log, signal: AbortSignal): Promise<void> {
  try {
    const { url } = await api.getWebhookInfo(toGrammySignal(signal))
    if (url !== undefined && url !== '') {
      log.warn({ host: URL.parse(url)?.host }, 'The bot had a webhook; it is removed, for updates are polled here')
    }
  } catch (error) {
    log.debug({ reason: describeError(error) }, 'Whether the bot has a webhook is not known')
  }
}

/** Resolves when the work is done, or after `ms`. */
async function within(clock: Clock, ms: number, work: Promise<unknown>): Promise<void> {
  const done = new AbortController()
  const limit = clock.sleep(ms, done.signal).catch(() => undefined)
  await Promise.race([work, limit])
  done.abort()
}

async function sendPart(clients: Clients, log: Log, part: ClaimedPart, signal: AbortSignal): Promise<Receipt> {
  const target = findTarget(part.channel.address)
  if (target === undefined) throw new DeliveryError('gone', 'The address is not one of Telegram')
  if (signal.aborted) throw new DeliveryError('retry', 'Stopped before the part was sent')
  try {
    return { messageId: String(await post(clients.outbox, log, { target, message: part.message }, signal)) }
  } catch (error) {
    throw toDeliveryError(error, target)
  }
}

/** Telegram as a platform: commands by long polling, messages in HTML, one inline button for each action. */
export function createTelegramPlatform(options: TelegramOptions): Platform {
  const { token, commands, state, log, clock } = options
  const isToken = TOKEN.test(token)
  const clients = isToken ? createClients(options) : undefined
  const giveUp = new AbortController()
  const silence = new AbortController()
  let polling: Polling | undefined
  let answers: Answers | undefined

  let stopped: Promise<void> | undefined

  const end = async (): Promise<void> => {
    const ending = Promise.all([polling?.stop(), answers?.idle()])
    await within(clock, STOP_GRACE_MS, ending)
    giveUp.abort()
    if (answers !== undefined) await within(clock, LAST_WORD_MS, answers.idle())
    silence.abort()
  }

  return {
    name: 'telegram',
    resend: RESEND,
    split: splitForTelegram,
    async start(handler, outer) {
      const signal = AbortSignal.any([outer, giveUp.signal])
      if (clients === undefined) throw new StartError(TOKEN_REFUSED)
      const { bot } = clients
      const me = await identify(bot.api, options, signal)
      bot.botInfo = me
      await warnOfWebhook(bot.api, log, signal)
      await registerMenus({ api: bot.api, state, log }, commands, me.id, signal)
      const self = { username: me.username, commands: new Set(commands.map(({ name }) => name)) }
      const taken = createAnswers({ api: bot.api, clock, log, files: options }, handler, self, {
        giveUp: signal,
        silence: silence.signal,
      })
      answers = taken
      bot.use(ctx => taken.take(ctx.update))
      bot.catch(({ error }) => log.error({ reason: describeError(error) }, 'An update could not be taken'))
      polling = await startPolling({ bot, clock, log }, signal)
      log.info({ bot: me.username }, 'Telegram commands are being received')
    },
    async send(part, signal) {
      if (clients === undefined) throw new DeliveryError('refused', TOKEN_REFUSED)
      return await sendPart(clients, log, part, signal)
    },
    stop() {
      stopped ??= end()
      return stopped
    },
  }
}
