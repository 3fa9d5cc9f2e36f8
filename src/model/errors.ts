/** Why a person's wish can not be met. Each has a sentence in every catalogue (src/text/words). */
export type ErrorCode =
  | 'unknownCommand' // {name, nearest}
  | 'missingOption' // {option, usage}
  | 'surplusWords' // {words, usage}
  | 'badOption' // {option, value, allowed}
  | 'tooLong' // {option, most} characters
  | 'unknownOption' // {value, usage}
  | 'managersOnly' // {command}
  | 'notFeed' // {url, kind?}
  | 'opmlAddress' // {url}
  | 'notOpml' // {name}
  | 'missingFile' // {name}
  | 'fileTooLarge' // {name, limit}
  | 'unreadableFile' // {name}
  | 'noImport' // {usage}
  | 'noFeedOnPage' // {url}
  | 'severalFeeds' // {url, choices}
  | 'privateAddress' // {url}
  | 'closedPort' // {url, ports}
  | 'badAddress' // {value}
  | 'hostBusy' // {host, minutes}
  | 'unreachable' // {url, reason}
  | 'tooSlow' // {url}
  | 'tooLarge' // {url, limit}
  | 'truncated' // {url}
  | 'httpStatus' // {url, status, site?}
  | 'unknownTopic' // {value, topics}
  | 'nearTopic' // {value, nearest, topics}
  | 'notSubscribed' // {value}
  | 'noSubscriptions' // {}
  | 'nothingFound' // {topic, nearest}
  | 'nothingSince' // {topic, since, newest}
  | 'unknownZone' // {value, nearest}
  | 'badTime' // {value}
  | 'badDays' // {value}
  | 'noSchedule' // {}
  | 'unknownSchedule' // {value, known}
  | 'duplicateSchedule' // {value}
  | 'tooManyFeeds' // {limit}
  | 'ambiguousSchedule' // {value, choices}
  | 'badFilter' // {problem, place, …} see FilterProblem
  | 'negatedFilter' // {rule, rest} hides all but the rest
  | 'sameFilter' // {number}
  | 'unknownFilter' // {value, known}
  | 'manyFilters' // {most}
  | 'heavyFilters' // {}
  | 'noModel' // {}
  | 'noDigest' // {}
  | 'unknownItem' // {value, most}
  | 'unknownFollow' // {value, most}
  | 'expiredAction' // {}
  | 'storage' // {} read-only or full disk
  | 'busy' // {}
  | 'unexpected' // {}

export type ErrorDetails = Readonly<Record<string, string>>

/** Something that the person can understand and act on; safe to show. */
export class UserError extends Error {
  override readonly name = 'UserError'
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(code, options)
    this.code = code
    this.details = details
  }
}

/** One of the feeds that a person may mean. */
export interface FeedChoice {
  readonly url: string
  readonly title?: string
}

/** A page offers several feeds that differ: the person chooses. */
export class SeveralFeedsError extends UserError {
  readonly choices: readonly FeedChoice[]

  constructor(url: string, choices: readonly FeedChoice[]) {
    super('severalFeeds', { url, choices: choices.map(choice => choice.url).join(' · ') })
    this.choices = choices
  }
}

export type FetchErrorKind =
  | 'dns'
  | 'connect'
  | 'tls'
  | 'timeout'
  | 'tooLarge'
  | 'truncated'
  | 'blocked' // private address, port or protocol
  | 'redirects'
  | 'encoding' // unknown or chained Content-Encoding
  | 'status'
  | 'protocol'
  | 'paused' // nothing was asked: the host is left alone, or asked often enough already

/** A download that failed. Never carries a body, a header or a URL's credentials. */
export class FetchError extends Error {
  override readonly name = 'FetchError'
  readonly kind: FetchErrorKind
  /** HTTP status for kind 'status'. */
  readonly status?: number
  /** How long the server asked us to wait. */
  readonly retryAfterMs?: number
  /** The host that answered, or is not asked, with its port unless that is the usual one; after redirects the last one. */
  readonly host?: string

  constructor(
    kind: FetchErrorKind,
    message: string,
    extra: { status?: number; retryAfterMs?: number; host?: string; cause?: unknown } = {},
  ) {
    super(message, extra.cause === undefined ? undefined : { cause: extra.cause })
    this.kind = kind
    if (extra.status !== undefined) this.status = extra.status
    if (extra.retryAfterMs !== undefined) this.retryAfterMs = extra.retryAfterMs
    if (extra.host !== undefined) this.host = extra.host
  }
}

/** The bytes are not a feed that we can read. */
export class FormatError extends Error {
  override readonly name = 'FormatError'
  /** 'html' when it is a web page, 'empty' when there is nothing, else 'unknown'. */
  readonly found: 'html' | 'empty' | 'unknown'

  constructor(message: string, found: 'html' | 'empty' | 'unknown' = 'unknown', options?: ErrorOptions) {
    super(message, options)
    this.found = found
  }
}

/**
 * What a failed send means for the part:
 * retry: proven unsent, try again after `retryAfterMs`; uncertain: may have arrived; gone: the channel can not be
 * reached any more, pause it; rejected: the platform will never take this payload; refused: our token is not accepted.
 */
export type DeliveryOutcome = 'retry' | 'uncertain' | 'gone' | 'rejected' | 'refused'

/** A send that failed. The message is safe to log: no token, no URL. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError'
  readonly outcome: DeliveryOutcome
  readonly retryAfterMs?: number
  /** The channel's new address, when the platform said that it moved. */
  readonly movedTo?: string

  constructor(
    outcome: DeliveryOutcome,
    message: string,
    extra: { retryAfterMs?: number; movedTo?: string; cause?: unknown } = {},
  ) {
    super(message, extra.cause === undefined ? undefined : { cause: extra.cause })
    this.outcome = outcome
    if (extra.retryAfterMs !== undefined) this.retryAfterMs = extra.retryAfterMs
    if (extra.movedTo !== undefined) this.movedTo = extra.movedTo
  }
}

/** The process can not start as it is configured; the message says what to change. Exit code 78 (EX_CONFIG). */
export class StartError extends Error {
  override readonly name = 'StartError'
}

/** The database can not be opened or written; the message names the file and says what to do. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
  readonly kind: 'locked' | 'newer' | 'damaged' | 'unwritable' | 'full'

  constructor(kind: 'locked' | 'newer' | 'damaged' | 'unwritable' | 'full', message: string, options?: ErrorOptions) {
    super(message, options)
    this.kind = kind
  }
}
