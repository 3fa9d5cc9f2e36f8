import type { Validators } from '../model/feed.ts'

export interface FetchLimits {
  readonly dnsMs: number
  readonly connectMs: number
  /** From the request to the end of the response's headers. */
  readonly headersMs: number
  /** Between two pieces of the body. */
  readonly idleMs: number
  /** The whole fetch with all redirects. */
  readonly totalMs: number
  readonly wireBytes: number
  readonly decodedBytes: number
  readonly headerBytes: number
  readonly redirects: number
}

const KIB = 1024
const MIB = KIB * KIB

export const FETCH_LIMITS: FetchLimits = {
  dnsMs: 5_000,
  connectMs: 5_000,
  headersMs: 10_000,
  idleMs: 10_000,
  totalMs: 30_000,
  wireBytes: 5 * MIB,
  decodedBytes: 10 * MIB,
  headerBytes: 16 * KIB,
  redirects: 5,
}

/** Of the page of one article: nobody waits for it, and a large one is hardly an article. */
export const PAGE_LIMITS: Partial<FetchLimits> = { totalMs: 20_000, wireBytes: 3 * MIB, decodedBytes: 5 * MIB }

/** What came back from an address. `freshForMs` is how long the publisher says that nothing new will come. */
export type FetchedDocument =
  | {
      readonly kind: 'unchanged'
      readonly url: string
      /** What to store: the marks sent, replaced by those that the 304 brought. */
      readonly validators: Validators
      readonly freshForMs?: number
      readonly movedTo?: string
    }
  | {
      readonly kind: 'fetched'
      /** After redirects; without credentials and fragment. */
      readonly url: string
      readonly bytes: Uint8Array
      readonly contentType?: string
      readonly validators: Validators
      readonly freshForMs?: number
      /** The new address for good, when every redirect was permanent. */
      readonly movedTo?: string
    }

export interface FetchWish {
  /** The marks of the copy that is kept: the request becomes conditional. */
  readonly validators?: Validators
  readonly accept: 'feed' | 'page'
  readonly signal: AbortSignal
  /**
   * Told before a redirect to another host (with port) is followed, and waited for outside of all time limits; what it
   * throws ends the fetch.
   */
  readonly beforeHost?: (host: string) => Promise<void>
  /** Told where a redirect leads, on the same host too; when it says no, the fetch ends with FetchError 'redirects'. Yes when absent. */
  readonly follows?: (url: string) => boolean
}

/** Downloads from the open internet within limits; nothing else in the project opens a connection to a publisher. */
export interface Fetcher {
  /** @throws FetchError; the signal's reason when it was aborted */
  fetch(url: string, wish: FetchWish): Promise<FetchedDocument>
  /** Closes every connection; fetches under way fail. */
  close(): Promise<void>
}
