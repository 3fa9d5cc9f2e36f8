import type { AnalysedArticle } from '../model/article.ts'
import { detectLanguage } from '../text/language.ts'
import { nearestWords } from '../text/nearest.ts'
import { analyse, queryGroups, type Wanted, wantedIn } from '../text/terms.ts'
import { frequentNames } from './search-names.ts'
import { type Groups, rankEntries } from './search-ranking.ts'
import { separateWords } from './search-words.ts'

/** The articles about a topic, best first. */
export interface RankedTopic {
  readonly found: readonly {
    readonly article: AnalysedArticle
    /** How many of the wanted words and names it holds, 1 or more. */
    readonly matched: number
  }[]
  /** The stems by which the articles found hold what is wanted, one group for each wanted word or name. */
  readonly groups: Groups
}

/** So much of a text is searched for words: as much as is analysed when it is kept. */
const SEARCHED_CHARACTERS = 1200

const groupsOf = (wanted: readonly Wanted[]): Groups => wanted.map(({ stems: group }) => group)
const stems = (line: string): readonly string[] => (line === '' ? [] : line.split(' '))

/**
 * Orders the candidates for a topic: first those that hold all wanted words, then by BM25 with the title counting more,
 * words side by side counting more, words as they were typed a little more than other forms of them, and old articles a
 * little less. Ties: newest first, then the id. Words that have only the stem in common with a wanted one do not count.
 * @param wanted of wantedIn()
 * @param candidates articles that may fit, from the store
 * @param now against which age is taken
 * @returns the candidates that hold at least one wanted word, best first
 */
export function rankForTopic(
  wanted: readonly Wanted[],
  candidates: readonly AnalysedArticle[],
  now: Date,
): RankedTopic {
  const ordered = candidates.toSorted(
    (a, b) => b.publishedAt.getTime() - a.publishedAt.getTime() || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  )
  const entries = ordered.map(({ terms, publishedAt }) => ({
    title: stems(terms.title),
    text: stems(terms.text),
    publishedAt,
  }))
  const ranked = rankEntries(groupsOf(wanted), entries, now).flatMap(({ at, ...score }) => {
    const item = ordered[at]
    return item === undefined ? [] : [{ item, ...score }]
  })
  const { found, groups } = separateWords(wanted, ranked, ({ title, text, language }) => ({
    title,
    text: text.slice(0, SEARCHED_CHARACTERS),
    language,
  }))
  return { found: found.map(({ item: article, held }) => ({ article, matched: held.length })), groups }
}

/** An article as free-standing search needs it. */
export interface PlainArticle {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly publishedAt?: Date | undefined
}

/**
 * Makes a search over a fixed set of articles, without a store: the same ranking, without the age.
 * @returns given a topic and how many are wanted, the ids of fitting articles, best first
 */
export function rankArticles(articles: readonly PlainArticle[]): (topic: string, limit: number) => readonly string[] {
  const holders = new Map<string, number[]>()
  const entries = articles.map(({ title, text }, at) => {
    const language = detectLanguage(`${title}. ${text}`)
    const entry = { title: analyse(title, language), text: analyse(text, language), publishedAt: undefined, language }
    for (const stem of new Set([...entry.title, ...entry.text])) {
      const list = holders.get(stem)
      if (list === undefined) holders.set(stem, [at])
      else list.push(at)
    }
    return entry
  })
  return (topic, limit) => {
    const wanted = wantedIn(topic)
    const groups = groupsOf(wanted)
    const places = [...new Set(groups.flat().flatMap(stem => holders.get(stem) ?? []))].sort((a, b) => a - b)
    const ranked = rankEntries(
      groups,
      places.flatMap(at => entries.slice(at, at + 1)),
      undefined,
    )
    const { found } = separateWords(
      wanted,
      ranked.map(({ at, ...score }) => ({ item: places[at] ?? -1, ...score })),
      place => ({ ...(articles[place] ?? { title: '', text: '' }), language: entries[place]?.language }),
    )
    return found.slice(0, limit).flatMap(({ item }) => articles[item]?.id ?? [])
  }
}

/**
 * The names that recent articles speak of most, as a person would type them ("Volodymyr Zelensky" and "Zelenskyy" count
 * together, in the commonest spelling).
 * @param articles newest first; the order does not matter
 * @param limit how many at the most
 * @returns most frequent first
 */
export function topTopics(articles: readonly AnalysedArticle[], limit: number): readonly string[] {
  return frequentNames(articles).slice(0, limit)
}

const NEAREST_AT_MOST = 5
/** Names that a topic is compared with. */
const NAMES_COMPARED = 500
/** Shorter words are near too much. */
const SHORTEST_COMPARED = 3

/** The word with each two neighbouring letters swapped: the commonest slip, which counts as two elsewhere. */
const withSwaps = (word: string): readonly string[] =>
  Array.from({ length: word.length - 1 }, (_, at) =>
    [word.slice(0, at), word.charAt(at + 1), word.charAt(at), word.slice(at + 2)].join(''),
  )

function nearWords(typed: string, words: readonly string[]): readonly string[] {
  const swapped = new Set(withSwaps(typed.toLowerCase()))
  return [...words.filter(word => swapped.has(word.toLowerCase())), ...nearestWords(typed, words, NEAREST_AT_MOST)]
}

/**
 * What a topic that found nothing may have meant: names of recent articles and of packs that share a word or a stem with
 * it, begin like it, or are a slip or two away.
 * @param articles recent ones
 * @param packs names of the starter packs
 * @returns best first, at most 5; empty when nothing is near
 */
export function nearestTopics(
  topic: string,
  articles: readonly AnalysedArticle[],
  packs: readonly string[],
): readonly string[] {
  const known = [...new Set([...packs, ...frequentNames(articles).slice(0, NAMES_COMPARED)])]
  const wanted = new Set(queryGroups(topic).flat())
  const related = known.filter(name =>
    queryGroups(name)
      .flat()
      .some(stem => wanted.has(stem)),
  )
  const typed = [topic.trim(), ...topic.split(/\s+/u)].filter(word => word.length >= SHORTEST_COMPARED)
  const byWord = new Map(
    known.flatMap(name => [name, ...name.split(/\s+/u)].map(word => [word, name] as const)).reverse(),
  )
  const words = [...byWord.keys()].filter(word => word.length >= SHORTEST_COMPARED)
  const near = typed.flatMap(word => nearWords(word, words)).map(word => byWord.get(word) ?? word)
  return [...new Set([...related, ...near])].slice(0, NEAREST_AT_MOST)
}
