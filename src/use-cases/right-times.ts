import { nextRun } from '../digests/schedule.ts'
import type { Briefing } from '../model/briefing.ts'
import type { AppParts } from './parts.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** Longer than Retry-After may hold off a feed, a platform an attempt, and any work its lease. */
const FURTHEST = { pollMs: 8 * DAY_MS, attemptMs: 2 * HOUR_MS, leaseMs: 15 * MINUTE_MS } as const
/** Between two looks, unless the clock goes backwards. */
const EVERY_MS = HOUR_MS

/** The next run that the briefing should have now; a slot that has run already does not run again. */
function rightRun(briefing: Briefing, now: Date): Date {
  const next = nextRun(briefing, now)
  const after = nextRun(briefing, next)
  const told = briefing.lastRunAt
  // The edition of a slot is made at the slot or behind it, and before the next one.
  const hasRun = told !== undefined && told >= next && told < after
  return hasRun ? after : next
}

/**
 * Mends what a clock that was ahead has left: briefings, polls, sending attempts and leases that lie in a future in which
 * nobody would look for them.
 * @returns how many things were mended
 */
async function rightTimes({ store, clock }: AppParts): Promise<number> {
  const now = clock.now()
  let mended = await store.mendTimes(now, FURTHEST)
  for (const briefing of await store.listBriefings()) {
    const right = rightRun(briefing, now)
    if (briefing.nextRunAt > right && (await store.resetBriefing(briefing, right, now))) mended += 1
  }
  return mended
}

/** One round of the loop that looks at the start, every hour, and whenever the clock has gone backwards. */
export function createTimeKeeper(parts: AppParts): () => Promise<void> {
  let lookedAtMs: number | undefined
  return async () => {
    const nowMs = parts.clock.now().getTime()
    if (lookedAtMs !== undefined && nowMs >= lookedAtMs && nowMs - lookedAtMs < EVERY_MS) return
    const mended = await rightTimes(parts)
    lookedAtMs = nowMs
    if (mended > 0) parts.log.warn({ mended }, 'times that a wrong clock had left were set right')
  }
}
