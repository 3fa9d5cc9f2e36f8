import type { Bullet, Digest, DigestItem } from '../model/digest.ts'
import type { Action, Block, Message } from '../model/message.ts'
import { formatDay, formatMoment, type Reader } from '../text/moments.ts'
import type { Words } from '../text/words/en.ts'
import { disagreementLines } from './present-disagreements.ts'

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

/** One note below a story: where its sources disagree, and who tells it. */
const smallPrintOf =
  ({ createdAt }: Digest, words: Words, reader: Reader) =>
  (item: DigestItem, teller: string): Block => ({
    kind: 'note',
    text: [...disagreementLines(item, words, reader, createdAt), teller].join('\n'),
  })

function briefingBlocks(digest: Digest, words: Words, reader: Reader): readonly Block[] {
  if (digest.items.length === 0) return [{ kind: 'text', text: nothingText(digest, words) }]
  const smallPrint = smallPrintOf(digest, words, reader)
  return digest.items.flatMap((item, index): Block[] => [
    headline(item, String(index + 1)),
    ...item.bullets.map((bullet): Block => ({ kind: 'bullet', text: bulletText(bullet) })),
    smallPrint(item, toldBy(item, words)),
  ])
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
  const counts = words.digest.coverage(items.length, coverage.stories, coverage.articles, coverage.feeds)
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
      ...(digest.kind === 'briefing' ? briefingBlocks(digest, words, reader) : summaryBlocks(digest, words, reader)),
      ...(isEmpty ? [] : [footer(digest, words)]),
      ...(isUnsubscribed ? [{ kind: 'note', text: words.digest.subscribeHint } as const] : []),
    ],
    actions: sourceActions(digest, words),
    ...reader,
  }
}
