import { newStemmer } from 'snowball-stemmers'

/** F1 of unigrams, bigrams and summary-level longest common subsequences, 0 to 1. */
export interface Rouge {
  readonly r1: number
  readonly r2: number
  readonly rl: number
}

const stemmer = newStemmer('porter')
const stems = new Map<string, string>()

function stemOf(word: string): string {
  if (word.length <= 3) return word
  const known = stems.get(word) ?? stemmer.stem(word)
  stems.set(word, known)
  return known
}

/** Lower-case stems of a text; ROUGE reads letters a-z and digits only. */
export const tokensOf = (text: string): readonly string[] => (text.toLowerCase().match(/[a-z0-9]+/g) ?? []).map(stemOf)

function countGrams(tokens: readonly string[], size: number): Map<string, number> {
  const counts = new Map<string, number>()
  for (let at = 0; at + size <= tokens.length; at++) {
    const gram = tokens.slice(at, at + size).join(' ')
    counts.set(gram, (counts.get(gram) ?? 0) + 1)
  }
  return counts
}

const f1 = (matched: number, candidate: number, reference: number): number =>
  matched === 0 ? 0 : (2 * matched) / (candidate + reference)

/** ROUGE-N F1 of two token lists (Lin 2004, https://aclanthology.org/W04-1013/). */
export function rougeN(candidate: readonly string[], reference: readonly string[], size: number): number {
  const wanted = countGrams(reference, size)
  let matched = 0
  for (const [gram, count] of countGrams(candidate, size)) matched += Math.min(count, wanted.get(gram) ?? 0)
  return f1(matched, Math.max(0, candidate.length - size + 1), Math.max(0, reference.length - size + 1))
}

/** Positions in `reference` of one longest common subsequence. */
function commonPositions(reference: readonly string[], candidate: readonly string[]): readonly number[] {
  const width = candidate.length + 1
  const table = new Uint16Array((reference.length + 1) * width)
  const cell = (i: number, j: number): number => table[i * width + j] ?? 0
  for (let i = 1; i <= reference.length; i++) {
    for (let j = 1; j < width; j++) {
      const same = reference[i - 1] === candidate[j - 1]
      table[i * width + j] = same ? cell(i - 1, j - 1) + 1 : Math.max(cell(i - 1, j), cell(i, j - 1))
    }
  }
  const positions: number[] = []
  let i = reference.length
  let j = candidate.length
  while (i > 0 && j > 0) {
    if (reference[i - 1] === candidate[j - 1]) {
      positions.push(i - 1)
      i -= 1
      j -= 1
    } else if (cell(i, j - 1) > cell(i - 1, j)) j -= 1
    else i -= 1
  }
  return positions
}

function rougeLsum(candidate: readonly (readonly string[])[], reference: readonly (readonly string[])[]): number {
  const left = countGrams(candidate.flat(), 1)
  const wanted = countGrams(reference.flat(), 1)
  let matched = 0
  for (const sentence of reference) {
    for (const position of new Set(candidate.flatMap(own => commonPositions(sentence, own)))) {
      const token = sentence[position] ?? ''
      const available = Math.min(left.get(token) ?? 0, wanted.get(token) ?? 0)
      if (available === 0) continue
      matched += 1
      left.set(token, (left.get(token) ?? 0) - 1)
      wanted.set(token, (wanted.get(token) ?? 0) - 1)
    }
  }
  return f1(matched, candidate.flat().length, reference.flat().length)
}

/** All three figures of a summary against one reference, each a list of sentences. */
export function rouge(candidate: readonly string[], reference: readonly string[]): Rouge {
  const own = candidate.map(tokensOf)
  const wanted = reference.map(tokensOf)
  return {
    r1: rougeN(own.flat(), wanted.flat(), 1),
    r2: rougeN(own.flat(), wanted.flat(), 2),
    rl: rougeLsum(own, wanted),
  }
}
