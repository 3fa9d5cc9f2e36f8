import type { FeedId } from './feed.ts'

/** Hash of feed and entry key (guid, else canonical link; never the title): stable across re-reading and edits. */
export type ArticleId = string & { readonly __id: 'article' }

/** Our normalised copy of an entry. Text has no markup and no control characters; dates are never in the future. */
export interface Article {
  readonly id: ArticleId
  readonly feedId: FeedId
  /** Who published it, as shown beside a citation. */
  readonly outlet: string
  /** Canonical http(s) link; empty when the entry had none. */
  readonly url: string
  readonly title: string
  /** Plain text; paragraphs and sub-headings are lines of their own, separated by "\n\n". May be empty. */
  readonly text: string
  /** Two-letter language code, when known. */
  readonly language?: string
  readonly publishedAt: Date
  /** When we first saw it. */
  readonly seenAt: Date
  readonly authors: readonly string[]
  readonly imageUrl?: string
  readonly topics: readonly string[]
}

/** The analysed words of an article, computed once (src/text/terms.ts) and stored for search and clustering. */
export interface ArticleTerms {
  /** Stems of the title, in order, separated by spaces. */
  readonly title: string
  /** Stems of the beginning of the text, in order, separated by spaces. */
  readonly text: string
}

export interface AnalysedArticle extends Article {
  readonly terms: ArticleTerms
}

/** What an edit at the source did to an article. The title counts as a sentence. */
export interface ArticleChange {
  readonly articleId: ArticleId
  /** When we saw it. */
  readonly at: Date
  /** Hashes of title and text. */
  readonly oldHash: string
  readonly newHash: string
  /** Sentences that were there before only, in their order; at most 20, from the beginning of the text. */
  readonly removed: readonly string[]
  /** Sentences that are there now only, likewise. */
  readonly added: readonly string[]
}

/** What keeping a batch of articles did. */
export interface KeptArticles {
  readonly added: readonly ArticleId[]
  /** Known articles whose title or text changed at the source. */
  readonly changed: readonly ArticleId[]
  readonly unchanged: number
}
