import { bulletsOf } from '../digests/story-item.ts'
import type { AnalysedArticle } from '../model/article.ts'
import type { Channel, Delivery, DeliveryId, Subscription } from '../model/briefing.ts'
import type { Message } from '../model/message.ts'
import { catalogueFor } from '../text/words/catalogues.ts'
import type { AppParts } from './parts.ts'
import { passFilters } from './passing.ts'

/** More new articles of one feed than this are counted, not posted. */
const POSTS_AT_MOST = 20
/** One poll keeps no more; a feed brings so many at once only when it is read for the first time. */
const ARTICLES_AT_MOST = 1000
/** An article older than this is no news, though the feed brings it only now. */
const FRESH_MS = 48 * 3_600_000

async function postOf(
  article: AnalysedArticle,
  channel: Channel,
  { summarizer, log }: AppParts,
  signal: AbortSignal,
): Promise<Message> {
  const bullets = await bulletsOf([article], 1, { summarizer, log }, signal)
  return {
    blocks: [
      { kind: 'headline', text: article.title, ...(article.url === '' ? {} : { link: article.url }) },
      ...bullets.map(({ text }) => ({ kind: 'bullet', text }) as const),
      { kind: 'note', text: article.outlet },
    ],
    actions: [],
    ...(article.imageUrl === undefined ? {} : { image: article.imageUrl }),
    timezone: channel.timezone,
    language: channel.language,
  }
}

function deliveryOf(message: Message, key: string, channel: Channel, { clock, platforms }: AppParts): Delivery {
  const platform = platforms.find(({ name }) => name === channel.platform)
  const parts = platform === undefined ? [message] : platform.split(message)
  return { id: `instant:${channel.id}:${key}` as DeliveryId, channelId: channel.id, createdAt: clock.now(), parts }
}

/** What the channel is owed for these articles, oldest first: so posts stand in the order of events. */
async function deliveriesFor(
  found: readonly AnalysedArticle[],
  upTo: number,
  channel: Channel,
  parts: AppParts,
  signal: AbortSignal,
): Promise<readonly Delivery[]> {
  const oldest = parts.clock.now().getTime() - FRESH_MS
  const fresh = found.filter(({ publishedAt }) => publishedAt.getTime() >= oldest).toReversed()
  const posted = fresh.slice(-POSTS_AT_MOST)
  const deliveries: Delivery[] = []
  for (const article of posted) {
    deliveries.push(deliveryOf(await postOf(article, channel, parts, signal), article.id, channel, parts))
  }
  const rest = fresh.length - posted.length
  if (rest === 0) return deliveries
  const text = catalogueFor(channel.language).instant.more(rest)
  const note: Message = { blocks: [{ kind: 'note', text }], actions: [] }
  return [...deliveries, deliveryOf(note, `more:${upTo}`, channel, parts)]
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
  const deliveries = await deliveriesFor(articles, last, channel, parts, signal)
  return (await store.announce(subscription, last, deliveries)) ? deliveries.length : 0
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
