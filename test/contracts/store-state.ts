import { expect, test } from 'vitest'
import type { Store } from '../../src/ports/store.ts'
import { channelId, digestId, minute, sampleChannel, sampleDigest } from './store-samples.ts'

const discord = channelId('discord:1')
const LEASE_MS = 60_000

export function keepsStateContract(store: () => Store): void {
  test('a digest comes back with every date and citation as it was', async () => {
    const digest = sampleDigest('g1', { topic: 'dam', kind: 'summary' })
    await store().keepDigest(digest, discord, 'everybody')
    expect(await store().findDigest(digestId('g1'), discord)).toEqual(digest)
    const { from: _from, ...open } = sampleDigest('g2', { items: [] })
    await store().keepDigest(open, discord, 'everybody')
    expect(await store().findDigest(digestId('g2'), discord)).toEqual(open)
    expect(await store().findDigest(digestId('g3'), discord)).toBeUndefined()
    expect(await store().findDigest(digestId('g1'), channelId('discord:2'))).toBeUndefined()
  })

  test('no NUL character gets into a digest, a channel, a fact or a button', async () => {
    const action = { id: 'x1', label: 'a\0b', command: 'why', options: { item: '1\0' }, createdAt: minute(0) }
    await store().keepActions([{ ...action, channelId: discord }])
    expect(await store().findAction('x1')).toMatchObject({ label: 'ab', options: { item: '1' } })
    await store().keepDigest(sampleDigest('g1', { topic: 'a\0b' }), discord, 'everybody')
    expect((await store().findDigest(digestId('g1'), discord))?.topic).toBe('ab')
    await store().setValue('k', 'a\0b')
    expect(await store().getValue('k')).toBe('ab')
    await store().saveChannel(sampleChannel('discord:1', { title: '\0' }))
    expect((await store().findChannel(discord))?.title).toBe('')
  })

  test('a button is kept with whose it is and what it does', async () => {
    const options = { item: '2', constructor: 'x', 'odd "key"': '' }
    const more = { id: 'x1', channelId: discord, label: 'More', command: 'why', options, createdAt: minute(0) }
    await store().keepActions([more, { ...more, id: 'x2', label: 'Less' }])
    expect(await store().findAction('x1')).toEqual(more)
    expect((await store().findAction('x2'))?.label).toBe('Less')
    expect(await store().findAction('x3')).toBeUndefined()
    await store().keepActions([])
  })

  test('a fact is what it was last set to', async () => {
    expect(await store().getValue('constructor')).toBeUndefined()
    await store().setValue('constructor', '1')
    await store().setValue('constructor', '2')
    expect(await store().getValue('constructor')).toBe('2')
  })

  test('a lease has one owner until it ends, is released or is prolonged', async () => {
    const acquire = (owner: string, minutes: number) =>
      store().acquireLease('discord', owner, minute(minutes), LEASE_MS)
    expect(await acquire('one', 0)).toBe(true)
    expect(await acquire('two', 0)).toBe(false)
    expect(await acquire('one', 0.5)).toBe(true)
    expect(await acquire('two', 1)).toBe(false)
    expect(await acquire('two', 1.5)).toBe(true)
    expect(await acquire('one', 1.5)).toBe(false)
    await store().releaseLease('discord', 'one')
    expect(await acquire('one', 1.5)).toBe(false)
    await store().releaseLease('discord', 'two')
    expect(await acquire('one', 1.5)).toBe(true)
    expect(await store().acquireLease('telegram', 'two', minute(0), LEASE_MS)).toBe(true)
  })
}
