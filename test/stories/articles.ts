import type { AnalysedArticle, ArticleId } from '../../src/model/article.ts'
import type { FeedId } from '../../src/model/feed.ts'
import { analyse } from '../../src/text/terms.ts'

const HOUR_MS = 3_600_000
export const NOON = new Date('2026-03-10T12:00:00Z')

export const hoursAfter = (date: Date, hours: number): Date => new Date(date.getTime() + hours * HOUR_MS)

export interface Draft {
  readonly id: string
  readonly title: string
  readonly text?: string
  readonly outlet?: string
  readonly at?: Date
  readonly language?: string
  readonly authors?: readonly string[]
  readonly topics?: readonly string[]
}

/** An article as it would be kept: published and seen at the same time, NOON unless told. */
export function makeArticle(draft: Draft): AnalysedArticle {
  const { id, title, text = '', outlet = `Outlet ${id}`, at = NOON, language = 'en', authors = [], topics = [] } = draft
  return {
    id: id as ArticleId,
    feedId: `feed-${outlet}` as FeedId,
    outlet,
    url: `https://news.example/${id}`,
    title,
    text,
    language,
    publishedAt: at,
    seenAt: at,
    authors,
    topics,
    terms: { title: analyse(title, language).join(' '), text: analyse(text, language).join(' ') },
  }
}

/** One event as two newsrooms would write it up. */
export const FERRY_A = {
  title: 'Ferry with 80 aboard runs aground off Marlo island',
  text: 'A ferry carrying 80 passengers ran aground on rocks off Marlo island on Tuesday morning. Coast guard boats took everyone off safely. The captain said the steering had failed in heavy fog, and the harbour office has opened an inquiry.',
}
export const FERRY_B = {
  title: 'Passengers rescued after ferry hits rocks near Marlo',
  text: 'All 80 passengers were rescued by the coast guard when a ferry hit rocks near Marlo island in thick fog. Nobody was hurt. Officials at the harbour will question the captain about a failure of the steering.',
}
export const BUDGET = {
  title: 'Parliament passes school budget after night session',
  text: 'Members of parliament voted for a larger school budget early on Wednesday after a session that lasted all night. Teachers had gone on strike for higher pay and smaller classes in March.',
}
