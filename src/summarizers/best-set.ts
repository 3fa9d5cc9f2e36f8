import type { Candidate } from './candidates.ts'
import { canStand, likeness, type Valued } from './likeness.ts'

/** How a set of bullets is weighed, in units of the score (log-odds). */
export interface SetWeights {
  /** Per bullet, for agreeing wholly with what a summary is expected to hold. */
  readonly agreement: number
  /** Per unit of likeness of a bullet to one before it. */
  readonly repetition: number
}

const SET_WEIGHTS: SetWeights = { agreement: 17, repetition: 1.5 }

/** So many of the best sentences are tried in all sets: three of ten make 120. */
const TRIED = 10
/** Stems of each bullet as editors write them. */
const EXPECTED_STEMS = 8

/**
 * How well a set's stems are expected to agree with those of a summary (F1, 0 to 1): each counts once and by its chance,
 * so that a word told twice or unlikely costs length. Asked of many sets, it reads each sentence once.
 */
function makeAgreement(
  candidates: readonly Candidate[],
  chances: ReadonlyMap<string, number>,
): (set: readonly Candidate[]) => number {
  const ids = new Map<string, number>()
  const chanceOf: number[] = []
  const idOf = (stem: string): number => {
    const id = ids.get(stem) ?? ids.size
    ids.set(stem, id)
    chanceOf[id] = chances.get(stem) ?? 0
    return id
  }
  const stemsOf = new Map(candidates.map(candidate => [candidate, Array.from(new Set(candidate.stems), idOf)]))
  const countedFor = new Int32Array(ids.size)
  let asked = 0
  return set => {
    asked += 1
    let matched = 0
    let length = 0
    for (const candidate of set) {
      length += candidate.stems.length + EXPECTED_STEMS
      for (const id of stemsOf.get(candidate) ?? []) {
        if (countedFor[id] !== asked) matched += chanceOf[id] ?? 0
        countedFor[id] = asked
      }
    }
    return length === 0 ? 0 : (2 * matched) / length
  }
}

/** All sets of so many. */
function* setsOf<T>(items: readonly T[], size: number, from = 0): Generator<readonly T[]> {
  if (size === 0) {
    yield []
    return
  }
  for (let at = from; at <= items.length - size; at++) {
    for (const rest of setsOf(items, size - 1, at + 1)) yield [items[at] as T, ...rest]
  }
}

/** The highest likeness of each sentence to each before it in the article; asked for often, told once. */
function makeLikeness(): (later: Candidate, earlier: Candidate) => number {
  const told = new Map<Candidate, Map<Candidate, number>>()
  return (later, earlier) => {
    const row = told.get(later) ?? new Map<Candidate, number>()
    told.set(later, row)
    const alike = row.get(earlier) ?? likeness(later, [earlier])
    row.set(earlier, alike)
    return alike
  }
}

/**
 * The set of sentences that tells most: by their values, what a summary is expected to hold, and what they repeat of
 * each other. Unlike choosing one after the other, it finds two that only together tell the news.
 * @param pool sentences that may be chosen
 * @param size how many are wanted, 0 to about 3
 * @param chances how likely a summary holds each stem, 0 to 1; see wordChances()
 * @returns in the order of the article; fewer than wanted where the others repeat or can not stand
 */
export function bestSet(
  pool: readonly Valued[],
  size: number,
  chances: ReadonlyMap<string, number>,
  { agreement, repetition }: SetWeights = SET_WEIGHTS,
): readonly Candidate[] {
  const tried = pool.toSorted((a, b) => b.value - a.value || a.candidate.index - b.candidate.index).slice(0, TRIED)
  const inOrder = tried.sort((a, b) => a.candidate.index - b.candidate.index)
  const alike = makeLikeness()
  const agreementOf = makeAgreement(
    inOrder.map(({ candidate }) => candidate),
    chances,
  )
  let best: readonly Candidate[] = []
  let highest = Number.NEGATIVE_INFINITY
  for (const set of setsOf(inOrder, Math.min(size, inOrder.length))) {
    const candidates = set.map(({ candidate }) => candidate)
    if (!candidates.every(candidate => canStand(candidate, candidates))) continue
    const repeated = candidates.map((later, at) =>
      Math.max(0, ...candidates.slice(0, at).map(earlier => alike(later, earlier))),
    )
    if (repeated.some(share => share >= 1)) continue
    const value =
      set.reduce((sum, each, at) => sum + each.value - repetition * (repeated[at] ?? 0), 0) +
      agreement * candidates.length * agreementOf(candidates)
    if (value <= highest) continue
    highest = value
    best = candidates
  }
  return best.length > 0 || size === 0 ? best : bestSet(pool, size - 1, chances, { agreement, repetition })
}
