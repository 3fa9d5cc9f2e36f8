import { escapeHtml } from '../text/html.ts'
import { resolveAddress, resolveHtml } from './addresses.ts'
import { findDate } from './dates.ts'
import type { XmlElement, XmlNode } from './xml-tree.ts'

/** Elements of HTML without an end tag. */
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/

/** Most names are asked for in vain, thousands of times in a document. */
const NONE: readonly XmlElement[] = []

const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string'

/** The element's own children with this name. */
export function childrenNamed(element: XmlElement, name: string): readonly XmlElement[] {
  let found: XmlElement[] | undefined
  for (const child of element.children) {
    if (!isElement(child) || child.name !== name) continue
    found ??= []
    found.push(child)
  }
  return found ?? NONE
}

/** The first child that has the first of the names that any child has. */
export function findChild(element: XmlElement | undefined, ...names: readonly string[]): XmlElement | undefined {
  if (element === undefined) return undefined
  for (const name of names) {
    for (const child of element.children) if (isElement(child) && child.name === name) return child
  }
  return undefined
}

function flatten(element: XmlElement, parts: string[]): void {
  for (const child of element.children) {
    if (typeof child === 'string') parts.push(child)
    else flatten(child, parts)
  }
}

/** All text in the element, trimmed; '' for none. */
export function textOf(element: XmlElement | undefined): string {
  if (element === undefined) return ''
  const only = element.children[0]
  if (typeof only === 'string' && element.children.length === 1) return only.trim()
  const parts: string[] = []
  flatten(element, parts)
  return parts.join('').trim()
}

function serialize(element: XmlElement): string {
  return element.children
    .map(child => (typeof child === 'string' ? escapeHtml(child) : serializeElement(child)))
    .join('')
}

function serializeElement(element: XmlElement): string {
  const { localName, base } = element
  const attributes = [...element.attributes].map(([name, value]) => ` ${name}="${escapeHtml(value)}"`).join('')
  if (element.children.length === 0 && VOID.test(localName)) return resolveHtml(`<${localName}${attributes} />`, base)
  return `${resolveHtml(`<${localName}${attributes}>`, base)}${serialize(element)}</${localName}>`
}

/** Content written as elements (XHTML, or HTML that nobody escaped); a lone div is only a wrapper (RFC 4287 §3.1.1.3). */
function inlineMarkup(element: XmlElement): string {
  const nodes = element.children.filter(child => isElement(child) || child.trim() !== '')
  const [only] = nodes
  const isWrapper = nodes.length === 1 && only !== undefined && isElement(only) && only.localName === 'div'
  return serialize(isWrapper ? only : element).trim()
}

const BASE64 = /^[A-Za-z0-9+/=\s]+$/
const READABLE_TYPE = /^(?:text|html|xhtml|escaped|xml)$|^text\/|[+/]xml$/

function isBase64(type: string, mode: string | undefined, text: string): boolean {
  return mode === 'base64' || (type !== '' && !READABLE_TYPE.test(type) && BASE64.test(text))
}

/**
 * The element's content as HTML or text, with its addresses in full: plain text is escaped, base64 decoded, elements
 * written out (RFC 4287 §3.1.1 and §4.1.3.3). '' for none.
 */
export function markupOf(element: XmlElement | undefined): string {
  if (element === undefined) return ''
  if (element.children.some(isElement)) return inlineMarkup(element)
  const text = textOf(element)
  const type = (element.attributes.get('type') ?? '').toLowerCase()
  const mode = element.attributes.get('mode')
  if (isBase64(type, mode, text)) return resolveHtml(Buffer.from(text, 'base64').toString('utf8').trim(), element.base)
  const isPlain = type === 'text' || (type === 'text/plain' && mode === undefined)
  // Many publishers write type="text" over escaped HTML: a text that begins with a tag is taken for what it is.
  if (isPlain && /[<&]/.test(text) && !/^<[a-z]/i.test(text)) return escapeHtml(text)
  return resolveHtml(text, element.base)
}

/** The first of the names whose content is not empty. */
export function findMarkup(element: XmlElement | undefined, names: readonly string[]): string | undefined {
  if (element === undefined) return undefined
  for (const name of names) {
    for (const child of childrenNamed(element, name)) {
      const markup = markupOf(child)
      if (markup !== '') return markup
    }
  }
  return undefined
}

/** The first of the names that holds a date. */
export function findDateIn(element: XmlElement, names: readonly string[]): Date | undefined {
  for (const name of names) {
    for (const child of childrenNamed(element, name)) {
      const date = findDate(textOf(child))
      if (date !== undefined) return date
    }
  }
  return undefined
}

/** The name of a person construct (RFC 4287 §3.2), else the address in it, else its text. */
export function personOf(element: XmlElement | undefined): string {
  const name = textOf(findChild(element, 'name', 'atom:name'))
  if (name !== '') return name
  const address = textOf(findChild(element, 'email', 'atom:email', 'uri', 'atom:uri', 'url'))
  return address === '' ? textOf(element) : address
}

/** The address in an attribute, in full. */
export function addressIn(element: XmlElement, attribute: string): string | undefined {
  const value = element.attributes.get(attribute)?.trim()
  return value === undefined || value === '' ? undefined : resolveAddress(value, element.base)
}
