import { distance } from 'fastest-levenshtein'

/** So many letters may hold one slip; two letters that changed places count as two slips. */
const LETTERS_PER_SLIP = 2.5

/**
 * The known words that a mistyped one may have meant: those that begin with it, then those few slips away.
 * @param typed what a person wrote, at least one character
 * @param known words to choose from
 * @param limit how many at the most
 * @returns best first; empty when nothing is near
 */
export function nearestWords(typed: string, known: readonly string[], limit: number): readonly string[] {
  const wanted = typed.toLowerCase()
  const slips = Math.max(1, Math.floor(wanted.length / LETTERS_PER_SLIP))
  return known
    .map(word => ({ word, far: word.toLowerCase().startsWith(wanted) ? 0 : distance(wanted, word.toLowerCase()) }))
    .filter(({ far }) => far <= slips)
    .toSorted((a, b) => a.far - b.far || a.word.length - b.word.length || (a.word < b.word ? -1 : 1))
    .slice(0, limit)
    .map(({ word }) => word)
}
