import { z } from 'zod'
import { defineCommand } from '../src/command.ts'
import type { LeftOut } from '../src/model/digest.ts'
import { UserError } from '../src/model/errors.ts'
import type { FilterRule } from '../src/model/filter.ts'
import { type Block, textMessage } from '../src/model/message.ts'
import { formatMoment } from '../src/text/moments.ts'
import type { Words } from '../src/text/words/en.ts'

const ROWS_PER_PAGE = 10

/** Whether what hid a story then hides such stories still. */
const isInForce = (filter: string | undefined, rules: readonly FilterRule[]): boolean =>
  rules.some(({ mode, rule }) => (filter === undefined ? mode === 'only' : mode === 'hide' && rule === filter))

function reasonText({ reason }: LeftOut, rules: readonly FilterRule[], { missed: { reasons } }: Words): string {
  switch (reason.kind) {
    case 'order':
      return reasons.order(reason)
    case 'length':
      return reasons.length(reason)
    case 'filtered':
      return isInForce(reason.filter, rules) ? reasons.filtered(reason) : reasons.filteredThen(reason)
    case 'unchanged':
      return reasons.unchanged()
    case 'earlier':
      return reasons.earlier()
  }
}

const rowOf = (left: LeftOut, rules: readonly FilterRule[], words: Words): readonly Block[] => [
  {
    kind: 'headline',
    text: left.isUpdate === true ? words.digest.update(left.title) : left.title,
    ...(left.url === '' ? {} : { link: left.url }),
  },
  { kind: 'note', text: words.missed.row(left.outlets, reasonText(left, rules, words)) },
]

export default defineCommand({
  name: 'missed',
  options: z.object({
    page: z.coerce.number().int().min(1).optional(),
    digest: z.string().optional().meta({ hidden: true }),
  }),
  async run({ app, channel, seenBy, words }, { page = 1, digest: id }) {
    const digest = await app.getDigest(channel, { id, last: 'briefing', seenBy })
    const { leftOut } = digest
    if (leftOut === undefined) return textMessage(words.missed.unknown)
    if (leftOut.length === 0) return textMessage(words.missed.nothing)
    const pages = Math.ceil(leftOut.length / ROWS_PER_PAGE)
    if (page > pages) throw new UserError('badOption', { option: 'page', value: String(page), allowed: `1–${pages}` })
    const rules = await app.filters(channel)
    const reader = { timezone: channel.timezone, language: words.language }
    const turn = (label: string, to: number) => ({
      label,
      command: 'missed',
      options: { page: String(to), digest: digest.id },
    })
    return {
      blocks: [
        { kind: 'title', text: words.missed.title(formatMoment(digest.createdAt, reader)) },
        ...leftOut.slice((page - 1) * ROWS_PER_PAGE, page * ROWS_PER_PAGE).flatMap(left => rowOf(left, rules, words)),
        ...(pages > 1 ? [{ kind: 'text', text: words.missed.page(page, pages) } as const] : []),
      ],
      actions: [
        ...(page > 1 ? [turn(words.missed.previous, page - 1)] : []),
        ...(page < pages ? [turn(words.missed.next, page + 1)] : []),
      ],
      ...reader,
    }
  },
})
