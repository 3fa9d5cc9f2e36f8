import type { ClaimedPart, PlatformName } from '../model/briefing.ts'
import { DeliveryError, type DeliveryOutcome } from '../model/errors.ts'
import type { Clock } from '../ports/clock.ts'
import type { Log } from '../ports/log.ts'
import type { Platform } from '../ports/platform.ts'
import type { ChannelStore, DeliveryStore, PartOutcome } from '../ports/store.ts'

const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS

/** Longer than a platform's own time limit for one call, so that a lease runs out only when its process died. */
const LEASE_MS = 2 * MINUTE_MS
const RETRY_FIRST_MS = 5 * SECOND_MS
const RETRY_CAP_MS = HOUR_MS
/** A part that could not be sent for so many attempts is given up: its news is old. */
const ATTEMPTS_AT_MOST = 40
/** Parts of different channels that are under way at once. */
const PARALLEL_SENDS = 4
const REFUSED_WAIT_MS = HOUR_MS

/**
 * How often a part may be sent again when nobody knows whether it arrived, and how soon. Discord recognises the nonce
 * for "the past few minutes", so repeating within them makes no copy; Telegram has no such key: once more, then held.
 */
const UNCERTAIN_POLICY: Readonly<Record<PlatformName, { readonly resends: number; readonly afterMs: number }>> = {
  discord: { resends: 5, afterMs: 5 * SECOND_MS },
  telegram: { resends: 1, afterMs: 10 * SECOND_MS },
  terminal: { resends: 0, afterMs: 0 },
}

export interface DelivererParts {
  readonly store: DeliveryStore & Pick<ChannelStore, 'saveChannel' | 'moveChannel'>
  readonly platforms: readonly Platform[]
  /** Whether the platform is connected; what is owed on others waits. */
  readonly isReady: (name: PlatformName) => boolean
  readonly clock: Clock
  readonly log: Log
}

export interface DeliveryReport {
  readonly sent: number
  readonly failed: number
}

export interface Deliverer {
  /** Sends every due part, in order within a channel. Returns when nothing is due, or when aborted. */
  deliverDue(signal: AbortSignal): Promise<DeliveryReport>
}

/** Doubling wait before an attempt, capped. @param attempt 1 for the first */
export const retryWaitMs = (attempt: number): number =>
  Math.min(RETRY_CAP_MS, RETRY_FIRST_MS * 2 ** Math.min(attempt - 1, 20))

const asDeliveryError = (error: unknown): DeliveryError =>
  error instanceof DeliveryError
    ? error
    : new DeliveryError('uncertain', 'the send ended in an unknown way', { cause: error })

function outcomeOf(part: ClaimedPart, error: DeliveryError, now: Date): PartOutcome {
  const after = (ms: number): Date => new Date(now.getTime() + ms)
  const policy = UNCERTAIN_POLICY[part.channel.platform]
  const outcomes: Readonly<Record<DeliveryOutcome, () => PartOutcome>> = {
    retry: () =>
      part.attempt >= ATTEMPTS_AT_MOST
        ? { kind: 'dead', error: error.message }
        : { kind: 'retry', at: after(error.retryAfterMs ?? retryWaitMs(part.attempt)), error: error.message },
    uncertain: () =>
      part.uncertainAttempts >= policy.resends
        ? { kind: 'dead', error: `sent ${part.uncertainAttempts + 1} times without an answer: ${error.message}` }
        : { kind: 'uncertain', at: after(policy.afterMs), error: error.message },
    gone: () => ({ kind: 'retry', at: after(retryWaitMs(part.attempt)), error: error.message }),
    rejected: () => ({ kind: 'dead', error: error.message }),
    refused: () => ({ kind: 'retry', at: after(REFUSED_WAIT_MS), error: error.message }),
  }
  return outcomes[error.outcome]()
}

/** The part whose outcome stayed unknown on a process that died: is sending once more still allowed? */
const isExhausted = ({ channel, uncertainAttempts }: ClaimedPart): boolean =>
  uncertainAttempts > UNCERTAIN_POLICY[channel.platform].resends

/**
 * The sender of the outbox: claims due parts, sends each once, notes the outcome. A part that may have arrived is sent
 * again only as far as its platform's policy allows; a channel that is gone is paused with its queue kept.
 */
export function createDeliverer({ store, platforms, isReady, clock, log }: DelivererParts): Deliverer {
  const byName = new Map(platforms.map(platform => [platform.name, platform]))

  async function settleChannel(part: ClaimedPart, error: DeliveryError): Promise<void> {
    if (error.movedTo !== undefined) await store.moveChannel(part.channel.id, error.movedTo)
    if (error.outcome === 'gone') {
      await store.saveChannel({ ...part.channel, pausedAt: clock.now(), pauseReason: error.message })
    }
  }

  async function settleFailure(part: ClaimedPart, thrown: unknown): Promise<void> {
    const error = asDeliveryError(thrown)
    const outcome = outcomeOf(part, error, clock.now())
    const fields = { channel: part.channel.id, delivery: part.deliveryId, part: part.index, attempt: part.attempt }
    log.warn(
      { ...fields, outcome: error.outcome, next: outcome.kind, reason: error.message },
      'a part was not delivered',
    )
    await store.finishPart(part, outcome)
    await settleChannel(part, error)
  }

  async function sendPart(part: ClaimedPart, signal: AbortSignal): Promise<boolean> {
    const platform = byName.get(part.channel.platform)
    if (platform === undefined) return false
    if (isExhausted(part)) {
      await store.finishPart(part, { kind: 'dead', error: 'the process ended while it was being sent, more than once' })
      return false
    }
    if (!(await store.markSending(part))) return false
    try {
      const { messageId } = await platform.send(part, signal)
      await store.finishPart(part, { kind: 'sent', messageId, at: clock.now() })
      return true
    } catch (error) {
      await settleFailure(part, error)
      return false
    }
  }

  return {
    async deliverDue(signal) {
      let sent = 0
      let failed = 0
      while (!signal.aborted) {
        const claim = { now: clock.now(), limit: PARALLEL_SENDS, leaseMs: LEASE_MS }
        const parts = await store.claimDueParts(claim, [...byName.keys()].filter(isReady))
        if (parts.length === 0) break
        const results = await Promise.all(parts.map(part => sendPart(part, signal)))
        sent += results.filter(isSent => isSent).length
        failed += results.filter(isSent => !isSent).length
      }
      return { sent, failed }
    },
  }
}
