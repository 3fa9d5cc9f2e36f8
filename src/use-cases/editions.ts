import { composeBriefing } from '../digests/compose.ts'
import { digestMessage } from '../digests/present.ts'
import { nextRun } from '../digests/schedule.ts'
import type { AnalysedArticle } from '../model/article.ts'
import type { Briefing, Channel, DeliveryId } from '../model/briefing.ts'
import type { Digest, DigestId, DigestLength } from '../model/digest.ts'
import type { Feed } from '../model/feed.ts'
import type { Message } from '../model/message.ts'
import type { Claimed, Edition } from '../ports/store.ts'
import { rankStories } from '../stories/rank.ts'
import { catalogueFor } from '../text/words/catalogues.ts'
import { keepActions } from './actions.ts'
import type { AppParts } from './parts.ts'
import { coverageOf, gatherStories, toTell } from './telling.ts'

const HOUR_MS = 3_600_000
/** A briefing on demand, and the first one of a channel, look back so far. */
export const DEFAULT_WINDOW_MS = 24 * HOUR_MS
/** An article may be found this long after it was published and is still news: feeds are late, and so are we. */
const LATENESS_MS = 36 * HOUR_MS
const ARTICLES_AT_MOST = 3000
const LEASE_MS = 5 * 60_000
const BRIEFINGS_PER_CLAIM = 10

interface Window {
  readonly from: Date
  readonly to: Date
}

/** Articles of the feeds that came in the window and were fresh then. */
async function articlesIn(
  window: Window,
  feeds: readonly Feed[],
  { store }: AppParts,
): Promise<readonly AnalysedArticle[]> {
  const feedIds = feeds.map(({ id }) => id)
  const articles = await store.listArticles({ feedIds, ...window, limit: ARTICLES_AT_MOST })
  const oldest = window.from.getTime() - LATENESS_MS
  return articles.filter(({ publishedAt }) => publishedAt.getTime() >= oldest)
}

/** Composes a briefing from what the feeds brought in the window. */
export async function composeEdition(
  feeds: readonly Feed[],
  window: Window,
  length: DigestLength,
  parts: AppParts,
  signal: AbortSignal,
): Promise<Digest> {
  const articles = await articlesIn(window, feeds, parts)
  const candidates = await gatherStories(articles, parts.store)
  const ranked = rankStories(candidates, window.to).flatMap(story => toTell(story, story.origins))
  const { newId, summarizer } = parts
  const composed = { id: newId() as DigestId, now: window.to, from: window.from, summarizer }
  return composeBriefing(ranked, length, { ...composed, coverage: coverageOf(articles, feeds, candidates) }, signal)
}

function splitFor(message: Message, channel: Channel, { platforms }: AppParts): readonly Message[] {
  const platform = platforms.find(({ name }) => name === channel.platform)
  return platform === undefined ? [message] : platform.split(message)
}

async function editionOf(
  { row: briefing }: Claimed<Briefing>,
  channel: Channel,
  parts: AppParts,
  signal: AbortSignal,
): Promise<Edition | undefined> {
  const now = parts.clock.now()
  const rows = await parts.store.listSubscriptions({ channelId: channel.id })
  const wanted = new Set(rows.filter(({ mode }) => mode === 'digest').map(({ feedId }) => feedId))
  const feeds = (await parts.store.listFeeds(channel.id)).filter(({ id }) => wanted.has(id))
  if (feeds.length === 0) return undefined
  const from = briefing.lastRunAt ?? new Date(now.getTime() - DEFAULT_WINDOW_MS)
  const digest = await composeEdition(feeds, { from, to: now }, briefing.length, parts, signal)
  const words = catalogueFor(channel.language)
  const message = await keepActions(digestMessage(digest, words, briefing.timezone), channel, parts)
  const id = `briefing:${briefing.id}:${briefing.nextRunAt.toISOString()}` as DeliveryId
  const delivery = {
    id,
    channelId: channel.id,
    digestId: digest.id,
    createdAt: now,
    parts: splitFor(message, channel, parts),
  }
  return { digest, delivery }
}

async function runBriefing(claimed: Claimed<Briefing>, parts: AppParts, signal: AbortSignal): Promise<boolean> {
  const { row: briefing } = claimed
  const channel = await parts.store.findChannel(briefing.channelId)
  if (channel === undefined) return false
  const edition = await editionOf(claimed, channel, parts, signal)
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
    const claim = { now: parts.clock.now(), limit: BRIEFINGS_PER_CLAIM, leaseMs: LEASE_MS }
    const due = await parts.store.claimDueBriefings(claim)
    if (due.length === 0) break
    for (const claimed of due) {
      try {
        if (await runBriefing(claimed, parts, signal)) editions += 1
      } catch (error) {
        parts.log.error({ briefing: claimed.row.id, error }, 'an edition could not be written; it is tried again')
      }
    }
  }
  return editions
}
