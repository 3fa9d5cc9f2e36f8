import type { z } from 'zod'
import type { UseCases } from './command-cases.ts'
import { fieldsOf, type OptionField } from './command-options.ts'
import type { Channel } from './model/briefing.ts'
import type { CommandSpec, OptionSpec } from './model/command.ts'
import type { Audience } from './model/digest.ts'
import { UserError } from './model/errors.ts'
import type { OpenFile } from './model/given-file.ts'
import type { Message } from './model/message.ts'
import { catalogues } from './text/words/catalogues.ts'
import type { Words } from './text/words/en.ts'

export interface CommandContext {
  readonly app: UseCases
  readonly channel: Channel
  /** The platform's own name of the person who asks. */
  readonly userId: string
  /** Who sees the answer; what a bare number means is up to what they saw before. */
  readonly seenBy: Audience
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
  /** One zod field an option, required ones first; `.meta({ greedy, verbatim, several, suggested, hidden, form, file })` says how its words are read. */
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
  // Without a limit of its own a number ends only where numbers do.
  const most = issue.code === 'too_big' ? Number(issue.maximum) : Number.MAX_SAFE_INTEGER
  const numbers = most < Number.MAX_SAFE_INTEGER ? `1–${most}` : '1, 2, 3 …'
  const allowed = field?.choices?.join(', ') ?? (field?.type === 'integer' ? numbers : usage)
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
