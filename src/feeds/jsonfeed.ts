import { z } from 'zod'
import { FormatError } from '../model/errors.ts'
import type { Enclosure, Entry, ParsedFeed } from '../model/feed.ts'
import { cutText } from '../text/characters.ts'
import { escapeHtml, htmlToLine } from '../text/html.ts'
import { resolveAddress, resolveHtml } from './addresses.ts'
import { findDate } from './dates.ts'
import { ENTRIES_MAX } from './repair.ts'

// JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/). Every field stands for itself: one of the wrong type is
// left out, it never takes the item or the feed with it.

const TITLE_FROM_BODY = 100
/** No more than this of a body is read for a title. */
const BODY_READ = 4000

const text = z
  .union([z.string(), z.number().transform(String)])
  .optional()
  .catch(undefined)

const author = z.object({ name: text, url: text }).optional().catch(undefined)

/** A list, or one alone; what is not of the type is left out, and what is beyond the first thousand. */
const listOf = <T extends z.ZodType>(type: T) =>
  z.preprocess(
    value =>
      value === undefined || value === null ? [] : Array.isArray(value) ? value.slice(0, ENTRIES_MAX) : [value],
    z.array(type.optional().catch(undefined)).transform(list => list.filter(one => one !== undefined)),
  )

const attachment = z.object({ url: z.string(), mime_type: text, size_in_bytes: text })

const item = z.object({
  id: text,
  url: text,
  external_url: text,
  title: text,
  content_html: text,
  content_text: text,
  summary: text,
  image: text,
  banner_image: text,
  date_published: text,
  date_modified: text,
  author,
  authors: listOf(author),
  tags: listOf(z.string()),
  attachments: listOf(attachment),
})

const document = z.object({
  version: text,
  title: text,
  home_page_url: text,
  language: text,
  author,
  authors: listOf(author),
  items: listOf(item),
})

type JsonFeedItem = z.infer<typeof item>
type JsonFeed = z.infer<typeof document>

const filled = (value: string | undefined): string | undefined => value?.trim() || undefined

function namesOf({ authors, author: single }: Pick<JsonFeedItem, 'author' | 'authors'>): readonly string[] {
  const names = [...authors, single].map(person => filled(person?.name)).filter(name => name !== undefined)
  return [...new Set(names)]
}

function enclosuresOf(source: JsonFeedItem, base: string | undefined): readonly Enclosure[] {
  const attachments = source.attachments.map(({ url, mime_type: type, size_in_bytes: length }) => ({
    url: resolveAddress(url, base),
    ...(type === undefined ? {} : { type }),
    ...(length === undefined ? {} : { length }),
  }))
  const image = filled(source.image) ?? filled(source.banner_image)
  return image === undefined ? attachments : [...attachments, { url: resolveAddress(image, base), type: 'image' }]
}

function contentOf(source: JsonFeedItem, base: string | undefined): string | undefined {
  const html = filled(source.content_html)
  if (html !== undefined) return resolveHtml(html, base)
  const plain = filled(source.content_text)
  return plain === undefined ? undefined : escapeHtml(plain)
}

const shortText = (html: string): string => cutText(htmlToLine(html.slice(0, BODY_READ)), TITLE_FROM_BODY)

function toEntry(source: JsonFeedItem, base: string | undefined, feedAuthors: readonly string[]): Entry {
  const link = filled(source.url) ?? filled(source.external_url)
  const url = link === undefined ? undefined : resolveAddress(link, base)
  const id = filled(source.id) ?? url
  const content = contentOf(source, base)
  const summary = filled(source.summary)
  const plain = filled(source.content_text)
  const title =
    filled(source.title) ?? (shortText(summary ?? (plain === undefined ? (content ?? '') : escapeHtml(plain))) || url)
  const updatedAt = findDate(source.date_modified ?? '')
  const publishedAt = findDate(source.date_published ?? '') ?? updatedAt
  const names = namesOf(source)
  return {
    ...(id === undefined ? {} : { id }),
    ...(url === undefined ? {} : { url }),
    ...(title === undefined ? {} : { title }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(updatedAt === undefined ? {} : { updatedAt }),
    authors: names.length === 0 ? feedAuthors : names,
    ...(summary === undefined ? {} : { summary }),
    ...(content === undefined ? {} : { content }),
    enclosures: enclosuresOf(source, base),
    categories: source.tags.map(tag => tag.trim()).filter(tag => tag !== ''),
  }
}

/** The text up to the first "{" or "[" tells whether it can be JSON. */
export function looksLikeJson(source: string): boolean {
  return /^[\s\ufeff]*[{[]/.test(source)
}

function readJson(source: string): unknown {
  try {
    return JSON.parse(source)
  } catch (error) {
    throw new FormatError('the document begins like JSON but is none', 'unknown', { cause: error })
  }
}

function readDocument(source: string): JsonFeed {
  const read = document.safeParse(readJson(source.replace(/^[\s\ufeff]+/, '')))
  const isFeed = read.success && (/jsonfeed/i.test(read.data.version ?? '') || read.data.items.length > 0)
  if (!read.success || !isFeed) throw new FormatError('the document is JSON but no JSON Feed')
  return read.data
}

/**
 * Reads JSON Feed 1.0 or 1.1.
 * @param url the document's address, for relative links
 * @throws FormatError when it is no JSON, or JSON without a feed
 */
export function parseJsonFeed(source: string, url: string | undefined): ParsedFeed {
  const feed = readDocument(source)
  const home = filled(feed.home_page_url)
  const siteUrl = home === undefined ? url : resolveAddress(home, url)
  const title = filled(feed.title) ?? siteUrl
  const language = filled(feed.language)
  const authors = namesOf(feed)
  return {
    ...(title === undefined ? {} : { title }),
    ...(siteUrl === undefined ? {} : { siteUrl }),
    ...(language === undefined ? {} : { language }),
    entries: feed.items.slice(0, ENTRIES_MAX).map(one => toEntry(one, siteUrl, authors)),
  }
}
