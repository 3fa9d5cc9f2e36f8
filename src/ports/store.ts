import type { AnalysedArticle, KeptArticles } from '../model/article.ts'
import type { Briefing, BriefingId, Channel, ChannelId, Delivery, Subscription } from '../model/briefing.ts'
import type { Audience, Digest, DigestId } from '../model/digest.ts'
import type { Feed, FeedId, KeptRhythm, Moving, Repeated, Validators } from '../model/feed.ts'
import type { Action } from '../model/message.ts'
import type { ArticleStore, PageStore, StoryStore } from './article-store.ts'
import type { Claim, Claimed } from './claim.ts'
import type { DeliveryStore } from './delivery-store.ts'
import type { FilterStore } from './filter-store.ts'
import type { FollowStore, LedgerStore } from './ledger-store.ts'

/** What a poll changed on its feed. */
export interface PollResult {
  readonly polledAt: Date
  readonly nextPollAt: Date
  /** New address after a confirmed permanent redirect; see FeedStore.finishPoll. */
  readonly url?: string
  readonly title?: string
  readonly siteUrl?: string
  readonly language?: string
  /** Replaces the stored ones; absent = keep them (the poll failed). */
  readonly validators?: Validators
  /** Failure name; absent = success. The first one since a success is remembered as Feed.failingSince. */
  readonly error?: string
  /** Replaces the stored one; absent = keep it (nothing was read). */
  readonly rhythm?: KeptRhythm
  /** Replaces the stored one; absent = no redirect is being confirmed. */
  readonly moving?: Moving
  /** Replaces the stored one; absent = the feed is not said to be gone. */
  readonly gone?: Repeated
  /** Set when it is confirmed that the feed is gone. */
  readonly goneAt?: Date
}

export interface FeedStore {
  /**
   * Adds the feed, or returns the one already kept under the same id or address (its topics widened). A feed that was
   * gone is given another chance: it is due at `nextPollAt`.
   */
  addFeed(feed: Feed): Promise<Feed>
  /** The feed with this id or this address; for one that was merged into another, that other one. */
  findFeed(key: FeedId | string): Promise<Feed | undefined>
  /** All feeds that were not merged into another, or those that a channel takes; by title. */
  listFeeds(channelId?: ChannelId): Promise<readonly Feed[]>
  /** Feeds that have been failing since `before` or longer, the gone ones too, longest first. */
  listFailing(before: Date): Promise<readonly Feed[]>
  /**
   * Takes due feeds that a channel subscribes to; with `only`, these feeds if due, subscribed or not. Oldest due first.
   * Feeds that are gone or merged are never due.
   */
  claimDueFeeds(claim: Claim, only?: readonly FeedId[]): Promise<readonly Claimed<Feed>[]>
  /** Gives a claimed feed back unpolled, due at `until`. @returns false when the claim was lost */
  postponePoll(claimed: Claimed<Feed>, until: Date): Promise<boolean>
  /** Makes every feed of a host (with port, as in a URL) due at `until`, unless it is due later anyway. */
  postponeHost(host: string, until: Date): Promise<void>
  /**
   * Ends a poll in one transaction: keeps the articles, updates the feed, frees the lease.
   * A known article whose title or text differs is updated, and the change is remembered (ArticleStore.listChanges); a
   * teaser of which the whole text is kept (ArticleStore.updateArticles) takes that text not back.
   * When at least four fifths of the unknown articles stand for known ones of this feed that the poll no longer names
   * (same link apart from scheme and host, or same title), the publisher has given them new keys: the known articles
   * keep their ids, are brought up to date, and answer to the new keys from then on; they are not `added`.
   * A new address that another feed has: a feed that no channel takes yields it; one that is taken takes over the
   * subscriptions (mode and channel stay) as soon as both have seen the same articles, so that none is posted twice.
   * @returns what was kept; undefined when the claim was lost to another worker (then nothing was written)
   */
  finishPoll(
    claimed: Claimed<Feed>,
    result: PollResult,
    articles: readonly AnalysedArticle[],
  ): Promise<KeptArticles | undefined>
}

export interface ChannelStore {
  /** Writes the channel under its id. */
  saveChannel(channel: Channel): Promise<void>
  findChannel(id: ChannelId): Promise<Channel | undefined>
  /** Sets only the pause of a channel, whatever else was changed meanwhile; an unknown channel is passed over. */
  pauseChannel(id: ChannelId, at: Date, reason: string): Promise<void>
  /** The platform moved the channel: everything of it follows to the new address. */
  moveChannel(id: ChannelId, address: string): Promise<Channel>
  /**
   * Writes the subscription; an existing one of this channel and feed keeps its time and changes its mode, and with the
   * mode where its announcements begin. @returns true when it is new
   */
  subscribe(subscription: Subscription): Promise<boolean>
  /** @returns how many were removed */
  unsubscribe(channelId: ChannelId, feedIds: readonly FeedId[]): Promise<number>
  /** By time of subscription; all channels' instant ones when no channel is named. */
  listSubscriptions(
    filter: { channelId: ChannelId } | { mode: 'instant' } | { feedId: FeedId },
  ): Promise<readonly Subscription[]>
}

/** An edition: written together, or not at all. */
export interface Edition {
  readonly digest: Digest
  readonly delivery: Delivery
  /** Arrival number that the edition reaches to. */
  readonly toldUpTo: number
}

export interface BriefingStore {
  saveBriefing(briefing: Briefing): Promise<void>
  removeBriefing(id: BriefingId): Promise<void>
  /** Those of a channel, or all; by next run. */
  listBriefings(channelId?: ChannelId): Promise<readonly Briefing[]>
  /**
   * Sets the next run of a briefing whose next run is still the one given, and frees its lease; a last run later than
   * `now` is forgotten. @returns false when it was changed meanwhile
   */
  resetBriefing(briefing: Briefing, nextRunAt: Date, now: Date): Promise<boolean>
  /** Due briefings of channels that are not paused, longest due first. */
  claimDueBriefings(claim: Claim): Promise<readonly Claimed<Briefing>[]>
  /**
   * Advances the briefing to `nextRunAt`, remembers when and how far the edition told (`lastRunAt`, `toldUpTo`) and
   * writes the edition and enters it into the channel's ledger (LedgerStore.tellDigest), in one transaction.
   * @returns false when the claim was lost to another worker or the briefing is gone (then nothing was written)
   */
  finishBriefing(claimed: Claimed<Briefing>, nextRunAt: Date, edition: Edition | undefined): Promise<boolean>
}

export interface DigestStore {
  /** Keeps a digest that is being shown to this audience in the channel. */
  keepDigest(digest: Digest, channelId: ChannelId, seenBy: Audience): Promise<void>
  /** Notes that a kept digest is shown once more. */
  showDigest(digest: Digest, channelId: ChannelId, seenBy: Audience): Promise<void>
  /** A digest of this channel. */
  findDigest(id: DigestId, channelId: ChannelId): Promise<Digest | undefined>
  /**
   * The digest whose numbers people can name: of those that tell a story, the one that was shown last in the channel to
   * everybody, or to this one person alone. What other people alone were shown is never found.
   */
  findLastNumbered(channelId: ChannelId, seenBy: Audience): Promise<Digest | undefined>
  /** The same of the briefings, with or without a story. */
  findLastBriefing(channelId: ChannelId, seenBy: Audience): Promise<Digest | undefined>
}

/** A kept button: whose it is and what it does. */
export interface KeptAction extends Action {
  readonly id: string
  readonly channelId: ChannelId
  readonly createdAt: Date
}

export interface ActionStore {
  keepActions(actions: readonly KeptAction[]): Promise<void>
  findAction(id: string): Promise<KeptAction | undefined>
}

/** Small facts that must outlive the process, and work that must have one owner. */
export interface StateStore {
  getValue(key: string): Promise<string | undefined>
  setValue(key: string, value: string): Promise<void>
  /** Takes or prolongs a named lease. @returns true when `owner` holds it until now + leaseMs */
  acquireLease(name: string, owner: string, now: Date, leaseMs: number): Promise<boolean>
  releaseLease(name: string, owner: string): Promise<void>
}

/** How far ahead a time can lie that was rightly written; what lies later was written under a wrong clock. */
export interface FurthestAhead {
  readonly pollMs: number
  readonly attemptMs: number
  readonly leaseMs: number
}

export interface ClockStore {
  /**
   * Mends what a clock that was ahead has left: polls and sending attempts beyond the furthest become due at `now`,
   * leases beyond it end at `now` (a part that was being sent then counts as uncertain). @returns how many rows changed
   */
  mendTimes(now: Date, furthest: FurthestAhead): Promise<number>
}

/** Everything that is kept. Every method may throw StoreError; none leaves half a change behind. */
export interface Store
  extends FeedStore,
    ArticleStore,
    PageStore,
    StoryStore,
    ChannelStore,
    FilterStore,
    BriefingStore,
    DeliveryStore,
    DigestStore,
    LedgerStore,
    FollowStore,
    ActionStore,
    StateStore,
    ClockStore {
  close(): Promise<void>
}
