import type { Feed, FeedId } from '../model/feed.ts'
import type { Claimed } from '../ports/claim.ts'
import { createTurns, type PolledFeed, type PollerOptions } from './poll-feed.ts'

/** Rows held at the same time: more than are fetched, so that feeds waiting for their host do not keep others back. */
const CLAIMED_AT_ONCE = 128
/** New rows are claimed when this many are left. */
const REFILL_AT = 96

/** Longer than the slowest poll of a full house; after it a crashed poller's feeds are due again. */
export const POLL_LEASE_MS = 10 * 60_000

interface PollReport {
  /** Feeds that were asked. */
  readonly polled: number
  readonly unchanged: number
  readonly failed: number
  /** Articles kept for the first time. */
  readonly added: number
  /** Known articles whose text changed. */
  readonly changed: number
}

interface PollWish {
  /** These feeds if they are due, subscribed or not; else all due feeds that a channel takes. */
  readonly only?: readonly FeedId[]
  readonly onPolled?: (polled: PolledFeed) => void
}

export interface Poller {
  /**
   * Polls every feed that is due, each once, or puts it off when its host is to be left alone. A feed that fails is told
   * in the report and the log.
   * @throws StoreError; the signal's reason when it was aborted (what was not finished is due again after its lease)
   */
  pollDue(signal: AbortSignal, wish?: PollWish): Promise<PollReport>
}

function countIn(report: PollReport, { outcome, added, changed }: PolledFeed): PollReport {
  if (outcome === 'postponed') return report
  return {
    polled: report.polled + 1,
    unchanged: report.unchanged + (outcome === 'unchanged' ? 1 : 0),
    failed: report.failed + (outcome === 'failed' ? 1 : 0),
    added: report.added + added,
    changed: report.changed + changed,
  }
}

/** Makes a poller. It remembers when each host was asked last, so one is made and kept. */
export function createPoller(options: PollerOptions): Poller {
  const { store, clock } = options
  const pollInTurn = createTurns(options)

  return {
    async pollDue(signal, { only, onPolled } = {}) {
      let report: PollReport = { polled: 0, unchanged: 0, failed: 0, added: 0, changed: 0 }
      const running = new Set<Promise<void>>()
      const broken: unknown[] = []
      const start = (claimed: Claimed<Feed>): void => {
        const work = pollInTurn(claimed, signal)
          .then(polled => {
            report = countIn(report, polled)
            if (polled.outcome !== 'postponed') onPolled?.(polled)
          })
          .catch((error: unknown) => void broken.push(error))
          .finally(() => running.delete(work))
        running.add(work)
      }
      let isMore = true
      while (isMore && broken.length === 0 && !signal.aborted) {
        const limit = CLAIMED_AT_ONCE - running.size
        const due = await store.claimDueFeeds({ now: clock.now(), limit, leaseMs: POLL_LEASE_MS }, only)
        for (const claimed of due) start(claimed)
        isMore = due.length === limit
        while (isMore && running.size > REFILL_AT && broken.length === 0) await Promise.race(running)
      }
      await Promise.all(running)
      signal.throwIfAborted()
      if (broken.length > 0) throw broken[0]
      return report
    },
  }
}
