import { afterEach, expect, test } from 'vitest'
import { createFakeTelegram, type FakeTelegram } from './telegram.ts'
import { parseTelegramHtml } from './telegram-html.ts'
import { findBadRequest, findViolations } from './telegram-rules.ts'
import { findTelegramSpec } from './telegram-spec.ts'

let fake: FakeTelegram | undefined
afterEach(async () => {
  await fake?.stop()
  fake = undefined
})

async function call(method: string, params: object): Promise<{ ok: boolean; description?: string; result?: unknown }> {
  const response = await fetch(`${fake?.url}/bot${fake?.token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(params),
  })
  return (await response.json()) as { ok: boolean; description?: string }
}

test.each([
  ['<b>x', 'Can\'t find end tag corresponding to start tag "b"'],
  ['x</b>', 'Unexpected end tag at byte offset 1'],
  ['<b>é</i>', 'Unmatched end tag at byte offset 5, expected "</b>", found "</i>"'],
  ['<h1>x</h1>', 'Unsupported start tag "h1" at byte offset 0'],
  ['a < b', 'Unclosed start tag at byte offset 2'],
])('the fake reads %s as Telegram does', (source, words) => {
  expect(() => parseTelegramHtml(source)).toThrow(`Bad Request: can't parse entities: ${words}`)
})

test('the fake counts what is left when markup is read', () => {
  const { text, entities } = parseTelegramHtml('<b>1 &lt; 2</b> <a href="https://a.example/?x=1&amp;y=2">é&#33;</a>')
  expect(text).toBe('1 < 2 é!')
  expect(entities).toEqual([
    { type: 'bold', offset: 0, length: 5 },
    { type: 'text_link', offset: 6, length: 2, url: 'https://a.example/?x=1&y=2' },
  ])
  const ofLength = (length: number) => ({ text: `<b>${'x'.repeat(length)}</b>`, parse_mode: 'HTML' })
  expect(findBadRequest('sendMessage', ofLength(4096))).toBeUndefined()
  expect(findBadRequest('sendMessage', ofLength(4097))).toBe('message is too long')
})

test('the fake refuses what Telegram refuses and notes what it would pass over', () => {
  const button = { text: 'x', callback_data: 'é'.repeat(33) }
  expect(findBadRequest('sendMessage', { text: 'x', reply_markup: { inline_keyboard: [[button]] } })).toBe(
    'BUTTON_DATA_INVALID',
  )
  expect(findBadRequest('setMyCommands', { commands: [{ command: 'Up', description: 'x' }] })).toBe(
    'BOT_COMMAND_INVALID',
  )
  expect(findViolations('sendMessage', { chat_id: 1, text: 'x', disable_web_page_preview: true })).toHaveLength(1)
  expect(findViolations('sendMessage', { chat_id: 1 })).toHaveLength(1)
})

test('the published description, when it is there, finds wrong fields, types and limits', ({ skip }) => {
  const check = findTelegramSpec()
  if (check === undefined) return skip()
  expect(check('sendMessage', { chat_id: 1, text: 'x', parse_mode: 'HTML' })).toEqual([])
  expect(check('sendMessage', { chat_id: 1, text: 'x', disable_web_page_preview: true })).not.toEqual([])
  expect(check('sendMessage', { chat_id: 1, text: 'x', message_thread_id: '9' })).not.toEqual([])
  expect(check('setMyCommands', { commands: [{ command: 'x'.repeat(33), description: 'x' }] })).not.toEqual([])
  expect(check('setMyCommands', { commands: [], scope: { type: 'everybody' } })).not.toEqual([])
  expect(check('sendMassage', {})).not.toEqual([])
})

test('an update is given again until it is confirmed, and a second poller ends the first', async () => {
  fake = await createFakeTelegram()
  fake.addChat({ id: 1 })
  const id = fake.say(1, 'hello')
  const first = await call('getUpdates', { timeout: 0 })
  expect(await call('getUpdates', { timeout: 0 })).toEqual(first)
  expect(await call('getUpdates', { offset: id + 1, timeout: 0 })).toEqual({ ok: true, result: [] })
  const waiting = call('getUpdates', { offset: id + 1, timeout: 30 })
  // The second request must find the first one waiting.
  while (fake.calls('getUpdates').length < 3) await call('getMe', {})
  await new Promise(resolve => setImmediate(resolve))
  await call('getUpdates', { offset: id + 1, timeout: 0 })
  expect(await waiting).toMatchObject({ ok: false, error_code: 409 })
})

test('messages can be edited, and an unknown one can not', async () => {
  fake = await createFakeTelegram()
  fake.addChat({ id: 1 })
  await call('sendMessage', { chat_id: 1, text: 'one' })
  await call('editMessageText', { chat_id: 1, message_id: fake.messages(1)[0]?.id, text: 'two' })
  expect(fake.messages(1).map(({ text }) => text)).toEqual(['two'])
  expect(await call('editMessageText', { chat_id: 1, message_id: 99, text: 'x' })).toMatchObject({ ok: false })
})
