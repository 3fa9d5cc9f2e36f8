import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { commands } from '../../commands/index.ts'
import { parseWords } from '../../src/command-words.ts'
import { splitForDiscord } from '../../src/platforms/discord/split.ts'
import { splitForTelegram } from '../../src/platforms/telegram/render.ts'
import { type NewsstandBot, startNewsstandBot } from '../fakes/bot.ts'
import { textOf } from '../fakes/platform.ts'

const NOW = new Date('2026-11-23T12:00:00Z')

let bot: NewsstandBot
let channels = 0
let here: { address: string }

beforeAll(async () => {
  bot = await startNewsstandBot(NOW)
})
beforeEach(() => {
  channels += 1
  here = { address: `filters-${channels}` }
})
afterAll(() => bot.stop())

const say = async (text: string, request = {}): Promise<string> => textOf(await bot.say(text, { ...here, ...request }))

describe('a typed rule', () => {
  test.each([
    ['/filter', {}],
    ['/filter list', { action: 'list' }],
    ['/filter list 2', { action: 'list', rule: '2' }],
    ['/filter add "rail strike" -football', { action: 'add', rule: '"rail strike" -football' }],
    ['/filter add only “rail strike” OR bus', { action: 'add', mode: 'only', rule: '“rail strike” OR bus' }],
    ['/filter add rule:"rail strike" mode:ONLY', { action: 'add', mode: 'only', rule: '"rail strike"' }],
    ['/filter add mode:only outlet:bbc title:"a b"', { action: 'add', mode: 'only', rule: 'outlet:bbc title:"a b"' }],
    ['/filter ADD HIDE lang:de', { action: 'add', mode: 'hide', rule: 'lang:de' }],
    ['/filter add "hide" me', { action: 'add', rule: '"hide" me' }],
    ['/filter add /goal(s|keeper)/i', { action: 'add', rule: '/goal(s|keeper)/i' }],
    ['/filter add strike\n  -football', { action: 'add', rule: 'strike\n  -football' }],
    ['/filter@tidings_bot remove 3', { action: 'remove', rule: '3' }],
    ['/filter test', { action: 'test' }],
    ['/filter mode:only action:test strike', { action: 'test', mode: 'only', rule: 'strike' }],
    ['/filter lst', { action: 'lst' }],
  ])('%s', (text, options) => {
    expect(parseWords(text, commands).options).toEqual(options)
  })
})

describe('/filter', () => {
  test('adds, lists, tests and removes a rule', async () => {
    await bot.say('/subscribe world', here)
    expect(await say('/filter')).toContain('This channel has no filter rule')
    const added = await bot.say('/filter add “rail strike” NOT football', here)
    expect(textOf(added)).toContain('Filter rule 1 added: hide: "rail strike" -football')
    expect(textOf(added)).toMatch(/Of the newest 20 articles here, 1\d would be told now\./)
    expect(await say('/filter list')).toContain('hide: "rail strike" -football')
    const tested = textOf(await bot.press(added, 'Test the rules', here))
    expect(tested).toMatch(/^1 rule in force: 1\d of the newest 20 articles kept/)
    expect(tested.split('\n')).toHaveLength(21)
    expect(tested).toMatch(/✗ .*rail strike.* · hidden by rule 1: "rail strike" -football/i)
    expect(tested).toMatch(/✓ .*\[Albatross Wire\]$/m)
    expect(textOf(await bot.press(added, 'Remove rule 1', here))).toContain(
      'Filter rule 1 removed: hide: "rail strike"',
    )
    expect(await say('/filter list')).toContain('no filter rule')
  })

  test('tests twenty articles in one message of every platform, however long the rule', async () => {
    await bot.say('/subscribe world', here)
    const long = `lang:en -"${'bus '.repeat(110).trim()}"`
    await bot.say(`/filter add ${long}`, here)
    for (const message of [await bot.say('/filter test', here), await bot.say(`/filter test ${long}`, here)]) {
      expect(textOf(message).match(/^✗/gm)).toHaveLength(20)
      expect(splitForDiscord(message)).toHaveLength(1)
      expect(splitForTelegram(message)).toHaveLength(1)
    }
  })

  test('tries a rule alone without keeping it', async () => {
    await bot.say('/subscribe world', here)
    await bot.say('/filter add outlet:albatross', here)
    const tested = await say('/filter test only outlet:harbour')
    expect(tested).toMatch(/^Tried alone, only: outlet:harbour\. \d+ of the newest 20 articles kept/)
    for (const line of tested.split('\n').slice(1)) {
      if (line.startsWith('✓')) expect(line).toContain('[Harbour Post]')
      else expect(line).toMatch(/^✗ .* · fits no rule marked “only”$/)
    }
    expect(await say('/filter list')).not.toContain('harbour')
  })

  test('a button of a removed rule removes no other', async () => {
    const first = await bot.say('/filter add strike', here)
    await bot.say('/filter remove 1', here)
    await bot.say('/filter add bus', here)
    expect(textOf(await bot.press(first, 'Remove rule 1', here))).toBe('There is no rule 1. Rules: 2.')
    expect(await say('/filter list')).toContain('hide: bus')
  })

  test('says what is wrong, at its place and in the reader’s language', async () => {
    expect(await say('/filter add war or peace')).toBe(
      '“or” joins nothing. Write OR in capitals. The arrow shows where: war ▸or peace',
    )
    expect(await say('/filter add (putin', { locale: 'de' })).toContain('Diese Klammer ist nicht geschlossen.')
    expect(await say('/filter test lang:german')).toContain('Did you mean lang:de?')
    expect(await say('/filter lst')).toBe('action can not be “lst”. Use add, remove, list, test.')
    expect(await say('/filter add')).toBe('Say rule as well: /filter add "rail strike" -football')
    expect(await say('/filter remove')).toBe('Say rule as well: /filter remove 1')
    expect(await say('/filter remove 7')).toBe('This channel has no filter rule. /filter add makes one.')
    expect(await say(`/filter add ${'bus '.repeat(200)}`)).toBe('rule is too long: 500 characters at the most.')
    expect(await say('/filter add mode:maybe bus')).toContain('mode can not be “maybe”')
  })

  test('refuses the same rule twice, the fifty-first, and patterns that are too much together', async () => {
    await bot.say('/filter add bus OR rail', here)
    expect(await say('/filter add (bus) OR "rail"')).toContain('That is rule 1 already.')
    expect(await say('/filter add only bus OR rail')).toContain('Filter rule 2 added')
    for (const letter of ['a', 'b']) expect(await say(`/filter add /${letter}{180}/`)).toContain('added')
    expect(await say('/filter add /c{180}/')).toContain('too much work together')
    for (let number = 5; number <= 50; number++) await bot.say(`/filter add bus ${number}`, here)
    expect(await say('/filter add ferry')).toContain('This channel has 50 rules, as many as it may.')
    const first = await bot.say('/filter list', here)
    expect(textOf(first)).toContain('Page 1 of 5')
    expect(textOf(await bot.press(first, 'Next page', here))).toContain('hide: bus 15')
    expect(await say('/filter list 9')).toContain('Use 1–5')
  })

  test('is for managers only, looking included', async () => {
    for (const text of ['/filter', '/filter test', '/filter add bus', '/filter remove 1']) {
      expect(await say(text, { isManager: false })).toContain('Only those who manage this channel')
    }
  })

  test('is explained by /help with its syntax, and that a search ignores it', async () => {
    const help = await bot.say('/help filter', here)
    expect(help.blocks).toContainEqual(expect.objectContaining({ label: 'lang:de' }))
    expect(textOf(help)).toContain('/summary ignores filters')
    expect(await say('/help filter', { locale: 'de' })).toContain('/summary beachtet keine Filter')
  })
})
