import { correctionBlocks } from '../digests/present-briefing.ts'
import type { ArticleId } from '../model/article.ts'
import type { Channel, ChannelId } from '../model/briefing.ts'
import type { Correction, Digest, DigestId } from '../model/digest.ts'
import type { Message } from '../model/message.ts'
import type { Post } from '../ports/delivery-store.ts'
import { catalogueFor } from '../text/words/catalogues.ts'
import { correctionsOfPosts } from './corrected.ts'
import { deliveryOf } from './instant.ts'
import type { AppParts } from './parts.ts'

/** Number of the last change of an article that was held against the posts. */
const LOOKED_UP_TO = 'posts.corrected'
const CHANGES_AT_ONCE = 200

function messageOf(corrections: readonly Correction[], { language, timezone }: Channel): Message {
  const reader = { language, timezone }
  const words = catalogueFor(language)
  const blocks = corrections.flatMap(correction => correctionBlocks(correction, words, reader))
  return { blocks, actions: [], ...reader }
}

/** The post that sets right what was posted of one article. */
function postOf(
  articleId: ArticleId,
  corrections: readonly [Correction, ...Correction[]],
  channel: Channel,
  parts: AppParts,
): Post {
  const now = parts.clock.now()
  const [{ at }] = corrections
  const digest: Digest = {
    id: parts.newId() as DigestId,
    kind: 'post',
    createdAt: now,
    to: now,
    items: [],
    corrections,
    coverage: { articles: 1, feeds: 1, stories: 0 },
  }
  // By the edit, so that two that come upon it owe it once.
  const key = `corrected:${articleId}:${at.getTime()}`
  const delivery = deliveryOf(messageOf(corrections, channel), key, channel, parts)
  return { delivery: { ...delivery, digestId: digest.id }, digest }
}

async function correctIn(channelId: ChannelId, articleIds: readonly ArticleId[], parts: AppParts): Promise<number> {
  const { store } = parts
  const channel = await store.findChannel(channelId)
  if (channel === undefined || channel.pausedAt !== undefined) return 0
  const found = await correctionsOfPosts(articleIds, channel, parts)
  const { last } = await store.getArrivals()
  let posts = 0
  for (const [articleId, [first, ...others]] of Map.groupBy(found, correction => correction.articleId)) {
    if (first === undefined) continue
    if (await store.addPost(postOf(articleId, [first, ...others], channel, parts), last)) posts += 1
  }
  return posts
}

/**
 * Owes every channel the correction of what was posted there at once and has been edited at the source since: there may
 * be no briefing that would tell it.
 * @returns how many posts were written; after a failure the same edits are looked at again
 */
export async function postCorrections(parts: AppParts, signal: AbortSignal): Promise<number> {
  const { store } = parts
  let posts = 0
  while (!signal.aborted) {
    const after = Number((await store.getValue(LOOKED_UP_TO)) ?? 0)
    const { articleIds, last } = await store.listChanged(after, CHANGES_AT_ONCE)
    if (last === after) break
    // Who has left the posts is left alone.
    const taking = new Set((await store.listSubscriptions({ mode: 'instant' })).map(({ channelId }) => channelId))
    for (const channelId of await store.channelsPosted(articleIds)) {
      if (taking.has(channelId)) posts += await correctIn(channelId, articleIds, parts)
    }
    await store.setValue(LOOKED_UP_TO, String(last))
  }
  return posts
}
