import Parser from 'rss-parser'
import type { Enclosure, Entry, ParsedFeed } from '../model/feed.ts'
import { cutText } from '../text/characters.ts'
import { escapeHtml } from '../text/html.ts'

// Everything but the bodies goes through rss-parser as clean RSS 2.0. Its contentSnippet expression is quadratic on hostile
// text (18 KB to 140 KB of "&lt;br " take 67 ms to 4.3 s), so a body never meets it: bodies are joined again by position.

/** What we wrote into an item and rss-parser gives back, beside its usual fields. */
interface CleanItem {
  readonly updated?: string
  readonly authors?: readonly string[]
  readonly enclosures?: readonly { readonly $: Enclosure }[]
}

const parser = new Parser<{ readonly language?: string }, CleanItem>({
  customFields: {
    item: ['updated', ['dc:creator', 'authors', { keepArray: true }], ['enclosure', 'enclosures', { keepArray: true }]],
  },
})

/** What XML can not hold even as a reference. */
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu

/** A title, a link or a name is shorter; of one that is not, the opening says as much. */
const FIELD_MAX = 32 * 1024

const escapeXml = (text: string): string => escapeHtml(cutText(text, FIELD_MAX).replaceAll(UNWRITABLE, ''))

const tag = (name: string, text: string | undefined): string =>
  text === undefined || text === '' ? '' : `<${name}>${escapeXml(text)}</${name}>`

const attribute = (name: string, value: string | undefined): string =>
  value === undefined ? '' : ` ${name}="${escapeXml(value)}"`

function writeEnclosure({ url, type, length }: Enclosure): string {
  return `<enclosure${attribute('url', url)}${attribute('type', type)}${attribute('length', length)}/>`
}

function writeItem(entry: Entry): string {
  return [
    '<item>',
    tag('title', entry.title),
    tag('link', entry.url),
    tag('guid', entry.id),
    tag('pubDate', entry.publishedAt?.toISOString()),
    tag('updated', entry.updatedAt?.toISOString()),
    ...entry.authors.map(author => tag('dc:creator', author)),
    ...entry.enclosures.map(writeEnclosure),
    ...entry.categories.map(category => tag('category', category)),
    '</item>',
  ].join('')
}

function writeRss({ title, siteUrl, language, entries }: ParsedFeed): string {
  const head = `${tag('title', title)}${tag('link', siteUrl)}${tag('language', language)}`
  return `<rss version="2.0"><channel>${head}${entries.map(writeItem).join('')}</channel></rss>`
}

const present = <K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } =>
  (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: V }

function toEntry(item: CleanItem & Parser.Item, bodies: Entry | undefined): Entry {
  const { guid, link, title, isoDate, updated, authors = [], enclosures = [], categories = [] } = item
  return {
    ...present('id', guid),
    ...present('url', link),
    ...present('title', title),
    ...present('publishedAt', isoDate === undefined ? undefined : new Date(isoDate)),
    ...present('updatedAt', updated === undefined ? undefined : new Date(updated)),
    authors,
    ...present('summary', bodies?.summary),
    ...present('content', bodies?.content),
    enclosures: enclosures.map(({ $ }) => ({ ...$ })),
    categories,
  }
}

/**
 * Lets rss-parser read the repaired feed.
 * @param repaired what the repair found; its entries keep their order and their bodies
 */
export async function readWithRssParser(repaired: ParsedFeed): Promise<ParsedFeed> {
  const { title, link, language, items } = await parser.parseString(writeRss(repaired))
  return {
    ...present('title', title),
    ...present('siteUrl', link),
    ...present('language', language),
    ...present('ttlMs', repaired.ttlMs),
    ...present('skipHours', repaired.skipHours),
    ...present('skipDays', repaired.skipDays),
    entries: items.map((item, index) => toEntry(item, repaired.entries[index])),
  }
}
