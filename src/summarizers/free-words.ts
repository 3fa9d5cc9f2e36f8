import { namesIn } from '../text/names.ts'
import { numbersIn } from '../text/numbers.ts'
import { isStopWord } from '../text/stopwords.ts'
import { analyse } from '../text/terms.ts'
import { DATED, SAYS } from './cues.ts'
import { tellings } from './tellings.ts'

/** Function words that a rewording may bring along, because they say nothing by themselves. */
const NEUTRAL = new Set(
  (
    "a an the of in at on with as and that which who whom whose where when this these those it its it's he she they them his her their him " +
    'is are was were be been being has have had having will to for into also there ' +
    'der die das den dem des ein eine einen einem einer eines und dass in im am an zu zum zur mit als ist sind war waren wird werden hat ' +
    'haben hatte hatten sich er sie es ihr ihre sein seine für auch ' +
    'le la les un une des du de et que qui dans en au aux avec est sont était ont a avait se il elle ils elles leur leurs sa son ses pour ' +
    'el los las y con es son era fue ha han se su sus para lo il gli uno una e che nel nella di del della è sono ha hanno si per ' +
    'o os as um uma do da dos das no na em é são foi het een van en dat met zijn heeft ' +
    'и что в на с как это он она они его её их был была были для который которая которые і що в у та з як це він вона вони його'
  ).split(' '),
)

const lowerWords = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}']*/gu) ?? []

/** How many of the longest sequence that stands in both, in order. Quadratic; sentences are short. */
function commonInOrder(made: readonly string[], told: readonly string[]): number {
  let row = new Array<number>(told.length + 1).fill(0)
  for (const stem of made) {
    const next = [0]
    told.forEach((other, index) => {
      next.push(stem === other ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0))
    })
    row = next
  }
  return row.at(-1) ?? 0
}

/** Names and figures in order; days may stand anywhere. */
function landmarksIn(text: string, names: ReadonlySet<string>): readonly string[] {
  return lowerWords(text)
    .map(word => word.replace(/'s$|'$/u, ''))
    .filter(word => (names.has(word) || /\d/u.test(word)) && !DATED.test(word))
}

const isInOrder = (made: readonly string[], told: readonly string[]): boolean =>
  commonInOrder(made, told) === made.length

/** "In March, the mill …", "After long talks, …": up to the comma it may go. */
const LEADING_ADVERBIAL =
  /^(?:in|on|at|after|before|while|with|as|by|for|since|despite|during|following|under|amid|nach|vor|bei|mit|während|trotz|seit|am|im|après|avant|pendant|malgré|selon|depuis|tras|durante|dopo|после|во время|на фоне)\s(?:(?!you|your|dein|ihr|votre|vos|tu|ton)[^,;:]){3,80},\s+/iu
const CONNECTIVE = /^(?:but|and|yet|however|meanwhile|also|still|aber|doch|und|mais|et|pero|но|однако),?\s+/iu

/** The first word of content of a sentence: what it is about, or who is asked to do something. */
function headsOf(sentence: string, language: string | undefined): readonly string[] {
  const plain = sentence.replace(CONNECTIVE, '')
  return [plain, plain.replace(LEADING_ADVERBIAL, '')].flatMap(part => analyse(part, language).slice(0, 1))
}

/** Languages in which the ends of words, not their order, say who does what to whom: words must stand as they were told. */
const CASED: ReadonlySet<string> = new Set([
  'ru',
  'uk',
  'be',
  'pl',
  'cs',
  'sk',
  'hr',
  'sr',
  'sl',
  'lt',
  'lv',
  'fi',
  'hu',
])
const GERMAN_ARTICLE = /^(?:d(?:er|ie|as|en|em|es)|ein(?:e[nmrs]?)?)$/u

/** In German the article says it: "die Fans", by the noun. A noun may have several. */
function articlesIn(words: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const pairs = words.flatMap((word, at) => {
    const article = words[at - 1] ?? ''
    return GERMAN_ARTICLE.test(article) ? [{ article, word }] : []
  })
  return new Map(
    [...Map.groupBy(pairs, ({ word }) => word)].map(([word, own]) => [
      word,
      new Set(own.map(({ article }) => article)),
    ]),
  )
}

/** True when a word has another case than the source gives it, where cases tell who does what to whom. */
function changesCase(text: string, evidence: string, language: string | undefined): boolean {
  const [made, told] = [lowerWords(text), lowerWords(evidence)]
  if (language === 'de') {
    const known = articlesIn(told)
    return [...articlesIn(made)].some(([word, articles]) => !articles.isSubsetOf(known.get(word) ?? articles))
  }
  const isCased = language === undefined ? /\p{Script=Cyrillic}/u.test(evidence) : CASED.has(language)
  const forms = new Set(told)
  return isCased && made.some(word => !forms.has(word) && !NEUTRAL.has(word))
}

/** Share of a sentence's stems that a bullet must hold: what leaves out more tells a part as the whole. */
const COVERED_SHARE = 0.35
/** So many stems may have changed their place. */
const MOST_MOVED = 1
const FEWEST_STEMS = 3

export type WordReason = 'name' | 'words' | 'coverage' | 'head' | 'order' | 'case'

function unknownName(text: string, evidence: string): boolean {
  const known = new Set(lowerWords(evidence).map(word => word.replace(/'s$|'$/u, '')))
  const isKnown = (name: string): boolean => name.split('-').every(part => known.has(part.replaceAll('’', "'")))
  return namesIn(text).some(name => !isKnown(name) && !isKnown(name.replaceAll('-', '')))
}

/** Runs of capitalised words, lower-cased, without possessive endings. */
const capitalRuns = (text: string): readonly (readonly string[])[] =>
  (text.match(/\p{Lu}[\p{L}\p{M}’'-]*(?:\s+\p{Lu}[\p{L}\p{M}’'-]*)*/gu) ?? []).map(run =>
    run
      .toLowerCase()
      .split(/\s+/u)
      .map(word => word.replace(/['’]s$|['’]$/u, '')),
  )

/** Capitalised words beside each other are one name, and must be in one run of capitalised words there. */
function joinsNames(text: string, evidence: string): boolean {
  const told = capitalRuns(evidence)
  const names = new Set(namesIn(evidence))
  return capitalRuns(text).some((run, index) => {
    // The first word of a sentence has its capital from there.
    const opens = index === 0 && /^\P{L}*\p{Lu}/u.test(text) && !names.has(run[0] ?? '')
    const name = opens ? run.slice(1) : run
    return run.length > 1 && !told.some(whole => isInOrder(name, whole))
  })
}

/**
 * What a bullet in free wording says in words that its source does not have, or has otherwise put together.
 * @param sentences what it rests on: a sentence, or one with those before it that it leans on
 * @param language two-letter code, when known
 * @returns undefined when every word is one of the source's (inflected, perhaps) or says nothing, in the source's order but for
 *   who says it and one word, from where the sentence begins, and enough of it
 */
export function wordReason(
  text: string,
  sentences: readonly string[],
  language: string | undefined,
): WordReason | undefined {
  const evidence = sentences.join(' ')
  if (unknownName(text, evidence) || (language !== 'de' && joinsNames(text, evidence))) return 'name'
  const made = analyse(text, language)
  const told = new Set(analyse(evidence, language))
  const raw = new Set(lowerWords(evidence))
  const isForeign = (word: string): boolean =>
    !raw.has(word) && !NEUTRAL.has(word) && (isStopWord(word, language ?? 'en') || SAYS.test(word))
  if (made.some(stem => !told.has(stem)) || lowerWords(text).some(isForeign)) return 'words'
  if (changesCase(text, evidence, language)) return 'case'
  const stems = new Set(made)
  if (stems.size < FEWEST_STEMS) return 'coverage'
  // Of a sentence that another leans on, whom it is about is enough.
  const own = new Set(analyse(sentences.at(-1) ?? '', language))
  if (own.intersection(stems).size < COVERED_SHARE * own.size) return 'coverage'
  const ways = tellings(evidence)
  const names = new Set([...namesIn(text), ...namesIn(evidence)])
  const marks = landmarksIn(text, names)
  const keepsOrder = ways.some(
    way =>
      made.length - commonInOrder(made, analyse(way, language)) <= MOST_MOVED &&
      isInOrder(marks, landmarksIn(way, names)),
  )
  if (!keepsOrder || numbersIn(text).length > numbersIn(evidence).length) return 'order'
  const isTold = (sentence: string): boolean => headsOf(sentence, language).some(head => stems.has(head))
  return sentences.every(isTold) ? undefined : 'head'
}
