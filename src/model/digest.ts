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
}

/** What is counted in news about accidents, wars and protests. */
export type CountedRole =
  | 'dead'
  | 'injured'
  | 'missing'
  | 'evacuated'
  | 'arrested'
  | 'rescued'
  | 'trapped'
  | 'homeless'
  | 'aboard'
  | 'withoutPower'

/** A number as an outlet gives it, with its receipt. */
export interface NumberClaim {
  /** In `unit`, as said; `high` is greater for a range ("12 to 14", "dozens"). */
  readonly low: number
  readonly high: number
  readonly bound: 'exact' | 'about' | 'nearly' | 'atLeast' | 'atMost'
  /** As it stands in the source: "%", "crowns", "km"; empty for a count. */
  readonly unit: string
  /** The source sentence. When only the title gives the number, the quote is the title and the span is empty. */
  readonly source: Citation
}

/** Numbers for the same thing that independent outlets give and that do not fit together; which is right is not said. */
export interface Disagreement {
  readonly role?: CountedRole
  /** What is counted or measured, as the earliest source says it; empty when the role says it all. */
  readonly about: string
  /** Earliest first; different numbers of different outlets. */
  readonly claims: readonly [NumberClaim, NumberClaim, ...NumberClaim[]]
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
  /** Absent when the outlets agree; at most two. */
  readonly disagreements?: readonly Disagreement[]
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
