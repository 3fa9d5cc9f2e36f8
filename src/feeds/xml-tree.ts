import { tokenize } from '../text/tokenize.ts'
import { resolveAddress } from './addresses.ts'
import { type DecodeEntities, takeDoctype } from './doctype.ts'
import { findPrefix } from './namespaces.ts'

export type XmlNode = XmlElement | string

/** An element with its name in our own prefixes, whatever the document called them. */
export interface XmlElement {
  /** "title", "dc:creator"; in lower case. */
  readonly name: string
  readonly localName: string
  /** Names in lower case. */
  readonly attributes: ReadonlyMap<string, string>
  readonly children: XmlNode[]
  /** What relative addresses in it are relative to (XML Base §4). */
  readonly base: string | undefined
  /** xml:lang, inherited (XML 1.0 §2.12). */
  readonly language: string | undefined
}

/** Prefix as written → our prefix. */
type Prefixes = ReadonlyMap<string, string>

interface OpenElement {
  readonly element: XmlElement
  readonly prefixes: Prefixes
}

const DEPTH_MAX = 200
const ATTRIBUTES_MAX = 100
/** Elements of a document that are kept: a thousand entries have a tenth of it. */
const ELEMENTS_MAX = 250_000
/** A longer base address is no address, and each relative one would cost its length again. */
const ADDRESS_MAX = 4096
const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map()
/** The name of a default namespace that we do not read. */
const FOREIGN = ''

interface TreeOptions {
  readonly base: string | undefined
  /** Items and entries that are read; the others are passed over. */
  readonly itemsMax: number
}

function splitName(name: string): readonly [prefix: string, localName: string] {
  const lower = name.toLowerCase()
  const colon = lower.indexOf(':')
  return colon < 0 ? ['', lower] : [lower.slice(0, colon), lower.slice(colon + 1)]
}

/** The prefixes that an element's own xmlns attributes declare, on top of its parent's. */
function declarePrefixes(attributes: ReadonlyMap<string, string>, inherited: Prefixes): Prefixes {
  let own: Map<string, string> | undefined
  for (const [name, value] of attributes) {
    if (!name.startsWith('xmlns')) continue
    const [first, prefix] = splitName(name)
    if (name !== 'xmlns' && first !== 'xmlns') continue
    own ??= new Map(inherited)
    if (name === 'xmlns') own.set('', findPrefix(value) ?? FOREIGN)
    else own.set(prefix, findPrefix(value) ?? prefix)
  }
  return own ?? inherited
}

/** An attribute's name in our prefixes. */
function ownName(name: string, prefixes: Prefixes): string {
  const [prefix, localName] = splitName(name)
  return prefix === '' ? name : `${prefixes.get(prefix) ?? prefix}:${localName}`
}

function hasPrefix(attributes: ReadonlyMap<string, string>): boolean {
  for (const name of attributes.keys()) if (name.includes(':')) return true
  return false
}

/** Builds the tree; every step is bounded by the depth, so the cost is linear in the document. */
class TreeBuilder {
  readonly root: XmlElement
  readonly #options: TreeOptions
  readonly #decode: DecodeEntities
  readonly #open: OpenElement[]
  #items = 0
  #elements = 0
  #isAtom = false
  /** Elements that were opened and passed over: too deep, or over a limit. */
  #passedOver = 0
  #dropsText = false

  constructor(options: TreeOptions, decode: DecodeEntities) {
    this.#options = options
    this.#decode = decode
    this.root = {
      name: '#root',
      localName: '#root',
      attributes: new Map(),
      children: [],
      base: options.base,
      language: undefined,
    }
    this.#open = [{ element: this.root, prefixes: new Map() }]
  }

  get #top(): OpenElement {
    return this.#open.at(-1) ?? { element: this.root, prefixes: new Map() }
  }

  open(rawName: string, rawAttributes: ReadonlyMap<string, string>): void {
    const localName = splitName(rawName)[1]
    const isItem = localName === 'item' || localName === 'entry'
    const isSurplus = isItem && this.#passedOver === 0 && this.#items >= this.#options.itemsMax
    const isTooMuch = this.#open.length > DEPTH_MAX || this.#elements >= ELEMENTS_MAX
    if (this.#passedOver > 0 || isTooMuch || isSurplus) {
      if (isSurplus) this.#dropsText = true
      this.#passedOver += 1
      return
    }
    this.#elements += 1
    if (isItem) this.#items += 1
    const parent = this.#top
    const opened = this.#createElement(rawName, rawAttributes, parent)
    parent.element.children.push(opened.element)
    this.#open.push(opened)
  }

  #createElement(rawName: string, raw: ReadonlyMap<string, string>, parent: OpenElement): OpenElement {
    const written =
      raw.size === 0 ? raw : new Map([...raw].map(([name, value]) => [name, this.#decode(value)] as const))
    const prefixes = declarePrefixes(written, parent.prefixes)
    const attributes = hasPrefix(written)
      ? new Map([...written].map(([name, value]) => [ownName(name, prefixes), value] as const))
      : written
    const [prefix, localName] = splitName(rawName)
    if (this.#open.length === 1 && localName === 'feed') this.#isAtom = true
    const known = prefixes.get(prefix) ?? prefix
    const isPlain = known === '' || (known === 'atom' && this.#isAtom)
    const base = attributes.get('xml:base')
    const element: XmlElement = {
      name: isPlain || (this.#open.length === 1 && localName === 'feed') ? localName : `${known}:${localName}`,
      localName,
      attributes,
      children: [],
      base:
        base === undefined || base.length > ADDRESS_MAX
          ? parent.element.base
          : resolveAddress(base, parent.element.base),
      language: attributes.get('xml:lang') ?? parent.element.language,
    }
    return { element, prefixes }
  }

  /** Closes the innermost element of this name with everything unclosed in it; a stray end tag does nothing. */
  close(rawName: string | undefined): void {
    if (this.#passedOver > 0) {
      this.#passedOver -= 1
      if (this.#passedOver === 0) this.#dropsText = false
      return
    }
    const localName = rawName === undefined ? undefined : splitName(rawName)[1]
    let index = this.#open.length - 1
    while (localName !== undefined && index > 0 && this.#open[index]?.element.localName !== localName) index -= 1
    if (index > 0) this.#open.length = index
  }

  text(raw: string): void {
    this.plainText(this.#decode(raw))
  }

  /** Text without references, as in a CDATA section. */
  plainText(text: string): void {
    if (this.#dropsText || text === '') return
    const { children } = this.#top.element
    const last = children.at(-1)
    if (typeof last === 'string') children[children.length - 1] = last + text
    else children.push(text)
  }
}

/** A "<" that begins no tag, as in "I <3 you". */
const BARE_LESS_THAN = /<(?![\p{L}_:/!?])/gu

/**
 * What XML forbids anywhere (XML 1.0 §2.2), and bytes of windows-1252 that were taken for ISO-8859-1: as characters they
 * are controls that nobody means. One search for both: most documents have neither.
 */
const UNMEANT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u0080-\u009f\ufffe\uffff]/g
const WINDOWS_1252 = new TextDecoder('windows-1252')

function readAgain(character: string): string {
  const code = character.charCodeAt(0)
  return code >= 0x80 && code <= 0x9f ? WINDOWS_1252.decode(Uint8Array.of(code)) : ''
}

/**
 * Reads XML as forgivingly as it can be read: junk before the first tag, bare "&" and "<", unclosed and stray tags, wrong
 * case, undeclared prefixes. References are decoded once, outside CDATA only. Nothing outside the text is read.
 * @returns a root that holds the document's elements; elements deeper than 200 are passed over
 */
export function readXml(text: string, options: TreeOptions): XmlElement {
  const start = text.replaceAll(UNMEANT, readAgain).replace(/^[^<]+/, '')
  const { xml: bare, decode } = takeDoctype(start)
  const xml = bare.replaceAll(BARE_LESS_THAN, '&lt;')
  const builder = new TreeBuilder(options, decode)
  let name = ''
  let attributeName = ''
  let value = ''
  let attributes: Map<string, string> | undefined
  const open = (): void => builder.open(name, attributes ?? NO_ATTRIBUTES)
  tokenize(
    xml,
    { isXml: true, decodesEntities: false },
    {
      ontext: (from, to) => builder.text(xml.slice(from, to)),
      oncdata: (from, to, offset) => builder.plainText(xml.slice(from, to - offset)),
      onopentagname: (from, to) => {
        name = xml.slice(from, to)
        attributes = undefined
      },
      onattribname: (from, to) => {
        attributeName = xml.slice(from, to).toLowerCase()
        value = ''
      },
      onattribdata: (from, to) => {
        value = xml.slice(from, to)
      },
      onattribend: () => {
        attributes ??= new Map()
        if (attributes.size < ATTRIBUTES_MAX && !attributes.has(attributeName)) attributes.set(attributeName, value)
      },
      onopentagend: open,
      onselfclosingtag: () => {
        open()
        builder.close(undefined)
      },
      onclosetag: (from, to) => builder.close(xml.slice(from, to)),
    },
  )
  return builder.root
}
