import { FormatError } from '../model/errors.ts'
import { tokenize } from '../text/tokenize.ts'
import { feedAddress } from '../text/url.ts'
import { decodeBytes } from './decode.ts'

/** What a list of feeds may weigh: a hundred times the longest that readers export. */
export const OPML_BYTES_MAX = 10 * 1024 * 1024
/** Feeds that one list brings at the most; what comes behind is counted and left. */
const ROWS_MAX = 5_000
const CATEGORIES_MAX = 5
const NAME_LENGTH = 80
const TITLE_LENGTH = 200
const VALUE_LENGTH = 200
/** How far into a document its root is looked for. */
const ROOT_CHARACTERS = 4_096
const ROOT = /<(?:\w+:)?opml[\s>]/i

/** A feed of the list. */
export interface OpmlRow {
  /** Line of the file, from 1. */
  readonly line: number
  /** http(s), as a feed's address is kept. */
  readonly url: string
  readonly title?: string
  readonly siteUrl?: string
  /** The categories that the list gives it, and the innermost folder that it stands in; sorted, each once. */
  readonly categories: readonly string[]
}

/** An outline that means a feed and can not be one. */
export interface OpmlFault {
  readonly line: number
  readonly reason: 'noAddress' | 'badAddress'
  /** The address or the title, as it stands. */
  readonly value: string
}

export interface OpmlList {
  readonly rows: readonly OpmlRow[]
  readonly faults: readonly OpmlFault[]
  /** Feeds behind the first 5,000, which were not read. */
  readonly left: number
}

type Attributes = ReadonlyMap<string, string>

/** Told of every outline as it opens, and where. */
type OnOutline = (attributes: Attributes, offset: number) => void

/** Names are told apart without regard to case and prefix, as readers in the wild write them. */
const localName = (name: string): string => name.toLowerCase().replace(/^.*:/, '')

/** Reads outlines as tokens: nothing is expanded, nothing nested costs more than its length. */
function readOutlines(xml: string, onOpen: OnOutline, onClose: () => void): void {
  let attributes: Map<string, string> | undefined
  let offset = 0
  let name = ''
  let value = ''
  const open = (): void => {
    if (attributes !== undefined) onOpen(attributes, offset)
  }
  tokenize(
    xml,
    { isXml: true, decodesEntities: true },
    {
      onopentagname(start, end) {
        const isOutline = localName(xml.slice(start, end)) === 'outline'
        attributes = isOutline ? new Map() : undefined
        offset = start
      },
      onattribname(start, end) {
        name = attributes === undefined ? '' : localName(xml.slice(start, end))
        value = ''
      },
      onattribdata(start, end) {
        if (attributes !== undefined) value += xml.slice(start, end)
      },
      onattribentity(codePoint) {
        if (attributes !== undefined) value += String.fromCodePoint(codePoint)
      },
      onattribend() {
        if (attributes?.has(name) === false) attributes.set(name, value)
      },
      onopentagend: open,
      onselfclosingtag() {
        open()
        if (attributes !== undefined) onClose()
      },
      onclosetag(start, end) {
        if (localName(xml.slice(start, end)) === 'outline') onClose()
      },
    },
  )
}

/** Line numbers of offsets that only grow. */
function lineCounter(text: string): (offset: number) => number {
  let line = 1
  let next = text.indexOf('\n')
  return offset => {
    while (next !== -1 && next < offset) {
      line += 1
      next = text.indexOf('\n', next + 1)
    }
    return line
  }
}

const CONTROLS = /\p{Cc}+/gu

/** One line of a title or a name; undefined when nothing is left. */
function clean(text: string | undefined, length: number): string | undefined {
  const line = (text ?? '').replace(CONTROLS, ' ').replace(/\s+/g, ' ').trim().slice(0, length).trim()
  return line === '' ? undefined : line
}

/** Categories are separated by commas and may be paths ("/science/space", http://opml.org/spec2.opml). */
function categoriesOf(attributes: Attributes, folder: string | undefined): readonly string[] {
  const named = (attributes.get('category') ?? '').split(',').map(name => name.replace(/^\s*\/+/, ''))
  const all = [...named, (folder ?? '').replaceAll(',', ' ')].flatMap(name => clean(name, NAME_LENGTH) ?? [])
  return [...new Set(all)].slice(0, CATEGORIES_MAX).toSorted()
}

function rowOf(attributes: Attributes, line: number, folder: string | undefined): OpmlRow | OpmlFault | undefined {
  const address = attributes.get('xmlurl')?.trim() ?? ''
  const title = clean(attributes.get('title') || attributes.get('text'), TITLE_LENGTH)
  if (address === '') {
    const means = attributes.has('xmlurl') || attributes.get('type')?.trim().toLowerCase() === 'rss'
    return means ? { line, reason: 'noAddress', value: title ?? '' } : undefined
  }
  const url = feedAddress(address)
  if (url === undefined) return { line, reason: 'badAddress', value: clean(address, VALUE_LENGTH) ?? '' }
  const siteUrl = feedAddress(attributes.get('htmlurl') ?? '')
  return {
    line,
    url,
    ...(title === undefined ? {} : { title }),
    ...(siteUrl === undefined ? {} : { siteUrl }),
    categories: categoriesOf(attributes, folder),
  }
}

/** Whether a document is a list of feeds; only its beginning is looked at. */
export const looksLikeOpml = (text: string): boolean => ROOT.test(text.slice(0, ROOT_CHARACTERS))

/**
 * Reads a list of feeds (http://opml.org/spec2.opml) with nested outlines, in any encoding, well-formed or not. Nothing
 * that the document declares is expanded or fetched.
 * @param contentType of the download, if it was one
 * @returns every feed in the order of the list, and what could not be one, with its line
 * @throws FormatError when it is no such list
 */
export function readOpml(bytes: Uint8Array, contentType?: string): OpmlList {
  const { text } = decodeBytes(bytes, contentType)
  if (!looksLikeOpml(text)) throw new FormatError('no OPML', text.trim() === '' ? 'empty' : 'unknown')
  const lineAt = lineCounter(text)
  const folders: (string | undefined)[] = []
  const rows: OpmlRow[] = []
  const faults: OpmlFault[] = []
  let left = 0
  readOutlines(
    text,
    (attributes, offset) => {
      // Beyond the last row nothing is read any more: a list may be built to keep us busy.
      if (rows.length + faults.length >= ROWS_MAX) {
        folders.push(undefined)
        if (attributes.has('xmlurl')) left += 1
        return
      }
      const found = rowOf(attributes, lineAt(offset), folders.at(-1))
      const isFolder = found === undefined
      folders.push(isFolder ? attributes.get('title') || attributes.get('text') : folders.at(-1))
      if (isFolder) return
      if ('reason' in found) faults.push(found)
      else rows.push(found)
    },
    () => void folders.pop(),
  )
  return { rows, faults, left }
}
