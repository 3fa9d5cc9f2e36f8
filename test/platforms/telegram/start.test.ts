import { inspect } from 'node:util'
import { afterEach, expect, test, vi } from 'vitest'
import { StartError } from '../../../src/model/errors.ts'
import { type Bench, createBench, type LogLine, PRIVATE, text } from './harness.ts'

/** Must be seen nowhere. */
const CANARY = 'canary-AAH4k9secretsecretsecret'
let bench: Bench
afterEach(() => bench.stop())

const failureOf = async (work: Promise<unknown>): Promise<unknown> => {
  try {
    await work
  } catch (error) {
    return error
  }
  throw new Error('it did not fail')
}

/** Another process asks for the same bot's updates. */
const pollElsewhere = async (): Promise<void> => {
  await fetch(`${bench.fake.url}/bot${bench.fake.token}/getUpdates?timeout=0`)
}

const conflicts = (): LogLine[] => bench.lines.filter(({ message }) => message.includes('Another process'))

test.each([`700100:${CANARY}`, CANARY, ''])(
  'a token that is refused says what to change and is not shown (%#)',
  async token => {
    bench = await createBench(undefined, { token })
    const error = await failureOf(bench.start())
    expect(error).toBeInstanceOf(StartError)
    expect(String(error)).toContain('TELEGRAM_TOKEN')
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(CANARY)
    expect((await bench.failure(String(PRIVATE))).outcome).toBe('refused')
  },
)

test('no failure of the network shows the token', async () => {
  bench = await createBench(() => text('answer'), { fake: { token: `700100:${CANARY}` } })
  for (const method of ['getWebhookInfo', 'setMyCommands', 'answerCallbackQuery', 'getChatMember']) {
    bench.fake.inject({ method, kind: 'destroy' })
  }
  await bench.start()
  const errors: unknown[] = []
  for (const kind of ['destroy', 'loseReply', 'html'] as const) {
    bench.fake.inject({ method: 'sendMessage', kind })
    errors.push(await bench.failure(String(PRIVATE)))
  }
  bench.fake.inject({
    method: 'sendMessage',
    kind: 'status',
    status: 400,
    description: `Bad Request: at https://api.example/bot700100:${CANARY}/sendMessage, 700100:${CANARY}`,
  })
  errors.push(await bench.failure(String(PRIVATE)))
  bench.fake.inject({ method: 'sendMessage', kind: 'destroy' })
  bench.fake.say(PRIVATE, '/list')
  await vi.waitFor(() => expect(bench.lines.some(line => line.message.includes('not answered'))).toBe(true), {
    interval: 5,
  })
  const shown = inspect([errors, bench.lines, errors.map(error => (error as Error).stack)], {
    depth: 9,
    showHidden: true,
  })
  expect(shown).toContain('No answer came')
  expect(shown).not.toContain(CANARY)
})

test('Telegram out of reach at the start: asked again until it is there', async () => {
  bench = await createBench()
  bench.fake.inject({ method: 'getMe', kind: 'destroy', times: 2 })
  const starting = bench.start()
  await vi.waitFor(() => expect(bench.lines).toHaveLength(1), { interval: 5 })
  await bench.clock.advance(5_000)
  await vi.waitFor(() => expect(bench.lines).toHaveLength(2), { interval: 5 })
  await bench.clock.advance(10_000)
  await starting
  bench.fake.say(PRIVATE, '/list')
  await bench.answered(PRIVATE)
})

test('a start that is called off ends', async () => {
  bench = await createBench()
  bench.fake.inject({ method: 'getMe', kind: 'destroy' })
  const leaving = new AbortController()
  const starting = failureOf(bench.start(leaving.signal))
  await vi.waitFor(() => expect(bench.lines).toHaveLength(1), { interval: 5 })
  leaving.abort(new Error('called off'))
  expect(String(await starting)).toContain('called off')
})

test('a second poller is named in the log; polling goes on when it has left', async () => {
  bench = await createBench()
  await bench.start()
  const quarrel = async (round: number): Promise<void> => {
    await vi.waitFor(
      async () => {
        await pollElsewhere()
        expect(conflicts()).toHaveLength(round)
      },
      { interval: 5 },
    )
  }
  for (const [round, waitMs] of [5_000, 10_000, 15_000, 30_000, 30_000].entries()) {
    await quarrel(round + 1)
    await bench.clock.advance(waitMs)
  }
  bench.fake.say(PRIVATE, '/list still there')
  expect(await bench.answered(PRIVATE)).toBe('heard /list still there')
  await bench.clock.advance(60_000)
  await quarrel(6)
  const waits = conflicts().map(({ fields }) => fields.againAfterMs)
  expect(waits).toEqual([5_000, 10_000, 15_000, 30_000, 30_000, 5_000])
})

test('a start that is called off while the webhook is being removed ends', async () => {
  bench = await createBench()
  bench.fake.inject({ method: 'deleteWebhook', kind: 'destroy', times: 1_000 })
  const leaving = new AbortController()
  const starting = failureOf(bench.start(leaving.signal))
  await vi.waitFor(() => expect(bench.fake.calls('deleteWebhook').length).toBeGreaterThan(1), { interval: 5 })
  leaving.abort(new Error('called off'))
  expect(String(await starting)).toContain('called off')
})

test('a token that is withdrawn while polling is told, and nothing crashes', async () => {
  bench = await createBench()
  bench.fake.inject({ method: 'getUpdates', kind: 'status', status: 401, description: 'Unauthorized' })
  await bench.start()
  await vi.waitFor(
    () =>
      expect(bench.lines.some(line => line.level === 'error' && line.message.includes('TELEGRAM_TOKEN'))).toBe(true),
    { interval: 5 },
  )
})

test('a webhook is removed with a word, and updates are polled', async () => {
  bench = await createBench()
  bench.fake.setWebhook('https://hook.example.org/secret-path')
  await bench.start()
  bench.fake.say(PRIVATE, '/list')
  await bench.answered(PRIVATE)
  const warning = bench.lines.find(({ message }) => message.includes('webhook'))
  expect(warning).toMatchObject({ level: 'warn', fields: { host: 'hook.example.org' } })
  expect(JSON.stringify(bench.lines)).not.toContain('secret-path')
})

test('only the updates that are used are asked for', async () => {
  bench = await createBench()
  await bench.start()
  bench.fake.say(PRIVATE, '/list')
  await bench.answered(PRIVATE)
  expect(bench.fake.calls('getUpdates')[0]?.params).toMatchObject({
    allowed_updates: ['message', 'channel_post', 'callback_query'],
  })
})

test('stopping waits for an answer under way, and gives up after a few seconds', async () => {
  let finish = (): void => undefined
  const gate = new Promise<void>(resolve => {
    finish = resolve
  })
  bench = await createBench(async ({ invocation }) => {
    await (JSON.stringify(invocation).includes('endless') ? new Promise(() => undefined) : gate)
    return text('in time')
  })
  await bench.start()
  bench.fake.say(PRIVATE, '/list')
  await vi.waitFor(() => expect(bench.calls).toHaveLength(1), { interval: 5 })
  const stopping = bench.platform.stop()
  finish()
  await stopping
  expect(await bench.answered(PRIVATE)).toBe('in time')
})

test('an answer that never ends does not keep the platform from stopping, and is told to end', async () => {
  bench = await createBench(() => new Promise(() => undefined))
  await bench.start()
  bench.fake.say(PRIVATE, '/list')
  await vi.waitFor(() => expect(bench.calls).toHaveLength(1), { interval: 5 })
  const stopping = bench.platform.stop()
  await bench.clock.advance(7_000)
  await stopping
  expect(bench.calls[0]?.signal.aborted).toBe(true)
})

test('a command that is given up at the end is still answered', async () => {
  bench = await createBench(
    ({ signal }) => new Promise(resolve => signal.addEventListener('abort', () => resolve(text('shutting down')))),
  )
  await bench.start()
  bench.fake.say(PRIVATE, '/list')
  await vi.waitFor(() => expect(bench.calls).toHaveLength(1), { interval: 5 })
  const stopping = bench.platform.stop()
  await bench.clock.advance(5_000)
  await stopping
  expect(bench.fake.messages(PRIVATE).at(-1)?.text).toBe('shutting down')
})

test('what was taken is confirmed when the platform stops; nothing is asked for afterwards', async () => {
  bench = await createBench()
  const leaving = new AbortController()
  await bench.start(leaving.signal)
  const id = bench.fake.say(PRIVATE, '/list')
  await bench.answered(PRIVATE)
  leaving.abort()
  await bench.platform.stop()
  const polls = bench.fake.calls('getUpdates')
  expect(polls.some(({ params }) => params.offset === id + 1)).toBe(true)
  bench.fake.say(PRIVATE, '/list')
  await bench.platform.stop()
  expect(bench.fake.calls('getUpdates')).toHaveLength(polls.length)
})
