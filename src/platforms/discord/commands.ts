import { createHash } from 'node:crypto'
import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  Locale,
  PermissionFlagsBits,
  type REST,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  Routes,
} from 'discord.js'
import type { CommandSpec, OptionSpec } from '../../model/command.ts'
import type { StateStore } from '../../ports/store.ts'
import { cutText } from './cut.ts'
import { DESCRIPTION_CHARS, SUGGESTIONS } from './limits.ts'

/** Discord's locales of a language that it does not name by two letters alone. */
const REGIONS = new Map<string, readonly Locale[]>([
  ['en', [Locale.EnglishGB, Locale.EnglishUS]],
  ['es', [Locale.SpanishES, Locale.SpanishLATAM]],
  ['pt', [Locale.PortugueseBR]],
  ['sv', [Locale.Swedish]],
  ['zh', [Locale.ChineseCN, Locale.ChineseTW]],
])
const LOCALES: ReadonlyMap<string, Locale> = new Map(Object.values(Locale).map(locale => [locale, locale]))

function localesOf(language: string): readonly Locale[] {
  const exact = LOCALES.get(language)
  return REGIONS.get(language) ?? (exact === undefined ? [] : [exact])
}

interface Described {
  readonly description: string
  readonly description_localizations?: Partial<Record<Locale, string>>
}

function describe(description: CommandSpec['description']): Described {
  const localized = Object.entries(description)
    .filter(([language]) => language !== 'en')
    .flatMap(([language, words]) =>
      localesOf(language).map((locale): [Locale, string] => [locale, cutText(words, DESCRIPTION_CHARS)]),
    )
  const words = { description: cutText(description.en, DESCRIPTION_CHARS) }
  return localized.length === 0 ? words : { ...words, description_localizations: Object.fromEntries(localized) }
}

function toOption(option: OptionSpec): APIApplicationCommandBasicOption {
  const shared = { name: option.name, ...describe(option.description), required: option.isRequired }
  const choices = option.choices ?? []
  const isClosed = choices.length > 0 && choices.length <= SUGGESTIONS
  if (option.type === 'file') return { ...shared, type: ApplicationCommandOptionType.Attachment }
  if (option.type === 'integer') {
    const type = ApplicationCommandOptionType.Integer as const
    if (isClosed) return { ...shared, type, choices: choices.map(value => ({ name: value, value: Number(value) })) }
    return { ...shared, type, ...(option.isSuggested ? { autocomplete: true } : {}) }
  }
  const type = ApplicationCommandOptionType.String as const
  if (isClosed) return { ...shared, type, choices: choices.map(value => ({ name: value, value })) }
  return { ...shared, type, ...(option.isSuggested ? { autocomplete: true } : {}) }
}

/**
 * Slash commands as Discord registers them: in servers and in direct messages with the bot, required options first;
 * those for managers are hidden from people without Manage Server.
 */
function toApplicationCommands(
  commands: readonly CommandSpec[],
): readonly RESTPostAPIChatInputApplicationCommandsJSONBody[] {
  return commands.map(command => ({
    name: command.name,
    type: ApplicationCommandType.ChatInput,
    ...describe(command.description),
    options: command.options.toSorted((a, b) => Number(b.isRequired) - Number(a.isRequired)).map(toOption),
    default_member_permissions: command.who === 'managers' ? PermissionFlagsBits.ManageGuild.toString() : null,
    integration_types: [ApplicationIntegrationType.GuildInstall],
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  }))
}

/**
 * Registers the commands of the application, unless the very same ones were registered before: Discord counts
 * creations (https://docs.discord.com/developers/interactions/application-commands).
 * @returns true when Discord was asked
 * @throws what the REST client throws
 */
export async function registerCommands(
  rest: REST,
  applicationId: string,
  commands: readonly CommandSpec[],
  state: Pick<StateStore, 'getValue' | 'setValue'>,
): Promise<boolean> {
  const body = toApplicationCommands(commands)
  const key = `discord:commands:${applicationId}`
  const hash = createHash('sha256').update(JSON.stringify(body)).digest('hex')
  if ((await state.getValue(key)) === hash) return false
  await rest.put(Routes.applicationCommands(applicationId), { body })
  await state.setValue(key, hash)
  return true
}
