import type { ArticleId } from './article.ts'

export type StoryId = string & { readonly __id: 'story' }

/** The articles about one event. An article is in one story; the id survives growth. */
export interface Story {
  readonly id: StoryId
  /** At least one. */
  readonly articleIds: readonly ArticleId[]
  readonly leadId: ArticleId
  readonly firstSeenAt: Date
  readonly lastSeenAt: Date
}
