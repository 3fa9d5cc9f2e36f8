import { beforeEach, expect, test } from 'vitest'
import type { Subscription } from '../../src/model/briefing.ts'
import type { Store } from '../../src/ports/store.ts'
import {
  articleId,
  channelId,
  deliveryId,
  feedId,
  ids,
  keepArticles,
  minute,
  sampleArticle,
  sampleChannel,
  sampleDelivery,
  sampleDigest,
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
    expect(
      await store().announce(instant, 8, [{ delivery: sampleDelivery('d1') }, { delivery: sampleDelivery('d2') }]),
    ).toBe(true)
    expect((await store().listSubscriptions({ mode: 'instant' }))[0]?.announcedUpTo).toBe(8)
    expect(await store().partStates(deliveryId('d2'))).toEqual(['planned', 'planned'])
    expect(await store().announce(instant, 8, [{ delivery: sampleDelivery('d3') }])).toBe(false)
    expect(await store().partStates(deliveryId('d3'))).toEqual([])
    await store().unsubscribe(discord, [feedId('herald')])
    expect(await store().announce(instant, 12, [{ delivery: sampleDelivery('d4') }])).toBe(false)
  })

  test('an announcement that can not be written leaves the subscription where it was', async () => {
    await store().subscribe(instant)
    const broken = sampleDelivery('d1', { createdAt: new Date(Number.NaN) })
    await expect(
      store().announce(instant, 8, [{ delivery: sampleDelivery('d0') }, { delivery: broken }]),
    ).rejects.toThrow()
    expect(await store().listSubscriptions({ mode: 'instant' })).toEqual([instant])
    expect(await store().partStates(deliveryId('d0'))).toEqual([])
  })

  test('what a post tells is in the ledger, written with it and once, and is no edition', async () => {
    const digest = sampleDigest('g1', { kind: 'post' })
    const post = { delivery: sampleDelivery('d1', { digestId: digest.id }), digest }
    await store().subscribe(instant)
    expect(await store().announce(instant, 8, [post])).toBe(true)
    const [told, ...others] = await store().listTold(discord, new Date(0))
    expect(others).toEqual([])
    expect(told).toMatchObject({ digestId: digest.id, upTo: 8, isPost: true, headline: digest.items[0]?.headline })
    expect(await store().addPost(post, 9)).toBe(false)
    expect(await store().addPost({ ...post, delivery: sampleDelivery('d2') }, 9)).toBe(true)
    expect(await store().listTold(discord, new Date(0))).toHaveLength(2)
    expect(await store().findLastEdition(discord)).toBeUndefined()
    expect(await store().findDigest(digest.id, discord)).toEqual(digest)
    expect(await store().findLastBriefing(discord, 'everybody')).toBeUndefined()
    expect(await store().findLastNumbered(discord, 'everybody')).toBeUndefined()
    const [cited] = told?.sentences ?? []
    if (cited === undefined) throw new Error('no sentence')
    expect(await store().channelsPosted([cited.articleId])).toEqual([discord])
    expect(await store().channelsPosted([articleId('nobody')])).toEqual([])
    await store().tellDigest({ ...digest, kind: 'briefing' }, channelId('discord:2'), 9)
    expect(await store().channelsPosted([cited.articleId])).toEqual([discord])
  })

  test('a post that shows a headline alone rests on the article of that headline', async () => {
    const whole = sampleDigest('g1', { kind: 'post' })
    const digest = { ...whole, items: whole.items.map(item => ({ ...item, bullets: [], leadId: articleId('lead') })) }
    expect(await store().addPost({ delivery: sampleDelivery('d1', { digestId: digest.id }), digest }, 9)).toBe(true)
    expect(await store().channelsPosted([articleId('lead')])).toEqual([discord])
  })
}
