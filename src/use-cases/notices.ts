import type { Channel, DeliveryId } from '../model/briefing.ts'
import type { Feed, FeedId } from '../model/feed.ts'
import { formatMoment } from '../text/moments.ts'
import { catalogueFor } from '../text/words/catalogues.ts'
import { reasonText } from '../text/words/reasons.ts'
import type { AppParts } from './parts.ts'

/** A feed that fails for less is no news: servers restart. */
const FAILING_FOR_MS = 24 * 3_600_000
const TOLD_KEY = 'notices of failing feeds'

/** What channels were told of a feed that fails. */
interface Told {
  /** When the failure began of which they were told; ISO 8601. */
  readonly since: string
  readonly channels: readonly string[]
  /** They were told that it is gone as well. */
  readonly isGone: boolean
}

type ToldFeeds = Readonly<Record<string, Told>>

async function readTold({ store }: AppParts): Promise<ToldFeeds> {
  const kept = await store.getValue(TOLD_KEY)
  return kept === undefined ? {} : JSON.parse(kept)
}

type Kind = 'failing' | 'gone' | 'recovered'

function sentence(kind: Kind, feed: Feed, { language, timezone }: Channel): string {
  const words = catalogueFor(language)
  const since = formatMoment(feed.failingSince ?? feed.addedAt, { timezone, language: words.language })
  if (kind === 'failing') return words.notices.failing(feed.title, since, reasonText(feed.lastError, words))
  return kind === 'gone' ? words.notices.gone(feed.title) : words.notices.recovered(feed.title)
}

/** Owes a notice to each channel. Its id names what happened, so that saying it again is harmless. */
async function tell(
  kind: Kind,
  feed: Feed,
  since: string,
  channels: readonly Channel[],
  { store, clock }: AppParts,
): Promise<void> {
  for (const channel of channels) {
    await store.addDelivery({
      id: `${kind}:${channel.id}:${feed.id}:${since}` as DeliveryId,
      channelId: channel.id,
      createdAt: clock.now(),
      parts: [{ blocks: [{ kind: 'note', text: sentence(kind, feed, channel) }], actions: [] }],
    })
  }
}

/** The channels that take the feed and can be reached. */
async function channelsOf(feedId: FeedId, { store }: AppParts): Promise<readonly Channel[]> {
  const rows = await store.listSubscriptions({ feedId })
  const channels = await Promise.all(rows.map(({ channelId }) => store.findChannel(channelId)))
  return channels.flatMap(channel => (channel === undefined || channel.pausedAt !== undefined ? [] : [channel]))
}

async function tellFailing(feed: Feed, told: Told | undefined, parts: AppParts): Promise<Told | undefined> {
  const isGone = feed.goneAt !== undefined
  if (told !== undefined && told.isGone === isGone) return told
  const channels = await channelsOf(feed.id, parts)
  if (channels.length === 0) return told
  const since = told?.since ?? (feed.failingSince ?? feed.addedAt).toISOString()
  await tell(isGone ? 'gone' : 'failing', feed, since, channels, parts)
  const names = channels.map(({ id }): string => id)
  return { since, channels: [...new Set([...(told?.channels ?? []), ...names])], isGone }
}

/** @returns what is still to be told when it recovers; undefined when all is said */
async function tellRecovered(id: string, told: Told, parts: AppParts): Promise<Told | undefined> {
  const feed = await parts.store.findFeed(id)
  // Failing again, but not for long: it has not come back yet.
  if (feed?.failingSince !== undefined) return told
  if (feed === undefined) return undefined
  const channels = await channelsOf(feed.id, parts)
  await tell(
    'recovered',
    feed,
    told.since,
    channels.filter(channel => told.channels.includes(channel.id)),
    parts,
  )
  return undefined
}

/**
 * Tells every channel that takes a feed, once each: that it has been failing for a day, that it is gone for good, and
 * that it is back (those that were told of the failure). A shorter failure is never mentioned.
 */
export async function tellFeedHealth(parts: AppParts): Promise<void> {
  const { store, clock } = parts
  const failing = await store.listFailing(new Date(clock.now().getTime() - FAILING_FOR_MS))
  const before = await readTold(parts)
  const after = new Map<string, Told>()
  const note = (id: string, told: Told | undefined): void => {
    if (told !== undefined) after.set(id, told)
  }
  for (const feed of failing) note(feed.id, await tellFailing(feed, before[feed.id], parts))
  const names = new Set<string>(failing.map(({ id }) => id))
  for (const [id, told] of Object.entries(before)) if (!names.has(id)) note(id, await tellRecovered(id, told, parts))
  const text = JSON.stringify(Object.fromEntries(after))
  if (text !== JSON.stringify(before)) await store.setValue(TOLD_KEY, text)
}
