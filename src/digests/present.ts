import type { Digest } from '../model/digest.ts'
import type { Action, Block, Message } from '../model/message.ts'
import { numbered } from '../model/numbering.ts'
import { formatMoment, type Reader } from '../text/moments.ts'
import type { Words } from '../text/words/en.ts'
import { briefingBlocks } from './present-briefing.ts'
import { peopleBlocks, summaryBlocks, trendBlocks } from './present-summary.ts'

/** Two platforms show five buttons in a row. */
const SOURCE_BUTTONS = 5
const FOLLOW_BUTTONS = 3

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
  // What a topic says and what is said about it may be of one story.
  const stories = new Set(items.map(({ storyId }) => storyId)).size
  const counts = words.digest.coverage(stories, coverage.stories, coverage.articles, coverage.feeds)
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
      ...peopleBlocks(digest, words),
      ...trendBlocks(digest, words),
      ...(digest.kind === 'summary' ? summaryBlocks(digest, words, reader) : briefingBlocks(digest, words, reader)),
      ...(isEmpty ? [] : [footer(digest, words)]),
      ...(isUnsubscribed ? [{ kind: 'note', text: words.digest.subscribeHint } as const] : []),
    ],
    actions: actionsOf(digest, words),
    ...reader,
  }
}
