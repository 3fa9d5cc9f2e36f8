import { detectLanguage } from '../text/language.ts'
import { analyse } from '../text/terms.ts'
import { edgesAmong, STORY_WINDOW_MS, storyThreshold } from './closeness.ts'
import { kinship, type Subjects, subjectsOf } from './kinship.ts'
import { bridgeLanguages } from './language-bridges.ts'
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

const NO_STEMS: Stems = { title: [], text: [] }

const beginningOf = ({ text = '' }: PlainArticle): string => text.slice(0, READ_CHARACTERS)

function stemsOf(article: PlainArticle, language: string | undefined): Stems {
  return { title: analyse(article.title, language), text: analyse(beginningOf(article), language) }
}

/** The language that is certain enough to hold two articles to be of different ones: that of a headline is a guess. */
const certainLanguage = (article: PlainArticle, language: string): string =>
  article.title.length + beginningOf(article).length < CERTAIN_CHARACTERS ? '' : language

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
  const stems = articles.map((article, at) => stemsOf(article, languages[at] || undefined))
  const counts = stems.map(list => countTerms(list, lexicon))
  const idf = inverseFrequencies(counts, lexicon, GENERAL_NEWS)
  const vectors = counts.map(terms => weigh(terms, idf))
  const nodes = articles.flatMap((article, at) => {
    const vector = vectors[at]
    return vector === undefined ? [] : [nodeOf(article, vector)]
  })
  const certain = articles.map((article, at) => certainLanguage(article, languages[at] ?? ''))
  const subjects = articles.map((article, at) =>
    subjectsOf(
      { title: article.title, text: article.text ?? '', language: languages[at] ?? '' },
      stems[at] ?? NO_STEMS,
      certain[at] ?? '',
    ),
  )
  const subjectsAt = (indexes: readonly number[]): readonly Subjects[] => indexes.flatMap(at => subjects[at] ?? [])
  const linked = linkByAverage(nodes, edgesAmong(vectors, lexicon.size, certain), {
    windowMs: STORY_WINDOW_MS,
    threshold: storyThreshold,
    kinship: (some, others, pairs) => kinship(subjectsAt(some), subjectsAt(others), pairs),
  })
  const texts = articles.map(({ title, text = '', publishedAt }, at) => ({
    title,
    text,
    stems: stems[at] ?? NO_STEMS,
    language: languages[at] ?? '',
    publishedMs: publishedAt?.getTime() ?? Number.NaN,
  }))
  const owners = bridgeLanguages(linked, texts)
  const groups = Map.groupBy(articles, (_, at) => owners[at] ?? at)
  return [...groups.values()].map(group => ({ articleIds: group.map(({ id }) => id) }))
}
