import { type Credited, creditOf } from './credits.ts'

/** Stems in a row that make one shingle (Broder 1997, https://en.wikipedia.org/wiki/W-shingling). */
const SHINGLE_STEMS = 3
/** Share of the shorter text's shingles that the longer one must hold for both to be one copy. */
const COPY_SHARE = 0.5
/** With the same agency's credit on both a smaller share will do: editors cut and add. */
const CREDITED_COPY_SHARE = 0.2
/** Texts with fewer shingles prove nothing but equality. */
const FEWEST_SHINGLES = 8

/**
 * The news agency that an article credits, alone or for a part; see creditOf().
 * @returns the agency's usual name; undefined when none is credited
 */
export const findAgency = (article: Credited): string | undefined => creditOf(article)?.agency

/** What shows whether two texts are copies. */
export interface CopyTraits {
  readonly shingles: ReadonlySet<string>
  /** The news agency that is credited (findAgency). */
  readonly agency: string | undefined
}

/**
 * The shingles of a text.
 * @param stems in order; of a text of fewer than three all together are one shingle
 */
export function shinglesOf(stems: readonly string[]): ReadonlySet<string> {
  if (stems.length < SHINGLE_STEMS) return new Set([stems.join(' ')])
  return new Set(stems.slice(SHINGLE_STEMS - 1).map((_, at) => stems.slice(at, at + SHINGLE_STEMS).join(' ')))
}

/**
 * True when one text is a near-verbatim copy of the other; a common agency credit lowers how much must be the same.
 * @param shared how many shingles they have in common, at least 1
 */
function isCopy(a: CopyTraits, b: CopyTraits, shared: number): boolean {
  const share = shared / Math.min(a.shingles.size, b.shingles.size)
  if (Math.min(a.shingles.size, b.shingles.size) < FEWEST_SHINGLES) {
    return share === 1 && a.shingles.size === b.shingles.size
  }
  const sameAgency = a.agency !== undefined && a.agency === b.agency
  return share >= (sameAgency ? CREDITED_COPY_SHARE : COPY_SHARE)
}

/** How many shingles a text has in common with each earlier one, where there are some; then it counts as earlier itself. */
function sharedCounter(): (shingles: ReadonlySet<string>) => ReadonlyMap<number, number> {
  const holders = new Map<string, number[]>()
  let texts = 0
  return shingles => {
    const shared = new Map<number, number>()
    for (const shingle of shingles) {
      const earlier = holders.get(shingle)
      for (const at of earlier ?? []) shared.set(at, (shared.get(at) ?? 0) + 1)
      if (earlier === undefined) holders.set(shingle, [texts])
      else earlier.push(texts)
    }
    texts += 1
    return shared
  }
}

/**
 * For each text the place of the first one that it is a copy of, copies of copies included; its own when of none. Only
 * texts that have a shingle in common are compared.
 */
export function copyOwners(traits: readonly CopyTraits[]): readonly number[] {
  const owners = traits.map((_, at) => at)
  const sharedWith = sharedCounter()
  const rename = (from: number, to: number): void => {
    owners.forEach((owner, at) => {
      if (owner === from) owners[at] = to
    })
  }
  traits.forEach((own, i) => {
    for (const [j, shared] of sharedWith(own.shingles)) {
      const other = traits[j]
      const [first = j, second = i] = [owners[j], owners[i]]
      if (other === undefined || first === second || !isCopy(own, other, shared)) continue
      rename(Math.max(first, second), Math.min(first, second))
    }
  })
  return owners
}
