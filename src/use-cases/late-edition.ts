import type { PackFeed } from '../model/feed.ts'
import type { Clusterer } from './clustering.ts'
import type { AppParts } from './parts.ts'

/** The UTC day whose late edition is out. */
const LATE_DAY = 'newsstand.late'
const DAY_CHARACTERS = 'YYYY-MM-DD'.length
const LEASE_MS = 60_000
/** Further ahead is no feed ever due. */
const AHEAD_MS = 30 * 86_400_000

/** Prints the late edition of the sample newsstand. @returns false when it is out already */
type Print = (at: Date) => boolean

const dayOf = (at: Date): string => at.toISOString().slice(0, DAY_CHARACTERS)

/** A late edition that was out at the last start is out today still: else every edit would be taken back. */
export async function printAgain(print: Print, { store, clock }: AppParts): Promise<void> {
  const now = clock.now()
  if ((await store.getValue(LATE_DAY)) === dayOf(now)) print(now)
}

/**
 * Prints the late edition and reads it at once, whether the feeds are due or not: this very machine serves them.
 * @returns how many articles are new; undefined when it was out already
 */
export async function readLate(
  print: Print,
  feeds: readonly PackFeed[],
  { store, clock, feeds: access }: AppParts,
  clusterer: Clusterer,
  signal: AbortSignal,
): Promise<number | undefined> {
  const now = clock.now()
  if (!print(now)) return undefined
  await store.setValue(LATE_DAY, dayOf(now))
  const known = await Promise.all(feeds.map(({ url }) => store.findFeed(url)))
  const ids = known.flatMap(feed => feed?.id ?? [])
  const claim = { now: new Date(now.getTime() + AHEAD_MS), limit: ids.length, leaseMs: LEASE_MS }
  for (const claimed of await store.claimDueFeeds(claim, ids)) await store.postponePoll(claimed, now)
  const { added } = await access.poll(signal, ids)
  await clusterer.run(signal)
  return added
}
