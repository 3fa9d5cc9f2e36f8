/** Stable name of a feed: made once from its first address, kept when the address moves. */
export type FeedId = string & { readonly __id: 'feed' }

/** The publisher's own cache marks, kept byte for byte as they came (RFC 9110 §8.8). */
export interface Validators {
  readonly etag?: string
  readonly lastModified?: string
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
export interface ParsedFeed {
  readonly title?: string
  readonly siteUrl?: string
  readonly language?: string
  /** WHATWG name of the encoding that the bytes were read with. */
  readonly encoding?: string
  /** How long the publisher asks us to wait between polls (RSS ttl, sy:updatePeriod). */
  readonly ttlMs?: number
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
