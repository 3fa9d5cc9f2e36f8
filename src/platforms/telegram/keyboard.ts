import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types'
import type { Action } from '../../model/message.ts'
import { cutText } from './cut.ts'
import { cleanText } from './markup.ts'

/** https://core.telegram.org/bots/api#inlinekeyboardbutton: callback_data has 1 to 64 bytes. */
const MAX_DATA_BYTES = 64
const PREFIX = 'a:'
const MAX_LABEL_LENGTH = 40
/** Longer rows are squeezed until the labels can not be read. */
const MAX_ROW_LENGTH = 36
const MAX_ROW_BUTTONS = 5

function findButton(action: Action): InlineKeyboardButton.CallbackButton | undefined {
  if (action.id === undefined) return undefined
  const data = PREFIX + action.id
  if (new TextEncoder().encode(data).length > MAX_DATA_BYTES) return undefined
  return { text: cutText(cleanText(action.label), MAX_LABEL_LENGTH).trim() || '…', callback_data: data }
}

/**
 * The buttons of a message, in rows short enough to be read.
 * @returns undefined when no action can be a button: each needs an id, of at most 62 bytes
 */
export function findKeyboard(actions: readonly Action[]): InlineKeyboardMarkup | undefined {
  const rows: InlineKeyboardButton[][] = []
  let room = 0
  for (const action of actions) {
    const button = findButton(action)
    if (button === undefined) continue
    const row = rows.at(-1)
    if (row === undefined || row.length === MAX_ROW_BUTTONS || button.text.length > room) {
      rows.push([button])
      room = MAX_ROW_LENGTH - button.text.length
    } else {
      row.push(button)
      room -= button.text.length
    }
  }
  return rows.length === 0 ? undefined : { inline_keyboard: rows }
}

/** The action that a button stands for; undefined when the data is not ours. */
export function findActionId(data: string): string | undefined {
  return data.startsWith(PREFIX) && data.length > PREFIX.length ? data.slice(PREFIX.length) : undefined
}
