/** The invented outlets, by the first label of their host. */
export type OutletId =
  | 'harbour-post'
  | 'meridian-courier'
  | 'lanternfield-gazette'
  | 'northgate-bulletin'
  | 'albatross-wire'
  | 'quai-du-matin'

/** One article of the sample newsstand. */
export interface SampleArticle {
  readonly outlet: OutletId
  /** Last part of its address; unique within the outlet. */
  readonly slug: string
  /** Articles about one event carry the same word. */
  readonly event: string
  readonly title: string
  readonly author: string
  /** Paragraphs; a line that begins with "## " is a sub-heading. */
  readonly body: readonly string[]
  /** Hours before its edition comes out (1 to 20; 0 in the late edition), or the real time of a report on public facts. */
  readonly published: { readonly hoursAgo: number } | { readonly at: Date }
}
