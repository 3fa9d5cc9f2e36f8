import { tokenize } from '../text/tokenize.ts'

/** Beyond these a tree builder or a reader of trees takes minutes (measured: 5,000 nested elements, 15 s). */
const DEPTH_MAX = 256
const TAGS_MAX = 60_000
const ATTRIBUTES_MAX = 2_000
/** Raw marks, whether or not they become a tag or a character: a flood of them costs a tree builder seconds. */
const MARKS_MAX: readonly (readonly [mark: string, most: number])[] = [
  ['<', 80_000],
  ['&', 200_000],
]
/** UTF-16 units; what a page may weigh decoded. */
const LENGTH_MAX = 5 * 1024 * 1024

/** Elements without content (HTML standard §13.1.2). */
const VOID: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
)

/** Elements that their own kind ends when it is opened again: pages leave out those end tags (HTML standard §13.1.2.4). */
const SELF_ENDING: ReadonlyMap<string, string> = new Map([
  ['p', 'p'],
  ['li', 'li'],
  ['option', 'option'],
  ['tr', 'tr'],
  ['td', 'cell'],
  ['th', 'cell'],
  ['dt', 'term'],
  ['dd', 'term'],
])

function isFlooded(html: string): boolean {
  return MARKS_MAX.some(([mark, most]) => {
    let count = 0
    for (let at = html.indexOf(mark); at >= 0 && count <= most; at = html.indexOf(mark, at + 1)) count += 1
    return count > most
  })
}

/** The open elements of a page; at most DEPTH_MAX + 1 are looked at for each end tag, so the cost stays linear. */
class OpenElements {
  readonly #names: string[] = []

  get depth(): number {
    return this.#names.length
  }

  open(name: string): void {
    if (VOID.has(name)) return
    const kind = SELF_ENDING.get(name)
    const last = this.#names.at(-1)
    if (kind !== undefined && last !== undefined && SELF_ENDING.get(last) === kind) this.#names.pop()
    this.#names.push(name)
  }

  close(name: string): void {
    const at = this.#names.lastIndexOf(name)
    if (at >= 0) this.#names.length = at
  }
}

/**
 * Whether a page can be made a tree in reasonable time: not nested deeper than 256 elements, at most 60,000 tags, 2,000
 * attributes on one, 80,000 raw "<", 200,000 "&", 5 Mi characters. Takes time linear in the length; never throws.
 */
export function isTreeSafe(html: string): boolean {
  if (html.length > LENGTH_MAX || isFlooded(html)) return false
  const elements = new OpenElements()
  let tags = 0
  let attributes = 0
  let isSafe = true
  let name = ''
  tokenize(
    html,
    { isXml: false, decodesEntities: false },
    {
      onopentagname(start, end) {
        tags += 1
        attributes = 0
        if (isSafe) {
          name = html.slice(start, end).toLowerCase()
          elements.open(name)
        }
        if (elements.depth > DEPTH_MAX || tags > TAGS_MAX) isSafe = false
      },
      onattribname() {
        attributes += 1
        if (attributes > ATTRIBUTES_MAX) isSafe = false
      },
      onselfclosingtag() {
        if (isSafe && name === 'svg') elements.close(name)
      },
      onclosetag(start, end) {
        tags += 1
        if (isSafe) elements.close(html.slice(start, end).toLowerCase())
      },
    },
  )
  return isSafe
}
