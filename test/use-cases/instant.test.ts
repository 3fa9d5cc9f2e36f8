import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { PackFeed } from '../../src/model/feed.ts'
import { type Newsroom, openNewsroom } from '../fakes/newsroom.ts'
import { textOf } from '../fakes/platform.ts'

/** A feed is polled again after one. */
const HOUR_MS = 3_600_000
const NOON = new Date('2026-11-23T12:00:00Z')
const FEED = 'http://gazette.example/feed'
const STARTER: PackFeed = {
  title: 'Courier',
  url: 'http://courier.example/rss',
  site: 'http://courier.example/',
  language: 'en',
  topics: ['world'],
}
const numbered = (count: number, event: string): string[] => Array.from({ length: count }, (_, n) => `${event} ${n}`)

describe('a feed that is taken instantly', () => {
  let room: Newsroom
  beforeEach(async () => {
    room = await openNewsroom(NOON, { packs: [{ name: 'world', feeds: [STARTER] }] })
  })
  afterEach(() => room.stop())

  async function news(url: string, ...events: readonly string[]): Promise<void> {
    await room.clock.advance(60_000)
    room.publish(url, events)
    await room.read(url)
    await room.round()
  }

  test('is not told once more by a briefing on demand, or to who catches up, beside other feeds', async () => {
    const digests = 'http://herald.example/feed'
    room.publish(FEED, [])
    room.publish(digests, [])
    await room.say(`/subscribe ${FEED} instant`)
    await room.say(`/subscribe ${digests}`)
    await room.round()
    await news(FEED, 'Aldford bridge closes')
    await news(digests, 'Bramwell school opens')
    await room.clock.advance(2 * HOUR_MS)
    for (const command of ['/briefing preview', '/catchup', '/briefing now']) {
      const answer = textOf(await room.say(command))
      expect(answer).toContain('Bramwell school opens')
      expect(answer).not.toContain('Aldford bridge closes')
    }
  })

  test('is told by a briefing on demand where no other feed is', async () => {
    room.publish(FEED, [])
    await room.say(`/subscribe ${FEED} instant`)
    await room.round()
    await news(FEED, 'Aldford bridge closes')
    await room.clock.advance(2 * HOUR_MS)
    expect(textOf(await room.say('/briefing preview'))).toContain('Aldford bridge closes')
  })

  test('posts each new article once, and none of those that were there', async () => {
    room.publish(FEED, numbered(5, 'Old'))
    await room.say(`/subscribe ${FEED} instant`)
    await room.round()
    expect(room.got()).toEqual([])
    await news(FEED, 'Aldford bridge closes', 'Bramwell school opens')
    await room.round()
    expect(room.got().map(text => text.split('\n')[0])).toEqual(['Aldford bridge closes', 'Bramwell school opens'])
    expect(room.got()[0]).toContain('council of Aldford')
  })

  test('posts nothing of what a starter feed brings when it is read for the first time', async () => {
    room.publish(STARTER.url, numbered(30, 'Old'), new Date(NOON.getTime() - 3_600_000))
    await room.say('/subscribe world instant')
    // The starter feed is read in the background.
    await vi.waitFor(async () => expect((await room.store.listFeeds())[0]?.lastSuccessAt).toBeDefined())
    await room.round()
    await room.round()
    expect(room.got()).toEqual([])
    await news(STARTER.url, 'Aldford bridge closes')
    expect(room.got()).toHaveLength(1)
  })

  test('posts nothing old when a feed of the briefing becomes instant, and says the change', async () => {
    room.publish(FEED, numbered(5, 'Old'))
    const first = await room.say(`/subscribe ${FEED}`)
    expect(first.isError).toBeUndefined()
    const { blocks } = await room.say(`/subscribe ${FEED} instant`)
    expect(JSON.stringify(blocks[0])).toContain('now each article at once')
    await room.round()
    expect(room.got()).toEqual([])
    await news(FEED, 'Aldford bridge closes')
    expect(room.got()).toHaveLength(1)
  })

  test('stays instant when it is taken again without a mode', async () => {
    room.publish(FEED, ['Old'])
    await room.say(`/subscribe ${FEED} instant`)
    await room.say(`/subscribe ${FEED}`)
    await news(FEED, 'Aldford bridge closes')
    expect(room.got()).toHaveLength(1)
  })

  test('case 63: posts at most twenty at once and counts the rest, also when the process dies before it has sent them', async () => {
    room.publish(FEED, ['Old'])
    await room.say(`/subscribe ${FEED} instant`)
    await room.clock.advance(60_000)
    room.publish(FEED, numbered(30, 'Event'))
    await room.read(FEED)
    await room.app.work.digest()
    room.publish(FEED, numbered(5, 'Later'))
    await room.read(FEED)
    await room.round()
    expect(room.got()).toHaveLength(26)
    expect(room.got().filter(text => text.includes('10 more new articles'))).toHaveLength(1)
  })

  test('posts nothing again after the group has moved to a new address', async () => {
    room.publish(FEED, ['Old'])
    await room.say(`/subscribe ${FEED} instant`)
    await news(FEED, 'Aldford bridge closes')
    await room.store.moveChannel('discord:1' as never, '2')
    await news(FEED, 'Bramwell school opens')
    expect(room.got('1')).toHaveLength(1)
    expect(room.got('2').map(text => text.split('\n')[0])).toEqual(['Bramwell school opens'])
  })

  test('keeps posting when the clock was set back', async () => {
    room.publish(FEED, ['Old'])
    await room.say(`/subscribe ${FEED} instant`)
    await news(FEED, 'Aldford bridge closes')
    room.clock.set(new Date(NOON.getTime() - 3_600_000))
    await news(FEED, 'Bramwell school opens')
    expect(room.got()).toHaveLength(2)
  })
})
