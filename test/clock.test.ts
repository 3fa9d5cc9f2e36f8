import { describe, expect, it } from 'vitest'
import { systemClock } from '../src/clock.ts'
import { keepsClockContract } from './contracts/clock.ts'
import { createFakeClock } from './fakes/clock.ts'

const START = new Date('2026-03-01T08:00:00Z')

describe('systemClock', () => {
  keepsClockContract(() => ({ clock: systemClock, pass: ms => systemClock.sleep(ms) }))

  it('does not fire a sleep that is longer than a timer can hold', async () => {
    const stop = new AbortController()
    let isAwake = false
    const sleeping = systemClock.sleep(2 ** 33, stop.signal).then(
      () => {
        isAwake = true
      },
      () => undefined,
    )
    await systemClock.sleep(10)
    expect(isAwake).toBe(false)
    stop.abort()
    await sleeping
  })
})

describe('createFakeClock', () => {
  keepsClockContract(() => {
    const clock = createFakeClock(START)
    return { clock, pass: ms => clock.advance(ms) }
  })

  it('lets a sleeper fall asleep again within one span', async () => {
    const clock = createFakeClock(START)
    const woken: string[] = []
    const run = (async () => {
      for (let round = 0; round < 3; round += 1) {
        await clock.sleep(1000)
        woken.push(clock.now().toISOString().slice(17, 19))
      }
    })()
    await clock.advance(5000)
    await run
    expect(woken).toEqual(['01', '02', '03'])
    expect(clock.now().toISOString()).toBe('2026-03-01T08:00:05.000Z')
  })

  it('can be set back without waking anybody', async () => {
    const clock = createFakeClock(START)
    let isAwake = false
    void clock.sleep(1000).then(() => {
      isAwake = true
    })
    clock.set(new Date('2025-01-01T00:00:00Z'))
    await clock.advance(1000)
    expect(isAwake).toBe(false)
    clock.set(new Date('2027-01-01T00:00:00Z'))
    await clock.advance(0)
    expect(isAwake).toBe(true)
  })
})
