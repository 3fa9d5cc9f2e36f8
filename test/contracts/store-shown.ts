import { expect, test } from 'vitest'
import type { Audience, Digest } from '../../src/model/digest.ts'
import type { Store } from '../../src/ports/store.ts'
import { channelId, digestId, minute, sampleChannel, sampleDigest } from './store-samples.ts'

const here = channelId('discord:1')
const there = channelId('discord:2')
const ann = { userId: 'ann' }
const ben = { userId: 'ben' }

export function keepsShownContract(store: () => Store): void {
  const keep = (id: string, seenBy: Audience, changes: Partial<Digest> = {}, channel = here) =>
    store().keepDigest(sampleDigest(id, changes), channel, seenBy)
  const numbered = async (seenBy: Audience, channel = here) => (await store().findLastNumbered(channel, seenBy))?.id
  const briefing = async (seenBy: Audience, channel = here) => (await store().findLastBriefing(channel, seenBy))?.id

  test('what everybody was shown last is last for each of them, in its channel', async () => {
    await keep('old', 'everybody', { createdAt: minute(9) })
    // Shown later, though a clock that was set back says otherwise.
    await keep('new', 'everybody', { createdAt: minute(1) })
    await keep('foreign', 'everybody', {}, there)
    for (const seenBy of ['everybody', ann] as const) {
      expect(await numbered(seenBy)).toBe('new')
      expect(await briefing(seenBy)).toBe('new')
      expect(await numbered(seenBy, channelId('discord:3'))).toBeUndefined()
    }
  })

  test('what one person alone was shown is last for nobody else, and nowhere else', async () => {
    await keep('of ann', ann, { kind: 'summary' })
    expect(await numbered(ann)).toBe('of ann')
    expect(await numbered(ann, there)).toBeUndefined()
    expect(await numbered(ben)).toBeUndefined()
    expect(await numbered('everybody')).toBeUndefined()
    await keep('of ben', ben, { kind: 'catchup' })
    expect(await numbered(ann)).toBe('of ann')
    expect(await numbered(ben)).toBe('of ben')
    await keep('of ann again', ann)
    expect([await numbered(ann), await numbered(ben)]).toEqual(['of ann again', 'of ben'])
    expect([await briefing(ann), await briefing(ben)]).toEqual(['of ann again', undefined])
  })

  test('what everybody is shown later comes before what one person saw, and the other way round', async () => {
    await keep('of ann', ann)
    await keep('for all', 'everybody')
    expect([await numbered(ann), await briefing(ann)]).toEqual(['for all', 'for all'])
    await keep('of ben', ben)
    expect([await numbered(ann), await numbered(ben)]).toEqual(['for all', 'of ben'])
  })

  test('a digest without a story has no numbers, but may be the last briefing', async () => {
    await keep('told', 'everybody')
    await keep('summary', ann, { kind: 'summary' })
    await keep('empty of ann', ann, { items: [] })
    expect([await numbered(ann), await briefing(ann), await briefing(ben)]).toEqual(['summary', 'empty of ann', 'told'])
    await keep('empty', 'everybody', { items: [] })
    expect([await numbered(ann), await numbered(ben), await briefing(ann)]).toEqual(['summary', 'told', 'empty'])
  })

  test('a summary is no briefing', async () => {
    await keep('briefing', 'everybody')
    await keep('summary', 'everybody', { kind: 'summary' })
    expect([await numbered('everybody'), await briefing('everybody')]).toEqual(['summary', 'briefing'])
  })

  test('a digest that is shown once more is the last one again, for those who see it', async () => {
    await keep('morning', 'everybody')
    const morning = await store().findDigest(digestId('morning'), here)
    await keep('of ann', ann, { kind: 'summary' })
    await keep('of ben', ben, { kind: 'summary' })
    await store().showDigest(morning!, here, ann)
    expect([await numbered(ann), await numbered(ben)]).toEqual(['morning', 'of ben'])
    await store().showDigest(morning!, here, 'everybody')
    expect(await numbered(ben)).toBe('morning')
    expect(await store().findDigest(digestId('of ben'), here)).toBeDefined()
  })

  test('what is told to a channel is shown to everybody', async () => {
    await keep('of ann', ann)
    await store().tellDigest(sampleDigest('told'), here, 1)
    expect([await numbered(ann), await numbered(ben), await briefing(ben)]).toEqual(['told', 'told', 'told'])
  })

  test('when two channels become one, each reader keeps what they were shown last in either', async () => {
    const old = channelId('telegram:-1')
    const moved = channelId('telegram:-2')
    for (const id of [old, moved]) await store().saveChannel(sampleChannel(id, { title: id }))
    await keep('first of ann', ann, {}, moved)
    await keep('of ben', ben, {}, old)
    await keep('for all', 'everybody', {}, old)
    await keep('late of ben', ben, {}, moved)
    await store().moveChannel(old, '-2')
    expect([await numbered('everybody', moved), await numbered(ann, moved)]).toEqual(['for all', 'for all'])
    expect(await numbered(ben, moved)).toBe('late of ben')
    expect(await numbered(ben, old)).toBeUndefined()
  })
}
