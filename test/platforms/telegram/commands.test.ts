import { afterEach, expect, test, vi } from 'vitest'
import { UserError } from '../../../src/model/errors.ts'
import { type Bench, CHANNEL, COMMANDS, createBench, FORUM, GROUP, PRIVATE, recordLog, text } from './harness.ts'

let bench: Bench
afterEach(() => bench.stop())

const words = (): string[] =>
  bench.calls.map(({ invocation }) => (invocation.kind === 'words' ? invocation.text : invocation.kind))

/** Everything that was said before has been read when this is answered. */
async function fence(chatId: number): Promise<void> {
  const before = bench.fake.messages(chatId).length
  bench.fake.say(chatId, '/list fence')
  await vi.waitFor(() => expect(bench.fake.messages(chatId).at(-1)?.text).toBe('heard /list fence'), { interval: 5 })
  expect(bench.fake.messages(chatId).length).toBeGreaterThan(before)
}

test('a command reaches the handler with who, where and in which language', async () => {
  bench = await createBench()
  await bench.start()
  bench.fake.say(FORUM, '/summary putin since:3d', { topic: 9, userId: 1, language: 'de' })
  expect(await bench.answered(FORUM)).toBe('heard /summary putin since:3d')
  expect(bench.calls[0]?.request).toEqual({
    platform: 'telegram',
    address: `${FORUM}/9`,
    channelTitle: 'Forum',
    userId: '1',
    isManager: true,
    locale: 'de',
  })
})

test('our own name is taken off a command, and commands for other bots are left to them', async () => {
  bench = await createBench()
  await bench.start()
  for (const said of ['/list@other_bot', '/start@other_bot', '/LIST@Tidings_Bot  all\nof it', '/list@tidings_bot']) {
    bench.fake.say(GROUP, said)
  }
  await fence(GROUP)
  expect(words()).toEqual(['/LIST all\nof it', '/list', '/list fence'])
})

test('in a group nothing but our own commands is answered', async () => {
  bench = await createBench()
  await bench.start()
  for (const said of ['good morning', 'https://news.example.org/', '/weather', '/', '// comment', '/новости']) {
    bench.fake.say(GROUP, said)
  }
  await fence(GROUP)
  expect(words()).toEqual(['/list fence'])
})

test('in a private chat a bare link subscribes and other words get help', async () => {
  bench = await createBench()
  await bench.start()
  const said = ['https://news.example.org/feed?x=1', 'hello', '/start ref_1', '/unknown', 'see https://a.example now']
  for (const line of said) bench.fake.say(PRIVATE, line)
  await fence(PRIVATE)
  expect(words()).toEqual([
    '/subscribe https://news.example.org/feed?x=1',
    '/help',
    '/help',
    '/unknown',
    '/help',
    '/list fence',
  ])
})

test('posts copied from a channel and the talk of other bots are not commands', async () => {
  bench = await createBench()
  await bench.start()
  const channel = { id: CHANNEL, type: 'channel', title: 'Daily' }
  bench.fake.say(FORUM, '/list', { extra: { is_automatic_forward: true, sender_chat: channel } })
  bench.fake.say(FORUM, '/list', { extra: { from: { id: 5, is_bot: true, first_name: 'Other' } } })
  await fence(FORUM)
  expect(words()).toEqual(['/list fence'])
})

test('answers go to the topic of the question, as replies in groups and plainly in private', async () => {
  bench = await createBench()
  await bench.start()
  bench.fake.say(FORUM, '/list', { topic: 9 })
  await bench.answered(FORUM)
  bench.fake.say(FORUM, '/list', { extra: { message_thread_id: 3 } })
  await bench.answered(FORUM, 2)
  bench.fake.say(PRIVATE, '/list')
  await bench.answered(PRIVATE)
  const [inTopic, inGeneral] = bench.fake.messages(FORUM)
  expect(inTopic).toMatchObject({ topic: 9, replyTo: expect.any(Number) })
  expect(inGeneral?.topic).toBeUndefined()
  expect(bench.calls[1]?.request.address).toBe(String(FORUM))
  expect(bench.fake.messages(PRIVATE)[0]?.replyTo).toBeUndefined()
})

test('an answer in several parts is one reply and what follows it', async () => {
  bench = await createBench(() => text('word '.repeat(1500)))
  await bench.start()
  bench.fake.say(GROUP, '/summary')
  await bench.answered(GROUP, 3)
  expect(bench.fake.messages(GROUP).map(({ replyTo }) => replyTo !== undefined)).toEqual([true, false, false])
})

test('who manages: everybody in private, a channel itself, in groups administrators and who writes as the group', async () => {
  bench = await createBench()
  await bench.start()
  bench.fake.say(PRIVATE, '/list private')
  bench.fake.say(CHANNEL, '/list channel')
  bench.fake.say(GROUP, '/list administrator', { userId: 1 })
  bench.fake.say(GROUP, '/list member', { userId: 2 })
  const anonymous = { id: 1087968824, is_bot: true, first_name: 'Group' }
  bench.fake.say(GROUP, '/list anonymous', { extra: { from: anonymous, sender_chat: { id: GROUP, type: 'group' } } })
  const stranger = {
    from: { id: 136817688, is_bot: true, first_name: 'Channel' },
    sender_chat: { id: -5, type: 'channel' },
  }
  bench.fake.say(GROUP, '/list stranger', { extra: stranger })
  await vi.waitFor(() => expect(bench.calls).toHaveLength(6), { interval: 5 })
  const managers = Object.fromEntries(bench.calls.map((call, index) => [words()[index], call.request.isManager]))
  expect(managers).toEqual({
    '/list private': true,
    '/list channel': true,
    '/list administrator': true,
    '/list member': false,
    '/list anonymous': true,
    '/list stranger': false,
  })
})

test('the member list is asked once a minute, and who can not be asked about does not manage', async () => {
  bench = await createBench()
  await bench.start()
  const ask = async (count: number): Promise<boolean | undefined> => {
    bench.fake.say(GROUP, '/list', { userId: 1 })
    await bench.answered(GROUP, count)
    return bench.calls.at(-1)?.request.isManager
  }
  expect(await ask(1)).toBe(true)
  expect(await ask(2)).toBe(true)
  expect(bench.fake.calls('getChatMember')).toHaveLength(1)
  await bench.clock.advance(61_000)
  bench.fake.inject({
    method: 'getChatMember',
    kind: 'status',
    status: 400,
    description: 'Bad Request: CHAT_ADMIN_REQUIRED',
  })
  expect(await ask(3)).toBe(false)
  expect(await ask(4)).toBe(true)
})

test('a button is acknowledged, reaches the handler by its id, and is answered where it stands', async () => {
  const more = { id: 'x7', label: 'More', command: 'summary', options: {} }
  bench = await createBench(({ invocation }) =>
    invocation.kind === 'action' ? text(`pressed ${invocation.id}`) : { ...text('first'), actions: [more] },
  )
  await bench.start()
  bench.fake.say(FORUM, '/summary', { topic: 9, userId: 1 })
  await bench.answered(FORUM)
  const press = bench.fake.press(FORUM, 'More', { userId: 2 })
  expect(await bench.answered(FORUM, 2)).toBe('pressed x7')
  expect(bench.fake.messages(FORUM, 9)).toHaveLength(2)
  expect(bench.fake.acknowledged).toContain(press)
  expect(bench.calls[1]?.request).toMatchObject({ address: `${FORUM}/9`, userId: '2', isManager: false })
})

test('a press of somebody else’s button is acknowledged and goes nowhere', async () => {
  bench = await createBench()
  await bench.start()
  await bench.send(String(PRIVATE), {
    ...text('old'),
    actions: [{ id: 'k', label: 'Go', command: 'list', options: {} }],
  })
  const message = { message_id: 1, date: 0, chat: { id: PRIVATE, type: 'private' } }
  bench.fake.push({
    callback_query: { id: 'foreign', from: { id: 2, is_bot: false }, message, chat_instance: '1', data: 'menu/1' },
  })
  bench.fake.press(PRIVATE, 'Go')
  await bench.answered(PRIVATE, 2)
  expect(bench.calls).toHaveLength(1)
  expect(bench.fake.calls('answerCallbackQuery')).toHaveLength(2)
})

test('a slow answer holds up only its own chat, whose answers keep their order', async () => {
  let finish = (): void => undefined
  const gate = new Promise<void>(resolve => {
    finish = resolve
  })
  bench = await createBench(async ({ invocation }) => {
    const said = invocation.kind === 'words' ? invocation.text : ''
    if (said.includes('slow')) await gate
    return text(said)
  })
  await bench.start()
  bench.fake.say(PRIVATE, '/summary slow')
  bench.fake.say(PRIVATE, '/summary quick')
  bench.fake.say(GROUP, '/summary elsewhere')
  expect(await bench.answered(GROUP)).toBe('/summary elsewhere')
  expect(bench.fake.messages(PRIVATE)).toEqual([])
  finish()
  await bench.answered(PRIVATE, 2)
  expect(bench.fake.messages(PRIVATE).map(sent => sent.text)).toEqual(['/summary slow', '/summary quick'])
})

test('a slow answer is announced by typing, a quick one is not', async () => {
  let finish = (): void => undefined
  const gate = new Promise<void>(resolve => {
    finish = resolve
  })
  bench = await createBench(async ({ invocation }) => {
    if (JSON.stringify(invocation).includes('slow')) await gate
    return text('done')
  })
  await bench.start()
  bench.fake.say(FORUM, '/summary quick', { topic: 9 })
  await bench.answered(FORUM)
  await bench.clock.advance(10_000)
  expect(bench.fake.calls('sendChatAction')).toHaveLength(0)
  bench.fake.say(FORUM, '/summary slow', { topic: 9 })
  await vi.waitFor(() => expect(bench.calls).toHaveLength(2), { interval: 5 })
  await bench.clock.advance(1_000)
  await vi.waitFor(() => expect(bench.fake.calls('sendChatAction')).toHaveLength(1), { interval: 5 })
  expect(bench.fake.calls('sendChatAction')[0]?.params).toMatchObject({ action: 'typing', message_thread_id: 9 })
  finish()
  await bench.answered(FORUM, 2)
})

test('an update that is delivered twice is handled once', async () => {
  bench = await createBench()
  const id = bench.fake.say(PRIVATE, '/list once')
  const message = { message_id: 90, date: 1, chat: { id: PRIVATE, type: 'private' }, text: '/list once' }
  bench.fake.push({ message: { ...message, from: { id: 42, is_bot: false, first_name: 'Ada' } } }, id)
  await bench.start()
  await fence(PRIVATE)
  expect(words()).toEqual(['/list once', '/list fence'])
})

test('a handler that fails costs one answer, not the ones behind it', async () => {
  let isFirst = true
  bench = await createBench(() => {
    if (!isFirst) return text('heard /list fence')
    isFirst = false
    throw new TypeError('broken')
  })
  await bench.start()
  bench.fake.say(PRIVATE, '/summary')
  await fence(PRIVATE)
  expect(bench.lines.filter(({ level }) => level === 'warn').map(({ fields }) => fields.reason)).toEqual(['TypeError'])
})

test('an answer waits out flood control and is sent once', async () => {
  bench = await createBench()
  await bench.start()
  bench.fake.inject({ method: 'sendMessage', kind: 'status', status: 429, parameters: { retry_after: 0 } })
  bench.fake.say(PRIVATE, '/list')
  await bench.answered(PRIVATE)
  expect(bench.fake.calls('sendMessage').map(({ status }) => status)).toEqual([429, 200])
})

test('an answer whose outcome is unknown is not sent again', async () => {
  bench = await createBench()
  await bench.start()
  bench.fake.inject({ method: 'sendMessage', kind: 'loseReply' })
  bench.fake.say(PRIVATE, '/list lost')
  await fence(PRIVATE)
  expect(bench.fake.messages(PRIVATE).map(sent => sent.text)).toEqual(['heard /list lost', 'heard /list fence'])
})

test('menus go to every scope and language, managers’ commands not to the members of groups', async () => {
  bench = await createBench()
  await bench.start()
  const names = (scope: string, language?: string): string[] | undefined =>
    bench.fake.menu(scope, language)?.map(({ command }) => command)
  expect(names('default')).toEqual(['summary', 'subscribe', 'list'])
  expect(names('all_private_chats')).toEqual(['summary', 'subscribe', 'list'])
  expect(names('all_chat_administrators')).toEqual(['summary', 'subscribe', 'list'])
  expect(names('all_group_chats', 'de')).toEqual(['summary', 'list'])
  const german = bench.fake.menu('default', 'de')?.map(({ description }) => description)
  expect(german).toEqual(['Ein Thema zusammenfassen', 'Einen Feed abonnieren', 'What this channel takes'])
})

test('menus are sent again only when they changed', async () => {
  bench = await createBench()
  await bench.start()
  const first = bench.fake.calls('setMyCommands').length
  expect(first).toBe(8)
  const state = { getValue: async (key: string) => bench.state.get(key), setValue: async () => undefined }
  const again = await createBench(undefined, { state })
  await again.start()
  expect(again.fake.calls('setMyCommands')).toHaveLength(0)
  await again.stop()
  const changed = await createBench(undefined, { state, commands: COMMANDS.slice(1) })
  await changed.start()
  expect(changed.fake.calls('setMyCommands').length).toBeGreaterThan(0)
  await changed.stop()
})

test('a menu that is refused is logged and asked for again next time; commands work all the same', async () => {
  const { log, lines } = recordLog()
  bench = await createBench(undefined, { log })
  bench.fake.inject({
    method: 'setMyCommands',
    kind: 'status',
    status: 400,
    description: 'Bad Request: BOT_COMMAND_INVALID',
  })
  await bench.start()
  await fence(PRIVATE)
  expect(bench.state.size).toBe(0)
  expect(lines.filter(({ level }) => level === 'warn')).toHaveLength(1)
})

test('a document with a command, or that a command replies to, is handed over; a large one is not downloaded', async () => {
  const given: string[] = []
  bench = await createBench(async ({ invocation, signal }) => {
    if (invocation.kind !== 'words') return text('no words')
    const file = await invocation.openFile?.(undefined, signal).catch((error: unknown) => error)
    if (file instanceof UserError) return text(`${file.code} ${file.details.name}`)
    const bytes = file !== null && typeof file === 'object' && 'bytes' in file ? file.bytes : undefined
    given.push(invocation.text)
    return text(bytes instanceof Uint8Array ? Buffer.from(bytes).toString() : 'no file')
  })
  await bench.start()
  const { fake } = bench
  const document = fake.addFile('feeds.opml', '<opml>é</opml>')
  const before = { message_id: 1, date: 1, chat: { id: GROUP, type: 'group' }, document }
  fake.say(PRIVATE, '', { extra: { text: undefined, caption: '/list import', document } })
  expect(await bench.answered(PRIVATE)).toBe('<opml>é</opml>')
  fake.say(GROUP, '/list import', { extra: { reply_to_message: before } })
  expect(await bench.answered(GROUP)).toBe('<opml>é</opml>')
  const large = fake.addFile('big.opml', 'x', 11 * 1024 * 1024)
  fake.say(PRIVATE, '', { extra: { text: undefined, caption: '/list import', document: large } })
  expect(await bench.answered(PRIVATE, 2)).toBe('fileTooLarge big.opml')
  fake.say(PRIVATE, '/list import')
  expect(await bench.answered(PRIVATE, 3)).toBe('no file')
  expect(given).toEqual(['/list import', '/list import', '/list import'])
  expect(fake.calls('getFile')).toHaveLength(2)
})

test('a file that can not be had is told without the token, and a caption alone is no command', async () => {
  bench = await createBench(async ({ invocation, signal }) => {
    if (invocation.kind !== 'words') return text('no words')
    const error = await invocation.openFile?.(undefined, signal).catch((reason: unknown) => reason)
    return text(error instanceof UserError ? `${error.code} ${String(error.cause)}` : 'opened')
  })
  await bench.start()
  const document = { file_id: 'gone', file_unique_id: 'gone', file_name: 'feeds.opml' }
  bench.fake.say(PRIVATE, '', { extra: { text: undefined, caption: 'my feeds', document } })
  bench.fake.say(PRIVATE, '', { extra: { text: undefined, caption: '/list import', document } })
  expect(await bench.answered(PRIVATE)).toBe('unreadableFile undefined')
  expect(bench.calls).toHaveLength(1)
})
