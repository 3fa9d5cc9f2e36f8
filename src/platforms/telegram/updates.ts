import type { CallbackQuery, Chat, Message, Update, User } from 'grammy/types'
import type { Invocation } from '../../ports/platform.ts'
import type { Target } from './address.ts'
import type { GivenDocument } from './document.ts'
import { findActionId } from './keyboard.ts'

/** The update types that are asked for; everything else never leaves Telegram. */
export const ALLOWED_UPDATES = ['message', 'channel_post', 'callback_query'] as const

/** How it is known whether somebody may manage the chat. */
export type Standing = 'manager' | 'member' | 'unknown'

/** Something that a person asked of us. */
export interface Incoming {
  readonly target: Target
  readonly channelTitle?: string
  readonly userId: string
  /** 'unknown': the chat's member list has to be asked. */
  readonly standing: Standing
  /** IETF tag of the person's app. */
  readonly locale?: string
  /** The message to be answered, where an answer would otherwise hang in the air. */
  readonly replyTo?: number
  readonly invocation: Invocation
  /** Sent with the command, or in the message that the command replies to. */
  readonly document?: GivenDocument
}

/** What has to be known to tell our commands from those of other bots. */
export interface Self {
  readonly username: string
  readonly commands: ReadonlySet<string>
}

/** `/command@bot words`: https://core.telegram.org/bots/features#commands */
const COMMAND = /^\/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]+))?(?![^\s])\s*([\s\S]*)$/
const BARE_LINK = /^https?:\/\/\S+$/i
const HELP = '/help'

/** The command of a text, without our own name; undefined when it is for another bot, or for nobody in a group. */
function findCommand(text: string, isPrivate: boolean, self: Self): string | undefined {
  const [, name, bot, rest] = COMMAND.exec(text) ?? []
  if (name === undefined) return isPrivate ? text : undefined
  if (bot !== undefined && bot.toLowerCase() !== self.username.toLowerCase()) return undefined
  if (name.toLowerCase() === 'start') return HELP
  // A group has many bots: a command that names no bot and that we do not have is meant for one of the others.
  const isOurs = bot !== undefined || isPrivate || self.commands.has(name.toLowerCase())
  return isOurs ? `/${name} ${rest ?? ''}`.trim() : undefined
}

function findWords(message: Message, self: Self): string | undefined {
  const text = (message.text ?? message.caption)?.trim()
  if (text === undefined || text === '') return undefined
  const isPrivate = message.chat.type === 'private'
  if (text.startsWith('/')) return findCommand(text, isPrivate, self)
  // Words under a picture or a file are no command, unless they begin with a slash.
  if (!isPrivate || message.text === undefined) return undefined
  return BARE_LINK.test(text) ? `/subscribe ${text}` : HELP
}

const titleOf = (chat: Chat): { channelTitle?: string } =>
  chat.title === undefined ? {} : { channelTitle: chat.title }

const localeOf = (user: User | undefined): { locale?: string } =>
  user?.language_code === undefined ? {} : { locale: user.language_code }

/** Replies outside forums have a thread id too; only a topic is a place of its own. */
function targetOf(message: Message): Target {
  const { chat, message_thread_id: threadId } = message
  return message.is_topic_message === true && threadId !== undefined
    ? { chatId: chat.id, threadId }
    : { chatId: chat.id }
}

/** Only administrators write as the chat itself; whoever writes as another channel is a stranger. */
function standingOf(message: Message): Standing {
  if (message.chat.type === 'private' || message.chat.type === 'channel') return 'manager'
  if (message.sender_chat === undefined) return 'unknown'
  return message.sender_chat.id === message.chat.id ? 'manager' : 'member'
}

function documentOf({ document, reply_to_message: before }: Message): { document?: GivenDocument } {
  const file = document ?? before?.document
  if (file === undefined) return {}
  const { file_id: fileId, file_name: name = 'file', file_size: size } = file
  return { document: { fileId, name, ...(size === undefined ? {} : { size }) } }
}

function readMessage(message: Message, self: Self): Incoming | undefined {
  // A channel's post is repeated in its discussion group, and other bots talk: neither is a person.
  const isPerson = message.from?.is_bot !== true || message.sender_chat !== undefined
  if (message.is_automatic_forward === true || !isPerson) return undefined
  const text = findWords(message, self)
  if (text === undefined) return undefined
  const isGroup = message.chat.type === 'group' || message.chat.type === 'supergroup'
  return {
    target: targetOf(message),
    ...titleOf(message.chat),
    userId: String(message.sender_chat?.id ?? message.from?.id ?? message.chat.id),
    standing: standingOf(message),
    ...localeOf(message.from),
    ...(isGroup ? { replyTo: message.message_id } : {}),
    ...documentOf(message),
    invocation: { kind: 'words', text },
  }
}

function readPress(query: CallbackQuery): Incoming | undefined {
  const { message, data, from } = query
  const id = data === undefined ? undefined : findActionId(data)
  if (message === undefined || id === undefined) return undefined
  return {
    // Of a message that is too old only its chat is told, not its topic.
    target: message.date === 0 ? { chatId: message.chat.id } : targetOf(message),
    ...titleOf(message.chat),
    userId: String(from.id),
    standing: message.chat.type === 'private' ? 'manager' : 'unknown',
    ...localeOf(from),
    invocation: { kind: 'action', id },
  }
}

/**
 * What an update asks of us: a command, in private chats also a bare link (to subscribe to) or any other words
 * (answered with help), or a button.
 * @returns undefined when it asks nothing of us
 */
export function readUpdate(update: Update, self: Self): Incoming | undefined {
  if (update.callback_query !== undefined) return readPress(update.callback_query)
  const message = update.message ?? update.channel_post
  return message === undefined ? undefined : readMessage(message, self)
}
