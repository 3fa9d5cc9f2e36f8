import type { Clock } from '../ports/clock.ts'

/** Failures in a row after which nothing is asked for a while. */
const FAILURES = 3
const PAUSE_MS = 10 * 60_000

/** Keeps a service that fails from being waited for again and again. */
export interface Breaker {
  /** True while nothing is to be asked. */
  isOpen(): boolean
  succeeded(): void
  /** @param pauseMs when the service itself said how long: then at once */
  failed(pauseMs?: number): void
}

/** A breaker that opens for ten minutes after three failures in a row; after the pause, one more failure opens it again. */
export function createBreaker(clock: Clock): Breaker {
  let failures = 0
  let openUntilMs = 0
  return {
    isOpen: () => clock.now().getTime() < openUntilMs,
    succeeded() {
      failures = 0
    },
    failed(pauseMs) {
      failures += 1
      if (pauseMs === undefined && failures < FAILURES) return
      failures = FAILURES - 1
      openUntilMs = Math.max(openUntilMs, clock.now().getTime() + (pauseMs ?? PAUSE_MS))
    },
  }
}
