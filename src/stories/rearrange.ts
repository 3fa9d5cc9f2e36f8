import type { LiveArticle } from './live-article.ts'
import { byAge, type LiveStory, setArticles, takePast } from './live-story.ts'

/** Articles that shall be a story of their own. */
export type Group = readonly LiveArticle[]

/** What a story becomes when its articles are grouped anew. */
export interface Rearranged {
  /** One for each group, in their order. */
  readonly stories: readonly LiveStory[]
  /** Stories that lost all their articles, each with the one that goes on in its place. */
  readonly emptied: ReadonlyMap<LiveStory, LiveStory>
}

/** The group that a story's name goes with: that of most of its articles, of equals the one with its first article. */
function heirOf({ live }: LiveStory, groupOf: ReadonlyMap<LiveArticle, number>): number {
  const shares = new Map<number, number>()
  for (const article of live) {
    const group = groupOf.get(article)
    if (group !== undefined) shares.set(group, (shares.get(group) ?? 0) + 1)
  }
  // In the order of the articles: of equals the first stays.
  let heir = -1
  for (const [group, share] of shares) if (share > (shares.get(heir) ?? 0)) heir = group
  return heir
}

/**
 * Groups the articles of some stories anew. Each story goes on in the group that has most of its articles; where several
 * meet in one group the oldest goes on and the others end there, with their past; a group in which none goes on opens a
 * new story.
 * @param before all stories that have an article in a group; all their live articles are in the groups
 */
export function rearrange(before: readonly LiveStory[], groups: readonly Group[], open: () => LiveStory): Rearranged {
  const groupOf = new Map(groups.flatMap((group, at) => group.map(article => [article, at] as const)))
  const inherited = Map.groupBy(before.toSorted(byAge), story => heirOf(story, groupOf))
  const emptied = new Map<LiveStory, LiveStory>()
  const stories = groups.map((group, at) => {
    const [oldest = open(), ...others] = inherited.get(at) ?? []
    for (const other of others) {
      takePast(oldest, other)
      other.live = []
      emptied.set(other, oldest)
    }
    setArticles(oldest, group)
    return oldest
  })
  return { stories, emptied }
}
