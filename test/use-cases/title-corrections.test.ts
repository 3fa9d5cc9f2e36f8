import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Newsroom, openNewsroom } from '../fakes/newsroom.ts'
import { textOf } from '../fakes/platform.ts'

const EVE = new Date('2026-11-22T20:00:00Z')
const FIRST = '2026-11-23T08:00:05Z'
const SECOND = '2026-11-24T08:00:05Z'
const THIRD = '2026-11-25T08:00:05Z'
const GAZETTE = 'http://gazette.example/feed'
const COURIER = 'http://courier.example/feed'
const RESIGNS = {
  title: 'Minister Ruelle resigns over harbour contract in Tarn',
  text: 'The contract for the harbour of Tarn was signed in spring by the ministry of works. The council of Tarn had asked for its papers.',
}
const STAYS = 'Minister Ruelle does not resign over harbour contract in Tarn'

describe('a headline that was shown and turned out wrong', () => {
  let room: Newsroom
  beforeEach(async () => {
    room = await openNewsroom(EVE)
    room.publish(GAZETTE, [])
    room.publish(COURIER, [])
    await room.say(`/subscribe ${GAZETTE}`)
    await room.say(`/subscribe ${COURIER} instant`)
    await room.round()
  })
  afterEach(() => room.stop())

  async function comes(iso: string, url: string): Promise<void> {
    room.clock.set(new Date(iso))
    room.publish(url, [RESIGNS])
    await room.read(url)
    await room.round()
  }
  async function retitle(iso: string, url: string, title: string): Promise<void> {
    room.clock.set(new Date(iso))
    room.edit(url, RESIGNS.title, RESIGNS.text, title)
    await room.read(url)
    await room.round()
  }
  async function dayBreaks(iso: string): Promise<string> {
    room.clock.set(new Date(iso))
    await room.round()
    return room.got().at(-1) ?? ''
  }

  test('is set right by the next briefing, once, with both headlines', async () => {
    await comes('2026-11-22T21:00:00Z', GAZETTE)
    expect(await dayBreaks(FIRST)).toContain(RESIGNS.title)
    await retitle('2026-11-23T15:00:00Z', GAZETTE, STAYS)
    const second = await dayBreaks(SECOND)
    expect(second).toContain(`Correction: ${RESIGNS.title}`)
    expect(second).toContain(`Now: ${STAYS}`)
    expect(second).toMatch(/gazette\.example.*, Mon 23 Nov, 15:00 UTC; told here Mon 23 Nov, 08:00 UTC/)
    expect(await dayBreaks(THIRD)).not.toContain('Correction')
  })

  test('is marked in /sources of the old digest', async () => {
    await comes('2026-11-22T21:00:00Z', GAZETTE)
    await room.say('/briefing now')
    expect(textOf(await room.say('/sources 1'))).not.toContain('Corrected')
    await retitle('2026-11-22T22:00:00Z', GAZETTE, STAYS)
    expect(textOf(await room.say('/sources 1'))).toContain(`Now: “${STAYS}”`)
  })

  test('is set right at once where it was posted at once', async () => {
    await comes('2026-11-22T21:00:00Z', COURIER)
    await retitle('2026-11-22T22:00:00Z', COURIER, STAYS)
    expect(room.got()).toHaveLength(2)
    expect(room.got()[1]).toContain(`Now: ${STAYS}`)
  })

  test('is let alone when only its words were changed', async () => {
    await comes('2026-11-22T21:00:00Z', GAZETTE)
    await dayBreaks(FIRST)
    await retitle('2026-11-23T15:00:00Z', GAZETTE, 'Harbour contract in Tarn: minister Ruelle steps down')
    const second = await dayBreaks(SECOND)
    expect(second).not.toContain('Correction')
  })
})
