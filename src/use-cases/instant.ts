import { bulletsOf, itemOf } from '../digests/story-item.ts'
import type { AnalysedArticle } from '../model/article.ts'
import type { Channel, Delivery, DeliveryId, Subscription } from '../model/briefing.ts'
import type { Digest, DigestId, DigestItem } from '../model/digest.ts'
import type { Message } from '../model/message.ts'
import type { Story } from '../model/story.ts'
import type { Post } from '../ports/delivery-store.ts'
import { findDisagreements } from '../stories/disagreements.ts'
import { catalogueFor } from '../text/words/catalogues.ts'
import { keepActions } from './actions.ts'
import type { AppParts } from './parts.ts'
import { passFilters } from './passing.ts'
import { storyOfOne } from './telling.ts'

/** More new articles of one feed than this are counted, not posted. */
const POSTS_AT_MOST = 20
/** One poll keeps no more; a feed brings so many at once only when it is read for the first time. */
const ARTICLES_AT_MOST = 1000
/** An article older than this is no news, though the feed brings it only now. */
const FRESH_MS = 48 * 3_600_000

/** The message of a post: an article with its first bullet, and buttons for its source and for following its story. */
function messageOf(
  { id, items }: Pick<Digest, 'id'> & { readonly items: readonly [DigestItem] },
  { language, timezone }: Channel,
): Message {
  const [{ headline, url, bullets, outlets, imageUrl }] = items
  const { instant: words } = catalogueFor(language)
  const options = { item: '1', digest: id }
  return {
    blocks: [
      { kind: 'headline', text: headline, ...(url === '' ? {} : { link: url }) },
      ...bullets.map(({ text }) => ({ kind: 'bullet', text }) as const),
      ...outlets.map(text => ({ kind: 'note', text }) as const),
    ],
    actions: [
      ...(bullets.length === 0 ? [] : [{ label: words.sources, command: 'sources', options }]),
      { label: words.follow, command: 'follow', options },
    ],
    ...(imageUrl === undefined ? {} : { image: imageUrl }),
    timezone,
    language,
  }
}

/** A delivery of something that is told at once. @param key makes it be owed once in the channel */
export function deliveryOf(message: Message, key: string, channel: Channel, { clock, platforms }: AppParts): Delivery {
  const platform = platforms.find(({ name }) => name === channel.platform)
  const parts = platform === undefined ? [message] : platform.split(message)
  return { id: `instant:${channel.id}:${key}` as DeliveryId, channelId: channel.id, createdAt: clock.now(), parts }
}

/** An article that is told at once, as a message and as the ledger remembers it: the headline and what is shown of it. */
async function postOf(
  article: AnalysedArticle,
  story: Story,
  channel: Channel,
  parts: AppParts,
  signal: AbortSignal,
): Promise<Post> {
  const bullets = await bulletsOf([article], 1, parts, signal)
  const items = [itemOf({ story, articles: [article], origins: 1 }, bullets, findDisagreements)] as const
  const now = parts.clock.now()
  const coverage = { articles: 1, feeds: 1, stories: 1 }
  const digest = { id: parts.newId() as DigestId, kind: 'post', createdAt: now, to: now, items, coverage } as const
  const message = await keepActions(messageOf(digest, channel), channel, parts)
  return { delivery: { ...deliveryOf(message, article.id, channel, parts), digestId: digest.id }, digest }
}

/** What the channel is owed for these articles, oldest first: so posts stand in the order of events. */
async function postsFor(
  found: readonly AnalysedArticle[],
  upTo: number,
  channel: Channel,
  parts: AppParts,
  signal: AbortSignal,
): Promise<readonly Post[]> {
  const oldest = parts.clock.now().getTime() - FRESH_MS
  const fresh = found.filter(({ publishedAt }) => publishedAt.getTime() >= oldest).toReversed()
  const posted = fresh.slice(-POSTS_AT_MOST)
  const stories = await parts.store.storiesOf(posted.map(({ id }) => id))
  const posts: Post[] = []
  for (const article of posted) {
    posts.push(await postOf(article, stories.get(article.id) ?? storyOfOne(article), channel, parts, signal))
  }
  const rest = fresh.length - posted.length
  if (rest === 0) return posts
  const text = catalogueFor(channel.language).instant.more(rest)
  const note: Message = { blocks: [{ kind: 'note', text }], actions: [] }
  return [...posts, { delivery: deliveryOf(note, `more:${upTo}`, channel, parts) }]
}

async function announce(subscription: Subscription, parts: AppParts, signal: AbortSignal): Promise<number> {
  const { store } = parts
  const channel = await store.findChannel(subscription.channelId)
  if (channel === undefined || channel.pausedAt !== undefined) return 0
  const { last } = await store.getArrivals()
  if (subscription.announcedUpTo === undefined) {
    // The feed had not been read when it was taken: what its first reading brings was there before.
    const feed = await store.findFeed(subscription.feedId)
    if (feed?.lastSuccessAt !== undefined) await store.announce(subscription, last, [])
    return 0
  }
  if (last <= subscription.announcedUpTo) return 0
  const query = { feedIds: [subscription.feedId], after: subscription.announcedUpTo, upTo: last }
  const found = await store.listArticles({ ...query, limit: ARTICLES_AT_MOST })
  if (found.length === 0) return 0
  // What is hidden counts as told: it does not come back when the rule goes.
  const { articles } = await passFilters(channel.id, found, parts, signal)
  const posts = await postsFor(articles, last, channel, parts, signal)
  return (await store.announce(subscription, last, posts)) ? posts.length : 0
}

/**
 * Owes every new article of instantly taken feeds to its channel.
 * @returns how many posts were written; a subscription that fails keeps no other from being served
 */
export async function announceNew(parts: AppParts, signal: AbortSignal): Promise<number> {
  let posts = 0
  for (const subscription of await parts.store.listSubscriptions({ mode: 'instant' })) {
    if (signal.aborted) break
    try {
      posts += await announce(subscription, parts, signal)
    } catch (error) {
      const { channelId, feedId } = subscription
      parts.log.error({ channel: channelId, feed: feedId, error }, 'new articles could not be announced; tried again')
    }
  }
  return posts
}
