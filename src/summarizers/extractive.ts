import type { Article } from '../model/article.ts'
import type { Bullet, Citation } from '../model/digest.ts'
import type { Focus, Summarizer } from '../ports/summarizer.ts'
import { isToldAbroad, landmarksOf } from '../text/landmarks.ts'
import { compress } from './compression.ts'
import { coverStory } from './coverage.ts'
import { wordingReason } from './gate.ts'
import { readStory } from './reading.ts'
import { selectSentences } from './selection.ts'
import type { ReadArticle, StorySentence } from './story.ts'
import { supportOf } from './support.ts'

const MOST_BULLETS = 12

/** The bullets of articles that are all in one language, or taken to be. */
function chooseFrom(articles: readonly ReadArticle[], bullets: number): readonly StorySentence[] {
  const isTelling = ({ candidates }: ReadArticle): boolean => candidates.some(c => c.eligible)
  const told = articles.flatMap((article, index) => (isTelling(article) ? [index] : []))
  const only = told.length === 1 ? told[0] : undefined
  const single = only === undefined ? undefined : articles[only]
  if (only === undefined || single === undefined) return coverStory(articles, bullets)
  const { alone, chances } = single.scores
  return selectSentences(single.candidates, alone, bullets, chances()).map(candidate => ({
    article: only,
    candidate,
  }))
}

/** The sentences to show: in the lead's language as far as that goes, then what only articles in others tell. */
function choose(articles: readonly ReadArticle[], bullets: number): readonly StorySentence[] {
  const own = articles[0]?.language
  const isOwn = ({ language }: ReadArticle): boolean => own === undefined || language === undefined || language === own
  const muted = (article: ReadArticle): ReadArticle => ({
    ...article,
    candidates: article.candidates.map(candidate => ({ ...candidate, eligible: false })),
  })
  if (articles.every(isOwn)) return chooseFrom(articles, bullets)
  const chosen = chooseFrom(
    articles.map(article => (isOwn(article) ? article : muted(article))),
    bullets,
  )
  if (chosen.length >= bullets) return chosen
  const landmarks = ({ article, candidate }: StorySentence): ReadonlySet<string> =>
    landmarksOf(candidate.clean, articles[article]?.language)
  const told = chosen.map(landmarks)
  const foreign = chooseFrom(
    articles.map(article => (isOwn(article) ? muted(article) : article)),
    bullets,
  )
  const news = foreign.filter(sentence => !isToldAbroad(landmarks(sentence), told))
  return [...chosen, ...news.slice(0, bullets - chosen.length)]
}

/** The receipt of a sentence; undefined when its article is none of those given. */
export function citationOf({ article, candidate }: StorySentence, articles: readonly Article[]): Citation | undefined {
  const source = articles[article]
  if (source === undefined) return undefined
  const { id: articleId, outlet, url, publishedAt } = source
  return { articleId, outlet, url, publishedAt, start: candidate.start, end: candidate.end, quote: candidate.text }
}

/** A story of more articles is told by its lead, its first ones and its newest: the one thread must not stall on it. */
const MOST_ARTICLES = 32

/** The articles that a story is told by: all, or the lead, then the earliest and the newest. @param articles in their order */
function toldBy(articles: readonly Article[]): readonly Article[] {
  if (articles.length <= MOST_ARTICLES) return articles
  const half = MOST_ARTICLES / 2
  return [...articles.slice(0, half), ...articles.slice(-half)]
}

/** The bullet, shortened where that takes nothing from what the sentence says. */
function bulletsOf(sentence: StorySentence, support: readonly StorySentence[], articles: readonly Article[]): Bullet[] {
  const [first, ...others] = [sentence, ...support].flatMap(each => citationOf(each, articles) ?? [])
  if (first === undefined) return []
  const { clean } = sentence.candidate
  const short = compress(clean)
  const text = short === clean || wordingReason(short, first.quote) === undefined ? short : clean
  return [{ text, citations: [first, ...others] }]
}

/**
 * Bullets of one story, made of the articles' own sentences by leaving words out. Deterministic, offline.
 * @param articles lead first
 * @param bullets how many are wanted, 1 to 12
 * @param options signal: checked before each article; focus: what the reader asked for
 * @returns bullets in reading order; each cites its sentence first, then those of other articles that say the same
 */
export function extractBullets(
  articles: readonly Article[],
  bullets: number,
  { signal, focus }: { readonly signal?: AbortSignal; readonly focus?: Focus } = {},
): readonly Bullet[] {
  const told = toldBy(articles)
  const readings = readStory(told, focus, signal)
  const wanted = Math.min(MOST_BULLETS, Math.max(1, Math.floor(bullets)))
  const chosen = choose(readings, wanted)
  return chosen.flatMap(sentence => bulletsOf(sentence, supportOf(sentence, readings), told))
}

/** The default summariser: needs no key and no network. What it makes still has to pass the gate (see gated()). */
export function createExtractiveSummarizer(): Summarizer {
  return {
    name: 'extractive',
    async summarize(articles, bullets, signal, focus) {
      signal.throwIfAborted()
      return extractBullets(articles, bullets, focus === undefined ? { signal } : { signal, focus })
    },
  }
}
