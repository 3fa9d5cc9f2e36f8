/** Stable name of a feed: made once from its first address, kept when the address moves. */
export type FeedId = string & { readonly __id: 'feed' }

/** The publisher's own cache marks, kept byte for byte as they came (RFC 9110 §8.8). */
export interface Validators {
  readonly etag?: string
  readonly lastModified?: string
}

/** When the publisher says that nothing new is to be expected; kept, since an answer "not modified" does not say it again. */
export interface Rhythm {
  /** How long the publisher asks us to wait between polls (RSS ttl, sy:updatePeriod). */
  readonly ttlMs?: number
  /** Hours of the day, 0 to 23 UTC, in which nothing comes (RSS skipHours). */
  readonly skipHours?: readonly number[]
  /** Days of the week in UTC, 0 (Sunday) to 6, on which nothing comes (RSS skipDays). */
  readonly skipDays?: readonly number[]
}

/** What is kept of a feed's rhythm. */
export interface KeptRhythm extends Rhythm {
  /**
   * Its last document came without validators: every poll fetches it whole, so polls are at least so far apart, in
   * milliseconds.
   */
  readonly unmarkedMs?: number
}

/** What a publisher has to say several times before it is believed. */
export interface Repeated {
  readonly count: number
  /** When it was said first. */
  readonly since: Date
}

/** A permanent redirect that is being confirmed. */
export interface Moving extends Repeated {
  readonly to: string
}

/** One RSS, Atom, RDF or JSON Feed document that we poll. */
export interface Feed {
  readonly id: FeedId
  /** The address that is polled, after permanent redirects; without fragment. */
  readonly url: string
  readonly title: string
  readonly siteUrl?: string
  /** BCP 47 tag as the feed gave it. */
  readonly language?: string
  /** Pack topics ("world", "science"), sorted; empty for a feed that a channel brought itself. */
  readonly topics: readonly string[]
  readonly addedAt: Date
  readonly nextPollAt: Date
  readonly lastPolledAt?: Date
  readonly lastSuccessAt?: Date
  /** Name of the last failure (a FetchErrorKind or 'format'); absent after a success. */
  readonly lastError?: string
  /** Failures in a row; 0 after a success. */
  readonly failures: number
  readonly validators: Validators
  readonly rhythm?: KeptRhythm
  /** The first failure since the last success. */
  readonly failingSince?: Date
  /** Answers "gone" (410) since the last success. */
  readonly gone?: Repeated
  /** The publisher confirmed that the feed is gone: it is polled no more until somebody adds it again. */
  readonly goneAt?: Date
  /** The same permanent redirect, time after time; it is followed for good once it is confirmed. */
  readonly moving?: Moving
}

export interface Enclosure {
  readonly url: string
  readonly type?: string
  /** Bytes, as the feed said. */
  readonly length?: string
}

/** An item as the feed gave it. Nothing here is trusted yet. */
export interface Entry {
  readonly id?: string
  readonly url?: string
  readonly title?: string
  readonly publishedAt?: Date
  readonly updatedAt?: Date
  readonly authors: readonly string[]
  /** HTML or text. */
  readonly summary?: string
  /** HTML or text. */
  readonly content?: string
  readonly enclosures: readonly Enclosure[]
  readonly categories: readonly string[]
}

/** What a feed document says, whatever its format. */
export interface ParsedFeed extends Rhythm {
  readonly title?: string
  readonly siteUrl?: string
  readonly language?: string
  /** WHATWG name of the encoding that the bytes were read with. */
  readonly encoding?: string
  readonly entries: readonly Entry[]
}

/** A starter feed. */
export interface PackFeed {
  readonly title: string
  readonly url: string
  readonly site: string
  readonly language: string
  /** Pack names it belongs to. */
  readonly topics: readonly string[]
}

/** A named set of starter feeds; its name is a topic ("world"). */
export interface Pack {
  readonly name: string
  readonly feeds: readonly PackFeed[]
}
