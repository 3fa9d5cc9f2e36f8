import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Summarizer } from '../../src/ports/summarizer.ts'
import { createExtractiveSummarizer } from '../../src/summarizers/extractive.ts'
import { channelOf, type Newsroom, openNewsroom } from '../fakes/newsroom.ts'

const EVE = new Date('2026-11-22T12:00:00Z')
const FEED = 'http://gazette.example/feed'
const at = (iso: string): Date => new Date(iso)

/** How many messages tell this event. */
const told = (room: Newsroom, event: string): number => room.got().filter(text => text.includes(event)).length

describe('editions', () => {
  let room: Newsroom
  beforeEach(async () => {
    room = await openNewsroom(EVE)
    room.publish(FEED, ['Aldford bridge closes'])
    await room.say(`/subscribe ${FEED}`)
  })
  afterEach(() => room.stop())

  async function dayBreaks(iso: string): Promise<void> {
    room.clock.set(at(iso))
    await room.round()
  }

  test('tell what came since the last one, and that once', async () => {
    await dayBreaks('2026-11-23T08:00:05Z')
    expect(told(room, 'Aldford')).toBe(1)
    room.clock.set(at('2026-11-23T10:00:00Z'))
    room.publish(FEED, ['Bramwell school opens'])
    await room.read(FEED)
    await dayBreaks('2026-11-24T08:00:05Z')
    await dayBreaks('2026-11-25T08:00:05Z')
    expect(told(room, 'Aldford')).toBe(1)
    expect(told(room, 'Bramwell')).toBe(1)
    expect(room.got()).toHaveLength(3)
    expect(room.got()[2]).toContain('Nothing new')
  })

  test('of one channel tell nothing twice, whichever of its briefings it is', async () => {
    await room.say('/schedule add 18:00')
    await dayBreaks('2026-11-23T08:00:05Z')
    await dayBreaks('2026-11-23T18:00:05Z')
    expect(told(room, 'Aldford')).toBe(1)
    expect(room.got()).toHaveLength(2)
  })

  test('after downtime are one, which tells all, and the next one begins behind it', async () => {
    await dayBreaks('2026-11-23T08:00:05Z')
    for (const [iso, event] of [
      ['2026-11-23T15:00:00Z', 'Calder mine reopens'],
      ['2026-11-25T15:00:00Z', 'Dunbeck mayor resigns'],
    ] as const) {
      room.clock.set(at(iso))
      room.publish(FEED, [event])
      await room.read(FEED)
    }
    await dayBreaks('2026-11-26T12:00:00Z')
    expect(room.got()).toHaveLength(2)
    expect([told(room, 'Calder'), told(room, 'Dunbeck')]).toEqual([1, 1])
    await dayBreaks('2026-11-27T08:00:05Z')
    expect([told(room, 'Aldford'), told(room, 'Calder'), told(room, 'Dunbeck')]).toEqual([1, 1, 1])
  })

  test('tell a first edition that comes late from its slot backwards', async () => {
    await dayBreaks('2026-11-24T13:00:00Z')
    expect(told(room, 'Aldford')).toBe(1)
  })

  test('tell nothing again when the only time is changed', async () => {
    await dayBreaks('2026-11-23T08:00:05Z')
    await room.say('/schedule remove 08:00')
    await room.say('/schedule add 09:00')
    await dayBreaks('2026-11-23T09:00:05Z')
    expect(room.got()).toHaveLength(2)
    expect(told(room, 'Aldford')).toBe(1)
  })

  test('wait while grouping fails, and tell the news once it works again', async () => {
    const { saveStories } = room.store
    room.store.saveStories = () => Promise.reject(new Error('no grouping now'))
    room.publish(FEED, ['Jedbury well runs dry'])
    await room.read(FEED)
    await dayBreaks('2026-11-23T08:00:05Z')
    expect(room.got()).toEqual([])
    room.store.saveStories = saveStories
    await dayBreaks('2026-11-23T08:00:15Z')
    expect([told(room, 'Aldford'), told(room, 'Jedbury')]).toEqual([1, 1])
  })

  test.each([
    ['half an hour', '2026-11-23T07:30:00Z'],
    ['three hours', '2026-11-23T05:00:00Z'],
  ])('lose nothing when the clock is set back by %s', async (_span, iso) => {
    await dayBreaks('2026-11-23T08:00:05Z')
    room.clock.set(at(iso))
    await room.app.work.times()
    room.publish(FEED, ['Ilkwell pool opens'])
    await room.read(FEED)
    await dayBreaks('2026-11-23T08:00:10Z')
    await dayBreaks('2026-11-24T08:00:05Z')
    await dayBreaks('2026-11-25T08:00:05Z')
    expect([told(room, 'Aldford'), told(room, 'Ilkwell')]).toEqual([1, 1])
  })

  test('come once for a slot, though the clock is set back across it', async () => {
    await dayBreaks('2026-11-23T08:00:05Z')
    room.clock.set(at('2026-11-23T07:59:35Z'))
    await room.app.work.times()
    room.publish(FEED, ['Marston tunnel floods'])
    await room.read(FEED)
    await dayBreaks('2026-11-23T08:00:10Z')
    expect(room.got()).toHaveLength(1)
    await dayBreaks('2026-11-24T08:00:05Z')
    expect([room.got().length, told(room, 'Marston')]).toEqual([2, 1])
  })

  test('go on telling after a clock that was a year ahead', async () => {
    await room.say('/schedule add 18:00')
    await dayBreaks('2026-11-22T18:00:05Z')
    room.publish(FEED, ['Kelham mill burns'], at('2026-11-22T19:00:00Z'))
    await room.read(FEED)
    await dayBreaks('2027-11-23T08:00:05Z')
    room.clock.set(at('2026-11-22T19:30:00Z'))
    await room.app.work.times()
    room.publish(FEED, ['Lonsdale fair opens'])
    await room.read(FEED)
    await dayBreaks('2026-11-23T08:00:05Z')
    expect([told(room, 'Aldford'), told(room, 'Lonsdale')]).toEqual([1, 1])
  })

  test('lose and repeat nothing when the clock is set back', async () => {
    await dayBreaks('2026-11-23T08:00:05Z')
    room.clock.set(at('2026-11-23T07:10:00Z'))
    room.publish(FEED, ['Easterby ferry sails'])
    await room.read(FEED)
    await dayBreaks('2026-11-24T08:00:05Z')
    await dayBreaks('2026-11-25T08:00:05Z')
    expect(told(room, 'Easterby')).toBe(1)
  })

  test('wait for what has no story yet, while another process groups it', async () => {
    await room.store.acquireLease('clustering', 'another process', at('2026-11-23T07:59:58Z'), 60_000)
    room.clock.set(at('2026-11-23T07:59:59Z'))
    room.publish(FEED, ['Farnley dam holds'])
    await room.read(FEED)
    await dayBreaks('2026-11-23T08:00:05Z')
    expect(room.got()).toEqual([])
    await dayBreaks('2026-11-23T08:01:05Z')
    expect(told(room, 'Farnley')).toBe(1)
  })

  test('do not tell what was old when it was found', async () => {
    room.clock.set(at('2026-11-22T20:00:00Z'))
    room.publish(FEED, ['Garside flood of spring'], at('2026-04-02T10:00:00Z'))
    await room.read(FEED)
    await dayBreaks('2026-11-23T08:00:05Z')
    expect(told(room, 'Garside')).toBe(0)
    expect(told(room, 'Aldford')).toBe(1)
  })

  test('wait while the channel is paused, and tell what came meanwhile when it is back', async () => {
    await dayBreaks('2026-11-23T08:00:05Z')
    const channel = await room.store.findChannel(channelOf('1'))
    if (channel === undefined) throw new Error('no channel')
    await room.store.saveChannel({ ...channel, pausedAt: room.clock.now(), pauseReason: 'kicked' })
    room.clock.set(at('2026-11-23T12:00:00Z'))
    room.publish(FEED, ['Hexley tram derails'])
    await room.read(FEED)
    await dayBreaks('2026-11-24T08:00:05Z')
    expect(room.got()).toHaveLength(1)
    await room.say('/status')
    await room.round()
    expect(told(room, 'Hexley')).toBe(1)
  })
})

test('one story that can not be summed up is told by its headline, and keeps no briefing back', async () => {
  const extractive = createExtractiveSummarizer()
  const summarizer: Summarizer = {
    name: 'poisoned',
    async summarize(articles, bullets, signal) {
      if (articles.some(({ title }) => title.startsWith('Poison'))) throw new TypeError('poison')
      return extractive.summarize(articles, bullets, signal)
    },
  }
  const room = await openNewsroom(EVE, { summarizer })
  room.publish(FEED, ['Poison spill in Ilkwell', 'Aldford bridge closes'])
  await room.say(`/subscribe ${FEED}`)
  room.clock.set(at('2026-11-23T08:00:05Z'))
  await room.round()
  expect(room.got()).toHaveLength(1)
  expect(room.got()[0]).toContain('Poison spill in Ilkwell')
  expect(room.got()[0]).toContain('council of Aldford')
  expect(room.log.some(({ level }) => level === 'error')).toBe(true)
  await room.stop()
})

test('after a start the missed briefing waits for the first reading of the feeds, but not for ever', async () => {
  const room = await openNewsroom(EVE)
  room.publish(FEED, ['Aldford bridge closes'])
  await room.say(`/subscribe ${FEED}`)
  const { createApp } = await import('../../src/app.ts')
  const { commands } = await import('../../commands/index.ts')
  const { manualTicker } = await import('../fakes/bot.ts')
  room.clock.set(at('2026-11-24T12:00:00Z'))
  const next = createApp(room.parts, commands, manualTicker, 'restarted')
  await next.start()
  await next.work.digest()
  expect((await room.store.countParts()).waiting).toBe(0)
  await room.clock.advance(3 * 60_000 + 1)
  await next.work.digest()
  expect((await room.store.countParts()).waiting).toBe(1)
  await next.stop()
  await room.stop()
})
