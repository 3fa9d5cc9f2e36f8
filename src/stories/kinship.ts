import { backgroundIdf } from '../text/background.ts'
import { foldLetters } from '../text/stemming.ts'
import { isHeadlineOnly, type SubjectText, subjectNames } from '../text/subject-names.ts'
import { areForeign } from './closeness.ts'
import type { Stems } from './similarity.ts'

/** Whom and what an article is about, and what it knows of: by the numbers of words, the same for all forms of a name. */
export interface Subjects {
  readonly names: readonly { readonly key: number; readonly weight: number }[]
  readonly known: Int32Array
  readonly isHeadline: boolean
  /** Two letters; empty when uncertain. */
  readonly language: string
}

/** Stems at the beginning of a text in which it tells where something happened, and to whom. */
const KNOWN_STEMS = 50
/** Libya and Libyan, Torvik and Torviks are one name: the first letters count. */
const KEY_LETTERS = 4

/** FNV-1a, 32 bits (https://datatracker.ietf.org/doc/html/draft-eastlake-fnv). */
function keyOf(stem: string): number {
  const letters = foldLetters(stem).slice(0, KEY_LETTERS)
  let hash = 0x811c9dc5
  for (let at = 0; at < letters.length; at++) hash = Math.imul(hash ^ letters.charCodeAt(at), 0x01000193)
  return hash | 0
}

/**
 * Reads the subjects of an article.
 * @param stems those of its title and text (src/text/terms.ts), in order
 * @param certain its language, empty when it is a guess
 */
export function subjectsOf(article: SubjectText, stems: Stems, certain: string): Subjects {
  const names = new Map<number, number>()
  for (const name of subjectNames(article)) {
    const key = keyOf(name)
    names.set(key, Math.max(names.get(key) ?? 0, backgroundIdf(name)))
  }
  return {
    names: [...names].map(([key, weight]) => ({ key, weight })),
    known: Int32Array.from(new Set([...stems.title, ...stems.text.slice(0, KNOWN_STEMS)].map(keyOf))),
    isHeadline: isHeadlineOnly(article.text),
    language: certain,
  }
}

/** What the names of a group must weigh, per article, that it has subjects of its own: one that hardly any news knows. */
const LEAST_WEIGHT = 4
/**
 * The share of the subjects of one group that the other knows. A subject counts by the square of its weight times the share
 * of the articles that have it in their title, so that what all of them name decides.
 * @returns 0 to 1; undefined when the group names nobody in particular
 */
function acquaintance(some: readonly Subjects[], others: readonly Subjects[]): number | undefined {
  const totals = new Map<number, number>()
  for (const { names } of some) for (const { key, weight } of names) totals.set(key, (totals.get(key) ?? 0) + weight)
  let [all, known] = [0, 0]
  for (const [key, total] of totals) {
    const weight = (total / some.length) ** 2
    all += weight
    known += (weight * others.filter(other => other.known.includes(key)).length) / others.length
  }
  return all < LEAST_WEIGHT ** 2 ? undefined : known / all
}

/** Groups that know this share of each other's subjects, on the average, are no strangers; headlines tell but little. */
const ACQUAINTED = 0.8
const ACQUAINTED_BY_HEADLINE = 0.1
/** What the closeness of two articles counts that know nothing of each other's subjects. */
const STRANGER_SHARE = 0.6

/**
 * What the closeness of two groups of articles counts. Where each is about people or places that the other does not know,
 * the words that they share are those of a kind of event, and not of one: less, and the less the more articles say so.
 * @param some the subjects of one group, or of a sample of it; at least one article
 * @param others those of the other
 * @param pairs pairs of articles between the whole groups, 1 or more
 * @returns 1 when a group is about nobody in particular, when it knows the other's subjects, and across languages, in which
 * names are spelled in other ways; else less, but more than 0
 */
export function kinship(some: readonly Subjects[], others: readonly Subjects[], pairs: number): number {
  const language = some.find(subjects => subjects.language !== '')?.language ?? ''
  const isOfLanguage = (subjects: Subjects): boolean => !areForeign(subjects.language, language)
  const [own, other] = [some.filter(isOfLanguage), others.filter(isOfLanguage)]
  if (other.length === 0) return 1
  const enough = [...own, ...other].some(({ isHeadline }) => isHeadline) ? ACQUAINTED_BY_HEADLINE : ACQUAINTED
  const [there, back] = [acquaintance(own, other), acquaintance(other, own)]
  if (there === undefined || back === undefined || Math.max(there, back) >= enough) return 1
  const share = STRANGER_SHARE / pairs ** 0.25
  return share + ((1 - share) * (there + back)) / 2 / enough
}
