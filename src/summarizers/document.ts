import type { Candidate } from './candidates.ts'
import { addVectors, cosine, type TermVector, termVector } from './vectors.ts'

/** What features need to know of the article as a whole. */
export interface Document {
  readonly candidates: readonly Candidate[]
  readonly titleStems: ReadonlySet<string>
  readonly title: TermVector
  /** Sum of all sentences, its heaviest stems, and the sum of the first three sentences. */
  readonly centroid: TermVector
  readonly keywords: TermVector
  readonly lead: TermVector
  /** How often each stem stands in the article, and how many stems it has. */
  readonly frequencies: ReadonlyMap<string, number>
  readonly length: number
  /** In how many sentences each name stands. */
  readonly nameCounts: ReadonlyMap<string, number>
  /** LexRank of each sentence, the highest being 1. */
  readonly centrality: readonly number[]
  /** Cosine of each sentence with the most alike of those before it. */
  readonly repetition: readonly number[]
}

const KEYWORDS = 12
const LEAD_SENTENCES = 3
const LOOK_BACK = 12
/** More sentences than these have no say in each other's centrality: the matrix grows with the square. */
const RANKED_SENTENCES = 80
const EDGE_THRESHOLD = 0.08
const DAMPING = 0.85
const ITERATIONS = 25

function count(items: Iterable<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  return counts
}

/** Cosines of all pairs, as a symmetric matrix with zeros on its diagonal. */
function similarities(vectors: readonly TermVector[]): readonly Float64Array[] {
  const lower = vectors.map((a, i) => Float64Array.from(vectors, (b, j) => (j < i ? cosine(a, b) : 0)))
  return lower.map((row, i) => row.map((value, j) => (j < i ? value : (lower[j]?.[i] ?? 0))))
}

/** LexRank with weighted edges (Erkan and Radev 2004, https://arxiv.org/abs/1109.2128), the highest set to 1. */
function lexRank(rows: readonly Float64Array[]): readonly number[] {
  const size = rows.length
  const edges = rows.map(row => row.map(value => (value > EDGE_THRESHOLD ? value : 0)))
  const sums = edges.map(row => row.reduce((sum, value) => sum + value, 0))
  let rank = new Float64Array(size).fill(1 / size)
  for (let step = 0; step < ITERATIONS; step++) {
    const next = new Float64Array(size).fill((1 - DAMPING) / size)
    for (let i = 0; i < size; i++) spread(next, edges[i], (DAMPING * (rank[i] ?? 0)) / (sums[i] || 1))
    rank = next
  }
  const highest = Math.max(...rank, Number.MIN_VALUE)
  return Array.from(rank, value => value / highest)
}

function spread(target: Float64Array, edges: Float64Array | undefined, amount: number): void {
  if (edges === undefined || amount === 0) return
  for (let j = 0; j < edges.length; j++) {
    const edge = edges[j] ?? 0
    if (edge !== 0) target[j] = (target[j] ?? 0) + amount * edge
  }
}

function repetitionOf(candidates: readonly Candidate[], rows: readonly Float64Array[]): readonly number[] {
  return candidates.map(({ vector }, i) => {
    const from = Math.max(0, i - LOOK_BACK)
    const row = rows[i]
    if (row !== undefined) return row.subarray(from, i).reduce((highest, value) => Math.max(highest, value), 0)
    return candidates.slice(from, i).reduce((highest, other) => Math.max(highest, cosine(vector, other.vector)), 0)
  })
}

/** Reads an article's sentences as a whole. */
export function describeDocument(candidates: readonly Candidate[], titleStems: readonly string[]): Document {
  const vectors = candidates.map(({ vector }) => vector)
  const rows = similarities(vectors.slice(0, RANKED_SENTENCES))
  const frequencies = count(candidates.flatMap(({ stems }) => stems))
  return {
    candidates,
    titleStems: new Set(titleStems),
    title: termVector(titleStems),
    centroid: addVectors(vectors),
    keywords: addVectors(vectors, KEYWORDS),
    lead: addVectors(vectors.slice(0, LEAD_SENTENCES)),
    frequencies,
    length: candidates.reduce((sum, { stems }) => sum + stems.length, 0),
    nameCounts: count(candidates.flatMap(({ names }) => [...new Set(names)])),
    centrality: lexRank(rows),
    repetition: repetitionOf(candidates, rows),
  }
}
