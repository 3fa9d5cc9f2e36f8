import type { Entity } from './telegram-html.ts'
import type { UploadedFile } from './telegram-http.ts'
import type { Params } from './telegram-rules.ts'

export type ChatType = 'private' | 'group' | 'supergroup' | 'channel'

export interface ChatOptions {
  readonly id: number
  readonly type?: ChatType
  readonly title?: string
  readonly topics?: readonly number[]
  readonly administrators?: readonly number[]
}

/** A chat whose state a test may change. */
export interface FakeChat {
  readonly id: number
  readonly type: ChatType
  readonly title: string
  readonly topics: Set<number>
  readonly administrators: Set<number>
  /** 403, in Telegram's words, for everything that is sent. */
  forbidden?: string
  /** 400, in Telegram's words, for everything that is sent. */
  refused?: string
  /** The supergroup that the group has become. */
  movedTo?: number
}

/** A message that the bot sent. */
export interface SentMessage {
  readonly id: number
  readonly chatId: number
  readonly topic?: number
  /** As read, without markup. */
  readonly text: string
  readonly entities: readonly Entity[]
  readonly buttons: readonly { readonly label: string; readonly data: string }[]
  readonly files: readonly UploadedFile[]
  readonly replyTo?: number
  readonly params: Params
}

/** What goes wrong with the next requests of a method. `loseReply` takes effect and then hangs up. */
export type Fault = { readonly method: string; readonly times?: number } & (
  | { readonly kind: 'destroy' | 'hang' | 'loseReply' | 'html' }
  | {
      readonly kind: 'status'
      readonly status: number
      readonly description?: string
      readonly parameters?: Readonly<Record<string, number>>
    }
)

export interface FakeTelegramOptions {
  readonly token?: string
  readonly username?: string
  /** Messages that one chat takes before 429; no limit when absent. */
  readonly messagesPerChat?: number
}

/** All that the service knows. */
export interface World {
  readonly options: FakeTelegramOptions
  readonly chats: Map<number, FakeChat>
  readonly sent: SentMessage[]
  readonly menus: Map<string, unknown>
  readonly faults: { fault: Fault; left: number }[]
  readonly acknowledged: Set<string>
  readonly presses: Set<string>
  /** What people sent, by file id. */
  readonly files: Map<string, string>
  updates: { update_id: number }[]
  webhook: string
  nextId: number
  wake?: () => void
  conflict?: () => void
}

export const BOT_ID = 700_100

/** Unix time, as the Bot API gives it. */
export const nowSeconds = (): number => Math.floor(Date.now() / 1000)

/** The bot itself. */
export const me = (world: World): Record<string, unknown> => ({
  id: BOT_ID,
  is_bot: true,
  first_name: 'Tidings',
  username: world.options.username ?? 'tidings_bot',
})

/** A chat as the Bot API writes it. */
export const chatJson = ({ id, type, title }: FakeChat): Record<string, unknown> =>
  type === 'private' ? { id, type, first_name: title } : { id, type, title }

/** A message of the bot as the Bot API writes it. */
export function messageJson(world: World, chat: FakeChat, message: SentMessage): Record<string, unknown> {
  return {
    message_id: message.id,
    date: nowSeconds(),
    chat: chatJson(chat),
    from: me(world),
    text: message.text,
    entities: message.entities,
    ...(message.topic === undefined ? {} : { message_thread_id: message.topic, is_topic_message: true }),
  }
}
