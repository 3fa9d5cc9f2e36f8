import { setImmediate as nextTurn } from 'node:timers/promises'
import { composeBriefing } from '../digests/compose.ts'
import { digestMessage } from '../digests/present.ts'
import { nextRun } from '../digests/schedule.ts'
import { leftOutOf } from '../digests/story-item.ts'
import type { AnalysedArticle } from '../model/article.ts'
import type { Briefing, Channel, DeliveryId } from '../model/briefing.ts'
import type { Digest, DigestId, DigestLength, LeftOut } from '../model/digest.ts'
import type { Feed } from '../model/feed.ts'
import type { Message } from '../model/message.ts'
import type { Claimed } from '../ports/claim.ts'
import type { Edition } from '../ports/store.ts'
import { findDisagreements } from '../stories/disagreements.ts'
import { rankStories } from '../stories/rank.ts'
import { catalogueFor } from '../text/words/catalogues.ts'
import { keepActions } from './actions.ts'
import { correctionsFor } from './corrected.ts'
import { currentFollows } from './follows.ts'
import type { AppParts } from './parts.ts'
import { type HiddenArticle, passFilters } from './passing.ts'
import { recallStories } from './recall.ts'
import { coverageOf, gatherStories } from './telling.ts'
import { forEdition } from './wording.ts'

const HOUR_MS = 3_600_000
/** A briefing on demand, and the first one of a channel, look back so far. */
export const DEFAULT_WINDOW_MS = 24 * HOUR_MS
/** An article may be found this long after it was published and is still news: feeds are late, and so are we. */
const LATENESS_MS = 36 * HOUR_MS
const ARTICLES_AT_MOST = 3000
const LEASE_MS = 5 * 60_000
/** Articles that filters hid and that /missed names. */
const HIDDEN_NAMED = 20

/** What an edition is made from. */
interface Window {
  /** What was seen since then, when no arrival number tells where the last edition ended. */
  readonly from: Date
  readonly to: Date
  /** Arrival numbers: behind this one, and up to that one. */
  readonly after?: number | undefined
  readonly upTo?: number
}

/** Articles of the feeds that came in the window and were fresh then. */
async function articlesIn(
  window: Window,
  feeds: readonly Feed[],
  { store }: AppParts,
): Promise<readonly AnalysedArticle[]> {
  const feedIds = feeds.map(({ id }) => id)
  const { from, to, after, upTo } = window
  // With an end by number the time ends nothing: what was seen in this very moment is in, and so is it for the next one.
  const span = after !== undefined ? { after } : upTo === undefined ? { from, to } : { from }
  const end = upTo === undefined ? {} : { upTo }
  const articles = await store.listArticles({ feedIds, ...span, ...end, limit: ARTICLES_AT_MOST })
  const oldest = window.from.getTime() - LATENESS_MS
  return articles.filter(({ publishedAt }) => publishedAt.getTime() >= oldest)
}

/** Topics that at least half of the feeds are about. */
function topicsOf(feeds: readonly Feed[]): ReadonlySet<string> {
  const counts = Map.groupBy(
    feeds.flatMap(({ topics }) => topics),
    topic => topic,
  )
  return new Set([...counts].filter(([, { length }]) => length * 2 >= feeds.length).map(([topic]) => topic))
}

const filteredOut = ({ article, by }: HiddenArticle): LeftOut =>
  leftOutOf({ articles: [article] }, { kind: 'filtered', ...(by === undefined ? {} : { filter: by.rule }) })

/** What an edition is to be. */
export interface EditionWish {
  readonly channel: Channel
  readonly feeds: readonly Feed[]
  readonly window: Window
  readonly length: DigestLength
  /** Tells also what an earlier edition passed over for want of room. */
  readonly isCatchup?: boolean
  /** Tells also what was posted at once. */
  readonly retellsPosts?: boolean
}

/** Composes a briefing from what the feeds brought in the window, and what the channel was told before. */
export async function composeEdition(wish: EditionWish, parts: AppParts, signal: AbortSignal): Promise<Digest> {
  const { channel, feeds, window, length, isCatchup = false, retellsPosts = false } = wish
  const { newId, summarizer, log, store } = parts
  const { articles, hidden } = await passFilters(channel.id, await articlesIn(window, feeds, parts), parts, signal)
  const candidates = await gatherStories(articles, store)
  const followed = new Set((await currentFollows(channel, parts)).map(({ story }) => story.id))
  const ranked = rankStories(candidates, window.to, { topics: topicsOf(feeds), followed })
  const last = await store.findLastEdition(channel.id)
  const corrections = await correctionsFor(candidates, channel, window.to, parts)
  const isByTime = window.upTo === undefined && !isCatchup
  const recall = { channel, feeds, length, isByTime, last, corrections, retellsPosts }
  const recalled = await recallStories(ranked, recall, parts)
  // A window may reach a moment ahead; a digest is never made later than now.
  const now = new Date(Math.min(window.to.getTime(), parts.clock.now().getTime()))
  const composed = { id: newId() as DigestId, now, from: window.from, summarizer, log, findDisagreements }
  const notes = {
    corrections: corrections.fresh,
    leftOut: [...recalled.leftOut, ...hidden.slice(0, HIDDEN_NAMED).map(filteredOut)],
    ...(last === undefined ? {} : { newSince: last.at }),
  }
  const coverage = coverageOf(articles, feeds, candidates, hidden.length)
  return composeBriefing(recalled.stories, length, { ...composed, coverage }, signal, notes)
}

function splitFor(message: Message, channel: Channel, { platforms }: AppParts): readonly Message[] {
  const platform = platforms.find(({ name }) => name === channel.platform)
  return platform === undefined ? [message] : platform.split(message)
}

/**
 * From where the channel's last edition ended, whichever of its briefings that was: nothing is told twice in a channel.
 * Up to the last article that all before it have a story: what is not grouped yet comes with the next edition.
 */
async function windowOf(briefing: Briefing, parts: AppParts): Promise<Window & { readonly upTo: number }> {
  const now = parts.clock.now()
  const siblings = await parts.store.listBriefings(briefing.channelId)
  const told = siblings.flatMap(({ toldUpTo }) => toldUpTo ?? [])
  const times = siblings.flatMap(({ lastRunAt }) => lastRunAt?.getTime() ?? [])
  const { placed } = await parts.store.getArrivals()
  const dueMs = Math.min(now.getTime(), briefing.nextRunAt.getTime())
  return {
    // Back from the slot: a first edition that comes late tells what it would have told in time.
    from: new Date(times.length === 0 ? dueMs - DEFAULT_WINDOW_MS : Math.max(...times)),
    to: now,
    after: told.length === 0 ? undefined : Math.max(...told),
    upTo: placed,
  }
}

/** Another briefing of the channel has told since this slot: after downtime several missed ones are one edition. */
async function isCovered({ id, channelId, nextRunAt: slot }: Briefing, { store }: AppParts): Promise<boolean> {
  const siblings = await store.listBriefings(channelId)
  return siblings.some(other => other.id !== id && other.lastRunAt !== undefined && other.lastRunAt >= slot)
}

async function editionOf(
  briefing: Briefing,
  channel: Channel,
  parts: AppParts,
  signal: AbortSignal,
): Promise<Edition | undefined> {
  const rows = await parts.store.listSubscriptions({ channelId: channel.id })
  const wanted = new Set(rows.filter(({ mode }) => mode === 'digest').map(({ feedId }) => feedId))
  const feeds = (await parts.store.listFeeds(channel.id)).filter(({ id }) => wanted.has(id))
  if (feeds.length === 0 || (await isCovered(briefing, parts))) return undefined
  const window = await windowOf(briefing, parts)
  const digest = await composeEdition(
    { channel, feeds, window, length: briefing.length },
    forEdition(channel, briefing, parts),
    signal,
  )
  const words = catalogueFor(channel.language)
  const message = await keepActions(digestMessage(digest, words, briefing.timezone), channel, parts)
  // The slot alone is not enough: a clock that is set back brings it again, with other news.
  const id = `briefing:${briefing.id}:${briefing.nextRunAt.toISOString()}:${window.upTo}` as DeliveryId
  const delivery = {
    id,
    channelId: channel.id,
    digestId: digest.id,
    createdAt: window.to,
    parts: splitFor(message, channel, parts),
  }
  return { digest, delivery, toldUpTo: window.upTo }
}

async function runBriefing(claimed: Claimed<Briefing>, parts: AppParts, signal: AbortSignal): Promise<boolean> {
  const { row: briefing } = claimed
  const channel = await parts.store.findChannel(briefing.channelId)
  if (channel === undefined) return false
  const edition = await editionOf(briefing, channel, parts, signal)
  // From now, not from the slot: slots that passed while we were down are one catch-up edition, not several.
  const written = await parts.store.finishBriefing(claimed, nextRun(briefing, parts.clock.now()), edition)
  return written && edition !== undefined
}

/**
 * Writes the editions of all due briefings; the deliverer sends them.
 * @returns how many editions were written; a briefing whose edition fails stays due until its lease runs out
 */
export async function writeDueEditions(parts: AppParts, signal: AbortSignal): Promise<number> {
  let editions = 0
  while (!signal.aborted) {
    // One at a time: a process that dies holds no more than the one it was at.
    const claim = { now: parts.clock.now(), limit: 1, leaseMs: LEASE_MS }
    const [claimed] = await parts.store.claimDueBriefings(claim)
    if (claimed === undefined) break
    try {
      if (await runBriefing(claimed, parts, signal)) editions += 1
    } catch (error) {
      if (signal.aborted) break
      parts.log.error({ briefing: claimed.row.id, error }, 'an edition could not be written; it is tried again')
    }
    await nextTurn()
  }
  return editions
}
