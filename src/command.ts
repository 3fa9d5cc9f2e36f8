import type { z } from 'zod'
import { fieldsOf, type OptionField } from './command-options.ts'
import type { Article } from './model/article.ts'
import type { Briefing, Channel, SubscriptionMode } from './model/briefing.ts'
import type { CommandSpec, OptionSpec } from './model/command.ts'
import type { Digest, DigestLength } from './model/digest.ts'
import { UserError } from './model/errors.ts'
import type { Feed } from './model/feed.ts'
import type { OpenFile } from './model/given-file.ts'
import type { Message } from './model/message.ts'
import type { ChannelSettings, ModelUsed, Privacy, SettingsWish } from './model/settings.ts'
import { catalogues } from './text/words/catalogues.ts'
import type { Words } from './text/words/en.ts'

export interface SubscribedFeed {
  readonly feed: Feed
  readonly mode: SubscriptionMode
}

export interface SubscribeResult {
  /** The pack's name when a topic was asked for. */
  readonly topic?: string
  readonly feeds: readonly Feed[]
  /** How many of them are new to the channel. */
  readonly added: number
  /** How many were there and changed their mode. */
  readonly changed: number
  /** 'digest' when any of them is told in the briefing. */
  readonly mode: SubscriptionMode
  /** How many have never been fetched; the poller does that next. */
  readonly pending: number
  readonly newest?: Article
  /** The channel's next runs, earliest first. */
  readonly nextRuns: readonly Date[]
  readonly timezone: string
}

/** A line of an imported list that became no subscription. */
export interface RefusedLine {
  readonly line: number
  readonly reason: 'noAddress' | 'badAddress' | 'privateAddress'
  /** As it stands there, without secrets. */
  readonly value: string
}

export interface ImportResult {
  /** New to the channel. */
  readonly added: number
  /** The channel took them before. */
  readonly known: number
  readonly refused: readonly RefusedLine[]
  /** Feeds behind the longest list that is taken. */
  readonly left: number
}

export interface Status {
  readonly articles: number
  readonly feeds: number
  readonly stories: number
  readonly channelFeeds: readonly Feed[]
  /** Absent when no briefing is scheduled. */
  readonly nextRun?: Date
  /** False: the next briefing has nothing to tell, and is not posted. */
  readonly hasBriefingFeeds: boolean
  readonly waiting: number
  readonly uncertain: number
  readonly dead: number
  readonly summarizer: string
  /** Absent when the bullets are made on this machine. */
  readonly model?: ModelUsed
}

/** A briefing as a person names it. */
export interface ScheduleWish {
  readonly at: string
  readonly days?: string
  readonly timezone?: string
}

export type Since = '24h' | '3d' | '7d' | '30d'

/** What commands can ask of the application. Every method may throw UserError. */
export interface UseCases {
  subscribe(
    channel: Channel,
    wish: { what: string; mode?: SubscriptionMode; at?: string },
    signal: AbortSignal,
  ): Promise<SubscribeResult>
  /** The feeds of the channel that the words name: title, address, host, topic, or "all". */
  findSubscriptions(channel: Channel, what: string): Promise<readonly SubscribedFeed[]>
  unsubscribe(channel: Channel, feeds: readonly Feed[]): Promise<number>
  /** OPML 2.0 of what the channel takes. */
  exportOpml(channel: Channel): Promise<string>
  /**
   * Takes every feed of an OPML list into the channel; none is fetched here, the poller does that at its pace. What the
   * channel takes already stays as it is.
   * @param list the file, or the http(s) address of one
   */
  importOpml(
    channel: Channel,
    list: { readonly filename: string; readonly bytes: Uint8Array } | { readonly url: string },
    signal: AbortSignal,
  ): Promise<ImportResult>
  summary(
    channel: Channel,
    wish: { topic: string; since?: Since; length: DigestLength; language: string },
    signal: AbortSignal,
  ): Promise<Digest>
  /** A briefing made now, over the last day; it becomes the channel's last digest. */
  briefing(channel: Channel, length: DigestLength, signal: AbortSignal): Promise<Digest>
  /** A digest that was shown in the channel: by id, else the newest of the kind, else the newest. */
  getDigest(channel: Channel, which: { id?: string; kind?: Digest['kind'] }): Promise<Digest>
  present(digest: Digest, channel: Channel, words: Words): Promise<Message>
  schedules(channel: Channel): Promise<readonly Briefing[]>
  addSchedule(channel: Channel, wish: ScheduleWish): Promise<Briefing>
  /** Removes the one briefing at this time; days and zone tell apart those that share it. */
  removeSchedule(channel: Channel, wish: ScheduleWish): Promise<Briefing>
  /** Whether briefings of the channel have anything to tell: false while it takes no feed, or only instant ones. */
  hasBriefingFeeds(channel: Channel): Promise<boolean>
  nextRuns(briefing: Briefing, count: number): readonly Date[]
  status(channel: Channel): Promise<Status>
  settings(channel: Channel): ChannelSettings
  /** Changes what is named, and nothing else. @throws UserError 'noModel', 'unknownZone' */
  changeSettings(channel: Channel, wish: SettingsWish): Promise<ChannelSettings>
  privacy(channel: Channel): Promise<Privacy>
  topics(): readonly string[]
  /** Values for a half-typed option, best first. */
  suggest(channel: Channel, command: string, option: string, typed: string): Promise<readonly string[]>
}

export interface CommandContext {
  readonly app: UseCases
  readonly channel: Channel
  /** The catalogue of the person who asks. */
  readonly words: Words
  readonly commands: readonly Command[]
  /** Reads the file that goes with the command; absent where none can. */
  readonly openFile?: OpenFile
  readonly signal: AbortSignal
}

type Who = 'all' | 'managers'
type Values = Readonly<Record<string, string>>
export type CommandName = keyof Words['commands']

/** A command, its options already bound to their schema. */
export interface Command {
  readonly name: CommandName
  readonly fields: readonly OptionField[]
  /** Who may give it with these options. */
  whoMay(options: Values): Who
  /** Whether the whole channel sees the answer. */
  isPublic(options: Values): boolean
  run(context: CommandContext, options: Values): Promise<Message>
}

interface CommandDefinition<Shape extends z.ZodRawShape> {
  readonly name: CommandName
  readonly who?: Who | ((options: Values) => Who)
  readonly isPublic?: (options: Values) => boolean
  /** One zod field an option, required ones first; `.meta({ greedy, several, suggested, hidden, form, file })` says how its words are read. */
  readonly options: z.ZodObject<Shape>
  run(context: CommandContext, options: z.output<z.ZodObject<Shape>>): Promise<Message>
}

function badOption(fields: readonly OptionField[], issue: z.core.$ZodIssue, given: Values, usage: string): UserError {
  const option = String(issue.path[0] ?? '')
  const value = given[option]
  if (value === undefined) return new UserError('missingOption', { option, usage })
  if (issue.code === 'too_big' && issue.origin === 'string') {
    return new UserError('tooLong', { option, most: String(issue.maximum) })
  }
  const field = fields.find(candidate => candidate.name === option)
  const allowed = field?.choices?.join(', ') ?? (field?.type === 'integer' ? '1, 2, 3 …' : usage)
  return new UserError('badOption', { option, value, allowed })
}

/**
 * Makes a command from its schema and its work.
 * @returns the command; its `run` throws UserError when the options do not fit the schema
 */
export function defineCommand<Shape extends z.ZodRawShape>(definition: CommandDefinition<Shape>): Command {
  const { name, who = 'all', isPublic = () => false, options } = definition
  const fields = fieldsOf(options)
  return {
    name,
    fields,
    whoMay: typeof who === 'function' ? who : () => who,
    isPublic,
    async run(context, given) {
      const parsed = options.safeParse(given)
      if (parsed.success) return definition.run(context, parsed.data)
      const [issue] = parsed.error.issues
      if (issue === undefined) throw new UserError('unexpected')
      throw badOption(fields, issue, given, usageOf({ name, fields }))
    },
  }
}

/** The options that people see. */
export const shownFields = ({ fields }: Pick<Command, 'fields'>): readonly OptionField[] =>
  fields.filter(field => !field.isHidden)

/** How a command is typed: `/summary <topic> [since] [length]`. */
export function usageOf({ name, fields }: Pick<Command, 'name' | 'fields'>): string {
  return [
    `/${name}`,
    ...shownFields({ fields })
      .filter(({ type }) => type !== 'file')
      .map(field => (field.isRequired ? `<${field.name}>` : `[${field.name}]`)),
  ].join(' ')
}

function inLanguages(pick: (words: Words) => string | undefined): OptionSpec['description'] {
  const texts = catalogues.map(words => [words.language, pick(words) ?? ''] as const)
  return { en: '', ...Object.fromEntries(texts) }
}

/** What platforms need to register the command, with its words in every interface language. */
export function specOf(command: Command): CommandSpec {
  return {
    name: command.name,
    description: inLanguages(words => words.commands[command.name].summary),
    who: command.whoMay({}),
    options: shownFields(command).map(field => ({
      name: field.name,
      description: inLanguages(words => {
        const options: Readonly<Record<string, string>> = words.commands[command.name].options
        return options[field.name]
      }),
      isRequired: field.isRequired,
      type: field.type,
      ...(field.choices === undefined ? {} : { choices: field.choices }),
      isSuggested: field.isSuggested,
    })),
  }
}
