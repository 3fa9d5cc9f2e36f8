import type { AnalysedArticle, ArticleId } from '../model/article.ts'
import type { Story, StoryId } from '../model/story.ts'
import { edgesAmong, leastNotable, mostHolders, STORY_WINDOW_MS, storyThreshold } from './closeness.ts'
import { bySeen, growStory, openStory } from './growth.ts'
import { type Edge, linkByAverage, type Node } from './linkage.ts'
import {
  countTerms,
  GENERAL_NEWS,
  indexVectors,
  inverseFrequencies,
  makeLexicon,
  type TermCounts,
  type Vector,
  weigh,
} from './similarity.ts'

/** A story that may grow, with its articles. */
export interface LiveStory {
  readonly story: Story
  readonly articles: readonly AnalysedArticle[]
}

/** The counted words of articles that were seen before, so that they need not be counted at every batch. */
export interface TermMemory {
  countsOf(article: AnalysedArticle): TermCounts
  idf(articles: readonly TermCounts[]): Float64Array
  readonly lexiconSize: number
  /** Forgets everything when it has grown too large; to be called between batches. */
  tidy(): void
}

/** A memory holds some 100 MB at most. */
const REMEMBERED_ARTICLES = 20_000

interface Remembered {
  readonly terms: AnalysedArticle['terms']
  readonly counts: TermCounts
}

const stems = (line: string): readonly string[] => (line === '' ? [] : line.split(' '))

/** Makes an empty memory. */
export function makeTermMemory(): TermMemory {
  let lexicon = makeLexicon()
  let known = new Map<ArticleId, Remembered>()
  return {
    countsOf({ id, terms }) {
      const found = known.get(id)
      if (found !== undefined && found.terms.title === terms.title && found.terms.text === terms.text)
        return found.counts
      const counts = countTerms({ title: stems(terms.title), text: stems(terms.text) }, lexicon)
      known.set(id, { terms, counts })
      return counts
    },
    idf: articles => inverseFrequencies(articles, lexicon, GENERAL_NEWS),
    get lexiconSize() {
      return lexicon.size
    },
    tidy() {
      if (known.size <= REMEMBERED_ARTICLES) return
      known = new Map()
      lexicon = makeLexicon()
    },
  }
}

export interface AssignOptions {
  readonly now: Date
  /** Names a new story after its lead. */
  readonly newId: (lead: ArticleId) => StoryId
  /** Kept by the caller between batches; without it every live article is counted anew. */
  readonly memory?: TermMemory
}

function nodeOf(articles: readonly AnalysedArticle[], counts: readonly TermCounts[], isStory: boolean): Node {
  const times = articles.map(({ publishedAt }) => publishedAt.getTime())
  return {
    size: articles.length,
    logLength: counts.reduce((sum, { length }) => sum + Math.log(length), 0),
    span: [Math.min(...times), Math.max(...times)],
    isStory,
  }
}

/** Edges from each live story (by its place) to each fresh article (after the stories) that shares words with it. */
function edgesToStories(live: readonly (readonly Vector[])[], fresh: readonly Vector[], lexiconSize: number): Edge[] {
  const index = indexVectors(fresh, lexiconSize, mostHolders(fresh.length))
  const least = fresh.map(({ length }) => leastNotable(length))
  const totals = new Float64Array(fresh.length)
  const edges: Edge[] = []
  live.forEach((vectors, place) => {
    totals.fill(0)
    for (const vector of vectors) {
      index.forEachSimilar(vector, (at, cosine) => {
        totals[at] = (totals[at] ?? 0) + cosine
      })
    }
    totals.forEach((total, at) => {
      if (total > 0 && total >= (least[at] ?? 0) * vectors.length) edges.push([place, live.length + at, total])
    })
  })
  return edges
}

/** Fresh articles in order of arrival, each once, without those that are in a story already. */
function newcomers(fresh: readonly AnalysedArticle[], live: readonly LiveStory[]): readonly AnalysedArticle[] {
  const placed = new Set(live.flatMap(({ story }) => story.articleIds))
  const unplaced = new Map(fresh.filter(({ id }) => !placed.has(id)).map(article => [article.id, article] as const))
  return [...unplaced.values()].sort(bySeen)
}

/**
 * Puts fresh articles into stories. Fresh articles and live stories are merged by average link, likest first, within 72
 * hours of publication; two live stories never merge, so the id of a story survives its growth.
 * @param fresh articles without a story; the order given does not matter
 * @param live stories that may grow; those last seen more than 72 hours before `now` are left alone
 * @returns only stories that are new or have grown; each fresh article is in exactly one of them
 */
export function assignStories(
  fresh: readonly AnalysedArticle[],
  live: readonly LiveStory[],
  options: AssignOptions,
): readonly Story[] {
  const arrivals = newcomers(fresh, live)
  const oldest = options.now.getTime() - STORY_WINDOW_MS
  const open = live.filter(({ story, articles }) => articles.length > 0 && story.lastSeenAt.getTime() >= oldest)
  const memory = options.memory ?? makeTermMemory()
  memory.tidy()
  const freshCounts = arrivals.map(memory.countsOf)
  const liveCounts = open.map(({ articles }) => articles.map(memory.countsOf))
  const idf = memory.idf([...freshCounts, ...liveCounts.flat()])
  const vectors = freshCounts.map(counts => weigh(counts, idf))
  const liveVectors = liveCounts.map(list => list.map(counts => weigh(counts, idf)))
  const nodes = [
    ...open.map(({ articles }, at) => nodeOf(articles, liveCounts[at] ?? [], true)),
    ...arrivals.map((article, at) => nodeOf([article], freshCounts.slice(at, at + 1), false)),
  ]
  const edges = [
    ...edgesAmong(vectors, memory.lexiconSize, open.length),
    ...edgesToStories(liveVectors, vectors, memory.lexiconSize),
  ]
  const owners = linkByAverage(nodes, edges, { windowMs: STORY_WINDOW_MS, threshold: storyThreshold })
  const groups = Map.groupBy(arrivals, (_, at) => owners[open.length + at] ?? open.length + at)
  return [...groups].map(([owner, articles]) => {
    const grown = open[owner]?.story
    return grown === undefined ? openStory(articles, options.newId) : growStory(grown, articles)
  })
}
