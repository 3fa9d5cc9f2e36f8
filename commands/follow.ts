import { z } from 'zod'
import { type CommandContext, defineCommand } from '../src/command.ts'
import type { ArticleId } from '../src/model/article.ts'
import { UserError } from '../src/model/errors.ts'
import type { Following } from '../src/model/ledger.ts'
import { type Message, textMessage } from '../src/model/message.ts'
import { getNumbered } from '../src/model/numbering.ts'
import { formatMoment } from '../src/text/moments.ts'

/** Two platforms show five buttons in a row. */
const STOP_BUTTONS = 5
const USAGE = { follow: '/follow <item>', stop: '/follow stop <item>' } as const

type Context = Pick<CommandContext, 'app' | 'channel' | 'seenBy' | 'words'>

async function list({ app, channel, words }: Context): Promise<Message> {
  const follows = await app.follows(channel)
  if (follows.length === 0) return textMessage(words.follow.none)
  const reader = { timezone: channel.timezone, language: words.language }
  return {
    blocks: [
      { kind: 'title', text: words.follow.title(follows.length) },
      ...follows.flatMap(
        ({ headline, since, endsAt }, index) =>
          [
            { kind: 'headline', text: headline, label: String(index + 1) },
            { kind: 'note', text: words.follow.row(formatMoment(since, reader), formatMoment(endsAt, reader)) },
          ] as const,
      ),
    ],
    actions: follows.slice(0, STOP_BUTTONS).map(({ articleId }, index) => ({
      label: words.follow.stop(String(index + 1)),
      command: 'follow',
      options: { action: 'stop', item: String(index + 1), story: articleId },
    })),
    ...reader,
  }
}

/** A number of the list, unless a button names the story itself: the list may have changed since. */
function chosen(follows: readonly Following[], item: number, story: string | undefined): Following {
  const found = follows.find(({ articleId }, index) => (story === undefined ? index + 1 === item : articleId === story))
  if (found === undefined) throw new UserError('unknownFollow', { value: String(item), most: String(follows.length) })
  return found
}

async function stop({ app, channel, words }: Context, item: number, story: string | undefined): Promise<Message> {
  const follows = await app.follows(channel)
  if (follows.length === 0) return textMessage(words.follow.none)
  const { articleId, headline } = chosen(follows, item, story)
  await app.unfollow(channel, articleId)
  return textMessage(words.follow.stopped(headline))
}

async function follow(
  { app, channel, seenBy, words }: Context,
  item: number,
  id: string | undefined,
): Promise<Message> {
  const digest = await app.getDigest(channel, { id, seenBy })
  const { item: story } = getNumbered(digest, item)
  const articleId: ArticleId | undefined = story.bullets[0]?.citations[0].articleId ?? story.leadId
  if (articleId === undefined) throw new UserError('noDigest')
  const isNew = await app.follow(channel, { articleId, headline: story.headline })
  const text = isNew ? words.follow.done(story.headline) : words.follow.already(story.headline)
  return {
    blocks: [
      { kind: 'text', text },
      { kind: 'note', text: words.follow.how },
    ],
    actions: [],
  }
}

export default defineCommand({
  name: 'follow',
  options: z.object({
    action: z.enum(['list', 'stop']).optional(),
    item: z.coerce.number().int().min(1).optional(),
    digest: z.string().optional().meta({ hidden: true }),
    story: z.string().optional().meta({ hidden: true }),
  }),
  async run(context, { action, item, digest, story }) {
    if (action === 'list') return list(context)
    if (item === undefined) {
      throw new UserError('missingOption', { option: 'item', usage: USAGE[action ?? 'follow'] })
    }
    return action === 'stop' ? stop(context, item, story) : follow(context, item, digest)
  },
})
