import { carriersOf } from '../text/carriers.ts'
import { detectLanguage } from '../text/language.ts'
import { analyse } from '../text/terms.ts'
import { type BridgeArticle, FEWEST_BRIDGES, makeBridges } from './bridges.ts'
import { edgesAmong, STORY_WINDOW_MS, storyThreshold } from './closeness.ts'
import { linkByAverage, type Node } from './linkage.ts'
import {
  countTerms,
  GENERAL_NEWS,
  inverseFrequencies,
  makeLexicon,
  type Stems,
  type Vector,
  weigh,
} from './similarity.ts'

/** An article as grouping needs it. */
export interface PlainArticle {
  readonly id: string
  readonly title: string
  readonly text?: string | undefined
  readonly publishedAt?: Date | undefined
  readonly source?: string | undefined
}

export interface StoryGroup {
  readonly articleIds: readonly string[]
}

/** Characters of a text that are read. */
const READ_CHARACTERS = 1500

/** Shorter articles of headline length are often taken for another language. */
const CERTAIN_CHARACTERS = 160

const beginningOf = ({ text = '' }: PlainArticle): string => text.slice(0, READ_CHARACTERS)

function stemsOf(article: PlainArticle, language: string | undefined): Stems {
  return { title: analyse(article.title, language), text: analyse(beginningOf(article), language) }
}

/** The language that is certain enough to hold two articles to be of different ones: that of a headline is a guess. */
const certainLanguage = (article: PlainArticle, language: string): string =>
  article.title.length + beginningOf(article).length < CERTAIN_CHARACTERS ? '' : language

interface Placed extends BridgeArticle {
  readonly owner: number
}

/** Groups in different languages that tell of the same event: pairs of owners, those with most agreeing articles first. */
function pairsAbroad(
  articles: readonly Placed[],
  plain: readonly PlainArticle[],
): readonly (readonly [number, number])[] {
  const sizes = new Map([...Map.groupBy(articles, ({ owner }) => owner)].map(([owner, { length }]) => [owner, length]))
  const bridges = makeBridges<Placed>()
  articles.forEach((article, at) => {
    const { title = '', text = '' } = plain[at] ?? {}
    if (article.language !== '') bridges.add(article, carriersOf(title, text, article.language))
  })
  const counts = new Map<string, { readonly pair: readonly [number, number]; count: number }>()
  for (const article of articles) {
    for (const other of bridges.abroad(article)) {
      if (other.owner <= article.owner) continue
      const key = `${article.owner} ${other.owner}`
      const found = counts.get(key) ?? { pair: [article.owner, other.owner] as const, count: 0 }
      found.count++
      counts.set(key, found)
    }
  }
  const enough = ([a, b]: readonly [number, number]): number =>
    Math.min(FEWEST_BRIDGES, sizes.get(a) ?? 0, sizes.get(b) ?? 0)
  return [...counts.values()]
    .filter(({ pair, count }) => count >= enough(pair))
    .sort((a, b) => b.count - a.count)
    .map(({ pair }) => pair)
}

/** Makes one group of those that tell of one event in different languages. */
function bridgeLanguages(
  owners: readonly number[],
  articles: readonly PlainArticle[],
  languages: readonly string[],
): readonly number[] {
  // Carriers are read only where there is something to bridge.
  if (new Set(languages.filter(language => language !== '')).size < 2) return owners
  const placed = articles.map((article, at) => ({
    owner: owners[at] ?? at,
    language: languages[at] ?? '',
    publishedMs: article.publishedAt?.getTime() ?? Number.NaN,
  }))
  const names = new Map<number, number>()
  const nameOf = (owner: number): number => {
    const name = names.get(owner)
    return name === undefined ? owner : nameOf(name)
  }
  for (const [a, b] of pairsAbroad(placed, articles)) {
    const [kept, gone] = [nameOf(a), nameOf(b)]
    if (kept !== gone) names.set(gone, kept)
  }
  return owners.map(nameOf)
}

function nodeOf(article: PlainArticle, vector: Vector): Node {
  const time = article.publishedAt?.getTime()
  return {
    size: 1,
    logLength: Math.log(vector.length),
    span: time === undefined || Number.isNaN(time) ? undefined : [time, time],
  }
}

/**
 * Groups articles by the event they report: average-link clustering of tf-idf vectors, within 72 hours where the dates
 * are known. The same articles give the same groups whatever is in between.
 * @param articles with ids of their own; any number
 * @returns every article in exactly one group, groups and articles in the order of the input
 */
export function groupStories(articles: readonly PlainArticle[]): readonly StoryGroup[] {
  const lexicon = makeLexicon()
  const languages = articles.map(article => detectLanguage(`${article.title}. ${beginningOf(article)}`) ?? '')
  const counts = articles.map((article, at) => countTerms(stemsOf(article, languages[at] || undefined), lexicon))
  const idf = inverseFrequencies(counts, lexicon, GENERAL_NEWS)
  const vectors = counts.map(terms => weigh(terms, idf))
  const nodes = articles.flatMap((article, at) => {
    const vector = vectors[at]
    return vector === undefined ? [] : [nodeOf(article, vector)]
  })
  const certain = articles.map((article, at) => certainLanguage(article, languages[at] ?? ''))
  const linked = linkByAverage(nodes, edgesAmong(vectors, lexicon.size, certain), {
    windowMs: STORY_WINDOW_MS,
    threshold: storyThreshold,
  })
  const owners = bridgeLanguages(linked, articles, languages)
  const groups = Map.groupBy(articles, (_, at) => owners[at] ?? at)
  return [...groups.values()].map(group => ({ articleIds: group.map(({ id }) => id) }))
}
