import type { Article } from '../model/article.ts'
import type { Citation } from '../model/digest.ts'
import { detectLanguage } from '../text/language.ts'
import { normalizeQuotes } from '../text/quotes.ts'
import { leansOnPrevious } from './cues.ts'
import { type ClaimReason, claimReason } from './free-claims.ts'
import { type FormReason, formReason } from './free-form.ts'
import { type WordReason, wordReason } from './free-words.ts'
import { speaksToMachines } from './machine-talk.ts'
import { isShortening } from './shortening.ts'
import { activeVoice, otherTellings, withSubject } from './tellings.ts'

export type FreeReason =
  | FormReason
  | ClaimReason
  | WordReason
  | 'machine' // its source speaks to programs, not to readers
  | 'language' // another one than its source's
  | 'cut' // without a part that the rest needs to say the same
  | 'leaning' // nobody understands it who has not read the sentence before it

/** A sentence may lean on so many before it. */
const MOST_CHAINED = 2

/** Two sentences of one article with nothing but blanks between them. */
const follows = (second: Citation, first: Citation, article: Article): boolean =>
  first.articleId === second.articleId &&
  first.end <= second.start &&
  article.text.slice(first.end, second.start).trim() === ''

const leans = ({ quote }: Citation): boolean => leansOnPrevious(normalizeQuotes(quote))

/**
 * What a bullet may rest on as a whole: each cited sentence alone, and each that leans on a cited one right before it
 * ("He said …") together with that. Sentences that have nothing to do with each other are never read together: their
 * words would make statements that neither makes.
 */
export function evidenceOf(
  citations: readonly Citation[],
  articles: readonly Article[],
): readonly (readonly [Citation, ...Citation[]])[] {
  const alone = citations.map(citation => [citation] as const)
  const chained = citations.flatMap(second => {
    const article = articles.find(({ id }) => id === second.articleId)
    const first = citations.find(other => article !== undefined && follows(second, other, article))
    return first === undefined || !leans(second) || leans(first) ? [] : [[first, second] as const]
  })
  return [...alone, ...chained.filter(chain => chain.length <= MOST_CHAINED)]
}

/** True when the bullet is not the last sentence of its evidence without what that can do without. */
function losesPart(text: string, sentences: readonly string[], language: string | undefined): boolean {
  const [first = '', second] = sentences
  const spoken = language ?? detectLanguage(sentences.join(' '))
  const told = second === undefined ? [first] : withSubject(first, second, spoken)
  return !isShortening(
    text,
    told.flatMap(sentence => otherTellings(sentence, spoken)),
    spoken,
  )
}

/**
 * What a bullet in free wording says that its evidence does not, or how it is not to be written.
 * @param evidence quotes of one of evidenceOf(), in order
 * @param language two-letter code of the article, when known
 * @returns undefined when nothing is
 */
export function freeReason(
  text: string,
  evidence: readonly string[],
  language: string | undefined,
): FreeReason | undefined {
  const sentences = evidence.map(normalizeQuotes)
  const whole = sentences.join(' ')
  const made = normalizeQuotes(text)
  const form = formReason(made, whole)
  if (form !== undefined) return form
  if (leansOnPrevious(made)) return 'leaning'
  if (speaksToMachines(whole) || speaksToMachines(made)) return 'machine'
  const spoken = detectLanguage(made)
  const isForeign = spoken !== undefined && language !== undefined && spoken !== language
  if (isForeign && detectLanguage(whole) !== spoken) return 'language'
  const reasonAgainst = (told: readonly string[]): FreeReason | undefined => {
    const reason = claimReason(made, told.join(' '), language) ?? wordReason(made, told, language)
    // What is left out before the head is judged with all else that is left out.
    if (reason !== undefined && (reason !== 'head' || told.length > 1)) return reason
    return losesPart(made, told, language) ? (reason ?? 'cut') : undefined
  }
  const active = sentences.length === 1 ? activeVoice(whole) : undefined
  const reason = reasonAgainst(sentences)
  return reason !== undefined && active !== undefined && reasonAgainst([active]) === undefined ? undefined : reason
}
