import type { Bullet, Correction, Digest, DigestItem } from '../model/digest.ts'
import type { Action, Block, Message } from '../model/message.ts'
import { numbered } from '../model/numbering.ts'
import { formatDay, formatMoment, type Reader } from '../text/moments.ts'
import type { Words } from '../text/words/en.ts'
import { disagreementLines } from './present-disagreements.ts'

/** Two platforms show five buttons in a row. */
const SOURCE_BUTTONS = 5
const FOLLOW_BUTTONS = 3
const OTHER_OUTLETS_SHOWN = 4
/** Names in the line of what has not changed. */
const UNCHANGED_SHOWN = 8
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

const headline = (item: DigestItem, label?: string): Block => ({
  kind: 'headline',
  text: item.headline,
  ...(label === undefined ? {} : { label }),
  ...(item.url === '' ? {} : { link: item.url }),
})

/** Who tells it: "3 outlets, 2 origins: A, B, C". */
function toldBy(item: DigestItem, words: Words): string {
  const [first = ''] = item.outlets
  if (item.outlets.length === 1) return first
  const named = item.outlets.slice(0, OTHER_OUTLETS_SHOWN).join(', ')
  const rest = item.outlets.length > OTHER_OUTLETS_SHOWN ? ` +${item.outlets.length - OTHER_OUTLETS_SHOWN}` : ''
  return `${words.digest.outlets(item.outlets.length)}, ${words.digest.origins(item.origins)}: ${named}${rest}`
}

/** A bullet ends with its outlet; in a briefing, where one story has many, that is what tells the voices apart. */
const bulletText = ({ text, citations }: Bullet): string => `${text} [${citations[0].outlet}]`

/** What was looked through: the last day, or the time since the briefing before. */
function nothingText({ kind, from, to, newSince, coverage }: Digest, { digest: words }: Words, reader: Reader): string {
  const { articles, hidden = 0 } = coverage
  if (articles === 0 && hidden > 0) return words.allHidden(hidden)
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
const correctionBlocks = (
  { headline: story, url, bullet, says, outlet, at, toldAt }: Correction,
  { digest: words }: Words,
  reader: Reader,
): readonly Block[] => [
  { kind: 'headline', text: words.correction(story), ...(url === '' ? {} : { link: url }) },
  { kind: 'bullet', text: words.said(bullet) },
  { kind: 'bullet', text: words.says(says) },
  { kind: 'note', text: words.correctedBy(outlet, formatMoment(at, reader), formatMoment(toldAt, reader)) },
]

function unchangedBlocks({ unchanged = [] }: Digest, { digest: words }: Words): readonly Block[] {
  if (unchanged.length === 0) return []
  const names = unchanged.slice(0, UNCHANGED_SHOWN).map(({ headline: name }) => name)
  const rest = unchanged.length - names.length
  return [{ kind: 'note', text: words.unchanged(names.join(' · '), rest) }]
}

/** One note below a story: where its sources disagree, and who tells it. */
const smallPrintOf =
  ({ createdAt }: Digest, words: Words, reader: Reader) =>
  (item: DigestItem, teller: string): Block => ({
    kind: 'note',
    text: [...disagreementLines(item, words, reader, createdAt), teller].join('\n'),
  })

function briefingBlocks(digest: Digest, words: Words, reader: Reader): readonly Block[] {
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

function summaryBlocks(digest: Digest, words: Words, reader: Reader): readonly Block[] {
  const smallPrint = smallPrintOf(digest, words, reader)
  let number = 0
  return digest.items.flatMap((item): Block[] => [
    headline(item),
    ...item.bullets.map((bullet): Block => {
      number += 1
      return { kind: 'bullet', label: String(number), text: bulletText(bullet) }
    }),
    smallPrint(item, `${formatDay(item.publishedAt, reader)} · ${toldBy(item, words)}`),
  ])
}

/** Buttons for the first numbers of a digest, a command each. */
const numberActions = (
  digest: Digest,
  most: number,
  command: string,
  label: (number: string) => string,
): readonly Action[] =>
  Array.from({ length: Math.min(most, numbered(digest).length) }, (_, index) => ({
    label: label(String(index + 1)),
    command,
    options: { item: String(index + 1), digest: digest.id },
  }))

/** Sources for the first numbers; the stories of a summary are few, and their numbers are those of bullets. */
const actionsOf = (digest: Digest, words: Words): readonly Action[] => [
  ...numberActions(digest, SOURCE_BUTTONS, 'sources', words.digest.sources),
  ...(digest.kind === 'summary' ? [] : numberActions(digest, FOLLOW_BUTTONS, 'follow', words.follow.button)),
]

/** The models that put bullets of the digest into words; none for the sources' own words. */
const modelsOf = ({ items }: Digest): readonly string[] => [
  ...new Set(items.flatMap(({ bullets }) => bullets.flatMap(({ reworded }) => reworded?.model ?? []))),
]

function footer(digest: Digest, words: Words): Block {
  const { coverage, items, leftOut = [] } = digest
  const counts = words.digest.coverage(items.length, coverage.stories, coverage.articles, coverage.feeds)
  const { hidden = 0 } = coverage
  const filtered = hidden === 0 ? '' : `; ${words.digest.hidden(hidden)}`
  const hints = [words.digest.sourcesHint, ...(leftOut.length === 0 ? [] : [words.digest.missedHint])]
  const models = modelsOf(digest)
  const wording = models.length === 0 ? [] : [words.digest.wording(models.join(', '))]
  const sentences = [`${counts}${filtered}`, ...hints, ...wording]
  return { kind: 'note', text: sentences.map(sentence => `${sentence}.`).join(' ') }
}

function titleOf({ kind, topic = '', createdAt, from = createdAt }: Digest, words: Words, reader: Reader): string {
  if (kind === 'summary') return words.digest.summary(topic)
  if (kind === 'catchup') return words.digest.catchup(formatMoment(from, reader))
  return `${words.digest.briefing} · ${formatMoment(createdAt, reader)}`
}

/**
 * A digest as people read it.
 * @param isUnsubscribed true when the channel takes no feed yet: the reader learns how to begin
 */
export function digestMessage(digest: Digest, words: Words, timezone: string, isUnsubscribed = false): Message {
  const reader = { timezone, language: words.language }
  const isEmpty = digest.items.length === 0
  return {
    blocks: [
      { kind: 'title', text: titleOf(digest, words, reader) },
      ...(digest.kind === 'summary' ? summaryBlocks(digest, words, reader) : briefingBlocks(digest, words, reader)),
      ...(isEmpty ? [] : [footer(digest, words)]),
      ...(isUnsubscribed ? [{ kind: 'note', text: words.digest.subscribeHint } as const] : []),
    ],
    actions: actionsOf(digest, words),
    ...reader,
  }
}
