import { z } from 'zod'
import { defineCommand } from '../src/command.ts'
import type { Bullet, Citation, Digest, DigestItem, Disagreement } from '../src/model/digest.ts'
import { UserError } from '../src/model/errors.ts'
import type { Block } from '../src/model/message.ts'
import { disagreementText } from '../src/text/words/counted.ts'
import type { Words } from '../src/text/words/en.ts'

interface Numbered {
  readonly item: DigestItem
  readonly bullets: readonly Bullet[]
}

/** What the numbers of a digest stand for: stories in a briefing, bullets in a summary. */
function numbered(digest: Digest): readonly Numbered[] {
  if (digest.kind === 'briefing') return digest.items.map(item => ({ item, bullets: item.bullets }))
  return digest.items.flatMap(item => item.bullets.map(bullet => ({ item, bullets: [bullet] })))
}

const citationBlock = ({ quote, outlet, publishedAt, url }: Citation): Block => ({
  kind: 'citation',
  quote,
  outlet,
  at: publishedAt,
  ...(url === '' ? {} : { link: url }),
})

function bulletBlocks({ text, citations: [first, ...others] }: Bullet, words: Words): readonly Block[] {
  return [
    { kind: 'bullet', text },
    citationBlock(first),
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
  async run({ app, channel, words }, { item: wanted, digest: id }) {
    const digest = await app.getDigest(channel, id === undefined ? {} : { id })
    const all = numbered(digest)
    const found = all[wanted - 1]
    if (found === undefined) {
      if (all.length === 0) throw new UserError('noDigest')
      throw new UserError('unknownItem', { value: String(wanted), most: String(all.length) })
    }
    return {
      blocks: [
        { kind: 'title', text: words.sources.title(String(wanted), found.item.headline) },
        ...found.bullets.flatMap(bullet => bulletBlocks(bullet, words)),
        ...(found.item.disagreements ?? []).flatMap(disagreement => disagreementBlocks(disagreement, words)),
      ],
      actions: [],
      timezone: channel.timezone,
      language: words.language,
    }
  },
})
