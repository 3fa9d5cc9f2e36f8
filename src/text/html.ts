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

/** What the tokenizer can leave out. */
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

  open(name: string): void {
    if (this.#dropped === 'head' && name === 'body') this.#dropped = undefined
    if (this.#dropped !== undefined) {
      if (name === this.#dropped) this.#droppedDepth += 1
    } else if (DROPPED.has(name)) {
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
 * joined by an empty line. Scripts, styles, heads and comments are left out, entities are decoded once, characters are
 * cleaned. Takes time linear in the length of any input; never throws.
 */
export function htmlToText(html: string): string {
  if (!/[<&]/.test(html)) return plainToText(html)
  const gatherer = new TextGatherer()
  let openName = ''
  tokenize(
    html,
    { isXml: false, decodesEntities: false },
    {
      ontext: (start, end) => gatherer.text(html.slice(start, end)),
      oncdata: (start, end, offset) => gatherer.text(html.slice(start, end - offset)),
      onopentagname: (start, end) => {
        openName = html.slice(start, end).toLowerCase()
        gatherer.open(openName)
      },
      onselfclosingtag: () => gatherer.close(openName),
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
