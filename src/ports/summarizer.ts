import type { Article } from '../model/article.ts'
import type { Bullet } from '../model/digest.ts'

/** What a reader asked for: a group of stems for each wanted word or name (see queryGroups in src/text/terms.ts). */
export type Focus = readonly (readonly string[])[]

/** Makes bullets from the articles of one story. */
export interface Summarizer {
  readonly name: string
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
