import { decodeHTML } from 'entities'
import { cleanCharacters, oneLine } from './characters.ts'
import { tokenize } from './tokenize.ts'

/** Elements whose content is nothing to read. */
const DROPPED = new Set([
  'script',
  'style',
  'head',
  'noscript',
  'template',
  'iframe',
  'svg',
  'math',
  'object',
  'applet',
])

/** Elements that begin and end a line of their own (HTML standard §15.3, the flow content that is displayed as block). */
const BLOCKS = new Set(
  (
    'address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table ' +
    'tbody tfoot thead tr ul'
  ).split(' '),
)

/** Elements whose neighbours must not grow together. */
const CELLS = new Set(['td', 'th', 'img', 'option', 'video', 'audio'])

/** Elements without content and end tag: when one is hidden, nothing after it is. */
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))
/** Elements that another of their kind ends (HTML standard §13.1.2.4). */
const ENDED_BY_NEXT = new Set('p li dt dd tr td th option'.split(' '))
/** Styles in which nobody sees an element's text. */
const UNSEEN_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])/i

/** Gathers the readable text, tag by tag, without a tree: the cost is linear however the tags are nested. */
class TextGatherer {
  readonly #lines: string[] = []
  #line = ''
  #dropped: string | undefined
  #droppedDepth = 0
  #hasBlocks = false

  text(raw: string): void {
    if (this.#dropped === undefined) this.#line += raw
  }

  open(name: string, isHidden: boolean): void {
    if (this.#dropped === 'head' && name === 'body') this.#dropped = undefined
    if (this.#dropped === name && ENDED_BY_NEXT.has(name)) this.#dropped = undefined
    if (this.#dropped !== undefined) {
      if (name === this.#dropped) this.#droppedDepth += 1
    } else if (DROPPED.has(name) || (isHidden && !VOID.has(name))) {
      this.#dropped = name
      this.#droppedDepth = 1
    } else {
      this.#edge(name)
    }
  }

  close(name: string): void {
    if (this.#dropped === undefined) this.#edge(name)
    else if (name === this.#dropped) {
      this.#droppedDepth -= 1
      if (this.#droppedDepth === 0) this.#dropped = undefined
    }
  }

  #edge(name: string): void {
    if (CELLS.has(name)) this.#line += ' '
    if (!BLOCKS.has(name)) return
    this.#hasBlocks = true
    this.#endLine()
  }

  #endLine(): void {
    if (this.#line !== '') this.#lines.push(this.#line)
    this.#line = ''
  }

  /** Entities are decoded here, once; a text without block elements is plain text whose blank lines part paragraphs. */
  finish(): string {
    this.#endLine()
    const decoded = this.#lines.map(line => cleanCharacters(decodeHTML(line)))
    const lines = this.#hasBlocks ? decoded : decoded.flatMap(line => line.split(/\n[^\S\n]*\n/u))
    return lines
      .map(oneLine)
      .filter(line => line !== '')
      .join('\n\n')
  }
}

/**
 * The readable text of HTML (or of plain text): paragraphs, list items, headings and table rows are lines of their own,
 * joined by an empty line. Scripts, styles, heads, comments and what is marked as hidden are left out, entities are decoded once, characters are
 * cleaned. Takes time linear in the length of any input; never throws.
 */
export function htmlToText(html: string): string {
  if (!/[<&]/.test(html)) return plainToText(html)
  const gatherer = new TextGatherer()
  let openName = ''
  let attribute = ''
  let isHidden = false
  const open = (): void => gatherer.open(openName, isHidden)
  tokenize(
    html,
    { isXml: false, decodesEntities: false },
    {
      ontext: (start, end) => gatherer.text(html.slice(start, end)),
      oncdata: (start, end, offset) => gatherer.text(html.slice(start, end - offset)),
      onopentagname: (start, end) => {
        openName = html.slice(start, end).toLowerCase()
        isHidden = false
      },
      onattribname: (start, end) => {
        attribute = html.slice(start, end).toLowerCase()
        if (attribute === 'hidden') isHidden = true
      },
      onattribdata: (start, end) => {
        if (attribute === 'style' && UNSEEN_STYLE.test(html.slice(start, end))) isHidden = true
      },
      onopentagend: open,
      onselfclosingtag: () => {
        open()
        gatherer.close(openName)
      },
      onclosetag: (start, end) => gatherer.close(html.slice(start, end).toLowerCase()),
    },
  )
  return gatherer.finish()
}

function plainToText(text: string): string {
  const paragraphs = cleanCharacters(text).split(/\n[^\S\n]*\n/u)
  return paragraphs
    .map(oneLine)
    .filter(line => line !== '')
    .join('\n\n')
}

/** The same on one line, for titles and names. */
export function htmlToLine(html: string): string {
  return oneLine(htmlToText(html))
}

/** Plain text as HTML: its "&" and "<" mean themselves. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
