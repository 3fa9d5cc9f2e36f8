import type { UseCases } from '../command-cases.ts'
import type { Channel } from '../model/briefing.ts'
import type { Digest } from '../model/digest.ts'
import { UserError } from '../model/errors.ts'
import type { Feed } from '../model/feed.ts'
import { composeEdition, DEFAULT_WINDOW_MS } from './editions.ts'
import type { AppParts } from './parts.ts'
import { reachOf } from './reading.ts'
import { forAnswer } from './wording.ts'

const MINUTE_MS = 60_000

/** What a briefing on demand reads. */
interface Reading {
  readonly feeds: readonly Feed[]
  /** All of it was posted at once: who asks for it wants a look back. */
  readonly retellsPosts: boolean
}

/**
 * The feeds of a briefing on demand: those that the channel takes, but for the instant ones, whose articles it was told
 * one by one, unless it takes no others; while it takes none, the starter feeds.
 */
async function readingFor(channel: Channel, parts: AppParts): Promise<Reading> {
  const { feeds, isUnsubscribed } = await reachOf(channel, parts)
  if (feeds.length === 0) throw new UserError('noSubscriptions')
  if (isUnsubscribed) return { feeds, retellsPosts: false }
  const [taken, subscriptions] = await Promise.all([
    parts.store.listFeeds(channel.id),
    parts.store.listSubscriptions({ channelId: channel.id }),
  ])
  const inDigests = new Set(subscriptions.filter(({ mode }) => mode === 'digest').map(({ feedId }) => feedId))
  return inDigests.size === 0
    ? { feeds: taken, retellsPosts: true }
    : { feeds: taken.filter(({ id }) => inDigests.has(id)), retellsPosts: false }
}

/** The part of the use-cases that tells the news when somebody asks. */
export function demandCases(parts: AppParts): Pick<UseCases, 'briefing' | 'lastBriefing' | 'catchup'> {
  const { store, clock } = parts

  /** The end is exclusive, and what came in this very moment belongs in. */
  const windowFrom = (from: Date) => ({ from, to: new Date(clock.now().getTime() + 1) })

  return {
    async briefing(channel, { length, previewFor }, signal) {
      const reading = await readingFor(channel, parts)
      // Read before the articles: what is grouped meanwhile counts as not yet told.
      const { placed } = await store.getArrivals()
      const window = windowFrom(new Date(clock.now().getTime() - DEFAULT_WINDOW_MS))
      const digest = await composeEdition({ channel, ...reading, window, length }, forAnswer(channel, parts), signal)
      if (previewFor === undefined) await store.tellDigest(digest, channel.id, placed)
      else await store.keepDigest(digest, channel.id, previewFor)
      return digest
    },

    async lastBriefing(channel, seenBy) {
      const digest = await store.findLastBriefing(channel.id, seenBy)
      if (digest === undefined) throw new UserError('noDigest')
      await store.showDigest(digest, channel.id, seenBy)
      return digest
    },

    async catchup(channel, { userId, minutes, seenBy }, signal) {
      const reading = await readingFor(channel, parts)
      const now = clock.now()
      const { placed } = await store.getArrivals()
      const caught = await store.findCaught(channel.id, userId)
      const since = minutes === undefined ? caught : undefined
      const backMs = minutes === undefined ? DEFAULT_WINDOW_MS : minutes * MINUTE_MS
      const window =
        since === undefined
          ? windowFrom(new Date(now.getTime() - backMs))
          : { from: since.at, to: now, after: since.upTo, upTo: placed }
      const wish = { channel, ...reading, window, length: 'short', isCatchup: true } as const
      const { newSince: _newSince, ...composed } = await composeEdition(wish, forAnswer(channel, parts), signal)
      const digest: Digest = { ...composed, kind: 'catchup' }
      await store.keepDigest(digest, channel.id, seenBy)
      // Whoever looks back a few minutes has not seen what came before them.
      const isWhole = minutes === undefined || (caught !== undefined && window.from <= caught.at)
      if (isWhole) await store.setCaught(channel.id, userId, { at: now, upTo: placed })
      return digest
    },
  }
}
