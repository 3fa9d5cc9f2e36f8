import { afterEach, beforeEach, describe, expect, test } from 'vitest'
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
    const digest = await room.store.findLastDigest('discord:theirs' as never)
    expect(await ask(`/sources 1 digest:${digest?.id}`, 'ours')).not.toContain('Bramwell')
  })

  test('a topic that is there, only older than asked for, is said with its date', async () => {
    room.clock.set(new Date('2026-12-01T12:00:00Z'))
    expect(await ask('/summary aldford 24h', 'ours')).toContain('newest kept article about it is of 23 Nov 2026')
  })
})
