import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createFakeDiscord, type FakeDiscord } from '../fakes/discord.ts'
import { markdownOf, readDiscord } from '../fakes/discord-reader.ts'
import type { FakeMessage } from '../fakes/discord-world.ts'
import { type Publisher, startPublisher } from '../fakes/publisher.ts'
import { createFakeTelegram, type FakeTelegram } from '../fakes/telegram.ts'
import { type Bot, eventually, startBot } from './child.ts'
import { openNewspapers } from './feeds.ts'
import type { Setup } from './process.ts'

const MONDAY_NOON = Date.parse('2026-11-23T12:00:00Z')
const HALF_MINUTE_MS = 30_000
/** 08:00 local on the next morning of each zone, and half a minute. */
const TOKYO_MORNING = Date.parse('2026-11-23T23:00:00Z') + HALF_MINUTE_MS
const BERLIN_MORNING = Date.parse('2026-11-24T07:00:00Z') + HALF_MINUTE_MS
const NEW_YORK_MORNING = Date.parse('2026-11-24T13:00:00Z') + HALF_MINUTE_MS
/** A crashed sender's lease has run out, and Discord still knows the nonce. */
const AFTER_LEASE_MS = 3 * 60_000

const CHAT = 700
const MANAGER = { permissions: 32n }
const DIGEST = /Briefing · /

const shown = ({ body }: FakeMessage): string => readDiscord(markdownOf(body)).text

describe('the whole bot, on three platforms', { timeout: 90_000 }, () => {
  let folder: string
  let publisher: Publisher
  let discord: FakeDiscord
  let telegram: FakeTelegram
  let channel: ReturnType<FakeDiscord['addGuild']>['channel']
  let addresses: readonly string[]
  let bot: Bot

  const setup = (nowMs: number): Setup => ({
    config: {
      discordToken: discord.token,
      discordApiUrl: discord.url,
      telegramToken: telegram.token,
      telegramApiUrl: telegram.url,
      databasePath: join(folder, 'tidings.db'),
      timezone: 'UTC',
      allowHosts: [],
      readsPages: true,
    },
    nowMs,
    allow: [publisher.allow('north.example'), publisher.allow('south.example')],
    packs: [],
  })

  const onDiscord = (): string[] => discord.messages(channel.id).map(shown)
  const onTelegram = (): string[] => telegram.messages(CHAT).map(({ text }) => text)
  const digests = (texts: readonly string[]): number => texts.filter(text => DIGEST.test(text)).length
  const digestsPrinted = (): number => bot.printed().match(/Briefing · /g)?.length ?? 0

  async function sayOnDiscord(name: string, options: Record<string, string>): Promise<string> {
    const interaction = discord.slash(name, options, { channel, ...MANAGER })
    await interaction.answered
    return interaction.original === undefined ? '' : shown(interaction.original)
  }

  async function sayOnTelegram(text: string): Promise<string> {
    const before = onTelegram().length
    telegram.say(CHAT, text)
    await eventually(`an answer to ${text}`, () => onTelegram().length > before)
    return onTelegram().slice(before).join('\n')
  }

  async function allLoops(): Promise<void> {
    await bot.order({ do: 'work', loop: 'poll' })
    await bot.order({ do: 'work', loop: 'digest' })
    await bot.order({ do: 'work', loop: 'deliver' })
  }

  async function restart(nowMs: number): Promise<void> {
    await bot.kill()
    bot = await startBot(setup(nowMs))
  }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tidings-e2e-'))
    publisher = await startPublisher()
    addresses = openNewspapers(publisher)
    discord = await createFakeDiscord()
    channel = discord.addGuild('Readers').channel
    telegram = await createFakeTelegram()
    telegram.addChat({ id: CHAT, type: 'private' })
    bot = await startBot(setup(MONDAY_NOON))
  })

  afterAll(async () => {
    await bot.stop()
    await Promise.all([discord.stop(), telegram.stop(), publisher.close()])
    rmSync(folder, { recursive: true, force: true })
  })

  test('each channel subscribes and sets its own morning', async () => {
    for (const address of addresses) {
      expect(await sayOnDiscord('subscribe', { what: address })).toContain('Subscribed to')
      expect(await sayOnTelegram(`/subscribe ${address}`)).toContain('Subscribed to')
      await bot.type(`/subscribe ${address}`, /Next briefings/)
    }
    expect(await sayOnDiscord('schedule', { action: 'add', at: '08:00', timezone: 'Asia/Tokyo' })).toContain('UTC+9')
    expect(await sayOnTelegram('/schedule add 08:00 timezone:Europe/Berlin')).toContain('UTC+1')
    await bot.type('/schedule add 08:00 timezone:America/New_York', /UTC-5/)
    await bot.order({ do: 'work', loop: 'digest' })
  })

  test('each feed was fetched once, however many channels take it', () => {
    expect(publisher.requestsFor('/north.xml')).toHaveLength(1)
    expect(publisher.requestsFor('/south.json')).toHaveLength(1)
  })

  test('/summary putin is answered on all three', async () => {
    const answers = [
      await sayOnDiscord('summary', { topic: 'putin' }),
      await sayOnTelegram('/summary putin'),
      await bot.type('/summary putin', /Source sentences/),
    ]
    for (const answer of answers) {
      expect(answer).toContain('would negotiate')
      expect(answer).toContain('North Gazette')
      expect(answer).not.toContain('Marlow')
    }
  })

  test('the Discord channel gets one digest at its morning, though the process is killed while it is being sent', async () => {
    await bot.order({ do: 'set', nowMs: TOKYO_MORNING })
    await bot.order({ do: 'work', loop: 'poll' })
    await bot.order({ do: 'work', loop: 'digest' })
    discord.inject({ match: /^POST \/channels\/\d+\/messages/, holdReply: true })
    void bot.order({ do: 'work', loop: 'deliver' }).catch(() => {})
    await eventually('the digest arrives', () => digests(onDiscord()) === 1)
    await restart(TOKYO_MORNING + AFTER_LEASE_MS)
    await allLoops()
    expect(digests(onDiscord())).toBe(1)
    const posts = discord.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/messages'))
    expect(posts).toHaveLength(2)
  })

  test('the Telegram chat gets one digest at its morning, though the process is killed before it is sent', async () => {
    await bot.order({ do: 'set', nowMs: BERLIN_MORNING })
    await bot.order({ do: 'work', loop: 'poll' })
    await bot.order({ do: 'work', loop: 'digest' })
    await restart(BERLIN_MORNING + HALF_MINUTE_MS)
    await allLoops()
    expect(digests(onTelegram())).toBe(1)
  })

  test('the terminal gets one digest at its morning', async () => {
    await bot.order({ do: 'set', nowMs: NEW_YORK_MORNING })
    await allLoops()
    expect(digestsPrinted()).toBe(1)
  })

  test('the digests merge the two outlets into one story, and nothing is doubled afterwards', async () => {
    await bot.order({ do: 'set', nowMs: NEW_YORK_MORNING + AFTER_LEASE_MS })
    await allLoops()
    const [onDiscordOnce] = onDiscord().filter(text => DIGEST.test(text))
    expect(onDiscordOnce).toContain('2 outlets, 2 origins: North Gazette, South Courier')
    expect([digests(onDiscord()), digests(onTelegram()), digestsPrinted()]).toEqual([1, 1, 1])
  })

  test('no feed was ever asked a second time without its validators', () => {
    for (const path of ['/north.xml', '/south.json']) {
      const unconditional = publisher.requestsFor(path).filter(({ headers }) => headers['if-none-match'] === undefined)
      expect(unconditional).toHaveLength(1)
      expect(publisher.requestsFor(path).length).toBeGreaterThan(1)
    }
  })

  test('both platforms would have taken every request', () => {
    expect(discord.violations).toEqual([])
    expect(telegram.violations).toEqual([])
  })
})
