import { type Command, shownFields, usageOf } from './command.ts'
import type { OptionField } from './command-options.ts'
import { UserError } from './model/errors.ts'
import { nearestWords } from './text/nearest.ts'

type Options = Record<string, string>

/** A word, or several in straight or curly double quotes; `name:"two words"` counts as one. */
const WORD = /(?:[^\s"“”]+:)?["“][^"“”]*["”]|\S+/gu
/** An option's name, a colon and a value that is not the rest of an address. */
const NAMED = /^(\p{L}+):(?!\/\/)./u
const QUOTES = /["“”]/gu

const splitWords = (text: string): string[] => text.match(WORD)?.map(word => word.replace(QUOTES, '')) ?? []

/** A choice in the letters of the schema, whatever capitals were typed; other values as they came. */
const spelled = (value: string, { choices }: OptionField): string =>
  choices?.find(choice => choice === value.toLowerCase()) ?? value

/**
 * Whether `name:value` was meant as an option that the command does not have. Where an option takes any text, a colon may
 * be part of it (`re:publica`): there only a name that is nearly an option's counts.
 */
function isUnknownOption(word: string, fields: readonly OptionField[]): boolean {
  const [, name] = NAMED.exec(word) ?? []
  if (name === undefined) return false
  const names = fields.map(field => field.name)
  return !fields.some(({ isGreedy }) => isGreedy) || nearestWords(name.toLowerCase(), names, 1).length > 0
}

/** Takes `name:value` words out; a colon in anything else (an address, a time) is left alone. */
function takeNamed(
  words: readonly string[],
  fields: readonly OptionField[],
  options: Options,
  usage: string,
): string[] {
  return words.filter(word => {
    const colon = word.indexOf(':')
    const name = word.slice(0, Math.max(0, colon)).toLowerCase()
    const field = fields.find(candidate => candidate.name === name)
    if (field === undefined && isUnknownOption(word, fields))
      throw new UserError('unknownOption', { value: name, usage })
    if (field === undefined || word.length === colon + 1) return true
    options[field.name] = spelled(word.slice(colon + 1), field)
    return false
  })
}

/** Whether the word alone says that it is this option's. */
const isRecognised = (word: string, { looksLike }: OptionField): boolean => looksLike !== 'any' && looksLike(word)

/** Gives the last words to the options behind the greedy one, as far as they look like theirs. */
function takeTail(words: string[], fields: readonly OptionField[], options: Options): void {
  for (;;) {
    const last = words.at(-1)
    if (last === undefined || words.length < 2) return
    const taker = fields.find(field => options[field.name] === undefined && isRecognised(last, field))
    if (taker === undefined) return
    options[taker.name] = spelled(last, taker)
    words.pop()
  }
}

/** An option leaves a word that does not look like its own to a later option that recognises it: `/briefing short`. */
function leavesTo(word: string, field: OptionField, later: readonly OptionField[], options: Options): boolean {
  if (field.isRequired || field.looksLike === 'any' || field.looksLike(word)) return false
  return later.some(other => options[other.name] === undefined && isRecognised(word, other))
}

/** The next word, and those behind it that an option of several takes as well. */
function takeValue(words: string[], field: OptionField): string {
  const taken = words.splice(0, 1)
  while (field.isSeveral && words[0] !== undefined && isRecognised(words[0], field)) taken.push(...words.splice(0, 1))
  return spelled(taken.join(' '), field)
}

function takeInOrder(words: string[], fields: readonly OptionField[], options: Options): void {
  for (const [index, field] of fields.entries()) {
    if (options[field.name] !== undefined || field.type === 'file') continue
    const [next] = words
    if (next === undefined) return
    const later = fields.slice(index + 1)
    if (leavesTo(next, field, later, options)) continue
    if (field.isGreedy) {
      takeTail(words, later, options)
      options[field.name] = words.splice(0).join(' ')
    } else {
      options[field.name] = takeValue(words, field)
    }
  }
}

/** `name:` of an option before its value. */
const namedField = (word: string, fields: readonly OptionField[]): OptionField | undefined =>
  fields.find(({ name }) => word.toLowerCase().startsWith(`${name}:`) && word.length > name.length + 1)

/**
 * Reads the words of a command whose last option takes the rest as it was typed. The first option stands first, whatever
 * it is, so that a slip there is named; the others are named, or recognised before the rest; named ones may also end it.
 */
function takeVerbatim(text: string, fields: readonly OptionField[], last: OptionField, options: Options): void {
  const words = [...text.matchAll(WORD)]
  const others = fields.filter(field => field !== last)
  const give = (field: OptionField, value: string): void => {
    options[field.name] = spelled(value.replace(QUOTES, ''), field)
  }
  let from = 0
  for (; from < words.length; from++) {
    const [word = ''] = words[from] ?? []
    const named = namedField(word, others)
    const [next, ...later] = others.filter(({ name }) => options[name] === undefined)
    const isFirst = from === 0 && next === others[0]
    const taker = isFirst ? next : [next, ...later].find(field => field !== undefined && isRecognised(word, field))
    if (named !== undefined) give(named, word.slice(named.name.length + 1))
    else if (taker !== undefined) give(taker, word)
    else break
  }
  let to = words.length
  for (; to > from; to--) {
    const [word = ''] = words[to - 1] ?? []
    const named = namedField(word, others)
    if (named === undefined) break
    give(named, word.slice(named.name.length + 1))
  }
  const rest = text.slice(words[from]?.index ?? text.length, words[to]?.index ?? text.length).trim()
  const value = rest.toLowerCase().startsWith(`${last.name}:`) ? rest.slice(last.name.length + 1).trim() : rest
  if (value !== '') options[last.name] = value
}

/** The command of that name. @throws UserError 'unknownCommand' with the nearest name */
export function getCommand(name: string, commands: readonly Command[]): Command {
  const command = commands.find(candidate => candidate.name === name.toLowerCase())
  if (command !== undefined) return command
  const names = commands.map(candidate => candidate.name)
  throw new UserError('unknownCommand', { name, nearest: nearestWords(name, names, 1)[0] ?? '' })
}

/**
 * Reads a typed command: `/summary putin 3d`, `/schedule add at:07:30`. Options come in their order or as
 * `name:value`; several words for one option stand in double quotes, or need none where the option takes the rest.
 * @param text what a person typed, with or without the slash; `@botname` behind the command is ignored
 * @throws UserError 'unknownCommand', 'unknownOption', 'surplusWords'
 */
export function parseWords(text: string, commands: readonly Command[]): { command: Command; options: Options } {
  const [first = '', ...rest] = splitWords(text.trim())
  const command = getCommand(first.replace(/^\//, '').replace(/@.*$/s, ''), commands)
  const options: Options = {}
  const usage = usageOf(command)
  // What only buttons fill in can not be typed: a confirmation is no confirmation when it comes with the question.
  const fields = shownFields(command)
  const verbatim = fields.find(({ isVerbatim }) => isVerbatim)
  if (verbatim !== undefined) {
    takeVerbatim(text.trim().replace(/^\S+/u, ''), fields, verbatim, options)
    return { command, options }
  }
  const words = takeNamed(rest, fields, options, usage)
  takeInOrder(words, fields, options)
  if (words.length > 0) throw new UserError('surplusWords', { words: words.join(' '), usage })
  return { command, options }
}
