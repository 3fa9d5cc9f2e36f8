import { z } from 'zod'
import { defineCommand } from '../src/command.ts'
import type { Bullet, Citation, Correction, Disagreement } from '../src/model/digest.ts'
import type { Block } from '../src/model/message.ts'
import { getNumbered } from '../src/model/numbering.ts'
import { formatTimestamp, type Reader } from '../src/text/moments.ts'
import { disagreementText } from '../src/text/words/counted.ts'
import type { Words } from '../src/text/words/en.ts'

const citationBlock = ({ quote, outlet, publishedAt, url }: Citation): Block => ({
  kind: 'citation',
  quote,
  outlet,
  at: publishedAt,
  ...(url === '' ? {} : { link: url }),
})

/** What the bullet says is no longer said: what is, by whom and when. */
const correctionBlocks = (
  { kind = 'correction', says, outlet, at }: Correction,
  words: Words,
  reader: Reader,
): readonly Block[] => [{ kind: 'note', text: words.sources.changed[kind](outlet, formatTimestamp(at, reader), says) }]

function bulletBlocks(
  { text, citations: [first, ...others] }: Bullet,
  corrections: readonly Correction[],
  words: Words,
  reader: Reader,
): readonly Block[] {
  return [
    { kind: 'bullet', text },
    citationBlock(first),
    ...corrections.filter(({ bullet }) => bullet === text).flatMap(found => correctionBlocks(found, words, reader)),
    ...(others.length > 0 ? [{ kind: 'note', text: words.sources.others } as const] : []),
    ...others.map(citationBlock),
  ]
}

const disagreementBlocks = ({ role, about, claims }: Disagreement, words: Words): readonly Block[] => [
  { kind: 'note', text: `${disagreementText(role, about, words)}:` },
  ...claims.map(({ source }) => citationBlock(source)),
]

export default defineCommand({
  name: 'sources',
  options: z.object({ item: z.coerce.number().int().min(1), digest: z.string().optional().meta({ hidden: true }) }),
  async run({ app, channel, seenBy, words }, { item: wanted, digest: id }) {
    const digest = await app.getDigest(channel, { id, seenBy })
    const found = getNumbered(digest, wanted)
    const corrections = await app.corrections(channel, digest)
    const reader = { timezone: channel.timezone, language: words.language }
    return {
      blocks: [
        { kind: 'title', text: words.sources.title(String(wanted), found.item.headline) },
        ...corrections
          .filter(({ said }) => said === found.item.headline)
          .flatMap(title => correctionBlocks(title, words, reader)),
        ...found.bullets.flatMap(bullet => bulletBlocks(bullet, corrections, words, reader)),
        ...(found.item.disagreements ?? []).flatMap(disagreement => disagreementBlocks(disagreement, words)),
      ],
      actions: [],
      ...reader,
    }
  },
})
