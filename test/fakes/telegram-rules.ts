import { type ParsedText, ParseError, parseTelegramHtml } from './telegram-html.ts'

export type Params = Readonly<Record<string, unknown>>

/** What a method must, may and yields: the part of https://core.telegram.org/bots/api that the adapter uses. */
const METHODS = new Map<string, { readonly required: readonly string[]; readonly optional: readonly string[] }>([
  ['getMe', { required: [], optional: [] }],
  ['getUpdates', { required: [], optional: ['offset', 'limit', 'timeout', 'allowed_updates'] }],
  ['getWebhookInfo', { required: [], optional: [] }],
  ['getFile', { required: ['file_id'], optional: [] }],
  ['deleteWebhook', { required: [], optional: ['drop_pending_updates'] }],
  ['setMyCommands', { required: ['commands'], optional: ['scope', 'language_code'] }],
  ['deleteMyCommands', { required: [], optional: ['scope', 'language_code'] }],
  ['getMyCommands', { required: [], optional: ['scope', 'language_code'] }],
  ['getChat', { required: ['chat_id'], optional: [] }],
  ['getChatMember', { required: ['chat_id', 'user_id'], optional: [] }],
  ['getChatAdministrators', { required: ['chat_id'], optional: [] }],
  ['sendChatAction', { required: ['chat_id', 'action'], optional: ['message_thread_id'] }],
  ['answerCallbackQuery', { required: ['callback_query_id'], optional: ['text', 'show_alert', 'url', 'cache_time'] }],
  [
    'sendMessage',
    {
      required: ['chat_id', 'text'],
      optional: [
        'message_thread_id',
        'parse_mode',
        'link_preview_options',
        'disable_notification',
        'reply_parameters',
        'reply_markup',
      ],
    },
  ],
  [
    'editMessageText',
    { required: ['chat_id', 'message_id', 'text'], optional: ['parse_mode', 'link_preview_options', 'reply_markup'] },
  ],
  [
    'sendDocument',
    {
      required: ['chat_id', 'document'],
      optional: [
        'message_thread_id',
        'caption',
        'parse_mode',
        'disable_notification',
        'reply_parameters',
        'reply_markup',
      ],
    },
  ],
])
const MAX_TEXT = 4096
const MAX_CAPTION = 1024
const MAX_DATA_BYTES = 64
const MAX_COMMANDS = 100
const MAX_DESCRIPTION = 256
const LONGEST_LABEL = 64

interface Button {
  readonly text: string
  readonly callback_data?: string
}

/** The rows of buttons of a request. */
export function buttonsOf(params: Params): readonly (readonly Button[])[] {
  const markup = params.reply_markup as { inline_keyboard?: Button[][] } | undefined
  return markup?.inline_keyboard ?? []
}

/**
 * The text of a request as Telegram reads it.
 * @throws ParseError when the markup is broken
 */
export function readText(params: Params): ParsedText {
  const source = String(params.text ?? params.caption ?? '')
  const parsed = params.parse_mode === 'HTML' ? parseTelegramHtml(source) : { text: source, entities: [] }
  return parsed
}

function commandFault(params: Params): string | undefined {
  const commands = params.commands as { command: string; description: string }[]
  if (commands.length > MAX_COMMANDS) return 'BOT_COMMANDS_TOO_MUCH'
  if (new Set(commands.map(({ command }) => command)).size < commands.length) return 'BOT_COMMAND_DUPLICATE'
  if (commands.some(({ command }) => !/^[a-z0-9_]{1,32}$/.test(command))) return 'BOT_COMMAND_INVALID'
  const isBad = ({ description }: { description: string }): boolean =>
    description.length === 0 || description.length > MAX_DESCRIPTION
  return commands.some(isBad) ? 'BOT_COMMAND_DESCRIPTION_INVALID' : undefined
}

function textFault(method: string, params: Params): string | undefined {
  const { text } = readText(params)
  if (method === 'sendDocument') return text.length > MAX_CAPTION ? 'message caption is too long' : undefined
  if (text.trim() === '') return 'message text is empty'
  if (text.length > MAX_TEXT) return method === 'editMessageText' ? 'MESSAGE_TOO_LONG' : 'message is too long'
  return undefined
}

function buttonFault(params: Params): string | undefined {
  for (const { text, callback_data: data } of buttonsOf(params).flat()) {
    if (text === '' || text.length > LONGEST_LABEL) return 'text buttons are unallowed in the inline keyboard'
    const bytes = Buffer.byteLength(data ?? '')
    if (bytes === 0 || bytes > MAX_DATA_BYTES) return 'BUTTON_DATA_INVALID'
  }
  return undefined
}

/** Why Telegram would answer 400 to this request, in its words; undefined when it would not. */
export function findBadRequest(method: string, params: Params): string | undefined {
  try {
    if (method === 'setMyCommands') return commandFault(params)
    if (!/^(?:send(?:Message|Document)|editMessageText)$/.test(method)) return undefined
    return textFault(method, params) ?? buttonFault(params)
  } catch (error) {
    if (error instanceof ParseError) return error.message.replace('Bad Request: ', '')
    throw error
  }
}

/** Faults that Telegram passes over in silence: methods, fields and values that it does not know. */
export function findViolations(method: string, params: Params): readonly string[] {
  const known = METHODS.get(method)
  if (known === undefined) return [`${method} is not a method that the adapter uses`]
  const given = Object.keys(params)
  const isKnown = (name: string): boolean => known.required.includes(name) || known.optional.includes(name)
  const mode = params.parse_mode
  return [
    ...known.required.filter(name => !given.includes(name)).map(name => `${method} lacks ${name}`),
    ...given.filter(name => !isKnown(name)).map(name => `${method} has no ${name}`),
    ...(mode === undefined || mode === 'HTML' ? [] : [`${method}: parse_mode ${String(mode)}`]),
  ]
}
