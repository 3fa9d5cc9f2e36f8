import type { Candidate } from './candidates.ts'
import type { SentenceScores } from './scorer.ts'

/** One article of a story, read and scored. */
export interface ReadArticle {
  readonly language: string | undefined
  readonly candidates: readonly Candidate[]
  readonly scores: SentenceScores
  /** Who published it; a name of its own for each article of which that is not known. */
  readonly outlet: string
  /** Articles that go back to one report, and those of one outlet, share a number. */
  readonly origin: number
  /** The figures of its title, and its stems. */
  readonly titleFigures: readonly string[]
  readonly titleStems: ReadonlySet<string>
}

/** A sentence of one of several articles. */
export interface StorySentence {
  /** Place of its article among those given. */
  readonly article: number
  readonly candidate: Candidate
}

/** A sentence that may be chosen. */
export interface Covering extends StorySentence {
  readonly concepts: ReadonlySet<string>
  readonly score: number
  readonly sectioned: boolean
}
