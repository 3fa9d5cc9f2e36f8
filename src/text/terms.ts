import { backgroundFrequency } from './background.ts'
import { type Concept, findConcept, LONGEST_NAME, withConcepts } from './concepts.ts'
import { foldLetters, languageOfWord, plausibleLanguages, scriptOf, stemOf } from './stemming.ts'
import { isStopWord } from './stopwords.ts'
import { CAPITAL_ACRONYMS, emitStems, isUnspaced, rawStems, wordsOf } from './tokens.ts'

/** Two letters of a language tag: "pt-BR" is "pt". */
const languageCode = (tag: string | undefined): string | undefined => tag?.slice(0, 2).toLowerCase()

/**
 * The one analysis for search, clustering and ranking: stems of a text in order. Case and diacritics are folded, stop
 * words dropped, hyphens and possessives split, numbers kept; Chinese, Japanese and Korean come as pairs of characters.
 * A known name of several words is followed by its token ("european union eu"), so that all its spellings meet.
 * @param text any length; never throws
 * @param language two-letter code when known; else each word is read by its script (Latin: English, Cyrillic: Russian)
 * @returns stems of letters and digits only
 */
export function analyse(text: string, language?: string): readonly string[] {
  const code = languageCode(language)
  return withConcepts(rawStems(text, code), code)
}

/** Words around a topic that are not the topic ("latest news on Gaza"). */
const TOPIC_NOISE = new Set(
  `news new latest recent recently today yesterday update updates summary summarise summarize story stories headlines tell
actualité actualités nouvelles nachrichten neueste aktuell noticias notizie ultime wiadomości новости новини последние
сегодня أخبار ニュース 新闻 新聞`.split(/\s+/u),
)
/** Spellings of names that are common words unless nothing else is asked for. */
const NAMES_ALONE = new Set(['who', 'un', 'fed'])
/** The pronoun is never a topic. */
const LOWER_CASE_NAMES = new Map([['us', 'usa']])
/** Languages whose function words may stand in a query. */
const QUERY_LANGUAGES = ['fr', 'de', 'es', 'it', 'pt', 'nl', 'sv', 'pl', 'ru', 'uk']
/** A word is a function word when so many of the languages other than English say so. */
const AGREEING_LANGUAGES = 2

function isQueryStopWord(word: string): boolean {
  if (isStopWord(word, 'en') || isStopWord(word, 'ar')) return true
  if (scriptOf(word) === 'cyrillic') return isStopWord(word, 'ru') || isStopWord(word, 'uk')
  return QUERY_LANGUAGES.filter(language => isStopWord(word, language)).length >= AGREEING_LANGUAGES
}

/** Shorter stems fit anything. */
const SHORTEST_STEM = 3

/** Query words: as typed but for the parts of "l'Ukraine" and "Putin's". */
function queryWords(topic: string): readonly string[] {
  return wordsOf(topic).flatMap(word => (/\p{L}\.\p{L}/u.test(word) ? [word] : word.split(/['’]/u)))
}

const nameKey = (word: string): string =>
  CAPITAL_ACRONYMS.get(word) ?? LOWER_CASE_NAMES.get(word) ?? foldLetters(word.toLowerCase())

/**
 * The stems that a word may have in a text of any plausible language; that of English first. A word that English news
 * knows takes no stem that is another English word there ("miller" is not "mill").
 */
function wordStems(word: string): readonly string[] {
  const lower = word.toLowerCase()
  const [first = lower, ...others] = plausibleLanguages(scriptOf(lower)).map(language => stemOf(lower, language))
  const isEnglish = scriptOf(lower) === 'latin' && backgroundFrequency(first) > 0
  const fitting = others.filter(
    stem => stem.length >= Math.min(SHORTEST_STEM, lower.length) && !(isEnglish && backgroundFrequency(stem) > 0),
  )
  return [...new Set([first, ...fitting, foldLetters(lower)])]
}

/** Characters of a name that is looked for inside a run. */
const LONGEST_IN_RUN = 10
const SHORTEST_IN_RUN = 2

/** Known names in a run without spaces, and pairs of characters between them. */
function groupsOfRun(run: string): readonly (readonly string[])[] {
  for (let length = Math.min(run.length, LONGEST_IN_RUN); length >= SHORTEST_IN_RUN; length--) {
    for (let at = 0; at + length <= run.length; at++) {
      const concept = findConcept(foldLetters(run.slice(at, at + length)))
      if (concept !== undefined) {
        return [...groupsOfRun(run.slice(0, at)), [...concept.stems], ...groupsOfRun(run.slice(at + length))]
      }
    }
  }
  const pairs: string[] = []
  emitStems(run, undefined, stem => pairs.push(stem))
  return pairs.map(pair => [pair])
}

function analyseWord(word: string): readonly (readonly string[])[] {
  const lower = word.toLowerCase()
  const acronym = CAPITAL_ACRONYMS.get(word)
  if (acronym !== undefined) return [[acronym]]
  if (isUnspaced(word)) return groupsOfRun(word)
  const isLetter = /^\p{L}$/u.test(word)
  if (isLetter || isQueryStopWord(lower)) return []
  const stems = /^\d/u.test(word) ? [...analyse(word)] : wordStems(word)
  const concept = stems.map(stem => (stem.length >= 5 || scriptOf(stem) !== 'latin' ? findConcept(stem) : undefined))
  return [groupOf(concept.find(found => found !== undefined)) ?? stems]
}

/** Words whose groups are remembered; then the memory starts afresh. */
const REMEMBERED_WORDS = 4_000
/** Longer ones are not typed twice. */
const LONGEST_REMEMBERED = 24
const knownGroups = new Map<string, readonly (readonly string[])[]>()

/** A dozen stemmers read every word, and the same names are compared with every topic that finds nothing. */
function groupsOfWord(word: string): readonly (readonly string[])[] {
  const found = knownGroups.get(word)
  if (found !== undefined) return found
  const groups = analyseWord(word)
  if (word.length <= LONGEST_REMEMBERED) {
    if (knownGroups.size >= REMEMBERED_WORDS) knownGroups.clear()
    knownGroups.set(word, groups)
  }
  return groups
}

const groupOf = (concept: Concept | undefined): readonly string[] | undefined =>
  concept === undefined ? undefined : [...concept.stems]

/** The longest name that begins at a word, with the number of its words. */
function nameAt(words: readonly string[], at: number): { concept: Concept; length: number } | undefined {
  for (let length = Math.min(LONGEST_NAME, words.length - at); length > 0; length--) {
    const span = words.slice(at, at + length)
    const [first = ''] = span
    // "WHO" in capitals was meant
    const isCommonWord = length === 1 && words.length > 1 && NAMES_ALONE.has(first)
    const concept = isCommonWord ? undefined : findConcept(span.map(nameKey).join(' '))
    if (concept !== undefined) return { concept, length }
  }
  return undefined
}

/** One thing that a topic asks for. */
export interface Wanted {
  /** Every stem that it may have in a text of any language, spellings in other scripts among them. */
  readonly stems: readonly string[]
  /** The word as it was typed; absent for a known name, for figures, and for runs without spaces. */
  readonly word?: string
}

const PLAIN_WORD = /^[\p{L}\p{M}]{2,}$/u

/** Scripts whose words begin alike in all their forms: Arabic ones take prefixes. */
const PREFIXLESS = new Set(['latin', 'cyrillic', 'greek'])

/** The word, where its groups are its stems and nothing else. */
const plainWord = (word: string, [group, ...others]: readonly (readonly string[])[]): { word?: string } => {
  const isPlain = PLAIN_WORD.test(word) && PREFIXLESS.has(scriptOf(word)) && !CAPITAL_ACRONYMS.has(word)
  return isPlain && others.length === 0 && !group?.some(stem => findConcept(stem)?.token === stem) ? { word } : {}
}

/**
 * What a topic asks for: each wanted word or known name.
 * @param topic as a person typed it, in any language
 * @returns in the order of the topic, none twice; empty when the topic holds nothing but stop words
 */
export function wantedIn(topic: string): readonly Wanted[] {
  const words = queryWords(topic)
  // noise may be all there is, or part of a name ("New York")
  const isOnlyNoise = words.every(word => TOPIC_NOISE.has(word.toLowerCase()))
  const wanted: Wanted[] = []
  for (let at = 0; at < words.length; ) {
    const name = nameAt(words, at)
    const word = words[at] ?? ''
    if (name !== undefined) wanted.push({ stems: [...name.concept.stems] })
    else if (isOnlyNoise || !TOPIC_NOISE.has(word.toLowerCase())) {
      const groups = groupsOfWord(word)
      wanted.push(...groups.map(stems => ({ stems, ...plainWord(word, groups) })))
    }
    at += name?.length ?? 1
  }
  const found = wanted.filter(({ stems }) => stems.length > 0)
  return [...new Map(found.map(one => [one.stems.join(' '), one] as const)).values()]
}

/** The stems alone of what a topic asks for, one group for each; see wantedIn(). */
export const queryGroups = (topic: string): readonly (readonly string[])[] => wantedIn(topic).map(({ stems }) => stems)

/** A word of a phrase, as it may stand in a text. */
export interface PhraseWord {
  /** Lower case; empty for a known name, whose words are looked for whatever the language. */
  readonly word: string
  /** Every stem that it may have in a text of any language. */
  readonly stems: ReadonlySet<string>
  /** Function words left out between it and the word before. */
  readonly skipped: number
}

/**
 * The words of a phrase in their order, as queryGroups() reads them, but with none taken for noise ("Sky News").
 * @returns empty when the phrase holds nothing but function words and single letters
 */
export function phraseWords(phrase: string): readonly PhraseWord[] {
  const words = queryWords(phrase)
  const found: PhraseWord[] = []
  let skipped = 0
  for (let at = 0; at < words.length; ) {
    const name = nameAt(words, at)
    const word = words[at] ?? ''
    const groups = name === undefined ? groupsOfWord(word) : [[...name.concept.stems]]
    for (const stems of groups) {
      found.push({ word: name === undefined ? word.toLowerCase() : '', stems: new Set(stems), skipped })
      skipped = 0
    }
    if (groups.length === 0) skipped += 1
    at += name?.length ?? 1
  }
  return found
}

/** Whether texts of this language keep the word when they are analysed: one that they drop can not be found in them. */
export const isKeptIn = (language: string | undefined, { word }: PhraseWord): boolean =>
  word === '' || !isStopWord(word, languageOfWord(scriptOf(word), languageCode(language)))

/** Whether a stem of a text was put behind a name of several words, and is no word of its own there; see analyse(). */
export const isNameToken = (stem: string): boolean => findConcept(stem)?.token === stem
