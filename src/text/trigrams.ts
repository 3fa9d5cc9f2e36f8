import { francAll } from 'franc-min'
import { data } from 'franc-min/data.js'

/** A language, as ISO 639-3 names it, and how well its letter triples fit: 1 for the best. */
export type Ranked = readonly [language: string, score: number]

/** What a triple counts that a language does not list among its commonest, and the most of a text that is read: franc's. */
const UNLISTED = 300
const READ_CHARACTERS = 2048

/**
 * Texts of Latin letters and common punctuation only. Nothing in them belongs to another script, so that franc too would
 * compare them with the languages of Latin script; the others are left to franc.
 */
const LATIN_ONLY = /^[\0-\u024f\u2010-\u203f]*$/u
const LATIN_LETTER = /[a-z]/u
const GENERAL_PUNCTUATION = 0x2010
const FIRST_BEHIND_LATIN = 0x250
const SPACE = 0x20

/** Ten bits for each character of LATIN_ONLY; a blank for white space and for what franc takes for it: "!" to "@". */
function signOf(code: number): number {
  if (code >= GENERAL_PUNCTUATION) {
    const isSpace = code === 0x2028 || code === 0x2029 || code === 0x202f
    return isSpace ? SPACE : code - GENERAL_PUNCTUATION + FIRST_BEHIND_LATIN
  }
  return (code >= 0x20 && code <= 0x40) || (code >= 0x09 && code <= 0x0d) || code === 0xa0 ? SPACE : code
}

const tripleOf = (first: number, second: number, third: number): number => (first << 20) | (second << 10) | third

interface Model {
  readonly languages: readonly string[]
  /** For each triple the languages that list it, and its rank with each, by turns. */
  readonly ranks: ReadonlyMap<number, readonly number[]>
}

function readModel(only: readonly string[]): Model {
  const lists = Object.entries(data.Latin ?? {}).filter(([language]) => only.includes(language))
  const ranks = new Map<number, number[]>()
  lists.forEach(([, list], language) => {
    list.split('|').forEach((triple, rank) => {
      if (!LATIN_ONLY.test(triple)) return
      const key = tripleOf(signOf(triple.charCodeAt(0)), signOf(triple.charCodeAt(1)), signOf(triple.charCodeAt(2)))
      const found = ranks.get(key)
      if (found === undefined) ranks.set(key, [language, rank])
      else found.push(language, rank)
    })
  })
  return { languages: lists.map(([language]) => language), ranks }
}

/** The triples of a text in ascending order, repeated as they are; blanks around it, and one where there are several. */
function triplesOf(text: string): Int32Array {
  const triples = new Int32Array(text.length + 2)
  let count = 0
  let [before, last] = [-1, SPACE]
  for (let at = 0; at <= text.length; at++) {
    const sign = at === text.length ? SPACE : signOf(text.charCodeAt(at))
    if (sign === SPACE && last === SPACE) continue
    if (before !== -1) triples[count++] = tripleOf(before, last, sign)
    before = last
    last = sign
  }
  return triples.subarray(0, count).sort()
}

function distancesOf(triples: Int32Array, { languages, ranks }: Model): readonly number[] {
  const distances: number[] = languages.map(() => 0)
  let different = 0
  for (let at = 0; at < triples.length; ) {
    const triple = triples[at] ?? 0
    const first = at
    while (triples[at] === triple) at++
    different++
    const listed = ranks.get(triple)
    if (listed === undefined) continue
    for (let pair = 0; pair < listed.length; pair += 2) {
      const language = listed[pair] ?? 0
      // What is listed does not count as unlisted.
      const difference = Math.abs(at - first - (listed[pair + 1] ?? 0) - 1) - UNLISTED
      distances[language] = (distances[language] ?? 0) + difference
    }
  }
  return distances.map(distance => distance + different * UNLISTED)
}

/**
 * Makes what ranks languages by the letter triples of a text (Cavnar and Trenkle 1994): franc's francAll() with the same
 * result, which for texts of Latin letters comes many times faster, since every triple is looked up once, not once for
 * every language (https://github.com/wooorm/franc/tree/main/packages/franc-min).
 * @param only the languages to choose from, ISO 639-3
 * @returns given a text of ten or more characters in lower case, the languages of its script, the best first
 */
export function trigramRanking(only: readonly string[]): (text: string) => readonly Ranked[] {
  const mutable = [...only]
  let model: Model | undefined
  return text => {
    if (text.length > READ_CHARACTERS || !LATIN_ONLY.test(text) || !LATIN_LETTER.test(text)) {
      return francAll(text, { only: mutable })
    }
    model ??= readModel(mutable)
    const distances = distancesOf(triplesOf(text), model)
    const least = Math.min(...distances)
    const most = text.length * UNLISTED - least
    return model.languages
      .map((language, at): Ranked => [language, 1 - ((distances[at] ?? 0) - least) / most || 0])
      .sort(([, a], [, b]) => b - a)
  }
}
