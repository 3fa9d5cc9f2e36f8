import { RETRY_AFTER_CAP_MS } from './response-headers.ts'

/** A host that wants requests further apart is not waited for: its feeds are put off, and others have their turn. */
const WAITED_FOR_MS = 5000
/** Pauses that are over are forgotten when this many hosts are known. */
const REMEMBERED_HOSTS = 1024

interface Pause {
  /** Milliseconds since the epoch. */
  readonly untilMs: number
  /** The last time that was given to somebody. */
  readonly givenMs: number
  /** The host asked for it; else it only wants its requests far apart. */
  readonly isComplaint: boolean
}

/** Which hosts are left alone for now: they asked for it (429), or want their requests far apart. */
export interface HostPauses {
  /**
   * Asks for a turn.
   * @returns undefined when it is now; else when to come back, to each caller another time
   */
  turnAt(host: string, now: Date): Date | undefined
  /** Until when the host is left alone because it asked for that. */
  pausedUntil(host: string, now: Date): Date | undefined
  /** Leaves the host alone until then. */
  pause(host: string, until: Date): void
}

/**
 * Makes an empty list of pauses.
 * @param spacingMs between two requests to a host
 */
export function createHostPauses(spacingMs: (host: string) => number): HostPauses {
  const pauses = new Map<string, Pause>()

  /** A pause that is longer than any can be was noted before somebody set the clock back. */
  const isOver = ({ untilMs }: Pause, nowMs: number): boolean =>
    untilMs <= nowMs || untilMs - nowMs > RETRY_AFTER_CAP_MS
  const forgetPast = (nowMs: number): void => {
    if (pauses.size < REMEMBERED_HOSTS) return
    for (const [host, pause] of pauses) if (isOver(pause, nowMs)) pauses.delete(host)
  }

  return {
    turnAt(host, now) {
      const nowMs = now.getTime()
      const spacing = spacingMs(host)
      const pause = pauses.get(host)
      if (pause === undefined || isOver(pause, nowMs)) {
        forgetPast(nowMs)
        const untilMs = nowMs + spacing
        if (spacing > WAITED_FOR_MS) pauses.set(host, { untilMs, givenMs: nowMs, isComplaint: false })
        else pauses.delete(host)
        return undefined
      }
      const givenMs = Math.max(pause.untilMs, pause.givenMs + spacing)
      pauses.set(host, { ...pause, givenMs })
      return new Date(givenMs)
    },
    pausedUntil(host, now) {
      const pause = pauses.get(host)
      return pause === undefined || !pause.isComplaint || isOver(pause, now.getTime())
        ? undefined
        : new Date(pause.untilMs)
    },
    pause(host, until) {
      const known = pauses.get(host)
      const untilMs = Math.max(until.getTime(), known?.untilMs ?? 0)
      pauses.set(host, { untilMs, givenMs: known?.givenMs ?? 0, isComplaint: true })
    },
  }
}
