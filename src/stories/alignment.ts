import { type Claim, contextOf } from './claims.ts'

/** Stems that two clauses must share for their numbers to be of one thing. */
const SHARED_STEMS = 2
/** The same for victims told of farther down. */
const SHARED_STEMS_DEEP = 4

const isEqual = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => a.size === b.size && a.isSubsetOf(b)
const isCompatible = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === 0 || b.size === 0 || !a.isDisjointFrom(b)

/** A number that only one of the two ties to a place or a day may be a part; not where it opens the article. */
function restrictionsFit(a: Claim, b: Claim, kind: 'places' | 'days'): boolean {
  const [first, second] = [a.circumstances[kind], b.circumstances[kind]]
  if (first.size === 0 && second.size === 0) return true
  if (first.size > 0 && second.size > 0) return !first.isDisjointFrom(second)
  return first.size > 0 ? a.isLead : b.isLead
}

/** Names of a clause: capitalised words that do not open it. */
const namesOf = ({ circumstances: { clause } }: Claim): ReadonlySet<string> =>
  new Set((clause.match(/(?<=[\p{L},] )\p{Lu}[\p{L}’-]+/gu) ?? []).map(name => name.toLowerCase()))

const sharedStems = (a: Claim, b: Claim): number =>
  a.language === b.language ? contextOf(a).intersection(contextOf(b)).size : 0

/** The words around two numbers show that they are of one thing. */
function contextsFit(a: Claim, b: Claim): boolean {
  if (a.quantity.unit !== undefined && !isCompatible(namesOf(a), namesOf(b))) return false
  return sharedStems(a, b) >= SHARED_STEMS
}

/** A story has one toll, and opens with it; farther down like words must show that it is this one. */
const isOwnToll = (a: Claim, b: Claim): boolean => !(a.isDeep || b.isDeep) || sharedStems(a, b) >= SHARED_STEMS_DEEP

/**
 * Whether two claims of one key are numbers for the same thing: both facts or both forecasts, of the same time and place,
 * in like words. Victims at the beginning need no like words: a story has one toll, and articles are clustered by theirs.
 */
export function isSameThing(a: Claim, b: Claim): boolean {
  const [first, second] = [a.circumstances, b.circumstances]
  return (
    a.key === b.key &&
    first.mode === second.mode &&
    first.isRest === second.isRest &&
    isCompatible(first.spans, second.spans) &&
    isEqual(first.periods, second.periods) &&
    restrictionsFit(a, b, 'places') &&
    restrictionsFit(a, b, 'days') &&
    (a.quantity.role === undefined ? contextsFit(a, b) : isOwnToll(a, b))
  )
}
