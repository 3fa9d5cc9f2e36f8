import type { AnalysedArticle } from '../model/article.ts'
import type { Channel, DeliveryId, Subscription } from '../model/briefing.ts'
import type { Message } from '../model/message.ts'
import { catalogueFor } from '../text/words/catalogues.ts'
import type { AppParts } from './parts.ts'

/** More new articles of one feed than this are counted, not posted. */
const POSTS_AT_MOST = 20
const ARTICLES_AT_MOST = 500
/** An article older than this is no news, though the feed brings it only now. */
const FRESH_MS = 48 * 3_600_000

const cursorKey = ({ channelId, feedId }: Subscription): string => `instant ${channelId} ${feedId}`

/** Everything seen up to here has been posted or was there before the subscription. */
async function readCursor(subscription: Subscription, { store }: AppParts): Promise<Date> {
  const kept = await store.getValue(cursorKey(subscription))
  const cursor = kept === undefined ? subscription.createdAt : new Date(kept)
  return cursor > subscription.createdAt ? cursor : subscription.createdAt
}

async function post(
  article: AnalysedArticle,
  channel: Channel,
  parts: AppParts,
  signal: AbortSignal,
): Promise<Message> {
  const bullets = article.text === '' ? [] : await parts.summarizer.summarize([article], 1, signal)
  return {
    blocks: [
      { kind: 'headline', text: article.title, ...(article.url === '' ? {} : { link: article.url }) },
      ...bullets.map(({ text }) => ({ kind: 'bullet', text }) as const),
      { kind: 'note', text: article.outlet },
    ],
    actions: [],
    timezone: channel.timezone,
    language: channel.language,
  }
}

async function owe(
  message: Message,
  key: string,
  channel: Channel,
  { store, clock, platforms }: AppParts,
): Promise<void> {
  const platform = platforms.find(({ name }) => name === channel.platform)
  const messages = platform === undefined ? [message] : platform.split(message)
  const id = `instant:${channel.id}:${key}` as DeliveryId
  await store.addDelivery({ id, channelId: channel.id, createdAt: clock.now(), parts: messages })
}

/** Oldest first, so that posts stand in the order of events. */
async function newArticles(subscription: Subscription, parts: AppParts): Promise<readonly AnalysedArticle[]> {
  const now = parts.clock.now()
  const from = new Date((await readCursor(subscription, parts)).getTime() + 1)
  const window = { from, to: new Date(now.getTime() + 1) }
  const found = await parts.store.listArticles({ feedIds: [subscription.feedId], ...window, limit: ARTICLES_AT_MOST })
  return found.toReversed()
}

async function announce(
  subscription: Subscription,
  channel: Channel,
  parts: AppParts,
  signal: AbortSignal,
): Promise<number> {
  const found = await newArticles(subscription, parts)
  const last = found.at(-1)
  if (last === undefined) return 0
  const oldest = parts.clock.now().getTime() - FRESH_MS
  const fresh = found.filter(({ publishedAt }) => publishedAt.getTime() >= oldest)
  const posted = fresh.slice(-POSTS_AT_MOST)
  for (const article of posted) await owe(await post(article, channel, parts, signal), article.id, channel, parts)
  if (fresh.length > posted.length) {
    const text = catalogueFor(channel.language).instant.more(fresh.length - posted.length)
    await owe({ blocks: [{ kind: 'note', text }], actions: [] }, `more:${last.id}`, channel, parts)
  }
  // The ids of these deliveries make repeating harmless: a crash before this line owes nothing twice.
  await parts.store.setValue(cursorKey(subscription), last.seenAt.toISOString())
  return posted.length
}

/**
 * Owes every new article of instantly taken feeds to its channel.
 * @returns how many posts were written
 */
export async function announceNew(parts: AppParts, signal: AbortSignal): Promise<number> {
  let posts = 0
  for (const subscription of await parts.store.listSubscriptions({ mode: 'instant' })) {
    const channel = await parts.store.findChannel(subscription.channelId)
    if (channel === undefined || channel.pausedAt !== undefined) continue
    posts += await announce(subscription, channel, parts, signal)
  }
  return posts
}
