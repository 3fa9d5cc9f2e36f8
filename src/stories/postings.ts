/**
 * Four numbers for each posting, side by side because they are read together: its term, how far back the posting before
 * it with the same term stands (0 where there is none), its slot and its weight.
 */
type Rows = Uint32Array<ArrayBuffer>
const STRIDE = 4
const BACK = 1
const SLOT = 2
const WEIGHT = 3

interface SlotTable {
  readonly begin: Float64Array<ArrayBuffer>
  readonly group: Int32Array<ArrayBuffer>
}

const FIRST_POSTINGS = 1 << 14
const FIRST_SLOTS = 1 << 10
const NOBODY = -1

const makeRows = (size: number): Rows => new Uint32Array(size * STRIDE)
const makeSlotTable = (size: number): SlotTable => ({
  begin: new Float64Array(size),
  group: new Int32Array(size).fill(NOBODY),
})

/** All rings are powers of two long, so that a mask finds the place. */
const maskOf = (ring: { readonly length: number }): number => ring.length - 1

/** Copies what stands from `first` to before `next` from one ring into a wider one. */
function widen(
  from: Rows | SlotTable[keyof SlotTable],
  to: Rows | SlotTable[keyof SlotTable],
  first: number,
  next: number,
): void {
  for (let at = first; at < next; at++) to[at & maskOf(to)] = from[at & maskOf(from)] ?? 0
}

/**
 * Which articles hold which terms, in one ring of postings: those of an article lie side by side, and each knows how far
 * back the one before it with the same term is. Articles leave in the order in which they came, so that leaving costs
 * nothing but moving the tail, whatever the length of a term's chain. An article is known by its slot, which counts up from
 * 0; it changes in place, by the functions below.
 */
export interface Postings {
  rows: Rows
  slots: SlotTable
  /** The newest posting of each term, by term; may be one that has left. */
  newest: Float64Array<ArrayBuffer>
  firstRow: number
  nextRow: number
  firstSlot: number
  nextSlot: number
}

/** A term of an article, with its weight as a whole number below 65,536. */
export interface WeightedTerm {
  readonly id: number
  readonly weight: number
}

/** Makes an empty ring, which grows as needed. */
export const makePostings = (): Postings => ({
  rows: makeRows(FIRST_POSTINGS),
  slots: makeSlotTable(FIRST_SLOTS),
  newest: new Float64Array(FIRST_SLOTS).fill(NOBODY),
  firstRow: 0,
  nextRow: 0,
  firstSlot: 0,
  nextSlot: 0,
})

/** How many articles are in it. */
export const articlesIn = ({ firstSlot, nextSlot }: Postings): number => nextSlot - firstSlot

/** Bytes of its tables. */
export const bytesOf = ({ rows, slots, newest }: Postings): number =>
  rows.byteLength + slots.begin.byteLength + slots.group.byteLength + newest.byteLength

/** The postings of a slot stand from beginOf() to before endOf(). */
export const beginOf = ({ slots }: Postings, slot: number): number => slots.begin[slot & (slots.begin.length - 1)] ?? 0
export const endOf = (postings: Postings, slot: number): number => beginOf(postings, slot + 1)
export const termAt = ({ rows }: Postings, row: number): number => rows[(row * STRIDE) & maskOf(rows)] ?? 0
export const weightAt = ({ rows }: Postings, row: number): number => rows[(row * STRIDE + WEIGHT) & maskOf(rows)] ?? 0

/** Tells of which group an article is, for addEarlier(). */
export function placeArticle({ slots }: Postings, slot: number, group: number): void {
  slots.group[slot & (slots.group.length - 1)] = group
}

function makeRoom(postings: Postings, rowsWanted: number): void {
  const { firstRow, nextRow, firstSlot, nextSlot } = postings
  while ((nextRow + rowsWanted - firstRow) * STRIDE > postings.rows.length) {
    const wider: Rows = new Uint32Array(postings.rows.length * 2)
    widen(postings.rows, wider, firstRow * STRIDE, nextRow * STRIDE)
    postings.rows = wider
  }
  // One more than are live: where the last one ends is where the next one begins.
  if (nextSlot + 2 - firstSlot <= postings.slots.begin.length) return
  const wider = makeSlotTable(postings.slots.begin.length * 2)
  for (const name of ['begin', 'group'] as const) widen(postings.slots[name], wider[name], firstSlot, nextSlot + 1)
  postings.slots = wider
}

/** Notes the newest posting of a term. @returns how far before it the one before stands; 0 when there is none */
function noteNewest(postings: Postings, term: number, row: number): number {
  if (term >= postings.newest.length) {
    const wider = new Float64Array(Math.max(term + 1, postings.newest.length * 2)).fill(NOBODY)
    wider.set(postings.newest)
    postings.newest = wider
  }
  const before = postings.newest[term] ?? NOBODY
  postings.newest[term] = row
  return before < postings.firstRow ? 0 : row - before
}

/** Adds an article's terms, each once. @returns its slot */
export function appendArticle(postings: Postings, terms: readonly WeightedTerm[]): number {
  makeRoom(postings, terms.length)
  const { rows, slots, nextSlot } = postings
  const slotMask = slots.begin.length - 1
  slots.begin[nextSlot & slotMask] = postings.nextRow
  slots.group[nextSlot & slotMask] = NOBODY
  for (const { id, weight } of terms) {
    const at = (postings.nextRow * STRIDE) & maskOf(rows)
    rows[at] = id
    rows[at + BACK] = noteNewest(postings, id, postings.nextRow)
    rows[at + SLOT] = nextSlot
    rows[at + WEIGHT] = weight
    postings.nextRow++
  }
  postings.nextSlot++
  slots.begin[postings.nextSlot & slotMask] = postings.nextRow
  return nextSlot
}

/** Takes the first article out. @returns its terms */
export function removeFirstArticle(postings: Postings): readonly number[] {
  if (articlesIn(postings) === 0) return []
  const [from, to] = [beginOf(postings, postings.firstSlot), endOf(postings, postings.firstSlot)]
  postings.firstRow = to
  postings.firstSlot++
  return Array.from({ length: to - from }, (_, at) => termAt(postings, from + at))
}

/** Sums by group, all 0 but for those that were touched. */
export interface Totals {
  readonly sums: Float64Array
  readonly touched: number[]
}

/**
 * Adds to the sums of the groups, for each posting of the same term before this one, its weight times `share`.
 * @returns how many postings that were
 */
export function addEarlier(postings: Postings, posting: number, share: number, { sums, touched }: Totals): number {
  const { rows, slots, firstRow } = postings
  const [mask, slotMask] = [maskOf(rows), maskOf(slots.group)]
  let visits = 0
  for (let row = posting; ; visits++) {
    const step = rows[(row * STRIDE + BACK) & mask] ?? 0
    row -= step
    if (step === 0 || row < firstRow) return visits
    const at = (row * STRIDE) & mask
    const group = slots.group[(rows[at + SLOT] ?? 0) & slotMask] ?? NOBODY
    if (group === NOBODY) continue
    const sum = sums[group] ?? 0
    if (sum === 0) touched.push(group)
    sums[group] = sum + share * (rows[at + WEIGHT] ?? 0)
  }
}
