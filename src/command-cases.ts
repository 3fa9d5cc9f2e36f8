import type { Article, ArticleId } from './model/article.ts'
import type { Briefing, Channel, SubscriptionMode } from './model/briefing.ts'
import type { Audience, Correction, Digest, DigestLength } from './model/digest.ts'
import type { Feed } from './model/feed.ts'
import type { FilterMode, FilterRule, FilterTrial } from './model/filter.ts'
import type { Following } from './model/ledger.ts'
import type { Message } from './model/message.ts'
import type { ChannelSettings, ModelUsed, Privacy, SettingsWish } from './model/settings.ts'
import type { Words } from './text/words/en.ts'

export interface SubscribedFeed {
  readonly feed: Feed
  readonly mode: SubscriptionMode
}

export interface SubscribeResult {
  /** The pack's name when a topic was asked for. */
  readonly topic?: string
  readonly feeds: readonly Feed[]
  /** How many of them are new to the channel. */
  readonly added: number
  /** How many were there and changed their mode. */
  readonly changed: number
  /** 'digest' when any of them is told in the briefing. */
  readonly mode: SubscriptionMode
  /** How many have never been fetched; the poller does that next. */
  readonly pending: number
  readonly newest?: Article
  /** The channel's next runs, earliest first. */
  readonly nextRuns: readonly Date[]
  readonly timezone: string
}

/** A line of an imported list that became no subscription. */
export interface RefusedLine {
  readonly line: number
  readonly reason: 'noAddress' | 'badAddress' | 'privateAddress' | 'closedPort'
  /** As it stands there, without secrets. */
  readonly value: string
}

export interface ImportResult {
  /** New to the channel. */
  readonly added: number
  /** The channel took them before. */
  readonly known: number
  readonly refused: readonly RefusedLine[]
  /** Feeds behind the longest list that is taken. */
  readonly left: number
  /** Feeds for which the channel has no place. */
  readonly beyond: number
  /** Places of a channel. */
  readonly limit: number
}

export interface Status {
  readonly articles: number
  readonly feeds: number
  readonly stories: number
  readonly channelFeeds: readonly Feed[]
  /** Absent when no briefing is scheduled. */
  readonly nextRun?: Date
  /** False: the next briefing has nothing to tell, and is not posted. */
  readonly hasBriefingFeeds: boolean
  readonly waiting: number
  readonly uncertain: number
  readonly dead: number
  readonly summarizer: string
  /** Absent when the bullets are made on this machine. */
  readonly model?: ModelUsed
}

/** A briefing as a person names it. */
export interface ScheduleWish {
  readonly at: string
  readonly days?: string
  readonly timezone?: string
}

/** A filter rule as a person words it. */
export interface FilterWish {
  readonly rule: string
  readonly mode: FilterMode
}

export type Since = '24h' | '3d' | '7d' | '30d'

/** What commands can ask of the application. Every method may throw UserError. */
export interface UseCases {
  subscribe(
    channel: Channel,
    wish: { what: string; mode?: SubscriptionMode; at?: string },
    signal: AbortSignal,
  ): Promise<SubscribeResult>
  /** The feeds of the channel that the words name: title, address, host, topic, or "all". */
  findSubscriptions(channel: Channel, what: string): Promise<readonly SubscribedFeed[]>
  unsubscribe(channel: Channel, feeds: readonly Feed[]): Promise<number>
  /** OPML 2.0 of what the channel takes. */
  exportOpml(channel: Channel): Promise<string>
  /**
   * Takes every feed of an OPML list into the channel; none is fetched here, the poller does that at its pace. What the
   * channel takes already stays as it is.
   * @param list the file, or the http(s) address of one
   */
  importOpml(
    channel: Channel,
    list: { readonly filename: string; readonly bytes: Uint8Array } | { readonly url: string },
    signal: AbortSignal,
  ): Promise<ImportResult>
  summary(
    channel: Channel,
    wish: { topic: string; since?: Since; length: DigestLength; language: string; seenBy: Audience },
    signal: AbortSignal,
  ): Promise<Digest>
  /**
   * A briefing made now, over the last day, for everybody in the channel: what it tells counts as told from then on. With
   * `previewFor` a preview for these people, which counts for nothing.
   */
  briefing(
    channel: Channel,
    wish: { length: DigestLength; previewFor?: Audience },
    signal: AbortSignal,
  ): Promise<Digest>
  /** The last briefing that they were shown, shown once more: bare numbers mean it from now on. */
  lastBriefing(channel: Channel, seenBy: Audience): Promise<Digest>
  /**
   * What happened since this person last asked in this channel (the first time: in the last day), or in so many minutes,
   * in short, as far as the channel was not told it.
   */
  catchup(
    channel: Channel,
    wish: { userId: string; minutes?: number; seenBy: Audience },
    signal: AbortSignal,
  ): Promise<Digest>
  /** The channel follows the story of this article from now on. @returns false when it did already */
  follow(channel: Channel, story: { articleId: ArticleId; headline: string }): Promise<boolean>
  /** What the channel follows, oldest first. */
  follows(channel: Channel): Promise<readonly Following[]>
  /** @returns false when the channel did not follow the story of this article */
  unfollow(channel: Channel, articleId: ArticleId): Promise<boolean>
  /** What of a digest has been corrected since it was made. */
  corrections(channel: Channel, digest: Digest): Promise<readonly Correction[]>
  /**
   * A digest that was shown in the channel: by id, as buttons name it, else of those that they have seen the last one
   * that has numbers to name, or the last briefing.
   */
  getDigest(
    channel: Channel,
    which: { id: string | undefined; last?: 'numbered' | 'briefing'; seenBy: Audience },
  ): Promise<Digest>
  present(digest: Digest, channel: Channel, words: Words): Promise<Message>
  schedules(channel: Channel): Promise<readonly Briefing[]>
  addSchedule(channel: Channel, wish: ScheduleWish): Promise<Briefing>
  /** Removes the one briefing at this time; days and zone tell apart those that share it. */
  removeSchedule(channel: Channel, wish: ScheduleWish): Promise<Briefing>
  /** Whether briefings of the channel have anything to tell: false while it takes no feed, or only instant ones. */
  hasBriefingFeeds(channel: Channel): Promise<boolean>
  nextRuns(briefing: Briefing, count: number): readonly Date[]
  /** The channel's filter rules, by number. */
  filters(channel: Channel): Promise<readonly FilterRule[]>
  addFilter(channel: Channel, wish: FilterWish): Promise<FilterRule>
  /** @param number as it was typed */
  removeFilter(channel: Channel, number: string): Promise<FilterRule>
  /** What the rules in force, or one rule alone, would do to the newest articles of the channel's feeds. */
  testFilter(channel: Channel, wish: FilterWish | undefined, signal: AbortSignal): Promise<FilterTrial>
  status(channel: Channel): Promise<Status>
  settings(channel: Channel): ChannelSettings
  /** Changes what is named, and nothing else. @throws UserError 'noModel', 'unknownZone' */
  changeSettings(channel: Channel, wish: SettingsWish): Promise<ChannelSettings>
  privacy(channel: Channel): Promise<Privacy>
  topics(): readonly string[]
  /** Values for a half-typed option, best first. */
  suggest(channel: Channel, command: string, option: string, typed: string): Promise<readonly string[]>
}
