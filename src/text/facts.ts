import { landmarksOf } from './landmarks.ts'
import { numbersIn } from './numbers.ts'

/** Words that turn a statement round; each as a whole word. */
const NEGATES = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:not|no|never|none|neither|nor|without|cannot|\\p{L}+n['’]t|den(?:y|ies|ied)
|pas|jamais|aucune?|sans|nicht|kein\\p{L}*|niemals|ohne|nunca|jamás|ningun[oa]?|sin|nessun[oa]?|mai|senza|não|sem
|не|ни|нет|без|никогда|nie|bez|niet|geen)(?![\\p{L}\\p{M}])`.replaceAll('\n', ''),
  'iu',
)
/** Times of day: a live report changes its clock with every version. */
const CLOCK_TIME = /\b\d{1,2}(?::\d{2}|[.:h]\d{2}(?=\s?(?:[ap]\.?m\b|uhr\b|h\b))|\s?(?:[ap]\.?m\b|uhr\b))/giu

/** Languages that write the names of days and months with capitals. */
const CAPITAL_CALENDARS = ['en', 'de']
const DAYS = Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2024, 0, 1 + day)))
const MONTHS = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2024, month, 1)))

const namesOf = (language: string, part: 'weekday' | 'month', dates: readonly Date[]): readonly string[] => {
  const format = new Intl.DateTimeFormat(language, { [part]: 'long', timeZone: 'UTC' })
  return dates.map(date => format.format(date).toLowerCase())
}

/** Names of days and months in lower case: when something was said is no news by itself. */
export const CALENDAR_NAMES: ReadonlySet<string> = new Set(
  CAPITAL_CALENDARS.flatMap(language => [...namesOf(language, 'weekday', DAYS), ...namesOf(language, 'month', MONTHS)]),
)

/** What of a sentence can be right or wrong. */
export interface Facts {
  readonly numbers: ReadonlySet<string>
  /** Names, by their one token where they have several spellings. */
  readonly names: ReadonlySet<string>
  readonly isNegated: boolean
}

/**
 * The figures (without times of day) and names of a sentence, and whether it denies something.
 * @param language two-letter code, when known
 */
export function factsOf(sentence: string, language?: string): Facts {
  const numbers = new Set(numbersIn(sentence.replaceAll(CLOCK_TIME, ' ')))
  const names = landmarksOf(sentence, language).difference(new Set(numbersIn(sentence)))
  return { numbers, names, isNegated: NEGATES.test(sentence) }
}
