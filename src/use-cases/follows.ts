import type { UseCases } from '../command-cases.ts'
import type { Channel } from '../model/briefing.ts'
import type { Follow } from '../model/ledger.ts'
import type { Story } from '../model/story.ts'
import type { AppParts } from './parts.ts'

const DAY_MS = 86_400_000
/** A story to which nothing was added for so long is over, and so is its following. */
const FOLLOW_ENDS_MS = 7 * DAY_MS

/** A followed story as it is now. */
export interface FollowedStory {
  readonly follow: Follow
  readonly story: Story
}

/** What the channel follows, oldest first; what is over is forgotten on the way. */
export async function currentFollows(
  channel: Channel,
  { store, clock }: Pick<AppParts, 'store' | 'clock'>,
): Promise<readonly FollowedStory[]> {
  const follows = await store.listFollows(channel.id)
  if (follows.length === 0) return []
  const storyOf = await store.storiesOf(follows.map(({ articleId }) => articleId))
  const endedBefore = clock.now().getTime() - FOLLOW_ENDS_MS
  // An article that is being grouped anew has no story for a moment.
  const lastAt = ({ articleId, createdAt }: Follow): number =>
    (storyOf.get(articleId)?.lastSeenAt ?? createdAt).getTime()
  const ended = follows.filter(follow => lastAt(follow) < endedBefore)
  if (ended.length > 0) {
    await store.removeFollows(
      channel.id,
      ended.map(({ articleId }) => articleId),
    )
  }
  return follows.flatMap(follow => {
    const story = storyOf.get(follow.articleId)
    return story === undefined || ended.includes(follow) ? [] : [{ follow, story }]
  })
}

/** The part of the use-cases that follows stories. */
export function followCases(parts: AppParts): Pick<UseCases, 'follow' | 'follows' | 'unfollow'> {
  const { store, clock } = parts
  /** Everything by which the channel follows the story of this article. */
  async function followsOf(channel: Channel, articleId: Follow['articleId']): Promise<readonly Follow[]> {
    const story = (await store.storiesOf([articleId])).get(articleId)
    const isOfStory = (id: Follow['articleId']): boolean =>
      id === articleId || (story?.articleIds.includes(id) ?? false)
    return (await currentFollows(channel, parts)).map(({ follow }) => follow).filter(one => isOfStory(one.articleId))
  }

  return {
    async follow(channel, { articleId, headline }) {
      if ((await followsOf(channel, articleId)).length > 0) return false
      return store.addFollow({ channelId: channel.id, articleId, headline, createdAt: clock.now() })
    },

    follows: async channel =>
      (await currentFollows(channel, parts)).map(({ follow, story }) => ({
        articleId: follow.articleId,
        headline: follow.headline,
        since: follow.createdAt,
        endsAt: new Date(story.lastSeenAt.getTime() + FOLLOW_ENDS_MS),
      })),

    async unfollow(channel, articleId) {
      const ids = (await followsOf(channel, articleId)).map(follow => follow.articleId)
      return (await store.removeFollows(channel.id, ids)) > 0
    },
  }
}
