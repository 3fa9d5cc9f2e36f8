import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { ChannelId } from '../../src/model/briefing.ts'
import type { Message } from '../../src/model/message.ts'
import { STORY_LIMIT_MS } from '../../src/summarizers/llm.ts'
import { type NewsstandBot, startNewsstandBot } from '../fakes/bot.ts'
import { type ModelServer, startModelServer, wellBehaved } from '../fakes/model-server.ts'
import { textOf } from '../fakes/platform.ts'

const NOW = new Date('2026-11-23T12:00:00Z')
const KEY = 'canary-key-0123456789'
const MARK = 'Wording by test-model, every bullet checked against its source'

describe('without a language model', () => {
  let bot: NewsstandBot
  beforeAll(async () => {
    bot = await startNewsstandBot(NOW)
  })
  afterAll(() => bot.stop())
  const say = async (text: string, request = {}): Promise<string> => textOf(await bot.say(text, request))

  test('/settings shows what holds, and offers nothing that is not there', async () => {
    const message = await bot.say('/settings')
    expect(textOf(message)).toContain('in the sources’ own words')
    expect(message.actions).toEqual([])
  })

  test('/settings llm says what to do, and changes nothing', async () => {
    expect(await say('/settings llm')).toContain('Ask the operator to set LLM_BASE_URL')
    expect(await say('/settings summaries:extractive')).toContain('in the sources’ own words')
    expect(await say('/status')).toContain('Summaries: extractive, made on this machine')
    expect(await say('/privacy')).toContain('no text of an article is sent anywhere')
  })

  test('only managers may look and change', async () => {
    expect(await say('/settings', { isManager: false })).toContain('Only those who manage this channel')
    expect(await say('/settings de', { isManager: false })).toContain('Only those who manage this channel')
    expect(await say('/privacy', { isManager: false })).toContain('What is kept')
  })

  test('/privacy says what is kept of people, in both languages', async () => {
    expect(await say('/privacy')).toContain('of answers that one person alone sees, which digest')
    expect(await say('/privacy', { locale: 'de' })).toContain('von Antworten, die eine Person allein sieht, welchen Ü')
  })

  test('language and time zone are kept, each alone or both in one go', async () => {
    const room = { address: 'settings' }
    const kept = () => bot.tidings.parts.store.findChannel('terminal:settings' as ChannelId)
    expect(await say('/settings de', room)).toContain('Changed')
    expect(await kept()).toMatchObject({ language: 'de', timezone: 'UTC' })
    expect(await say('/settings timezone:berlin', room)).toContain('Europe/Berlin')
    expect(await kept()).toMatchObject({ language: 'de', timezone: 'Europe/Berlin' })
    await say('/settings language:en Asia/Tokyo', room)
    expect(await kept()).toMatchObject({ language: 'en', timezone: 'Asia/Tokyo' })
    expect(await say('/settings fr', room)).toMatch(/language|fr/)
    expect(await say('/settings Mars/Olympus', room)).toContain('There is no time zone “Mars/Olympus”')
    expect(await kept()).toMatchObject({ language: 'en', timezone: 'Asia/Tokyo' })
  })

  test('whoever changes the zone learns that briefings keep theirs', async () => {
    const room = { address: 'zones' }
    await say('/schedule add 07:30', room)
    expect(await say('/settings Europe/Paris', room)).toContain('1 briefing keeps its own time zone')
    expect(await say('/settings UTC', room)).not.toContain('own time zone')
  })

  test('half-typed zones are completed', async () => {
    const app = bot.tidings.app
    const request = { platform: 'terminal', address: 'here', userId: 'u', isManager: true } as const
    expect(await app.handler.suggest(request, 'settings', 'timezone', 'berl')).toEqual([
      { name: 'Europe/Berlin', value: 'Europe/Berlin' },
    ])
  })
})

describe('with a language model', () => {
  let bot: NewsstandBot
  let server: ModelServer
  beforeAll(async () => {
    server = await startModelServer(wellBehaved)
    const llm = { baseUrl: server.baseUrl, apiKey: KEY, model: 'test-model', dailyTokens: 1_000_000 }
    bot = await startNewsstandBot(NOW, [], llm)
  })
  afterAll(async () => {
    await bot.stop()
    await server.close()
  })
  const said: Message[] = []
  const say = async (text: string, request = {}): Promise<string> => {
    const message = await bot.say(text, request)
    said.push(message)
    return textOf(message)
  }
  afterEach(() => {
    for (const place of [bot.log, said]) expect(JSON.stringify(place)).not.toContain(KEY)
  })

  test('a channel that has not chosen it is told in the sources’ words, and nothing is sent', async () => {
    const quiet = { address: 'quiet' }
    await say('/subscribe world', quiet)
    expect(await say('/briefing now', quiet)).not.toContain('Wording by')
    await say('/summary putin', quiet)
    expect(server.questions).toEqual([])
    expect(await say('/status', quiet)).toContain('made on this machine')
    expect(await say('/privacy', quiet)).toContain('no text of an article is sent anywhere')
  })

  test('a channel that has chosen it says so in every digest, and shows the source as always', async () => {
    const loud = { address: 'loud' }
    await say('/subscribe world', loud)
    expect(await say('/settings llm', loud)).toContain('worded by test-model at 127.0.0.1')
    expect(await say('/status', loud)).toContain('worded by test-model at 127.0.0.1')
    expect(await say('/privacy', loud)).toContain(`are sent to ${new URL(server.baseUrl).host} (test-model)`)
    expect(await say('/briefing now', loud)).toContain(MARK)
    expect(server.questions.length).toBeGreaterThan(3)
    expect(server.mostAtOnce).toBeGreaterThan(1)
    const digest = await bot.tidings.app.getDigest((await channel('loud'))!, { id: undefined, seenBy: 'everybody' })
    const worded = digest.items.findIndex(({ bullets }) => bullets.some(({ reworded }) => reworded !== undefined))
    const quote = digest.items[worded]?.bullets[0]?.citations[0].quote
    expect(await say(`/sources ${worded + 1}`, loud)).toContain(quote)
    expect(await say('/briefing last', loud)).toContain(MARK)
    expect(await say('/summary putin', loud)).toContain(MARK)
    for (const { body } of server.questions) expect(body).not.toContain('/summary')
  })

  test('an edition of its briefing is worded, and goes back to the sources’ words by a button', async () => {
    const room = { address: 'edition' }
    await say('/subscribe world at:13:00', room)
    await say('/settings llm', room)
    bot.clock.set(new Date('2026-11-23T13:00:05Z'))
    await bot.tidings.app.work.poll()
    await bot.tidings.app.work.digest()
    expect(await say('/briefing last', room)).toContain(MARK)
    const settings = await bot.say('/settings', room)
    expect(textOf(await bot.press(settings, 'Only the sources’ own words', room))).toContain('made on this machine')
    expect(await say('/briefing now', room)).not.toContain('Wording by')
  })

  test('an edition that is late already waits for no model', async () => {
    const room = { address: 'late' }
    await say('/subscribe business at:14:00', room)
    await say('/settings llm', room)
    const before = server.questions.length
    bot.clock.set(new Date('2026-11-23T14:02:01Z'))
    await bot.tidings.app.work.poll()
    await bot.tidings.app.work.digest()
    expect(await say('/briefing last', room)).toContain('Briefing')
    expect(await say('/briefing last', room)).not.toContain('Wording by')
    expect(server.questions.length).toBe(before)
  })

  test('when the model is gone from the configuration, the choice rests', async () => {
    const room = { address: 'loud' }
    const { wordingModel, ...parts } = bot.tidings.parts
    expect(wordingModel).toBeDefined()
    const { settingsCases } = await import('../../src/use-cases/settings.ts')
    expect(settingsCases(parts).settings((await channel(room.address))!).summaries).toBe('extractive')
  })

  const channel = (address: string) => bot.tidings.parts.store.findChannel(`terminal:${address}` as ChannelId)
})

test('an edition whose model hangs is there after the time of one story, in the sources’ words', async () => {
  const server = await startModelServer(() => ({ hangs: true }))
  const bot = await startNewsstandBot(NOW, [], { baseUrl: server.baseUrl, model: 'test-model', dailyTokens: 1_000_000 })
  try {
    await bot.say('/subscribe world at:13:00')
    await bot.say('/settings llm')
    bot.clock.set(new Date('2026-11-23T13:00:01Z'))
    await bot.tidings.app.work.poll()
    const writing = bot.tidings.app.work.digest()
    while (server.questions.length < 4) await new Promise(resolve => setImmediate(resolve))
    await bot.clock.advance(STORY_LIMIT_MS)
    await writing
    const last = textOf(await bot.say('/briefing last'))
    expect(last).toContain('Source sentences')
    expect(last).not.toContain('Wording by')
    // Those that waited together failed together; the other stories were not asked about.
    expect(server.questions).toHaveLength(4)
    expect(bot.log.filter(({ fields }) => fields.reason === 'slow')).toHaveLength(4)
  } finally {
    await bot.stop()
    await server.close()
  }
})
