import { z } from 'zod'
import { type Command, type CommandContext, defineCommand, shownFields, usageOf } from '../src/command.ts'
import { getCommand } from '../src/command-words.ts'
import type { Block, Message } from '../src/model/message.ts'

const EXAMPLES: ReadonlyMap<string, string> = new Map([
  ['subscribe', '/subscribe world'],
  ['unsubscribe', '/unsubscribe world'],
  ['list', '/list 2'],
  ['summary', '/summary putin 3d'],
  ['briefing', '/briefing now'],
  ['schedule', '/schedule add 07:30 mon-fri Europe/Berlin'],
  ['filter', '/filter add "rail strike" -football'],
  ['settings', '/settings timezone:Europe/Berlin'],
  ['sources', '/sources 1'],
  ['status', '/status'],
  ['help', '/help summary'],
])

/** How a filter rule is written: an example, and which sentence of the catalogue explains it. */
const RULE_SYNTAX = [
  ['election strike', 'words'],
  ['"rail strike"', 'phrase'],
  ['(strike OR lockout)', 'either'],
  ['strike -football', 'without'],
  ['title:strike', 'title'],
  ['outlet:"harbour post" · outlet:bbc.co.uk', 'outlet'],
  ['lang:de', 'lang'],
  ['topic:sport', 'topic'],
  ['/goal(s|keeper)/i', 'pattern'],
] as const

const ruleSyntax = ({ filter }: CommandContext['words']): readonly Block[] => [
  ...RULE_SYNTAX.map(([label, key]): Block => ({ kind: 'bullet', label, text: filter.syntax[key] })),
  { kind: 'text', text: filter.scope },
]

function explainOne(command: Command, { app, words }: CommandContext): Message {
  const texts = words.commands[command.name]
  const options: Readonly<Record<string, string>> = texts.options
  const example = EXAMPLES.get(command.name)
  return {
    blocks: [
      { kind: 'title', text: `/${command.name}: ${texts.summary}` },
      { kind: 'text', text: words.help.usage(usageOf(command)) },
      ...shownFields(command).map(
        ({ name, choices }): Block => ({
          kind: 'bullet',
          label: name,
          text: `${options[name] ?? ''}${choices === undefined ? '' : ` (${choices.join(', ')})`}`,
        }),
      ),
      ...(example === undefined ? [] : [{ kind: 'text', text: words.help.example(example) } as const]),
      ...(command.name === 'subscribe'
        ? [{ kind: 'text', text: words.help.topics(app.topics().join(', ')) } as const]
        : []),
      ...(command.name === 'filter' ? ruleSyntax(words) : []),
      ...(command.whoMay({}) === 'managers' ? [{ kind: 'note', text: words.help.managersOnly } as const] : []),
    ],
    actions: [],
  }
}

function overview({ words, commands }: CommandContext): Message {
  return {
    blocks: [
      { kind: 'title', text: words.help.title },
      { kind: 'text', text: words.help.intro },
      ...commands.map(
        (command): Block => ({ kind: 'bullet', label: usageOf(command), text: words.commands[command.name].summary }),
      ),
      { kind: 'note', text: words.help.receipts },
    ],
    actions: [{ label: words.digest.briefing, command: 'briefing', options: { action: 'preview' } }],
  }
}

export default defineCommand({
  name: 'help',
  options: z.object({ command: z.string().optional() }),
  async run(context, { command }) {
    if (command === undefined) return overview(context)
    return explainOne(getCommand(command.replace(/^\//, ''), context.commands), context)
  },
})
