import { backgroundFrequency } from './background.ts'
import { findConcept } from './concepts.ts'
import { namesIn } from './names.ts'
import { numbersIn } from './numbers.ts'
import { skeletonOf } from './skeleton.ts'
import { foldLetters, stemOf } from './stemming.ts'

/** What an article says in the same way in every language: a name, a well-known name, or a number. */
export interface Carrier {
  readonly kind: 'name' | 'known' | 'number'
  /** The same for all spellings. */
  readonly key: string
}

/** News names its event, places and people at the beginning. */
const READ_CHARACTERS = 700
const READ_STEMS = 70
/** English words in so many of the background's articles are no names, though a title capitalises them. */
const COMMON_WORD = 12
const SHORTEST_NAME = 4
const SHORTEST_KNOWN = 3
/** Well-known names whose token is also a common word or part of one. */
const DOUBTFUL = new Set(['who', 'fed', 'gop', 'ai', 'it'])

/** Names as they stand, without those that the article also writes small: a title's capitals prove nothing. */
function properNames(title: string, text: string, language: string | undefined): readonly string[] {
  const small = new Set(text.match(/(?<![\p{L}\p{N}])\p{Ll}[\p{L}’'-]+/gu) ?? [])
  const isWord = (name: string): boolean =>
    small.has(name) || (language === 'en' && backgroundFrequency(stemOf(name, 'en')) >= COMMON_WORD)
  return [...namesIn(title), ...namesIn(text)]
    .flatMap(name => name.split('-'))
    .filter(name => name.length >= SHORTEST_NAME && !isWord(name))
}

function knownNames(stems: readonly string[]): readonly string[] {
  return stems.flatMap(stem => {
    const token = stem.length < SHORTEST_KNOWN && stem !== 'eu' && stem !== 'un' ? undefined : findConcept(stem)?.token
    return token === undefined || DOUBTFUL.has(token) ? [] : [token]
  })
}

/** An article as carriersOf() reads it. */
export interface CarrierText {
  readonly title: string
  readonly text: string
  /** Stems of the title and of the text (src/text/terms.ts), in order. */
  readonly stems: { readonly title: readonly string[]; readonly text: readonly string[] }
  /** Two letters, when known. */
  readonly language?: string | undefined
}

/**
 * The names and numbers at the beginning of an article, in forms that do not depend on its language. Names in scripts that
 * are neither Latin, Cyrillic nor Greek are found when they are well known.
 * @returns each once, in no order
 */
export function carriersOf({ title, text, stems, language }: CarrierText): readonly Carrier[] {
  const beginning = text.slice(0, READ_CHARACTERS)
  const found = new Map<string, Carrier>()
  const add = (kind: Carrier['kind'], name: string): void => {
    const key = `${kind === 'number' ? '#' : ''}${name}`
    if (!found.has(key)) found.set(key, { kind, key })
  }
  for (const token of knownNames([...stems.title, ...stems.text.slice(0, READ_STEMS)])) add('known', token)
  for (const name of properNames(title, beginning, language)) {
    const stem = stemOf(name, language ?? '')
    if (findConcept(stem) !== undefined || findConcept(foldLetters(name)) !== undefined) continue
    const skeleton = skeletonOf(stem)
    if (skeleton !== undefined) add('name', skeleton)
  }
  for (const number of numbersIn(`${title}\n${beginning}`)) add('number', number)
  return [...found.values()]
}
