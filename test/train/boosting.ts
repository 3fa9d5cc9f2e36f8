import { type Tree, treeValue } from '../../src/summarizers/trees.ts'
import type { Row } from './logistic.ts'

const TREES = 120
const DEPTH = 4
const SHRINKAGE = 0.06
/** Each tree sees this share of the rows and this many features, so that no two are alike. */
const ROW_SHARE = 0.6
const TRIED_FEATURES = 17
const SMALLEST_LEAF = 150
const BINS = 32
const DAMPING = 1

/** Rows by columns, each value as the number of the bin that it falls into. */
interface Table {
  readonly bins: readonly Uint8Array[]
  /** The upper ends of each feature's bins, but for the last. */
  readonly cuts: readonly Float64Array[]
  readonly residuals: Float64Array
}

interface Cut {
  readonly feature: number
  readonly bin: number
  readonly gain: number
}

/** Numbers from 0 to 1 that are the same in every run (https://doi.org/10.1090/S0025-5718-99-00996-5). */
function makeRandom(seed: number): () => number {
  let state = Math.imul(seed, 2_654_435_761) >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

function cutsOf(rows: readonly Row[], feature: number): Float64Array {
  const values = Float64Array.from(rows, ({ features }) => features[feature] ?? 0).sort()
  const places = Array.from({ length: BINS - 1 }, (_, bin) => Math.floor(((bin + 1) * values.length) / BINS))
  return Float64Array.from(new Set(places.map(place => values[place] ?? 0)))
}

function binOf(value: number, cuts: Float64Array): number {
  const bin = cuts.findIndex(cut => value <= cut)
  return bin < 0 ? cuts.length : bin
}

function tableOf(rows: readonly Row[]): Table {
  const features = Array.from({ length: rows[0]?.features.length ?? 0 }, (_, feature) => feature)
  const cuts = features.map(feature => cutsOf(rows, feature))
  const bins = cuts.map((ends, feature) => Uint8Array.from(rows, row => binOf(row.features[feature] ?? 0, ends)))
  return { bins, cuts, residuals: new Float64Array(rows.length) }
}

const sumOf = (places: Int32Array, values: Float64Array): number =>
  places.reduce((sum, place) => sum + values[place]!, 0)

/** The place to cut one feature that lowers the squared error most; undefined when none lowers it. */
function bestCut(table: Table, places: Int32Array, total: number, feature: number): Cut | undefined {
  const sums = new Float64Array(BINS)
  const counts = new Int32Array(BINS)
  const bins = table.bins[feature]!
  for (const place of places) {
    sums[bins[place]!]! += table.residuals[place]!
    counts[bins[place]!]! += 1
  }
  let best: Cut | undefined
  let sum = 0
  let count = 0
  for (let bin = 0; bin < (table.cuts[feature]?.length ?? 0); bin++) {
    sum += sums[bin]!
    count += counts[bin]!
    const rest = places.length - count
    if (count < SMALLEST_LEAF || rest < SMALLEST_LEAF) continue
    const gain =
      sum ** 2 / (count + DAMPING) + (total - sum) ** 2 / (rest + DAMPING) - total ** 2 / (places.length + DAMPING)
    if (gain > (best?.gain ?? 1e-9)) best = { feature, bin, gain }
  }
  return best
}

function drawFeatures(count: number, random: () => number): readonly number[] {
  const features = Array.from({ length: count }, (_, feature) => feature)
  return Array.from({ length: Math.min(count, TRIED_FEATURES) }, () => {
    const [drawn = 0] = features.splice(Math.floor(random() * features.length), 1)
    return drawn
  })
}

function grow(table: Table, places: Int32Array, depth: number, random: () => number): Tree {
  const total = sumOf(places, table.residuals)
  const leaf = (SHRINKAGE * total) / (places.length + DAMPING)
  if (depth === 0 || places.length < 2 * SMALLEST_LEAF) return leaf
  const tried = drawFeatures(table.bins.length, random).flatMap(f => bestCut(table, places, total, f) ?? [])
  const [first, ...others] = tried
  if (first === undefined) return leaf
  const { feature, bin } = others.reduce((best, cut) => (cut.gain > best.gain ? cut : best), first)
  const bins = table.bins[feature]!
  return {
    feature,
    threshold: table.cuts[feature]![bin]!,
    below: grow(
      table,
      places.filter(place => bins[place]! <= bin),
      depth - 1,
      random,
    ),
    above: grow(
      table,
      places.filter(place => bins[place]! > bin),
      depth - 1,
      random,
    ),
  }
}

/**
 * Gradient boosting of regression trees for the squared error (Friedman 2002, https://doi.org/10.1016/S0167-9473(01)00065-2),
 * with histograms. Deterministic.
 * @param seed any whole number above 0
 * @returns trees whose values add up to the target, less its mean
 */
export function fitTrees(rows: readonly Row[], seed: number): readonly Tree[] {
  const random = makeRandom(seed)
  const table = tableOf(rows)
  const mean = rows.reduce((sum, { target }) => sum + target, 0) / rows.length
  rows.forEach(({ target }, place) => {
    table.residuals[place] = target - mean
  })
  return Array.from({ length: TREES }, () => {
    const drawn = Int32Array.from(rows.keys()).filter(() => random() < ROW_SHARE)
    const tree = grow(table, drawn, DEPTH, random)
    rows.forEach(({ features }, place) => {
      table.residuals[place]! -= treeValue(tree, features)
    })
    return tree
  })
}
