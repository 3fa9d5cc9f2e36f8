import { setTimeout as wait } from 'node:timers/promises'
import type { Clock } from './ports/clock.ts'

/** Longest delay a Node timer takes; a longer one would fire at once (https://nodejs.org/api/timers.html#settimeoutcallback-delay-args). */
const LONGEST_TIMER_MS = 2 ** 31 - 1

/** The machine's own time. Sleeps may be longer than a timer can hold. */
export const systemClock: Clock = {
  now: () => new Date(),
  async sleep(ms, signal) {
    signal?.throwIfAborted()
    let left = ms
    do {
      const step = Math.min(left, LONGEST_TIMER_MS)
      try {
        await wait(step, undefined, signal === undefined ? {} : { signal })
      } catch (error) {
        signal?.throwIfAborted()
        throw error
      }
      left -= step
    } while (left > 0)
  },
}
