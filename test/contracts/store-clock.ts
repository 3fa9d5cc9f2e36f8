import { beforeEach, expect, test } from 'vitest'
import type { Store } from '../../src/ports/store.ts'
import {
  briefingId,
  channelId,
  claimAt,
  claimFeed,
  deliveryId,
  feedId,
  LEASE_MS,
  minute,
  polled,
  sampleBriefing,
  sampleChannel,
  sampleDelivery,
} from './store-samples.ts'

const YEAR = 365 * 24 * 60
const HOUR_MS = 3_600_000
const furthest = { pollMs: 8 * 24 * HOUR_MS, attemptMs: 2 * HOUR_MS, leaseMs: 2 * LEASE_MS }
const discord = channelId('discord:1')

export function keepsClockContract(store: () => Store): void {
  beforeEach(async () => {
    await store().saveChannel(sampleChannel('discord:1'))
  })

  test('what was written under a clock that was a year ahead is due again', async () => {
    const feed = await claimFeed(store(), 'herald', 0)
    await store().finishPoll(feed, polled(YEAR), [])
    await store().addDelivery(sampleDelivery('d1'))
    const [part] = await store().claimDueParts(claimAt(YEAR), ['discord'])
    await store().finishPart(part!, { kind: 'retry', at: minute(YEAR + 1), error: '429' })
    expect(await store().mendTimes(minute(5), furthest)).toBe(2)
    expect(await store().claimDueFeeds(claimAt(5), [feedId('herald')])).toHaveLength(1)
    expect(await store().claimDueParts(claimAt(5), ['discord'])).toHaveLength(1)
  })

  test('leases that end too late end now; a part that was being sent is uncertain then', async () => {
    await claimFeed(store(), 'herald', 0)
    await store().saveBriefing(sampleBriefing('b1'))
    await store().addDelivery(sampleDelivery('d1'))
    const late = claimAt(YEAR)
    const [feed] = await store().claimDueFeeds(late, [feedId('herald')])
    expect(feed).toBeDefined()
    await store().claimDueBriefings(late)
    const [part] = await store().claimDueParts(late, ['discord'])
    await store().markSending(part!)
    await store().acquireLease('clustering', 'old', minute(YEAR), LEASE_MS)
    expect(await store().mendTimes(minute(5), furthest)).toBe(4)
    expect(await store().claimDueFeeds(claimAt(5), [feedId('herald')])).toHaveLength(1)
    expect(await store().claimDueBriefings(claimAt(5))).toHaveLength(1)
    expect(await store().claimDueParts(claimAt(5), ['discord'])).toMatchObject([{ uncertainAttempts: 1 }])
    expect(await store().acquireLease('clustering', 'new', minute(5), LEASE_MS)).toBe(true)
  })

  test('times that are in order stay', async () => {
    const feed = await claimFeed(store(), 'herald', 0)
    await store().finishPoll(feed, polled(0), [])
    await claimFeed(store(), 'courier', 0)
    await store().addDelivery(sampleDelivery('d1'))
    const [part] = await store().claimDueParts(claimAt(0), ['discord'])
    await store().finishPart(part!, { kind: 'retry', at: minute(60), error: '429' })
    expect(await store().mendTimes(minute(0), furthest)).toBe(0)
    expect(await store().partStates(deliveryId('d1'))).toEqual(['planned', 'planned'])
  })

  test('a next run is set anew, and a last run of the future forgotten, unless somebody changed it meanwhile', async () => {
    const briefing = sampleBriefing('b1', { nextRunAt: minute(YEAR + 60), lastRunAt: minute(YEAR) })
    await store().saveBriefing(briefing)
    expect(await store().listBriefings()).toEqual([briefing])
    expect(await store().resetBriefing(briefing, minute(60), minute(0))).toBe(true)
    expect(await store().listBriefings(discord)).toEqual([sampleBriefing('b1', { nextRunAt: minute(60) })])
    expect(await store().resetBriefing(briefing, minute(90), minute(0))).toBe(false)
    const kept = sampleBriefing('b1', { nextRunAt: minute(60), lastRunAt: minute(-60) })
    await store().saveBriefing(kept)
    expect(await store().resetBriefing(kept, minute(50), minute(0))).toBe(true)
    expect((await store().listBriefings(discord))[0]).toEqual({ ...kept, nextRunAt: minute(50) })
    await store().removeBriefing(briefingId('b1'))
    expect(await store().resetBriefing(kept, minute(50), minute(0))).toBe(false)
  })
}
