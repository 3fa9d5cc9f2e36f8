import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  MessageFlags,
  PermissionFlagsBits,
} from 'discord.js'
import type { Message } from '../../model/message.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Log } from '../../ports/log.ts'
import type { CommandHandler, Invocation, Request, Suggestion } from '../../ports/platform.ts'
import { attachmentOpener } from './attachment.ts'
import { cutText } from './cut.ts'
import { describeError, isLateAnswer } from './errors.ts'
import { sendOrSimplify } from './fallback.ts'
import { SUGGESTION_CHARS, SUGGESTIONS } from './limits.ts'
import { type DiscordPayload, findActionId } from './render.ts'
import { splitForDiscord } from './split.ts'

/** Discord waits 3 s for completions; after this an empty list is better than none. */
const SUGGEST_WITHIN_MS = 2_500

const MANAGER_PERMISSIONS = [PermissionFlagsBits.ManageGuild, PermissionFlagsBits.ManageChannels]

/** What answering interactions needs. */
export interface AnsweringOptions {
  readonly handler: CommandHandler
  readonly log: Log
  readonly clock: Clock
  readonly token: string
  /** Another API server, whose attachments are taken too. */
  readonly restUrl?: string
  /** Whether everybody in the channel sees the answer. */
  readonly isPublic: (command: string, options: Readonly<Record<string, string>>) => boolean
  /** Aborted when nobody waits for answers any more. */
  readonly signal: AbortSignal
}

type Answerable = ChatInputCommandInteraction | ButtonInteraction

function toRequest(interaction: Interaction, isAnswerPrivate: boolean): Request {
  const { channel, memberPermissions } = interaction
  const title = channel !== null && 'name' in channel ? channel.name : null
  return {
    platform: 'discord',
    address: interaction.channelId ?? '',
    ...(title === null ? {} : { channelTitle: title }),
    userId: interaction.user.id,
    isManager:
      interaction.guildId === null || MANAGER_PERMISSIONS.some(flag => memberPermissions?.has(flag, true) ?? false),
    isAnswerPrivate,
    locale: interaction.locale,
  }
}

function replyOf({ components, file }: DiscordPayload) {
  const files = file === undefined ? [] : [{ name: file.filename, attachment: Buffer.from(file.text) }]
  return { components: [...components], files, allowedMentions: { parse: [] } }
}

async function showAnswer(
  interaction: Answerable,
  message: Message,
  isPublic: boolean,
  { log, token }: AnsweringOptions,
): Promise<void> {
  const hidden = isPublic ? 0 : MessageFlags.Ephemeral
  for (const [index, part] of splitForDiscord(message).entries())
    await sendOrSimplify(part, log, token, payload =>
      index === 0
        ? interaction.editReply({ ...replyOf(payload), flags: MessageFlags.IsComponentsV2 })
        : interaction.followUp({ ...replyOf(payload), flags: MessageFlags.IsComponentsV2 | hidden }),
    )
}

/**
 * Acknowledges within Discord's 3 seconds, before anything else is waited for; the answer then has 15 minutes
 * (https://docs.discord.com/developers/interactions/receiving-and-responding).
 */
async function answer(
  interaction: Answerable,
  invocation: Invocation,
  isPublic: boolean,
  options: AnsweringOptions,
): Promise<void> {
  await interaction.deferReply(isPublic ? {} : { flags: MessageFlags.Ephemeral })
  try {
    const message = await options.handler.handle(toRequest(interaction, !isPublic), invocation, options.signal)
    await showAnswer(interaction, message, isPublic, options)
  } catch (error) {
    // Nobody is left looking at "thinking…" when there will be no answer.
    if (!isLateAnswer(error)) await interaction.deleteReply().catch(() => undefined)
    throw error
  }
}

function answerCommand(interaction: ChatInputCommandInteraction, options: AnsweringOptions): Promise<void> {
  const command = interaction.commandName
  const words = Object.fromEntries(interaction.options.data.map(({ name, value }) => [name, String(value ?? '')]))
  const given = interaction.options.data.find(({ attachment }) => attachment !== undefined && attachment !== null)
  const openFile = given?.attachment ? { openFile: attachmentOpener(given.attachment, options.restUrl) } : {}
  const invocation: Invocation = { kind: 'options', command, options: words, ...openFile }
  return answer(interaction, invocation, options.isPublic(command, words), options)
}

const toChoice = (suggestion: Suggestion, isNumber: boolean): { name: string; value: string | number } => ({
  name: cutText(suggestion.name === '' ? suggestion.value : suggestion.name, SUGGESTION_CHARS),
  value: isNumber ? Number(suggestion.value) : suggestion.value,
})

async function suggest(interaction: AutocompleteInteraction, options: AnsweringOptions): Promise<void> {
  const focused = interaction.options.getFocused(true)
  const isNumber = typeof focused.value === 'number'
  const timer = new AbortController()
  const late = options.clock.sleep(SUGGEST_WITHIN_MS, timer.signal).then(
    (): readonly Suggestion[] => [],
    (): readonly Suggestion[] => [],
  )
  const asked = options.handler
    .suggest(toRequest(interaction, true), interaction.commandName, focused.name, String(focused.value))
    .catch((error): readonly Suggestion[] => {
      options.log.warn({ platform: 'discord', error: describeError(error, options.token) }, 'no suggestions')
      return []
    })
  const suggestions = await Promise.race([asked, late])
  timer.abort()
  const usable = suggestions.filter(({ value }) => value !== '' && value.length <= SUGGESTION_CHARS)
  await interaction.respond(usable.slice(0, SUGGESTIONS).map(suggestion => toChoice(suggestion, isNumber)))
}

/**
 * Answers one interaction. Never throws: what goes wrong is logged, a late or double answer as a warning.
 */
export async function answerInteraction(interaction: Interaction, options: AnsweringOptions): Promise<void> {
  try {
    if (interaction.isAutocomplete()) await suggest(interaction, options)
    else if (interaction.isChatInputCommand()) await answerCommand(interaction, options)
    else if (interaction.isButton()) {
      const id = findActionId(interaction.customId)
      if (id !== undefined) await answer(interaction, { kind: 'action', id }, false, options)
    }
  } catch (error) {
    const fields = { platform: 'discord', error: describeError(error, options.token) }
    if (isLateAnswer(error)) options.log.warn(fields, 'an answer came too late')
    else options.log.error(fields, 'an answer failed')
  }
}
