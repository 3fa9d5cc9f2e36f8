import { z } from 'zod'
import { type CommandContext, defineCommand } from '../src/command.ts'
import type { SubscribeResult } from '../src/command-cases.ts'
import { SeveralFeedsError } from '../src/model/errors.ts'
import type { Block, Message } from '../src/model/message.ts'
import { formatMoment } from '../src/text/moments.ts'

/** Titles of a pack's feeds shown before the rest is only counted. */
const TITLES_SHOWN = 8
/** Discord cuts a button's label at 80 characters. */
const LABEL_LENGTH = 60
const HOUR_MS = 3_600_000
/** So late is an article that it misses a daily briefing. */
const LATE_MS = 24 * HOUR_MS

function opening({ topic, feeds, added, changed, mode }: SubscribeResult, { words }: CommandContext): string {
  const [first] = feeds
  const title = topic ?? first?.title ?? ''
  if (added === 0 && changed > 0) return words.subscribe.modeChanged(title, mode)
  if (added === 0) return words.subscribe.already(title)
  return topic === undefined ? words.subscribe.done(title) : words.subscribe.donePack(topic, added)
}

function titles({ topic, feeds }: SubscribeResult): Block[] {
  if (topic === undefined) return []
  const names = feeds.slice(0, TITLES_SHOWN).map(feed => feed.title)
  const rest = feeds.length > TITLES_SHOWN ? ` +${feeds.length - TITLES_SHOWN}` : ''
  return [{ kind: 'text', text: names.join(' · ') + rest }]
}

function sample({ newest, pending }: SubscribeResult, { words }: CommandContext): Block[] {
  if (pending > 0) return [{ kind: 'note', text: words.subscribe.pending(pending) }]
  if (newest === undefined) return [{ kind: 'note', text: words.subscribe.noSample }]
  return [
    { kind: 'text', text: words.subscribe.sample },
    { kind: 'headline', text: newest.title, ...(newest.url === '' ? {} : { link: newest.url }) },
  ]
}

/** Whoever wants each article at once must know of a feed that is read seldom; for a briefing a few hours are nothing. */
function lateness({ topic, feeds, mode }: SubscribeResult, { words }: CommandContext): Block[] {
  const seldomMs = topic === undefined ? (feeds[0]?.rhythm?.unmarkedMs ?? 0) : 0
  const isTold = seldomMs >= LATE_MS || (seldomMs > 0 && mode === 'instant')
  return isTold ? [{ kind: 'note', text: words.subscribe.seldom(seldomMs / HOUR_MS) }] : []
}

function message(result: SubscribeResult, context: CommandContext): Message {
  const { words } = context
  const reader = { timezone: result.timezone, language: words.language }
  const runs = result.nextRuns.map(run => formatMoment(run, reader)).join(' · ')
  const when: Block[] =
    result.mode === 'instant'
      ? [{ kind: 'note', text: words.subscribe.instant }]
      : [
          { kind: 'text', text: words.subscribe.next(runs) },
          { kind: 'note', text: words.subscribe.zoneHint(result.timezone) },
        ]
  const blocks: Block[] = [{ kind: 'title', text: opening(result, context) }]
  return {
    blocks: [...blocks, ...titles(result), ...sample(result, context), ...when, ...lateness(result, context)],
    actions: [{ label: words.digest.briefing, command: 'briefing', options: { action: 'preview' } }],
    ...reader,
  }
}

/** With minutes or am/pm: the last word of “France 24” is no time. */
const TIME_FORM = '^\\d{1,2}([:.h]\\d{1,2}|([:.h]\\d{2})?(am|pm))$'
/** What browsers and servers take as an address without trouble. */
const ADDRESS_LENGTH = 2000
/** A page's feeds, each with its address and a button that takes it. */
function chooseMessage(
  { choices, details }: SeveralFeedsError,
  rest: Readonly<Record<string, string>>,
  { words }: CommandContext,
): Message {
  const rows = choices.map(({ url, title }) => ({ url, title: title ?? url }))
  return {
    blocks: [
      { kind: 'title', text: words.subscribe.several(details.url ?? '') },
      ...rows.flatMap(({ url, title }): Block[] => [
        { kind: 'headline', text: title, link: url },
        { kind: 'note', text: url },
      ]),
    ],
    actions: rows.map(({ url, title }) => ({
      label: title.slice(0, LABEL_LENGTH),
      command: 'subscribe',
      options: { ...rest, what: url },
    })),
  }
}

export default defineCommand({
  name: 'subscribe',
  who: 'managers',
  options: z.object({
    what: z.string().min(1).max(ADDRESS_LENGTH).meta({ greedy: true, suggested: true }),
    mode: z.enum(['digest', 'instant']).optional(),
    at: z.string().optional().meta({ form: TIME_FORM }),
  }),
  async run(context, { what, mode, at }) {
    const rest = { ...(mode === undefined ? {} : { mode }), ...(at === undefined ? {} : { at }) }
    try {
      return message(await context.app.subscribe(context.channel, { what, ...rest }, context.signal), context)
    } catch (error) {
      if (error instanceof SeveralFeedsError) return chooseMessage(error, rest, context)
      throw error
    }
  },
})
