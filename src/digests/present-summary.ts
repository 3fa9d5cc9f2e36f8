import type { Bullet, Digest, DigestItem } from '../model/digest.ts'
import type { Block } from '../model/message.ts'
import { formatDay, type Reader } from '../text/moments.ts'
import type { Words } from '../text/words/en.ts'
import { bulletText, headline, smallPrintOf, toldBy } from './present-story.ts'
import { sparkline } from './trend.ts'

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

/** What the topic says, then what is said about it, under their headings; bullets are numbered through. */
export function summaryBlocks(digest: Digest, words: Words, reader: Reader): readonly Block[] {
  const { items } = digest
  const name = nameOfTopic(digest)
  const smallPrint = smallPrintOf(digest, words, reader)
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
      ...(isToldOn ? [] : [smallPrint(item, `${formatDay(item.publishedAt, reader)} · ${toldBy(item, words)}`)]),
    ]
  })
}

/** How often the topic is mentioned, as a line of bars and words. */
export function trendBlocks({ trend }: Digest, words: Words): readonly Block[] {
  if (trend === undefined) return []
  const text = words.digest.trend(trend.counts.at(-1) ?? 0, trend.usual, trend.unit, trend.isEstimate)
  return [{ kind: 'note', text: `${sparkline(trend.counts)} ${text}` }]
}

/** People that are named; of more the others have no news to speak of. */
const PEOPLE_SHOWN = 4

/** Of a surname that several people bear: who they are, whom this is about, and how to ask for the others. */
export function peopleBlocks({ people }: Digest, words: Words): readonly Block[] {
  if (people === undefined) return []
  const shown = people.slice(0, PEOPLE_SHOWN)
  const names = shown.map(({ name, articles }) => words.digest.person(name, articles)).join(', ')
  const commands = shown.slice(1).map(({ name }) => `/summary ${name}`)
  return [{ kind: 'note', text: words.digest.people(people.length, names, people[0].name, commands.join(', ')) }]
}
