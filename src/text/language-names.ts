import { nearestWords } from './nearest.ts'

/** Languages in whose words a language may be named. */
const NAMED_IN = ['en', 'de', 'fr', 'es', 'it'] as const
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz']

const englishNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })

/** Names of all languages that have a two-letter code (ISO 639-1), in lower case, with the code. */
function namedLanguages(): ReadonlyMap<string, string> {
  const codes = LETTERS.flatMap(first => LETTERS.map(second => first + second))
  const known = codes.filter(code => englishNames.of(code) !== undefined)
  const spellings = NAMED_IN.flatMap(language => {
    const names = new Intl.DisplayNames([language], { type: 'language', fallback: 'none' })
    return known.map(code => [names.of(code)?.toLowerCase() ?? code, code] as const)
  })
  return new Map(spellings)
}

/**
 * The two-letter code that was meant: itself, or that of the language with this name in English, German, French, Spanish
 * or Italian, a slip or two allowed.
 * @param typed lower case
 */
export function nearestLanguage(typed: string): string | undefined {
  if (/^[a-z]{2}$/u.test(typed) && englishNames.of(typed) !== undefined) return typed
  if (typed.length <= 2) return undefined
  const names = namedLanguages()
  return names.get(nearestWords(typed, [...names.keys()], 1)[0] ?? '')
}
