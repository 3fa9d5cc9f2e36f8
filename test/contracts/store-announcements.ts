import { beforeEach, expect, test } from 'vitest'
import type { Subscription } from '../../src/model/briefing.ts'
import type { Store } from '../../src/ports/store.ts'
import {
  channelId,
  deliveryId,
  feedId,
  ids,
  keepArticles,
  minute,
  sampleArticle,
  sampleChannel,
  sampleDelivery,
  sampleFeed,
  sampleStory,
} from './store-samples.ts'

const discord = channelId('discord:1')
const instant: Subscription = {
  channelId: discord,
  feedId: feedId('herald'),
  mode: 'instant',
  createdAt: minute(0),
  announcedUpTo: 3,
}

export function keepsAnnouncementContract(store: () => Store): void {
  beforeEach(async () => {
    await store().saveChannel(sampleChannel('discord:1'))
    await store().addFeed(sampleFeed('herald'))
  })

  test('articles are numbered as they arrive, whatever time they were seen', async () => {
    expect(await store().getArrivals()).toEqual({ last: 0, placed: 0 })
    for (const [id, minutes] of [
      ['a1', 50],
      ['a2', 10],
      ['a3', 30],
    ] as const) {
      await keepArticles(store(), [sampleArticle(id, { seenAt: minute(minutes) })])
    }
    expect(await store().getArrivals()).toEqual({ last: 3, placed: 0 })
    expect(ids(await store().listArticles({ after: 1, limit: 9 }))).toEqual(['a3', 'a2'])
    expect(ids(await store().listArticles({ after: 1, upTo: 2, limit: 9 }))).toEqual(['a2'])
    await store().saveStories([sampleStory('s1', ['a1', 'a3'])])
    expect(await store().getArrivals()).toEqual({ last: 3, placed: 1 })
    await store().saveStories([sampleStory('s2', ['a2'])])
    expect(await store().getArrivals()).toEqual({ last: 3, placed: 3 })
  })

  test('where announcements begin is kept with the subscription, and set anew when the mode changes', async () => {
    await store().subscribe(instant)
    expect(await store().listSubscriptions({ mode: 'instant' })).toEqual([instant])
    await store().subscribe({ ...instant, announcedUpTo: 9 })
    expect(await store().listSubscriptions({ mode: 'instant' })).toEqual([instant])
    const { announcedUpTo: _announcedUpTo, ...plain } = instant
    await store().subscribe({ ...plain, mode: 'digest' })
    expect(await store().listSubscriptions({ channelId: discord })).toEqual([{ ...plain, mode: 'digest' }])
    await store().subscribe({ ...instant, announcedUpTo: 9 })
    expect(await store().listSubscriptions({ mode: 'instant' })).toEqual([{ ...instant, announcedUpTo: 9 }])
  })

  test('what is announced and how far that reaches are written together, and once', async () => {
    await store().subscribe(instant)
    expect(await store().announce(instant, 8, [sampleDelivery('d1'), sampleDelivery('d2')])).toBe(true)
    expect((await store().listSubscriptions({ mode: 'instant' }))[0]?.announcedUpTo).toBe(8)
    expect(await store().partStates(deliveryId('d2'))).toEqual(['planned', 'planned'])
    expect(await store().announce(instant, 8, [sampleDelivery('d3')])).toBe(false)
    expect(await store().partStates(deliveryId('d3'))).toEqual([])
    await store().unsubscribe(discord, [feedId('herald')])
    expect(await store().announce(instant, 12, [sampleDelivery('d4')])).toBe(false)
  })

  test('an announcement that can not be written leaves the subscription where it was', async () => {
    await store().subscribe(instant)
    const broken = sampleDelivery('d1', { createdAt: new Date(Number.NaN) })
    await expect(store().announce(instant, 8, [sampleDelivery('d0'), broken])).rejects.toThrow()
    expect(await store().listSubscriptions({ mode: 'instant' })).toEqual([instant])
    expect(await store().partStates(deliveryId('d0'))).toEqual([])
  })
}
