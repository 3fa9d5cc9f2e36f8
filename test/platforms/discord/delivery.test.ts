// As in the bot, where feeds are fetched by another undici than the client's: it is loaded first.
import 'undici'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ClaimedPart, Receipt } from '../../../src/model/briefing.ts'
import { DeliveryError } from '../../../src/model/errors.ts'
import type { Message } from '../../../src/model/message.ts'
import { claimedPart } from '../../contracts/platform.ts'
import { createFakeClock } from '../../fakes/clock.ts'
import { seenText } from '../../fakes/discord.ts'
import { type Bench, createBench, soon, text } from './harness.ts'

let bench: Bench

beforeEach(async () => {
  bench = await createBench()
})
afterEach(async () => {
  await bench.stop()
})

const partFor = (message: Message, address = bench.guild.channel.id): ClaimedPart =>
  claimedPart(bench.platform, address, message)

const send = (part: ClaimedPart, signal = new AbortController().signal): Promise<Receipt> =>
  bench.platform.send(part, signal)

async function failure(part: ClaimedPart, signal?: AbortSignal): Promise<DeliveryError> {
  const error: unknown = await send(part, signal).catch(thrown => thrown)
  if (!(error instanceof DeliveryError)) throw new Error('the send did not fail with a DeliveryError', { cause: error })
  expect(String(error.stack) + String(error.cause)).not.toContain(bench.fake.token)
  return error
}

test('a part is posted with its nonce, without mentions, and its id comes back', async () => {
  const receipt = await send(partFor(text('Hello')))
  const [request] = bench.fake.requests
  expect(request?.body).toMatchObject({
    nonce: 'contract-0',
    enforce_nonce: true,
    allowed_mentions: { parse: [] },
    flags: 1 << 15,
  })
  expect(bench.fake.messages(bench.guild.channel.id).map(message => message.id)).toEqual([receipt.messageId])
  expect(bench.fake.violations).toEqual([])
})

test('a part can be sent while the gateway is not connected, and into a thread', async () => {
  await send(partFor(text('Hello'), bench.guild.thread.id))
  expect(bench.fake.messages(bench.guild.thread.id).map(seenText)).toEqual(['Hello'])
})

test('a file goes with its part', async () => {
  await send(partFor({ ...text('Your feeds'), attachment: { filename: 'feeds.opml', text: '<opml>é</opml>' } }))
  expect(bench.fake.messages(bench.guild.channel.id)[0]?.files).toEqual([
    { name: 'feeds.opml', text: '<opml>é</opml>' },
  ])
  expect(bench.fake.violations).toEqual([])
})

test('a lost reply is uncertain, and the same nonce makes one copy', async () => {
  bench.fake.inject({ match: /^POST \/channels/, loseReply: true })
  const part = partFor(text('Once'))
  expect((await failure(part)).outcome).toBe('uncertain')
  const receipt = await send(part)
  const copies = bench.fake.messages(bench.guild.channel.id)
  expect(copies.map(message => message.id)).toEqual([receipt.messageId])
})

test('Discord knows a nonce for a few minutes only: the policy does not count on more', async () => {
  const clock = createFakeClock(new Date('2026-03-04T05:06:07Z'))
  const fresh = await createBench({}, { nonceMs: 5 * 60_000, now: () => clock.now() })
  const { withinMs = Number.POSITIVE_INFINITY } = fresh.platform.resend
  const part = claimedPart(fresh.platform, fresh.guild.channel.id, text('Once'))
  const { signal } = new AbortController()
  await fresh.platform.send(part, signal)
  await clock.advance(withinMs)
  await fresh.platform.send(part, signal)
  expect(fresh.fake.messages(fresh.guild.channel.id)).toHaveLength(1)
  await clock.advance(60 * 60_000)
  await fresh.platform.send(part, signal)
  expect(fresh.fake.messages(fresh.guild.channel.id)).toHaveLength(2)
  await fresh.stop()
})

test('one attempt is one request, also when Discord has trouble', async () => {
  for (const fault of [{ status: 502 }, { status: 500 }, { destroy: true }]) {
    bench.fake.inject({ match: /^POST \/channels/, ...fault })
    const before = bench.fake.requests.length
    expect((await failure(partFor(text('x')))).outcome).toBe('uncertain')
    expect(bench.fake.requests.length - before).toBe(1)
  }
})

test('a send that is aborted after the request began is uncertain, before it began it is unsent', async () => {
  bench.fake.inject({ match: /^POST \/channels/, hang: true })
  const stopping = new AbortController()
  const failed = failure(partFor(text('x')), stopping.signal)
  await soon(() => expect(bench.fake.requests).toHaveLength(1))
  stopping.abort()
  expect((await failed).outcome).toBe('uncertain')
  expect((await failure(partFor(text('x')), AbortSignal.abort())).outcome).toBe('retry')
})

test('a long rate limit is handed back with its wait, a short one is waited for', async () => {
  const limited = (seconds: number) => ({
    match: /^POST \/channels/,
    status: 429,
    headers: { 'retry-after': String(seconds), 'x-ratelimit-scope': 'shared' },
    body: { message: 'You are being rate limited.', retry_after: seconds, global: false },
  })
  bench.fake.inject(limited(600))
  const error = await failure(partFor(text('x')))
  expect(error.outcome).toBe('retry')
  expect(error.retryAfterMs).toBeGreaterThanOrEqual(600_000)
  expect(error.retryAfterMs).toBeLessThan(601_000)
  bench.fake.inject(limited(0.01))
  await send(partFor(text('After the wait')))
  expect(bench.fake.messages(bench.guild.channel.id)).toHaveLength(1)
})

test.each([50_001, 50_013, 50_007, 50_278, 10_003])('a channel that may not be written to (%i) is gone', async code => {
  bench.fake.forbid(bench.guild.channel, code)
  expect((await failure(partFor(text('x')))).outcome).toBe('gone')
})

test('an unknown channel, and an address that is no channel id, is gone', async () => {
  expect((await failure(partFor(text('x'), '424242'))).outcome).toBe('gone')
  const before = bench.fake.requests.length
  expect((await failure(partFor(text('x'), '../users/@me'))).outcome).toBe('gone')
  expect(bench.fake.requests).toHaveLength(before)
})

test('a payload that Discord finds invalid is sent once more as words alone', async () => {
  const refusal = { match: /^POST/, status: 400, body: { code: 50_035, message: 'Invalid Form Body' } }
  bench.fake.inject(refusal)
  const blocks: Message['blocks'] = [{ kind: 'headline', text: 'Minister resigns', link: 'https://news.example.org/' }]
  const actions = [{ id: '1', label: 'More', command: 'list', options: {} }]
  await send(partFor({ blocks, actions, image: 'https://news.example.org/a.png' }))
  const [message] = bench.fake.messages(bench.guild.channel.id)
  expect(message?.body).toMatchObject({ nonce: 'contract-0', components: [{ components: [{ type: 10 }] }] })
  expect(seenText(message!)).toBe('Minister resigns')
  expect(bench.fake.requests).toHaveLength(2)
})

test('a payload that Discord refuses is rejected, a write limit is tried again later', async () => {
  const refusal = { match: /^POST/, status: 400, body: { code: 50_035, message: 'Invalid Form Body' } }
  bench.fake.inject({ ...refusal, times: 2 })
  expect((await failure(partFor(text('x')))).outcome).toBe('rejected')
  bench.fake.inject({ match: /^POST/, status: 400, body: { code: 20_028, message: 'write limit' } })
  const error = await failure(partFor(text('x')))
  expect([error.outcome, error.retryAfterMs]).toEqual(['retry', 60_000])
})

test('a refused token is refused at every attempt', async () => {
  bench.fake.inject({ match: /^POST/, status: 401, body: { code: 0, message: '401: Unauthorized' } })
  expect((await failure(partFor(text('x')))).outcome).toBe('refused')
  expect((await failure(partFor(text('x')))).outcome).toBe('refused')
})

test('when nothing listens the part is proven unsent', async () => {
  await bench.fake.stop()
  expect((await failure(partFor(text('x')))).outcome).toBe('retry')
})
