import type { FormatError } from '../model/errors.ts'
import type { ParsedFeed } from '../model/feed.ts'
import type { ParseOptions } from './parse.ts'

/** What a parser thread is asked; one at a time. */
export interface ParseRequest {
  readonly bytes: Uint8Array
  readonly options: ParseOptions
}

/** What it says: 'ready' once, when it has loaded, then one answer per request. Dates survive structured cloning. */
export type ParseReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'parsed'; readonly parsed: ParsedFeed }
  | { readonly kind: 'refused'; readonly message: string; readonly found: FormatError['found'] }
