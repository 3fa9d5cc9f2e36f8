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

  describe('of a language model', () => {
    const MODEL = { LLM_BASE_URL: 'https://models.example/v1/', LLM_MODEL: 'small-1' }

    test('is none by default; address and name are enough, the rest has defaults', () => {
      expect(loadConfig({}).llm).toBeUndefined()
      expect(loadConfig(MODEL).llm).toEqual({
        baseUrl: 'https://models.example/v1',
        model: 'small-1',
        dailyTokens: 200_000,
      })
      expect(loadConfig({ ...MODEL, LLM_API_KEY: ` ${SECRET} `, LLM_DAILY_TOKENS: '5000' }).llm).toMatchObject({
        apiKey: SECRET,
        dailyTokens: 5000,
      })
    })

    test.each([
      'http://localhost:11434/v1',
      'http://127.0.0.1:8000/v1',
      'http://[::1]:8000/v1',
      'http://192.168.1.7/v1',
      'http://[fd00::7]:8000/v1',
      'http://ollama:11434/v1',
      'http://box.local/v1',
    ])('may be reached in the clear at %s', LLM_BASE_URL => {
      expect(loadConfig({ ...MODEL, LLM_BASE_URL }).llm?.baseUrl).toBe(LLM_BASE_URL)
    })

    test.each([
      'http://models.example/v1',
      'http://8.8.8.8/v1',
      'http://[2606:4700::1111]/v1',
      'http://127.0.0.1.nip.example/v1',
      'ftp://models.example/v1',
      'models.example/v1',
      `https://ann:${SECRET}@models.example/v1`,
      `https://models.example/v1?key=${SECRET}`,
    ])('is refused at %s, by its key', LLM_BASE_URL => {
      const text = faultsOf({ ...MODEL, LLM_BASE_URL })
      expect(text).toContain('  LLM_BASE_URL: must ')
      expect(text).not.toContain(SECRET)
      expect(text).not.toContain('models.example')
    })

    test('names what is missing or wrong, never its value', () => {
      expect(faultsOf({ LLM_BASE_URL: MODEL.LLM_BASE_URL })).toContain('  LLM_MODEL: must be set as well')
      expect(faultsOf({ LLM_API_KEY: SECRET })).toContain('  LLM_BASE_URL: must be set as well')
      const text = faultsOf({ LLM_API_KEY: `${SECRET}\n x`, LLM_MODEL: `a b ${SECRET}`, LLM_DAILY_TOKENS: '-1 canary' })
      for (const key of ['LLM_API_KEY', 'LLM_MODEL', 'LLM_DAILY_TOKENS']) expect(text).toContain(`  ${key}: must `)
      expect(text).not.toContain('canary')
    })
  })

  test('has a line in .env.example for each key, and no other', () => {
    const example = readFileSync(join(import.meta.dirname, '../../.env.example'), 'utf8')
    const keys = [...example.matchAll(/^([A-Z_]+)=/gm)].map(match => match[1])
    expect(keys).toEqual(Object.keys(Env.shape))
  })
})
