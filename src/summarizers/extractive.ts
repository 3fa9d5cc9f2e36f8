import type { Article } from '../model/article.ts'
import type { Bullet, Citation } from '../model/digest.ts'
import type { Summarizer } from '../ports/summarizer.ts'
import { readArticle } from '../text/article-text.ts'
import { detectLanguage } from '../text/language.ts'
import { candidatesOf } from './candidates.ts'
import { compress } from './compression.ts'
import { coverStory, type ReadArticle, type StorySentence } from './coverage.ts'
import { passesGate } from './gate.ts'
import { scoreSentences } from './scorer.ts'
import { selectSentences } from './selection.ts'
import { supportOf } from './support.ts'

const MOST_BULLETS = 12

type Text = Pick<Article, 'title' | 'text' | 'language'>

function read({ title, text, language = detectLanguage(text) }: Text): ReadArticle {
  const candidates = candidatesOf(readArticle(title, text, language), language)
  return { language, candidates, scores: scoreSentences(candidates, title, language) }
}

/** The sentences to show, in reading order. */
function choose(articles: readonly ReadArticle[], bullets: number): readonly StorySentence[] {
  const told = articles.flatMap((article, index) => (article.candidates.some(c => c.eligible) ? [index] : []))
  const only = told.length === 1 ? told[0] : undefined
  const single = only === undefined ? undefined : articles[only]
  if (only === undefined || single === undefined) return coverStory(articles, bullets)
  return selectSentences(single.candidates, single.scores, bullets).map(candidate => ({ article: only, candidate }))
}

function citationOf({ article, candidate }: StorySentence, articles: readonly Article[]): Citation | undefined {
  const source = articles[article]
  if (source === undefined) return undefined
  const { id: articleId, outlet, url, publishedAt } = source
  return { articleId, outlet, url, publishedAt, start: candidate.start, end: candidate.end, quote: candidate.text }
}

/** The bullet in its shortest form that passes the gate; none when no form does. */
function bulletsOf(sentence: StorySentence, support: readonly StorySentence[], articles: readonly Article[]): Bullet[] {
  const [first, ...others] = [sentence, ...support].flatMap(each => citationOf(each, articles) ?? [])
  if (first === undefined) return []
  const { clean } = sentence.candidate
  const bullets = [compress(clean), clean].map((text): Bullet => ({ text, citations: [first, ...others] }))
  return bullets.filter(bullet => passesGate(bullet, articles) === true).slice(0, 1)
}

/**
 * Bullets of one story, made of the articles' own sentences by leaving words out. Deterministic, offline.
 * @param articles lead first
 * @param bullets how many are wanted, 1 to 12
 * @param signal checked before each article
 * @returns bullets in reading order; each cites its sentence first, then those of other articles that say the same
 */
export function extractBullets(articles: readonly Article[], bullets: number, signal?: AbortSignal): readonly Bullet[] {
  const readings = articles.map(article => {
    signal?.throwIfAborted()
    return read(article)
  })
  const wanted = Math.min(MOST_BULLETS, Math.max(1, Math.floor(bullets)))
  const chosen = choose(readings, wanted)
  return chosen.flatMap(sentence => bulletsOf(sentence, supportOf(sentence, readings), articles))
}

/** The default summariser: needs no key and no network. */
export function createExtractiveSummarizer(): Summarizer {
  return {
    name: 'extractive',
    async summarize(articles, bullets, signal) {
      signal.throwIfAborted()
      return extractBullets(articles, bullets, signal)
    },
  }
}
