import type { Article, ArticleId } from '../model/article.ts'
import type { FeedId } from '../model/feed.ts'
import { extractBullets } from './extractive.ts'
import { passesGate } from './gate.ts'

/** A text to summarise, as a user of the library has it. */
export interface LibraryArticle {
  /** Names the article in a bullet's sources; its place ("0", "1" …) when absent. */
  readonly id?: string
  readonly title?: string
  readonly text: string
  readonly url?: string
  readonly publishedAt?: Date
  readonly source?: string
}

/** A summary sentence, the articles that it rests on (the first is its own) and their sentences. */
export interface LibraryBullet {
  readonly text: string
  readonly sources: readonly string[]
  readonly quotes: readonly string[]
}

const UNKNOWN_DATE = new Date(0)

function articleOf(given: LibraryArticle, index: number): Article {
  return {
    id: (given.id ?? String(index)) as ArticleId,
    feedId: '' as FeedId,
    outlet: given.source ?? '',
    url: given.url ?? '',
    title: given.title ?? '',
    text: given.text,
    publishedAt: given.publishedAt ?? UNKNOWN_DATE,
    seenAt: given.publishedAt ?? UNKNOWN_DATE,
    authors: [],
    topics: [],
  }
}

/**
 * Bullets of one story told by several articles (lead first).
 * @param options bullets: how many are wanted, 1 to 12
 * @returns in reading order; sources are the articles' ids
 */
export function digestStory(
  articles: readonly LibraryArticle[],
  { bullets }: { readonly bullets: number },
): readonly LibraryBullet[] {
  const given = articles.map(articleOf)
  const passed = extractBullets(given, bullets).filter(bullet => passesGate(bullet, given) === true)
  return passed.map(({ text, citations }) => ({
    text,
    sources: citations.map(({ articleId }) => articleId),
    quotes: citations.map(({ quote }) => quote),
  }))
}

/**
 * Bullets of one article.
 * @param options bullets: how many are wanted, 1 to 12
 * @returns in reading order; the source is the article's id, else its address, else "0"
 */
export function summarize(article: LibraryArticle, options: { readonly bullets: number }): readonly LibraryBullet[] {
  const id = article.id ?? (article.url || '0')
  return digestStory([{ ...article, id }], options)
}
