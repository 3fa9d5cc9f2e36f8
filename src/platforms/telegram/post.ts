import { type Api, InputFile } from 'grammy'
import type { LinkPreviewOptions } from 'grammy/types'
import type { Message } from '../../model/message.ts'
import type { Log } from '../../ports/log.ts'
import { formatAddress, type Target } from './address.ts'
import { describeError, isBadMarkup, isThreadMissing } from './errors.ts'
import { findKeyboard } from './keyboard.ts'
import { findLink } from './markup.ts'
import { renderHtml, renderPlain } from './render.ts'
import { toGrammySignal } from './signals.ts'

/** One message to be sent. */
export interface Outgoing {
  readonly target: Target
  readonly message: Message
  /** The message id that this answers. */
  readonly replyTo?: number
}

interface Form {
  readonly isPlain: boolean
  readonly threadId: number | undefined
}

/** Only a picture that we chose is previewed: outside links never decide what a briefing looks like. */
function linkPreview(image: string | undefined): LinkPreviewOptions {
  const url = findLink(image)
  return url === undefined ? { is_disabled: true } : { url: url.href, prefer_large_media: true, show_above_text: true }
}

/** A name that every file system takes and that can not break out of a multipart header. */
const safeFilename = (name: string): string => name.replace(/[^\p{L}\p{N}._-]+/gu, '-') || 'file.txt'

async function attempt(api: Api, { target, message, replyTo }: Outgoing, form: Form, signal: AbortSignal) {
  const text = form.isPlain ? renderPlain(message) : renderHtml(message)
  const keyboard = findKeyboard(message.actions)
  const shared = {
    ...(form.isPlain ? {} : { parse_mode: 'HTML' as const }),
    ...(form.threadId === undefined ? {} : { message_thread_id: form.threadId }),
    ...(replyTo === undefined ? {} : { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } }),
    ...(keyboard === undefined ? {} : { reply_markup: keyboard }),
  }
  const { attachment } = message
  if (attachment === undefined) {
    const options = { ...shared, link_preview_options: linkPreview(message.image) }
    return await api.sendMessage(target.chatId, text, options, toGrammySignal(signal))
  }
  const file = new InputFile(new TextEncoder().encode(attachment.text), safeFilename(attachment.filename))
  const caption = message.blocks.length === 0 ? {} : { caption: text }
  return await api.sendDocument(target.chatId, file, { ...shared, ...caption }, toGrammySignal(signal))
}

/**
 * Sends one message, once. Sends again only what Telegram proved it did not take: as plain text when it does not
 * understand our markup (a fault of the renderer, which is logged), to the chat itself when the topic is gone.
 * @returns the message id
 * @throws what grammY throws; its errors hold the token and must not be logged as they are
 */
export async function post(api: Api, log: Log, outgoing: Outgoing, signal: AbortSignal): Promise<number> {
  const address = formatAddress(outgoing.target)
  let form: Form = { isPlain: false, threadId: outgoing.target.threadId }
  for (;;) {
    try {
      return (await attempt(api, outgoing, form, signal)).message_id
    } catch (error) {
      if (!form.isPlain && isBadMarkup(error)) {
        log.error(
          { address, reason: describeError(error) },
          'Telegram did not understand our markup; sent as plain text',
        )
        form = { ...form, isPlain: true }
      } else if (form.threadId !== undefined && isThreadMissing(error)) {
        log.warn({ address }, 'The topic is gone; sent to the chat itself')
        form = { ...form, threadId: undefined }
      } else {
        throw error
      }
    }
  }
}
