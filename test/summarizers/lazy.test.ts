import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
/** Prints which packages are looked for while the whole bot is loaded, and then while it is put together for Telegram. */
const LOADING = `
import { registerHooks } from 'node:module'
const seen = new Set()
registerHooks({ resolve: (name, context, next) => { seen.add(name); return next(name, context) } })
const packages = () => [...seen].filter(name => /^[a-z@]/.test(name))
const { assemble, cronTicker } = await import('./src/assemble.ts')
const { systemClock } = await import('./src/clock.ts')
const loaded = packages()
const config = { telegramToken: '1:x', databasePath: ':memory:', timezone: 'UTC', allowHosts: [], readsPages: false }
const log = { debug() {}, info() {}, warn() {}, error() {} }
const wiring = { config, clock: systemClock, ticker: cronTicker, random: Math.random, log, packs: [], allow: [] }
const bot = await assemble(wiring)
await bot.close()
console.log(JSON.stringify({ loaded, assembled: packages() }))
`

test('a bot that is started loads no client of a language model, and no client but those of its platforms', () => {
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', LOADING], { cwd: ROOT, encoding: 'utf8' })
  const { loaded, assembled }: Record<string, string[]> = JSON.parse(output)
  expect(loaded).toContain('undici')
  expect(loaded?.filter(name => /^(?:openai|grammy|discord\.js)/.test(name))).toEqual([])
  expect(assembled).toContain('grammy')
  expect(assembled?.filter(name => /^(?:openai|discord\.js)/.test(name))).toEqual([])
})
