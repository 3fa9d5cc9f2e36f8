import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openSqliteStore } from '../src/stores/sqlite.ts'
import { createFakeDiscord } from './fakes/discord.ts'
import { createFakeTelegram } from './fakes/telegram.ts'

const START = join(import.meta.dirname, '../src/start.mjs')
const VERSION_GUARD = join(import.meta.dirname, '../src/node-version.mjs')
const SECRET = 'canary-secret-that-must-not-be-shown'
const SESSION = '/subscribe world\n/briefing now\n/summary putin\n/sources 1\n'

interface Outcome {
  readonly exitCode: number | null
  readonly output: string
  readonly errors: string
}

function run(
  args: readonly string[],
  options: { env?: Record<string, string>; cwd: string; input?: string },
): Promise<Outcome> {
  return new Promise(resolve => {
    const env = { PATH: process.env.PATH ?? '', LANG: 'en_GB.UTF-8', ...options.env }
    const child = spawn(process.execPath, args, { cwd: options.cwd, env })
    let output = ''
    let errors = ''
    child.stdout.setEncoding('utf8').on('data', text => (output += text))
    child.stderr.setEncoding('utf8').on('data', text => (errors += text))
    child.on('close', exitCode => resolve({ exitCode, output, errors }))
    child.stdin.end(options.input ?? '')
  })
}

describe('the process', () => {
  let folder: string
  const startWith = (args: readonly string[], env: Record<string, string> = {}): Promise<Outcome> =>
    run([START, ...args], { cwd: folder, env })
  const start = (input: string, env: Record<string, string> = {}): Promise<Outcome> =>
    run([START], { cwd: folder, input, env })

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tidings-main-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  test('answers a piped session on the sample newsstand, and ends well', async () => {
    const { exitCode, output, errors } = await start(SESSION)
    expect(errors).toBe('')
    expect(output).toMatch(/Subscribed to world: \d feeds/)
    expect(output).toMatch(/[2-9] outlets, \d origins?: /)
    const [, summary = ''] = output.split('> /summary putin')
    const bullets = summary.split('> /sources 1')[0]?.match(/^ {2}• \[\d\]/gm) ?? []
    expect(bullets.length).toBeGreaterThanOrEqual(3)
    expect(bullets.length).toBeLessThanOrEqual(5)
    expect(summary).toMatch(/“.+”\s+— .+, \d+ Jun 2024/s)
    expect(exitCode).toBe(0)
  })

  test('goes on with the same database at the next start, without keeping anything twice', async () => {
    await start('/subscribe world\n')
    const { exitCode, output } = await start('/list\n/status\n/briefing now\n')
    expect(output).toMatch(/This channel takes \d feeds/)
    expect(output).toMatch(/Kept: 29 articles/)
    expect(output).toContain('Nothing new at the newsstand since the last start.')
    expect(output).not.toContain('0 articles')
    expect(exitCode).toBe(0)
  })

  test('shows an update, a correction and what has not changed when the late edition comes, and says when nothing has', async () => {
    const { exitCode, output } = await start(
      '/subscribe world\n/briefing now\n/briefing now\n/later\n/briefing now\n/later\n',
    )
    const [, , second = '', third = ''] = output.split('> /briefing now')
    expect(second).toContain('Nothing new from the feeds of this channel since')
    expect(second).toContain('No change: Ferry')
    expect(second).toContain('The late edition is out: 3 new articles')
    expect(third).toMatch(/Update: Master of the Maren Lind.*risen\s+to 19.*new since/s)
    expect(third).toMatch(/Correction: Trains run again.*Told here: .*210\s+million.*Now: .*190\s+million/s)
    expect(third).toContain('No change: Nine thousand')
    expect(third).toContain('The late edition of today is out already')
    expect(exitCode).toBe(0)
    // The late edition stays out: nothing is edited back at the next start.
    const again = await start('/briefing now\n')
    expect(again.output).toContain('Nothing new from the feeds')
    expect(again.output).not.toContain('Correction')
  })

  test('says how to begin afresh when the stories of an earlier day are printed again, and only then', async () => {
    const path = join(folder, 'data', 'tidings.db')
    const { output } = await start('/subscribe world\n/briefing now\n', { DATABASE_PATH: path })
    expect(output).not.toContain('To begin afresh')
    // The papers of another day: an article is not known, and its feed is due.
    const database = new DatabaseSync(path, { enableForeignKeyConstraints: false })
    database.exec(`DELETE FROM articles WHERE number = (SELECT max(number) FROM articles);
      UPDATE feeds SET next_poll_at = 0, etag = NULL, last_modified = NULL`)
    database.close()
    const again = await start('/help\n', { DATABASE_PATH: path })
    expect(again.output).toContain('To begin afresh: /exit, then delete')
    expect(again.output.replaceAll(/\s+/g, '')).toContain(path.replaceAll(/\s+/g, ''))
    expect((await start('/help\n', { DATABASE_PATH: path })).output).not.toContain('To begin afresh')
  })

  test('drops everything when the confirmation that was printed is typed, and only then', async () => {
    const drop = '/unsubscribe all yes\n'
    const { output } = await start(`/subscribe world\n${drop}/unsubscribe all\n${drop}/list\n`)
    expect(output).toContain('does not take “all yes”')
    expect(output).toMatch(/→ Yes, drop all: \/unsubscribe all/)
    expect(output).toMatch(/Unsubscribed from \d feeds.*takes no feed yet/s)
  })

  test('ends with 1 when a piped command failed', async () => {
    const { exitCode, output } = await start('/sumary putin\n/help\n')
    expect(output).toContain('Did you mean /summary?')
    expect(output).toContain('Tidings: what happened')
    expect(exitCode).toBe(1)
  })

  test('ends with 78 and all faults of the configuration, without their values', async () => {
    const { exitCode, errors } = await start('', { DISCORD_TOKEN: SECRET, TIMEZONE: 'Mars/Olympus' })
    expect(exitCode).toBe(78)
    expect(errors).toContain('DISCORD_TOKEN: ')
    expect(errors).toContain('TIMEZONE: ')
    expect(errors).not.toContain(SECRET)
  })

  test('ends with 78 when a proxy is set, and says why and what to do', async () => {
    const { exitCode, errors, output } = await start('/help\n', { https_proxy: `http://ann:${SECRET}@127.0.0.1:9` })
    expect(exitCode).toBe(78)
    expect(errors).toMatch(/https_proxy is set.*private network.*env -u https_proxy npm start/s)
    expect(errors + output).not.toContain(SECRET)
  })

  test('ends with 78 when a platform refuses its token, which is not shown', async () => {
    const discord = await createFakeDiscord()
    const telegram = await createFakeTelegram()
    const discordToken = `${'M'.repeat(24)}.Gabcde.${'x'.repeat(38)}`
    const telegramToken = `987654:${'y'.repeat(35)}`
    const asDiscord = await start('', { DISCORD_TOKEN: discordToken, DISCORD_API_URL: discord.url })
    const asTelegram = await start('', { TELEGRAM_TOKEN: telegramToken, TELEGRAM_API_URL: telegram.url })
    await Promise.all([discord.stop(), telegram.stop()])
    expect([asDiscord.exitCode, asTelegram.exitCode]).toEqual([78, 78])
    expect(asDiscord.errors).toContain('DISCORD_TOKEN')
    expect(asTelegram.errors).toContain('TELEGRAM_TOKEN')
    expect(asDiscord.errors + asDiscord.output).not.toContain(discordToken)
    expect(asTelegram.errors + asTelegram.output).not.toContain(telegramToken)
  })

  /** Starts the program and sends it SIGTERM when `holds`; nobody reads its output. */
  async function startAndTerminate(
    env: Record<string, string>,
    holds: (errors: string) => boolean,
  ): Promise<Outcome & { readonly signal: NodeJS.Signals | null }> {
    const all = { PATH: process.env.PATH ?? '', LANG: 'en_GB.UTF-8', ...env }
    const child = spawn(process.execPath, [START], { cwd: folder, env: all })
    let errors = ''
    child.stderr.setEncoding('utf8').on('data', text => (errors += text))
    const gone = once(child, 'exit')
    await vi.waitFor(() => expect(holds(errors)).toBe(true), { interval: 10, timeout: 10_000 })
    child.kill('SIGTERM')
    const [exitCode, signal] = await gone
    return { exitCode, signal, output: '', errors }
  }

  test('told to end while it still connects, it closes everything and ends well', async () => {
    const telegram = await createFakeTelegram()
    await telegram.stop()
    const env = { TELEGRAM_TOKEN: `987654:${'y'.repeat(35)}`, TELEGRAM_API_URL: telegram.url }
    const isTrying = (errors: string): boolean => errors.includes('Telegram can not be reached yet')
    const { exitCode, signal, errors } = await startAndTerminate(env, isTrying)
    expect([exitCode, signal]).toEqual([0, null])
    expect(errors).toContain('Tidings is stopping')
  })

  test('told to end while it reads the newsstand, the terminal ends well', async () => {
    const isOpen = (): boolean => existsSync(join(folder, 'data', 'tidings.db-wal'))
    const { exitCode, signal } = await startAndTerminate({}, isOpen)
    expect([exitCode, signal]).toEqual([0, null])
  })

  test('reads the file .env, and what is set already wins', async () => {
    writeFileSync(join(folder, '.env'), 'TIMEZONE=Asia/Tokyo\nLOG_LEVEL=loud\n')
    expect((await start('')).errors).toContain('LOG_LEVEL: ')
    const { output } = await start('/subscribe world\n', { LOG_LEVEL: 'error' })
    expect(output).toContain('Times are in Asia/Tokyo')
  })

  test.each([['--help'], ['improt', 'feeds.opml']])(
    'does not start when it is called with %s, and says how it is',
    async (...args) => {
      const { exitCode, output, errors } = await startWith(args, { DATABASE_PATH: ':memory:' })
      expect({ exitCode, output }).toEqual({ exitCode: 64, output: '' })
      expect(errors).toContain('Usage: npm start, or npm start -- import FILE [channel].')
    },
  )

  test('imports a list of feeds into a channel, says what it took, and ends', async () => {
    const row = '<outline type="rss" text="Tides" xmlUrl="https://tides.example/feed"/>'
    writeFileSync(join(folder, 'feeds.opml'), `<opml version="2.0"><body>${row}</body></opml>`)
    writeFileSync(join(folder, 'diary.txt'), 'Dear diary')
    const first = await startWith(['import', 'feeds.opml'])
    expect([first.exitCode, first.errors]).toEqual([0, ''])
    expect(first.output).toContain('Imported: 1 new feed, 0 already here')
    const again = await startWith(['import', 'feeds.opml', 'terminal:here'])
    expect(again.output).toContain('Imported: 0 new feeds, 1 already here')
    const { output } = await start('/list\n/feeds export\n')
    expect(output).toContain('https://tides.example/feed')
    expect(readFileSync(join(folder, 'tidings.opml'), 'utf8')).toContain('https://tides.example/feed')
    const refusals: [string[], number, string][] = [
      [['none.opml'], 1, 'There is no file none.opml'],
      [['diary.txt'], 1, 'diary.txt is not an OPML file'],
      [['feeds.opml', 'discord:1'], 1, 'There is no channel “discord:1”'],
      [[], 64, 'npm start -- import FILE'],
    ]
    const refused = refusals.map(([args]) => startWith(['import', ...args], { DATABASE_PATH: ':memory:' }))
    for (const [index, { exitCode, errors }] of (await Promise.all(refused)).entries()) {
      expect(exitCode).toBe(refusals[index]?.[1])
      expect(errors).toContain(refusals[index]?.[2])
    }
  }, 60_000)

  test('is refused by a database that another process holds, names the file, and ends with 74', async () => {
    const path = join(folder, 'tidings.db')
    const held = await openSqliteStore({ path, now: () => new Date() })
    const { exitCode, errors } = await start('/help\n', { DATABASE_PATH: path })
    await held.close()
    expect(exitCode).toBe(74)
    expect(errors).toContain(path)
    expect(errors).toContain(String(process.pid))
  })

  test('leaves a file that is no database as it is, and ends with 74', async () => {
    const path = join(folder, 'letter.db')
    writeFileSync(path, 'Dear diary, this is no database.'.repeat(200))
    const before = readFileSync(path)
    const { exitCode, errors } = await start('/help\n', { DATABASE_PATH: path })
    expect(exitCode).toBe(74)
    expect(errors).toContain(path)
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  test('refuses a database of a newer version, and ends with 74', async () => {
    const path = join(folder, 'newer.db')
    await (await openSqliteStore({ path, now: () => new Date() })).close()
    const database = new DatabaseSync(path)
    database.exec('PRAGMA user_version = 9999')
    database.close()
    const { exitCode, errors } = await start('/help\n', { DATABASE_PATH: path })
    expect(exitCode).toBe(74)
    expect(errors).toContain('9999')
  })

  test('can not keep its database where there is no folder to be made, and ends with 74', async () => {
    writeFileSync(join(folder, 'file'), '')
    const { exitCode, errors } = await start('/help\n', { DATABASE_PATH: join(folder, 'file', 'tidings.db') })
    expect(exitCode).toBe(74)
    expect(errors).toContain(join(folder, 'file'))
  })

  test('on an older Node, one sentence names the fix', async () => {
    const older = 'Object.defineProperty(process,"versions",{value:{...process.versions,node:"20.11.0"}})'
    const preload = `data:text/javascript,${encodeURIComponent(older)}`
    for (const script of [START, VERSION_GUARD]) {
      const { exitCode, errors } = await run(['--import', preload, script], { cwd: folder })
      expect(exitCode).toBe(78)
      expect(errors).toContain('Tidings needs Node 24 or later; this is Node 20.11.0')
      expect(errors).toContain('npm ci')
    }
  })
})
