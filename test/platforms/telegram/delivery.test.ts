import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Message } from '../../../src/model/message.ts'
import { type Bench, createBench, FORUM, GROUP, NOW, PRIVATE, text } from './harness.ts'

let bench: Bench
beforeEach(async () => {
  bench = await createBench()
})
afterEach(() => bench.stop())

const TO = String(PRIVATE)

test('a part goes to its chat or topic, and the receipt is the message id', async () => {
  const id = await bench.send(`${FORUM}/9`, text('in the topic'))
  expect(bench.fake.messages(FORUM, 9)).toMatchObject([{ id: Number(id), text: 'in the topic' }])
  await bench.send(TO, text('in the chat'))
  expect(bench.fake.messages(PRIVATE)).toHaveLength(1)
})

test('links are not previewed; a picture of ours is', async () => {
  await bench.send(TO, text('https://news.example.org/'))
  await bench.send(TO, { ...text('picture'), image: 'https://img.example.org/a.png' })
  await bench.send(TO, { ...text('no picture'), image: 'file:///etc/passwd' })
  expect(bench.fake.messages(PRIVATE).map(({ params }) => params.link_preview_options)).toEqual([
    { is_disabled: true },
    { url: 'https://img.example.org/a.png', prefer_large_media: true, show_above_text: true },
    { is_disabled: true },
  ])
})

test('a file is sent with its text as caption, or after a text that is too long for one', async () => {
  const attachment = { filename: 'my "feeds"/../x.opml', text: '<opml version="2.0">ü</opml>' }
  const short: Message = { ...text('Your feeds'), attachment, actions: [] }
  for (const part of bench.platform.split(short)) await bench.send(TO, part)
  const long: Message = { ...text('word '.repeat(300)), attachment }
  for (const part of bench.platform.split(long)) await bench.send(TO, part)
  const [first, second, third] = bench.fake.messages(PRIVATE)
  expect(first).toMatchObject({
    text: 'Your feeds',
    files: [{ filename: 'my-feeds-..-x.opml', text: attachment.text }],
  })
  expect(second).toMatchObject({ text: 'word '.repeat(300).trim(), files: [] })
  expect(third).toMatchObject({ text: '', files: [{ text: attachment.text }] })
})

test('a lost reply is uncertain, and the adapter itself does not send again', async () => {
  bench.fake.inject({ method: 'sendMessage', kind: 'loseReply' })
  expect((await bench.failure(TO)).outcome).toBe('uncertain')
  expect(bench.fake.messages(PRIVATE)).toHaveLength(1)
  expect(bench.fake.calls('sendMessage')).toHaveLength(1)
})

test.each(['destroy', 'html'] as const)(
  'a request that is answered by nothing of Telegram (%s) is uncertain',
  async kind => {
    bench.fake.inject({ method: 'sendMessage', kind })
    expect((await bench.failure(TO)).outcome).toBe('uncertain')
  },
)

test('a send that is abandoned while waiting is uncertain, one that never began is not', async () => {
  bench.fake.inject({ method: 'sendMessage', kind: 'hang' })
  const leaving = new AbortController()
  const failing = bench.failure(TO, text('hello'), leaving.signal)
  await vi.waitFor(() => expect(bench.fake.calls('sendMessage')).toHaveLength(1), { interval: 5 })
  leaving.abort()
  expect((await failing).outcome).toBe('uncertain')
  expect((await bench.failure(TO, text('hello'), AbortSignal.abort())).outcome).toBe('retry')
})

test('no connection: proven unsent', async () => {
  const closed = createServer().listen(0, '127.0.0.1')
  await new Promise(resolve => closed.once('listening', resolve))
  const { port } = closed.address() as AddressInfo
  await new Promise(resolve => closed.close(resolve))
  const lonely = await createBench(undefined, { apiRoot: `http://127.0.0.1:${port}` })
  expect(await lonely.failure(TO)).toMatchObject({ outcome: 'retry', message: expect.stringContaining('ECONNREFUSED') })
  await lonely.stop()
})

test('flood control says when to try again', async () => {
  const flooded = await createBench(undefined, { fake: { messagesPerChat: 1 } })
  await flooded.send(TO, text('first'))
  expect(await flooded.failure(TO)).toMatchObject({ outcome: 'retry', retryAfterMs: 7_000 })
  await flooded.stop()
})

test.each([
  [500, 'Internal Server Error', 'retry'],
  [502, 'Bad Gateway', 'retry'],
  [401, 'Unauthorized', 'refused'],
  [404, 'Not Found', 'refused'],
  [413, 'Request Entity Too Large', 'rejected'],
  [400, 'Bad Request: BUTTON_DATA_INVALID', 'rejected'],
  [400, 'Bad Request: need administrator rights in the channel chat', 'gone'],
  [400, 'Bad Request: not enough rights to send text messages to the chat', 'gone'],
  [400, 'Bad Request: TOPIC_CLOSED', 'gone'],
  [403, 'Forbidden: bot was kicked from the supergroup chat', 'gone'],
] as const)('%i "%s" means: %s', async (status, description, outcome) => {
  bench.fake.inject({ method: 'sendMessage', kind: 'status', status, description })
  const error = await bench.failure(TO)
  expect(error.outcome).toBe(outcome)
  expect(error.message).toContain(description)
})

test('a chat that is unknown, blocked or not an address is gone', async () => {
  expect((await bench.failure('4711')).outcome).toBe('gone')
  expect((await bench.failure('not-an-address')).outcome).toBe('gone')
  const chat = bench.fake.addChat({ id: 99 })
  chat.forbidden = 'bot was blocked by the user'
  expect((await bench.failure('99')).outcome).toBe('gone')
})

test('a group that became a supergroup names its new address, the topic kept', async () => {
  bench.fake.addChat({ id: GROUP, type: 'group' }).movedTo = FORUM
  expect(await bench.failure(String(GROUP))).toMatchObject({ outcome: 'retry', movedTo: String(FORUM) })
  expect(await bench.failure(`${GROUP}/9`)).toMatchObject({ outcome: 'retry', movedTo: `${FORUM}/9` })
  await bench.send(`${FORUM}/9`, text('arrived'))
  expect(bench.fake.messages(FORUM, 9)).toHaveLength(1)
})

test('what was meant for a topic that is gone goes to the chat, once', async () => {
  await bench.send(`${FORUM}/77`, text('homeless'))
  expect(bench.fake.messages(FORUM).map(({ topic }) => topic)).toEqual([undefined])
  expect(bench.lines.some(({ level, fields }) => level === 'warn' && fields.address === `${FORUM}/77`)).toBe(true)
})

test('markup that Telegram does not understand is sent once more as plain text, and logged as our fault', async () => {
  bench.fake.inject({
    method: 'sendMessage',
    kind: 'status',
    status: 400,
    description: "Bad Request: can't parse entities: Unsupported start tag",
  })
  await bench.send(TO, {
    blocks: [
      { kind: 'headline', text: 'a < b & c', link: 'https://news.example.org/x' },
      { kind: 'citation', quote: 'So it is', outlet: 'Daily', at: NOW, link: 'https://daily.example/y' },
    ],
    actions: [],
  })
  expect(bench.fake.messages(PRIVATE)[0]?.text).toMatch(
    /^a < b & c \(https:\/\/news\.example\.org\/x\)\n“So it is”\n— Daily \(https:\/\/daily\.example\/y\), .*05:06/,
  )
  expect(bench.lines.filter(({ level }) => level === 'error')).toHaveLength(1)
})
