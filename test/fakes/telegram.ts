import { FILE_DOWNLOAD, serveBotApi, type WireRequest } from './telegram-http.ts'
import { respond } from './telegram-methods.ts'
import { findViolations } from './telegram-rules.ts'
import { findTelegramSpec, type SpecCheck } from './telegram-spec.ts'
import {
  BOT_ID,
  type ChatOptions,
  chatJson,
  type FakeChat,
  type FakeTelegramOptions,
  type Fault,
  me,
  messageJson,
  nowSeconds,
  type SentMessage,
  type World,
} from './telegram-world.ts'

export interface RecordedRequest extends WireRequest {
  /** HTTP status of the answer; 0 when there was none. */
  readonly status: number
}

export interface SayOptions {
  readonly topic?: number
  readonly userId?: number
  readonly language?: string
  /** Further fields of the message. */
  readonly extra?: Readonly<Record<string, unknown>>
}

/** A Bot API on loopback, with chats, people and faults. */
export interface FakeTelegram {
  readonly url: string
  readonly token: string
  readonly username: string
  readonly requests: readonly RecordedRequest[]
  /** Requests that the real service would not have understood as meant; a test expects none. */
  readonly violations: readonly string[]
  /** Ids of button presses that were acknowledged. */
  readonly acknowledged: ReadonlySet<string>
  addChat(options: ChatOptions): FakeChat
  /** A person writes (in a channel: the channel posts). @returns the update's id */
  say(chatId: number, text: string, options?: SayOptions): number
  /** A file as a message's `document`; `size` is what Telegram says of it. */
  addFile(name: string, text: string, size?: number): Readonly<Record<string, unknown>>
  /** A person presses the newest button with this label. @returns the press's id */
  press(chatId: number, label: string, options?: { readonly userId?: number }): string
  /** An update as it stands; with a known id it is delivered again. */
  push(update: Readonly<Record<string, unknown>>, updateId?: number): number
  /** What the bot sent to a chat or to one of its topics, oldest first. */
  messages(chatId: number, topic?: number): readonly SentMessage[]
  /** Names that a chat's messages mention, and so notify. */
  mentions(chatId: number): readonly string[]
  calls(method: string): readonly RecordedRequest[]
  menu(scope: string, language?: string): readonly { command: string; description: string }[] | undefined
  setWebhook(url: string): void
  inject(fault: Fault): void
  stop(): Promise<void>
}

const DEFAULT_USER = 42
const MENTION = /(?<![\p{L}\p{N}_])@([a-z][a-z0-9_]{2,31})/giu

let spec: SpecCheck | undefined
let isSpecRead = false

/** The check against the published description, read once for all fakes of a test file. */
function specOnce(): SpecCheck | undefined {
  if (!isSpecRead) spec = findTelegramSpec()
  isSpecRead = true
  return spec
}

function sayIn(world: World, chat: FakeChat, text: string, options: SayOptions): Record<string, unknown> {
  const { topic, userId = DEFAULT_USER, language = 'en', extra = {} } = options
  const message = {
    message_id: world.nextId++,
    date: nowSeconds(),
    chat: chatJson(chat),
    text,
    ...(topic === undefined ? {} : { message_thread_id: topic, is_topic_message: true }),
    ...(chat.type === 'channel'
      ? { sender_chat: chatJson(chat) }
      : { from: { id: userId, is_bot: false, first_name: 'Ada', language_code: language } }),
    ...extra,
  }
  return chat.type === 'channel' ? { channel_post: message } : { message }
}

function pressIn(world: World, chat: FakeChat, label: string, userId: number, id: string): Record<string, unknown> {
  const message = world.sent.findLast(sent => sent.chatId === chat.id && sent.buttons.some(b => b.label === label))
  const button = message?.buttons.find(({ label: words }) => words === label)
  if (message === undefined || button === undefined) throw new Error(`no button "${label}"`)
  world.presses.add(id)
  return {
    callback_query: {
      id,
      from: { id: userId, is_bot: false, first_name: 'Ada', language_code: 'en' },
      message: messageJson(world, chat, message),
      chat_instance: '1',
      data: button.data,
    },
  }
}

/** Starts a Bot API on a loopback port. */
export async function createFakeTelegram(options: FakeTelegramOptions = {}): Promise<FakeTelegram> {
  const token = options.token ?? `${BOT_ID}:fake-telegram-token`
  const world: World = {
    options,
    chats: new Map(),
    sent: [],
    menus: new Map(),
    faults: [],
    acknowledged: new Set(),
    presses: new Set(),
    files: new Map(),
    updates: [],
    webhook: '',
    nextId: 1,
  }
  const requests: RecordedRequest[] = []
  const violations: string[] = []
  const check = specOnce()
  let nextUpdate = 5_000
  const service = await serveBotApi(async (request, signal) => {
    if (request.method !== FILE_DOWNLOAD)
      violations.push(
        ...findViolations(request.method, request.params),
        ...(check?.(request.method, request.params) ?? []),
      )
    const reply = await respond(world, request, token, signal)
    requests.push({ ...request, status: 'status' in reply ? reply.status : 0 })
    return reply
  })
  const chatOf = (id: number): FakeChat => {
    const chat = world.chats.get(id)
    if (chat === undefined) throw new Error(`no chat ${id}`)
    return chat
  }
  const push: FakeTelegram['push'] = (update, updateId = nextUpdate++) => {
    world.updates.push({ update_id: updateId, ...update })
    world.wake?.()
    return updateId
  }
  const messages: FakeTelegram['messages'] = (chatId, topic) =>
    world.sent.filter(sent => sent.chatId === chatId && (topic === undefined || sent.topic === topic))

  return {
    url: service.url,
    token,
    username: String(me(world).username),
    requests,
    violations,
    acknowledged: world.acknowledged,
    addChat({ id, type = 'private', title = 'Ada', topics = [], administrators = [] }) {
      const chat: FakeChat = { id, type, title, topics: new Set(topics), administrators: new Set(administrators) }
      world.chats.set(id, chat)
      return chat
    },
    say: (chatId, text, said = {}) => push(sayIn(world, chatOf(chatId), text, said)),
    addFile(name, body, size = Buffer.byteLength(body)) {
      const id = `file-${world.files.size + 1}`
      world.files.set(id, body)
      return { file_id: id, file_unique_id: id, file_name: name, file_size: size }
    },
    press(chatId, label, { userId = DEFAULT_USER } = {}) {
      const id = `press-${nextUpdate}`
      push(pressIn(world, chatOf(chatId), label, userId, id))
      return id
    },
    push,
    messages,
    mentions: chatId =>
      messages(chatId).flatMap(({ text }) => [...text.matchAll(MENTION)].map(found => found[1] ?? '')),
    calls: method => requests.filter(request => request.method === method),
    menu: (scope, language = '') =>
      world.menus.get(`${scope} ${language}`) as { command: string; description: string }[] | undefined,
    setWebhook(url) {
      world.webhook = url
    },
    inject(fault) {
      world.faults.push({ fault, left: fault.times ?? 1 })
    },
    stop: () => service.stop(),
  }
}
