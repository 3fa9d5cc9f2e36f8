import { readFileSync } from 'node:fs'
import type { AnalysedArticle, ArticleId } from '../../src/model/article.ts'
import type { StoryId } from '../../src/model/story.ts'
import { groupStories } from '../../src/stories/cluster.ts'
import { makeLiveStories } from '../../src/stories/live-stories.ts'
import { hoursAfter, makeArticle, NOON } from './articles.ts'

/** A few articles of one day, each with the letter of its event. */
export interface Scene {
  readonly name: string
  readonly articles: readonly AnalysedArticle[]
  readonly events: readonly string[]
}

const HOURS_OF_DAY = 10

function sceneOf(block: string, number: number): Scene {
  const [head = '', ...lines] = block.trim().split('\n')
  const articles = lines.map((line, at) => {
    const [title = '', text = ''] = line.slice(2).split('|')
    return makeArticle({
      id: `${number}-${at}`,
      title: title.trim(),
      text: text.trim(),
      language: head.slice(0, 2),
      at: hoursAfter(NOON, (at * HOURS_OF_DAY) / lines.length),
    })
  })
  return { name: head, articles, events: lines.map(line => line.slice(0, 1)) }
}

/**
 * The scenes of a file of test/fixtures/events: "== language name", then a line "EVENT title | text" for each article, in
 * order of time.
 */
export function readScenes(file: string): readonly Scene[] {
  const text = readFileSync(new URL(`../fixtures/events/${file}.txt`, import.meta.url), 'utf8')
  return text.split(/^== /mu).slice(1).map(sceneOf)
}

/** The same articles, those of the events by turns. */
export function interleaved({ name, articles, events }: Scene): Scene {
  const seen = new Map<string, number>()
  const rank = events.map(event => {
    const turn = seen.get(event) ?? 0
    seen.set(event, turn + 1)
    return turn
  })
  const order = articles.map((_, at) => at).sort((a, b) => (rank[a] ?? 0) - (rank[b] ?? 0) || a - b)
  return {
    name,
    articles: order.flatMap(at => articles[at] ?? []),
    events: order.flatMap(at => events[at] ?? []),
  }
}

/** For each article the story that it ends in when all come at once. */
export function groupedAtOnce(articles: readonly AnalysedArticle[]): readonly string[] {
  const groups = groupStories(articles.map(({ id, title, text, publishedAt }) => ({ id, title, text, publishedAt })))
  const storyOf = new Map(groups.flatMap(({ articleIds }, at) => articleIds.map(id => [id, String(at)] as const)))
  return articles.map(({ id }) => storyOf.get(id) ?? '')
}

/** The same when they arrive one by one. */
export function groupedLive(articles: readonly AnalysedArticle[]): readonly string[] {
  const live = makeLiveStories({ newId: (lead: ArticleId) => `s-${lead}` as StoryId })
  const storyOf = new Map<ArticleId, StoryId>()
  for (const article of articles) {
    live.join(article)
    for (const { id, articleIds } of live.takeChanges().stories) for (const one of articleIds) storyOf.set(one, id)
  }
  return articles.map(({ id }) => storyOf.get(id) ?? '')
}

/** Whether a story holds articles of two events; and whether the articles of an event are in several stories. */
export function faultsOf(
  events: readonly string[],
  stories: readonly string[],
): { readonly mixed: boolean; readonly split: boolean } {
  const isSame = (list: readonly string[], a: number, b: number): boolean => list[a] === list[b]
  const pairs = events.flatMap((_, a) => events.slice(0, a).map((__, b) => [a, b] as const))
  return {
    mixed: pairs.some(([a, b]) => !isSame(events, a, b) && isSame(stories, a, b)),
    split: pairs.some(([a, b]) => isSame(events, a, b) && !isSame(stories, a, b)),
  }
}
