import type { Bot, Transformer } from 'grammy'
import { StartError } from '../../model/errors.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Log } from '../../ports/log.ts'
import { describeError, isConflict, isTokenRefused } from './errors.ts'
import { ALLOWED_UPDATES } from './updates.ts'

/** How long Telegram holds a request for updates open. */
const POLL_TIMEOUT_SECONDS = 30
/** Waits before polling again after another poller took over, the last one for ever. */
const AGAIN_AFTER_MS = [5_000, 10_000, 15_000, 30_000] as const
/** Polling that held this long ended the quarrel: the next one begins with the shortest wait. */
const SETTLED_AFTER_MS = 60_000

const CONFLICT_STATUS = 409
const CONFLICT =
  'Another process is receiving the updates of this TELEGRAM_TOKEN. Stop the other process, or give this one a bot of its own'
/** Safe to show; says what to change. */
export const TOKEN_REFUSED =
  'Telegram does not accept TELEGRAM_TOKEN. Copy the token again from @BotFather (/mybots, API Token) and start again'

interface Wiring {
  readonly bot: Bot
  readonly clock: Clock
  readonly log: Log
}

/** Logs when updates stop coming and when they come again, once each: grammY tries again in silence. */
export function watchPolling(log: Log): Transformer {
  let isFailing = false
  const note = (reason: string | undefined): void => {
    if (reason !== undefined && !isFailing) log.warn({ reason }, 'No updates from Telegram; trying again')
    if (reason === undefined && isFailing) log.info({}, 'Updates from Telegram come again')
    isFailing = reason !== undefined
  }
  return async (previous, method, payload, signal) => {
    if (method !== 'getUpdates') return await previous(method, payload, signal)
    try {
      const response = await previous(method, payload, signal)
      // A conflict ends grammY's loop and is told by whoever begins it again.
      if (response.ok || response.error_code !== CONFLICT_STATUS) {
        note(response.ok ? undefined : `${response.error_code} ${response.description}`)
      }
      return response
    } catch (error) {
      if (signal?.aborted !== true) note(describeError(error))
      throw error
    }
  }
}

/**
 * Polls until the signal is aborted or the token is refused. grammY gives up when another poller appears (409);
 * this waits and begins again, so that an overlapping deployment leaves nobody deaf.
 */
async function poll({ bot, clock, log }: Wiring, onReady: () => void, signal: AbortSignal): Promise<void> {
  for (let failures = 0; !signal.aborted; failures += 1) {
    const beganMs = clock.now().getTime()
    try {
      await bot.start({ allowed_updates: ALLOWED_UPDATES, timeout: POLL_TIMEOUT_SECONDS, onStart: onReady })
      return
    } catch (error) {
      if (signal.aborted) return
      if (isTokenRefused(error)) throw new StartError(TOKEN_REFUSED)
      if (clock.now().getTime() - beganMs >= SETTLED_AFTER_MS) failures = 0
      const againAfterMs = AGAIN_AFTER_MS[failures] ?? AGAIN_AFTER_MS[AGAIN_AFTER_MS.length - 1] ?? 0
      const reason = describeError(error)
      log.error({ reason, againAfterMs }, isConflict(error) ? CONFLICT : 'Receiving updates from Telegram failed')
      await clock.sleep(againAfterMs, signal).catch(() => undefined)
    }
  }
}

/** Long polling under way. */
export interface Polling {
  /** Stops asking for updates and confirms those that were received; never throws. */
  stop(): Promise<void>
}

/**
 * Begins to receive updates; resolves when they are being received.
 * @throws StartError when Telegram refuses the token
 */
export async function startPolling(wiring: Wiring, signal: AbortSignal): Promise<Polling> {
  const { bot, log } = wiring
  const stopping = new AbortController()
  const either = AbortSignal.any([signal, stopping.signal])
  let stopped: Promise<void> | undefined
  const end = async (): Promise<void> => {
    stopping.abort()
    await bot.stop().catch(error => log.debug({ reason: describeError(error) }, 'The last updates were not confirmed'))
  }
  const stop = (): Promise<void> => {
    stopped ??= end()
    return stopped
  }
  signal.addEventListener('abort', () => void stop(), { once: true })
  await new Promise<void>((resolve, reject) => {
    const onEnd = (): void => reject(either.reason)
    either.addEventListener('abort', onEnd, { once: true })
    poll(wiring, resolve, either).then(onEnd, error => {
      // Without effect when polling had begun; then only the log tells of it.
      reject(error)
      log.error({ reason: describeError(error) }, TOKEN_REFUSED)
    })
  })
  return { stop }
}
