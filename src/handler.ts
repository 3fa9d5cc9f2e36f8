import type { Command } from './command.ts'
import type { UseCases } from './command-cases.ts'
import { getCommand, parseWords } from './command-words.ts'
import { explain } from './explain.ts'
import type { Channel } from './model/briefing.ts'
import type { Audience } from './model/digest.ts'
import { UserError } from './model/errors.ts'
import type { Message } from './model/message.ts'
import type { CommandHandler, Invocation, Request } from './ports/platform.ts'
import { catalogueFor } from './text/words/catalogues.ts'
import { keepActions } from './use-cases/actions.ts'
import { getChannel } from './use-cases/channels.ts'
import type { AppParts } from './use-cases/parts.ts'

const REFERENCE_LENGTH = 6

/** What is for managers alone: the command, or the one action of it where others are for all. */
function refusedName(command: Command, { action = '' }: Call['options']): string {
  return command.whoMay({}) === 'managers' ? command.name : `${command.name} ${action}`.trim()
}

interface Call {
  readonly command: Command
  readonly options: Readonly<Record<string, string>>
}

/**
 * Makes the one door through which every platform hands commands in.
 * @param isStopping whether the process is ending: new commands are refused, those given up are told so
 */
export function createHandler(
  app: UseCases,
  commands: readonly Command[],
  parts: AppParts,
  isStopping: () => boolean,
): CommandHandler {
  async function callOf(invocation: Invocation, channel: Channel): Promise<Call> {
    if (invocation.kind === 'words') return parseWords(invocation.text, commands)
    if (invocation.kind === 'options') {
      return { command: getCommand(invocation.command, commands), options: invocation.options }
    }
    const action = await parts.store.findAction(invocation.id)
    if (action === undefined || action.channelId !== channel.id) throw new UserError('expiredAction')
    return { command: getCommand(action.command, commands), options: action.options }
  }

  async function answer(
    request: Request,
    invocation: Invocation,
    channel: Channel,
    signal: AbortSignal,
  ): Promise<Message> {
    const { command, options } = await callOf(invocation, channel)
    if (command.whoMay(options) === 'managers' && !request.isManager) {
      throw new UserError('managersOnly', { command: refusedName(command, options) })
    }
    // What everybody reads is in everybody's language, whoever asked for it.
    const words = catalogueFor(command.isPublic(options) ? channel.language : (request.locale ?? channel.language))
    const openFile = 'openFile' in invocation ? invocation.openFile : undefined
    const { userId } = request
    const seenBy: Audience = request.isAnswerPrivate === true ? { userId } : 'everybody'
    const asking = { app, channel, userId, seenBy, words, commands, signal }
    const context = { ...asking, ...(openFile === undefined ? {} : { openFile }) }
    const message = await command.run(context, options)
    return keepActions(message, channel, parts)
  }

  return {
    async handle(request, invocation, signal) {
      let language = request.locale
      try {
        if (isStopping()) throw new UserError('busy')
        const channel = await getChannel(request, parts)
        language ??= channel.language
        return await answer(request, invocation, channel, signal)
      } catch (thrown) {
        const error = isStopping() && signal.aborted ? new UserError('busy', {}, { cause: thrown }) : thrown
        const reference = parts.newId().slice(0, REFERENCE_LENGTH)
        const { message, isBug } = explain(error, catalogueFor(language), reference)
        if (isBug) parts.log.error({ reference, platform: request.platform, error }, 'a command failed')
        return message
      }
    },

    async suggest(request, command, option, typed) {
      const channel = await getChannel(request, parts)
      const values = await app.suggest(channel, command, option, typed)
      return values.map(value => ({ name: value, value }))
    },
  }
}
