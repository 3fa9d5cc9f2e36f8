import type { AnalysedArticle, ArticleChange, ArticleId } from '../model/article.ts'
import type { FeedId } from '../model/feed.ts'
import type { Story, StoryId } from '../model/story.ts'

/** Which kept articles; `from` and `to` are about Article.seenAt, to exclusive. */
export interface ArticleQuery {
  readonly feedIds?: readonly FeedId[]
  /** Arrival numbers: behind this one, and up to that one. */
  readonly after?: number
  readonly upTo?: number
  readonly from?: Date
  readonly to?: Date
  readonly limit: number
}

/** Candidates for a topic: articles that hold at least one stem of at least one group. */
export interface TopicQuery {
  /** Each group is one wanted word with its other forms and aliases, as stems. At least one group. */
  readonly groups: readonly (readonly string[])[]
  readonly feedIds?: readonly FeedId[]
  /** About Article.publishedAt. */
  readonly since?: Date
  /** Articles that match fewer groups may be left out; 1 when absent. */
  readonly atLeast?: number
  readonly limit: number
}

/** Which mentions are counted: articles that hold a stem of every group. */
export interface MentionQuery {
  readonly groups: readonly (readonly string[])[]
  readonly feedIds?: readonly FeedId[]
  /** End of the last bucket, exclusive; about Article.publishedAt. */
  readonly to: Date
  /** Length of a bucket. */
  readonly bucketMs: number
  readonly buckets: number
}

export interface Mentions {
  /** Articles in each bucket, oldest first. */
  readonly counts: readonly number[]
  /** Of thousands a sample was counted: the counts are near. */
  readonly isEstimate: boolean
  /** When the first kept article was seen; absent when none is kept. */
  readonly keptSince?: Date
}

/** Articles are numbered as they arrive, from 1, whatever the clock says. */
export interface Arrivals {
  /** The last one; 0 when there is none. */
  readonly last: number
  /** The last one that, like all before it, belongs to a story. */
  readonly placed: number
}

/** Which articles wait for the text of their page, over restarts. */
export interface PageStore {
  /** Those that wait already keep their place; unknown ids are left out. */
  addPages(ids: readonly ArticleId[]): Promise<void>
  /** All that wait, in the order in which they came. */
  listPages(): Promise<readonly ArticleId[]>
  dropPages(ids: readonly ArticleId[]): Promise<void>
}

export interface ArticleStore {
  /** In the order asked; unknown ids are left out. */
  getArticles(ids: readonly ArticleId[]): Promise<readonly AnalysedArticle[]>
  /**
   * Writes the words and facts of kept articles anew; times and story stay, unknown ids are left out.
   * @returns how many were written
   */
  updateArticles(articles: readonly AnalysedArticle[]): Promise<number>
  /** Newest seen first. */
  listArticles(query: ArticleQuery): Promise<readonly AnalysedArticle[]>
  /**
   * Matching articles, newest published first, those that match more groups before others; at most `limit`. Of a word
   * that very many articles hold, those that arrived last are looked at, thousands at least: there may be none of a feed
   * that has been silent since.
   */
  searchArticles(query: TopicQuery): Promise<readonly AnalysedArticle[]>
  /** How often a topic was mentioned, over time. */
  countMentions(query: MentionQuery): Promise<Mentions>
  getArrivals(): Promise<Arrivals>
  countArticles(): Promise<{ readonly articles: number; readonly feeds: number; readonly stories: number }>
  /** What was changed at the source in these articles, newest first; at most the newest 20 of each. */
  listChanges(ids: readonly ArticleId[]): Promise<readonly ArticleChange[]>
  /**
   * What was changed behind this change (they are numbered from 1), oldest first, at most so many changes.
   * @returns the articles, and the number of the last change looked at; `after` when there is none
   */
  listChanged(
    after: number,
    limit: number,
  ): Promise<{ readonly articleIds: readonly ArticleId[]; readonly last: number }>
  /** Articles that belong to no story yet, oldest seen first. */
  listUnclustered(limit: number): Promise<readonly AnalysedArticle[]>
}

/** Some of many stories. */
export interface StoryPage {
  readonly limit: number
  /** Where the page before ended. */
  readonly behind?: Pick<Story, 'id' | 'lastSeenAt'> | undefined
}

export interface StoryStore {
  /** Stories that got an article since then, newest first; all of them, or a page. */
  listStories(lastSeenSince: Date, page?: StoryPage): Promise<readonly Story[]>
  /** The story of each article that has one. */
  storiesOf(articleIds: readonly ArticleId[]): Promise<ReadonlyMap<ArticleId, Story>>
  /** The story with this id; for one that ended in another, that other one. */
  findStory(id: StoryId): Promise<Story | undefined>
  /**
   * Under which id each of these stories goes on: its own, or that of the story it ended in. Ids that never were a story's
   * are left out.
   */
  currentStories(ids: readonly StoryId[]): Promise<ReadonlyMap<StoryId, StoryId>>
  /**
   * Writes new, grown and rearranged stories in one transaction; an article moves to the story that names it. A story that
   * loses its last article thereby ends in the one that got most of them: its id leads there for ever.
   */
  saveStories(stories: readonly Story[]): Promise<void>
}
