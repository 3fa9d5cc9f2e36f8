import { beforeEach, expect, test } from 'vitest'
import type { Store } from '../../src/ports/store.ts'
import {
  briefingId,
  channelId,
  claimAt,
  deliveryId,
  digestId,
  ids,
  minute,
  sampleBriefing,
  sampleChannel,
  sampleDelivery,
  sampleDigest,
} from './store-samples.ts'

const discord = channelId('discord:1')

const edition = (changes: Parameters<typeof sampleDelivery>[1] = {}) => ({
  digest: sampleDigest('g1'),
  delivery: sampleDelivery('d1', { digestId: digestId('g1'), ...changes }),
  toldUpTo: 7,
})

export function keepsBriefingContract(store: () => Store): void {
  beforeEach(async () => {
    await store().saveChannel(sampleChannel('discord:1'))
  })

  test('a briefing comes back as it was saved; saving again replaces it; removing removes it', async () => {
    const briefing = sampleBriefing('b1', { lastRunAt: minute(-60) })
    await store().saveBriefing(briefing)
    await store().saveBriefing(sampleBriefing('b0', { nextRunAt: minute(5) }))
    expect(await store().listBriefings(discord)).toEqual([briefing, sampleBriefing('b0', { nextRunAt: minute(5) })])
    const changed = sampleBriefing('b1', { at: '18:30', days: ['sun'], length: 'long', nextRunAt: minute(9) })
    await store().saveBriefing(changed)
    expect(ids(await store().listBriefings(discord))).toEqual(['b0', 'b1'])
    expect((await store().listBriefings(discord))[1]).toEqual(changed)
    await store().removeBriefing(briefingId('b0'))
    expect(ids(await store().listBriefings(discord))).toEqual(['b1'])
  })

  test('claims due briefings, longest due first, each once until its lease ends', async () => {
    for (const [id, due] of [
      ['late', -1],
      ['oldest', -9],
      ['future', 1],
      ['old', -5],
    ] as const) {
      await store().saveBriefing(sampleBriefing(id, { nextRunAt: minute(due) }))
    }
    const rows = async (minutes: number, limit = 9) =>
      ids((await store().claimDueBriefings(claimAt(minutes, limit))).map(({ row }) => row))
    expect(await rows(0, 2)).toEqual(['oldest', 'old'])
    expect(await rows(0)).toEqual(['late'])
    expect(await rows(0)).toEqual([])
    expect(await rows(5)).toEqual(['oldest', 'old', 'late', 'future'])
  })

  test('does not claim for a paused channel', async () => {
    await store().saveBriefing(sampleBriefing('b1'))
    await store().saveChannel(sampleChannel('discord:1', { pausedAt: minute(0) }))
    expect(await store().claimDueBriefings(claimAt(0))).toEqual([])
    await store().saveChannel(sampleChannel('discord:1'))
    expect(await store().claimDueBriefings(claimAt(0))).toHaveLength(1)
  })

  test('finishing advances the briefing and writes digest and delivery together', async () => {
    await store().saveBriefing(sampleBriefing('b1'))
    const [claimed] = await store().claimDueBriefings(claimAt(1))
    expect(await store().finishBriefing(claimed!, minute(1440), edition())).toBe(true)
    expect(await store().listBriefings(discord)).toEqual([
      sampleBriefing('b1', { nextRunAt: minute(1440), lastRunAt: sampleDigest('g1').to, toldUpTo: 7 }),
    ])
    expect(await store().findDigest(digestId('g1'), discord)).toEqual(sampleDigest('g1'))
    expect(await store().partStates(deliveryId('d1'))).toEqual(['planned', 'planned'])
    expect(await store().claimDueBriefings(claimAt(1439))).toEqual([])
    expect(await store().claimDueBriefings(claimAt(1440))).toHaveLength(1)
  })

  test('finishing without an edition only advances: what was told before stands', async () => {
    const told = { lastRunAt: minute(-60), toldUpTo: 3 }
    await store().saveBriefing(sampleBriefing('b1', told))
    const [claimed] = await store().claimDueBriefings(claimAt(1))
    expect(await store().finishBriefing(claimed!, minute(1440), undefined)).toBe(true)
    expect((await store().countParts()).waiting).toBe(0)
    expect(await store().listBriefings(discord)).toEqual([sampleBriefing('b1', { ...told, nextRunAt: minute(1440) })])
  })

  test('whoever lost the claim, or whose briefing is gone, writes nothing', async () => {
    await store().saveBriefing(sampleBriefing('b1'))
    const [first] = await store().claimDueBriefings(claimAt(0))
    const [second] = await store().claimDueBriefings(claimAt(5))
    expect(await store().finishBriefing(first!, minute(1440), edition())).toBe(false)
    await store().removeBriefing(briefingId('b1'))
    expect(await store().finishBriefing(second!, minute(1440), edition())).toBe(false)
    expect(await store().findDigest(digestId('g1'), discord)).toBeUndefined()
    expect(await store().partStates(deliveryId('d1'))).toEqual([])
  })

  test('finishes once', async () => {
    await store().saveBriefing(sampleBriefing('b1'))
    const [claimed] = await store().claimDueBriefings(claimAt(0))
    expect(await store().finishBriefing(claimed!, minute(1440), undefined)).toBe(true)
    expect(await store().finishBriefing(claimed!, minute(2880), edition())).toBe(false)
    expect(await store().partStates(deliveryId('d1'))).toEqual([])
  })

  test('an edition that can not be written leaves the briefing where it was', async () => {
    await store().saveBriefing(sampleBriefing('b1'))
    const [claimed] = await store().claimDueBriefings(claimAt(0))
    const broken = edition({ createdAt: new Date(Number.NaN) })
    await expect(store().finishBriefing(claimed!, minute(1440), broken)).rejects.toThrow()
    expect(await store().listBriefings(discord)).toEqual([sampleBriefing('b1')])
    expect(await store().findDigest(digestId('g1'), discord)).toBeUndefined()
    expect(await store().finishBriefing(claimed!, minute(1440), edition())).toBe(true)
  })

  test('an edition whose delivery is owed already advances the briefing and owes nothing twice', async () => {
    await store().saveBriefing(sampleBriefing('b1'))
    await store().addDelivery(sampleDelivery('d1'))
    const [claimed] = await store().claimDueBriefings(claimAt(0))
    expect(await store().finishBriefing(claimed!, minute(1440), edition())).toBe(true)
    expect((await store().countParts()).waiting).toBe(2)
  })

  test('a time that a person saved while the edition was made stands', async () => {
    await store().saveBriefing(sampleBriefing('b1'))
    const [claimed] = await store().claimDueBriefings(claimAt(0))
    await store().saveBriefing(sampleBriefing('b1', { at: '18:00', nextRunAt: minute(600) }))
    expect(await store().finishBriefing(claimed!, minute(1440), edition())).toBe(true)
    expect(await store().listBriefings(discord)).toEqual([
      sampleBriefing('b1', { at: '18:00', nextRunAt: minute(600), lastRunAt: sampleDigest('g1').to, toldUpTo: 7 }),
    ])
  })
}
