import { expect, test } from 'vitest'
import type { Store } from '../../src/ports/store.ts'
import {
  articleId,
  channelId,
  claimAt,
  claimFeed,
  feedId,
  ids,
  LEASE_MS,
  minute,
  polled,
  sampleArticle,
  sampleChannel,
  sampleFeed,
} from './store-samples.ts'

const take = async (store: Store, channel: string, ...feeds: readonly string[]): Promise<void> => {
  await store.saveChannel(sampleChannel(channel))
  for (const id of feeds) {
    await store.subscribe({ channelId: channelId(channel), feedId: feedId(id), mode: 'digest', createdAt: minute(0) })
  }
}

export function keepsFeedContract(store: () => Store): void {
  test('a feed comes back as it was added, by id and by address', async () => {
    const feed = sampleFeed('herald', {
      siteUrl: 'https://herald.example/',
      language: 'en-GB',
      topics: ['science', 'world'],
      lastPolledAt: minute(-5),
      lastSuccessAt: minute(-6),
      lastError: 'timeout',
      failures: 2,
      validators: { etag: 'W/"a b"', lastModified: 'Sun, 01 Mar 2026 08:00:00 GMT' },
    })
    expect(await store().addFeed(feed)).toEqual(feed)
    expect(await store().findFeed(feed.id)).toEqual(feed)
    expect(await store().findFeed(feed.url)).toEqual(feed)
    expect(await store().findFeed('https://nobody.example/')).toBeUndefined()
  })

  test('a feed that is known by id or by address is kept, with its topics widened', async () => {
    const feed = await store().addFeed(sampleFeed('herald', { topics: ['world'] }))
    const sameAddress = sampleFeed('other', { url: feed.url, title: 'Other', topics: ['science', 'world'] })
    expect(await store().addFeed(sameAddress)).toEqual({ ...feed, topics: ['science', 'world'] })
    const sameId = sampleFeed('herald', { url: 'https://moved.example/', topics: ['arts'] })
    expect(await store().addFeed(sameId)).toEqual({ ...feed, topics: ['arts', 'science', 'world'] })
    expect(await store().listFeeds()).toEqual([{ ...feed, topics: ['arts', 'science', 'world'] }])
  })

  test('lists all feeds or those of a channel, by title', async () => {
    for (const id of ['courier', 'herald', 'argus']) await store().addFeed(sampleFeed(id))
    await take(store(), 'discord:1', 'herald', 'argus')
    expect(ids(await store().listFeeds())).toEqual(['argus', 'courier', 'herald'])
    expect(ids(await store().listFeeds(channelId('discord:1')))).toEqual(['argus', 'herald'])
    expect(await store().listFeeds(channelId('discord:2'))).toEqual([])
  })

  test('claims due feeds that somebody takes, oldest due first, no more than asked for', async () => {
    for (const [id, due] of [
      ['late', -1],
      ['oldest', -9],
      ['future', 1],
      ['old', -5],
      ['unwanted', -20],
    ] as const) {
      await store().addFeed(sampleFeed(id, { nextPollAt: minute(due) }))
    }
    await take(store(), 'discord:1', 'late', 'oldest', 'future', 'old')
    const claimed = await store().claimDueFeeds(claimAt(0, 2))
    expect(ids(claimed.map(({ row }) => row))).toEqual(['oldest', 'old'])
    expect(ids((await store().claimDueFeeds(claimAt(0))).map(({ row }) => row))).toEqual(['late'])
    expect(await store().claimDueFeeds(claimAt(0))).toEqual([])
  })

  test('claims the named feeds if they are due, subscribed or not, and no other', async () => {
    await store().addFeed(sampleFeed('herald'))
    await store().addFeed(sampleFeed('future', { nextPollAt: minute(1) }))
    await store().addFeed(sampleFeed('courier'))
    await take(store(), 'discord:1', 'courier')
    const only = [feedId('future'), feedId('herald'), feedId('unknown')]
    expect(ids((await store().claimDueFeeds(claimAt(0), only)).map(({ row }) => row))).toEqual(['herald'])
    expect(await store().claimDueFeeds(claimAt(0), [])).toEqual([])
  })

  test('an expired lease is simply due again, under a new attempt', async () => {
    const first = await claimFeed(store(), 'herald')
    const only = [feedId('herald')]
    const before = { now: new Date(minute(0).getTime() + LEASE_MS - 1), limit: 1, leaseMs: LEASE_MS }
    expect(await store().claimDueFeeds(before, only)).toEqual([])
    const [second] = await store().claimDueFeeds(claimAt(5), only)
    expect(second?.attempt).toBeGreaterThan(first.attempt)
  })

  test('a poll that lost its claim writes nothing', async () => {
    const first = await claimFeed(store(), 'herald')
    const [second] = await store().claimDueFeeds(claimAt(6), [feedId('herald')])
    expect(await store().finishPoll(first, polled(7, { title: 'Wrong' }), [sampleArticle('a1')])).toBeUndefined()
    expect((await store().countArticles()).articles).toBe(0)
    expect((await store().findFeed('herald'))?.title).toBe('The herald')
    expect(await store().finishPoll(second!, polled(7), [sampleArticle('a2')])).toMatchObject({ added: ['a2'] })
    expect(await store().finishPoll(second!, polled(8), [sampleArticle('a3')])).toBeUndefined()
  })

  test('a poll that succeeded updates the feed and frees it', async () => {
    const claimed = await claimFeed(store(), 'herald')
    const validators = { etag: '"1"', lastModified: 'yesterday' }
    const result = polled(1, {
      url: 'https://new.example/',
      title: 'New',
      siteUrl: 'https://s.example/',
      language: 'fr',
    })
    await store().finishPoll(claimed, { ...result, validators }, [])
    expect(await store().findFeed('herald')).toEqual(
      sampleFeed('herald', {
        url: 'https://new.example/',
        title: 'New',
        siteUrl: 'https://s.example/',
        language: 'fr',
        validators,
        lastPolledAt: minute(1),
        lastSuccessAt: minute(1),
        nextPollAt: minute(61),
      }),
    )
    expect(await store().claimDueFeeds(claimAt(60), [feedId('herald')])).toEqual([])
    expect(await store().claimDueFeeds(claimAt(61), [feedId('herald')])).toHaveLength(1)
  })

  test('failures are counted and keep the cache marks; a success resets them and replaces both marks', async () => {
    const poll = async (minutes: number, changes: object) => {
      const [claimed] = await store().claimDueFeeds(claimAt(minutes), [feedId('herald')])
      await store().finishPoll(claimed!, polled(minutes, changes), [])
      return store().findFeed('herald')
    }
    await store().addFeed(sampleFeed('herald', { validators: { etag: '"1"', lastModified: 'x' } }))
    expect(await poll(0, { error: 'timeout' })).toMatchObject({ failures: 1, lastError: 'timeout' })
    const failed = await poll(60, { error: 'dns' })
    expect(failed).toMatchObject({ failures: 2, lastError: 'dns', validators: { etag: '"1"', lastModified: 'x' } })
    expect(failed?.lastSuccessAt).toBeUndefined()
    const mended = await poll(120, { validators: { etag: '"2"' } })
    expect(mended).toMatchObject({ failures: 0, lastSuccessAt: minute(120) })
    expect(mended?.lastError).toBeUndefined()
    expect(mended?.validators).toEqual({ etag: '"2"' })
  })

  test('a poll is one transaction: an article that can not be kept leaves no other and no change of the feed', async () => {
    const claimed = await claimFeed(store(), 'herald')
    const orphan = sampleArticle('a2', { feedId: feedId('nobody') })
    await expect(
      store().finishPoll(claimed, polled(1, { title: 'New' }), [sampleArticle('a1'), orphan]),
    ).rejects.toThrow()
    expect(await store().getArticles([articleId('a1')])).toEqual([])
    expect((await store().findFeed('herald'))?.title).toBe('The herald')
    expect(await store().finishPoll(claimed, polled(1), [sampleArticle('a1')])).toMatchObject({ added: ['a1'] })
  })

  test('two workers that claim at once never get the same feed', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `feed${index}`)
    for (const id of names) await store().addFeed(sampleFeed(id))
    const only = names.map(feedId)
    const claims = await Promise.all([0, 0, 0, 0].map(() => store().claimDueFeeds(claimAt(0, 6), only)))
    const claimed = claims.flat().map(({ row }) => row.id)
    expect(claimed).toHaveLength(20)
    expect(new Set(claimed).size).toBe(20)
  })
}
