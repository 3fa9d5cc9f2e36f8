import { z } from 'zod'
import { type CommandContext, defineCommand } from '../src/command.ts'
import type { ImportResult, RefusedLine } from '../src/command-cases.ts'
import { UserError } from '../src/model/errors.ts'
import type { Feed } from '../src/model/feed.ts'
import type { Action, Block, Message } from '../src/model/message.ts'
import { formatMoment } from '../src/text/moments.ts'
import { feedAddress, openAddress } from '../src/text/url.ts'
import { reasonText } from '../src/text/words/reasons.ts'

/** Feeds on a page of their health; those in trouble come first. */
const ROWS_PER_PAGE = 10
/** Refused lines told one by one; the rest is counted. */
const LINES_SHOWN = 15
const USAGE = '/feeds import'
const FILENAME = 'tidings.opml'
const HOUR_MS = 3_600_000
const ADDRESS = /^(?:feed:)?https?:\/\//i

function healthRow(feed: Feed, { words, channel }: CommandContext): Block[] {
  const { health } = words
  const at = (date: Date): string => formatMoment(date, { timezone: channel.timezone, language: words.language })
  const error = feed.lastError === undefined ? undefined : reasonText(feed.lastError, words)
  const seldomMs = feed.rhythm?.unmarkedMs
  const state = [
    feed.lastSuccessAt === undefined ? health.never : health.success(at(feed.lastSuccessAt)),
    ...(error === undefined ? [] : [health.error(error, feed.failures)]),
    ...(feed.failures > 0 ? [health.since(at(feed.failingSince ?? feed.lastSuccessAt ?? feed.addedAt))] : []),
    health.next(at(feed.nextPollAt)),
    ...(seldomMs === undefined ? [] : [health.seldom(seldomMs / HOUR_MS)]),
  ]
  const isRead = feed.lastSuccessAt !== undefined
  const link = openAddress(feed)
  return [
    {
      kind: 'headline',
      text: `${feed.failures > 0 ? '⚠' : isRead ? '✓' : '…'} ${feed.title}`,
      ...(link === undefined ? {} : { link }),
    },
    { kind: 'note', text: state.join(' · ') },
  ]
}

const turn = (label: string, page: number): Action => ({
  label,
  command: 'feeds',
  options: { action: 'health', what: String(page) },
})

/** Feeds of the channel, those that fail first (longest failing before others), then by title. */
async function health(context: CommandContext, what = '1'): Promise<Message> {
  const { app, channel, words } = context
  const found = await app.findSubscriptions(channel, 'all')
  const feeds = found.map(({ feed }) => feed).toSorted((a, b) => b.failures - a.failures)
  const pages = Math.ceil(feeds.length / ROWS_PER_PAGE)
  const page = Number(what)
  if (!Number.isInteger(page) || page < 1 || page > pages) {
    throw new UserError('badOption', { option: 'what', value: what, allowed: `1–${pages}` })
  }
  const shown = feeds.slice((page - 1) * ROWS_PER_PAGE, page * ROWS_PER_PAGE)
  const failing = feeds.filter(({ failures }) => failures > 0).length
  const unread = feeds.filter(({ failures, lastSuccessAt }) => failures === 0 && lastSuccessAt === undefined).length
  return {
    blocks: [
      { kind: 'title', text: words.health.title(feeds.length, failing, unread) },
      ...shown.flatMap(feed => healthRow(feed, context)),
      ...(pages > 1 ? [{ kind: 'note', text: words.list.page(page, pages) } as const] : []),
    ],
    actions: [
      ...(page > 1 ? [turn(words.list.previous, page - 1)] : []),
      ...(page < pages ? [turn(words.list.next, page + 1)] : []),
    ],
  }
}

function refusedBlocks(refused: readonly RefusedLine[], { words }: CommandContext): Block[] {
  if (refused.length === 0) return []
  const { imports } = words
  const lines = refused.slice(0, LINES_SHOWN).map(
    ({ line, reason, value }): Block => ({
      kind: 'bullet',
      text: imports.line(line, imports.reasons[reason], value),
    }),
  )
  const rest = refused.length - lines.length
  return [
    { kind: 'text', text: imports.refused(refused.length) },
    ...lines,
    ...(rest > 0 ? [{ kind: 'note', text: imports.more(rest) } as const] : []),
  ]
}

function summary({ added, known, refused, left, beyond, limit }: ImportResult, context: CommandContext): Message {
  const { imports } = context.words
  const isEmpty = added + known + beyond === 0
  return {
    blocks: [
      { kind: 'title', text: isEmpty && refused.length === 0 ? imports.empty : imports.done(added, known) },
      ...refusedBlocks(refused, context),
      ...(left > 0 ? [{ kind: 'note', text: imports.left(left) } as const] : []),
      ...(beyond > 0 ? [{ kind: 'note', text: imports.beyond(beyond, limit) } as const] : []),
      ...(added > 0 ? [{ kind: 'note', text: imports.later } as const] : []),
    ],
    actions: [],
    ...(isEmpty ? { isError: true } : {}),
  }
}

/** The list is attached, lies at an address, or at the terminal in a file. */
async function importList(context: CommandContext, what: string | undefined): Promise<Message> {
  const { app, channel, signal, openFile } = context
  const url = what !== undefined && ADDRESS.test(what) ? feedAddress(what) : undefined
  const given = url === undefined ? await openFile?.(what, signal) : { url }
  if (given === undefined) throw new UserError('noImport', { usage: `${USAGE} https://example.org/feeds.opml` })
  return summary(await app.importOpml(channel, given, signal), context)
}

async function exportList({ app, channel, words }: CommandContext): Promise<Message> {
  const found = await app.findSubscriptions(channel, 'all')
  return {
    blocks: [{ kind: 'text', text: words.imports.exported(found.length) }],
    actions: [],
    attachment: { filename: FILENAME, text: await app.exportOpml(channel) },
  }
}

/** The same as /list. */
function listed(context: CommandContext, page: string | undefined): Promise<Message> {
  const list = context.commands.find(({ name }) => name === 'list')
  if (list === undefined) throw new UserError('unexpected')
  return list.run(context, page === undefined ? {} : { page })
}

export default defineCommand({
  name: 'feeds',
  who: ({ action }) => (action === 'import' || action === 'export' ? 'managers' : 'all'),
  options: z.object({
    action: z.enum(['list', 'health', 'import', 'export']).optional(),
    what: z.string().optional().meta({ greedy: true }),
    file: z.string().optional().meta({ file: true }),
  }),
  async run(context, { action = 'health', what }) {
    switch (action) {
      case 'list':
        return listed(context, what)
      case 'health':
        return health(context, what)
      case 'import':
        return importList(context, what)
      case 'export':
        return exportList(context)
    }
  },
})
