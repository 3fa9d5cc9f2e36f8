import { z } from 'zod'
import { defineCommand } from '../src/command.ts'
import type { SubscribedFeed } from '../src/command-cases.ts'
import { UserError } from '../src/model/errors.ts'
import type { Action, Block } from '../src/model/message.ts'
import { formatMoment } from '../src/text/moments.ts'
import { maskSecrets, openAddress } from '../src/text/url.ts'
import type { Words } from '../src/text/words/en.ts'
import { reasonText } from '../src/text/words/reasons.ts'

/** Two platforms show five buttons in a row: one row for the feeds of a page, one to turn it. */
const ROWS_PER_PAGE = 5
/** Discord cuts a button's label at 80 characters. */
const LABEL_TITLE_LENGTH = 40

function row({ feed, mode }: SubscribedFeed, words: Words, timezone: string): Block[] {
  const state = [
    ...(mode === 'instant' ? [words.list.instant] : []),
    ...(feed.failures > 0 && feed.lastPolledAt
      ? [
          words.list.failing(
            formatMoment(feed.lastSuccessAt ?? feed.addedAt, { timezone, language: words.language }),
            reasonText(feed.lastError, words),
          ),
        ]
      : []),
  ]
  const suffix = state.length > 0 ? ` (${state.join(', ')})` : ''
  const link = openAddress(feed)
  return [
    { kind: 'headline', text: feed.title + suffix, ...(link === undefined ? {} : { link }) },
    { kind: 'note', text: maskSecrets(feed.url) },
  ]
}

const drop = ({ feed }: SubscribedFeed, words: Words): Action => ({
  label: words.list.drop(feed.title.slice(0, LABEL_TITLE_LENGTH)),
  command: 'unsubscribe',
  options: { what: feed.url },
})

const turn = (label: string, page: number): Action => ({ label, command: 'list', options: { page: String(page) } })

export default defineCommand({
  name: 'list',
  options: z.object({ page: z.coerce.number().int().min(1).optional() }),
  async run({ app, channel, words }, { page: wanted = 1 }) {
    const all = await app.findSubscriptions(channel, 'all')
    const pages = Math.ceil(all.length / ROWS_PER_PAGE)
    if (wanted > pages)
      throw new UserError('badOption', { option: 'page', value: String(wanted), allowed: `1–${pages}` })
    const shown = all.slice((wanted - 1) * ROWS_PER_PAGE, wanted * ROWS_PER_PAGE)
    return {
      blocks: [
        { kind: 'title', text: words.list.title(all.length) },
        ...shown.flatMap(subscribed => row(subscribed, words, channel.timezone)),
        ...(pages > 1 ? [{ kind: 'note', text: words.list.page(wanted, pages) } as const] : []),
      ],
      actions: [
        ...shown.map(subscribed => drop(subscribed, words)),
        ...(wanted > 1 ? [turn(words.list.previous, wanted - 1)] : []),
        ...(wanted < pages ? [turn(words.list.next, wanted + 1)] : []),
      ],
    }
  },
})
