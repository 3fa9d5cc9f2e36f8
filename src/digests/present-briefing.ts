import type { Correction, Digest, DigestItem } from '../model/digest.ts'
import type { Block } from '../model/message.ts'
import { formatMoment, type Reader } from '../text/moments.ts'
import type { Words } from '../text/words/en.ts'
import { bulletText, headline, smallPrintOf, toldBy } from './present-story.ts'

/** Names in the line of what has not changed. */
const UNCHANGED_SHOWN = 8
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** What was looked through: the last day, or the time since the briefing before. */
function nothingText(digest: Digest, { digest: words }: Words, reader: Reader): string {
  const { kind, from, to, newSince, coverage, unchanged = [] } = digest
  const { articles, hidden = 0 } = coverage
  if (articles === 0 && hidden > 0) return words.allHidden(hidden)
  // Whoever catches up may not have read what the channel was told in the meantime.
  if (kind === 'catchup' && from !== undefined && unchanged.length > 0) return words.allTold(formatMoment(from, reader))
  const since = kind === 'catchup' ? from : newSince
  if (since !== undefined) return words.nothingSince(formatMoment(since, reader))
  const length = from === undefined ? 0 : to.getTime() - from.getTime()
  return Math.abs(length - DAY_MS) <= MINUTE_MS ? words.nothingToday : words.nothingNew
}

/** Whether the channel follows it, and since when its bullets are new; then who tells it. */
function storyNote(item: DigestItem, words: Words, reader: Reader): string {
  const { reasons, toldAt } = item
  return [
    ...(reasons?.isFollowed === true ? [words.digest.followed] : []),
    ...(toldAt === undefined ? [] : [words.digest.toldBefore(formatMoment(toldAt, reader))]),
    toldBy(item, words),
  ].join(' · ')
}

/** What a bullet said and what is said now; once for each channel. */
export const correctionBlocks = (
  { kind = 'correction', headline: story, url, bullet, says, outlet, at, toldAt }: Correction,
  { digest: words }: Words,
  reader: Reader,
): readonly Block[] => [
  { kind: 'headline', text: words.changed[kind](story), ...(url === '' ? {} : { link: url }) },
  { kind: 'bullet', text: words.said(bullet) },
  { kind: 'bullet', text: words.says(says) },
  { kind: 'note', text: words.correctedBy(outlet, formatMoment(at, reader), formatMoment(toldAt, reader)) },
]

function unchangedBlocks({ kind, unchanged = [] }: Digest, { digest: words }: Words): readonly Block[] {
  if (unchanged.length === 0) return []
  const names = unchanged.slice(0, UNCHANGED_SHOWN).map(({ headline: name }) => name)
  const rest = unchanged.length - names.length
  // Unchanged since the channel was told; whoever catches up may have missed just that.
  const line = kind === 'catchup' ? words.toldHere : words.unchanged
  return [{ kind: 'note', text: line(names.join(' · '), rest) }]
}

/** The stories of a briefing, then what was corrected and what has not changed; one honest line when there is nothing. */
export function briefingBlocks(digest: Digest, words: Words, reader: Reader): readonly Block[] {
  const { items, corrections = [] } = digest
  const smallPrint = smallPrintOf(digest, words, reader)
  const stories = items.flatMap((item, index): Block[] => [
    headline(
      item.toldAt === undefined ? item : { ...item, headline: words.digest.update(item.headline) },
      String(index + 1),
    ),
    ...item.bullets.map((bullet): Block => ({ kind: 'bullet', text: bulletText(bullet) })),
    smallPrint(item, storyNote(item, words, reader)),
  ])
  const isEmpty = stories.length === 0 && corrections.length === 0
  return [
    ...(isEmpty ? [{ kind: 'text', text: nothingText(digest, words, reader) } as const] : stories),
    ...corrections.flatMap(correction => correctionBlocks(correction, words, reader)),
    ...unchangedBlocks(digest, words),
  ]
}
