import { z } from 'zod'
import { type CommandContext, defineCommand } from '../src/command.ts'
import type { FilterWish } from '../src/command-cases.ts'
import { UserError } from '../src/model/errors.ts'
import { type FilterRule, type FilterTrial, RULE_LENGTH } from '../src/model/filter.ts'
import { type Action, type Block, type Message, textMessage } from '../src/model/message.ts'
import { openingOf } from '../src/text/characters.ts'
import type { Words } from '../src/text/words/en.ts'

const RULES_PER_PAGE = 10
/** So much of each that twenty articles with their reasons fit one message of every platform. */
const TITLE_SHOWN = 60
const OUTLET_SHOWN = 24
const RULE_SHOWN = 24
const TRIED_SHOWN = 120
const EXAMPLE = '"rail strike" -football'

const removal = ({ number }: FilterRule, { filter }: Words): Action => ({
  label: filter.remove(number),
  command: 'filter',
  options: { action: 'remove', rule: String(number) },
})

const trial = ({ filter }: Words): Action => ({ label: filter.test, command: 'filter', options: { action: 'test' } })

const turn = (label: string, page: number): Action => ({
  label,
  command: 'filter',
  options: { action: 'list', rule: String(page) },
})

/** The rules by number; since numbers of removed rules are not given again, they may have gaps. */
async function listing({ app, channel, words }: CommandContext, wanted = '1'): Promise<Message> {
  const rules = await app.filters(channel)
  if (rules.length === 0) return textMessage(words.filter.none)
  const pages = Math.ceil(rules.length / RULES_PER_PAGE)
  const page = Number(wanted)
  if (!Number.isInteger(page) || page < 1 || page > pages) {
    throw new UserError('badOption', { option: 'rule', value: wanted, allowed: `1–${pages}` })
  }
  const shown = rules.slice((page - 1) * RULES_PER_PAGE, page * RULES_PER_PAGE)
  return {
    blocks: [
      { kind: 'title', text: words.filter.title(rules.length) },
      ...shown.map(
        ({ number, mode, rule }): Block => ({
          kind: 'bullet',
          label: String(number),
          text: `${words.filter.modes[mode]}: ${rule}`,
        }),
      ),
      ...(rules.some(({ mode }) => mode === 'only') ? [{ kind: 'note', text: words.filter.only } as const] : []),
      ...(pages > 1 ? [{ kind: 'note', text: words.list.page(page, pages) } as const] : []),
    ],
    actions: [
      trial(words),
      ...shown.map(rule => removal(rule, words)),
      ...(page > 1 ? [turn(words.list.previous, page - 1)] : []),
      ...(page < pages ? [turn(words.list.next, page + 1)] : []),
    ],
  }
}

/** How the rules, the new one among them, do on the newest articles; nothing to say where no feed has been read yet. */
async function foretaste({ app, channel, words, signal }: CommandContext): Promise<readonly Block[]> {
  try {
    const { items } = await app.testFilter(channel, undefined, signal)
    const kept = items.filter(({ verdict }) => verdict.isKept).length
    return items.length === 0 ? [] : [{ kind: 'note', text: words.filter.foretaste(kept, items.length) }]
  } catch (error) {
    if (error instanceof UserError) return []
    throw error
  }
}

async function add(context: CommandContext, wish: FilterWish): Promise<Message> {
  const { app, channel, words } = context
  const added = await app.addFilter(channel, wish)
  const { number, mode, rule } = added
  return {
    blocks: [
      { kind: 'title', text: words.filter.added(number, words.filter.modes[mode], rule) },
      ...(mode === 'only' ? [{ kind: 'note', text: words.filter.only } as const] : []),
      ...(await foretaste(context)),
    ],
    actions: [trial(words), removal(added, words)],
  }
}

async function remove({ app, channel, words }: CommandContext, number: string): Promise<Message> {
  const removed = await app.removeFilter(channel, number)
  return textMessage(words.filter.removed(removed.number, words.filter.modes[removed.mode], removed.rule))
}

type Item = FilterTrial['items'][number]

/** Why an article is in or out, where that is not the same for all. */
function reasonFor({ verdict: { isKept, by } }: Item, isTried: boolean, { filter }: Words): string {
  if (by === undefined) return isKept ? '' : ` · ${filter.noneFits}`
  if (isTried) return ''
  const rule = openingOf(by.rule, RULE_SHOWN)
  return ` · ${isKept ? filter.keptBy(by.number, rule) : filter.hiddenBy(by.number, rule)}`
}

function itemLine(item: Item, isTried: boolean, words: Words): string {
  const { article, verdict } = item
  const about = `${openingOf(article.title, TITLE_SHOWN)} [${openingOf(article.outlet, OUTLET_SHOWN)}]`
  return `${verdict.isKept ? '✓' : '✗'} ${about}${reasonFor(item, isTried, words)}`
}

function tested({ tried, inForce, items }: FilterTrial, words: Words): Message {
  const { filter } = words
  if (items.length === 0) return textMessage(filter.nothingToTest)
  const kept = items.filter(({ verdict }) => verdict.isKept).length
  const title =
    tried === undefined
      ? filter.testedAll(inForce, kept, items.length)
      : filter.testedOne(filter.modes[tried.mode], openingOf(tried.rule, TRIED_SHOWN), kept, items.length)
  return {
    blocks: [
      { kind: 'title', text: title },
      { kind: 'text', text: items.map(item => itemLine(item, tried !== undefined, words)).join('\n') },
    ],
    actions: [],
  }
}

function ruleFor(action: string, rule: string | undefined): string {
  if (rule !== undefined) return rule
  throw new UserError('missingOption', {
    option: 'rule',
    usage: `/filter ${action} ${action === 'remove' ? '1' : EXAMPLE}`,
  })
}

export default defineCommand({
  name: 'filter',
  who: 'managers',
  options: z.object({
    action: z.enum(['add', 'remove', 'list', 'test']).optional(),
    mode: z.enum(['hide', 'only']).optional(),
    rule: z.string().max(RULE_LENGTH).optional().meta({ verbatim: true }),
  }),
  async run(context, { action = 'list', mode = 'hide', rule }) {
    const { app, channel, words, signal } = context
    switch (action) {
      case 'list':
        return listing(context, rule)
      case 'add':
        return add(context, { rule: ruleFor(action, rule), mode })
      case 'remove':
        return remove(context, ruleFor(action, rule))
      case 'test':
        return tested(await app.testFilter(channel, rule === undefined ? undefined : { rule, mode }, signal), words)
    }
  },
})
