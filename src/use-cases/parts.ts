import type { ListedFeed } from '../feeds/listed.ts'
import type { Article } from '../model/article.ts'
import type { Feed, FeedId, Pack } from '../model/feed.ts'
import type { Clock } from '../ports/clock.ts'
import type { Log } from '../ports/log.ts'
import type { Platform } from '../ports/platform.ts'
import type { Store } from '../ports/store.ts'
import type { Summarizer, WordingModel } from '../ports/summarizer.ts'

/** A feed that a person brought, and its newest article when it was fetched just now. */
export interface FoundFeed {
  readonly feed: Feed
  readonly newest?: Article
}

/** The way to the publishers: wired in assemble from the fetcher, the parser pool and the poller. */
export interface FeedAccess {
  /**
   * Finds the feed at an address (a feed, a site or a bare host) and keeps it with its articles.
   * @throws UserError
   */
  add(address: string, signal: AbortSignal): Promise<FoundFeed>
  /** Keeps a starter feed without fetching it. */
  addUnfetched(feed: Pack['feeds'][number]): Promise<Feed>
  /**
   * Keeps a feed of an imported list without fetching it; one that is kept already stays as it is.
   * @throws UserError 'privateAddress', 'closedPort'
   */
  addListed(feed: ListedFeed): Promise<Feed>
  /** Downloads a file of at most 10 MB. @throws UserError */
  download(
    url: string,
    signal: AbortSignal,
  ): Promise<{ readonly bytes: Uint8Array; readonly contentType?: string; readonly url: string }>
  /** Polls due feeds; with `only`, these feeds if due. */
  poll(signal: AbortSignal, only?: readonly FeedId[], onPolled?: (articles: number) => void): Promise<PollCounts>
}

export interface PollCounts {
  readonly polled: number
  readonly unchanged: number
  readonly failed: number
  readonly added: number
}

/** Everything that the application is made of; only main and assemble know the concrete things. */
export interface AppParts {
  readonly store: Store
  readonly summarizer: Summarizer
  /** Absent when the operator has named none. */
  readonly wordingModel?: WordingModel
  readonly feeds: FeedAccess
  readonly platforms: readonly Platform[]
  readonly packs: readonly Pack[]
  readonly clock: Clock
  readonly log: Log
  /** A fresh, unguessable id: letters and digits, at most 22. */
  readonly newId: () => string
  /** IANA zone of channels that have not named one. */
  readonly timezone: string
}
