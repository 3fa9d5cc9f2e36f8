import type { Api } from 'grammy'
import type { Update } from 'grammy/types'
import type { Clock } from '../../ports/clock.ts'
import type { Log } from '../../ports/log.ts'
import type { CommandHandler, Invocation, Request } from '../../ports/platform.ts'
import { formatAddress, type Target } from './address.ts'
import { createChatQueue } from './chat-queue.ts'
import { documentOpener, type FileRoot } from './document.ts'
import { describeError } from './errors.ts'
import { createManagerCheck } from './managers.ts'
import { post } from './post.ts'
import { splitForTelegram } from './render.ts'
import { toGrammySignal } from './signals.ts'
import { type Incoming, readUpdate, type Self } from './updates.ts'

/** Commands under way or waiting, from which no further updates are fetched. */
const MAX_PENDING = 200
/** Update ids that are remembered: a batch that was not confirmed comes again. */
const MAX_SEEN = 1_000
/** An answer that is quicker needs no sign of life. */
const TYPING_AFTER_MS = 700
/** Telegram shows "typing" for 5 s: https://core.telegram.org/bots/api#sendchataction */
const TYPING_AGAIN_MS = 4_500

interface Wiring {
  readonly api: Api
  readonly clock: Clock
  readonly log: Log
  /** Where files are downloaded. */
  readonly files: FileRoot
}

/** How answers under way end before their time. */
export interface AnswerSignals {
  /** Aborted when commands are to be given up; what the handler then says is still posted. */
  readonly giveUp: AbortSignal
  /** Aborted when nothing is to be posted any more. */
  readonly silence: AbortSignal
}

/** Takes updates and answers them. */
export interface Answers {
  /** Takes one update; resolves when the next may come, which is long before the answer. Never throws. */
  take(update: Update): Promise<void>
  /** Resolves when every answer under way is given. */
  idle(): Promise<void>
}

function createSeen(): (updateId: number) => boolean {
  const seen = new Set<number>()
  return updateId => {
    if (seen.has(updateId)) return true
    seen.add(updateId)
    const oldest = seen.size > MAX_SEEN ? seen.values().next() : undefined
    if (oldest?.done === false) seen.delete(oldest.value)
    return false
  }
}

/** Shows that somebody is at work until the signal is aborted; a failure is of no consequence. */
async function showTyping({ api, clock, log }: Wiring, target: Target, signal: AbortSignal): Promise<void> {
  const thread = target.threadId === undefined ? {} : { message_thread_id: target.threadId }
  try {
    await clock.sleep(TYPING_AFTER_MS, signal)
    for (;;) {
      await api.sendChatAction(target.chatId, 'typing', thread, toGrammySignal(signal))
      await clock.sleep(TYPING_AGAIN_MS, signal)
    }
  } catch (error) {
    if (!signal.aborted) log.debug({ reason: describeError(error) }, 'The typing sign was not shown')
  }
}

/** Stops the button's spinner; Telegram wants an answer to every press. */
async function acknowledge({ api, log }: Wiring, update: Update, signal: AbortSignal): Promise<void> {
  if (update.callback_query === undefined) return
  try {
    await api.answerCallbackQuery(update.callback_query.id, {}, toGrammySignal(signal))
  } catch (error) {
    log.debug({ reason: describeError(error) }, 'A button press was too old to be acknowledged')
  }
}

/**
 * Answers updates with what the handler says: side by side for different chats and topics, in order within one,
 * each update once.
 */
export function createAnswers(
  wiring: Wiring,
  handler: CommandHandler,
  self: Self,
  { giveUp, silence }: AnswerSignals,
): Answers {
  const { api, clock, log } = wiring
  const queue = createChatQueue(MAX_PENDING)
  const isSeen = createSeen()
  const isManager = createManagerCheck(api, clock, log)

  const toRequest = async (incoming: Incoming): Promise<Request> => ({
    platform: 'telegram',
    address: formatAddress(incoming.target),
    userId: incoming.userId,
    isManager:
      incoming.standing === 'unknown'
        ? await isManager(incoming.target.chatId, incoming.userId, silence)
        : incoming.standing === 'manager',
    ...(incoming.channelTitle === undefined ? {} : { channelTitle: incoming.channelTitle }),
    ...(incoming.locale === undefined ? {} : { locale: incoming.locale }),
  })

  const withFile = ({ invocation, document }: Incoming): Invocation =>
    invocation.kind === 'words' && document !== undefined
      ? { ...invocation, openFile: documentOpener(document, api, wiring.files) }
      : invocation

  const reply = async (incoming: Incoming, request: Request): Promise<void> => {
    const { target, replyTo } = incoming
    const answer = await handler.handle(request, withFile(incoming), giveUp)
    for (const [index, message] of splitForTelegram(answer).entries()) {
      const isReply = index === 0 && replyTo !== undefined
      await post(api, log, { target, message, ...(isReply ? { replyTo } : {}) }, silence)
    }
  }

  const answer = async (incoming: Incoming): Promise<void> => {
    const done = new AbortController()
    const typing = showTyping(wiring, incoming.target, AbortSignal.any([giveUp, silence, done.signal]))
    try {
      await reply(incoming, await toRequest(incoming))
    } catch (error) {
      const address = formatAddress(incoming.target)
      log.warn({ address, reason: describeError(error) }, 'A command was not answered')
    } finally {
      done.abort()
      await typing
    }
  }

  return {
    async take(update) {
      if (isSeen(update.update_id)) return
      const incoming = readUpdate(update, self)
      if (update.callback_query !== undefined) {
        const { id } = update.callback_query
        await queue.add(`press ${id}`, () => acknowledge(wiring, update, silence))
      }
      if (incoming !== undefined) await queue.add(formatAddress(incoming.target), () => answer(incoming))
    },
    idle: () => queue.idle(),
  }
}
