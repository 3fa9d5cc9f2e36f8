import { MOST_ASKED, sampleOf } from './sample.ts'

/** What is merged: an article, or several that are together already. */
export interface Node {
  /** Articles in it. */
  readonly size: number
  /** Sum over its articles of the natural logarithm of their length in stems. */
  readonly logLength: number
  /** Publication of its first and last article, in ms; undefined when unknown. */
  readonly span: readonly [number, number] | undefined
}

/** Sum of the cosines between the articles of two nodes. */
export type Edge = readonly [a: number, b: number, total: number]

export interface LinkOptions {
  /** Nodes further apart in time do not merge. */
  readonly windowMs: number
  /**
   * The mean cosine that two nodes must reach to merge, given the mean log length of their articles and the number of
   * pairs of articles between them.
   */
  threshold(logLength: number, pairs: number): number
  /**
   * What the closeness of two clusters counts, above 0 and at most 1, given the indexes of nodes in each (of many an even
   * sample) and the number of pairs between them.
   */
  kinship(some: readonly number[], others: readonly number[], pairs: number): number
}

interface Cluster {
  size: number
  logLength: number
  span: readonly [number, number] | undefined
  /** Indexes of its nodes. */
  readonly members: number[]
  readonly near: Map<number, number>
}

interface Merge {
  readonly score: number
  readonly a: number
  readonly b: number
  /** Sizes when the score was taken: another size means it is out of date. */
  readonly sizes: number
  /** False while the score is the most that it can be: kinship, which lowers it, is asked for only when its turn comes. */
  readonly isFinal: boolean
}

const comesFirst = (x: Merge, y: Merge): boolean =>
  x.score !== y.score ? x.score > y.score : x.a !== y.a ? x.a < y.a : x.b < y.b

/** Binary heap, the best merge on top (https://en.wikipedia.org/wiki/Binary_heap). */
function makeQueue(): { push(merge: Merge): void; pop(): Merge | undefined } {
  const heap: Merge[] = []
  const isBefore = (i: number, j: number): boolean => {
    const x = heap[i]
    const y = heap[j]
    return x !== undefined && y !== undefined && comesFirst(x, y)
  }
  const swap = (i: number, j: number): void => {
    const x = heap[i]
    const y = heap[j]
    if (x === undefined || y === undefined) return
    heap[i] = y
    heap[j] = x
  }
  return {
    push(merge) {
      heap.push(merge)
      for (let at = heap.length - 1; at > 0; ) {
        const parent = (at - 1) >> 1
        if (!isBefore(at, parent)) break
        swap(at, parent)
        at = parent
      }
    },
    pop() {
      const top = heap[0]
      const last = heap.pop()
      if (last === undefined || heap.length === 0) return top
      heap[0] = last
      for (let at = 0; ; ) {
        const left = 2 * at + 1
        const child = isBefore(left + 1, left) ? left + 1 : left
        if (!isBefore(child, at)) break
        swap(at, child)
        at = child
      }
      return top
    },
  }
}

function gapMs(a: Cluster, b: Cluster): number {
  if (a.span === undefined || b.span === undefined) return 0
  return Math.max(0, b.span[0] - a.span[1], a.span[0] - b.span[1])
}

function union(a: Cluster['span'], b: Cluster['span']): Cluster['span'] {
  if (a === undefined || b === undefined) return a ?? b
  return [Math.min(a[0], b[0]), Math.max(a[1], b[1])]
}

/** Takes `gone` into `kept`; their neighbours add up. */
function absorb(clusters: readonly Cluster[], kept: number, gone: number): void {
  const into = clusters[kept]
  const from = clusters[gone]
  if (into === undefined || from === undefined) return
  into.size += from.size
  into.logLength += from.logLength
  into.members.push(...from.members)
  into.span = union(into.span, from.span)
  for (const [other, total] of from.near) {
    const near = clusters[other]?.near
    near?.delete(gone)
    if (other === kept) continue
    const sum = total + (into.near.get(other) ?? 0)
    into.near.set(other, sum)
    near?.set(kept, sum)
  }
  from.near.clear()
}

/**
 * Average-link agglomerative clustering (UPGMA, https://en.wikipedia.org/wiki/UPGMA) over a sparse graph: the two nodes
 * with the highest mean cosine over their threshold merge first. Missing edges count as 0.
 * @returns for each node the index of the first node of its cluster
 */
export function linkByAverage(nodes: readonly Node[], edges: readonly Edge[], options: LinkOptions): readonly number[] {
  const clusters: Cluster[] = nodes.map((node, index) => ({ ...node, members: [index], near: new Map() }))
  const owner = nodes.map((_, index) => index)
  const queue = makeQueue()
  const kinshipOf = ({ a, b }: Merge): number => {
    const [some, others] = [clusters[a]?.members ?? [], clusters[b]?.members ?? []]
    return options.kinship(sampleOf(some, MOST_ASKED), sampleOf(others, MOST_ASKED), some.length * others.length)
  }
  const consider = (i: number, j: number, total: number): void => {
    const a = clusters[i]
    const b = clusters[j]
    if (a === undefined || b === undefined) return
    if (gapMs(a, b) > options.windowMs) return
    const pairs = a.size * b.size
    const score = total / pairs / options.threshold((a.logLength / a.size + b.logLength / b.size) / 2, pairs)
    if (score < 1) return
    queue.push({ score, a: Math.min(i, j), b: Math.max(i, j), sizes: a.size + b.size, isFinal: false })
  }
  for (const [i, j, total] of edges) {
    clusters[i]?.near.set(j, total)
    clusters[j]?.near.set(i, total)
    consider(i, j, total)
  }
  const isCurrent = ({ a, b, sizes }: Merge): boolean =>
    owner[a] === a && owner[b] === b && (clusters[a]?.size ?? 0) + (clusters[b]?.size ?? 0) === sizes
  for (let merge = queue.pop(); merge !== undefined; merge = queue.pop()) {
    if (!isCurrent(merge)) continue
    const share = merge.isFinal ? 1 : kinshipOf(merge)
    if (share < 1) {
      const score = share * merge.score
      if (score >= 1) queue.push({ ...merge, score, isFinal: true })
      continue
    }
    const { a: kept, b: gone } = merge
    absorb(clusters, kept, gone)
    owner[gone] = kept
    for (const [other, total] of clusters[kept]?.near ?? []) consider(kept, other, total)
  }
  const ownerOf = (index: number): number => {
    let at = index
    while (owner[at] !== at) at = owner[at] ?? at
    return at
  }
  return nodes.map((_, index) => ownerOf(index))
}
