import type { SampleArticle } from './article.ts'
import { ACCIDENT_ARTICLES } from './articles-accidents.ts'
import { BUSINESS_ARTICLES } from './articles-business.ts'
import { LATE_ARTICLES, LATE_EDITS } from './articles-late.ts'
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

/** The article as its outlet has edited it for the late edition. */
function edited(article: SampleArticle): SampleArticle {
  const edits = LATE_EDITS.filter(({ outlet, slug }) => outlet === article.outlet && slug === article.slug)
  const apply = (text: string): string => edits.reduce((old, { from, to }) => old.replaceAll(from, to), text)
  return edits.length === 0 ? article : { ...article, title: apply(article.title), body: article.body.map(apply) }
}

/**
 * Today's papers.
 * @param now when the newsstand opens: articles are dated by the hours before it and named by its UTC day; reports on
 *   public facts keep their real date and name
 * @param lateAt when the late edition came out: it adds articles and edits some; absent when it is not out yet
 */
export function printEditions(now: Date, lateAt?: Date): readonly Edition[] {
  const early = (lateAt === undefined ? ARTICLES : ARTICLES.map(edited)).map(article => ({ article, at: now }))
  const late = lateAt === undefined ? [] : LATE_ARTICLES.map(article => ({ article, at: lateAt }))
  return OUTLETS.map(outlet => ({
    outlet,
    articles: [...early, ...late]
      .filter(({ article }) => article.outlet === outlet.id)
      .map(({ article, at }) => print(article, outlet, at))
      .sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime()),
  }))
}
