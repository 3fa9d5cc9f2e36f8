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
  /** Set when a language model put it into words. */
  readonly reworded?: Reworded
  /** In a summary of a topic. */
  readonly voice?: Voice
}

export interface Reworded {
  /** The model's name, as the operator gave it. */
  readonly model: string
  /** On how many of the citations, from the first, the words rest; the others say the same. At least 1. */
  readonly restsOn: number
}

/** Why a story stands where it does in a ranking. */
export interface RankReasons {
  /** Independent reports, and outlets that tell it. */
  readonly origins: number
  readonly outlets: number
  /** Age of its newest article when it was ranked, in milliseconds, 0 or more. */
  readonly ageMs: number
  /** Topics that it has in common with the channel. */
  readonly topics: readonly string[]
  /** How many better stories lowered it: of the same topic, and with the same outlet in the lead. */
  readonly sameTopic: number
  readonly sameOutlet: number
  /** The channel follows it: it stands before all that are not followed. */
  readonly isFollowed: boolean
  /** From 1. */
  readonly place: number
}

/** Why a story that was there is not in the digest. */
export type LeftOutReason =
  /** It stood too low even for the longest edition. */
  | { readonly kind: 'order'; readonly place: number }
  /** A longer edition would have told it. */
  | { readonly kind: 'length'; readonly place: number }
  /** It was told here before, and nothing has been added. */
  | { readonly kind: 'unchanged' }
  /** An earlier edition left it out, and nothing has been added. */
  | { readonly kind: 'earlier' }
  /** A filter of the channel dropped it: this one, or for want of an `only` rule that fits. */
  | { readonly kind: 'filtered'; readonly filter?: string }

/** A story that was there and was not told. */
export interface LeftOut {
  /** It was told here before: title, link and outlets are those of what came since. */
  readonly isUpdate?: true
  readonly title: string
  /** http(s) link; may be empty. */
  readonly url: string
  readonly outlets: number
  readonly reason: LeftOutReason
}

/** A story that was told here before and has no new facts. */
export interface Unchanged {
  readonly storyId: StoryId
  readonly headline: string
}

/**
 * How a told sentence was changed: `correction` (it was wrong), `updated` (its figures have risen with the events), `back`
 * (a change that was told has been taken back).
 */
export type ChangeKind = 'correction' | 'updated' | 'back'

/** A told sentence that is no longer true as it was told. */
export interface Correction {
  /** A correction when absent. */
  readonly kind?: ChangeKind
  /** The story under which it was told, and the article whose sentence it was. */
  readonly headline: string
  readonly articleId: ArticleId
  /** What was shown last, the bullet or a change of it; the sentence of the bullet then; and what is said now. */
  readonly bullet: string
  readonly said: string
  readonly says: string
  /** Who says so now, where, and when we saw it. */
  readonly outlet: string
  readonly url: string
  readonly at: Date
  /** When that was shown. */
  readonly toldAt: Date
}

/** What makes a correction be said once. */
export type CorrectionKey = Pick<Correction, 'articleId' | 'said' | 'says'>

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
  /** The article whose title is the headline; absent in digests of older versions. */
  readonly leadId?: ArticleId
  /** When the channel was told the story before: then the item holds only what is new since. */
  readonly toldAt?: Date
  /** Absent in answers to /summary. */
  readonly reasons?: RankReasons
  /** Absent when the outlets agree; at most two. */
  readonly disagreements?: readonly Disagreement[]
}

/** What the digest was made from: the reader may know how wide we looked. */
export interface Coverage {
  readonly articles: number
  readonly feeds: number
  readonly stories: number
  /** Articles that the channel's filters kept out; they are not among `articles`. */
  readonly hidden?: number
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

/** A person of the surname that was asked for, and in how many of the articles found the full name stands. */
export interface Namesake {
  readonly name: string
  readonly articles: number
}

/** Who sees an answer: all readers of the channel, or the one person who asked, by the platform's own name. */
export type Audience = 'everybody' | { readonly userId: string }

/** One edition of a briefing, the answer to /summary or /catchup, or a post: an article or a correction, told at once. */
export interface Digest {
  readonly id: DigestId
  readonly kind: 'briefing' | 'summary' | 'catchup' | 'post'
  /** The topic asked for; absent for a briefing. */
  readonly topic?: string
  readonly createdAt: Date
  readonly from?: Date
  readonly to: Date
  /** A summary has its bullets spread over items in reading order; they are numbered through. */
  readonly items: readonly DigestItem[]
  readonly coverage: Coverage
  readonly length?: DigestLength
  /** When the channel was told news before; absent when it never was, and for a summary. */
  readonly newSince?: Date
  /** Told before and nothing added, best first. */
  readonly unchanged?: readonly Unchanged[]
  readonly corrections?: readonly Correction[]
  /** The best of what was not told, with the reason; at most 30. */
  readonly leftOut?: readonly LeftOut[]
  /** Of a summary of a surname that several people bear: the first is told, the others are not. */
  readonly people?: readonly [Namesake, Namesake, ...Namesake[]]
  /** Of a summary, when enough days are kept to compare. */
  readonly trend?: Trend
}

export type DigestLength = 'short' | 'normal' | 'long'
