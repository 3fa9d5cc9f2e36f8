import { numbersIn } from './numbers.ts'

/** A figure that a correction withdraws, with the sentence that does so. */
export interface Withdrawn {
  readonly figure: string
  /** The word after it ("million", "per"); empty when none follows. */
  readonly unit: string
  readonly stems: ReadonlySet<string>
}

/** A sentence with its stems (see analyse in terms.ts). */
export interface StemmedSentence {
  readonly clean: string
  readonly stems: readonly string[]
}

const FIGURE = '\\d{1,3}(?:[ \\u00a0\\u202f]\\d{3})+|\\d+(?:[.,]\\d+)*'
const WITHDRAWS = new RegExp(
  `(?:\\bnot|\\binstead of|\\brather than|\\bnicht|\\bstatt|\\bet non|\\bau lieu de|(?<!\\p{L})а не|(?<!\\p{L})вместо)\\s+(?:the |de )?(${FIGURE})(?:\\s+(\\p{L}+))?`,
  'giu',
)
const COUNTED = new RegExp(`(?:${FIGURE})\\s+(\\p{L}+)`, 'giu')
/** So many stems besides figures and their units show that two sentences are about the same. */
const SAME_MATTER = 2

/** The words after the figures of a sentence in lower case: "14 million crowns" has "million". */
export const unitsIn = (clean: string): readonly string[] =>
  Array.from(clean.matchAll(COUNTED), ([, unit = '']) => unit.toLowerCase())

/** What a sentence is about besides its figures and their unit, as stems. */
export const mattersOf = ({ stems }: StemmedSentence, unit: string): ReadonlySet<string> =>
  new Set(stems.filter(stem => /^\p{L}+$/u.test(stem) && stem !== unit))

/** The figures that a sentence withdraws: "12 million, not 15 million" withdraws 15. */
export function withdrawnIn(sentence: StemmedSentence): readonly Withdrawn[] {
  return Array.from(sentence.clean.matchAll(WITHDRAWS), ([, figure = '', unit = '']) => ({
    figure: numbersIn(figure)[0] ?? figure,
    unit: unit.toLowerCase(),
    stems: mattersOf(sentence, unit.toLowerCase()),
  }))
}

/** True when a sentence of another article still says what was withdrawn. */
export function stillSays({ clean, stems }: StemmedSentence, { figure, unit, stems: matter }: Withdrawn): boolean {
  if (!numbersIn(clean).includes(figure) || matter.intersection(new Set(stems)).size < SAME_MATTER) return false
  return unit === '' || clean.toLowerCase().includes(unit)
}
