import type { CommandSpec, OptionSpec } from '../../model/command.ts'
import type { CommandHandler, Request } from '../../ports/platform.ts'

/** What TAB offers, and the end of the line that it replaces. */
export interface Completion {
  readonly candidates: readonly string[]
  readonly replaced: string
}

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
  const colon = last.indexOf(':')
  const named = colon < 0 ? undefined : spec.options.find(option => option.name === last.slice(0, colon))
  const option = named ?? optionAt(spec, words.length - 2)
  if (option === undefined) return { candidates: [], replaced: last }
  const prefix = named === undefined ? '' : last.slice(0, colon + 1)
  const found = await values(handler, request, spec, option, last.slice(prefix.length))
  const candidates = [...found.map(value => prefix + value), ...(named === undefined ? optionNames(spec, last) : [])]
  return { candidates: [...new Set(candidates)], replaced: last }
}
