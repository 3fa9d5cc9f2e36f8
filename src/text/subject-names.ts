import { backgroundFrequency } from './background.ts'
import { noNames } from './name-words.ts'
import { namesIn } from './names.ts'
import { stemOf } from './stemming.ts'
import { isStopWord } from './stopwords.ts'

/** News names its people and places at the beginning. */
const READ_CHARACTERS = 700
/** Shorter texts prove nothing about the words of a title. */
const SHORTEST_PROOF = 60
const SHORTEST_NAME = 3
/** English words in more of the background's articles are known words: a capital at the beginning says nothing. */
const UNKNOWN_WORD = 4
/** Titles that capitalise more than this share of their longer words capitalise all. */
const MOST_CAPITALS = 0.6
const LONGER_WORD = 4

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}’'-]*/gu
const CAPITAL = /^\p{Lu}/u
const CAPITALISED = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}’'-]+/gu
const UNCAPITALISED = /(?<![\p{L}\p{N}])\p{Ll}[\p{L}’'-]+/gu
const POSSESSIVE = /['’]s$|['’]$/u

/** German capitalises every noun. A name follows "in" or another name without an article between, … */
const GERMAN_NAME =
  /(?<=\p{L} (?:[Ii]n|[Bb]ei|[Nn]ahe|[Aa]us) |^(?:In|Bei|Nahe|Aus) |\p{L},? \p{Lu}[\p{L}-]+ )\p{Lu}[\p{L}-]+/gmu
/** … a noun stands somewhere behind an article, an adjective or a number. */
const GERMAN_NOUN =
  /(?<=(?<!\p{L})(?:[Dd](?:er|ie|as|en|em|es)|(?:[Ee]|[Kk]e|[Ss]e|[Ii]hr|[Mm]e)in(?:e[rnms]?)?|[Ii]ms?|ins|[Aa]m|[Zz]u[rm]|[Vv]om|[Bb]eim|(?!nahe)\p{Ll}{2,}e[rnms]?|\d+) )\p{Lu}[\p{L}-]+/gu

/** An article as subjectNames() reads it. */
export interface SubjectText {
  readonly title: string
  readonly text: string
  /** Two letters; empty when unknown. */
  readonly language: string
}

const plain = (word: string): string => word.toLowerCase().replace(POSSESSIVE, '')
const matches = (text: string, pattern: RegExp): ReadonlySet<string> =>
  new Set(Array.from(text.matchAll(pattern), ([word]) => plain(word)))

/** True for text that is no more than a headline's worth of words. */
export const isHeadlineOnly = (text: string): boolean => text.length < SHORTEST_PROOF

function capitalisesAll(title: string): boolean {
  const longer = (title.match(WORD) ?? []).slice(1).filter(({ length }) => length >= LONGER_WORD)
  return longer.length > 1 && longer.filter(word => CAPITAL.test(word)).length > MOST_CAPITALS * longer.length
}

/** Capital words of the title that the beginning of the text, or their place in the title, proves to be names. */
function provenNames({ title, text, language }: SubjectText): readonly string[] {
  const beginning = text.slice(0, READ_CHARACTERS)
  if (language === 'de') {
    const both = `${title}\n${beginning}`
    const names = matches(both, GERMAN_NAME).difference(matches(both, GERMAN_NOUN))
    return [...matches(title, CAPITALISED)].filter(name => names.has(name))
  }
  const names = new Set([...namesIn(beginning), ...(capitalisesAll(title) ? [] : namesIn(title))])
  const capitals = isHeadlineOnly(text) ? undefined : matches(beginning, CAPITALISED)
  const isUnknown = (word: string): boolean =>
    language === 'en' && (capitals?.has(word) ?? true) && backgroundFrequency(stemOf(word, language)) <= UNKNOWN_WORD
  return [...matches(title, CAPITALISED)].filter(word => names.has(word) || isUnknown(word))
}

/**
 * The names in an article's title: whom and which place it is about. Only scripts with capital letters have any.
 * @returns their stems, each once, in the order of the title
 */
export function subjectNames(article: SubjectText): readonly string[] {
  const { title, text, language } = article
  const small = new Set(`${title}\n${text.slice(0, READ_CHARACTERS)}`.match(UNCAPITALISED) ?? [])
  const none = noNames(language)
  const names = provenNames(article)
    .flatMap(name => name.split('-'))
    .filter(name => name.length >= SHORTEST_NAME && !small.has(name) && !none.has(name) && !isStopWord(name, language))
  return [...new Set(names.map(name => stemOf(name, language)))]
}
