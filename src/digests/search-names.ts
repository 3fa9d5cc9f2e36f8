import type { AnalysedArticle } from '../model/article.ts'
import { findConcept } from '../text/concepts.ts'
import { foldLetters } from '../text/stemming.ts'
import { CAPITAL_ACRONYMS } from '../text/tokens.ts'

/** Capitalised words in a row, with the small words that stand inside names. */
const NAME =
  /\p{Lu}[\p{L}\p{M}\p{N}]*(?:[’']\p{L}[\p{L}\p{M}]*|-\p{Lu}[\p{L}\p{M}]*)*(?:[ ](?:(?:of|de|del|della|di|du|der|von|van|al|bin|da|dos)[ ]){0,2}\p{Lu}[\p{L}\p{M}\p{N}]*(?:[’']\p{L}[\p{L}\p{M}]*|-\p{Lu}[\p{L}\p{M}]*)*){0,3}/gu
/** A name in the flow of a sentence follows a small word or a comma; after anything else the capital may mean nothing. */
const IN_SENTENCE = /[\p{Ll}\p{N},;»”")] $/u
/** Characters of a text that are searched for names. */
const READ_CHARACTERS = 600
/** From this share of capitalised words on a headline is set in capitals throughout and shows no names. */
const TITLE_CASE_SHARE = 0.7
/** Words up to this length keep small letters in headlines. */
const SMALL_WORD = 3
const SHORTEST_NAME = 2

/** Capitalised words that name nobody. */
const NOT_NAMES = new Set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
october november december jan feb mar apr jun jul aug sep sept oct nov dec mr mrs ms dr sen rep gov gen i the a an`.split(
    /\s+/u,
  ),
)
/** What people are, said before who they are. */
const OFFICES =
  /^(?:(?:Vice|Prime|Foreign|Former)[ ])?(?:President|Premier|Minister|Chancellor|King|Queen|Senator|General|Judge|Sen|Rep|Gov|Gen|Dr|Mr|Mrs|Ms)[ ]/u

function isTitleCase(title: string): boolean {
  const words = title.split(/\s+/u).filter(word => word.length > SMALL_WORD && /^\p{L}/u.test(word))
  const capitals = words.filter(word => /^\p{Lu}/u.test(word)).length
  return words.length > 1 && capitals >= TITLE_CASE_SHARE * words.length
}

const keyOf = (name: string): string => CAPITAL_ACRONYMS.get(name) ?? foldLetters(name.toLowerCase())

/** The name without possessive, office, and first names of a known surname. */
function bareName(match: string): string {
  const words = match
    .replace(/['’]s$/u, '')
    .replace(OFFICES, '')
    .split(' ')
  const start = words.findIndex((_, at) => findConcept(keyOf(words.slice(at).join(' '))) !== undefined)
  return words.slice(Math.max(0, start)).join(' ')
}

/** Names in running text; a word that only opens a sentence counts when it is a known name. */
function namesIn(text: string, isGerman: boolean): readonly string[] {
  const names: string[] = []
  for (const match of text.matchAll(NAME)) {
    const name = bareName(match[0])
    const isKnown = findConcept(keyOf(name)) !== undefined
    const isInside = IN_SENTENCE.test(text.slice(Math.max(0, match.index - 2), match.index))
    // every German noun is capitalised: two in a row are a name
    const isTelling = isInside && (!isGerman || name.includes(' '))
    if (isKnown || isTelling) names.push(name)
  }
  return names.filter(name => name.length >= SHORTEST_NAME && !NOT_NAMES.has(keyOf(name)))
}

function namesOf({ title, text, language }: AnalysedArticle): ReadonlySet<string> {
  const isGerman = language === 'de'
  const words = title.split(/[\s,:;–—-]+/u)
  const known = words
    .map(word => word.replace(/['’]s$/u, ''))
    .filter(word => /^\p{Lu}/u.test(word) && findConcept(keyOf(word)))
  const inTitle = isTitleCase(title) ? known : namesIn(title, isGerman)
  return new Set([...inTitle, ...namesIn(text.slice(0, READ_CHARACTERS), isGerman)])
}

/**
 * The names in articles by the number of articles that hold them, all spellings of a known name together.
 * @returns each in its commonest spelling, most frequent first, ties in alphabetical order
 */
export function frequentNames(articles: readonly AnalysedArticle[]): readonly string[] {
  const holders = new Map<string, Set<string>>()
  const spellings = new Map<string, Map<string, number>>()
  for (const article of articles) {
    for (const name of namesOf(article)) {
      const key = findConcept(keyOf(name))?.token ?? keyOf(name)
      holders.set(key, (holders.get(key) ?? new Set()).add(article.id))
      const counts = spellings.get(key) ?? new Map<string, number>()
      spellings.set(key, counts.set(name, (counts.get(name) ?? 0) + 1))
    }
  }
  const named = [...holders].map(([key, ids]) => {
    const [spelling = key] = [...(spellings.get(key) ?? [])]
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .map(([name]) => name)
    return { spelling, count: ids.size }
  })
  return named.sort((a, b) => b.count - a.count || (a.spelling < b.spelling ? -1 : 1)).map(({ spelling }) => spelling)
}
