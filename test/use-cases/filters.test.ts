import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { channelOf, type Newsroom, openNewsroom } from '../fakes/newsroom.ts'
import { textOf } from '../fakes/platform.ts'

const NOON = new Date('2026-11-23T12:00:00Z')
const FEED = 'http://gazette.example/feed'
const MINUTE_MS = 60_000
/** The feed is due again. */
const HOUR_MS = 61 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

describe('what a channel is told', () => {
  let room: Newsroom
  beforeEach(async () => {
    room = await openNewsroom(NOON)
    room.publish(FEED, ['Old'])
  })
  afterEach(() => room.stop())

  const say = async (text: string, request = {}): Promise<string> => textOf(await room.say(text, request))
  const headlines = (): readonly string[] => room.got().map(text => text.split('\n')[0] ?? '')

  async function news(...events: readonly string[]): Promise<void> {
    await room.clock.advance(HOUR_MS)
    room.publish(FEED, events)
    await room.read(FEED)
    await room.round()
  }

  describe('at once', () => {
    beforeEach(() => room.say(`/subscribe ${FEED} instant`))

    test('passes its rules, and what was hidden is not told later when the rule is gone', async () => {
      await room.say('/filter add strike')
      await news('Aldford strike goes on', 'Bramwell school opens')
      expect(headlines()).toEqual(['Bramwell school opens'])
      await room.say('/filter remove 1')
      await room.round()
      await news('Corley strike begins')
      expect(headlines()).toEqual(['Bramwell school opens', 'Corley strike begins'])
    })

    test('counts only what passes when there is too much to post', async () => {
      await room.say('/filter add only event')
      await news(
        ...Array.from({ length: 25 }, (_, n) => `Event ${n}`),
        ...Array.from({ length: 9 }, (_, n) => `Other ${n}`),
      )
      expect(room.got()).toHaveLength(21)
      expect(room.got().at(-1)).toContain('5 more new articles')
    })

    test('in another channel is not touched', async () => {
      await room.say(`/subscribe ${FEED} instant`, { address: '2' })
      await room.say('/filter add strike')
      await news('Aldford strike goes on')
      expect(headlines()).toEqual([])
      expect(room.got('2')).toHaveLength(1)
    })
  })

  describe('in briefings', () => {
    beforeEach(() => room.say(`/subscribe ${FEED} at:08:00`))

    test('scheduled, now and preview passes its rules; the footer counts what was hidden', async () => {
      await room.say('/filter add title:strike')
      await news('Aldford strike goes on', 'Bramwell school opens')
      for (const text of [await say('/briefing preview'), await say('/briefing now')]) {
        expect(text).toContain('Bramwell school opens')
        expect(text).not.toContain('Aldford')
        expect(text).toContain('; 1 hidden by filters.')
      }
      await room.clock.advance(DAY_MS)
      await room.round()
      expect(room.got()).toHaveLength(1)
      expect(room.got()[0]).toContain('Bramwell school opens')
      expect(room.got()[0]).not.toContain('Aldford')
    })

    test('says honestly that nothing passed', async () => {
      await room.say('/filter add only ferry')
      await news('Aldford strike goes on', 'Bramwell school opens')
      expect(await say('/briefing now')).toContain('Nothing passed your filters (3 articles hidden).')
      expect(await say('/briefing preview', { locale: 'de' })).toContain('Nichts kam durch eure Filter (3 Artikel')
      await room.clock.advance(DAY_MS)
      await room.round()
      expect(room.got()[0]).toContain('Nothing passed your filters')
    })

    test('without rules is as ever', async () => {
      await news('Aldford strike goes on')
      expect(await say('/briefing now')).not.toContain('filter')
    })

    test('a search finds what the rules hide', async () => {
      await room.say('/filter add strike')
      await news('Aldford strike goes on')
      expect(await say('/summary strike')).toContain('Aldford strike goes on')
    })

    test('a rule that can not be read is logged and hides nothing', async () => {
      const rule = { channelId: channelOf('1'), mode: 'only', rule: '(strike', createdAt: NOON } as const
      await room.store.addFilter(rule, 50)
      await news('Aldford strike goes on', 'Bramwell school opens')
      expect(await say('/briefing now')).toContain('Bramwell school opens')
      expect(room.log.map(({ message }) => message)).toContain('filter rules can not be read')
    })
  })

  test('can not be tested where no feed is taken and none is kept', async () => {
    expect(await say('/filter add strike')).toContain('Filter rule 1 added')
    expect(await say('/filter test')).toContain('This channel takes no feed yet')
  })

  test('is not asked to lose everything by a rule that only excludes: the two wishes that may be meant are named', async () => {
    expect(await say('/filter add -football')).toContain(
      '/filter add football. To be told nothing else: /filter add only',
    )
    expect(await say('/filter list')).toContain('no filter rule')
  })

  test('is told in the channel’s language when all read it, and in their own to whoever asks for themselves', async () => {
    await room.say(`/subscribe ${FEED}`, { locale: 'en' })
    expect(await say('/filter list', { locale: 'de' })).toContain('Filterregel')
    expect(await say('/briefing now', { locale: 'de' })).toContain('searched')
  })
})
