import type { Wanted } from '../text/terms.ts'
import { type FormFinder, type FoundForm, formFinder } from '../text/word-forms.ts'

/** What an article gains that holds all wanted words as they were typed over one that holds other forms of them. */
const EXACT_BONUS = 0.15

/** How an article fared. */
export interface Found<Item> {
  readonly item: Item
  readonly score: number
  /** Places of the wanted words that it holds. */
  readonly held: readonly number[]
}

interface Words {
  readonly title: string
  readonly text: string
  readonly language: string | undefined
}

/** What is found, and what it was found by. */
export interface Separated<Item> {
  /** Best first. */
  readonly found: readonly Found<Item>[]
  /** For each wanted one the stems that its forms have in the articles found; all its stems where none is found. */
  readonly groups: readonly (readonly string[])[]
}

/** What a search reads again and again: the forms of each wanted word; undefined for a known name, which its stems find. */
const findersOf = (wanted: readonly Wanted[]): readonly (FormFinder | undefined)[] =>
  wanted.map(({ word }) => (word === undefined ? undefined : formFinder(word)))

function formIn({ title, text, language }: Words, find: FormFinder): FoundForm | undefined {
  const inTitle = find(title, language)
  if (inTitle?.standing === 'exact') return inTitle
  const inText = find(text, language)
  return inText?.standing === 'exact' ? inText : (inTitle ?? inText)
}

/**
 * Parts what holds the wanted words from what only holds words of the same stem: stems of all languages find an article,
 * and a stem is coarser than a word ("organ" and "organise"). What holds them as they were typed gains a little.
 * @param wanted of wantedIn()
 * @param ranked found by their stems
 * @param wordsOf the words of an item, as far as they are searched
 */
export function separateWords<Item>(
  wanted: readonly Wanted[],
  ranked: readonly Found<Item>[],
  wordsOf: (item: Item) => Words,
): Separated<Item> {
  const finders = findersOf(wanted)
  const stems = wanted.map(() => new Set<string>())
  const found = ranked.flatMap(({ item, score, held: byStems }): readonly Found<Item>[] => {
    const words = wordsOf(item)
    let exact = 0
    const held = byStems.filter(place => {
      const find = finders[place]
      if (find === undefined) return true
      const form = formIn(words, find)
      if (form === undefined) return false
      stems[place]?.add(form.stem)
      if (form.standing === 'exact') exact += 1
      return true
    })
    return held.length === 0 ? [] : [{ item, held, score: score * (1 + (EXACT_BONUS * exact) / wanted.length) }]
  })
  return {
    found: found.sort((a, b) => b.held.length - a.held.length || b.score - a.score),
    groups: wanted.map(({ stems: all }, place) => (stems[place]?.size === 0 ? all : [...(stems[place] ?? [])])),
  }
}
