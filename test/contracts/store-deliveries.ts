import { beforeEach, expect, test } from 'vitest'
import type { ClaimedPart } from '../../src/model/briefing.ts'
import type { Message } from '../../src/model/message.ts'
import type { Store } from '../../src/ports/store.ts'
import {
  channelId,
  claimAt,
  deliveryId,
  digestId,
  minute,
  sampleChannel,
  sampleDelivery,
  sampleDigest,
  sampleMessage,
} from './store-samples.ts'

const sent = { kind: 'sent', messageId: 'm', at: minute(0) } as const
const dead = { kind: 'dead', error: 'rejected' } as const
const names = (parts: readonly ClaimedPart[]) => parts.map(part => `${part.deliveryId}/${part.index}`)

export function keepsDeliveryContract(store: () => Store): void {
  beforeEach(async () => {
    for (const id of ['discord:1', 'discord:2', 'telegram:1']) await store().saveChannel(sampleChannel(id))
  })
  const claim = (minutes: number, limit = 10) => store().claimDueParts(claimAt(minutes, limit), ['discord', 'telegram'])
  const claimOne = async (minutes: number): Promise<ClaimedPart> => {
    const [part] = await claim(minutes, 1)
    if (part === undefined) throw new Error('no part is due')
    return part
  }

  test('the same debt is written once, its digest with it', async () => {
    const delivery = sampleDelivery('d1', { digestId: digestId('g1') })
    expect(await store().addDelivery(delivery, sampleDigest('g1'))).toBe(true)
    expect(await store().addDelivery(delivery, sampleDigest('g2'))).toBe(false)
    expect(await store().findDigest(digestId('g1'), channelId('discord:1'))).toEqual(sampleDigest('g1'))
    expect(await store().findDigest(digestId('g2'), channelId('discord:1'))).toBeUndefined()
    expect(await store().partStates(deliveryId('d1'))).toEqual(['planned', 'planned'])
    expect(await store().partStates(deliveryId('d2'))).toEqual([])
  })

  test('a claimed part holds its message as it was written, its channel and a nonce', async () => {
    const message: Message = {
      blocks: [
        { kind: 'headline', text: 'Dam', label: '1', link: 'https://herald.example/' },
        { kind: 'citation', quote: 'It opened.', outlet: 'Herald', at: new Date(minute(0).getTime() + 5) },
      ],
      actions: [{ id: 'x', label: 'Why', command: 'why', options: { item: '1' } }],
      image: 'https://herald.example/a.jpg',
      attachment: { filename: 'a.opml', text: '<opml/>' },
      timezone: 'Asia/Kathmandu',
    }
    await store().addDelivery(sampleDelivery('d1', { parts: [message] }))
    const part = await claimOne(0)
    expect(part).toEqual({
      deliveryId: 'd1',
      index: 0,
      channel: sampleChannel('discord:1'),
      message,
      attempt: 1,
      nonce: part.nonce,
      uncertainAttempts: 0,
      createdAt: minute(0),
    })
    expect(part.nonce).toMatch(/^[0-9a-z]{10,25}$/)
  })

  test('of each channel only the first part that is not finished is taken, of its oldest delivery', async () => {
    await store().addDelivery(sampleDelivery('newer', { createdAt: minute(-1) }))
    await store().addDelivery(sampleDelivery('older', { createdAt: minute(-2) }))
    await store().addDelivery(sampleDelivery('other', { channelId: channelId('telegram:1'), createdAt: minute(-3) }))
    const order: string[] = []
    for (let round = 0; round < 4; round++) {
      const parts = await claim(0)
      order.push(...names(parts).filter(name => !name.startsWith('other')))
      expect(await claim(0)).toEqual([])
      for (const part of parts) expect(await store().finishPart(part, sent)).toBe(true)
    }
    expect(order).toEqual(['older/0', 'older/1', 'newer/0', 'newer/1'])
    expect(await store().partStates(deliveryId('other'))).toEqual(['sent', 'sent'])
    expect(await claim(0)).toEqual([])
  })

  test('takes no more than asked for, longest due first, and only the named platforms', async () => {
    const owe = (id: string, channel: string, at: number) =>
      store().addDelivery(sampleDelivery(id, { channelId: channelId(channel), createdAt: minute(at) }))
    await owe('b', 'discord:2', -1)
    await owe('c', 'telegram:1', -3)
    await owe('a', 'discord:1', -2)
    expect(names(await store().claimDueParts(claimAt(0), ['terminal']))).toEqual([])
    expect(names(await store().claimDueParts(claimAt(0), []))).toEqual([])
    expect(names(await store().claimDueParts(claimAt(0, 1), ['discord']))).toEqual(['a/0'])
    expect(names(await claim(0))).toEqual(['c/0', 'b/0'])
  })

  test('nothing is taken for a paused channel, all of it once the channel is back', async () => {
    await store().addDelivery(sampleDelivery('d1'))
    await store().saveChannel(sampleChannel('discord:1', { pausedAt: minute(0), pauseReason: 'kicked' }))
    expect(await claim(0)).toEqual([])
    await store().saveChannel(sampleChannel('discord:1'))
    expect(names(await claim(0))).toEqual(['d1/0'])
  })

  test('a retry waits until it is due, and the parts behind it wait too', async () => {
    await store().addDelivery(sampleDelivery('d1'))
    const part = await claimOne(0)
    expect(await store().markSending(part)).toBe(true)
    expect(await store().finishPart(part, { kind: 'retry', at: minute(3), error: '429' })).toBe(true)
    expect(await claim(2)).toEqual([])
    const again = await claimOne(3)
    expect(again).toMatchObject({ index: 0, attempt: 2, uncertainAttempts: 0, nonce: part.nonce })
  })

  test('an uncertain part is counted, and due again at its time under the same nonce', async () => {
    await store().addDelivery(sampleDelivery('d1'))
    const part = await claimOne(0)
    await store().markSending(part)
    await store().finishPart(part, { kind: 'uncertain', at: minute(1), error: 'reset' })
    expect(await store().partStates(deliveryId('d1'))).toEqual(['uncertain', 'planned'])
    expect(await claim(0)).toEqual([])
    expect(await claimOne(1)).toMatchObject({ index: 0, uncertainAttempts: 1, nonce: part.nonce })
  })

  test('it is remembered when the first uncertain attempt began, however many follow', async () => {
    await store().addDelivery(sampleDelivery('d1'))
    const first = await claimOne(2)
    expect(first.uncertainSince).toBeUndefined()
    await store().markSending(first)
    const second = await claimOne(7)
    expect(second.uncertainSince).toEqual(minute(2))
    await store().markSending(second)
    await store().finishPart(second, { kind: 'uncertain', at: minute(8), error: 'reset' })
    const third = await claimOne(8)
    expect(third).toMatchObject({ uncertainAttempts: 2, uncertainSince: minute(2) })
    await store().finishPart(third, { kind: 'retry', at: minute(9), error: '429' })
    expect((await claimOne(9)).uncertainSince).toEqual(minute(2))
  })

  test('a lease that ran out before sending leaves the part unsent; while sending it counts as uncertain', async () => {
    await store().addDelivery(sampleDelivery('d1'))
    await claimOne(0)
    expect(await claim(4)).toEqual([])
    const second = await claimOne(5)
    expect(second).toMatchObject({ attempt: 2, uncertainAttempts: 0 })
    await store().markSending(second)
    expect(await claim(9)).toEqual([])
    expect(await claimOne(10)).toMatchObject({ index: 0, attempt: 3, uncertainAttempts: 1 })
    expect(await store().partStates(deliveryId('d1'))).toEqual(['claimed', 'planned'])
  })

  test('whoever lost a part can neither begin to send it nor end it', async () => {
    await store().addDelivery(sampleDelivery('d1'))
    const first = await claimOne(0)
    const second = await claimOne(5)
    expect(await store().markSending(first)).toBe(false)
    expect(await store().finishPart(first, sent)).toBe(false)
    expect(await store().markSending(second)).toBe(true)
    expect(await store().markSending(second)).toBe(false)
    expect(await store().finishPart(second, sent)).toBe(true)
    expect(await store().finishPart(second, dead)).toBe(false)
    expect(await store().partStates(deliveryId('d1'))).toEqual(['sent', 'planned'])
  })

  test('a dead part frees the next one', async () => {
    await store().addDelivery(sampleDelivery('d1', { parts: ['a', 'b', 'c'].map(sampleMessage) }))
    await store().finishPart(await claimOne(0), dead)
    const next = await claimOne(0)
    expect(next.index).toBe(1)
    await store().finishPart(next, sent)
    await store().finishPart(await claimOne(0), dead)
    expect(await store().partStates(deliveryId('d1'))).toEqual(['dead', 'sent', 'dead'])
    expect(await claim(99)).toEqual([])
  })

  test('every part has a nonce of its own, the same in every store', async () => {
    await store().addDelivery(sampleDelivery('d1'))
    const first = await claimOne(0)
    await store().finishPart(first, sent)
    const second = await claimOne(0)
    expect(second.nonce).not.toBe(first.nonce)
    expect(first.nonce).toBe('59r7df7553actdtic8mon0spt')
  })

  test('counts parts by state', async () => {
    expect(await store().countParts()).toEqual({ waiting: 0, sent: 0, uncertain: 0, dead: 0 })
    await store().addDelivery(sampleDelivery('d1', { parts: ['a', 'b', 'c', 'd', 'e'].map(sampleMessage) }))
    await store().finishPart(await claimOne(0), sent)
    await store().finishPart(await claimOne(0), dead)
    await store().finishPart(await claimOne(0), { kind: 'uncertain', at: minute(0), error: 'reset' })
    expect(await store().countParts()).toEqual({ waiting: 2, sent: 1, uncertain: 1, dead: 1 })
    await store().markSending(await claimOne(0))
    expect(await store().countParts()).toEqual({ waiting: 3, sent: 1, uncertain: 0, dead: 1 })
  })

  test('a delivery is written whole or not at all', async () => {
    const broken = sampleDelivery('d1', { createdAt: new Date(Number.NaN) })
    await expect(store().addDelivery(broken, sampleDigest('g1'))).rejects.toThrow()
    expect(await store().partStates(deliveryId('d1'))).toEqual([])
    expect(await store().findDigest(digestId('g1'), channelId('discord:1'))).toBeUndefined()
    const brokenDigest = sampleDigest('g1', { createdAt: new Date(Number.NaN) })
    await expect(store().addDelivery(sampleDelivery('d1'), brokenDigest)).rejects.toThrow()
    expect(await store().partStates(deliveryId('d1'))).toEqual([])
  })

  test('two workers that claim at once never get the same part', async () => {
    await store().addDelivery(sampleDelivery('d1'))
    await store().addDelivery(sampleDelivery('d2', { channelId: channelId('discord:2') }))
    const claimed = (await Promise.all([claim(0, 1), claim(0, 1), claim(0, 1), claim(0, 1)])).flat()
    expect(names(claimed).toSorted()).toEqual(['d1/0', 'd2/0'])
  })
}
