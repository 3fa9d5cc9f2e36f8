import type { Api } from 'grammy'
import type { Clock } from '../../ports/clock.ts'
import type { Log } from '../../ports/log.ts'
import { describeError } from './errors.ts'
import { toGrammySignal } from './signals.ts'

/** How long an answer of the member list counts; a dismissed administrator can act this much longer. */
const KEEP_MS = 60_000
const MAX_KEPT = 1_000

interface Kept {
  readonly isManager: boolean
  readonly untilMs: number
}

/** Whether this person may manage this chat. Never throws: who can not be asked about may not. */
export type ManagerCheck = (chatId: number | string, userId: string, signal: AbortSignal) => Promise<boolean>

/** A check that asks Telegram's member list, at most once a minute for each person and chat. */
export function createManagerCheck(api: Api, clock: Clock, log: Log): ManagerCheck {
  const kept = new Map<string, Kept>()

  const ask: ManagerCheck = async (chatId, userId, signal) => {
    const { status } = await api.getChatMember(chatId, Number(userId), toGrammySignal(signal))
    return status === 'creator' || status === 'administrator'
  }
  const keep = (key: string, isManager: boolean, nowMs: number): void => {
    kept.delete(key)
    kept.set(key, { isManager, untilMs: nowMs + KEEP_MS })
    const oldest = kept.size > MAX_KEPT ? kept.keys().next() : undefined
    if (oldest?.done === false) kept.delete(oldest.value)
  }

  return async (chatId, userId, signal) => {
    const key = `${chatId} ${userId}`
    const nowMs = clock.now().getTime()
    const known = kept.get(key)
    if (known !== undefined && known.untilMs > nowMs) return known.isManager
    try {
      const isManager = await ask(chatId, userId, signal)
      keep(key, isManager, nowMs)
      return isManager
    } catch (error) {
      log.warn({ chatId, reason: describeError(error) }, 'Telegram does not say who manages this chat')
      return false
    }
  }
}
