import { afterEach, expect, test } from 'vitest'
import { StartError } from '../../../src/model/errors.ts'
import { type Bench, COMMANDS, createBench, createState, handlerOf, soon, text } from './harness.ts'

const benches: Bench[] = []

afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.stop()
})

async function open(...given: Parameters<typeof createBench>): Promise<Bench> {
  const bench = await createBench(...given)
  benches.push(bench)
  return bench
}

const never = new AbortController().signal
const handler = handlerOf(() => text('Answer'))

const startError = async (bench: Bench): Promise<StartError> => {
  const error: unknown = await bench.platform.start(handler, never).catch(thrown => thrown)
  if (!(error instanceof StartError)) throw new Error('no StartError', { cause: error })
  return error
}

const puts = (bench: Bench): number => bench.fake.requests.filter(request => request.method === 'PUT').length

test('the commands are registered once, and again only when they changed', async () => {
  const state = createState()
  const first = await open({ state })
  await first.platform.start(handler, never)
  expect(puts(first)).toBe(1)
  const second = await open({ state }, {}, first.fake)
  await second.platform.start(handler, never)
  expect(puts(first)).toBe(1)
  const third = await open({ state, commands: COMMANDS.slice(0, 1) }, {}, first.fake)
  await third.platform.start(handler, never)
  expect(puts(first)).toBe(2)
  expect(first.fake.commands().map(command => command.name)).toEqual(['about'])
  expect(first.fake.violations).toEqual([])
})

test('commands are described in the languages that Discord knows, for servers and direct messages', async () => {
  const bench = await open()
  await bench.platform.start(handler, never)
  const [about, pause] = bench.fake.commands()
  expect(about).toMatchObject({
    description: 'Says what is known',
    description_localizations: { de: 'Sagt, was bekannt ist' },
    contexts: [0, 1],
    default_member_permissions: null,
    options: [{ name: 'topic', type: 3, required: true, autocomplete: true }],
  })
  expect(pause).toMatchObject({ default_member_permissions: '32', options: [] })
})

test('when commands can not be registered the bot starts all the same and says so', async () => {
  const bench = await open()
  bench.fake.inject({ match: /^PUT/, status: 400, body: { code: 50_035, message: 'Invalid Form Body' } })
  await bench.platform.start(handler, never)
  expect(bench.lines.find(line => line.level === 'error')?.message).toBe('commands could not be registered')
})

test('a refused token is a StartError that names the setting and never the token', async () => {
  const token = 'bm90LXRoZS10b2tlbg.wrong.token'
  const bench = await open({ token })
  const error = await startError(bench)
  expect(error.message).toContain('DISCORD_TOKEN')
  expect(error.message + error.stack + JSON.stringify(bench.lines)).not.toContain(token)
})

test('a token that can not be one is refused without asking Discord', async () => {
  for (const token of ['', '  ', 'two words', 'schlüssel']) {
    const bench = await open({ token })
    expect((await startError(bench)).message).toContain('DISCORD_TOKEN')
    expect(bench.fake.requests).toEqual([])
  }
})

test('"Bot " before the token does no harm', async () => {
  const made = await open()
  const bench = await open({ token: `Bot ${made.fake.token}\n` }, {}, made.fake)
  await expect(bench.platform.start(handler, never)).resolves.toBeUndefined()
})

test.each([4004, 4013, 4014])('a gateway that closes with %i is a StartError', async code => {
  const bench = await open()
  bench.fake.gateway.refuseWith(code)
  expect((await startError(bench)).message).toContain('DISCORD_TOKEN')
})

test('a Discord that can not be reached is tried again after a pause', async () => {
  const bench = await open()
  bench.fake.inject({ match: /gateway/, status: 403, body: { code: 0, message: 'no' } })
  const started = bench.platform.start(handler, never)
  await soon(() => expect(bench.lines.some(line => line.message.includes('trying again'))).toBe(true))
  await bench.clock.advance(5_000)
  await expect(started).resolves.toBeUndefined()
})

test('starting can be given up', async () => {
  const bench = await open()
  bench.fake.inject({ match: /gateway/, times: 9, status: 403, body: { code: 0, message: 'no' } })
  const giveUp = new AbortController()
  const started = bench.platform.start(handler, giveUp.signal)
  await soon(() => expect(bench.lines.some(line => line.message.includes('trying again'))).toBe(true))
  giveUp.abort(new Error('given up'))
  await expect(started).rejects.toThrow('given up')
})

test('after lost connections commands are still answered, also those given meanwhile', async () => {
  const bench = await open()
  await bench.platform.start(handler, never)
  const { channel } = bench.guild
  bench.fake.gateway.drop()
  await bench.fake.slash('about', { topic: 'x' }, { channel }).answered
  bench.fake.gateway.reconnect()
  await soon(() => expect(bench.fake.gateway.counts.resume).toBe(2))
  await bench.fake.slash('about', { topic: 'x' }, { channel }).answered
  bench.fake.gateway.drop(4000)
  await bench.fake.slash('about', { topic: 'x' }, { channel }).answered
  expect(bench.fake.gateway.counts).toEqual({ identify: 1, resume: 3 })
})
