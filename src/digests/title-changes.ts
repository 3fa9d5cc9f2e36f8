import type { Article, ArticleChange } from '../model/article.ts'
import type { Correction } from '../model/digest.ts'
import type { Telling, ToldChange } from '../model/ledger.ts'
import { findConcept } from '../text/concepts.ts'
import { factsOf } from '../text/facts.ts'
import { likeness, weigh } from '../text/likeness.ts'
import { namesIn, nameWords } from '../text/names.ts'
import { nearestWords } from '../text/nearest.ts'
import { saysMended } from '../text/notices.ts'
import { opposesIn } from '../text/opposites.ts'
import { skeletonOf } from '../text/skeleton.ts'
import { figuresIn } from '../text/spelled-figures.ts'
import { analyse } from '../text/terms.ts'
import { recountsIn, rescales, valuesIn } from './recounts.ts'
import { isRise } from './rise.ts'

/** How alike two titles must be, besides what was replaced, to say the same but for that. Titles are reworded all the time. */
const SAME_BUT_FIGURES = 0.5
const SAME_BUT_NAMES = 0.6
const SAME_BUT_VERB = 0.5
const SAME_BUT_NEGATION = 0.85

/** The title under which a story was told. */
export type ToldTitle = Pick<Telling, 'headline' | 'leadId' | 'at'>

/** What is known of that title's article. */
export interface TitleEvidence {
  readonly article: Article
  /** What was changed in it since, oldest first. */
  readonly changes: readonly ArticleChange[]
  /** What the channel was told of this title, and of the article's sentences, the last told last. */
  readonly told: readonly ToldChange[]
  isLive(at: Date): boolean
}

/** What one title says that the other did not. */
interface Difference {
  readonly figures: readonly number[]
  /** Names that took the place of others; lower case. */
  readonly names: readonly string[]
  /** It says the opposite. */
  readonly isTurned: boolean
}

const plain = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim()
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}’'-]*/gu

/** Capitalised words, lower-cased; in a headline any of them may be a name. */
const capitals = (title: string): ReadonlySet<string> =>
  new Set((title.match(WORD) ?? []).filter(word => /^\p{Lu}/u.test(word)).flatMap(word => [...nameWords(word)]))

/**
 * Names that took the place of others. Titles capitalise what they like: a new word is a name when the text uses it as
 * one, and the old one is wrong when the text has it no longer. Another spelling of the same name is none.
 */
function namesReplaced(from: string, to: string, { text, language }: Article): readonly [string[], string[]] {
  const [before, now] = [capitals(from), capitals(to)]
  const stillSaid = nameWords(text)
  const named = new Set(namesIn(text))
  const isNamed = (word: string): boolean => named.has(word) && (language !== 'de' || findConcept(word) !== undefined)
  const gone = [...before.difference(nameWords(to))].filter(word => !stillSaid.has(word))
  const come = [...now.difference(nameWords(from))].filter(isNamed)
  const isRespelled = come.some(fresh => gone.some(old => sameName(old, fresh)))
  return gone.length === 0 || come.length === 0 || isRespelled ? [[], []] : [gone, come]
}

/** Another spelling, or a slip mended. Known names are told apart however near they are ("Iran", "Iraq"). */
function sameName(a: string, b: string): boolean {
  const [one, other] = [findConcept(a), findConcept(b)]
  if (one !== undefined && other !== undefined) return one === other
  const sounds = skeletonOf(a)
  return (sounds !== undefined && sounds === skeletonOf(b)) || nearestWords(a, [b], 1).length > 0
}

/** Words that deny: what is left of a title without them is what it denies. */
const DENIALS = /^(?:not|no|never|deny|deni|dont|doesnt|didnt|wont|isnt|cannot|nicht|kein|pas|jamai|nunca|no|non|не)$/u

/** Stems of a title without figures, denials, and these words. */
function frameOf(title: string, language: string | undefined, without: readonly string[] = []): readonly string[] {
  const dropped = new Set(without.flatMap(word => [word, ...analyse(word, language)]))
  const stems = analyse(figuresIn(title, language).rest, language)
  return stems.filter(stem => !/\d/u.test(stem) && !DENIALS.test(stem) && !dropped.has(stem))
}

/** What differs in earnest between two titles of an article; undefined when the new one only words it in another way. */
function differenceOf(from: string, to: string, article: Article): Difference | undefined {
  const { language } = article
  const alike = (without?: readonly string[]): number =>
    likeness(weigh(frameOf(from, language, without)), weigh(frameOf(to, language, without)))
  const versions = { said: from, says: to, shown: from, language }
  const recounts = recountsIn(versions)
  const [gone, names] = namesReplaced(from, to, article)
  const same = alike([...gone, ...names])
  const isDenied = factsOf(from, language).isNegated !== factsOf(to, language).isNegated
  const isTurned = (opposesIn(from, to) && same >= SAME_BUT_VERB) || (isDenied && same >= SAME_BUT_NEGATION)
  const isRecounted = (recounts.length > 0 || rescales(versions)) && same >= SAME_BUT_FIGURES
  const isRenamed = names.length > 0 && same >= SAME_BUT_NAMES
  if (!isTurned && !isRecounted && !isRenamed) return undefined
  const figures = isRecounted ? recounts.map(({ to: value }) => value) : []
  return { figures, names: isRenamed ? names : [], isTurned }
}

/** Whether a change of a sentence tells already what is new in the title. */
function tellsAll({ figures, names, isTurned }: Difference, { said, says }: ToldWords, language?: string): boolean {
  const [values, words] = [valuesIn(says, language), nameWords(says)]
  const turns = factsOf(said, language).isNegated !== factsOf(says, language).isNegated || opposesIn(said, says)
  return (
    figures.every(value => values.has(String(value))) && names.every(name => words.has(name)) && (!isTurned || turns)
  )
}

type ToldWords = Pick<Correction, 'said' | 'says'>

/**
 * What became of a title under which a story was told: a headline is read by more people than any bullet.
 * @param sentences what is corrected of the same story at the same time: it is not told twice
 * @returns 'nothing' when the channel knows it as it is now, or when only the words were changed
 */
export function titleChange(
  { headline, at: toldAt }: ToldTitle,
  { article, changes, told, isLive }: TitleEvidence,
  sentences: readonly ToldWords[],
): Correction | 'nothing' {
  const { language, outlet, url } = article
  const [first, now] = [plain(headline), plain(article.title)]
  const isTitle = ({ said }: ToldWords): boolean => plain(said) === first
  const last = told.findLast(isTitle)
  const from = last === undefined ? first : plain(last.says)
  const edits = changes.filter(({ removed }) => removed.some(gone => plain(gone) === first || plain(gone) === from))
  const change = edits.at(-1)
  if (now === from || change === undefined) return 'nothing'
  const found = {
    headline,
    articleId: article.id,
    bullet: from,
    said: headline,
    says: article.title,
    outlet,
    url,
    at: change.at,
    toldAt: last?.at ?? toldAt,
  }
  if (last !== undefined && now === first) return { ...found, kind: 'back' }
  const difference = differenceOf(from, now, article)
  if (difference === undefined) return 'nothing'
  const known = [...sentences, ...told.filter(other => !isTitle(other))]
  if (known.some(other => tellsAll(difference, other, language))) return 'nothing'
  const isRisen = [from, first].every(earlier => isRise(earlier, now, language))
  const isUpdate = isRisen && isLive(change.at) && !saysMended(article.title) && !saysMended(article.text)
  return isUpdate ? { ...found, kind: 'updated' } : found
}
