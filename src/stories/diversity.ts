/** What a story keeps of its score for each better story of the same topic. */
const SAME_TOPIC_SHARE = 0.85
/** And for each better story that the same outlet leads: the outlet with the most articles must not fill the list. */
const SAME_OUTLET_SHARE = 0.95

/** A scored story as far as variety is concerned. */
export interface Scored {
  readonly score: number
}

/** What a story is about, and whose article stands on top of it. */
export interface Traits {
  readonly topics: ReadonlySet<string>
  readonly outlet: string
}

/** How many better stories lowered one. */
export interface Lowered {
  readonly sameTopic: number
  readonly sameOutlet: number
}

/**
 * Takes the best story, then lowers what is left of its topics and of the outlet that leads it, and so on.
 * @param compare sorts the better one first
 * @returns all stories, best first, their scores as they were lowered
 */
export function spread<S extends Scored>(
  stories: readonly S[],
  traitsOf: (story: S) => Traits,
  compare: (a: S, b: S) => number,
): readonly (S & Lowered)[] {
  const left = new Map(stories.map(story => [story, traitsOf(story)] as const))
  const topics = new Map<string, number>()
  const outlets = new Map<string, number>()
  const lower = (story: S, traits: Traits): S & Lowered => {
    const repeats = [...traits.topics].map(topic => topics.get(topic) ?? 0)
    const sameTopic = repeats.length === 0 ? 0 : Math.min(...repeats)
    const sameOutlet = outlets.get(traits.outlet) ?? 0
    const score = story.score * SAME_TOPIC_SHARE ** sameTopic * SAME_OUTLET_SHARE ** sameOutlet
    return { ...story, sameTopic, sameOutlet, score }
  }
  const result: (S & Lowered)[] = []
  while (left.size > 0) {
    const [best] = [...left]
      .map(([story, traits]) => ({ story, traits, now: lower(story, traits) }))
      .sort((a, b) => compare(a.now, b.now))
    if (best === undefined) break
    left.delete(best.story)
    result.push(best.now)
    for (const topic of best.traits.topics) topics.set(topic, (topics.get(topic) ?? 0) + 1)
    outlets.set(best.traits.outlet, (outlets.get(best.traits.outlet) ?? 0) + 1)
  }
  return result
}
