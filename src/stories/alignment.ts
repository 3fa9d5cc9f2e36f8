import { type Claim, contextOf } from './claims.ts'

/** Stems that two clauses must share for their numbers to be of one thing. */
const SHARED_STEMS = 2
/** Without a word that says what is measured, or with different verbs. */
const SHARED_STEMS_UNNAMED = 3

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

/** The words around two numbers show that they are of one thing. */
function contextsFit(a: Claim, b: Claim): boolean {
  if (a.language !== b.language) return false
  const shared = contextOf(a).intersection(contextOf(b))
  if (a.quantity.unit === undefined) {
    if (a.quantity.noun !== 'person') return shared.size >= SHARED_STEMS
    const names = namesOf(a).union(namesOf(b))
    return [...shared].filter(stem => !names.has(stem)).length >= SHARED_STEMS
  }
  if (!isCompatible(namesOf(a), namesOf(b))) return false
  const isNamed = a.key.split(' ').at(-1) !== ''
  return isNamed ? shared.size >= 1 : shared.size >= SHARED_STEMS_UNNAMED
}

/**
 * Whether two claims of one key are numbers for the same thing: both facts or both forecasts, of the same time and place,
 * in like words. Victims need no like words: a story has one toll.
 */
export function isSameThing(a: Claim, b: Claim): boolean {
  const [first, second] = [a.circumstances, b.circumstances]
  return (
    a.key === b.key &&
    first.mode === second.mode &&
    isEqual(first.periods, second.periods) &&
    restrictionsFit(a, b, 'places') &&
    restrictionsFit(a, b, 'days') &&
    (a.quantity.role !== undefined || contextsFit(a, b))
  )
}
