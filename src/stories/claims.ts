import type { Article } from '../model/article.ts'
import { readArticle } from '../text/article-text.ts'
import { type Circumstances, circumstancesOf } from '../text/circumstances.ts'
import { detectLanguage } from '../text/language.ts'
import { type Quantity, quantitiesIn } from '../text/quantities.ts'
import { analyse } from '../text/terms.ts'
import { governorOf, measuresIn } from './measures.ts'

/** News puts its numbers first; the rest is background. */
const READ_CHARACTERS = 1500
/** Sentences at the beginning that tell the event itself. */
const LEAD_SENTENCES = 2
/** Farther down other events are told as well. */
const EVENT_SENTENCES = 4

/** A number that an article gives, with where it stands. */
export interface Claim<A extends Article = Article> {
  readonly article: A
  readonly language: string
  readonly quantity: Quantity
  readonly circumstances: Circumstances
  /** Offsets into the article's text; both 0 when the title says it. */
  readonly start: number
  readonly end: number
  readonly sentence: string
  /** In the title or in the first sentences. */
  readonly isLead: boolean
  readonly isTitle: boolean
  /** Below the sentences that tell the event. */
  readonly isDeep: boolean
  /** Claims of one key count the same kind of thing. */
  readonly key: string
}

/**
 * What is counted, so far as it can be told without other articles.
 * @returns undefined for what news counts too many of: things without a verb known to us, measures of we know not what
 */
function keyOf(quantity: Quantity, { severity, rate, direction, clause, numberAt }: Circumstances): string | undefined {
  const { role, unit, noun, kinds, low, high } = quantity
  const kind = kinds.toSorted().join('+')
  const who = noun === '' && kind === '' ? 'person' : noun
  if (role !== undefined) return `${role} ${who} ${kind} ${severity}`
  if (unit !== undefined) {
    const measures = measuresIn(clause).join('+')
    return measures === '' ? undefined : `${unit} ${rate} ${direction} ${measures}`
  }
  const governor = governorOf(clause, numberAt)
  const isCountable = noun !== '' && governor !== '' && high < 2 * low + 1
  return isCountable ? `count ${noun} ${kind} ${rate} ${governor}` : undefined
}

const isUsable = ({ isPart, isDenied }: Quantity, { isOutdated, isAlone }: Circumstances): boolean =>
  !(isPart || isDenied || isOutdated || isAlone)

interface Place {
  readonly start: number
  readonly end: number
  readonly sentence: string
  readonly isLead: boolean
  readonly isTitle: boolean
  readonly isDeep: boolean
}

function placesOf({ title, text }: Article, language: string): readonly Place[] {
  const cut = text.slice(0, READ_CHARACTERS)
  const sentences = readArticle(title, cut, language).flatMap(section => section.sentences)
  // the last one may be cut off
  const whole = text.length > cut.length ? sentences.slice(0, -1) : sentences
  return [
    { start: 0, end: 0, sentence: title, isLead: true, isTitle: true, isDeep: false },
    ...whole.map(({ start, end, text: sentence }, place) => ({
      start,
      end,
      sentence,
      isLead: place < LEAD_SENTENCES,
      isTitle: false,
      isDeep: place >= EVENT_SENTENCES,
    })),
  ]
}

/** The same number in the same role: a title's "12 dead" is its text's "12 miners died". */
const repeats = (title: Claim, other: Claim): boolean =>
  !other.isTitle &&
  title.quantity.role === other.quantity.role &&
  title.quantity.unit === other.quantity.unit &&
  title.quantity.low <= other.quantity.high &&
  title.quantity.high >= other.quantity.low

/** The numbers that an article gives as its own account of the event, title first. */
export function claimsOf<A extends Article>(article: A): readonly Claim<A>[] {
  const language = article.language ?? detectLanguage(article.text) ?? 'en'
  const claims = placesOf(article, language).flatMap(place =>
    quantitiesIn(place.sentence, language).flatMap((quantity): Claim<A>[] => {
      const circumstances = circumstancesOf(place.sentence, quantity, article.publishedAt)
      if (!isUsable(quantity, circumstances)) return []
      const key = keyOf(quantity, circumstances)
      return key === undefined ? [] : [{ article, language, quantity, circumstances, ...place, key }]
    }),
  )
  return claims.filter(claim => !(claim.isTitle && claims.some(other => repeats(claim, other))))
}

/** Stems of a claim's sentence, names among them, without its own noun and unit. */
export function contextOf({ sentence, language, quantity }: Claim): ReadonlySet<string> {
  const own = new Set(analyse(`${quantity.nounText} ${quantity.unitText}`, language))
  return new Set(analyse(sentence.replaceAll(/\d[\d.,]*/gu, ' '), language).filter(stem => !own.has(stem)))
}
