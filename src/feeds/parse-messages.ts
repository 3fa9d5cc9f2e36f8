import type { AnalysedArticle } from '../model/article.ts'
import type { FormatError } from '../model/errors.ts'
import type { Feed, ParsedFeed } from '../model/feed.ts'
import type { NameTable } from '../text/concepts.ts'
import type { ExtractedArticle } from './extract.ts'
import type { ParseOptions } from './parse.ts'

/** What a thread is started with: the table of names, where the main thread has made it already. */
export interface ThreadData {
  readonly names?: NameTable
}

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

/** What a parser thread is asked; one at a time. 'extract': the article of the web page at `options.url`. */
export interface ParseRequest {
  readonly kind: 'parse' | 'extract'
  readonly bytes: Uint8Array
  readonly options: ParseOptions
  readonly owner?: ArticleOwner
}

/** What a document turned out to hold. */
export type ParseOutcome =
  | { readonly kind: 'parsed'; readonly parsed: ReadFeed }
  | { readonly kind: 'extracted'; readonly article: ExtractedArticle | undefined }

/** What it says: 'ready' once, when it has loaded, then one answer per request. Dates survive structured cloning. */
export type ParseReply =
  | { readonly kind: 'ready' }
  | ParseOutcome
  | { readonly kind: 'refused'; readonly message: string; readonly found: FormatError['found'] }
