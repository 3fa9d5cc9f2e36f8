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

/** A name as it stands in a text, read once for all the places where it stands. */
interface ReadName {
  readonly name: string
  /** The same for all spellings of a known name. */
  readonly key: string
  /** It is one of the names that are known in every spelling. */
  readonly isKnown: boolean
  /** It is too short, or a word that names nobody. */
  readonly isNone: boolean
}

type ReadNames = (match: string) => ReadName

function readName(name: string): ReadName {
  const folded = keyOf(name)
  const concept = findConcept(folded)
  const isNone = name.length < SHORTEST_NAME || NOT_NAMES.has(folded)
  return { name, key: concept?.token ?? folded, isKnown: concept !== undefined, isNone }
}

/** News repeats its names: each is looked up once, and is one object however it stands ("Ankara’s", "President Marsh"). */
function nameReader(): ReadNames {
  const byMatch = new Map<string, ReadName>()
  const byName = new Map<string, ReadName>()
  return match => {
    const found = byMatch.get(match)
    if (found !== undefined) return found
    const name = bareName(match)
    const read = byName.get(name) ?? readName(name)
    byName.set(name, read)
    byMatch.set(match, read)
    return read
  }
}

/** Names in running text; a word that only opens a sentence counts when it is a known name. */
function namesIn(text: string, isGerman: boolean, read: ReadNames): readonly ReadName[] {
  const names: ReadName[] = []
  for (const match of text.matchAll(NAME)) {
    const found = read(match[0])
    if (found.isNone) continue
    const isInside = found.isKnown || IN_SENTENCE.test(text.slice(Math.max(0, match.index - 2), match.index))
    // every German noun is capitalised: two in a row are a name
    if (found.isKnown || (isInside && (!isGerman || found.name.includes(' ')))) names.push(found)
  }
  return names
}

/** Known names in a headline that capitalises every word. */
function knownWords(title: string, read: ReadNames): readonly ReadName[] {
  const words = title.split(/[\s,:;–—-]+/u).map(word => word.replace(/['’]s$/u, ''))
  return words
    .filter(word => /^\p{Lu}/u.test(word))
    .map(read)
    .filter(({ isKnown }) => isKnown)
}
function namesOf({ title, text, language }: AnalysedArticle, read: ReadNames): ReadonlySet<ReadName> {
  const isGerman = language === 'de'
  const inTitle = isTitleCase(title) ? knownWords(title, read) : namesIn(title, isGerman, read)
  return new Set([...inTitle, ...namesIn(text.slice(0, READ_CHARACTERS), isGerman, read)])
}

interface Counted {
  articles: number
  /** The last article that was counted: one that spells a name twice counts once. */
  last: AnalysedArticle
  readonly spellings: Map<string, number>
}

/** The commonest spelling; of equals the first in alphabetical order. */
function commonest(spellings: ReadonlyMap<string, number>): string {
  let [best, most] = ['', 0]
  for (const [name, count] of spellings) {
    if (count > most || (count === most && name < best)) [best, most] = [name, count]
  }
  return best
}

/**
 * The names in articles by the number of articles that hold them, all spellings of a known name together.
 * @returns each in its commonest spelling, most frequent first, ties in alphabetical order
 */
export function frequentNames(articles: readonly AnalysedArticle[]): readonly string[] {
  const read = nameReader()
  const counted = new Map<string, Counted>()
  for (const article of articles) {
    for (const { name, key } of namesOf(article, read)) {
      const found = counted.get(key)
      if (found === undefined) counted.set(key, { articles: 1, last: article, spellings: new Map([[name, 1]]) })
      else {
        if (found.last !== article) found.articles += 1
        found.last = article
        found.spellings.set(name, (found.spellings.get(name) ?? 0) + 1)
      }
    }
  }
  return [...counted.values()]
    .map(({ spellings, articles: count }) => ({ spelling: commonest(spellings), count }))
    .sort((a, b) => b.count - a.count || (a.spelling < b.spelling ? -1 : 1))
    .map(({ spelling }) => spelling)
}
