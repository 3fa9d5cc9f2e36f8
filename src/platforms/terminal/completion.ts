import type { CommandSpec, OptionSpec } from '../../model/command.ts'
import type { CommandHandler, Request } from '../../ports/platform.ts'

/** What TAB offers, and the end of the line that it replaces. */
export interface Completion {
  readonly candidates: readonly string[]
  readonly replaced: string
}

/** A quote that is still open: what stands before it and behind it. */
const QUOTED = /^((?:[^"]*"[^"]*")*[^"]*)"([^"]*)$/
/** The name of the option whose value begins here. */
const NAMED_END = /(?:^|\s)(\w+):$/

/** The option that the word at `index` (0 is the first after the command) belongs to. */
function optionAt(spec: CommandSpec, index: number): OptionSpec | undefined {
  return spec.options[index] ?? spec.options.at(-1)
}

function optionNames(spec: CommandSpec, typed: string): readonly string[] {
  return spec.options.map(option => `${option.name}:`).filter(name => typed !== '' && name.startsWith(typed))
}

async function values(
  handler: CommandHandler,
  request: Request,
  spec: CommandSpec,
  option: OptionSpec,
  typed: string,
): Promise<readonly string[]> {
  const wanted = typed.toLowerCase()
  const choices = (option.choices ?? []).filter(choice => choice.toLowerCase().startsWith(wanted))
  if (!option.isSuggested) return choices
  const suggested = await handler.suggest(request, spec.name, option.name, typed)
  return [...choices, ...suggested.map(suggestion => suggestion.value)]
}

/**
 * Suggestions for a value of several words, quoted when it was begun so: `Harbour Po`, `"Har`, `what:"Harbour P`.
 * @param args what stands behind the command's name, up to the cursor
 * @returns undefined when the words say nothing of such a value
 */
async function completePhrase(
  handler: CommandHandler,
  request: Request,
  spec: CommandSpec,
  args: string,
): Promise<Completion | undefined> {
  const [, before = '', quoted] = QUOTED.exec(args) ?? []
  const typed = quoted ?? args
  if (quoted === undefined && !typed.includes(' ')) return undefined
  const name = NAMED_END.exec(before)?.[1]
  const index = before.trim() === '' || quoted === undefined ? 0 : before.trim().split(/\s+/).length
  const option = spec.options.find(candidate => candidate.name === name) ?? optionAt(spec, index)
  if (option === undefined) return undefined
  const found = await values(handler, request, spec, option, typed)
  const fitting = found.filter(value => value.toLowerCase().startsWith(typed.toLowerCase()))
  if (fitting.length === 0) return undefined
  if (quoted === undefined) return { candidates: fitting, replaced: typed }
  return { candidates: fitting.map(value => `"${value}"`), replaced: `"${quoted}` }
}

/**
 * Completions of a half-typed line: command names, then the values of the option that the last word belongs to.
 * @param line the line up to the cursor
 * @returns whole words, each once; with a slash when the line has one
 */
export async function complete(
  line: string,
  commands: readonly CommandSpec[],
  handler: CommandHandler,
  request: Request,
): Promise<Completion> {
  const words = line.trimStart().split(/\s+/)
  const [first = ''] = words
  const slash = first.startsWith('/') || first === '' ? '/' : ''
  const name = first.replace(/^\//, '').toLowerCase()
  if (words.length === 1) {
    const found = commands.filter(command => command.name.startsWith(name))
    return { candidates: found.map(command => `${slash}${command.name} `), replaced: first }
  }
  const last = words.at(-1) ?? ''
  const spec = commands.find(command => command.name === name)
  if (spec === undefined) return { candidates: [], replaced: last }
  const args = line.trimStart().slice(first.length).trimStart()
  const phrase = await completePhrase(handler, request, spec, args)
  if (phrase !== undefined) return phrase
  const colon = last.indexOf(':')
  const named = colon < 0 ? undefined : spec.options.find(option => option.name === last.slice(0, colon))
  const option = named ?? optionAt(spec, words.length - 2)
  if (option === undefined) return { candidates: [], replaced: last }
  const prefix = named === undefined ? '' : last.slice(0, colon + 1)
  const found = await values(handler, request, spec, option, last.slice(prefix.length))
  const candidates = [...found.map(value => prefix + value), ...(named === undefined ? optionNames(spec, last) : [])]
  return { candidates: [...new Set(candidates)], replaced: last }
}
