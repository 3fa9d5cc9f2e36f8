import type { AnalysedArticle } from '../model/article.ts'
import type { FormatError } from '../model/errors.ts'
import type { Feed, ParsedFeed } from '../model/feed.ts'
import type { ParseOptions } from './parse.ts'

/** A feed whose entries are wanted as articles. */
export interface ArticleOwner {
  readonly feed: Feed
  /** When the document is read. */
  readonly now: Date
}

/** A feed document that was read; with `articles` in place of its entries when somebody wanted them. */
export interface ReadFeed extends ParsedFeed {
  readonly articles?: readonly AnalysedArticle[]
}

/** What a parser thread is asked; one at a time. */
export interface ParseRequest {
  readonly bytes: Uint8Array
  readonly options: ParseOptions
  readonly owner?: ArticleOwner
}

/** What it says: 'ready' once, when it has loaded, then one answer per request. Dates survive structured cloning. */
export type ParseReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'parsed'; readonly parsed: ReadFeed }
  | { readonly kind: 'refused'; readonly message: string; readonly found: FormatError['found'] }
