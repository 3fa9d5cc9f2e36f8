import type { Bullet, Digest, DigestItem } from '../model/digest.ts'
import type { Action, Block, Message } from '../model/message.ts'
import { formatDay, formatMoment, type Reader } from '../text/moments.ts'
import type { Words } from '../text/words/en.ts'
import { sparkline } from './trend.ts'

/** Two platforms show five buttons in a row. */
const SOURCE_BUTTONS = 5
const OTHER_OUTLETS_SHOWN = 4
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
function nothingText({ from, to }: Digest, { digest: words }: Words): string {
  const length = from === undefined ? 0 : to.getTime() - from.getTime()
  return Math.abs(length - DAY_MS) <= MINUTE_MS ? words.nothingToday : words.nothingNew
}

function briefingBlocks(digest: Digest, words: Words): readonly Block[] {
  if (digest.items.length === 0) return [{ kind: 'text', text: nothingText(digest, words) }]
  return digest.items.flatMap((item, index): Block[] => [
    headline(item, String(index + 1)),
    ...item.bullets.map((bullet): Block => ({ kind: 'bullet', text: bulletText(bullet) })),
    { kind: 'note', text: toldBy(item, words) },
  ])
}

/** The topic as its shortest name in the digest has it, or as it was asked for when several speak; undefined when it does not. */
function nameOfTopic({ items, topic }: Digest): string | undefined {
  const voices = items.flatMap(({ bullets }) => bullets.map(({ voice }) => voice))
  const names = voices.flatMap(voice => (voice?.kind === 'by' ? (voice.speaker ?? []) : []))
  const shortest = names.toSorted((a, b) => a.length - b.length)[0]
  return names.every(name => name.includes(shortest ?? '')) ? shortest : topic
}

const saysItself = ({ bullets }: DigestItem): boolean => bullets[0]?.voice?.kind === 'by'

/** What somebody says is dated; the words themselves are followed by who said them. */
function saidText({ text, citations: [{ outlet, publishedAt }], voice }: Bullet, reader: Reader): string {
  const isQuote = /^“[^”]*”$/u.test(text) && voice?.speaker !== undefined
  return `${formatDay(publishedAt, reader)}, ${outlet}: ${text}${isQuote ? ` — ${voice.speaker}` : ''}`
}

/** The heading over the first item of what the topic says, and of what is said about it. */
function voiceHeading(
  item: DigestItem,
  before: DigestItem | undefined,
  name: string | undefined,
  words: Words,
): Block[] {
  if (name === undefined || (before !== undefined && saysItself(before) === saysItself(item))) return []
  return [{ kind: 'headline', text: saysItself(item) ? words.digest.saidBy(name) : words.digest.saidAbout(name) }]
}

function summaryBlocks(digest: Digest, words: Words, reader: Reader): readonly Block[] {
  const { items } = digest
  const name = nameOfTopic(digest)
  let number = 0
  return items.flatMap((item, index): Block[] => {
    const before = items[index - 1]
    const isGoingOn = before?.storyId === item.storyId
    const isToldOn = items[index + 1]?.storyId === item.storyId
    return [
      ...voiceHeading(item, before, name, words),
      ...(isGoingOn ? [] : [headline(item)]),
      ...item.bullets.map((bullet): Block => {
        number += 1
        const text = saysItself(item) ? saidText(bullet, reader) : bulletText(bullet)
        return { kind: 'bullet', label: String(number), text }
      }),
      ...(isToldOn
        ? []
        : [{ kind: 'note', text: `${formatDay(item.publishedAt, reader)} · ${toldBy(item, words)}` } as const]),
    ]
  })
}

function trendBlocks({ trend }: Digest, words: Words): readonly Block[] {
  if (trend === undefined) return []
  const text = words.digest.trend(trend.counts.at(-1) ?? 0, trend.usual, trend.unit, trend.isEstimate)
  return [{ kind: 'note', text: `${sparkline(trend.counts)} ${text}` }]
}

/** How many numbers a reader can give to /sources. */
const countNumbers = ({ kind, items }: Digest): number =>
  kind === 'briefing' ? items.length : items.reduce((sum, { bullets }) => sum + bullets.length, 0)

function sourceActions(digest: Digest, words: Words): readonly Action[] {
  return Array.from({ length: Math.min(SOURCE_BUTTONS, countNumbers(digest)) }, (_, index) => ({
    label: words.digest.sources(String(index + 1)),
    command: 'sources',
    options: { item: String(index + 1), digest: digest.id },
  }))
}

function footer({ coverage, items }: Digest, words: Words): Block {
  const counts = words.digest.coverage(
    new Set(items.map(({ storyId }) => storyId)).size,
    coverage.stories,
    coverage.articles,
    coverage.feeds,
  )
  return { kind: 'note', text: `${counts}. ${words.digest.sourcesHint}.` }
}

/**
 * A digest as people read it.
 * @param isUnsubscribed true when the channel takes no feed yet: the reader learns how to begin
 */
export function digestMessage(digest: Digest, words: Words, timezone: string, isUnsubscribed = false): Message {
  const reader = { timezone, language: words.language }
  const title =
    digest.kind === 'briefing'
      ? `${words.digest.briefing} · ${formatMoment(digest.createdAt, reader)}`
      : words.digest.summary(digest.topic ?? '')
  const isEmpty = digest.items.length === 0
  return {
    blocks: [
      { kind: 'title', text: title },
      ...trendBlocks(digest, words),
      ...(digest.kind === 'briefing' ? briefingBlocks(digest, words) : summaryBlocks(digest, words, reader)),
      ...(isEmpty ? [] : [footer(digest, words)]),
      ...(isUnsubscribed ? [{ kind: 'note', text: words.digest.subscribeHint } as const] : []),
    ],
    actions: sourceActions(digest, words),
    ...reader,
  }
}
