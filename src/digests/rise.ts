import { CALENDAR_NAMES, factsOf } from '../text/facts.ts'
import { numbersIn } from '../text/numbers.ts'
import { opposesIn } from '../text/opposites.ts'
import { type Quantity, quantitiesIn } from '../text/quantities.ts'
import { quotedWords } from '../text/quotes.ts'

/** What events add to: people and things that are counted, and burnt or flooded land. Prices, shares and lengths are not. */
const canRise = ({ unit, noun, role, isDenied }: Quantity): boolean =>
  !isDenied && role !== 'aboard' && (unit === 'area' || (unit === undefined && (noun !== '' || role !== undefined)))

/** One text for one counted thing: "5 dead" and "5 people dead" are the same. */
export function thingOf({ unit, noun, role, isPart, isDenied }: Quantity): string {
  const counted = role !== undefined && noun === '' ? 'person' : noun
  return JSON.stringify([unit ?? '', counted, role ?? '', isPart, isDenied])
}

/** A thousandfold count was another scale: "two million" was "two billion". */
const ANOTHER_SCALE = 1000

const isRisen = (a: Quantity, b: Quantity): boolean =>
  canRise(b) && b.low >= a.low && b.high >= a.high && b.low < ANOTHER_SCALE * Math.max(a.low, 1)

/** Pairs each quantity with the one that stands for the same thing now; undefined when one has none, or it is not clear which. */
function pairsOf(
  before: readonly Quantity[],
  now: readonly Quantity[],
): readonly (readonly [Quantity, Quantity])[] | undefined {
  const [old, fresh] = [before, now].map(all => Map.groupBy(all, thingOf))
  const pairs: (readonly [Quantity, Quantity])[] = []
  for (const [thing, members] of old ?? []) {
    const others = fresh?.get(thing) ?? []
    if (others.length !== members.length) return undefined
    for (const [at, member] of members.entries()) pairs.push([member, others[at] ?? member])
  }
  return pairs
}

/** The figures that stand beside the quantities: dates, ages, scores. */
function otherFigures(sentence: string, quantities: readonly Quantity[]): readonly string[] {
  const rest = quantities.reduceRight((text, { start, end }) => `${text.slice(0, start)} ${text.slice(end)}`, sentence)
  return numbersIn(rest).toSorted()
}

/**
 * True when a sentence differs from its earlier version in that counts of the same things have risen: the events went on.
 * False when a figure fell or is about something else, a name or a quotation went, or the statement was turned round; and in
 * a language whose numbers are not read.
 * @param language two-letter code; English when absent
 */
export function isRise(said: string, says: string, language?: string): boolean {
  const [before, now] = [quantitiesIn(said, language), quantitiesIn(says, language)]
  const pairs = pairsOf(before, now) ?? []
  const changed = pairs.filter(([a, b]) => a.low !== b.low || a.high !== b.high)
  if (changed.length === 0 || !changed.every(([a, b]) => isRisen(a, b))) return false
  const [old, fresh] = [factsOf(said, language), factsOf(says, language)]
  return (
    old.isNegated === fresh.isNegated &&
    !opposesIn(said, says) &&
    old.names.difference(fresh.names).isSubsetOf(CALENDAR_NAMES) &&
    new Set(quotedWords(said)).isSubsetOf(new Set(quotedWords(says))) &&
    otherFigures(said, before).join(' ') === otherFigures(says, now).join(' ')
  )
}
