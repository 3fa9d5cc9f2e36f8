import { describe, expect, it } from 'vitest'
import type { Clock } from '../../src/ports/clock.ts'

export interface ClockUnderTest {
  readonly clock: Clock
  /** Lets at least `ms` of this clock's time pass. */
  pass(ms: number): Promise<void>
}

/** What every clock promises; `make` gives a fresh one. Spans stay at or below 20 ms, so that a real clock may be tested. */
export function keepsClockContract(make: () => ClockUnderTest): void {
  describe('keeps the clock contract', () => {
    it('goes forward by the time that passes', async () => {
      const { clock, pass } = make()
      const before = clock.now().getTime()
      await pass(15)
      expect(clock.now().getTime() - before).toBeGreaterThanOrEqual(14)
    })

    it('gives a Date of its own each time', () => {
      const { clock } = make()
      const first = clock.now()
      first.setFullYear(1980)
      expect(clock.now().getFullYear()).not.toBe(1980)
    })

    it('wakes a sleeper when its time has come, not before', async () => {
      const { clock, pass } = make()
      const before = clock.now().getTime()
      const woken = clock.sleep(10).then(() => clock.now().getTime())
      await pass(20)
      expect((await woken) - before).toBeGreaterThanOrEqual(9)
    })

    it('wakes sleepers in the order of their times', async () => {
      const { clock, pass } = make()
      const order: string[] = []
      const all = Promise.all([
        clock.sleep(18).then(() => order.push('late')),
        clock.sleep(2).then(() => order.push('early')),
      ])
      await pass(20)
      await all
      expect(order).toEqual(['early', 'late'])
    })

    it('does not wait for a sleep of nothing', async () => {
      await expect(make().clock.sleep(0)).resolves.toBeUndefined()
    })

    it("rejects with the signal's reason when it is aborted while sleeping", async () => {
      const { clock } = make()
      const stop = new AbortController()
      const sleeping = clock.sleep(60_000, stop.signal)
      const reason = new Error('enough')
      stop.abort(reason)
      await expect(sleeping).rejects.toBe(reason)
    })

    it('rejects at once when the signal is aborted already', async () => {
      const reason = new Error('before')
      await expect(make().clock.sleep(60_000, AbortSignal.abort(reason))).rejects.toBe(reason)
    })
  })
}
