import { styleText } from 'node:util'
import type { CommandSpec, OptionSpec } from '../../model/command.ts'
import type { Action, Block, Message } from '../../model/message.ts'
import { openingOf } from '../../text/characters.ts'
import { formatTimestamp } from '../../text/moments.ts'
import { displayWidth, plainText, wrap } from './width.ts'

/** Lines longer than this are hard to read, however wide the window is. */
const MAX_COLUMNS = 100
const MIN_COLUMNS = 20
const NUMBER_LABEL = /^\d{1,4}$/
const NO_BREAK_SPACE = '\u00a0'

export interface TerminalLook {
  /** Width of the window, in characters. */
  readonly columns: number
  readonly isColour: boolean
  /** Order of options in the commands that stand for buttons. */
  readonly commands?: readonly CommandSpec[]
}

type Style = Parameters<typeof styleText>[0]

interface Pen {
  readonly columns: number
  readonly message: Message
  paint(style: Style, text: string): string
}

/** Wrapped text whose first line begins with `first` and whose further lines are indented by its width. */
function hang(pen: Pen, first: string, text: string, style?: Style): string[] {
  const indent = displayWidth(first)
  const lines = wrap(plainText(text), Math.max(1, pen.columns - indent))
  return lines.map((line, index) => {
    const start = index === 0 ? first : ' '.repeat(indent)
    return (start + (style === undefined ? line : pen.paint(style, line))).trimEnd()
  })
}

/** The address as a person may trust it: http(s) only, host in ASCII, no control characters; undefined otherwise. */
function findLink(link: string | undefined): URL | undefined {
  const url = link === undefined ? null : URL.parse(link)
  return url !== null && (url.protocol === 'http:' || url.protocol === 'https:') ? url : undefined
}

function headlineLines(block: Block & { kind: 'headline' }, pen: Pen): string[] {
  const label = block.label === undefined ? '' : `[${plainText(block.label)}] `
  const url = findLink(block.link)
  // The no-break space keeps dash and host together; the host is small print at the end of the last line.
  const host = url === undefined ? '' : ` —${NO_BREAK_SPACE}${url.host}`
  const lines = hang(pen, label, block.text + host)
  return lines.map((line, index) => {
    const at = index === lines.length - 1 && url !== undefined ? line.lastIndexOf(`—${NO_BREAK_SPACE}`) : -1
    if (at < 0) return pen.paint('bold', line)
    const start = line.slice(0, at)
    const text = start.trim() === '' ? start : pen.paint('bold', start)
    return text + pen.paint('dim', line.slice(at).replace(NO_BREAK_SPACE, ' '))
  })
}

/** A number stands in brackets before the text, which is indented by it; a longer label begins the text. */
function bulletLines({ label, text }: Block & { kind: 'bullet' }, pen: Pen): string[] {
  if (label === undefined) return hang(pen, '  • ', text)
  return NUMBER_LABEL.test(label) ? hang(pen, `  • [${label}] `, text) : hang(pen, '  • ', `${label}: ${text}`)
}

function citationLines(block: Block & { kind: 'citation' }, pen: Pen): string[] {
  const source = `— ${block.outlet}, ${formatTimestamp(block.at, pen.message)}`
  const url = findLink(block.link)
  return [
    ...hang(pen, '    ', `“${block.quote.trim()}”`),
    ...hang(pen, '    ', source, 'dim'),
    ...(url === undefined ? [] : [`    ${pen.paint('cyan', url.href)}`]),
  ]
}

function blockLines(block: Block, pen: Pen, isSmallPrint: boolean): string[] {
  switch (block.kind) {
    case 'title':
      return hang(pen, '', block.text, ['bold', 'cyan'])
    case 'headline':
      return headlineLines(block, pen)
    case 'bullet':
      return bulletLines(block, pen)
    case 'citation':
      return citationLines(block, pen)
    case 'text':
      return hang(pen, '', block.text, pen.message.isError === true ? 'red' : undefined)
    case 'note':
      return hang(pen, isSmallPrint ? '    ' : '', block.text, 'dim')
  }
}

/** Whether a note at `index` is small print of one story: it comes first after the story's headline and bullets. */
function isStoryNote(blocks: readonly Block[], index: number): boolean {
  const before = blocks.slice(0, index).findLast(({ kind }) => kind !== 'bullet')
  return blocks[index]?.kind === 'note' && before?.kind === 'headline'
}

/** Whether an empty line stands between two blocks. */
function isApart(before: Block, after: Block): boolean {
  if (after.kind === 'note' && before.kind === 'note') return true
  if (after.kind === 'text' && before.kind === 'headline') return true
  if (after.kind === 'title' || after.kind === 'headline' || before.kind === 'title') return true
  if (before.kind === 'citation') return true
  return before.kind !== after.kind && (after.kind === 'note' || before.kind === 'text')
}

/** Made-up names of kept rows: long, with digits among small letters. They are for buttons, not for people. */
const ROW_ID = /^(?=.*\d)[0-9a-z-]{16,}$/

/** A number can not be meant for an option that has a few words to choose from. */
const isPlain = (option: OptionSpec | undefined, skipped: readonly (OptionSpec | undefined)[]): boolean =>
  option?.type === 'integer' && skipped.every(other => other?.choices !== undefined)

/**
 * The command that a person can type instead of pressing the button. Values stand in the command's order as long as
 * none is left out that could take them, then by name. Ids of kept rows are left out: typed words are about what was shown last.
 */
export function typedCommand(action: Action, commands: readonly CommandSpec[] = []): string {
  const spec = commands.find(command => command.name === action.command)
  const known = spec?.options.map(option => option.name) ?? Object.keys(action.options)
  const names = [...known, ...Object.keys(action.options).filter(name => !known.includes(name))]
  const words: string[] = []
  const skipped: (OptionSpec | undefined)[] = []
  for (const name of names) {
    const value = action.options[name]
    const option = spec?.options.find(candidate => candidate.name === name)
    if (value === undefined || ROW_ID.test(value)) skipped.push(option)
    else words.push(skipped.length === 0 || isPlain(option, skipped) ? value : `${name}:${value}`)
  }
  return plainText([`/${action.command}`, ...words].join(' ')).replaceAll('\n', ' ')
}

/** Buttons as commands, as many on a line as fit. */
function actionLines(actions: readonly Action[], commands: readonly CommandSpec[] | undefined, pen: Pen): string[] {
  const rows: { text: string; width: number }[] = []
  for (const action of actions) {
    const label = plainText(action.label).replaceAll('\n', ' ')
    const command = typedCommand(action, commands)
    const text = `→ ${label}: ${pen.paint('cyan', command)}`
    const width = displayWidth(`→ ${label}: ${command}`)
    const row = rows.at(-1)
    if (row !== undefined && row.width + 3 + width <= pen.columns) {
      row.text += `   ${text}`
      row.width += 3 + width
    } else {
      rows.push({ text: `  ${text}`, width: width + 2 })
    }
  }
  return rows.map(row => row.text)
}

/**
 * A message as a person reads it in a terminal.
 * @returns lines joined by "\n", without one at the end; outside of our own colours (only with `isColour`) it holds no
 *   control character
 */
export function renderTerminal(message: Message, look: TerminalLook): string {
  const pen: Pen = {
    columns: Math.max(MIN_COLUMNS, Math.min(MAX_COLUMNS, look.columns)),
    message,
    paint: (style, text) => (look.isColour && text !== '' ? styleText(style, text, { validateStream: false }) : text),
  }
  const lines: string[] = []
  message.blocks.forEach((block, index) => {
    const before = message.blocks[index - 1]
    const isSmallPrint = isStoryNote(message.blocks, index)
    if (before !== undefined && !isSmallPrint && isApart(before, block)) lines.push('')
    lines.push(...blockLines(block, pen, isSmallPrint))
  })
  if (message.attachment !== undefined) {
    const { filename, text } = message.attachment
    // The file itself is for programs; its first line shows which kind of file it is.
    const [start = ''] = plainText(text).split('\n')
    lines.push('', ...hang(pen, '', filename, 'bold'), ...hang(pen, '    ', openingOf(start, pen.columns), 'dim'))
  }
  if (message.actions.length > 0) lines.push('', ...actionLines(message.actions, look.commands, pen))
  return lines.join('\n')
}

/** The line that stands before a message nobody asked for: when it came. `at` is shown in the message's zone. */
export function renderSeparator(message: Message, at: Date, look: TerminalLook): string {
  const columns = Math.max(MIN_COLUMNS, Math.min(MAX_COLUMNS, look.columns))
  const start = `── ${formatTimestamp(at, message)} `
  const line = start + '─'.repeat(Math.max(0, columns - displayWidth(start)))
  return look.isColour ? styleText('dim', line, { validateStream: false }) : line
}
