import type { AnalysedArticle } from '../model/article.ts'
import type { Namesake } from '../model/digest.ts'
import { OFFICES } from '../text/name-words.ts'
import { fullNamesIn } from '../text/persons.ts'
import { skeletonOf } from '../text/skeleton.ts'
import { foldLetters } from '../text/stemming.ts'

/** So much of a text tells whom it is about; as much is analysed for the search. */
const READ_CHARACTERS = 1200
/** Words around a surname that are read with it. */
const BEFORE_CHARACTERS = 120
const AFTER_CHARACTERS = 60
/** Of one article so many mentions are read. */
const MENTIONS_READ = 3
/** A word that stands in small letters, or behind an article, more often than this is no surname. */
const COMMON_SHARE = 0.2
const DETERMINERS = new Set('the a an der die das dem den ein eine einen le la les un une el los una'.split(' '))
/** A first name goes on in another ("Rob", "Robert"). */
const SHORTEST_CALL = 3

/** What is found of one surname. */
export interface SeparatedPeople {
  /** At least two, the one in most articles first. */
  readonly people: readonly [Namesake, Namesake, ...Namesake[]]
  /** The articles about the first of them, in the order given. */
  readonly articles: readonly AnalysedArticle[]
}

const fold = (text: string): string => foldLetters(text.toLowerCase())
const LETTER = /[\p{L}\p{M}\p{N}-]/u

/** A place in a text where the surname stands. */
interface Mention {
  readonly at: number
  /** The word right before it in the same line; empty when a mark stands there. */
  readonly before: string
  readonly isCapital: boolean
}

function mentionsOf(surname: string, text: string): readonly Mention[] {
  const lower = text.toLowerCase()
  const mentions: Mention[] = []
  for (let at = lower.indexOf(surname); at >= 0; at = lower.indexOf(surname, at + 1)) {
    if (LETTER.test(lower.charAt(at - 1)) || LETTER.test(lower.charAt(at + surname.length))) continue
    const before = /([\p{L}\p{M}.’'-]+) $/u.exec(text.slice(Math.max(0, at - BEFORE_CHARACTERS), at))?.[1] ?? ''
    mentions.push({ at, before, isCapital: /\p{Lu}/u.test(text.charAt(at)) })
  }
  return mentions
}

const isName = (word: string): boolean =>
  /^\p{Lu}[\p{L}\p{M}’'-]*\p{Ll}$/u.test(word) && !OFFICES.has(word.toLowerCase())

/** Where the surname stands in an article. */
interface Reading {
  readonly article: AnalysedArticle
  readonly text: string
  readonly mentions: readonly Mention[]
}

const read = (surname: string, article: AnalysedArticle): Reading => {
  const text = article.text.slice(0, READ_CHARACTERS)
  return { article, text, mentions: mentionsOf(surname, text) }
}

/** Whether the word is used as a surname: alone with a capital somewhere, and hardly ever as a word for a thing. */
function isSurname(readings: readonly Reading[]): boolean {
  const mentions = readings.flatMap(reading => reading.mentions)
  const common = mentions.filter(({ isCapital, before }) => !isCapital || DETERMINERS.has(before.toLowerCase()))
  const alone = mentions.filter(({ isCapital, before }) => isCapital && !isName(before))
  return alone.length > common.length && common.length <= COMMON_SHARE * mentions.length
}

/** The sentence, or what of it stands near, in which a mention is. */
function aroundOf({ text }: Reading, { at }: Mention, surname: string): string {
  const before = text.slice(Math.max(0, at - BEFORE_CHARACTERS), at)
  const opening = /[.!?]["”»]?\s(?=[^.!?]*$)|\n(?=[^\n]*$)/u.exec(before)
  const start = opening === null ? 0 : opening.index + opening[0].length
  return before.slice(start) + text.slice(at, at + surname.length + AFTER_CHARACTERS)
}

/** The full names of that surname in an article. */
function namesOf(reading: Reading, surname: string): readonly string[] {
  const named = reading.mentions.filter(({ before, isCapital }) => isCapital && isName(before)).slice(0, MENTIONS_READ)
  return named.flatMap(mention =>
    fullNamesIn(aroundOf(reading, mention, surname), fold(surname), reading.article.language ?? 'en'),
  )
}

const firstName = (name: string): string => fold(name.slice(0, name.indexOf(' ')))

/** "Tom" and "Tomas", "Sergei" and "Sergey": one person, as far as can be told. */
function sameCall(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (short.length >= SHORTEST_CALL && long.startsWith(short)) return true
  const sounds = skeletonOf(a)
  return sounds !== undefined && sounds === skeletonOf(b)
}

/** Whether the texts use a first name for something else: in small letters, or behind an article. */
const isThing = (first: string, texts: readonly string[]): boolean => {
  const thing = new RegExp(
    `(?<![\\p{L}\\p{M}])(?:${first}|(?:[Tt]he|[Dd]e[rnms]|[Dd]ie|[Ee]in(?:e[nmr]?)?|[Aa]n?|[Ll][ea]|[Uu]ne?) \\p{Lu}${first.slice(1)})(?![\\p{L}\\p{M}])`,
    'u',
  )
  return texts.some(text => thing.test(text))
}

interface Person {
  readonly calls: Set<string>
  readonly spellings: Map<string, number>
  readonly articles: Set<AnalysedArticle>
}

/** The people of the surname, those in most articles first. */
function peopleIn(readings: readonly Reading[], surname: string): readonly Person[] {
  const people: Person[] = []
  for (const reading of readings) {
    for (const name of namesOf(reading, surname)) {
      const call = firstName(name)
      let person = people.find(({ calls }) => [...calls].some(known => sameCall(known, call)))
      if (person === undefined) {
        person = { calls: new Set(), spellings: new Map(), articles: new Set() }
        people.push(person)
      }
      person.calls.add(call)
      person.spellings.set(name, (person.spellings.get(name) ?? 0) + 1)
      person.articles.add(reading.article)
    }
  }
  const texts = readings.map(({ text }) => text)
  return people
    .filter(({ calls }) => ![...calls].some(call => isThing(call, texts)))
    .sort((a, b) => b.articles.size - a.articles.size)
}

const commonest = ({ spellings }: Person): string =>
  [...spellings].reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0] as const)[0]

const namesakeOf = (person: Person): Namesake => ({ name: commonest(person), articles: person.articles.size })

/**
 * Parts the articles that a surname alone has found by the people who bear it.
 * @param word the surname as it was typed
 * @param articles best first
 * @param findStories gives the story of each article, asked only when there are several people: what names no first name is
 *   about whom its story names
 * @returns undefined when the word is no surname there, or one person alone bears it
 */
export async function separatePeople(
  word: string,
  articles: readonly AnalysedArticle[],
  findStories: () => Promise<(article: AnalysedArticle) => string | undefined>,
): Promise<SeparatedPeople | undefined> {
  const surname = word.toLowerCase()
  const readings = articles.map(article => read(surname, article))
  const calls = readings.flatMap(({ mentions }) => mentions.map(({ before }) => before).filter(isName))
  if (new Set(calls).size < 2 || !isSurname(readings)) return undefined
  const [first, ...rest] = peopleIn(readings, surname)
  if (first === undefined) return undefined
  // Who is only named beside the first is in the same news: nothing is mixed.
  const [other, ...more] = rest.filter(person => !person.articles.isSubsetOf(first.articles))
  if (other === undefined) return undefined
  const storyOf = await findStories()
  const stories = new Set([...first.articles].flatMap(article => storyOf(article) ?? []))
  const named = new Set(rest.flatMap(person => [...person.articles]))
  const isAbout = (article: AnalysedArticle): boolean =>
    first.articles.has(article) || (!named.has(article) && stories.has(storyOf(article) ?? ''))
  return {
    people: [namesakeOf(first), namesakeOf(other), ...more.map(namesakeOf)],
    articles: articles.filter(isAbout),
  }
}
