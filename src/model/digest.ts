import type { ArticleId } from './article.ts'
import type { StoryId } from './story.ts'

export type DigestId = string & { readonly __id: 'digest' }

/** The receipt of a bullet: the article and the sentence span that it rests on. */
export interface Citation {
  readonly articleId: ArticleId
  readonly outlet: string
  readonly url: string
  readonly publishedAt: Date
  /** Offsets into Article.text, UTF-16 units: text.slice(start, end) is the source sentence. */
  readonly start: number
  readonly end: number
  /** The source sentence as it stands in the article. */
  readonly quote: string
}

/** Whether the topic of a summary speaks in a bullet, or others speak of it, or something happens. */
export interface Voice {
  readonly kind: 'by' | 'about'
  /** Who speaks, as the source sentence names them; absent when nobody does or it is not said who. */
  readonly speaker?: string
}

/** One summary sentence and what it rests on (never nothing). */
export interface Bullet {
  readonly text: string
  readonly citations: readonly [Citation, ...Citation[]]
  /** In a summary of a topic. */
  readonly voice?: Voice
}

/** One story of a digest. */
export interface DigestItem {
  readonly storyId: StoryId
  readonly headline: string
  readonly url: string
  /** Outlets that tell it, lead first, each once. */
  readonly outlets: readonly string[]
  /** Independent origins: wire copies and near-duplicates count once. */
  readonly origins: number
  readonly publishedAt: Date
  readonly imageUrl?: string
  readonly bullets: readonly Bullet[]
}

/** What the digest was made from: the reader may know how wide we looked. */
export interface Coverage {
  readonly articles: number
  readonly feeds: number
  readonly stories: number
}

/** How often the topic of a summary was mentioned lately, against what is usual. */
export interface Trend {
  /** What one count stands for: 24 hours or one. */
  readonly unit: 'day' | 'hour'
  /** Articles in each unit, oldest first; the last is the present one. At least two. */
  readonly counts: readonly number[]
  /** Median of all but the last. */
  readonly usual: number
  /** The counts are near, not exact. */
  readonly isEstimate: boolean
}

/** One edition of a briefing, or the answer to /summary. */
export interface Digest {
  readonly id: DigestId
  readonly kind: 'briefing' | 'summary'
  /** The topic asked for; absent for a briefing. */
  readonly topic?: string
  readonly createdAt: Date
  readonly from?: Date
  readonly to: Date
  /** A summary has its bullets spread over items in reading order; they are numbered through. */
  readonly items: readonly DigestItem[]
  readonly coverage: Coverage
  /** Of a summary, when enough days are kept to compare. */
  readonly trend?: Trend
}

export type DigestLength = 'short' | 'normal' | 'long'
