import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Newsroom, openNewsroom } from '../fakes/newsroom.ts'
import { textOf } from '../fakes/platform.ts'

const EVE = new Date('2026-11-22T20:00:00Z')
const FIRST = '2026-11-23T08:00:05Z'
const SECOND = '2026-11-24T08:00:05Z'
const GAZETTE = 'http://gazette.example/feed'
const COURIER = 'http://courier.example/feed'
const REQUEST = { platform: 'discord', address: '1', userId: 'u', isManager: true, locale: 'en' } as const

const FERRY = {
  title: 'Ferry Alba runs aground off Port Merrin, 4 hurt',
  text: 'The ferry Alba ran aground off Port Merrin on Sunday evening and 4 passengers were hurt, the harbour master Runa Tolle said.',
}
const FERRY_COPY = { title: 'Ferry Alba aground off Port Merrin, 4 are hurt', text: FERRY.text }
const FERRY_NEWS = {
  title: 'Ferry Alba aground off Port Merrin: pilot had left the bridge',
  text: 'The ferry Alba ran aground off Port Merrin on Sunday evening and 4 passengers were hurt. The pilot Jory Vance had left the bridge for 11 minutes, according to the log of the ferry Alba that the coast guard has read.',
}
const CHEESE = {
  title: 'Cheese of Ostwick may keep its name, court rules',
  text: 'The cheese of Ostwick may keep its name, the court of trade in Larnholm ruled. The dairy Pell had sued the village in spring.',
}

describe('what was posted at once, in a channel that gets briefings as well', () => {
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

  async function comes(iso: string, url: string, ...articles: Parameters<Newsroom['publish']>[1]): Promise<void> {
    room.clock.set(new Date(iso))
    room.publish(url, articles)
    await room.read(url)
    await room.round()
  }
  async function edit(iso: string, url: string, title: string, text: string): Promise<void> {
    room.clock.set(new Date(iso))
    room.edit(url, title, text)
    await room.read(url)
    await room.round()
  }
  async function dayBreaks(iso: string): Promise<string> {
    room.clock.set(new Date(iso))
    await room.round()
    return room.got().at(-1) ?? ''
  }
  const ask = async (text: string): Promise<string> => textOf(await room.say(text))

  test('is not told again by the next briefing, which names it and gives the reason in /missed', async () => {
    await comes('2026-11-22T21:00:00Z', COURIER, FERRY)
    expect(room.got().at(-1)).toContain('ran aground')
    await comes('2026-11-22T22:00:00Z', GAZETTE, FERRY_COPY, CHEESE)
    const edition = await dayBreaks(FIRST)
    expect(edition).toContain(CHEESE.title)
    expect(edition).not.toContain('ran aground')
    expect(edition).toContain(`No change: ${FERRY.title}`)
    expect(await ask('/missed')).toMatch(/Ferry Alba aground.*\n.*told here before, nothing added/)
  })

  test('comes as an update with what was not shown, and /why says when it was posted', async () => {
    await comes('2026-11-22T21:00:00Z', COURIER, FERRY)
    await comes('2026-11-22T22:00:00Z', GAZETTE, FERRY_NEWS)
    const edition = await dayBreaks(FIRST)
    expect(edition).toContain(`Update: ${FERRY_NEWS.title}`)
    expect(edition).toContain('The pilot Jory Vance had left the bridge for 11 minutes')
    expect(edition).not.toMatch(/ran aground off Port Merrin on Sunday evening and 4 passengers/)
    expect(await ask('/why 1')).toContain('Told here before, Sun 22 Nov, 21:00 UTC')
  })

  test('takes nothing from a report that was there before the post and not told yet', async () => {
    await comes('2026-11-22T21:00:00Z', GAZETTE, FERRY_NEWS)
    await comes('2026-11-22T22:00:00Z', COURIER, FERRY)
    expect(await dayBreaks(FIRST)).toContain('The pilot Jory Vance had left the bridge for 11 minutes')
  })

  test('does not come back when its feed goes into the briefings', async () => {
    await comes('2026-11-22T21:00:00Z', COURIER, FERRY)
    await room.say(`/subscribe ${COURIER} digest`)
    const edition = await dayBreaks(FIRST)
    expect(edition).not.toContain('ran aground')
    expect(edition).toContain(`No change: ${FERRY.title}`)
  })

  test('is no edition: the numbers, the last briefing and the time of the last news are those of the briefing', async () => {
    await comes('2026-11-22T21:00:00Z', GAZETTE, CHEESE)
    await dayBreaks(FIRST)
    await comes('2026-11-23T10:00:00Z', COURIER, FERRY)
    expect(await ask('/sources 1')).toContain(`Sources of 1: ${CHEESE.title}`)
    expect(await ask('/briefing last')).toContain(CHEESE.title)
    expect(await dayBreaks(SECOND)).toContain('Nothing new from the feeds of this channel since Mon 23 Nov, 08:00 UTC.')
  })

  test('has a button for its source sentence, and one that follows its story', async () => {
    await comes('2026-11-22T21:00:00Z', COURIER, FERRY)
    const post = room.platform.sent.at(-1)?.message
    const press = async (label: string): Promise<string> => {
      const id = post?.actions.find(action => action.label === label)?.id ?? ''
      return textOf(await room.app.handler.handle(REQUEST, { kind: 'action', id }, new AbortController().signal))
    }
    expect(await press('Source')).toMatch(/^Sources of 1: .*\n.*\nThe ferry Alba ran aground/)
    expect(await press('Follow')).toContain(`This channel follows: ${FERRY.title}`)
    await comes('2026-11-22T22:00:00Z', GAZETTE, CHEESE, FERRY_NEWS)
    const edition = await dayBreaks(FIRST)
    expect(edition.indexOf(FERRY_NEWS.title)).toBeLessThan(edition.indexOf(CHEESE.title))
  })

  describe('is set right', () => {
    const edited = FERRY.text.replace('4 passengers', '2 passengers')

    test('by a post as soon as the edit is seen, once, and not again by the briefing', async () => {
      await comes('2026-11-22T21:00:00Z', COURIER, FERRY)
      await edit('2026-11-22T23:00:00Z', COURIER, FERRY.title, edited)
      expect(room.got()).toHaveLength(2)
      const correction = room.got()[1]
      expect(correction).toContain(`Correction: ${FERRY.title}`)
      expect(correction).toMatch(/Told here: .*4 passengers/)
      expect(correction).toMatch(/Now: .*2 passengers/)
      await room.round()
      expect(room.got()).toHaveLength(2)
      expect(await dayBreaks(FIRST)).not.toContain('Correction')
    })

    test('and says so when the edit is taken back', async () => {
      await comes('2026-11-22T21:00:00Z', COURIER, FERRY)
      await edit('2026-11-22T23:00:00Z', COURIER, FERRY.title, edited)
      await edit('2026-11-23T01:00:00Z', COURIER, FERRY.title, FERRY.text)
      expect(room.got()).toHaveLength(3)
      expect(room.got()[2]).toContain(`Changed back: ${FERRY.title}`)
      expect(await dayBreaks(FIRST)).not.toContain('Changed back')
    })

    test('also where there is no briefing', async () => {
      await room.say(`/unsubscribe ${GAZETTE}`)
      await comes('2026-11-22T21:00:00Z', COURIER, FERRY)
      await edit('2026-11-23T23:00:00Z', COURIER, FERRY.title, edited)
      expect(room.got().at(-1)).toContain(`Correction: ${FERRY.title}`)
    })

    test('but nothing is where it was only put in other words, or the channel takes nothing at once any more', async () => {
      await comes('2026-11-22T21:00:00Z', COURIER, FERRY, CHEESE)
      await edit(
        '2026-11-22T22:00:00Z',
        COURIER,
        FERRY.title,
        FERRY.text.replace('on Sunday evening', 'in the evening'),
      )
      await room.say(`/unsubscribe ${COURIER}`)
      room.publish(COURIER, [])
      await room.say(`/subscribe ${COURIER}`, { address: '2' })
      await edit('2026-11-22T23:00:00Z', COURIER, FERRY.title, edited)
      expect(room.got()).toHaveLength(2)
    })
  })
})
