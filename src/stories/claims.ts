import type { Article } from '../model/article.ts'
import { type Circumstances, circumstancesOf } from '../text/circumstances.ts'
import { detectLanguage } from '../text/language.ts'
import { type Quantity, quantitiesIn } from '../text/quantities.ts'
import { analyse } from '../text/terms.ts'
import { governorOf, measuresIn } from './measures.ts'
import { sentencesWithNumbers } from './number-sentences.ts'

/** Sentences at the beginning that tell the event itself. */
const LEAD_SENTENCES = 2
/** Farther down other events are told as well. */
const EVENT_SENTENCES = 4

/** A number of an article, with where it stands. */
export interface GivenNumber<A extends Article = Article> {
  readonly article: A
  readonly language: string
  readonly quantity: Quantity
  /** Offsets into the article's text; both 0 when the title says it. */
  readonly start: number
  readonly end: number
  readonly sentence: string
  /** In the title or in the first sentences. */
  readonly isLead: boolean
  readonly isTitle: boolean
  /** Below the sentences that tell the event. */
  readonly isDeep: boolean
}

/** A number that an article gives as its own account of the event. */
export interface Claim<A extends Article = Article> extends GivenNumber<A> {
  readonly circumstances: Circumstances
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
  // "dozens" of things are no figure
  const isCountable = noun !== '' && governor !== '' && high <= 2 * low
  return isCountable ? `count ${noun} ${kind} ${rate} ${governor}` : undefined
}

interface Place {
  readonly start: number
  readonly end: number
  readonly sentence: string
  readonly isLead: boolean
  readonly isTitle: boolean
  readonly isDeep: boolean
}

const placesOf = ({ title, text }: Article, language: string): readonly Place[] => [
  { start: 0, end: 0, sentence: title, isLead: true, isTitle: true, isDeep: false },
  ...sentencesWithNumbers(title, text, language).map(({ start, end, text: sentence, place }) => ({
    start,
    end,
    sentence,
    isLead: place < LEAD_SENTENCES,
    isTitle: false,
    isDeep: place >= EVENT_SENTENCES,
  })),
]

/** The same number in the same role: a title's "12 dead" is its text's "12 miners died". */
const repeats = (title: Claim, other: Claim): boolean =>
  !other.isTitle &&
  title.quantity.role === other.quantity.role &&
  title.quantity.unit === other.quantity.unit &&
  title.quantity.low <= other.quantity.high &&
  title.quantity.high >= other.quantity.low

/** The numbers of an article that are whole and meant, title first. */
export function numbersOf<A extends Article>(article: A): readonly GivenNumber<A>[] {
  const language = article.language ?? detectLanguage(article.text) ?? 'en'
  return placesOf(article, language).flatMap(place =>
    quantitiesIn(place.sentence, language)
      .filter(({ isPart, isDenied }) => !(isPart || isDenied))
      .map(quantity => ({ article, language, quantity, ...place })),
  )
}

/** The numbers of one article that are its own account of the event, as far as it can be told what they count. */
export function claimsOf<A extends Article>(numbers: readonly GivenNumber<A>[]): readonly Claim<A>[] {
  const claims = numbers.flatMap((number): Claim<A>[] => {
    const circumstances = circumstancesOf(number.sentence, number.quantity, number.article.publishedAt)
    if (circumstances.isOutdated || circumstances.isContested || circumstances.isAlone) return []
    const key = keyOf(number.quantity, circumstances)
    return key === undefined ? [] : [{ ...number, circumstances, key }]
  })
  return claims.filter(claim => !(claim.isTitle && claims.some(other => repeats(claim, other))))
}

/** Stems of a claim's sentence, names among them, without its own noun and unit. */
export function contextOf({ sentence, language, quantity }: Claim): ReadonlySet<string> {
  const own = new Set(analyse(`${quantity.nounText} ${quantity.unitText}`, language))
  return new Set(analyse(sentence.replaceAll(/\d[\d.,]*/gu, ' '), language).filter(stem => !own.has(stem)))
}
