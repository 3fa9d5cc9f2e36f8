import type { SampleArticle } from './article.ts'
import { ACCIDENT_ARTICLES } from './articles-accidents.ts'
import { BUSINESS_ARTICLES } from './articles-business.ts'
import { LEISURE_ARTICLES } from './articles-leisure.ts'
import { PUTIN_ARTICLES } from './articles-putin.ts'
import { WORLD_ARTICLES } from './articles-world.ts'
import { OUTLETS, type Outlet } from './outlets.ts'

const HOUR_MS = 3_600_000
const DAY_CHARACTERS = 'YYYY-MM-DD'.length

/** Everything that the newsstand sells. */
export const ARTICLES: readonly SampleArticle[] = [
  ...PUTIN_ARTICLES,
  ...ACCIDENT_ARTICLES,
  ...BUSINESS_ARTICLES,
  ...WORLD_ARTICLES,
  ...LEISURE_ARTICLES,
]

/** An article of today's edition, with its name, address and time. */
export interface PrintedArticle extends SampleArticle {
  /** A tag URI (RFC 4151) with the day of the edition: tomorrow's article is another one. */
  readonly guid: string
  /** Path on the outlet's host. */
  readonly path: string
  readonly url: string
  readonly publishedAt: Date
}

/** An outlet and what it prints today, newest first. */
export interface Edition {
  readonly outlet: Outlet
  readonly articles: readonly PrintedArticle[]
}

function print(article: SampleArticle, outlet: Outlet, now: Date): PrintedArticle {
  const { published } = article
  const publishedAt = 'at' in published ? published.at : new Date(now.getTime() - published.hoursAgo * HOUR_MS)
  const edition = 'at' in published ? published.at : now
  const day = edition.toISOString().slice(0, DAY_CHARACTERS)
  const path = `/${day.replaceAll('-', '/')}/${article.slug}`
  return {
    ...article,
    guid: `tag:${outlet.host},${day}:${article.slug}`,
    path,
    url: `http://${outlet.host}${path}`,
    publishedAt,
  }
}

/**
 * Today's papers.
 * @param now when the newsstand opens: articles are dated by the hours before it and named by its UTC day; reports on
 *   public facts keep their real date and name
 */
export function printEditions(now: Date): readonly Edition[] {
  return OUTLETS.map(outlet => ({
    outlet,
    articles: ARTICLES.filter(article => article.outlet === outlet.id)
      .map(article => print(article, outlet, now))
      .sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime()),
  }))
}
