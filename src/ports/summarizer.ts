import type { Article } from '../model/article.ts'
import type { Bullet } from '../model/digest.ts'

/** What a reader asked for: a group of stems for each wanted word or name (see queryGroups in src/text/terms.ts). */
export type Focus = readonly (readonly string[])[]

/** Makes bullets from the articles of one story. */
export interface Summarizer {
  readonly name: string
  /** How many stories may be summed up at the same time; one when absent. */
  readonly atOnce?: number
  /**
   * @param articles one story, lead first; at least one
   * @param bullets how many are wanted, 1 to 12; fewer come back when the text does not hold so many
   * @param focus when given, every bullet names what is asked for, or is of an article whose title or first sentence does;
   *   fewer bullets rather than others
   * @returns bullets in reading order, each citing articles that were given; possibly none
   * @throws anything: whoever asks tells the story by its headline then
   */
  summarize(
    articles: readonly Article[],
    bullets: number,
    signal: AbortSignal,
    focus?: Focus,
  ): Promise<readonly Bullet[]>
}

/** A language model that a channel may choose for the wording of its bullets. */
export interface WordingModel {
  /** Its name, as the operator gave it. */
  readonly model: string
  /** The host that sentences of articles are sent to. */
  readonly host: string
  /**
   * A summariser for one digest. It waits for the model until `at` at the latest; what the model does not answer by then,
   * or answers wrongly, is told in the sources' own words.
   */
  until(at: Date): Summarizer
}
