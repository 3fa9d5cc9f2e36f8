import type { ClaimedPart, PlatformName } from '../model/briefing.ts'
import { DeliveryError, type DeliveryOutcome } from '../model/errors.ts'
import type { Clock } from '../ports/clock.ts'
import type { DeliveryStore, PartOutcome } from '../ports/delivery-store.ts'
import type { Log } from '../ports/log.ts'
import type { Platform, ResendPolicy } from '../ports/platform.ts'
import type { ChannelStore } from '../ports/store.ts'

const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS

/** Longer than a platform's own time limit for one call, so that a lease runs out only when its process died. */
const LEASE_MS = 2 * MINUTE_MS
const RETRY_FIRST_MS = 5 * SECOND_MS
const RETRY_CAP_MS = HOUR_MS
/** A part that could not be sent for so many attempts is given up: its news is old. */
const ATTEMPTS_AT_MOST = 40
/** Parts of different channels that are under way at once on one platform. */
const PARALLEL_SENDS = 4
const REFUSED_WAIT_MS = HOUR_MS
/** While sends are slow, a free place looks for new parts this often. */
const LOOK_AGAIN_MS = 5 * SECOND_MS
/** Waits between attempts to note that a part was sent; far shorter in sum than the lease. */
const NOTE_AGAIN_MS = [100, SECOND_MS, 5 * SECOND_MS, 20 * SECOND_MS] as const
/** What may be repeated where the platform does not recognise a repetition (any more). */
const RESENDS_UNKNOWN = 1

export interface DelivererParts {
  readonly store: DeliveryStore & Pick<ChannelStore, 'pauseChannel' | 'moveChannel'>
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
  /**
   * Sends every due part, in order within a channel; platforms do not wait for each other. Returns when nothing is due
   * and nothing is under way.
   * @param closing aborted: take no new part, end what is under way
   * @param giveUp aborted: sends under way are given up, so that their outcome stays unknown
   * @param only these platforms; all that are connected when absent
   * @throws the first error of the store, after everything under way has ended
   */
  deliverDue(closing: AbortSignal, giveUp: AbortSignal, only?: readonly PlatformName[]): Promise<DeliveryReport>
}

/** Doubling wait before an attempt, capped. @param attempt 1 for the first */
export const retryWaitMs = (attempt: number): number =>
  Math.min(RETRY_CAP_MS, RETRY_FIRST_MS * 2 ** Math.min(attempt - 1, 20))

const asDeliveryError = (error: unknown): DeliveryError =>
  error instanceof DeliveryError
    ? error
    : new DeliveryError('uncertain', 'the send ended in an unknown way', { cause: error })

/** How many times the part may be sent again in all, as things stand now. */
function resendsAllowed({ times, withinMs }: ResendPolicy, { uncertainSince }: ClaimedPart, now: Date): number {
  if (withinMs === undefined || uncertainSince === undefined) return times
  const isKnown = now.getTime() - uncertainSince.getTime() <= withinMs
  return isKnown ? times : Math.min(times, RESENDS_UNKNOWN)
}

function outcomeOf(part: ClaimedPart, policy: ResendPolicy, error: DeliveryError, now: Date): PartOutcome {
  const after = (ms: number): Date => new Date(now.getTime() + ms)
  const outcomes: Readonly<Record<DeliveryOutcome, () => PartOutcome>> = {
    retry: () =>
      part.attempt >= ATTEMPTS_AT_MOST
        ? { kind: 'dead', error: error.message }
        : { kind: 'retry', at: after(error.retryAfterMs ?? retryWaitMs(part.attempt)), error: error.message },
    uncertain: () =>
      part.uncertainAttempts >= resendsAllowed(policy, part, now)
        ? { kind: 'dead', error: `sent ${part.uncertainAttempts + 1} times without an answer: ${error.message}` }
        : { kind: 'uncertain', at: after(policy.afterMs), error: error.message },
    gone: () => ({ kind: 'retry', at: after(retryWaitMs(part.attempt)), error: error.message }),
    rejected: () => ({ kind: 'dead', error: error.message }),
    refused: () => ({ kind: 'retry', at: after(REFUSED_WAIT_MS), error: error.message }),
  }
  return outcomes[error.outcome]()
}

/** The part whose outcome stayed unknown on a process that died: is sending once more still allowed? */
const isExhausted = (part: ClaimedPart, policy: ResendPolicy, now: Date): boolean =>
  part.uncertainAttempts > resendsAllowed(policy, part, now)

const fieldsOf = ({ channel, deliveryId, index, attempt }: ClaimedPart) => ({
  channel: channel.id,
  delivery: deliveryId,
  part: index,
  attempt,
})

/** A part that is known to have arrived must not become an uncertain one because the store was in trouble. */
async function noteSent(
  { store, clock, log }: DelivererParts,
  part: ClaimedPart,
  messageId: string,
  giveUp: AbortSignal,
): Promise<void> {
  const outcome = { kind: 'sent', messageId, at: clock.now() } as const
  for (const againAfterMs of NOTE_AGAIN_MS) {
    try {
      await store.finishPart(part, outcome)
      return
    } catch (error) {
      log.warn({ ...fieldsOf(part), error, againAfterMs }, 'a sent part could not be noted; trying again')
      await clock.sleep(againAfterMs, giveUp).catch(() => undefined)
    }
  }
  try {
    await store.finishPart(part, outcome)
  } catch (error) {
    log.error({ ...fieldsOf(part), messageId }, 'a part was sent but could not be noted: it may be sent again')
    throw error
  }
}

/** Resolves when a send ends, or when it is time to look for new parts beside the slow ones. */
async function endOfOne(clock: Clock, running: ReadonlySet<Promise<void>>): Promise<void> {
  const ended = new AbortController()
  await Promise.race([...running, clock.sleep(LOOK_AGAIN_MS, ended.signal).catch(() => undefined)])
  ended.abort()
}

/** Sends what is due on one platform, several parts at once, until nothing is due and nothing is under way. */
async function drain(
  { store, clock }: DelivererParts,
  name: PlatformName,
  sendPart: (part: ClaimedPart) => Promise<boolean>,
  closing: AbortSignal,
): Promise<DeliveryReport> {
  const running = new Set<Promise<void>>()
  const errors: unknown[] = []
  let sent = 0
  let failed = 0
  const begin = (part: ClaimedPart): void => {
    const task = sendPart(part)
      .then(
        isSent => {
          if (isSent) sent += 1
          else failed += 1
        },
        error => {
          errors.push(error)
        },
      )
      .finally(() => running.delete(task))
    running.add(task)
  }
  /** Fills the free places; returns how many. */
  const fill = async (): Promise<number> => {
    const free = closing.aborted || errors.length > 0 ? 0 : PARALLEL_SENDS - running.size
    if (free === 0) return 0
    const parts = await store.claimDueParts({ now: clock.now(), limit: free, leaseMs: LEASE_MS }, [name])
    for (const part of parts) begin(part)
    return parts.length
  }
  for (;;) {
    const begun = await fill().catch(error => {
      errors.push(error)
      return 0
    })
    if (begun === 0 && running.size === 0) break
    if (running.size > 0) await endOfOne(clock, running)
  }
  if (errors.length > 0) throw errors[0]
  return { sent, failed }
}

/**
 * The sender of the outbox: claims due parts, sends each once, notes the outcome. A part that may have arrived is sent
 * again only as far as its platform's policy allows; a channel that is gone is paused with its queue kept.
 */
export function createDeliverer(parts: DelivererParts): Deliverer {
  const { store, platforms, isReady, clock, log } = parts
  const byName = new Map(platforms.map(platform => [platform.name, platform]))

  async function settleChannel({ channel }: ClaimedPart, error: DeliveryError): Promise<void> {
    if (error.movedTo !== undefined) await store.moveChannel(channel.id, error.movedTo)
    if (error.outcome === 'gone') await store.pauseChannel(channel.id, clock.now(), error.message)
  }

  async function settleFailure(part: ClaimedPart, policy: ResendPolicy, thrown: unknown): Promise<void> {
    const error = asDeliveryError(thrown)
    const outcome = outcomeOf(part, policy, error, clock.now())
    log.warn(
      { ...fieldsOf(part), outcome: error.outcome, next: outcome.kind, reason: error.message },
      'a part was not delivered',
    )
    await store.finishPart(part, outcome)
    await settleChannel(part, error)
  }

  async function sendPart(part: ClaimedPart, giveUp: AbortSignal): Promise<boolean> {
    const platform = byName.get(part.channel.platform)
    if (platform === undefined) return false
    if (isExhausted(part, platform.resend, clock.now())) {
      log.warn(fieldsOf(part), 'a part is given up: the process ended while it was being sent, more than once')
      await store.finishPart(part, { kind: 'dead', error: 'the process ended while it was being sent, more than once' })
      return false
    }
    if (!(await store.markSending(part))) return false
    let messageId: string
    try {
      messageId = (await platform.send(part, giveUp)).messageId
    } catch (error) {
      await settleFailure(part, platform.resend, error)
      return false
    }
    await noteSent(parts, part, messageId, giveUp)
    return true
  }

  return {
    async deliverDue(closing, giveUp, only = [...byName.keys()]) {
      const names = only.filter(isReady)
      const results = await Promise.allSettled(
        names.map(name => drain(parts, name, part => sendPart(part, giveUp), closing)),
      )
      const total = { sent: 0, failed: 0 }
      for (const result of results) {
        if (result.status === 'rejected') throw result.reason
        total.sent += result.value.sent
        total.failed += result.value.failed
      }
      return total
    },
  }
}
