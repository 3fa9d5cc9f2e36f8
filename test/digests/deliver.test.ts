import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createDeliverer, type Deliverer, retryWaitMs } from '../../src/digests/deliver.ts'
import type { Channel, ChannelId, DeliveryId, PlatformName } from '../../src/model/briefing.ts'
import { DeliveryError } from '../../src/model/errors.ts'
import type { Message } from '../../src/model/message.ts'
import type { Store } from '../../src/ports/store.ts'
import { openSqliteStore } from '../../src/stores/sqlite.ts'
import { createFakeClock } from '../fakes/clock.ts'
import { silentLog } from '../fakes/log.ts'
import { createScriptedPlatform, type ScriptedPlatform, textOf } from '../fakes/platform.ts'

const START = new Date('2026-11-23T08:00:00Z')
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const signal = new AbortController().signal

const part = (text: string): Message => ({ blocks: [{ kind: 'text', text }], actions: [] })
const channelOf = (platform: PlatformName, address: string): Channel => ({
  id: `${platform}:${address}` as ChannelId,
  platform,
  address,
  language: 'en',
  timezone: 'UTC',
})

const WAIT = { interval: 2, timeout: 2_000 }

/** Sends (all, or those of this text) wait until they are released. */
function hold(platform: ScriptedPlatform, text?: string) {
  const gate = Promise.withResolvers<void>()
  const signals: AbortSignal[] = []
  const { send } = platform
  platform.send = async (claimed, abort) => {
    if (text === undefined || textOf(claimed.message) === text) {
      signals.push(abort)
      await gate.promise
    }
    return send(claimed, abort)
  }
  return { signals, release: gate.resolve }
}

describe('the outbox', () => {
  let store: Store
  let clock: ReturnType<typeof createFakeClock>
  let discord: ScriptedPlatform
  let telegram: ScriptedPlatform
  let deliverer: Deliverer
  let notReady: PlatformName | undefined

  beforeEach(async () => {
    notReady = undefined
    clock = createFakeClock(START)
    store = await openSqliteStore({ path: ':memory:', now: () => clock.now() })
    discord = createScriptedPlatform('discord')
    telegram = createScriptedPlatform('telegram')
    deliverer = createDeliverer({
      store,
      platforms: [discord, telegram],
      isReady: name => name !== notReady,
      clock,
      log: silentLog,
    })
  })
  afterEach(() => store.close())

  async function owe(channel: Channel, id: string, ...texts: string[]): Promise<DeliveryId> {
    if ((await store.findChannel(channel.id)) === undefined) await store.saveChannel(channel)
    const delivery = { id: id as DeliveryId, channelId: channel.id, createdAt: clock.now(), parts: texts.map(part) }
    await store.addDelivery(delivery)
    return delivery.id
  }
  const textsOn = (platform: ScriptedPlatform): string[] => platform.sent.map(({ message }) => textOf(message))

  test('sends the parts of a channel in order, once each', async () => {
    const channel = channelOf('discord', '1')
    await owe(channel, 'a', 'a1', 'a2', 'a3')
    await clock.advance(1)
    await owe(channel, 'b', 'b1')
    expect(await deliverer.deliverDue(signal, signal)).toEqual({ sent: 4, failed: 0 })
    expect(await deliverer.deliverDue(signal, signal)).toEqual({ sent: 0, failed: 0 })
    expect(textsOn(discord)).toEqual(['a1', 'a2', 'a3', 'b1'])
  })

  test('waits as long as the platform says, and goes on with the part that failed', async () => {
    const id = await owe(channelOf('discord', '1'), 'a', 'a1', 'a2')
    discord.fail(undefined, new DeliveryError('retry', 'flood', { retryAfterMs: 90_000 }))
    await deliverer.deliverDue(signal, signal)
    expect(textsOn(discord)).toEqual(['a1'])
    await clock.advance(89_000)
    await deliverer.deliverDue(signal, signal)
    expect(textsOn(discord)).toEqual(['a1'])
    await clock.advance(1_000)
    await deliverer.deliverDue(signal, signal)
    expect(textsOn(discord)).toEqual(['a1', 'a2'])
    expect(await store.partStates(id)).toEqual(['sent', 'sent'])
  })

  test('repeats an unanswered part on Discord with the same nonce', async () => {
    await owe(channelOf('discord', '1'), 'a', 'a1')
    const seen: string[] = []
    const send = discord.send
    discord.send = async (claimed, abort) => {
      seen.push(claimed.nonce)
      return send(claimed, abort)
    }
    discord.fail(new DeliveryError('uncertain', 'no answer'))
    await deliverer.deliverDue(signal, signal)
    await clock.advance(MINUTE_MS)
    await deliverer.deliverDue(signal, signal)
    expect(seen).toHaveLength(2)
    expect(new Set(seen).size).toBe(1)
  })

  test('repeats an unanswered part on Telegram once and then gives it up, visibly', async () => {
    const id = await owe(channelOf('telegram', '1'), 'a', 'a1', 'a2')
    telegram.fail(new DeliveryError('uncertain', 'no answer'), new DeliveryError('uncertain', 'no answer'))
    await deliverer.deliverDue(signal, signal)
    await clock.advance(MINUTE_MS)
    await deliverer.deliverDue(signal, signal)
    expect(await store.partStates(id)).toEqual(['dead', 'sent'])
    expect(textsOn(telegram)).toEqual(['a2'])
  })

  test('gives up what the platform will never take, and goes on behind it', async () => {
    const id = await owe(channelOf('discord', '1'), 'a', 'a1', 'a2')
    discord.fail(new DeliveryError('rejected', 'bad payload'))
    await deliverer.deliverDue(signal, signal)
    expect(await store.partStates(id)).toEqual(['dead', 'sent'])
  })

  test('pauses a channel that is gone and keeps its queue', async () => {
    const gone = channelOf('discord', '1')
    const id = await owe(gone, 'a', 'a1')
    await owe(channelOf('discord', '2'), 'b', 'b1')
    discord.fail(new DeliveryError('gone', 'unknown channel'))
    await deliverer.deliverDue(signal, signal)
    await clock.advance(24 * HOUR_MS)
    await deliverer.deliverDue(signal, signal)
    expect(textsOn(discord)).toEqual(['b1'])
    expect(await store.findChannel(gone.id)).toMatchObject({ pauseReason: 'unknown channel' })
    expect(await store.partStates(id)).toEqual(['planned'])
    await store.saveChannel(gone)
    await deliverer.deliverDue(signal, signal)
    expect(textsOn(discord)).toEqual(['b1', 'a1'])
  })

  test('follows a channel to its new address', async () => {
    await owe(channelOf('telegram', '-5'), 'a', 'a1')
    telegram.fail(new DeliveryError('retry', 'moved', { movedTo: '-1005', retryAfterMs: 0 }))
    await deliverer.deliverDue(signal, signal)
    await clock.advance(MINUTE_MS)
    await deliverer.deliverDue(signal, signal)
    expect(telegram.sent[0]?.channel.address).toBe('-1005')
  })

  test('keeps other channels going while one fails', async () => {
    await owe(channelOf('telegram', '1'), 'a', 'a1')
    await owe(channelOf('discord', '1'), 'b', 'b1', 'b2')
    telegram.fail(new DeliveryError('retry', 'down'))
    await deliverer.deliverDue(signal, signal)
    expect(textsOn(discord)).toEqual(['b1', 'b2'])
  })

  test('leaves what is owed on a platform that is not connected yet', async () => {
    await owe(channelOf('telegram', '1'), 'a', 'a1')
    notReady = 'telegram'
    expect(await deliverer.deliverDue(signal, signal)).toEqual({ sent: 0, failed: 0 })
    notReady = undefined
    expect(await deliverer.deliverDue(signal, signal)).toEqual({ sent: 1, failed: 0 })
  })

  test('a part that is being sent when work is to end is sent to its end, and no other is begun', async () => {
    const id = await owe(channelOf('telegram', '1'), 'a', 'a1', 'a2')
    const held = hold(telegram)
    const closing = new AbortController()
    const giveUp = new AbortController()
    const round = deliverer.deliverDue(closing.signal, giveUp.signal)
    await vi.waitFor(() => expect(held.signals).toHaveLength(1), WAIT)
    closing.abort()
    expect(held.signals[0]?.aborted).toBe(false)
    held.release()
    expect(await round).toEqual({ sent: 1, failed: 0 })
    expect(await store.partStates(id)).toEqual(['sent', 'planned'])
  })

  test('a platform that hangs holds up no other one, and one slow chat holds up no other chat', async () => {
    await owe(channelOf('telegram', '1'), 'slow', 'slow')
    for (const number of [2, 3, 4, 5, 6]) await owe(channelOf('telegram', `${number}`), `t${number}`, 'x', 'y')
    await owe(channelOf('discord', '1'), 'd', 'd1', 'd2', 'd3')
    const held = hold(telegram, 'slow')
    const round = deliverer.deliverDue(signal, signal)
    await vi.waitFor(() => expect([discord.sent.length, telegram.sent.length]).toEqual([3, 10]), WAIT)
    held.release()
    expect(await round).toEqual({ sent: 14, failed: 0 })
  })

  test('while one send is slow, what becomes due later is sent', async () => {
    await owe(channelOf('telegram', '1'), 'slow', 'slow')
    const held = hold(telegram, 'slow')
    const round = deliverer.deliverDue(signal, signal)
    await vi.waitFor(() => expect(held.signals).toHaveLength(1), WAIT)
    await owe(channelOf('telegram', '2'), 'later', 'later')
    await clock.advance(10_000)
    await vi.waitFor(() => expect(textsOn(telegram)).toEqual(['later']), WAIT)
    held.release()
    await round
  })

  test('an error of the store is told only after every send under way has ended', async () => {
    await owe(channelOf('telegram', '1'), 'slow', 'slow')
    await owe(channelOf('telegram', '2'), 'b', 'b')
    const held = hold(telegram, 'slow')
    const { markSending } = store
    store.markSending = async claimed => {
      if (claimed.channel.address === '2') throw new Error('disk full')
      return markSending(claimed)
    }
    let isOver = false
    const round = deliverer.deliverDue(signal, signal).finally(() => {
      isOver = true
    })
    const failed = expect(round).rejects.toThrow('disk full')
    await vi.waitFor(() => expect(held.signals).toHaveLength(1), WAIT)
    await clock.advance(1_000)
    expect(isOver).toBe(false)
    held.release()
    await failed
    expect(textsOn(telegram)).toEqual(['slow'])
  })

  test('a message that is known to be sent is not sent again because its receipt could not be written at once', async () => {
    const id = await owe(channelOf('telegram', '1'), 'a', 'a1')
    const { finishPart } = store
    let failures = 2
    store.finishPart = async (claimed, outcome) => {
      if (failures-- > 0) throw new Error('database is locked')
      return finishPart(claimed, outcome)
    }
    const round = deliverer.deliverDue(signal, signal)
    await clock.advance(10_000)
    expect(await round).toEqual({ sent: 1, failed: 0 })
    expect(await store.partStates(id)).toEqual(['sent'])
    expect(textsOn(telegram)).toEqual(['a1'])
  })

  test('on Discord, a part that was being sent when the process died long ago is sent once more, not again and again', async () => {
    const id = await owe(channelOf('discord', '1'), 'a', 'a1')
    const die = async (): Promise<void> => {
      const [claimed] = await store.claimDueParts({ now: clock.now(), limit: 1, leaseMs: MINUTE_MS }, ['discord'])
      if (claimed !== undefined) await store.markSending(claimed)
    }
    await die()
    await clock.advance(HOUR_MS)
    await die()
    await clock.advance(HOUR_MS)
    await deliverer.deliverDue(signal, signal)
    expect(textsOn(discord)).toEqual([])
    expect(await store.partStates(id)).toEqual(['dead'])
  })

  test('on Discord, an unanswered part may be repeated often while its nonce is known, and is given up after that', async () => {
    await owe(channelOf('discord', '1'), 'a', 'a1')
    const lost = (): Error => new DeliveryError('uncertain', 'no answer')
    discord.fail(lost(), lost(), lost(), lost())
    for (let round = 0; round < 4; round += 1) {
      await deliverer.deliverDue(signal, signal)
      await clock.advance(10_000)
    }
    expect((await store.countParts()).uncertain).toBe(1)
    await clock.advance(HOUR_MS)
    await deliverer.deliverDue(signal, signal)
    expect(textsOn(discord)).toEqual([])
    expect((await store.countParts()).dead).toBe(1)
  })

  test('pausing a channel that is gone leaves what a person changed meanwhile', async () => {
    const channel = channelOf('discord', '1')
    await owe(channel, 'a', 'a1')
    discord.send = async () => {
      await store.saveChannel({ ...channel, language: 'de', timezone: 'Europe/Berlin' })
      throw new DeliveryError('gone', 'unknown channel')
    }
    await deliverer.deliverDue(signal, signal)
    const expected = { language: 'de', timezone: 'Europe/Berlin', pauseReason: 'unknown channel' }
    expect(await store.findChannel(channel.id)).toMatchObject(expected)
  })

  test('tries again ever more slowly, up to an hour', () => {
    const waits = [1, 2, 3, 12, 40].map(retryWaitMs)
    expect(waits).toEqual([5_000, 10_000, 20_000, HOUR_MS, HOUR_MS])
  })
})
