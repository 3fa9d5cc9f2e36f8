import { expect, test } from 'vitest'
import type { Channel, SubscriptionMode } from '../../src/model/briefing.ts'
import type { Store } from '../../src/ports/store.ts'
import {
  briefingId,
  channelId,
  claimAt,
  deliveryId,
  feedId,
  ids,
  minute,
  polled,
  sampleBriefing,
  sampleChannel,
  sampleDelivery,
  sampleDigest,
  sampleFeed,
} from './store-samples.ts'

const chat = channelId('telegram:-100')
const moved = channelId('telegram:-200')

const take = (store: Store, channel: string, feed: string, minutes: number, mode: SubscriptionMode = 'digest') =>
  store.subscribe({ channelId: channelId(channel), feedId: feedId(feed), mode, createdAt: minute(minutes) })

/** A channel that has one of everything. */
async function furnish(store: Store): Promise<Channel> {
  const channel = sampleChannel(chat, { title: 'News', timezone: 'Asia/Kathmandu', summaries: 'llm' })
  await store.saveChannel(channel)
  for (const id of ['herald', 'courier']) await store.addFeed(sampleFeed(id))
  await take(store, chat, 'herald', 1)
  await store.saveBriefing(sampleBriefing('b1', { channelId: chat }))
  await store.addDelivery(sampleDelivery('d1', { channelId: chat }), sampleDigest('g1'))
  const action = { id: 'x1', label: 'More', command: 'sources', options: { item: '1' }, createdAt: minute(0) }
  await store.keepActions([{ ...action, channelId: chat }])
  return channel
}

export function keepsChannelContract(store: () => Store): void {
  test('pausing sets the pause and nothing else; an unknown channel is passed over', async () => {
    const channel = sampleChannel(chat, { title: 'News', language: 'de' })
    await store().saveChannel(channel)
    await store().pauseChannel(chat, minute(3), 'kicked')
    expect(await store().findChannel(chat)).toEqual({ ...channel, pausedAt: minute(3), pauseReason: 'kicked' })
    await store().pauseChannel(moved, minute(3), 'kicked')
    expect(await store().findChannel(moved)).toBeUndefined()
  })

  test('a channel comes back as it was saved; saving again replaces it', async () => {
    const channel = sampleChannel('telegram:-100/7', {
      title: 'Room',
      language: 'de',
      summaries: 'llm',
      pausedAt: minute(3),
      pauseReason: 'kicked',
    })
    await store().saveChannel(channel)
    expect(await store().findChannel(channel.id)).toEqual(channel)
    const { pausedAt: _at, pauseReason: _reason, ...running } = channel
    await store().saveChannel(running)
    expect(await store().findChannel(channel.id)).toEqual(running)
    const { summaries: _summaries, ...plain } = running
    await store().saveChannel(plain)
    expect(await store().findChannel(channel.id)).toEqual(plain)
    expect(await store().findChannel(chat)).toBeUndefined()
  })

  test('a subscription is new once; again it changes its mode and keeps its time', async () => {
    await store().saveChannel(sampleChannel(chat))
    await store().addFeed(sampleFeed('herald'))
    expect(await take(store(), chat, 'herald', 1)).toBe(true)
    expect(await take(store(), chat, 'herald', 2, 'instant')).toBe(false)
    expect(await store().listSubscriptions({ channelId: chat })).toEqual([
      { channelId: chat, feedId: 'herald', mode: 'instant', createdAt: minute(1) },
    ])
  })

  test('lists the subscriptions of a channel by time, or all instant ones', async () => {
    for (const id of [chat, moved]) await store().saveChannel(sampleChannel(id))
    for (const id of ['argus', 'courier', 'herald']) await store().addFeed(sampleFeed(id))
    await take(store(), chat, 'herald', 1, 'instant')
    await take(store(), chat, 'argus', 2)
    await take(store(), moved, 'courier', 0, 'instant')
    const feeds = async (filter: Parameters<Store['listSubscriptions']>[0]) =>
      (await store().listSubscriptions(filter)).map(subscription => subscription.feedId)
    expect(await feeds({ channelId: chat })).toEqual(['herald', 'argus'])
    expect(await feeds({ mode: 'instant' })).toEqual(['courier', 'herald'])
  })

  test('leaving says how many were left, and keeps feed and articles', async () => {
    await furnish(store())
    await take(store(), chat, 'courier', 2)
    const left = ['herald', 'courier', 'nobody'].map(feedId)
    expect(await store().unsubscribe(chat, left)).toBe(2)
    expect(await store().unsubscribe(chat, left)).toBe(0)
    expect(ids(await store().listFeeds())).toEqual(['courier', 'herald'])
    expect(await store().claimDueFeeds(claimAt(0))).toEqual([])
  })

  test('a moved channel takes everything with it', async () => {
    const channel = await furnish(store())
    const expected = { ...channel, id: moved, address: '-200' }
    expect(await store().moveChannel(chat, '-200')).toEqual(expected)
    expect(await store().findChannel(chat)).toBeUndefined()
    expect(await store().findChannel(moved)).toEqual(expected)
    expect(ids(await store().listFeeds(moved))).toEqual(['herald'])
    expect(ids(await store().listBriefings(moved))).toEqual(['b1'])
    expect((await store().findLastNumbered(moved, 'everybody'))?.id).toBe('g1')
    expect((await store().findAction('x1'))?.channelId).toBe(moved)
    const [part] = await store().claimDueParts(claimAt(0), ['telegram'])
    expect(part?.channel).toEqual(expected)
  })

  test('a channel that moves to a known address joins it; nothing stands there twice', async () => {
    await furnish(store())
    const target = sampleChannel(moved, { title: 'Supergroup' })
    await store().saveChannel(target)
    await take(store(), moved, 'herald', 0, 'instant')
    await take(store(), chat, 'courier', 2)
    await store().saveBriefing(sampleBriefing('b2', { channelId: moved }))
    await store().saveBriefing(sampleBriefing('b3', { channelId: chat, at: '18:00', nextRunAt: minute(9) }))
    expect(await store().moveChannel(chat, '-200')).toEqual(target)
    const subscriptions = await store().listSubscriptions({ channelId: moved })
    expect(subscriptions.map(({ feedId, mode }) => [feedId, mode])).toEqual([
      ['herald', 'instant'],
      ['courier', 'digest'],
    ])
    expect(await store().listSubscriptions({ channelId: chat })).toEqual([])
    expect(ids(await store().listBriefings(moved))).toEqual(['b2', 'b3'])
  })

  test('a second report of the same move finds it done; an unknown channel can not move', async () => {
    await furnish(store())
    const target = await store().moveChannel(chat, '-200')
    expect(await store().moveChannel(chat, '-200')).toEqual(target)
    expect(await store().moveChannel(moved, '-200')).toEqual(target)
    await expect(store().moveChannel(channelId('telegram:9'), '10')).rejects.toThrow('telegram:9')
  })

  test('work under way when a channel moves is finished at the new address', async () => {
    await furnish(store())
    const [part] = await store().claimDueParts(claimAt(0), ['telegram'])
    const [claimed] = await store().claimDueBriefings(claimAt(0))
    await store().moveChannel(chat, '-200')
    expect(await store().finishPart(part!, { kind: 'sent', messageId: '5', at: minute(1) })).toBe(true)
    const edition = {
      digest: sampleDigest('g2', { createdAt: minute(2) }),
      delivery: sampleDelivery('d2'),
      toldUpTo: 1,
    }
    const old = { ...edition, delivery: { ...edition.delivery, channelId: chat } }
    expect(await store().finishBriefing(claimed!, minute(60), old)).toBe(true)
    expect((await store().findLastNumbered(moved, 'everybody'))?.id).toBe('g2')
    expect(await store().partStates(deliveryId('d2'))).toEqual(['planned', 'planned'])
    await store().removeBriefing(briefingId('b1'))
    const [feed] = await store().claimDueFeeds(claimAt(0))
    expect(await store().finishPoll(feed!, polled(1), [])).toBeDefined()
  })
}
