import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type App, createApp } from '../src/app.ts'
import { cronTicker } from '../src/assemble.ts'
import type { Command, CommandContext } from '../src/command.ts'
import type { BriefingId, Channel, ChannelId, DeliveryId } from '../src/model/briefing.ts'
import type { Message } from '../src/model/message.ts'
import type { Platform } from '../src/ports/platform.ts'
import type { Store } from '../src/ports/store.ts'
import { openSqliteStore } from '../src/stores/sqlite.ts'
import { createFakeClock, type FakeClock } from './fakes/clock.ts'
import { createRecordingLog } from './fakes/log.ts'
import { createScriptedPlatform, textOf } from './fakes/platform.ts'

const START = new Date('2026-11-23T07:00:00Z')
const YEAR_MS = 365 * 24 * 3_600_000
const WAIT = { interval: 2, timeout: 3_000 }
const WHO = { platform: 'telegram', address: '1', userId: 'u', isManager: true, locale: 'en' } as const
const channel: Channel = {
  id: 'telegram:1' as ChannelId,
  platform: 'telegram',
  address: '1',
  language: 'en',
  timezone: 'UTC',
}
const part = (text: string): Message => ({ blocks: [{ kind: 'text', text }], actions: [] })

/** A command that waits until it is given up. */
const endless: Command = {
  name: 'status',
  fields: [],
  isPublic: () => false,
  whoMay: () => 'all',
  run: ({ signal }: CommandContext) =>
    new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
}

describe('the application', () => {
  let store: Store
  let clock: FakeClock
  let log: ReturnType<typeof createRecordingLog>
  const never = new AbortController().signal
  /** Loops that run once, when they are started. */
  const onceTicker = (_: string, run: () => Promise<void>) => {
    const round = run()
    return { stop: () => round }
  }

  const appOn = (platforms: readonly Platform[], commands: readonly Command[] = []): App =>
    createApp(
      {
        store,
        clock,
        log,
        platforms,
        packs: [],
        newId: () => 'abcdef',
        timezone: 'UTC',
        summarizer: { name: 'none', summarize: async () => [] },
        feeds: {
          add: () => Promise.reject(new Error('no feeds here')),
          addUnfetched: () => Promise.reject(new Error('no feeds here')),
          addListed: () => Promise.reject(new Error('no feeds here')),
          download: () => Promise.reject(new Error('no feeds here')),
          poll: async () => ({ polled: 0, unchanged: 0, failed: 0, added: 0 }),
        },
      },
      commands,
      onceTicker,
      'test',
    )

  beforeEach(async () => {
    clock = createFakeClock(START)
    log = createRecordingLog()
    store = await openSqliteStore({ path: ':memory:', now: () => clock.now() })
    await store.saveChannel(channel)
  })
  afterEach(() => store.close())

  test('a send under way when the process is told to end is finished, and noted', async () => {
    const platform = createScriptedPlatform('telegram')
    const gate = Promise.withResolvers<void>()
    const signals: AbortSignal[] = []
    const { send } = platform
    platform.send = async (claimed, signal) => {
      signals.push(signal)
      await gate.promise
      signal.throwIfAborted()
      return send(claimed, signal)
    }
    const id = 'd' as DeliveryId
    await store.addDelivery({ id, channelId: channel.id, createdAt: clock.now(), parts: [part('a')] })
    const app = appOn([platform])
    await app.start()
    const round = app.work.deliver()
    await vi.waitFor(() => expect(signals).toHaveLength(1), WAIT)
    const stopped = app.stop()
    gate.resolve()
    await Promise.all([stopped, round])
    expect(await store.partStates(id)).toEqual(['sent'])
    expect(platform.sent.map(({ message }) => textOf(message))).toEqual(['a'])
  })

  test('a send that hangs is given up after some seconds, and what does not stop at all is left behind', async () => {
    const platform = createScriptedPlatform('telegram')
    platform.stop = () => new Promise(() => undefined)
    platform.start = (_, signal) => new Promise((_resolve, reject) => signal.addEventListener('abort', reject))
    const app = appOn([platform])
    const starting = app.start()
    const stopped = app.stop()
    await clock.advance(8_000)
    await starting
    await clock.advance(2_000)
    await stopped
    expect(log.lines.map(({ message }) => message)).toContain('did not stop in time')
  })

  test('while stopping, new commands are told to come back, and so are those that are given up', async () => {
    const app = appOn([createScriptedPlatform('telegram')], [endless])
    await app.start()
    const giveUp = new AbortController()
    const words = { kind: 'options', command: 'status', options: {} } as const
    const underWay = app.handler.handle(WHO, words, giveUp.signal)
    await clock.advance(0)
    await app.stop()
    const late = await app.handler.handle(WHO, words, never)
    giveUp.abort()
    for (const message of [late, await underWay]) expect(textOf(message)).toContain('I am shutting down')
  })

  test('after a year that the clock had invented, the briefing comes at its next time', async () => {
    const briefing = {
      id: 'b' as BriefingId,
      channelId: channel.id,
      at: '08:00',
      days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
      timezone: 'UTC',
      length: 'normal',
      nextRunAt: new Date(START.getTime() + YEAR_MS),
      lastRunAt: new Date(START.getTime() + YEAR_MS - 3_600_000),
    } as const
    await store.saveBriefing(briefing)
    const app = appOn([createScriptedPlatform('telegram')])
    await app.work.times()
    const [mended] = await store.listBriefings(channel.id)
    expect(mended?.nextRunAt).toEqual(new Date('2026-11-23T08:00:00Z'))
    expect(mended?.lastRunAt).toBeUndefined()
    await store.saveBriefing(briefing)
    clock.set(new Date(START.getTime() - 60_000))
    await app.work.times()
    expect((await store.listBriefings())[0]?.nextRunAt).toEqual(new Date('2026-11-23T08:00:00Z'))
  })

  test('a clock that goes back by seconds does not run a briefing a second time', async () => {
    const ran = new Date('2026-11-23T08:00:00Z')
    const tomorrow = new Date('2026-11-24T08:00:00Z')
    await store.saveBriefing({
      id: 'b' as BriefingId,
      channelId: channel.id,
      at: '08:00',
      days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
      timezone: 'UTC',
      length: 'normal',
      nextRunAt: tomorrow,
      lastRunAt: ran,
    })
    clock.set(new Date(ran.getTime() - 2_000))
    await appOn([]).work.times()
    expect((await store.listBriefings())[0]?.nextRunAt).toEqual(tomorrow)
  })

  test('a first round that is still running is waited for, and no other begins beside it', async () => {
    vi.useFakeTimers()
    try {
      const gate = Promise.withResolvers<void>()
      let rounds = 0
      const running = cronTicker('slow', () => {
        rounds += 1
        return gate.promise
      })
      await vi.advanceTimersByTimeAsync(30_000)
      expect(rounds).toBe(1)
      let isStopped = false
      const stopped = running.stop().then(() => {
        isStopped = true
      })
      await vi.advanceTimersByTimeAsync(1_000)
      expect(isStopped).toBe(false)
      gate.resolve()
      await stopped
    } finally {
      vi.useRealTimers()
    }
  })
})
