import { type Command, type OptionField, usageOf } from './command.ts'
import { UserError } from './model/errors.ts'
import { nearestWords } from './text/nearest.ts'

type Options = Record<string, string>

/** A word, or several in straight or curly double quotes; `name:"two words"` counts as one. */
const WORD = /(?:[^\s"“”]+:)?["“][^"“”]*["”]|\S+/gu
const QUOTES = /["“”]/gu

const splitWords = (text: string): string[] => text.match(WORD)?.map(word => word.replace(QUOTES, '')) ?? []

/** Takes `name:value` words out; a colon in anything else (an address, a time) is left alone. */
function takeNamed(words: readonly string[], fields: readonly OptionField[], options: Options): string[] {
  return words.filter(word => {
    const colon = word.indexOf(':')
    const name = word.slice(0, Math.max(0, colon)).toLowerCase()
    const field = fields.find(candidate => candidate.name === name)
    if (field === undefined || word.length === colon + 1) return true
    options[field.name] = word.slice(colon + 1)
    return false
  })
}

/** Gives the last words to the options behind the greedy one, as far as those accept them. */
function takeTail(words: string[], fields: readonly OptionField[], options: Options): void {
  const later = fields.filter(field => options[field.name] === undefined && field.choices !== undefined)
  for (;;) {
    const last = words.at(-1)?.toLowerCase()
    const taker = later.find(field => last !== undefined && options[field.name] === undefined && field.accepts(last))
    if (taker === undefined || last === undefined || words.length < 2) return
    options[taker.name] = last
    words.pop()
  }
}

/** An option of few values leaves a word that it does not know to a later option that takes it: `/briefing short`. */
function leavesTo(word: string, field: OptionField, later: readonly OptionField[], options: Options): boolean {
  if (field.isRequired || field.choices === undefined || field.accepts(word)) return false
  return later.some(other => options[other.name] === undefined && !other.isHidden && other.accepts(word))
}

function takeInOrder(words: string[], fields: readonly OptionField[], options: Options): void {
  for (const [index, field] of fields.entries()) {
    if (options[field.name] !== undefined || field.isHidden || field.type === 'file') continue
    const [next] = words
    if (next === undefined) return
    if (leavesTo(next.toLowerCase(), field, fields.slice(index + 1), options)) continue
    if (field.isGreedy) {
      takeTail(words, fields.slice(index + 1), options)
      options[field.name] = words.splice(0).join(' ')
    } else {
      const word = words.shift() ?? ''
      options[field.name] = field.choices?.find(choice => choice === word.toLowerCase()) ?? word
    }
  }
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
 * @throws UserError 'unknownCommand', 'surplusWords'
 */
export function parseWords(text: string, commands: readonly Command[]): { command: Command; options: Options } {
  const [first = '', ...rest] = splitWords(text.trim())
  const command = getCommand(first.replace(/^\//, '').replace(/@.*$/s, ''), commands)
  const options: Options = {}
  const words = takeNamed(rest, command.fields, options)
  takeInOrder(words, command.fields, options)
  if (words.length > 0) throw new UserError('surplusWords', { words: words.join(' '), usage: usageOf(command) })
  return { command, options }
}
