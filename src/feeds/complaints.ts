import { FetchError } from '../model/errors.ts'
import type { Clock } from '../ports/clock.ts'
import type { Log } from '../ports/log.ts'
import type { FeedStore } from '../ports/store.ts'
import type { HostPauses } from './host-pauses.ts'
import { hostGroup, hostWithPort } from './known-hosts.ts'

const TOO_MANY_REQUESTS = 429
const UNAVAILABLE = 503
const MINUTE_MS = 60_000
/** How long a host is left alone that complains without saying for how long. */
export const COMPLAINT_PAUSE_MS = 15 * MINUTE_MS
/** A 503 may be about one page only: what was asked for waits as long as it says, the host's other pages no longer than this. */
const UNAVAILABLE_PAUSE_MS = 60 * MINUTE_MS

export interface ComplaintsOptions {
  readonly store: Pick<FeedStore, 'postponeHost'>
  readonly pauses: HostPauses
  readonly clock: Clock
  readonly log: Log
  /**
   * Whether a complaint means the whole host. Yes when absent; a host of the operator's own (a proxy that makes feeds of
   * many sites) means the one address.
   */
  readonly sharesLimit?: (host: string) => boolean
}

/** Hears what hosts complain of, whatever was asked of them, and leaves them alone. */
export interface Complaints {
  /** @throws FetchError 'paused' while the host (with port) asks to be left alone */
  refusePaused(host: string): void
  /**
   * Pauses the host and puts its feeds off, when the error is its complaint (429; 503 with Retry-After).
   * @param url what was asked for; the host that complained is another one after a redirect
   */
  note(url: string, error: unknown): Promise<void>
}

function pauseOf({ status, retryAfterMs }: FetchError): number | undefined {
  if (status === TOO_MANY_REQUESTS) return retryAfterMs ?? COMPLAINT_PAUSE_MS
  if (status !== UNAVAILABLE || retryAfterMs === undefined) return undefined
  return Math.min(retryAfterMs, UNAVAILABLE_PAUSE_MS)
}

/** That a host is left alone for now, although nothing was asked of it. */
export const isPaused = (error: unknown): error is FetchError => error instanceof FetchError && error.kind === 'paused'

/** Makes the one ear for complaints; pauses are shared with the poller. */
export function createComplaints(options: ComplaintsOptions): Complaints {
  const { store, pauses, clock, log, sharesLimit = () => true } = options
  return {
    refusePaused(host) {
      const now = clock.now()
      const until = pauses.pausedUntil(hostGroup(host), now)
      if (until === undefined) return
      const retryAfterMs = until.getTime() - now.getTime()
      throw new FetchError('paused', `${host}: is left alone for now`, { host, retryAfterMs })
    },
    async note(url, error) {
      const pauseMs = error instanceof FetchError ? pauseOf(error) : undefined
      if (pauseMs === undefined || !(error instanceof FetchError)) return
      const host = hostGroup(error.host ?? hostWithPort(url))
      if (!sharesLimit(host)) return
      const until = new Date(clock.now().getTime() + pauseMs)
      log.warn({ host, until, status: error.status }, 'the host asks to be left alone')
      pauses.pause(host, until)
      await store.postponeHost(host, until)
    },
  }
}
