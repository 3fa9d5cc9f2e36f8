import type { SubscribedFeed, SubscribeResult, UseCases } from '../command-cases.ts'
import { nextRuns } from '../digests/schedule.ts'
import { exportOpml } from '../feeds/opml.ts'
import type { Briefing, Channel, SubscriptionMode } from '../model/briefing.ts'
import { UserError } from '../model/errors.ts'
import type { Feed, Pack, PackFeed } from '../model/feed.ts'
import { nearestWords } from '../text/nearest.ts'
import { feedAddress, hostOf } from '../text/url.ts'
import type { AppParts, FoundFeed } from './parts.ts'
import { addBriefing, DEFAULT_TIME, findTwin, readSlots } from './schedules.ts'

const RUNS_SHOWN = 3
/** Articles seen last, among which the newest is looked for. */
const NEWEST_AMONG = 100
const EVERYTHING = 'all'
/** Can be no address; was meant as a topic. */
const LONE_WORD = /^[\p{L}-]+$/u

type Wish = { readonly what: string; readonly mode?: SubscriptionMode; readonly at?: string }

/** What a person named: a pack, or one feed that is fetched if it is not known. */
type Named =
  | { readonly kind: 'pack'; readonly pack: Pack }
  | { readonly kind: 'packFeed'; readonly feed: PackFeed }
  | { readonly kind: 'address'; readonly address: string }

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

function understand(what: string, packs: readonly Pack[]): Named {
  const pack = packs.find(({ name }) => same(name, what))
  if (pack !== undefined) return { kind: 'pack', pack }
  const feed = packs.flatMap(({ feeds }) => feeds).find(({ title, url }) => same(title, what) || url === what)
  if (feed !== undefined) return { kind: 'packFeed', feed }
  // As it was typed: whether a scheme was named decides what is tried.
  if (feedAddress(what) !== undefined) return { kind: 'address', address: what }
  if (!LONE_WORD.test(what)) throw new UserError('badAddress', { value: what })
  const names = packs.map(({ name }) => name)
  const [nearest] = nearestWords(what, names, 1)
  if (nearest === undefined) throw new UserError('unknownTopic', { value: what, topics: names.join(', ') })
  throw new UserError('nearTopic', { value: what, nearest, topics: names.join(', ') })
}

/** A feed answers to its title, its address, its host or one of its topics. */
function answersTo({ title, url, siteUrl, topics }: Feed, what: string): boolean {
  const address = feedAddress(what)
  return (
    same(title, what) ||
    url === what ||
    url === address ||
    siteUrl === what ||
    same(hostOf(url), what) ||
    topics.some(topic => same(topic, what))
  )
}

async function findFeeds(named: Named, parts: AppParts, signal: AbortSignal): Promise<readonly FoundFeed[]> {
  if (named.kind === 'address') return [await parts.feeds.add(named.address, signal)]
  const wanted = named.kind === 'pack' ? named.pack.feeds : [named.feed]
  const found: FoundFeed[] = []
  for (const feed of wanted) found.push({ feed: await parts.feeds.addUnfetched(feed) })
  return found
}

/** The channel's next runs over all its briefings, earliest first. */
function runsOf(briefings: readonly Briefing[], now: Date): readonly Date[] {
  return briefings
    .flatMap(briefing => nextRuns(briefing, now, RUNS_SHOWN))
    .toSorted((a, b) => a.getTime() - b.getTime())
    .slice(0, RUNS_SHOWN)
}

/** A channel that takes its first feed gets a daily briefing, and one more when a time is named that it does not have. */
export async function ensureBriefing(
  channel: Channel,
  at: string | undefined,
  isInstant: boolean,
  parts: AppParts,
): Promise<readonly Briefing[]> {
  const existing = await parts.store.listBriefings(channel.id)
  if (at === undefined && (isInstant || existing.length > 0)) return existing
  const slots = readSlots(channel, { at: at ?? DEFAULT_TIME })
  if (findTwin(existing, slots) !== undefined) return existing
  await addBriefing(channel, slots, parts)
  return parts.store.listBriefings(channel.id)
}

interface Taken {
  readonly added: number
  readonly changed: number
  /** Of the feeds as they are taken now. */
  readonly modes: ReadonlySet<SubscriptionMode>
}

/** More than anybody reads; a list that brings more comes from a mistake or from somebody who means harm. */
export const FEEDS_PER_CHANNEL = 1000

/**
 * Writes the subscriptions. A mode that nobody named leaves those that are there alone.
 * @throws UserError 'tooManyFeeds'
 */
async function takeFeeds(
  channel: Channel,
  feeds: readonly Feed[],
  wish: Wish,
  { store, clock }: AppParts,
): Promise<Taken> {
  const existing = new Map(
    (await store.listSubscriptions({ channelId: channel.id })).map(({ feedId, mode }) => [feedId, mode]),
  )
  const all = new Set([...existing.keys(), ...feeds.map(({ id }) => id)])
  if (all.size > existing.size && all.size > FEEDS_PER_CHANNEL) {
    throw new UserError('tooManyFeeds', { limit: String(FEEDS_PER_CHANNEL) })
  }
  const { last } = await store.getArrivals()
  const modes = new Set<SubscriptionMode>()
  let added = 0
  let changed = 0
  for (const feed of feeds) {
    const before = existing.get(feed.id)
    const mode = wish.mode ?? before ?? 'digest'
    modes.add(mode)
    if (before === mode) continue
    if (before === undefined) added += 1
    else changed += 1
    // Announced is what comes from now on; what a feed brings when it is read for the first time was there before.
    const begin = mode === 'instant' && feed.lastSuccessAt !== undefined ? { announcedUpTo: last } : {}
    await store.subscribe({ channelId: channel.id, feedId: feed.id, mode, createdAt: clock.now(), ...begin })
  }
  return { added, changed, modes }
}

async function newestOf(found: readonly FoundFeed[], { store }: AppParts): Promise<SubscribeResult['newest']> {
  const fetched = found.flatMap(({ newest }) => newest ?? [])
  if (fetched[0] !== undefined) return fetched[0]
  // Newest by its publication: in which order the feeds of a pack were read says nothing.
  const articles = await store.listArticles({ feedIds: found.map(({ feed }) => feed.id), limit: NEWEST_AMONG })
  return articles.toSorted((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime() || (a.url < b.url ? -1 : 1))[0]
}

/**
 * The part of the use-cases that is about taking and dropping feeds.
 * @param pollSoon fetches starter feeds in the background
 * @param groupNew puts articles that came just now into stories, so that the next command tells them
 */
export function subscriptionCases(
  parts: AppParts,
  pollSoon: (feeds: readonly Feed[]) => void,
  groupNew: () => Promise<unknown>,
): Pick<UseCases, 'subscribe' | 'unsubscribe' | 'findSubscriptions' | 'exportOpml'> {
  const { store, clock, packs } = parts

  return {
    async subscribe(channel, wish, signal) {
      // A wrong time is said before anything is fetched or written.
      if (wish.at !== undefined) readSlots(channel, { at: wish.at })
      const named = understand(wish.what.trim(), packs)
      const found = await findFeeds(named, parts, signal)
      const feeds = found.map(({ feed }) => feed)
      const { added, changed, modes } = await takeFeeds(channel, feeds, wish, parts)
      const unfetched = feeds.filter(feed => feed.lastPolledAt === undefined)
      if (named.kind === 'address') await groupNew()
      else pollSoon(unfetched)
      const newest = await newestOf(found, parts)
      const isInstant = !modes.has('digest')
      const briefings = await ensureBriefing(channel, wish.at, isInstant, parts)
      return {
        ...(named.kind === 'pack' ? { topic: named.pack.name } : {}),
        feeds,
        added,
        changed,
        mode: isInstant ? 'instant' : 'digest',
        pending: named.kind === 'address' ? 0 : unfetched.length,
        ...(newest === undefined ? {} : { newest }),
        nextRuns: runsOf(briefings, clock.now()),
        timezone: briefings[0]?.timezone ?? channel.timezone,
      }
    },

    async findSubscriptions(channel, what) {
      const feeds = new Map((await store.listFeeds(channel.id)).map(feed => [feed.id, feed]))
      const rows = await store.listSubscriptions({ channelId: channel.id })
      if (rows.length === 0) throw new UserError('noSubscriptions')
      const all = rows.flatMap(({ feedId, mode }): SubscribedFeed[] => {
        const feed = feeds.get(feedId)
        return feed === undefined ? [] : [{ feed, mode }]
      })
      const sorted = all.toSorted(
        (a, b) => a.feed.title.localeCompare(b.feed.title) || (a.feed.url < b.feed.url ? -1 : 1),
      )
      const found = same(what, EVERYTHING) ? sorted : sorted.filter(({ feed }) => answersTo(feed, what.trim()))
      if (found.length === 0) throw new UserError('notSubscribed', { value: what })
      return found
    },

    unsubscribe: (channel, feeds) =>
      store.unsubscribe(
        channel.id,
        feeds.map(({ id }) => id),
      ),

    exportOpml: async channel => exportOpml(await store.listFeeds(channel.id), 'Tidings', clock.now()),
  }
}
