import type { ParsedFeed } from '../model/feed.ts'
import { FEED_AUTHOR, FEED_LANGUAGE, FEED_TITLE } from './fields.ts'
import { skippedTimes } from './skipped-times.ts'
import { findLink, findSelfLink, readEntry } from './xml-entry.ts'
import { readXml, type XmlElement } from './xml-tree.ts'
import { findChild, findMarkup, personOf, textOf } from './xml-values.ts'

/** Entries of a feed that are read; the others are older, or an attack. */
export const ENTRIES_MAX = 1000

const MS_PER_MINUTE = 60_000
const MS_PER_HOUR = 60 * MS_PER_MINUTE
const TTL_MAX_MS = 31 * 24 * MS_PER_HOUR

/** sy:updatePeriod (RSS 1.0 module Syndication). */
const PERIOD_MS: ReadonlyMap<string, number> = new Map([
  ['hourly', MS_PER_HOUR],
  ['daily', 24 * MS_PER_HOUR],
  ['weekly', 7 * 24 * MS_PER_HOUR],
  ['monthly', 30 * 24 * MS_PER_HOUR],
  ['yearly', 365 * 24 * MS_PER_HOUR],
])

/** Items are looked for this deep; some feeds wrap them in elements of their own. */
const ITEM_DEPTH = 6
const OTHER_OWNERS = new Set(['source', 'atom:source', 'image'])

interface Found {
  channel: XmlElement | undefined
  readonly items: XmlElement[]
}

function look(element: XmlElement, depth: number, found: Found): void {
  for (const child of element.children) {
    if (typeof child === 'string') continue
    if (child.name === 'channel' || child.name === 'feed') found.channel ??= child
    if (child.name === 'item' || child.name === 'entry') found.items.push(child)
    else if (depth < ITEM_DEPTH && !OTHER_OWNERS.has(child.name)) look(child, depth + 1, found)
  }
}

/** The element that holds what is said of the feed as a whole. */
function channelOf(root: XmlElement, found: Found): XmlElement | undefined {
  const isPage = root.children.some(child => typeof child !== 'string' && child.localName === 'html')
  if (isPage) return undefined
  return found.channel ?? findChild(root, 'rss', 'rdf:rdf') ?? (found.items.length > 0 ? root : undefined)
}

/** RSS 2.0 ttl in minutes, or the Syndication module's period divided by its frequency. */
function findTtlMs(channel: XmlElement): number | undefined {
  const minutes = Number(textOf(findChild(channel, 'ttl')) || Number.NaN)
  if (minutes > 0) return Math.min(minutes * MS_PER_MINUTE, TTL_MAX_MS)
  const period = PERIOD_MS.get(textOf(findChild(channel, 'sy:updateperiod')).toLowerCase())
  if (period === undefined) return undefined
  const frequency = Number(textOf(findChild(channel, 'sy:updatefrequency')) || 1)
  return Math.min(period / (frequency > 0 ? frequency : 1), TTL_MAX_MS)
}

function languageOf(channel: XmlElement): string | undefined {
  return textOf(findChild(channel, ...FEED_LANGUAGE)) || channel.language
}

/**
 * Reads any XML that means to be a feed (RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0, whatever case, prefix and damage).
 * @param url the document's address, for relative links
 * @returns at most 1,000 entries in document order; undefined when there is no feed in it
 */
export function repairFeed(xml: string, url: string | undefined): ParsedFeed | undefined {
  const root = readXml(xml, { base: url, itemsMax: ENTRIES_MAX })
  const found: Found = { channel: undefined, items: [] }
  look(root, 0, found)
  const channel = channelOf(root, found)
  if (channel === undefined) return undefined
  const link = findLink(channel)
  const siteUrl = link ?? findSelfLink(channel) ?? url
  const title = findMarkup(channel, FEED_TITLE) ?? link
  const language = languageOf(channel)
  const ttlMs = findTtlMs(channel)
  const author = FEED_AUTHOR.map(name => personOf(findChild(channel, name))).find(name => name !== '') ?? ''
  const isAtom = channel.name === 'feed'
  const linkBase = !isAtom && channel.base === url && URL.canParse(link ?? '') ? link : undefined
  const context = { isAtom, siteUrl, linkBase, author, url }
  return {
    ...(title === undefined ? {} : { title }),
    ...(siteUrl === undefined ? {} : { siteUrl }),
    ...(language === undefined ? {} : { language }),
    ...(ttlMs === undefined ? {} : { ttlMs }),
    ...skippedTimes(channel),
    entries: found.items.map(item => readEntry(item, context)),
  }
}
