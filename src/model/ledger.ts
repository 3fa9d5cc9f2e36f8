import type { ArticleId } from './article.ts'
import type { ChannelId } from './briefing.ts'
import type { ChangeKind, CorrectionKey, DigestId, DigestLength } from './digest.ts'
import type { StoryId } from './story.ts'

/** A source sentence that a channel was shown. */
export interface ToldSentence {
  readonly articleId: ArticleId
  /** Offsets into Article.text as it was then, UTF-16 units. */
  readonly start: number
  readonly end: number
  readonly quote: string
  /** The bullet that rests on it, as it was shown. */
  readonly bullet: string
}

/** One telling of a story in a channel. */
export interface Telling {
  readonly digestId: DigestId
  readonly storyId: StoryId
  readonly headline: string
  /** The article whose title the headline is. */
  readonly leadId?: ArticleId
  readonly at: Date
  /** Arrival number of the last article that the edition could tell. */
  readonly upTo: number
  /** One article was told at once: what else there was of the story then was not. */
  readonly isPost?: true
  readonly sentences: readonly ToldSentence[]
}

/** A change of a told sentence that a channel was told. */
export interface ToldChange extends CorrectionKey {
  readonly kind: ChangeKind
  /** When it was told last, and how often it was. */
  readonly at: Date
  readonly times: number
}

/** One edition that a channel was shown. */
export interface ToldEdition {
  readonly digestId: DigestId
  readonly at: Date
  readonly upTo: number
  readonly length: DigestLength
}

/** A channel follows a story. */
export interface Follow {
  readonly channelId: ChannelId
  /** An article of the story: stories are merged and split, articles stay. */
  readonly articleId: ArticleId
  /** As it read when it was followed. */
  readonly headline: string
  readonly createdAt: Date
}

/** A followed story as people see it. */
export interface Following {
  /** An article of it. */
  readonly articleId: ArticleId
  readonly headline: string
  readonly since: Date
  /** When it ends by itself, unless something is added before. */
  readonly endsAt: Date
}
