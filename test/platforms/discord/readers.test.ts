import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { assemble, type Tidings } from '../../../src/assemble.ts'
import { openNewspapers } from '../../e2e/feeds.ts'
import { manualTicker } from '../../fakes/bot.ts'
import { createFakeClock, type FakeClock } from '../../fakes/clock.ts'
import { createFakeDiscord, type FakeDiscord, seenText } from '../../fakes/discord.ts'
import type { FakeInteraction, FakeMessage } from '../../fakes/discord-world.ts'
import { createRecordingLog } from '../../fakes/log.ts'
import { type Publisher, startPublisher } from '../../fakes/publisher.ts'
import { soon } from './harness.ts'

const NOON = new Date('2026-11-23T12:00:00Z')
const NEXT_MORNING = new Date('2026-11-24T08:00:30Z')
const MANAGE_GUILD = 1n << 5n
const ANN = '1001'
const BEN = '1002'
const PUTIN = /Sources of \d: Putin/
const FLOOD = /Sources of \d: (River Aln|Marlow Bridge)/
const NONE = 'There is no digest here yet that you have seen.'

describe('what a number means to two readers of one channel', () => {
  let publisher: Publisher
  let discord: FakeDiscord
  let channel: ReturnType<FakeDiscord['addGuild']>['channel']
  let clock: FakeClock
  let tidings: Tidings

  beforeEach(async () => {
    publisher = await startPublisher()
    discord = await createFakeDiscord()
    channel = discord.addGuild('Readers').channel
    clock = createFakeClock(NOON)
    tidings = await assemble({
      config: {
        discordToken: discord.token,
        discordApiUrl: discord.url,
        databasePath: ':memory:',
        timezone: 'UTC',
        allowHosts: [],
        readsPages: false,
      },
      clock,
      ticker: manualTicker,
      random: () => 0.5,
      log: createRecordingLog(),
      packs: [],
      allow: [publisher.allow('north.example'), publisher.allow('south.example')],
    })
    await tidings.app.start()
    for (const what of openNewspapers(publisher)) await ask(ANN, 'subscribe', { what })
    await tidings.app.work.poll()
    await tidings.app.work.digest()
  })

  afterEach(async () => {
    await tidings.close()
    await Promise.all([discord.stop(), publisher.close()])
    expect(discord.violations).toEqual([])
  })

  async function answerOf(interaction: FakeInteraction): Promise<FakeMessage> {
    await interaction.answered
    if (interaction.original === undefined) throw new Error('no answer')
    return interaction.original
  }
  const ask = async (userId: string, name: string, options: Record<string, string | number> = {}) =>
    answerOf(discord.slash(name, options, { channel, userId, permissions: MANAGE_GUILD }))
  const sources = async (userId: string): Promise<string> => seenText(await ask(userId, 'sources', { item: 1 }))
  const morning = async (): Promise<void> => {
    clock.set(NEXT_MORNING)
    await tidings.app.work.poll()
    await tidings.app.work.digest()
    await tidings.app.work.deliver()
  }

  test('a hidden answer is nobody else’s, and each keeps the numbers of their own', async () => {
    expect((await ask(ANN, 'summary', { topic: 'putin' })).isEphemeral).toBe(true)
    expect(await sources(BEN)).toContain(NONE)
    for (const name of ['why', 'follow']) expect(seenText(await ask(BEN, name, { item: 1 }))).toContain(NONE)
    await ask(BEN, 'summary', { topic: 'marlow' })
    expect(await sources(ANN)).toMatch(PUTIN)
    expect(await sources(BEN)).toMatch(FLOOD)
    expect(seenText(await ask(ANN, 'why', { item: 1 }))).toContain('Why 1 is in: Putin')
    expect(seenText(await ask(ANN, 'follow', { item: 1 }))).toContain('This channel follows: Putin')
  })

  test('so is a hidden preview, which is the last briefing for nobody else', async () => {
    await ask(ANN, 'briefing')
    expect(seenText(await ask(BEN, 'briefing', { action: 'last' }))).toContain(NONE)
    expect(seenText(await ask(BEN, 'missed'))).toContain(NONE)
    expect(seenText(await ask(ANN, 'missed'))).not.toContain(NONE)
    expect(seenText(await ask(ANN, 'briefing', { action: 'last' }))).toContain('240')
  })

  test('and a hidden catch-up', async () => {
    await ask(ANN, 'catchup', { minutes: 600 })
    expect(await sources(ANN)).toMatch(FLOOD)
    expect(await sources(BEN)).toContain(NONE)
  })

  test('an answer for all means the same to all', async () => {
    await ask(BEN, 'summary', { topic: 'marlow' })
    expect((await ask(ANN, 'summary', { topic: 'putin', public: 'yes' })).isEphemeral).toBe(false)
    expect(await sources(ANN)).toMatch(PUTIN)
    expect(await sources(BEN)).toMatch(PUTIN)
  })

  test('a scheduled briefing is the last one for all; a later hidden answer again for one alone', async () => {
    await ask(ANN, 'summary', { topic: 'putin' })
    await morning()
    await soon(() => expect(discord.messages(channel.id).map(seenText).join('\n')).toContain('Briefing · '))
    expect(await sources(ANN)).toMatch(FLOOD)
    expect(await sources(BEN)).toMatch(FLOOD)
    await ask(ANN, 'summary', { topic: 'putin' })
    expect(await sources(ANN)).toMatch(PUTIN)
    expect(await sources(BEN)).toMatch(FLOOD)
  })

  test('the last briefing shown again gives the numbers their meaning back, for who sees it', async () => {
    await morning()
    await ask(ANN, 'summary', { topic: 'putin' })
    await ask(BEN, 'summary', { topic: 'putin' })
    expect((await ask(ANN, 'briefing', { action: 'last' })).isEphemeral).toBe(true)
    expect(await sources(ANN)).toMatch(FLOOD)
    expect(await sources(BEN)).toMatch(PUTIN)
  })

  test('buttons go on meaning the digest under which they stand', async () => {
    await morning()
    await ask(ANN, 'summary', { topic: 'putin' })
    const press = discord.clickLabel('Sources 1', { channel, userId: ANN })
    expect(seenText(await answerOf(press))).toMatch(PUTIN)
    const [briefing] = discord.messages(channel.id).filter(message => seenText(message).includes('Briefing · '))
    const [id] = /(?<="custom_id":")[^"]+/.exec(JSON.stringify(briefing!.body)) ?? []
    const old = discord.click(briefing!, id!, { channel, userId: ANN })
    expect(seenText(await answerOf(old))).toMatch(FLOOD)
    expect(await sources(ANN)).toMatch(PUTIN)
  })
})
