import type { ArticleId } from '../model/article.ts'
import { type Bridges, FEWEST_BRIDGES } from './bridges.ts'
import { areForeign, storyThreshold } from './closeness.ts'
import { closeness, comparableCount, type LiveArticle, linkArticles, meanLog } from './live-article.ts'
import { byAge, type LiveStory } from './live-story.ts'
import type { Group } from './rearrange.ts'
import type { TermIndex } from './term-index.ts'

/** Where a new article may find its story. */
export interface Surroundings {
  readonly index: TermIndex
  readonly bridges: Bridges<LiveArticle>
  readonly stories: ReadonlyMap<number, LiveStory>
  readonly storyOf: ReadonlyMap<ArticleId, LiveStory>
}

/** The stories that a new article touches, its own among them, and how their articles are to be grouped. */
export interface Placing {
  readonly before: readonly LiveStory[]
  readonly groups: readonly Group[]
}

interface Near {
  readonly story: LiveStory
  readonly closeness: number
}

/** Stories that are compared word by word, likest first at a rough count. */
const MOST_COMPARED = 24
/** A rough count below this share of the lowest threshold is not looked into. */
const ROUGH_SHARE = 0.35
/** From this closeness on, a story may be merged with that of the article. */
const MERGE_NEAR = 0.5
/** From this closeness on, a story's articles are grouped anew together with the article. */
const REGROUP_NEAR = 0.7
const MOST_REGROUPED_STORIES = 5
/** While there are so few articles around, an early mistake is mended rather than kept. */
const MOST_REGROUPED_ARTICLES = 24
/** How much liker than enough two stories with texts must be to be merged; headlines alone must be like enough. */
const MERGE_MARGIN = 0.2

/** Mean cosine of the article and those of a story that can be like it, as far as the index has counted. */
function roughCosine(article: LiveArticle, { live, isMixed }: LiveStory, total: number): number {
  const [first] = live
  if (isMixed) return total / comparableCount(article, live)
  const isForeign = first !== undefined && areForeign(article.language, first.language)
  return isForeign ? total : total / Math.max(1, live.length)
}

/** The stories that are like the article, likest first. */
function nearStories(article: LiveArticle, own: LiveStory, { index, stories }: Surroundings): readonly Near[] {
  const least = ROUGH_SHARE * storyThreshold(article.logLength, Number.POSITIVE_INFINITY)
  return index
    .groupsLike(article.slot, least)
    .flatMap(({ group, total }) => {
      const story = stories.get(group)
      if (story === undefined || story === own) return []
      const rough = roughCosine(article, story, total)
      return rough < ROUGH_SHARE * storyThreshold(article.logLength, story.live.length) ? [] : [{ story, rough }]
    })
    .sort((a, b) => b.rough - a.rough || a.story.number - b.story.number)
    .slice(0, MOST_COMPARED)
    .map(({ story }) => ({ story, closeness: closeness([article], story.live, index) }))
    .filter(near => near.closeness >= MERGE_NEAR)
    .sort((a, b) => b.closeness - a.closeness || a.story.number - b.story.number)
}

/** Groups a new article and the few articles around it afresh, as if all had come at once. */
function settle(article: LiveArticle, own: LiveStory, near: readonly Near[], index: TermIndex): Placing | undefined {
  const around = near.filter(other => other.closeness >= REGROUP_NEAR).slice(0, MOST_REGROUPED_STORIES)
  const before = [own, ...around.map(({ story }) => story)]
  const articles = before.flatMap(({ live }) => live).sort((a, b) => a.slot - b.slot)
  if (articles.length > MOST_REGROUPED_ARTICLES || articles.some(other => areForeign(article.language, other.language)))
    return undefined
  return { before, groups: linkArticles(articles, index) }
}

/** How close two stories must be to become one: 1 for headlines, up to 1.2 for texts. */
function mergeThreshold(some: readonly LiveArticle[], others: readonly LiveArticle[]): number {
  const [headline, paragraph] = [Math.log(7), Math.log(45)]
  const rise = ((meanLog(some) + meanLog(others)) / 2 - headline) / (paragraph - headline)
  return 1 + MERGE_MARGIN * Math.min(1, Math.max(0, rise))
}

/** Puts the article into the likest story, and merges that with others which it proves to be the same. */
function joinLikest(own: LiveStory, near: readonly Near[], index: TermIndex): Placing {
  const [likest] = near
  if (likest === undefined || likest.closeness < 1) return { before: [own], groups: [own.live] }
  const before = [own, likest.story]
  const left = new Set(near.slice(1).map(({ story }) => story))
  for (;;) {
    const together = before.flatMap(({ live }) => live)
    const [best] = [...left]
      .map(story => ({ story, share: closeness(together, story.live, index) / mergeThreshold(together, story.live) }))
      .filter(({ share }) => share >= 1)
      .sort((a, b) => b.share - a.share || byAge(a.story, b.story))
    if (best === undefined) return { before, groups: [together] }
    before.push(best.story)
    left.delete(best.story)
  }
}

/** The story in other languages that most surely tells of the same event as these articles. */
function findAbroad(article: LiveArticle, group: Group, { bridges, storyOf }: Surroundings): LiveStory | undefined {
  if (bridges.abroad(article).length === 0) return undefined
  const agreeing = group.flatMap(bridges.abroad).filter(other => !group.includes(other))
  const counts = Map.groupBy(agreeing, ({ id }) => storyOf.get(id))
  const [best] = [...counts].toSorted((a, b) => b[1].length - a[1].length)
  const [story, pairs] = best ?? []
  if (story === undefined || pairs === undefined) return undefined
  return pairs.length >= Math.min(FEWEST_BRIDGES, group.length, story.live.length) ? story : undefined
}

/** Finds the place of a new article, which stands in a story of its own, among the live stories. */
export function findPlace(article: LiveArticle, own: LiveStory, around: Surroundings): Placing {
  const near = nearStories(article, own, around)
  const placing = settle(article, own, near, around.index) ?? joinLikest(own, near, around.index)
  const group = placing.groups.find(articles => articles.includes(article)) ?? []
  const abroad = findAbroad(article, group, around)
  if (abroad === undefined || placing.before.includes(abroad)) return placing
  return {
    before: [...placing.before, abroad],
    groups: placing.groups.map(articles => (articles === group ? [...articles, ...abroad.live] : articles)),
  }
}
