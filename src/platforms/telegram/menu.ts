import { createHash } from 'node:crypto'
import type { Api } from 'grammy'
import type { BotCommand, BotCommandScope } from 'grammy/types'
import type { CommandSpec } from '../../model/command.ts'
import type { Log } from '../../ports/log.ts'
import type { StateStore } from '../../ports/store.ts'
import { describeError } from './errors.ts'
import { type GrammySignal, toGrammySignal } from './signals.ts'

/** The part of the store that remembers which menu Telegram was given. */
export type MenuState = Pick<StateStore, 'getValue' | 'setValue'>

interface Menu {
  readonly scope: BotCommandScope
  /** Absent: for every language that has no menu of its own. */
  readonly language?: LanguageCode
  readonly commands: readonly BotCommand[]
}

type LanguageCode = NonNullable<NonNullable<Parameters<Api['setMyCommands']>[1]>['language_code']>

const STATE_KEY = 'telegram.menu'
const DEFAULT_LANGUAGE = 'en'

/** Administrators' menus come before those of their group: https://core.telegram.org/bots/api#botcommandscope */
const SCOPES: readonly { readonly scope: BotCommandScope; readonly isForManagers: boolean }[] = [
  { scope: { type: 'default' }, isForManagers: true },
  { scope: { type: 'all_private_chats' }, isForManagers: true },
  { scope: { type: 'all_chat_administrators' }, isForManagers: true },
  { scope: { type: 'all_group_chats' }, isForManagers: false },
]

const isLanguageCode = (code: string): code is LanguageCode => /^[a-z]{2}$/.test(code)

function languagesOf(commands: readonly CommandSpec[]): readonly LanguageCode[] {
  const codes = new Set(commands.flatMap(({ description }) => Object.keys(description)))
  return [...codes]
    .filter(isLanguageCode)
    .filter(code => code !== DEFAULT_LANGUAGE)
    .sort()
}

/** The menus of all scopes and languages; a command without a description in a language is shown in English. */
function menusOf(commands: readonly CommandSpec[]): readonly Menu[] {
  return [undefined, ...languagesOf(commands)].flatMap(language =>
    SCOPES.map(({ scope, isForManagers }) => ({
      scope,
      ...(language === undefined ? {} : { language }),
      commands: commands
        .filter(({ who }) => isForManagers || who === 'all')
        .map(({ name, description }) => ({
          command: name,
          description: description[language ?? DEFAULT_LANGUAGE] ?? description.en,
        })),
    })),
  )
}

async function writeMenu(api: Api, { scope, language, commands }: Menu, signal: GrammySignal): Promise<void> {
  const place = { scope, ...(language === undefined ? {} : { language_code: language }) }
  if (commands.length === 0) await api.deleteMyCommands(place, signal)
  else await api.setMyCommands(commands, place, signal)
}

/**
 * Gives Telegram the command menus, when they are not those that it has. Never throws: commands work without a menu.
 * @param botId whose menus they are; another token means another bot
 */
export async function registerMenus(
  { api, state, log }: { readonly api: Api; readonly state: MenuState; readonly log: Log },
  commands: readonly CommandSpec[],
  botId: number,
  signal: AbortSignal,
): Promise<void> {
  try {
    const menus = menusOf(commands)
    const hash = createHash('sha256').update(JSON.stringify({ botId, menus })).digest('hex')
    if ((await state.getValue(STATE_KEY)) === hash) return
    for (const menu of menus) await writeMenu(api, menu, toGrammySignal(signal))
    await state.setValue(STATE_KEY, hash)
    log.info({ menus: menus.length, commands: commands.length }, 'Telegram has the command menu')
  } catch (error) {
    log.warn({ reason: describeError(error) }, 'The command menu could not be registered; commands work without it')
  }
}
