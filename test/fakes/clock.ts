import type { Clock } from '../../src/ports/clock.ts'

interface Sleeper {
  readonly wakesAtMs: number
  readonly wake: () => void
}

export interface FakeClock extends Clock {
  /** Jumps to `at` (also backwards) and wakes whoever's time has come; does not wait for what they do next. */
  set(at: Date): void
  /** Lets `ms` pass: sleepers wake in order, each at its own time, and may fall asleep again within the span. */
  advance(ms: number): Promise<void>
}

/** Turns of the event loop that are given to woken sleepers before time goes on. */
const SETTLE_TURNS = 5

async function settle(): Promise<void> {
  for (let turn = 0; turn < SETTLE_TURNS; turn += 1) await new Promise<void>(resolve => setImmediate(resolve))
}

/** A clock that moves only when it is told to. */
export function createFakeClock(start: Date): FakeClock {
  let nowMs = start.getTime()
  const sleepers = new Set<Sleeper>()

  const nextSleeper = (untilMs: number): Sleeper | undefined => {
    let next: Sleeper | undefined
    for (const sleeper of sleepers) {
      if (sleeper.wakesAtMs <= untilMs && (next === undefined || sleeper.wakesAtMs < next.wakesAtMs)) next = sleeper
    }
    return next
  }
  const wake = (sleeper: Sleeper): void => {
    sleepers.delete(sleeper)
    sleeper.wake()
  }

  return {
    now: () => new Date(nowMs),
    sleep(ms, signal) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason)
        if (ms <= 0) return resolve()
        const onAbort = (): void => {
          sleepers.delete(sleeper)
          reject(signal?.reason)
        }
        const sleeper: Sleeper = {
          wakesAtMs: nowMs + ms,
          wake: () => {
            signal?.removeEventListener('abort', onAbort)
            resolve()
          },
        }
        sleepers.add(sleeper)
        signal?.addEventListener('abort', onAbort, { once: true })
      })
    },
    set(at) {
      nowMs = at.getTime()
      for (let sleeper = nextSleeper(nowMs); sleeper !== undefined; sleeper = nextSleeper(nowMs)) wake(sleeper)
    },
    async advance(ms) {
      const untilMs = nowMs + ms
      await settle()
      for (let sleeper = nextSleeper(untilMs); sleeper !== undefined; sleeper = nextSleeper(untilMs)) {
        nowMs = Math.max(nowMs, sleeper.wakesAtMs)
        wake(sleeper)
        await settle()
      }
      nowMs = untilMs
    },
  }
}
