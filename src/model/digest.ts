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

/** One summary sentence and what it rests on (never nothing). */
export interface Bullet {
  readonly text: string
  readonly citations: readonly [Citation, ...Citation[]]
  /** Set when a language model put it into words. */
  readonly reworded?: Reworded
}

export interface Reworded {
  /** The model's name, as the operator gave it. */
  readonly model: string
  /** On how many of the citations, from the first, the words rest; the others say the same. At least 1. */
  readonly restsOn: number
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
}

export type DigestLength = 'short' | 'normal' | 'long'
