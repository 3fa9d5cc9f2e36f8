import type { Article } from '../model/article.ts'
import type { CountedRole, Disagreement, NumberClaim } from '../model/digest.ts'
import { numbersIn } from '../text/numbers.ts'
import { isSameThing } from './alignment.ts'
import { type Claim, claimsOf, type GivenNumber, numbersOf } from './claims.ts'
import { isElsewhere } from './elsewhere.ts'
import { measuresIn } from './measures.ts'
import { groupOrigins } from './origins.ts'
import { isDisjoint } from './ranges.ts'

const HOUR_MS = 3_600_000
/** Numbers of two outlets that came within this time are told side by side; later ones may be news. */
const SIDE_BY_SIDE_MS = 3 * HOUR_MS
/** Beyond this nothing is compared: it is another day's event. */
const LONGEST_GAP_MS = 48 * HOUR_MS
const DISAGREEMENTS_AT_MOST = 2
const CLAIMS_SHOWN = 4
const ARTICLES_COMPARED = 40

/** Numbers that only grow: the later and higher one is news. */
const RISING: ReadonlySet<CountedRole> = new Set(['dead', 'injured', 'arrested', 'rescued'])
/** Numbers that stay as they are, whenever they are told. */
const FIXED: ReadonlySet<CountedRole> = new Set(['aboard'])
/** Worst first. */
const ROLE_ORDER: readonly CountedRole[] = [
  'dead',
  'injured',
  'missing',
  'trapped',
  'evacuated',
  'homeless',
  'rescued',
  'arrested',
  'aboard',
  'withoutPower',
]

const timeOf = ({ article }: Claim): number => article.publishedAt.getTime()

/** Two numbers side by side; later also when the later one is the lower of what can only grow, or of what stays. */
function isTimely(a: Claim, b: Claim): boolean {
  const [earlier, later] = timeOf(a) <= timeOf(b) ? [a, b] : [b, a]
  const gapMs = timeOf(later) - timeOf(earlier)
  if (gapMs <= SIDE_BY_SIDE_MS) return true
  if (gapMs > LONGEST_GAP_MS) return false
  const { role, unit } = a.quantity
  if (role !== undefined && FIXED.has(role)) return true
  const isRising = role === undefined ? unit === undefined : RISING.has(role)
  return isRising && later.quantity.high < earlier.quantity.low
}

/** An article that gives two numbers for one thing compares them itself: only the one in its title is its own. */
function withoutComparisons(claims: readonly Claim[]): readonly Claim[] {
  return claims.filter(
    claim =>
      claim.isTitle || !claims.some(other => isSameThing(claim, other) && isDisjoint(claim.quantity, other.quantity)),
  )
}

/** The last claims of each outlet: what it said before has been replaced. */
function latestOfOutlets(claims: readonly Claim[]): readonly Claim[] {
  const byOutlet = Map.groupBy(claims, ({ article }) => article.outlet)
  return [...byOutlet.values()].flatMap(own => {
    const last = Math.max(...own.map(timeOf))
    return own.filter(claim => timeOf(claim) === last)
  })
}

/** Of wire copies the newest number stands, under the name of the first that gave it. */
function oneOfEachOrigin(claims: readonly Claim[], originOf: ReadonlyMap<Article, number>): readonly Claim[] {
  const byOrigin = Map.groupBy(claims, ({ article }) => originOf.get(article))
  return [...byOrigin.values()].flatMap(copies => {
    const [newest] = copies.toSorted((a, b) => timeOf(b) - timeOf(a))
    const same = copies.filter(({ quantity }) => newest !== undefined && !isDisjoint(quantity, newest.quantity))
    return same.toSorted((a, b) => timeOf(a) - timeOf(b)).slice(0, 1)
  })
}

const FORMER = /(?<!\p{L})(?:from|von|de|с|со)\s(\d[\d.,]*)/giu

/** "Rose to 15 from 12": an article that tells of the other's number as the former one does not contradict it. */
const tellsAsFormer = ({ sentence }: Claim, { quantity: { low, unitSize } }: Claim): boolean =>
  sentence.matchAll(FORMER).some(([, number = '']) => numbersIn(number).includes(String(low / unitSize)))

const disagree = (a: Claim, b: Claim): boolean =>
  a.article.outlet !== b.article.outlet &&
  isDisjoint(a.quantity, b.quantity) &&
  isTimely(a, b) &&
  isSameThing(a, b) &&
  !(tellsAsFormer(a, b) || tellsAsFormer(b, a)) &&
  !(a.language === b.language && isElsewhere(a.article, b.article))

/** Claims that another one contradicts, earliest first, each number once. */
function contradicted(claims: readonly Claim[]): readonly Claim[] {
  const found = claims
    .filter(claim => claims.some(other => disagree(claim, other)))
    .toSorted((a, b) => timeOf(a) - timeOf(b))
  const first = new Map<string, Claim>()
  for (const claim of found) {
    const { low, high, bound } = claim.quantity
    const number = `${low} ${high} ${bound}`
    if (!first.has(number)) first.set(number, claim)
  }
  return [...first.values()].slice(0, CLAIMS_SHOWN)
}

function shown({ article, quantity, start, end, sentence }: Claim): NumberClaim {
  const { low, high, bound, unitText, unitSize } = quantity
  const { id: articleId, outlet, url, publishedAt } = article
  return {
    low: low / unitSize,
    high: high / unitSize,
    bound,
    unit: unitText,
    source: { articleId, outlet, url, publishedAt, start, end, quote: sentence },
  }
}

/** What the number is of, in the words of the source. */
function aboutOf({ quantity: { role, noun, nounText }, circumstances: { clause } }: Claim): string {
  if (role !== undefined) return noun === 'person' ? '' : nounText
  return nounText === '' ? (measuresIn(clause)[0] ?? '') : nounText
}

function disagreementOf(claims: readonly Claim[]): Disagreement | undefined {
  const [first, second, ...others] = claims
  if (first === undefined || second === undefined) return undefined
  const { role } = first.quantity
  return {
    ...(role === undefined ? {} : { role }),
    about: aboutOf(first),
    claims: [shown(first), shown(second), ...others.map(shown)],
  }
}

const weightOf = ({ role }: Disagreement): number => (role === undefined ? ROLE_ORDER.length : ROLE_ORDER.indexOf(role))

/** Whether any two numbers are of different outlets and do not fit together. */
const mayDisagree = (numbers: readonly GivenNumber[]): boolean =>
  numbers.some((a, at) =>
    numbers.slice(at + 1).some(b => a.article.outlet !== b.article.outlet && isDisjoint(a.quantity, b.quantity)),
  )

/** What a number is of, before its sentence is read closer: most numbers have none to be compared with. */
const kindOf = ({ quantity: { role, unit, noun } }: GivenNumber): string => role ?? unit ?? noun

function claimsIn(articles: readonly Article[]): readonly Claim[] {
  const kinds = Map.groupBy(articles.flatMap(numbersOf), kindOf)
  const comparable = [...kinds.values()].filter(mayDisagree).flat()
  const byArticle = Map.groupBy(comparable, ({ article }) => article)
  return [...byArticle.values()].flatMap(numbers => withoutComparisons(claimsOf(numbers)))
}

/**
 * Numbers for the same thing in which independent outlets of a story differ beyond rounding and "about". A later number
 * of the same outlet replaces its earlier one, wire copies count once, and a toll that rises with time is no disagreement.
 * Only the first 1,500 characters of an article are read. Rather none than a wrong one: what may be something else is
 * left out.
 * @param articles of one story, in any order; of more than 40 the first 40 are compared
 * @returns the weightiest first, at most two
 */
export function findDisagreements(articles: readonly Article[]): readonly Disagreement[] {
  const compared = articles.slice(0, ARTICLES_COMPARED)
  if (new Set(compared.map(({ outlet }) => outlet)).size < 2) return []
  const keys = [...Map.groupBy(claimsIn(compared), ({ key }) => key).values()].filter(mayDisagree)
  if (keys.length === 0) return []
  const originOf = new Map(
    groupOrigins(compared).flatMap(({ articles: copies }, origin) => copies.map(copy => [copy, origin] as const)),
  )
  return keys
    .flatMap(own => disagreementOf(contradicted(oneOfEachOrigin(latestOfOutlets(own), originOf))) ?? [])
    .toSorted((a, b) => weightOf(a) - weightOf(b))
    .slice(0, DISAGREEMENTS_AT_MOST)
}
