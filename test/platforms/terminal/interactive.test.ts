import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { afterEach, expect, test } from 'vitest'
import type { Message } from '../../../src/model/message.ts'
import { complete } from '../../../src/platforms/terminal/completion.ts'
import { claimedPart, keepsPlatformContract } from '../../contracts/platform.ts'
import { COMMANDS, createStage, recorder, type Stage, textMessage } from './desk.ts'
import { screen } from './screen.ts'

const never = new AbortController().signal
const UP = '\u001b[A'
const CTRL_C = '\u0003'
const CTRL_D = '\u0004'
const folders: string[] = []
let stage: Stage | undefined

afterEach(async () => {
  await stage?.platform.stop()
  stage = undefined
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true })
})

async function open(options: Parameters<typeof createStage>[1] = {}, answer?: (words: string) => Message) {
  const made = createStage(true, options)
  stage = made
  const { calls, handler } = recorder(answer ?? (words => textMessage(`re ${words}`)))
  await made.platform.start(handler, never)
  await made.until('tidings> ')
  const words = (): string[] => calls.map(({ invocation }) => (invocation.kind === 'words' ? invocation.text : ''))
  return { made, words }
}

async function createFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tidings-'))
  folders.push(folder)
  return folder
}

keepsPlatformContract('terminal (keyboard)', async () => {
  const made = createStage(true)
  return {
    platform: made.platform,
    address: 'here',
    seen: async () => [stripVTControlCharacters(made.printed())],
    async say(words) {
      const from = made.printed().length
      made.input.write(`/${words}\r`)
      await made.until('\n\n', from)
      return stripVTControlCharacters(made.printed().slice(from))
    },
    stop: () => made.platform.stop(),
  }
})

test('a keyboard gets the greeting, a prompt, and an answer to words with or without a slash', async () => {
  const { made, words } = await open({ greeting: ['Welcome.', 'Type /help.'] })
  expect(stripVTControlCharacters(made.printed())).toMatch(/^Welcome\.\nType \/help\.\n\ntidings> $/)
  made.input.write('summary putin\r')
  await made.until('re summary putin')
  made.input.write('/summary putin\r')
  await made.until('re /summary putin')
  expect(words()).toEqual(['summary putin', '/summary putin'])
})

test('a window gets colour, unless it can not show any', async () => {
  const answer = (): Message => ({ blocks: [{ kind: 'title', text: 'Bold words' }], actions: [] })
  const coloured = await open({}, answer)
  coloured.made.input.write('x\r')
  await coloured.made.until('Bold words')
  expect(coloured.made.printed()).toMatch(/\u001b\[1m[^\n]*Bold words/)
  await coloured.made.platform.stop()
  const plain = await open({ hasColors: false }, answer)
  plain.made.input.write('x\r')
  await plain.made.until('Bold words')
  expect(plain.made.printed()).not.toMatch(/\u001b\[[\d;]*m/)
})

test('lines typed while an answer is under way are answered in order', async () => {
  const { made, words } = await open()
  made.input.write('one\rtwo\rthree\r')
  await made.until('re three')
  expect(words()).toEqual(['one', 'two', 'three'])
})

test('the history outlives the session and only its owner may read it', async () => {
  const historyFile = join(await createFolder(), 'kept', 'history')
  const first = await open({ historyFile })
  first.made.input.write('/summary first\r')
  await first.made.until('re /summary first')
  first.made.input.write('/summary second\r')
  await first.made.until('re /summary second')
  await first.made.platform.stop()
  expect(await readFile(historyFile, 'utf8')).toBe('/summary first\n/summary second\n')
  expect((await stat(historyFile)).mode & 0o077).toBe(0)
  const second = await open({ historyFile })
  second.made.input.write(`${UP}${UP}\r`)
  await second.made.until('re /summary first')
  expect(second.words()).toEqual(['/summary first'])
})

test('a history keeps its newest 500 lines', async () => {
  const historyFile = join(await createFolder(), 'history')
  await writeFile(historyFile, Array.from({ length: 700 }, (_, index) => `/line ${index}\n`).join(''))
  const { made } = await open({ historyFile })
  await made.platform.stop()
  const lines = (await readFile(historyFile, 'utf8')).trim().split('\n')
  expect([lines.length, lines[0], lines.at(-1)]).toEqual([500, '/line 200', '/line 699'])
})

test('a history that can not be kept is logged once and harms nothing', async () => {
  const { made, words } = await open({ historyFile: await createFolder() })
  made.input.write('one\rtwo\r')
  await made.until('re two')
  expect(words()).toEqual(['one', 'two'])
  expect(made.logged).toEqual(['the command history can not be kept'])
})

test('TAB completes command names, topics that the application suggests, and choices', async () => {
  const { made, words } = await open()
  const typed = async (text: string): Promise<void> => {
    const from = made.printed().length
    made.input.write(text)
    await made.until(text.trim().slice(-2), from)
  }
  await typed('/summ')
  made.input.write('\t')
  await made.until('/summary ')
  await typed('pu')
  made.input.write('\t')
  await made.until('tin')
  made.input.write('\r')
  await made.until('re /summary putin')
  expect(words()).toEqual(['/summary putin'])
})

test('completion offers what fits the word under the cursor', async () => {
  const { calls, handler } = recorder(() => textMessage(''))
  const request = { platform: 'terminal', address: 'here', userId: 'local', isManager: true } as const
  const candidates = async (line: string) => (await complete(line, COMMANDS, handler, request)).candidates
  expect(await candidates('')).toEqual(['/summary ', '/subscribe ', '/status '])
  expect(await candidates('/su')).toEqual(['/summary ', '/subscribe '])
  expect(await candidates('sta')).toEqual(['status '])
  expect(await candidates('/summary p')).toEqual(['putin', 'poland'])
  expect(await candidates('/summary putin ')).toEqual(['24h', '3d', '7d'])
  expect(await candidates('/summary putin le')).toEqual(['length:'])
  expect(await candidates('/summary putin length:s')).toEqual(['length:short'])
  expect(await candidates('/status x')).toEqual([])
  expect(await candidates('/unheard of')).toEqual([])
  expect(calls).toHaveLength(0)
})

test.each([
  ['/summary Harbour Po', ['Harbour Post'], 'Harbour Po'],
  ['/summary Harbour Post', ['Harbour Post'], 'Harbour Post'],
  ['/summary "Har', ['"Harbour Post"'], '"Har'],
  ['/summary "Harbour P', ['"Harbour Post"'], '"Harbour P'],
  ['/summary since:3d topic:"harbour p', ['"Harbour Post"'], '"harbour p'],
])('completion of %s keeps a value of several words together', async (line, candidates, replaced) => {
  const { handler } = recorder(() => textMessage(''))
  const request = { platform: 'terminal', address: 'here', userId: 'local', isManager: true } as const
  expect(await complete(line, COMMANDS, handler, request)).toEqual({ candidates, replaced })
})

test('TAB after a complete value of several words doubles nothing', async () => {
  const { made, words } = await open()
  made.input.write('/summary Harbour Post\t')
  made.input.write('\r')
  await made.until('re /summary')
  expect(words()).toEqual(['/summary Harbour Post'])
})

test.each([
  ['en', 'To leave, press Ctrl-C once more or Ctrl-D, or type /exit.'],
  ['de', 'oder /exit eingeben'],
])('Ctrl-C names the way out in a sentence (%s)', async (locale, sentence) => {
  const { made } = await open({ locale })
  made.input.write(CTRL_C)
  await made.until(sentence)
})

test('a greeting is wrapped to the window', async () => {
  const { made } = await open({ greeting: ['many words '.repeat(20)] })
  const lines = stripVTControlCharacters(made.printed()).split('\n')
  expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(80)
})

test('a post is printed above the line that is being typed, which stays as it was', async () => {
  const { made, words } = await open()
  made.input.write('/summary pu')
  await made.until('/summary pu')
  const from = made.printed().length
  await made.platform.send(claimedPart(made.platform, 'here', textMessage('Good morning.')), never)
  await made.until('/summary pu', from)
  expect(stripVTControlCharacters(made.printed().slice(from))).toMatch(
    /^── 4 Mar 2026, 05:06 UTC ─+\nGood morning\.\n\ntidings> \/summary pu$/,
  )
  made.input.write('tin\r')
  await made.until('re /summary putin')
  expect(words()).toEqual(['/summary putin'])
})

test.each([
  ['pasted', (text: string) => [text]],
  ['typed', (text: string) => [...text]],
])('a post leaves no scrap of a %s line that goes over the edge of the window', async (_how, keys) => {
  const { made } = await open()
  const text = '/summary '.concat('climate '.repeat(25), 'end.')
  for (const key of keys(text)) {
    made.input.write(key)
    await new Promise(resolve => setImmediate(resolve))
  }
  for (const post of ['Good morning.', 'Good evening.']) {
    await made.platform.send(claimedPart(made.platform, 'here', textMessage(post)), never)
    await new Promise(resolve => setImmediate(resolve))
  }
  const line = `tidings> ${text}`
  expect(screen(made.printed(), 80)).toEqual([
    expect.stringMatching(/^── 4 Mar 2026, 05:06 UTC ─+$/),
    'Good morning.',
    '',
    expect.stringMatching(/^── 4 Mar 2026, 05:06 UTC ─+$/),
    'Good evening.',
    '',
    line.slice(0, 80).trimEnd(),
    line.slice(80, 160).trimEnd(),
    line.slice(160).trimEnd(),
  ])
})

test('Ctrl-C empties the line and names the way out; twice ends', async () => {
  const { made, words } = await open()
  made.input.write('/summary pu')
  await made.until('/summary pu')
  made.input.write(CTRL_C)
  await made.until('/exit')
  made.input.write('/status\r')
  await made.until('re /status')
  expect(words()).toEqual(['/status'])
  const from = made.printed().length
  made.input.write(CTRL_C)
  await made.until('/exit', from)
  made.input.write(CTRL_C)
  expect(await made.ended).toBe(false)
})

test('Ctrl-C gives up the command under way', async () => {
  const made = createStage(true)
  stage = made
  const { handler } = recorder(
    (words, signal) =>
      new Promise(resolve => {
        if (words === 'next') resolve(textMessage('still here'))
        signal.addEventListener('abort', () => resolve(textMessage('given up')))
      }),
  )
  await made.platform.start(handler, never)
  await made.until('tidings> ')
  made.input.write('slow\r')
  await made.until('slow')
  await new Promise(resolve => setImmediate(resolve))
  made.input.write(CTRL_C)
  await made.until('given up')
  made.input.write('next\r')
  await made.until('still here')
})

test.each([CTRL_D, 'exit\r', '/quit\r'])('%j ends the session', async goodbye => {
  const { made, words } = await open({}, () => ({ ...textMessage('no'), isError: true }))
  made.input.write('bad\r')
  await made.until('no')
  made.input.write(goodbye)
  expect(await made.ended).toBe(false)
  expect(words()).toEqual(['bad'])
})
