import { describe, expect, it } from 'vitest'
import { createHostGate } from '../../src/feeds/host-gate.ts'
import { createFakeClock } from '../fakes/clock.ts'

const START = new Date('2026-03-01T08:00:00Z')
const { signal } = new AbortController()

function gateFor(options: { atOnce?: number; atOncePerHost?: number; spacingMs?: (host: string) => number } = {}) {
  const clock = createFakeClock(START)
  const gate = createHostGate({ clock, atOnce: 32, atOncePerHost: 2, spacingMs: () => 1000, ...options })
  const startedMs: number[] = []
  let active = 0
  let most = 0
  /** One request that takes `ms` of the clock's time. */
  const visit = async (host: string, ms: number, stop: AbortSignal = signal): Promise<void> => {
    const leave = await gate.enter(host, stop)
    startedMs.push(clock.now().getTime() - START.getTime())
    active += 1
    most = Math.max(most, active)
    await clock.sleep(ms)
    active -= 1
    leave()
  }
  return { clock, gate, visit, startedMs, most: () => most }
}

describe('createHostGate', () => {
  it('starts requests to one host a second apart', async () => {
    const { clock, visit, startedMs } = gateFor()
    const all = Promise.all(Array.from({ length: 5 }, () => visit('a.example', 10)))
    await clock.advance(10_000)
    await all
    expect(startedMs).toEqual([0, 1000, 2000, 3000, 4000])
  })

  it('lets two at once to one host, not three, and keeps the pause when one leaves', async () => {
    const { clock, visit, startedMs, most } = gateFor()
    const all = Promise.all(Array.from({ length: 4 }, () => visit('a.example', 5000)))
    await clock.advance(30_000)
    await all
    expect(most()).toBe(2)
    expect(startedMs).toEqual([0, 1000, 5000, 6000])
  })

  it('does not let hosts wait for each other', async () => {
    const { clock, visit, startedMs } = gateFor()
    const all = Promise.all(['a.example', 'b.example', 'c.example'].map(host => visit(host, 10)))
    await clock.advance(10)
    await all
    expect(startedMs).toEqual([0, 0, 0])
  })

  it('remembers the last request after it has ended', async () => {
    const { clock, visit, startedMs } = gateFor()
    const first = visit('a.example', 10)
    await clock.advance(200)
    await first
    const second = visit('a.example', 10)
    await clock.advance(2000)
    await second
    expect(startedMs).toEqual([0, 1000])
  })

  it('asks no pause of hosts that need none', async () => {
    const { clock, visit, startedMs } = gateFor({ spacingMs: host => (host === 'sample.example' ? 0 : 1000) })
    const all = Promise.all([visit('sample.example', 1), visit('sample.example', 1), visit('sample.example', 1)])
    await clock.advance(5)
    await all
    expect(startedMs).toEqual([0, 0, 1])
  })

  it.each([
    ['at a host', { atOncePerHost: 2 }, () => 'one.example'],
    ['over all hosts', { atOnce: 2 }, (name: string) => `${name}.example`],
  ])('lets whoever is in a hurry go before those who wait %s', async (_name, limits, hostOf) => {
    const { clock, gate } = gateFor({ ...limits, spacingMs: () => 0 })
    const order: string[] = []
    const visit = async (name: string, isUrgent: boolean): Promise<void> => {
      const leave = await gate.enter(hostOf(name), signal, isUrgent)
      order.push(name)
      await clock.sleep(5000)
      leave()
    }
    const all = ['a', 'b', 'c', 'd', 'e'].map(name => visit(name, false))
    await clock.advance(2000)
    all.push(visit('first', true), visit('second', true))
    await clock.advance(60_000)
    await Promise.all(all)
    expect(order).toEqual(['a', 'b', 'first', 'second', 'c', 'd', 'e'])
  })

  it('holds the number of requests over all hosts', async () => {
    const { clock, visit, most } = gateFor({ atOnce: 3 })
    const all = Promise.all(Array.from({ length: 20 }, (_, i) => visit(`${i}.example`, 100)))
    await clock.advance(5000)
    await all
    expect(most()).toBe(3)
  })

  it('lets whoever is aborted go without holding up the others', async () => {
    const { clock, visit, startedMs } = gateFor()
    const stop = new AbortController()
    const reason = new Error('enough')
    const first = visit('a.example', 10)
    const aborted = [visit('a.example', 10, stop.signal), visit('a.example', 10, stop.signal)]
    const last = visit('a.example', 10)
    await clock.advance(100)
    stop.abort(reason)
    for (const work of aborted) await expect(work).rejects.toBe(reason)
    await clock.advance(5000)
    await Promise.all([first, last])
    expect(startedMs).toEqual([0, 1000])
  })

  it('forgets thousands of idle hosts without forgetting a pause', async () => {
    const { clock, visit, startedMs } = gateFor({ atOnce: 5000 })
    const many = Promise.all(Array.from({ length: 1500 }, (_, i) => visit(`${i}.example`, 1)))
    await clock.advance(1)
    await many
    const again = visit('7.example', 1)
    await clock.advance(2000)
    await again
    expect(startedMs.at(-1)).toBe(1000)
  })
})
