import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Env, loadConfig } from '../../config/env.ts'
import { StartError } from '../../src/model/errors.ts'

const SECRET = 'canary-secret-that-must-not-be-shown'
const DISCORD_TOKEN = `${'M'.repeat(24)}.Gabcde.${'x'.repeat(38)}`
const TELEGRAM_TOKEN = `123456:${'A'.repeat(35)}`

function faultsOf(environment: Record<string, string>): string {
  try {
    loadConfig(environment)
  } catch (error) {
    if (error instanceof StartError) return error.message
  }
  throw new Error('was accepted')
}

describe('the configuration', () => {
  test('needs nothing: the sample newsstand opens', () => {
    expect(loadConfig({})).toMatchObject({ databasePath: 'data/tidings.db', allowHosts: [] })
    expect(loadConfig({}).discordToken).toBeUndefined()
  })

  test('takes a blank value for "not set"', () => {
    expect(loadConfig({ DISCORD_TOKEN: ' ', LOG_LEVEL: '' }).discordToken).toBeUndefined()
  })

  test('reads pages of articles unless that is turned off', () => {
    expect(['', 'on', 'off'].map(FULL_TEXT => loadConfig({ FULL_TEXT }).readsPages)).toEqual([true, true, false])
  })

  test('reads all of it', () => {
    const config = loadConfig({
      DISCORD_TOKEN,
      TELEGRAM_TOKEN,
      DATABASE_PATH: 'elsewhere.db',
      TIMEZONE: 'Asia/Tokyo',
      ALLOW_HOSTS: 'intranet.example:8080, [fd00::1]:80',
    })
    expect(config).toMatchObject({ discordToken: DISCORD_TOKEN, telegramToken: TELEGRAM_TOKEN, timezone: 'Asia/Tokyo' })
    expect(config.allowHosts).toEqual([
      { host: 'intranet.example', port: 8080 },
      { host: '[fd00::1]', port: 80 },
    ])
  })

  test('names all faults at once, each by its key, and never a secret', () => {
    const text = faultsOf({
      DISCORD_TOKEN: SECRET,
      TELEGRAM_TOKEN: SECRET,
      TIMEZONE: 'Mars/Olympus',
      ALLOW_HOSTS: 'nowhere',
      LOG_LEVEL: 'loud',
      CONTACT_URL: 'mailto:me',
    })
    for (const key of ['DISCORD_TOKEN', 'TELEGRAM_TOKEN', 'TIMEZONE', 'ALLOW_HOSTS', 'LOG_LEVEL', 'CONTACT_URL']) {
      expect(text).toContain(`  ${key}: `)
    }
    expect(text).not.toContain(SECRET)
    expect(text).toContain('.env.example')
  })

  test.each(['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'http_proxy', 'https_proxy', 'all_proxy', 'Http_Proxy'])(
    'refuses to start with %s: the guard would see the proxy, not the publisher; says what to do, without the value',
    name => {
      const text = faultsOf({ [name]: `http://ann:${SECRET}@proxy.example:3128` })
      expect(text).toContain(`${name} is set`)
      expect(text).toContain(`env -u ${name} npm start`)
      expect(text).not.toContain(SECRET)
      expect(() => loadConfig({ [name]: ' ' })).not.toThrow()
    },
  )

  test('names all proxies at once, and minds none of the names that only look alike', () => {
    expect(faultsOf({ https_proxy: 'x', HTTP_PROXY: 'y' })).toContain('HTTP_PROXY, https_proxy are set')
    expect(() => loadConfig({ NO_PROXY: 'x', no_proxy: 'x', NPM_CONFIG_PROXY: 'x', FTP_PROXY: 'x' })).not.toThrow()
  })

  test('has a line in .env.example for each key, and no other', () => {
    const example = readFileSync(join(import.meta.dirname, '../../.env.example'), 'utf8')
    const keys = [...example.matchAll(/^([A-Z_]+)=/gm)].map(match => match[1])
    expect(keys).toEqual(Object.keys(Env.shape))
  })
})
