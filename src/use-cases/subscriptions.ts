import type { SubscribedFeed, SubscribeResult, UseCases } from '../command.ts'
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
const EVERYTHING = 'all'
/** Can be no address; was meant as a topic. */
const LONE_WORD = /^[\p{L}-]+$/u

type Wish = { readonly what: string; readonly mode: SubscriptionMode; readonly at?: string }

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
  { mode, at }: Pick<Wish, 'mode' | 'at'>,
  parts: AppParts,
): Promise<readonly Briefing[]> {
  const existing = await parts.store.listBriefings(channel.id)
  if (mode === 'instant' || (existing.length > 0 && at === undefined)) return existing
  const slots = readSlots(channel, { at: at ?? DEFAULT_TIME })
  if (findTwin(existing, slots) !== undefined) return existing
  await addBriefing(channel, slots, parts)
  return parts.store.listBriefings(channel.id)
}

async function newestOf(found: readonly FoundFeed[], { store }: AppParts): Promise<SubscribeResult['newest']> {
  const fetched = found.flatMap(({ newest }) => newest ?? [])
  if (fetched[0] !== undefined) return fetched[0]
  const [newest] = await store.listArticles({ feedIds: found.map(({ feed }) => feed.id), limit: 1 })
  return newest
}

/** The part of the use-cases that is about taking and dropping feeds. */
export function subscriptionCases(
  parts: AppParts,
  pollSoon: (feeds: readonly Feed[]) => void,
): Pick<UseCases, 'subscribe' | 'unsubscribe' | 'findSubscriptions' | 'exportOpml'> {
  const { store, clock, packs } = parts

  return {
    async subscribe(channel, wish, signal) {
      // A wrong time is said before anything is fetched or written.
      if (wish.at !== undefined) readSlots(channel, { at: wish.at })
      const named = understand(wish.what.trim(), packs)
      const found = await findFeeds(named, parts, signal)
      let added = 0
      for (const { feed } of found) {
        const subscription = { channelId: channel.id, feedId: feed.id, mode: wish.mode, createdAt: clock.now() }
        if (await store.subscribe(subscription)) added += 1
      }
      const unfetched = found.map(({ feed }) => feed).filter(feed => feed.lastPolledAt === undefined)
      if (named.kind !== 'address') pollSoon(unfetched)
      const newest = await newestOf(found, parts)
      const briefings = await ensureBriefing(channel, wish, parts)
      return {
        ...(named.kind === 'pack' ? { topic: named.pack.name } : {}),
        feeds: found.map(({ feed }) => feed),
        added,
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
      const found = same(what, EVERYTHING) ? all : all.filter(({ feed }) => answersTo(feed, what.trim()))
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
