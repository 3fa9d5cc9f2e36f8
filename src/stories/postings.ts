/**
 * Which articles hold which terms, in one ring of postings: those of an article lie side by side, and each knows how far
 * back the one before it with the same term is. Articles leave in the order in which they came, so that leaving costs
 * nothing but moving the tail, whatever the length of a term's chain.
 */
export interface Postings {
  /** Adds an article's terms, each once. @returns its slot, counting up from 0 */
  append(terms: readonly { readonly id: number; readonly weight: number }[]): number
  /** Takes the first article out. @returns its terms */
  removeFirst(): readonly number[]
  /** The postings of a slot stand from begin() to before end(). */
  begin(slot: number): number
  end(slot: number): number
  termAt(posting: number): number
  weightAt(posting: number): number
  place(slot: number, group: number): void
  /**
   * Adds to the totals of the groups, for each posting of the same term before this one, its weight times `share`.
   * @param touched gets the groups whose total was 0
   * @returns how many postings that were
   */
  addEarlier(posting: number, share: number, totals: Float64Array, touched: number[]): number
  readonly articles: number
  readonly bytes: number
}

interface PostingTable {
  readonly term: Uint32Array<ArrayBuffer>
  /** 0 where no earlier posting has the term. */
  readonly back: Uint32Array<ArrayBuffer>
  readonly slot: Uint32Array<ArrayBuffer>
  readonly weight: Uint16Array<ArrayBuffer>
}

interface SlotTable {
  readonly begin: Float64Array<ArrayBuffer>
  readonly group: Int32Array<ArrayBuffer>
}

const FIRST_POSTINGS = 1 << 14
const FIRST_SLOTS = 1 << 10
const NOBODY = -1

const makePostingTable = (size: number): PostingTable => ({
  term: new Uint32Array(size),
  back: new Uint32Array(size),
  slot: new Uint32Array(size),
  weight: new Uint16Array(size),
})
const makeSlotTable = (size: number): SlotTable => ({
  begin: new Float64Array(size),
  group: new Int32Array(size).fill(NOBODY),
})

type Column = PostingTable[keyof PostingTable] | SlotTable[keyof SlotTable]

/** All rings are powers of two long, so that a mask finds the place. Copies what stands from `first` to before `next` from one ring into a wider one. */
function widen(from: Column, to: Column, first: number, next: number): void {
  for (let at = first; at < next; at++) to[at % to.length] = from[at % from.length] ?? 0
}

/** Makes an empty ring, which grows as needed. */
export function makePostings(): Postings {
  let rows = makePostingTable(FIRST_POSTINGS)
  let slots = makeSlotTable(FIRST_SLOTS)
  /** The newest posting of each term, by term; may be one that has left. */
  let newest = new Float64Array(FIRST_SLOTS).fill(NOBODY)
  let [firstRow, nextRow, firstSlot, nextSlot] = [0, 0, 0, 0]

  function makeRoom(rowsWanted: number): void {
    while (nextRow + rowsWanted - firstRow > rows.term.length) {
      const wider = makePostingTable(rows.term.length * 2)
      for (const name of ['term', 'back', 'slot', 'weight'] as const) widen(rows[name], wider[name], firstRow, nextRow)
      rows = wider
    }
    // One more than are live: where the last one ends is where the next one begins.
    if (nextSlot + 2 - firstSlot > slots.begin.length) {
      const wider = makeSlotTable(slots.begin.length * 2)
      for (const name of ['begin', 'group'] as const) widen(slots[name], wider[name], firstSlot, nextSlot + 1)
      slots = wider
    }
  }

  function noteNewest(term: number, row: number): number {
    if (term >= newest.length) {
      const wider = new Float64Array(Math.max(term + 1, newest.length * 2)).fill(NOBODY)
      wider.set(newest)
      newest = wider
    }
    const before = newest[term] ?? NOBODY
    newest[term] = row
    return before < firstRow ? 0 : row - before
  }

  function appendRow(term: number, weight: number): void {
    const at = nextRow & (rows.term.length - 1)
    rows.term[at] = term
    rows.weight[at] = weight
    rows.slot[at] = nextSlot
    rows.back[at] = noteNewest(term, nextRow)
    nextRow++
  }

  const begin = (slot: number): number => slots.begin[slot & (slots.begin.length - 1)] ?? 0
  const end = (slot: number): number => begin(slot + 1)
  const termAt = (row: number): number => rows.term[row & (rows.term.length - 1)] ?? 0

  return {
    append(terms) {
      makeRoom(terms.length)
      slots.begin[nextSlot & (slots.begin.length - 1)] = nextRow
      slots.group[nextSlot & (slots.group.length - 1)] = NOBODY
      for (const { id, weight } of terms) appendRow(id, weight)
      nextSlot++
      slots.begin[nextSlot & (slots.begin.length - 1)] = nextRow
      return nextSlot - 1
    },
    removeFirst() {
      if (firstSlot === nextSlot) return []
      const [from, to] = [begin(firstSlot), end(firstSlot)]
      firstRow = to
      firstSlot++
      return Array.from({ length: to - from }, (_, at) => termAt(from + at))
    },
    begin,
    end,
    termAt,
    weightAt: row => rows.weight[row & (rows.weight.length - 1)] ?? 0,
    place(slot, group) {
      slots.group[slot & (slots.group.length - 1)] = group
    },
    addEarlier(posting, share, totals, touched) {
      const { back, slot, weight } = rows
      const [mask, slotMask] = [back.length - 1, slots.group.length - 1]
      let visits = 0
      for (let row = posting; ; visits++) {
        const step = back[row & mask] ?? 0
        row -= step
        if (step === 0 || row < firstRow) return visits
        const group = slots.group[(slot[row & mask] ?? 0) & slotMask] ?? NOBODY
        if (group === NOBODY) continue
        const total = totals[group] ?? 0
        if (total === 0) touched.push(group)
        totals[group] = total + share * (weight[row & mask] ?? 0)
      }
    },
    get articles() {
      return nextSlot - firstSlot
    },
    get bytes() {
      return rows.term.length * 14 + slots.begin.length * 12 + newest.byteLength
    },
  }
}
