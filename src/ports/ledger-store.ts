import type { ArticleId } from '../model/article.ts'
import type { ChannelId } from '../model/briefing.ts'
import type { Digest } from '../model/digest.ts'
import type { Follow, Telling, ToldChange, ToldEdition } from '../model/ledger.ts'
import type { StoryId } from '../model/story.ts'

/** What each channel was told. An entry is kept for 30 days. */
export interface LedgerStore {
  /**
   * Keeps a digest that everybody in the channel is shown and enters it into the channel's ledger, in one transaction: its stories with the sentences they rest
   * on, its corrections, and how far it reaches. What is older than the retention, seen from this digest, goes.
   */
  tellDigest(digest: Digest, channelId: ChannelId, upTo: number): Promise<void>
  /** Every telling, newest first, of these stories and of any story that cited one of these articles. */
  listTellings(
    channelId: ChannelId,
    about: { readonly storyIds: readonly StoryId[]; readonly articleIds: readonly ArticleId[] },
  ): Promise<readonly Telling[]>
  /** Every telling since then, newest first. */
  listTold(channelId: ChannelId, since: Date): Promise<readonly Telling[]>
  /** No post. */
  findLastEdition(channelId: ChannelId): Promise<ToldEdition | undefined>
  /** The changes of sentences that the channel was told, each once, the last told last. */
  listCorrected(channelId: ChannelId): Promise<readonly ToldChange[]>
  /** Channels in which a post rests on one of these articles. */
  channelsPosted(articleIds: readonly ArticleId[]): Promise<readonly ChannelId[]>
  /** Arrival numbers of the articles that are kept. */
  arrivalsOf(ids: readonly ArticleId[]): Promise<ReadonlyMap<ArticleId, number>>
}

/** When a person last asked to catch up in a channel, and how far the answer reached. */
export interface Caught {
  readonly at: Date
  readonly upTo: number
}

/** What a channel follows, and what its people caught up with. */
export interface FollowStore {
  /** @returns false when the channel follows that article's story under this article already */
  addFollow(follow: Follow): Promise<boolean>
  /** @returns how many were there */
  removeFollows(channelId: ChannelId, articleIds: readonly ArticleId[]): Promise<number>
  /** Oldest first. */
  listFollows(channelId: ChannelId): Promise<readonly Follow[]>
  findCaught(channelId: ChannelId, userId: string): Promise<Caught | undefined>
  setCaught(channelId: ChannelId, userId: string, caught: Caught): Promise<void>
}
