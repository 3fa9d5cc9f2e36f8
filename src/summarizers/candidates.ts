import type { ArticleSection, ArticleSentence } from '../text/article-text.ts'
import { namesIn } from '../text/names.ts'
import { hasBalancedQuotes, quotedShare } from '../text/quotes.ts'
import { analyse } from '../text/terms.ts'
import { allegedIn } from './accusations.ts'
import {
  ADDRESSES_READER,
  BOILERPLATE,
  isLikeCaption,
  isOnlySetting,
  isResults,
  leansOnPrevious,
  namesKindOnly,
  SAYS,
  SETS_SCENE,
  STARTS_DANGLING,
  saysI,
  speaksForItself,
  speaksOfSelf,
  VAGUE,
  VERBLESS,
  withoutFalseFriends,
} from './cues.ts'
import { findInterview } from './interviews.ts'
import { newestFirst, overtakenIn } from './tickers.ts'
import { type TermVector, termVector } from './vectors.ts'

/** A sentence of one article with all that scoring and selection look at. */
export interface Candidate extends ArticleSentence {
  /** Place in the article, from 0. */
  readonly index: number
  /** Place of its section, from 0, and the stems of that section's sub-heading. */
  readonly section: number
  readonly headingStems: ReadonlySet<string>
  /** Does it stand first below its sub-heading, or in its entry of a live report? */
  readonly opensSection: boolean
  readonly stems: readonly string[]
  readonly vector: TermVector
  readonly names: readonly string[]
  readonly nameStems: ReadonlySet<string>
  /** Number of words; in scripts without blanks, half the characters. */
  readonly words: number
  /** May it be a bullet at all? */
  readonly eligible: boolean
  /** May it be a bullet only right after the sentence before it? The first sentence of an article has none. */
  readonly leans: boolean
  /** How much less it is worth as a bullet that is read alone, in units of the score (log-odds); below 0, how much more. */
  readonly penalty: number
}

const FEWEST_WORDS = 5
const CHARACTERS_A_WORD = 2
const MOSTLY_QUOTED = 0.9
/** Up to so many words, a vague opening is all that a sentence says. */
const VAGUE_WORDS = 14
/** A bullet of more characters is a paragraph. */
const LONG_CHARACTERS = 280
const MOST_CHARACTERS = 420
/** What so few words add to the sentence before them is not worth a bullet of its own: so much less, in log-odds. */
const SHORT_LEANER = 7
const SHORT_LEANING = 1
/** How much less a sentence of an interview's answers is worth, in units of the score (log-odds). */
const ANSWERED = 3

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}’'.-]*/gu
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

/** The words of a text as they stand. */
export const wordsIn = (text: string): readonly string[] => text.match(WORD) ?? []

/** Number of words; in scripts without blanks two characters count as one. */
const countWords = (text: string): number =>
  UNSPACED.test(text) ? Math.ceil(text.length / CHARACTERS_A_WORD) : wordsIn(text).length

/** A quotation whose speaker is in another sentence. */
const losesSpeaker = (text: string): boolean => /^["“«„]/u.test(text) && quotedShare(text) > MOSTLY_QUOTED

/** Too short for a statement, or not ended like one. */
function isFragment(text: string, words: number): boolean {
  return words < FEWEST_WORDS || /[:;,]["”]?\.?$/u.test(text) || !/\p{Ll}|\p{Lo}/u.test(text) || VERBLESS.test(text)
}

function isEligible(text: string, words: number): boolean {
  if (text.length > MOST_CHARACTERS || isFragment(text, words) || losesSpeaker(text) || isResults(text)) return false
  if (!hasBalancedQuotes(text) || (words <= VAGUE_WORDS && VAGUE.test(text))) return false
  return !/[?？]["”]?$/u.test(text) && !BOILERPLATE.test(text)
}

const isEnded = (text: string): boolean => /[.!?…。！？]["”’)]*$/u.test(text)

/** What lowers the worth of a sentence that is read alone, in units of the score (log-odds). */
const PENALTIES: readonly (readonly [number, (text: string) => boolean])[] = [
  [0.8, text => STARTS_DANGLING.test(text)],
  [6, isLikeCaption],
  [3, text => VAGUE.test(text)],
  [6, isOnlySetting],
  [4, text => SETS_SCENE.test(text)],
  [1, text => text.length > LONG_CHARACTERS],
  [2, text => /(?:…|\.\.\.|\[…\])["”]?$/u.test(text)],
  [1, text => /^\p{Ll}/u.test(text)],
  [3, text => !isEnded(text)],
  [2, text => speaksOfSelf(text)],
  [2.2, text => speaksForItself(text) && (ADDRESSES_READER.test(text) || text.endsWith('!'))],
]

const penaltyOf = (text: string): number =>
  PENALTIES.reduce((sum, [amount, applies]) => sum + (applies(text) ? amount : 0), 0)

interface Place {
  readonly index: number
  readonly section: number
  readonly headingStems: ReadonlySet<string>
  readonly opensSection: boolean
  /** The article's title and first sentence. */
  readonly opening: string
}

function candidateOf(sentence: ArticleSentence, { opening, ...place }: Place, language: string | undefined): Candidate {
  const stems = analyse(sentence.clean, language)
  const names = namesIn(sentence.clean)
  const words = countWords(sentence.clean)
  const read = withoutFalseFriends(sentence.clean, language)
  const leans = place.index > 0 && (leansOnPrevious(read) || namesKindOnly(sentence.clean, opening))
  return {
    ...sentence,
    ...place,
    stems,
    vector: termVector(stems),
    names,
    nameStems: new Set(analyse(names.join(' '), language)),
    words,
    eligible: isEligible(sentence.clean, words),
    leans,
    penalty: penaltyOf(read) + (leans && words <= SHORT_LEANER ? SHORT_LEANING : 0),
  }
}

/** "About 40 million.", "Because nobody asked.": an answer that only its question makes a sentence of. */
const ELLIPTIC =
  /^(?:about|around|some|almost|nearly|because|yes|no|not|since|maybe|perhaps|etwa|rund|fast|weil|ja|nein|environ|parce|oui|non|unos|unas|porque|sí|около|потому|да|нет)(?![\p{L}])/iu

/**
 * A sentence of an interview's answers. Without quotation marks nobody knows whose "I" it is, or whose opinion: it is told
 * with the name that the article prints before it, or not at all; where it may be an explainer after all, only for less.
 */
function asAnswer(candidate: Candidate, isFirst: boolean, isCertain: boolean): Candidate {
  const { clean, eligible, leans, penalty, turn } = candidate
  if (/["“]/u.test(clean) && SAYS.test(clean)) return candidate
  const isWhole = !(saysI(clean) || ADDRESSES_READER.test(clean) || (isFirst && (leans || ELLIPTIC.test(clean))))
  const isTold = eligible && isWhole && !(turn?.isAsking ?? false)
  const named = isTold && !leans ? turn?.named : undefined
  return {
    ...candidate,
    ...named,
    eligible: isTold && (named !== undefined || !isCertain),
    penalty: penalty + ANSWERED,
  }
}

/** Lines without an end mark are tables and credits where there are sentences that have one. */
function withoutUnended(candidates: readonly Candidate[]): readonly Candidate[] {
  if (!candidates.some(({ eligible, clean }) => eligible && isEnded(clean))) return candidates
  return candidates.map(candidate => (isEnded(candidate.clean) ? candidate : { ...candidate, eligible: false }))
}

/**
 * All sentences of an article, eligible or not, in order: the others still tell what it is about.
 * @param title of the article: what it names needs no other sentence to be known
 */
export function candidatesOf(read: readonly ArticleSection[], language?: string, title = ''): readonly Candidate[] {
  const candidates: Candidate[] = []
  const sections = newestFirst(read, title)
  const interview = findInterview(sections, title)
  const muted = allegedIn(sections, title, language).union(overtakenIn(read, title, language))
  const opening = `${title} ${sections[0]?.sentences[0]?.clean ?? ''}`
  sections.forEach(({ heading, sentences }, at) => {
    // the answers are one section: none of them has to be told
    const section = Math.min(at, interview?.from ?? at)
    const headingStems = new Set(analyse(heading, language))
    for (const sentence of sentences) {
      const opensSection = sentence === sentences[0] && interview === undefined
      const place = { index: candidates.length, section, headingStems, opensSection, opening }
      const candidate = candidateOf(sentence, place, language)
      const isTurn = sentence.turn !== undefined
      const isAnswer = isTurn || interview?.answers.has(sentence) === true
      const isFirst = sentence.opensParagraph && (sentence === sentences[0] || isTurn)
      const told = isAnswer ? asAnswer(candidate, isFirst, isTurn || interview?.isCertain === true) : candidate
      candidates.push(muted.has(sentence) ? { ...told, eligible: false } : told)
    }
  })
  return withoutUnended(candidates)
}
