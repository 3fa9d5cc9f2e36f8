import type { Clock } from '../ports/clock.ts'
import { createHostGate, type HostGate } from './host-gate.ts'
import { hostGroup, hostSpacingMs } from './known-hosts.ts'

/** Downloads at the same time; and how many of them from one host. */
const FETCHES_AT_ONCE = 32
const FETCHES_PER_HOST = 2

/** Makes the gate through which every request to a publisher goes; the many names of one house count as one host. */
export function createPublisherGate(clock: Clock, spacingMs: (host: string) => number = hostSpacingMs): HostGate {
  const gate = createHostGate({ clock, atOnce: FETCHES_AT_ONCE, atOncePerHost: FETCHES_PER_HOST, spacingMs })
  return { enter: (host, signal, isUrgent) => gate.enter(hostGroup(host), signal, isUrgent) }
}
