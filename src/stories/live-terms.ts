/** Numbers for the stems that live articles hold, and how many hold each. A number is given again when nobody holds it. */
export interface LiveTerms {
  /** The number of a stem; a new stem gets one, and must then be held or released. */
  idOf(stem: string): number
  /** How many articles hold the stem. */
  holders(id: number): number
  hold(id: number): void
  /** Takes one holder away; with the last one the stem is forgotten. */
  release(id: number): void
  /** Forgets a stem that was numbered but is held by nobody. */
  releaseUnheld(id: number): void
  /** Above every number in use. */
  readonly capacity: number
  readonly bytes: number
}

const FIRST_CAPACITY = 1024

/** Makes an empty table. */
export function makeLiveTerms(): LiveTerms {
  const ids = new Map<string, number>()
  const stems: (string | undefined)[] = []
  const free: number[] = []
  let held = new Uint32Array(FIRST_CAPACITY)

  function newId(stem: string): number {
    const id = free.pop() ?? stems.length
    stems[id] = stem
    ids.set(stem, id)
    if (id >= held.length) {
      const wider = new Uint32Array(held.length * 2)
      wider.set(held)
      held = wider
    }
    return id
  }

  function releaseUnheld(id: number): void {
    const stem = stems[id]
    if (stem === undefined || (held[id] ?? 0) > 0) return
    ids.delete(stem)
    stems[id] = undefined
    free.push(id)
  }

  return {
    idOf: stem => ids.get(stem) ?? newId(stem),
    holders: id => held[id] ?? 0,
    hold(id) {
      held[id] = (held[id] ?? 0) + 1
    },
    release(id) {
      held[id] = Math.max(0, (held[id] ?? 0) - 1)
      releaseUnheld(id)
    },
    releaseUnheld,
    get capacity() {
      return held.length
    },
    get bytes() {
      return held.byteLength + 8 * (stems.length + free.length)
    },
  }
}
