import { factsOf } from '../text/facts.ts'
import { type Quantity, quantitiesIn } from '../text/quantities.ts'
import { figuresIn } from '../text/spelled-figures.ts'
import { analyse } from '../text/terms.ts'
import { thingOf } from './rise.ts'

/** Two versions of a sentence, and what was shown of the first. */
export interface Versions {
  readonly said: string
  readonly says: string
  /** The bullet or the headline that was shown. */
  readonly shown: string
  /** Two-letter code; English when absent. */
  readonly language: string | undefined
}

/** A figure that took the place of another. */
export interface Recount {
  readonly from: number
  readonly to: number
}

/** Every figure that a text names, whether in digits or in words, as one text each ("3", "12.5"). */
export function valuesIn(text: string, language?: string): ReadonlySet<string> {
  const counted = quantitiesIn(text, language).map(({ low }) => low)
  const figures = figuresIn(text, language).figures.map(({ value }) => value)
  return new Set([...factsOf(text, language).numbers, ...[...counted, ...figures].map(String)])
}

/** Whether figures in digits went that the reader was shown, and others came. One that is in words now has not gone. */
export function replacesFigure({ said, says, shown, language }: Versions): boolean {
  const [before, now] = [said, says].map(text => factsOf(text, language).numbers)
  const gone = before?.difference(valuesIn(says, language)) ?? new Set()
  const come = now?.difference(valuesIn(said, language)) ?? new Set()
  return gone.intersection(factsOf(shown, language).numbers).size > 0 && come.size > 0
}

/** Values farther apart differ by more than how they are rounded: "40 million" is no "40 billion". */
const ANOTHER_SCALE = 9

/** Whether one figure has another unit or another scale now, though its digits are the same: millions, euros, hours. */
export function rescales({ said, says, shown, language }: Versions): boolean {
  const [before, now, told] = [said, says, shown].map(text => quantitiesIn(text, language ?? 'en'))
  if (before === undefined || now === undefined || before.length !== now.length) return false
  return before.some(({ low, unit }, at) => {
    const then = now[at]
    const isShown = told?.some(other => other.low === low && other.unit === unit) === true
    if (then === undefined || !isShown) return false
    const isOtherUnit = unit !== undefined && then.unit !== undefined && unit !== then.unit
    return isOtherUnit || Math.max(low, then.low) > ANOTHER_SCALE * Math.min(low, then.low)
  })
}

type Pair = readonly [Quantity, Quantity]

/** What stands for the same thing in both versions, as often in one as in the other. */
function pairsByThing(before: readonly Quantity[], now: readonly Quantity[]): readonly Pair[] {
  const fresh = Map.groupBy(now, thingOf)
  return [...Map.groupBy(before, thingOf)].flatMap(([thing, members]) => {
    const others = fresh.get(thing) ?? []
    if (others.length !== members.length) return []
    return members.flatMap((member, at): readonly Pair[] => (others[at] === undefined ? [] : [[member, others[at]]]))
  })
}

const isWhole = ({ unit, isPart, isDenied }: Quantity): boolean => unit === undefined && !isPart && !isDenied

/** The one count of those to whom the same happened, whatever they are called: "three soldiers killed", "five dead". */
function pairsByRole(before: readonly Quantity[], now: readonly Quantity[]): readonly Pair[] {
  const [old, fresh] = [before, now].map(all => Map.groupBy(all.filter(isWhole), ({ role }) => role))
  return [...(old ?? [])].flatMap(([role, [only, ...others]]): readonly Pair[] => {
    const [then, ...more] = (role === undefined ? undefined : fresh?.get(role)) ?? []
    return only === undefined || then === undefined || others.length + more.length > 0 ? [] : [[only, then]]
  })
}

/** "Dozens" and "43", "12 to 14" and "13" do not contradict each other. */
const isApart = ([a, b]: Pair): boolean => a.high < b.low || b.high < a.low

/** Versions that differ in number words alone: the figures in their places, whatever they count. */
function respelled({ said, says, language }: Versions): readonly Recount[] {
  const [before, now] = [said, says].map(text => figuresIn(text, language))
  if (before === undefined || now === undefined || before.figures.length !== now.figures.length) return []
  const [old, fresh] = [before, now].map(({ rest }) => analyse(rest, language).join(' '))
  if (old !== fresh) return []
  return before.figures.flatMap(({ value: from, isSpelled }, at) => {
    const then = now.figures[at]
    const isRecount = then !== undefined && then.value !== from && (isSpelled || then.isSpelled)
    return isRecount ? [{ from, to: then.value }] : []
  })
}

/**
 * The counts that have another value in the new version, in digits or in words, and were shown with the old one.
 * @returns none when the same is said with another word for the number, and when it is not clear which count is which
 */
export function recountsIn(versions: Versions): readonly Recount[] {
  const { said, says, shown, language } = versions
  const [before, now] = [quantitiesIn(said, language), quantitiesIn(says, language)]
  const counted = [...pairsByThing(before, now), ...pairsByRole(before, now)]
    .filter(isApart)
    .map(([a, b]) => ({ from: a.low, to: b.low }))
  const values = valuesIn(shown, language)
  return [...counted, ...respelled(versions)].filter(({ from }) => values.has(String(from)))
}
