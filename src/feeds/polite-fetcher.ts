import { FetchError } from '../model/errors.ts'
import type { Clock } from '../ports/clock.ts'
import type { Complaints } from './complaints.ts'
import type { Fetcher } from './fetched.ts'
import { createHostPlace, type HostGate } from './host-gate.ts'
import { hostSpacingMs, hostWithPort } from './known-hosts.ts'

export interface PoliteFetcherOptions {
  readonly fetcher: Fetcher
  readonly gate: HostGate
  readonly complaints: Complaints
  readonly clock: Clock
  /**
   * A person waits: for a place at a host no longer than this, in milliseconds, and before those who wait for ever.
   * Absent: waits for ever.
   */
  readonly patienceMs?: number
}

/** A place at the host, given up when nobody can wait for it any longer. @throws FetchError 'paused' */
async function enterSoon(
  host: string,
  { gate, clock, patienceMs = 0 }: PoliteFetcherOptions,
  signal: AbortSignal,
): Promise<() => void> {
  const waiting = new AbortController()
  const over = new AbortController()
  const tooLong = new FetchError('paused', `${host}: is asked enough already`, {
    host,
    retryAfterMs: Math.max(hostSpacingMs(host), patienceMs),
  })
  void clock.sleep(patienceMs, over.signal).then(
    () => waiting.abort(tooLong),
    () => undefined,
  )
  try {
    return await gate.enter(host, AbortSignal.any([signal, waiting.signal]), true)
  } finally {
    over.abort()
  }
}

/**
 * Makes a fetcher that keeps our manners with every request, whatever is fetched: each host in its turn, also after a
 * redirect, and none that asks to be left alone.
 * Its `fetch` throws FetchError 'paused', with the time to wait, when nothing was asked.
 */
export function createPoliteFetcher(options: PoliteFetcherOptions): Fetcher {
  const { fetcher, gate, complaints, patienceMs } = options

  async function enter(host: string, signal: AbortSignal): Promise<() => void> {
    complaints.refusePaused(host)
    const leave = patienceMs === undefined ? await gate.enter(host, signal) : await enterSoon(host, options, signal)
    try {
      // The host may have complained in the meantime.
      complaints.refusePaused(host)
      return leave
    } catch (error) {
      leave()
      throw error
    }
  }

  return {
    async fetch(url, wish) {
      // What is no address is refused by the fetcher, without a request.
      if (!URL.canParse(url)) return fetcher.fetch(url, wish)
      const place = createHostPlace(host => enter(host, wish.signal))
      try {
        await place.moveTo(hostWithPort(url))
        return await fetcher.fetch(url, { ...wish, beforeHost: place.moveTo })
      } catch (error) {
        await complaints.note(url, error)
        throw error
      } finally {
        place.leave()
      }
    },
    close: () => fetcher.close(),
  }
}
