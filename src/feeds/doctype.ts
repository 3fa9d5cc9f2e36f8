import { decodeHTMLStrict } from 'entities'
import { escapeHtml } from '../text/html.ts'

/** Turns the character references of a stretch of XML into characters, once. */
export type DecodeEntities = (raw: string) => string

const ENTITY_LENGTH = 200
const ENTITIES_MAX = 500
/** What a document may grow by its own entities, in characters: no "quadratic blow-up". */
const EXPANSION_MAX = 100_000
const SUBSET_END = /\]\s{0,100}>/g
const DECLARATION = /<!ENTITY\s+(?<name>[\w.-]+)\s+(?:"(?<double>[^"<&]*)"|'(?<single>[^'<&]*)')/g

interface Doctype {
  readonly start: number
  readonly end: number
}

/** The end of the white space, comments and processing instructions that may precede a DOCTYPE (XML 1.0 §2.8 Misc). */
function skipMisc(xml: string): number {
  let at = 0
  for (;;) {
    while (/\s/.test(xml.charAt(at))) at += 1
    const closing = xml.startsWith('<!--', at) ? '-->' : xml.startsWith('<?', at) ? '?>' : undefined
    const end = closing === undefined ? -1 : xml.indexOf(closing, at)
    if (closing === undefined || end < 0) return at
    at = end + closing.length
  }
}

/** Where the document type declaration stands, when there is one before the first element (XML 1.0 §2.8). */
function findDoctype(xml: string): Doctype | undefined {
  const start = skipMisc(xml)
  if (!/^<!DOCTYPE/i.test(xml.slice(start, start + 10))) return undefined
  const close = xml.indexOf('>', start)
  const bracket = xml.indexOf('[', start)
  if (close < 0) return undefined
  if (bracket < 0 || bracket > close) return { start, end: close + 1 }
  SUBSET_END.lastIndex = bracket
  const end = SUBSET_END.exec(xml)
  return end === null ? undefined : { start, end: end.index + end[0].length }
}

/** Entities with a plain text as value; those that point to a file, an address or other entities are not read. */
function readEntities(subset: string): ReadonlyMap<string, string> {
  const entities = new Map<string, string>()
  for (const { groups } of subset.matchAll(DECLARATION)) {
    const value = groups?.double ?? groups?.single ?? ''
    if (entities.size >= ENTITIES_MAX) break
    if (groups?.name !== undefined && value.length <= ENTITY_LENGTH) entities.set(groups.name, value)
  }
  return entities
}

function createDecoder(entities: ReadonlyMap<string, string>): DecodeEntities {
  if (entities.size === 0) return raw => (raw.includes('&') ? decodeHTMLStrict(raw) : raw)
  let left = EXPANSION_MAX
  const expand = (reference: string, name: string): string => {
    const value = entities.get(name)
    if (value === undefined || value.length > left) return reference
    left -= value.length
    return escapeHtml(value)
  }
  return raw => (raw.includes('&') ? decodeHTMLStrict(raw.replaceAll(/&([\w.-]{1,100});/g, expand)) : raw)
}

/**
 * Takes the DOCTYPE off a document: nothing outside the document is ever read, entities do not nest.
 * @returns the document without it, and how to decode the references in its text
 */
export function takeDoctype(xml: string): { readonly xml: string; readonly decode: DecodeEntities } {
  const doctype = findDoctype(xml)
  if (doctype === undefined) return { xml, decode: createDecoder(new Map()) }
  const entities = readEntities(xml.slice(doctype.start, doctype.end))
  return { xml: xml.slice(0, doctype.start) + xml.slice(doctype.end), decode: createDecoder(entities) }
}
