import type { Clock } from '../ports/clock.ts'

export interface HostGateOptions {
  readonly clock: Clock
  /** Requests at the same time, over all hosts. */
  readonly atOnce: number
  readonly atOncePerHost: number
  /** Least time between the starts of two requests to a host, in milliseconds. */
  readonly spacingMs: (host: string) => number
}

/** Keeps requests few, and those to one host fewer and apart. */
export interface HostGate {
  /**
   * Waits for a place. Whoever got one calls what came back when the request is over.
   * @param isUrgent a person waits: gets the next place that becomes free, before all that are not urgent
   * @throws the signal's reason when it is aborted while waiting
   */
  enter(host: string, signal: AbortSignal, isUrgent?: boolean): Promise<() => void>
}

/** A place at one host at a time: whoever is sent on to another host gives the first one up before the next. */
export interface HostPlace {
  /** @throws what entering throws; then no place is held */
  moveTo(host: string): Promise<void>
  leave(): void
}

/** Makes a place that is nowhere yet. Two at once would be held for ever by those who wait for each other's. */
export function createHostPlace(enter: (host: string) => Promise<() => void>): HostPlace {
  let leave = (): void => undefined
  return {
    async moveTo(host) {
      leave()
      leave = () => undefined
      leave = await enter(host)
    },
    leave() {
      leave()
      leave = () => undefined
    },
  }
}

/** A number of places, given out in the order in which they were asked for, to the urgent first. */
interface Places {
  enter(signal: AbortSignal, isUrgent: boolean): Promise<void>
  leave(): void
  readonly areAllFree: boolean
}

function createPlaces(count: number): Places {
  const queues = { urgent: new Set<() => void>(), usual: new Set<() => void>() }
  let free = count
  return {
    enter(signal, isUrgent) {
      const waiting = isUrgent ? queues.urgent : queues.usual
      if (signal.aborted) return Promise.reject(signal.reason)
      if (free > 0) {
        free -= 1
        return Promise.resolve()
      }
      return new Promise((resolve, reject) => {
        const onAbort = (): void => {
          waiting.delete(take)
          reject(signal.reason)
        }
        const take = (): void => {
          signal.removeEventListener('abort', onAbort)
          resolve()
        }
        waiting.add(take)
        signal.addEventListener('abort', onAbort, { once: true })
      })
    },
    leave() {
      const waiting = queues.urgent.size > 0 ? queues.urgent : queues.usual
      const [next] = waiting
      if (next === undefined) {
        free += 1
      } else {
        waiting.delete(next)
        next()
      }
    },
    get areAllFree() {
      return free === count
    },
  }
}

interface HostState {
  readonly places: Places
  /** Not before this time, in milliseconds since the epoch. */
  nextStartMs: number
  /** Those who wait for the host start one after the other. */
  turn: Promise<void>
}

/** Hosts without requests are forgotten when this many are known. */
const REMEMBERED_HOSTS = 1024

function forgetIdle(hosts: Map<string, HostState>, nowMs: number): void {
  if (hosts.size < REMEMBERED_HOSTS) return
  for (const [host, { places, nextStartMs }] of hosts) {
    if (places.areAllFree && nextStartMs <= nowMs) hosts.delete(host)
  }
}

/** Makes a gate; it remembers when a host was asked last. */
export function createHostGate({ clock, atOnce, atOncePerHost, spacingMs }: HostGateOptions): HostGate {
  const hosts = new Map<string, HostState>()
  const all = createPlaces(atOnce)

  const stateOf = (host: string): HostState => {
    const known = hosts.get(host)
    if (known !== undefined) return known
    forgetIdle(hosts, clock.now().getTime())
    const fresh = { places: createPlaces(atOncePerHost), nextStartMs: 0, turn: Promise.resolve() }
    hosts.set(host, fresh)
    return fresh
  }

  /** A place of all is taken last and the pause made inside it: so the start follows at once, and the pause is true. */
  const start = async (state: HostState, host: string, signal: AbortSignal, isUrgent: boolean): Promise<void> => {
    await all.enter(signal, isUrgent)
    try {
      // Never longer than the spacing: somebody may have set the clock back.
      const wait = Math.min(state.nextStartMs - clock.now().getTime(), spacingMs(host))
      if (wait > 0) await clock.sleep(wait, signal)
      state.nextStartMs = clock.now().getTime() + spacingMs(host)
    } catch (error) {
      all.leave()
      throw error
    }
  }

  return {
    async enter(host, signal, isUrgent = false) {
      const state = stateOf(host)
      await state.places.enter(signal, isUrgent)
      const started = state.turn.then(() => start(state, host, signal, isUrgent))
      state.turn = started.catch(() => undefined)
      try {
        await started
      } catch (error) {
        state.places.leave()
        throw error
      }
      return () => {
        all.leave()
        state.places.leave()
      }
    },
  }
}
