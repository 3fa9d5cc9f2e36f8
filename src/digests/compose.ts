import { setImmediate as nextTurn } from 'node:timers/promises'
import type { AnalysedArticle, Article } from '../model/article.ts'
import type { Bullet, Coverage, Digest, DigestId, DigestItem, DigestLength, Disagreement } from '../model/digest.ts'
import type { Story } from '../model/story.ts'
import type { Log } from '../ports/log.ts'
import type { Focus, Summarizer } from '../ports/summarizer.ts'

/** A ranked story with those of its articles that the digest may use, lead first. */
export interface StoryToTell {
  readonly story: Story
  readonly articles: readonly [AnalysedArticle, ...AnalysedArticle[]]
  /** Independent origins among the articles, at least 1. */
  readonly origins: number
}

/** How many stories a briefing tells and with how many bullets each. */
const BRIEFING_SHAPE: Readonly<Record<DigestLength, { readonly stories: number; readonly bullets: number }>> = {
  short: { stories: 4, bullets: 1 },
  normal: { stories: 7, bullets: 2 },
  long: { stories: 12, bullets: 3 },
}

/** What bullets are made with. */
export interface BulletMaking {
  readonly summarizer: Summarizer
  readonly log: Log
}

/** Finds the numbers in which the outlets of a story differ; see findDisagreements() of the stories. */
export type FindDisagreements = (articles: readonly Article[]) => readonly Disagreement[]

export interface ComposeParts extends BulletMaking {
  readonly findDisagreements: FindDisagreements
  readonly id: DigestId
  readonly now: Date
  /** Beginning of the window that the articles come from. */
  readonly from?: Date
  readonly coverage: Coverage
}

const outletsOf = (articles: readonly Article[]): readonly string[] => [
  ...new Set(articles.map(({ outlet }) => outlet)),
]

/** A digest's item from a story and its bullets. The first article is the lead. */
export function itemOf(
  { story, articles, origins }: StoryToTell,
  bullets: readonly Bullet[],
  findDisagreements: FindDisagreements,
): DigestItem {
  const [lead] = articles
  const disagreements = origins < 2 ? [] : findDisagreements(articles)
  const newest = articles.reduce(
    (latest, { publishedAt }) => (publishedAt > latest ? publishedAt : latest),
    lead.publishedAt,
  )
  const image = articles.find(({ imageUrl }) => imageUrl !== undefined)?.imageUrl
  return {
    storyId: story.id,
    headline: lead.title,
    url: lead.url,
    outlets: outletsOf(articles),
    origins,
    publishedAt: newest,
    ...(image === undefined ? {} : { imageUrl: image }),
    bullets,
    ...(disagreements.length === 0 ? {} : { disagreements }),
  }
}

/**
 * The bullets of one story. A story that can not be summed up is still told, by its headline: whatever goes wrong with
 * one must not keep the others back.
 * @throws the signal's reason when it was aborted
 */
export async function bulletsOf(
  articles: readonly Article[],
  count: number,
  { summarizer, log }: BulletMaking,
  signal: AbortSignal,
  focus?: Focus,
): Promise<readonly Bullet[]> {
  try {
    return await summarizer.summarize(articles, count, signal, focus)
  } catch (error) {
    signal.throwIfAborted()
    log.error({ article: articles[0]?.id, summarizer: summarizer.name, error }, 'a story could not be summed up')
    return []
  }
}

/**
 * Writes a briefing from ranked stories.
 * @param stories best first; the shape of `length` says how many are told
 * @returns a digest whose every bullet cites an article of its own story; a story without a bullet keeps its headline
 */
export async function composeBriefing(
  stories: readonly StoryToTell[],
  length: DigestLength,
  { id, now, from, coverage, findDisagreements, ...making }: ComposeParts,
  signal: AbortSignal,
): Promise<Digest> {
  const shape = BRIEFING_SHAPE[length]
  const items: DigestItem[] = []
  for (const told of stories.slice(0, shape.stories)) {
    items.push(itemOf(told, await bulletsOf(told.articles, shape.bullets, making, signal), findDisagreements))
    // A summary takes milliseconds of the one thread that also answers people.
    await nextTurn()
  }
  return { id, kind: 'briefing', createdAt: now, ...(from === undefined ? {} : { from }), to: now, items, coverage }
}
