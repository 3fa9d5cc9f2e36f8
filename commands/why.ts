import { z } from 'zod'
import { defineCommand } from '../src/command.ts'
import type { Digest, DigestItem } from '../src/model/digest.ts'
import { getNumbered } from '../src/model/numbering.ts'
import { formatMoment, type Reader } from '../src/text/moments.ts'
import type { Words } from '../src/text/words/en.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** A span in its largest fitting unit, rounded down, at least a minute; two days and more in days. */
function spanText(ms: number, { why }: Words): string {
  if (ms < HOUR_MS) return why.minutes(Math.max(1, Math.floor(ms / MINUTE_MS)))
  return ms < 2 * DAY_MS ? why.hours(Math.floor(ms / HOUR_MS)) : why.days(Math.floor(ms / DAY_MS))
}

/** What speaks for the story and what against it, the weightiest first. */
function reasonsOf(item: DigestItem, digest: Digest, words: Words, reader: Reader): readonly string[] {
  const { why } = words
  const { reasons, toldAt, origins, outlets } = item
  const ageMs = reasons?.ageMs ?? Math.max(0, digest.createdAt.getTime() - item.publishedAt.getTime())
  return [
    ...(digest.topic === undefined ? [] : [why.asked(digest.topic)]),
    ...(reasons?.isFollowed === true ? [why.followed] : []),
    why.told(reasons?.outlets ?? outlets.length, reasons?.origins ?? origins),
    why.newest(spanText(ageMs, words)),
    ...(toldAt === undefined ? [] : [why.update(formatMoment(toldAt, reader))]),
    ...(reasons === undefined || reasons.topics.length === 0 ? [] : [why.topics(reasons.topics.join(', '))]),
    ...(reasons === undefined ? [] : [why.place(reasons.place, digest.coverage.stories)]),
    ...(reasons === undefined || reasons.sameTopic === 0 ? [] : [why.sameTopic(reasons.sameTopic)]),
    ...(reasons === undefined || reasons.sameOutlet === 0 ? [] : [why.sameOutlet(reasons.sameOutlet)]),
  ]
}

export default defineCommand({
  name: 'why',
  options: z.object({ item: z.coerce.number().int().min(1), digest: z.string().optional().meta({ hidden: true }) }),
  async run({ app, channel, seenBy, words }, { item: wanted, digest: id }) {
    const digest = await app.getDigest(channel, { id, seenBy })
    const { item } = getNumbered(digest, wanted)
    const reader = { timezone: channel.timezone, language: words.language }
    const label = String(wanted)
    const options = { item: label, digest: digest.id }
    return {
      blocks: [
        { kind: 'title', text: words.why.title(label, item.headline) },
        ...reasonsOf(item, digest, words, reader).map(text => ({ kind: 'bullet', text }) as const),
      ],
      actions: [
        { label: words.digest.sources(label), command: 'sources', options },
        { label: words.follow.button(label), command: 'follow', options },
      ],
      ...reader,
    }
  },
})
