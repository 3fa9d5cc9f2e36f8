import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Summarizer } from '../../src/ports/summarizer.ts'
import { type Newsroom, openNewsroom } from '../fakes/newsroom.ts'
import { textOf } from '../fakes/platform.ts'

const NOON = new Date('2026-11-23T12:00:00Z')
const OURS = 'http://ours.example/feed'
const THEIRS = 'http://theirs.example/feed'

describe('what a channel reads', () => {
  let room: Newsroom
  beforeEach(async () => {
    room = await openNewsroom(NOON)
    room.publish(OURS, ['Aldford bridge closes'])
    room.publish(THEIRS, ['Bramwell merger secret'])
    await room.say(`/subscribe ${OURS}`, { address: 'ours' })
    await room.say(`/subscribe ${THEIRS}`, { address: 'theirs' })
  })
  afterEach(() => room.stop())

  const ask = async (text: string, address: string): Promise<string> => textOf(await room.say(text, { address }))

  test('is at hand as soon as the feed is taken', async () => {
    expect(await ask('/briefing preview', 'ours')).toContain('Aldford bridge closes')
    expect(await ask('/summary aldford', 'ours')).toContain('council of Aldford')
  })

  test('is found by its topic before it is grouped into a story', async () => {
    room.publish(OURS, ['Calder mine reopens'])
    await room.read(OURS)
    expect(await ask('/summary calder', 'ours')).toContain('council of Calder')
    expect(await ask('/sources 1', 'ours')).toContain('Sources of 1: Calder mine reopens')
    expect(await ask('/follow 1', 'ours')).toContain('This channel follows: Calder mine reopens')
    await room.round()
    expect(await ask('/follow list', 'ours')).toContain('Calder mine reopens')
  })

  test('is never a feed that only another channel brought', async () => {
    expect(await ask('/summary bramwell', 'ours')).toContain('Nothing found about “bramwell”')
    expect(await ask('/briefing preview', 'ours')).not.toContain('Bramwell')
    expect(await ask('/summary bramwell', 'theirs')).toContain('council of Bramwell')
    const suggestions = await room.app.handler.suggest(
      { platform: 'discord', address: 'ours', userId: 'u', isManager: true },
      'summary',
      'topic',
      '',
    )
    expect(suggestions.length).toBeGreaterThan(0)
    expect(JSON.stringify(suggestions)).not.toContain('Bramwell')
  })

  test('is never the digest of another channel, even with its id', async () => {
    await ask('/summary bramwell', 'theirs')
    const digest = await room.store.findLastNumbered('discord:theirs' as never, 'everybody')
    expect(await ask(`/sources 1 digest:${digest?.id}`, 'ours')).not.toContain('Bramwell')
  })

  test('is the digest that was shown last, whoever asked, where everybody sees every answer', async () => {
    room.publish(OURS, ['Calder mine reopens'])
    await room.read(OURS)
    await room.round()
    await room.say('/summary aldford', { address: 'ours', userId: 'ann' })
    await room.say('/summary calder', { address: 'ours', userId: 'ben' })
    const sources = async (userId: string) => textOf(await room.say('/sources 1', { address: 'ours', userId }))
    expect(await sources('ann')).toContain('Sources of 1: Calder mine reopens')
    await room.say('/briefing preview', { address: 'ours', userId: 'ann' })
    const first = await sources('ben')
    await room.say('/summary calder', { address: 'ours', userId: 'ann' })
    await room.say('/summary aldford', { address: 'ours', userId: 'ann' })
    await room.say('/briefing last', { address: 'ours', userId: 'ann' })
    expect(await sources('ben')).toBe(first)
  })

  test('is what one person alone was shown for nobody else, not even in an answer for all', async () => {
    const ann = { address: 'ours', userId: 'ann' }
    await room.say('/summary aldford', { ...ann, isAnswerPrivate: true })
    expect(textOf(await room.say('/sources 1', { ...ann, isAnswerPrivate: true }))).toContain('Aldford bridge closes')
    expect(textOf(await room.say('/sources 1', ann))).toContain('There is no digest here yet')
    const ben = { address: 'ours', userId: 'ben', isAnswerPrivate: true }
    expect(textOf(await room.say('/sources 1', ben))).toContain('There is no digest here yet')
  })

  test('is no correction that only another channel’s feed brought', async () => {
    const toll = 'A rockfall at the Tarrow quarry in Ambledon hurt 4 workers on Sunday, the mine inspector said.'
    room.publish(OURS, [{ title: 'Rockfall at the Tarrow quarry in Ambledon, 4 hurt', text: toll }])
    await room.read(OURS)
    await room.round()
    expect(await ask('/summary quarry', 'ours')).toContain('hurt 4 workers')
    room.clock.set(new Date(NOON.getTime() + 3_600_000))
    room.publish(THEIRS, [
      {
        title: 'Correction: rockfall at the Tarrow quarry in Ambledon hurt 6 workers, not 4',
        text: 'Correction: the rockfall at the Tarrow quarry in Ambledon hurt 6 workers, not 4, as we reported on Sunday.',
      },
    ])
    await room.read(THEIRS)
    await room.round()
    const sources = await ask('/sources 1', 'ours')
    expect(sources).toContain('hurt 4 workers')
    expect(sources).not.toContain('Corrected')
    await room.say(`/subscribe ${THEIRS}`, { address: 'ours' })
    expect(await ask('/sources 1', 'ours')).toContain('hurt 6 workers')
  })

  test('a topic that is there, only older than asked for, is said with its date', async () => {
    room.clock.set(new Date('2026-12-01T12:00:00Z'))
    expect(await ask('/summary aldford 24h', 'ours')).toContain('newest kept article about it is of 23 Nov 2026')
  })
})

describe('a topic of which nothing is kept', () => {
  const asked: string[] = []
  const summarizer: Summarizer = {
    name: 'counting',
    async summarize(articles) {
      asked.push(...articles.map(({ title }) => title))
      return []
    },
  }
  let room: Newsroom
  beforeEach(async () => {
    asked.length = 0
    room = await openNewsroom(NOON, { summarizer })
    room.publish(OURS, ['Aldford bridge closes', 'Bramwell visits Aldford'])
    await room.say(`/subscribe ${OURS}`)
  })
  afterEach(() => room.stop())

  test.each([
    ['stop words only', 'the of and'],
    ['emoji', '🙂🎉'],
    ['marks', '?!… — “”'],
    ['a name in Cyrillic', 'Путин'],
    ['a name in Arabic', 'بوتين'],
    ['a name in Chinese', '普京'],
    ['operators of the search engine', '" OR * NEAR( -x'],
    ['two words of which one is there', 'aldford volcano'],
  ])('is said so before anything is summed up: %s', async (_, topic) => {
    expect(textOf(await room.say(`/summary ${topic}`))).toContain('Nothing found about')
    expect(asked).toEqual([])
  })

  test('and that is mistyped is answered with the names near it', async () => {
    expect(textOf(await room.say('/summary aldfrod'))).toMatch(/Nothing found about “aldfrod”.* Near it: Aldford/u)
    expect(asked).toEqual([])
  })

  test('and that is a whole article is turned down', async () => {
    const answer = await room.say(`/summary ${'bridge of Aldford '.repeat(23)}`)
    expect(answer.isError).toBe(true)
    expect(textOf(answer)).toContain('topic is too long: 200 characters at the most')
    expect(asked).toEqual([])
  })
})

describe('a topic that is kept', () => {
  test.each(['putin', 'Poutine', 'Путин', 'بوتين', '普京'])('is found in any spelling: %s', async topic => {
    const room = await openNewsroom(NOON)
    room.publish(OURS, ['Putin visits Aldford'])
    await room.say(`/subscribe ${OURS}`)
    expect(textOf(await room.say(`/summary ${topic}`))).toContain('Putin visits Aldford')
    await room.stop()
  })

  test('comes with how often it was mentioned, once enough days are kept', async () => {
    const room = await openNewsroom(NOON)
    await room.say('/help')
    room.publish(OURS, ['Aldford ferry sinks'], new Date('2026-11-20T12:00:00Z'))
    await room.say(`/subscribe ${OURS}`)
    expect(textOf(await room.say('/summary aldford'))).not.toContain('usually')
    room.clock.set(new Date('2026-11-30T12:00:00Z'))
    room.publish(OURS, ['Aldford bridge closes', 'Aldford mayor resigns'])
    await room.read(OURS)
    await room.round()
    expect(textOf(await room.say('/summary aldford'))).toMatch(/▁+█ 2 articles in the last 24 hours, usually none/u)
    expect(textOf(await room.say('/summary aldford 24h'))).toMatch(/▁+█ 2 articles in the last hour, usually none/u)
    await room.stop()
  })
})
