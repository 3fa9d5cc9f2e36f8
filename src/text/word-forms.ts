import { foldLetters, languageOfWord, scriptOf, stemOf } from './stemming.ts'

/** How a word of a text stands to a wanted one: the same letters, or another plain form of it (plural, genitive, tense). */
export type Standing = 'exact' | 'inflected'

/** A word of a text that is a form of a wanted one. */
export interface FoundForm {
  readonly standing: Standing
  /** The stem under which the text's analysis holds it. */
  readonly stem: string
}

const VOWEL = /[aeiouy]/u
/** Shorter stems are no words any more. */
const SHORTEST = 3

/** English without its endings of number and tense; "land" and "lands", not "lander" or "landlord". */
function englishBase(word: string): string {
  if (word.length <= SHORTEST) return word
  const singular = word
    .replace(/(?<=..)ie[sd]$/u, 'y')
    .replace(/(?<=(?:ss|sh|ch|x|z|o))es$/u, '')
    .replace(/(?<=[^sui])s$/u, '')
  const tense = /^(.+?)(?:ing|ed)$/u.exec(singular)?.[1]
  const isTense = tense !== undefined && tense.length >= SHORTEST && VOWEL.test(tense)
  const bare = isTense ? tense.replace(/([^aeioulsz])\1$/u, '$1') : singular
  return bare.replace(/(?<=...)e$/u, '')
}

/** What nouns, adjectives and verbs change at their end, by language; taken off again and again. */
const ENDINGS = new Map(
  Object.entries({
    de: /(?:er[ns]?|e[nmst]?|es|[nst])$/u,
    nl: /(?:en|e[ns]?|s|t)$/u,
    sv: /(?:arna|erna|orna|[aeo]r|e[nt]|[aeonst])$/u,
    da: /(?:erne|ene|er[ns]?|e[nt]|[aenst])$/u,
    no: /(?:erne|ene|er[ns]?|e[nt]|[aenst])$/u,
    fr: /(?:es?|[sx]|ent|er|ee?s?|ait|ant)$/u,
    es: /(?:es|[aeos]|ar|aron|ado|ada|ando)$/u,
    it: /(?:[aeio]|are|ato|ata|ati|ate|ando)$/u,
    pt: /(?:es|[aeos]|ar|aram|ado|ada|ando)$/u,
  }),
)

function baseBy(endings: RegExp, word: string): string {
  let base = word
  for (;;) {
    const shorter = base.replace(endings, '')
    if (shorter === base || shorter.length < SHORTEST) return base
    base = shorter
  }
}

/** What the plain forms of a word have in common: in a language without a table, its stem. */
function baseOf(folded: string, language: string): string {
  if (language === 'en') return englishBase(folded)
  const endings = ENDINGS.get(language)
  return endings === undefined ? stemOf(folded, language) : baseBy(endings, folded)
}

const fold = (word: string): string => foldLetters(word.toLowerCase())
const WORD = /[\p{L}\p{M}\p{N}]+/gu
const WORD_HERE = /[\p{L}\p{M}\p{N}]+/uy
const LETTER = /[\p{L}\p{M}\p{N}]/u
/** Letters that folding changes; the marks of print are none. */
const MAY_FOLD = /[^\0-\x7f‘’“”–—…«»\u00a0]/u
const LONGEST_ACRONYM = 5
/** Forms of one word begin alike. */
const ALIKE = 3

/** The words of a text that may be forms of one that begins so; all words where letters may be folded. */
function* wordsLike(beginning: string, lower: string): Generator<string> {
  if (MAY_FOLD.test(lower)) {
    yield* lower.match(WORD) ?? []
    return
  }
  for (let at = lower.indexOf(beginning); at >= 0; at = lower.indexOf(beginning, at + 1)) {
    if (at > 0 && LETTER.test(lower.charAt(at - 1))) continue
    WORD_HERE.lastIndex = at
    yield WORD_HERE.exec(lower)?.[0] ?? ''
  }
}

/** Finds the best form of a word in a text; undefined when it holds none. @param language two-letter code of the text */
export type FormFinder = (text: string, language: string | undefined) => FoundForm | undefined

/**
 * Makes the finder of a word's forms, for many texts: it remembers what it has seen. A form has the stem of the word and,
 * where a language's endings are known, differs in those alone: "lander" is no form of "land" in English.
 * @param wanted one word of letters, as it was typed
 */
export function formFinder(wanted: string): FormFinder {
  const lower = wanted.toLowerCase()
  const word = foldLetters(lower)
  const beginning = word.slice(0, ALIKE)
  // "w.t.o." is analysed as "wto"
  const dotted = word.length <= LONGEST_ACRONYM ? [...word].join('.') : undefined
  const byLanguage = new Map<string, Map<string, FoundForm | undefined>>()

  function judge(surface: string, language: string): FoundForm | undefined {
    const folded = fold(surface)
    if (!folded.startsWith(beginning)) return undefined
    const stem = stemOf(surface, language)
    if (folded === word) return { standing: 'exact', stem }
    const isForm = stem === stemOf(lower, language) && baseOf(folded, language) === baseOf(word, language)
    return isForm ? { standing: 'inflected', stem } : undefined
  }

  function memoryOf(language: string): Map<string, FoundForm | undefined> {
    const known = byLanguage.get(language) ?? new Map<string, FoundForm | undefined>()
    byLanguage.set(language, known)
    return known
  }

  return (text, textLanguage) => {
    const language = languageOfWord(scriptOf(lower), textLanguage)
    const known = memoryOf(language)
    const printed = text.toLowerCase()
    if (dotted !== undefined && printed.includes(dotted)) return { standing: 'exact', stem: word }
    let best: FoundForm | undefined
    for (const surface of wordsLike(beginning, printed)) {
      if (!known.has(surface)) known.set(surface, judge(surface, language))
      const form = known.get(surface)
      if (form?.standing === 'exact') return form
      best ??= form
    }
    return best
  }
}
