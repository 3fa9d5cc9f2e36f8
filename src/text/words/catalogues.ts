import { de } from './de.ts'
import { en, type Words } from './en.ts'

/** The interface languages, default first. Adding one: a file beside this one and a line here. */
export const catalogues: readonly Words[] = [en, de]

/**
 * The catalogue for a language tag ("de", "de-AT"); English when there is none.
 * @param tag BCP 47 tag
 */
export function catalogueFor(tag: string | undefined): Words {
  const language = tag?.slice(0, 2).toLowerCase()
  return catalogues.find(words => words.language === language) ?? en
}
