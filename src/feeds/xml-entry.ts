import type { Enclosure, Entry } from '../model/feed.ts'
import { openingOf } from '../text/characters.ts'
import { htmlToLine } from '../text/html.ts'
import { resolveAddress } from './addresses.ts'
import { AUTHOR, CATEGORY, CONTENT, KEYWORDS, LINK, MEDIA_GROUP, PUBLISHED, SUMMARY, TITLE, UPDATED } from './fields.ts'
import type { XmlElement } from './xml-tree.ts'
import {
  addressIn,
  childrenNamed,
  findChild,
  findDateIn,
  findMarkup,
  markupOf,
  personOf,
  textOf,
} from './xml-values.ts'

/** What an entry takes from its feed. */
export interface FeedContext {
  readonly isAtom: boolean
  readonly siteUrl: string | undefined
  /** What the links of items are relative to where no xml:base says otherwise: the site in RSS, the document in Atom. */
  readonly linkBase: string | undefined
  readonly author: string
  /** The document's address. */
  readonly url: string | undefined
}

const TITLE_FROM_BODY = 100
/** Authors, categories and enclosures of one entry that are kept, of each. */
const LIST_MAX = 100
/** No more than this of a body is read for a title. */
const BODY_READ = 4000

const linksOf = (element: XmlElement): readonly XmlElement[] => LINK.flatMap(name => childrenNamed(element, name))

const isAlternate = (link: XmlElement): boolean => {
  const rel = link.attributes.get('rel') ?? ''
  return rel === '' || rel === 'alternate' || rel.endsWith('/alternate')
}

/** The link that the document calls its own address. */
export function findSelfLink(element: XmlElement): string | undefined {
  const self = linksOf(element).find(link => link.attributes.get('rel') === 'self')
  return self === undefined ? undefined : addressIn(self, 'href')
}

/**
 * RSS: the text of <link>. Atom: rel="alternate" or none, HTML before other types (RFC 4287 §4.2.7).
 * @param base what a link written as text is relative to, instead of the element's base
 */
export function findLink(element: XmlElement, base?: string): string | undefined {
  const links = linksOf(element)
  const written = links.find(link => !link.attributes.has('href') && textOf(link) !== '')
  if (written !== undefined) return resolveAddress(textOf(written), base ?? written.base)
  const alternates = links.filter(link => link.attributes.has('href') && isAlternate(link))
  const page = alternates.find(link => /html|^$/.test(link.attributes.get('type') ?? '')) ?? alternates[0]
  if (page !== undefined) return addressIn(page, 'href')
  const original = textOf(findChild(element, 'feedburner:origlink'))
  return original === '' ? addressIn(element, 'href') : original
}

interface Identity {
  readonly id: string | undefined
  /** The guid or id when it can be opened. */
  readonly permalink: string | undefined
}

/** guid, else Atom id, else rdf:about; a guid is a link unless it says isPermaLink="false" (RSS 2.0). */
function identityOf(item: XmlElement, { isAtom, url }: FeedContext): Identity {
  const guid = findChild(item, 'guid')
  const atomId = findChild(item, 'id', 'atom:id')
  const guidText = textOf(guid)
  const idText = textOf(atomId)
  // A bare "17" stays as it is: it must outlive a move of the feed. A path can only mean an address.
  const isRelative = isAtom && atomId !== undefined && (atomId.base !== url || /^[./]/.test(idText))
  const id = guidText || (isRelative ? resolveAddress(idText, atomId.base) : idText)
  if (id === '') return { id: item.attributes.get('rdf:about')?.trim(), permalink: undefined }
  const mayOpen = guidText === '' ? isAtom : !/^false$/i.test(guid?.attributes.get('ispermalink') ?? '')
  return { id, permalink: mayOpen && /^https?:/i.test(id) ? id : undefined }
}

const groupsOf = (item: XmlElement): readonly XmlElement[] => [item, ...childrenNamed(item, MEDIA_GROUP)]

function toEnclosure(
  element: XmlElement,
  names: { url: string; length: string },
  site?: string,
): Enclosure | undefined {
  const url = addressIn(element, names.url)
  if (url === undefined) return undefined
  const isImage = element.localName === 'thumbnail' || element.attributes.get('medium') === 'image'
  const type = element.attributes.get('type') ?? (isImage ? 'image' : undefined)
  const length = element.attributes.get(names.length)
  return {
    url: resolveAddress(url, element.base ?? site),
    ...(type === undefined ? {} : { type }),
    ...(length === undefined ? {} : { length }),
  }
}

function enclosuresOf(item: XmlElement, site: string | undefined): readonly Enclosure[] {
  const links = linksOf(item).filter(link => link.attributes.get('rel') === 'enclosure')
  const media = ['media:content', 'media:thumbnail'].flatMap(name =>
    groupsOf(item).flatMap(g => childrenNamed(g, name)),
  )
  return [
    ...childrenNamed(item, 'enclosure').map(element => toEnclosure(element, { url: 'url', length: 'length' }, site)),
    ...links.map(element => toEnclosure(element, { url: 'href', length: 'length' }, site)),
    ...media.map(element => toEnclosure(element, { url: 'url', length: 'filesize' }, site)),
  ]
    .filter(enclosure => enclosure !== undefined)
    .slice(0, LIST_MAX)
}

function categoryText(element: XmlElement): string {
  const { attributes } = element
  return attributes.get('term')?.trim() || textOf(element) || attributes.get('text') || attributes.get('label') || ''
}

function categoriesOf(item: XmlElement): readonly string[] {
  const named = CATEGORY.flatMap(name => groupsOf(item).flatMap(group => childrenNamed(group, name)))
  const nested = named.flatMap(element => childrenNamed(element, 'itunes:category'))
  const keywords = KEYWORDS.flatMap(name => childrenNamed(item, name)).flatMap(element => textOf(element).split(','))
  const all = [...[...named, ...nested].map(categoryText), ...keywords.map(word => word.trim())]
  return [...new Set(all.filter(category => category !== ''))].slice(0, LIST_MAX)
}

/** The item's own authors; else those of its source; else the feed's (RFC 4287 §4.2.1). */
function authorsOf(item: XmlElement, { author }: FeedContext): readonly string[] {
  const own = AUTHOR.flatMap(name => childrenNamed(item, name)).map(personOf)
  const names = own.filter(name => name !== '')
  if (names.length > 0) return [...new Set(names)].slice(0, LIST_MAX)
  const fallback = personOf(findChild(findChild(item, 'source', 'atom:source'), 'author', 'atom:author')) || author
  return fallback === '' ? [] : [fallback]
}

const shortText = (html: string | undefined): string =>
  openingOf(htmlToLine((html ?? '').slice(0, BODY_READ)), TITLE_FROM_BODY)

/** One item or entry of any XML feed. */
export function readEntry(item: XmlElement, feed: FeedContext): Entry {
  const { id, permalink } = identityOf(item, feed)
  const written = findLink(item, feed.linkBase) ?? permalink
  const url = written === undefined ? undefined : resolveAddress(written, item.base ?? feed.siteUrl)
  const content = findMarkup(item, CONTENT)
  const inGroup = markupOf(findChild(findChild(item, MEDIA_GROUP), 'media:description'))
  const summary = findMarkup(item, SUMMARY) ?? (inGroup === '' ? undefined : inGroup)
  const title = findMarkup(item, TITLE) ?? (shortText(summary ?? content) || url)
  const updatedAt = findDateIn(item, UPDATED)
  const publishedAt = findDateIn(item, PUBLISHED) ?? updatedAt
  const key = id ?? url
  return {
    ...(key === undefined ? {} : { id: key }),
    ...(url === undefined ? {} : { url }),
    ...(title === undefined ? {} : { title }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(updatedAt === undefined ? {} : { updatedAt }),
    authors: authorsOf(item, feed),
    ...(summary === undefined ? {} : { summary }),
    ...(content === undefined ? {} : { content }),
    enclosures: enclosuresOf(item, feed.siteUrl),
    categories: categoriesOf(item),
  }
}
