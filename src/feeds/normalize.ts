import { hash } from 'node:crypto'
import type { AnalysedArticle, ArticleId, ArticleTerms } from '../model/article.ts'
import type { Enclosure, Entry, FeedId, ParsedFeed } from '../model/feed.ts'
import { cutText } from '../text/characters.ts'
import { htmlToLine, htmlToText } from '../text/html.ts'
import { detectLanguage } from '../text/language.ts'
import { labelledTitle } from '../text/satire.ts'
import { analyse } from '../text/terms.ts'
import { canonicalUrl, hostOf } from '../text/url.ts'

/** The feed whose entries become articles. */
export interface EntryOwner {
  readonly id: FeedId
  readonly url: string
  readonly title: string
  readonly language?: string
  readonly topics: readonly string[]
}

/** An article's id begins with that of its feed, so that a poll finds and writes its articles side by side. */
const FEED_PART = 6
const KEY_PART = 14
const TITLE_MAX = 512
const TITLE_WORDS = 12
const TEXT_BYTES_MAX = 64 * 1024
/** A UTF-16 unit is at most so many bytes in UTF-8. */
const BYTES_PER_UNIT = 3
/** HTML that is read for a text: markup may be most of it. */
const HTML_MAX = 256 * 1024
const ANALYSED_LENGTH = 1200
/** Of a page's text, what tells its language. */
const LANGUAGE_LENGTH = 4000
const AUTHORS_MAX = 10
const AUTHOR_MAX = 100
/** Before the first feed there was no news on the web: such a date is a mistake. */
const EARLIEST = Date.UTC(1990, 0, 1)

const IMAGE_PATH = /\.(?:jpe?g|png|webp|gif|avif)$/i

const idOf = (feedId: FeedId, key: string): ArticleId =>
  (feedId.slice(0, FEED_PART) + hash('sha256', `${feedId}\n${key}`, 'hex').slice(0, KEY_PART)) as ArticleId

/** At most 64 KiB of UTF-8, cut between paragraphs where there are any. */
function limitText(text: string): string {
  if (text.length * BYTES_PER_UNIT <= TEXT_BYTES_MAX) return text
  const bytes = Buffer.from(text)
  if (bytes.length <= TEXT_BYTES_MAX) return text
  // The decoder in stream mode leaves out a character that is cut in two.
  const cut = new TextDecoder().decode(bytes.subarray(0, TEXT_BYTES_MAX), { stream: true })
  const paragraph = cut.lastIndexOf('\n\n')
  return paragraph > cut.length / 2 ? cut.slice(0, paragraph) : cut
}

function textOf({ content, summary }: Entry): string {
  for (const body of [content, summary]) {
    const text = body === undefined ? '' : htmlToText(body.slice(0, HTML_MAX))
    if (text !== '') return limitText(text)
  }
  return ''
}

function titleOf(entry: Entry, text: string, url: string): string {
  const title = htmlToLine((entry.title ?? '').slice(0, HTML_MAX))
  if (title !== '') return cutText(title, TITLE_MAX)
  const words = text.split('\n', 1)[0]?.split(' ') ?? []
  const opening = words.slice(0, TITLE_WORDS).join(' ')
  return cutText(opening === '' ? url : words.length > TITLE_WORDS ? `${opening}…` : opening, TITLE_MAX)
}

/** Never in the future; the moment it was first seen when the entry has no date or an absurd one. */
function publishedAt({ publishedAt: published, updatedAt }: Entry, now: Date): Date {
  const date = published ?? updatedAt
  const time = date?.getTime() ?? Number.NaN
  return time >= EARLIEST && time <= now.getTime() ? new Date(time) : now
}

/** What makes the entry itself: its id, else its link; never the title, which editors change. */
function keyOf({ id }: Entry, url: string, title: string, text: string): string {
  const written = id?.trim() ?? ''
  if (written !== '') return `id ${written}`
  return url === '' ? `text ${title}\n${text}` : `url ${url}`
}

/** Two letters out of a BCP 47 tag ("en-GB"); undefined when it does not begin with a two-letter code. */
function languageCode(tag: string | undefined): string | undefined {
  return /^(?<code>[a-z]{2})(?:[-_]|$)/i.exec(tag?.trim() ?? '')?.groups?.code?.toLowerCase()
}

function isImage({ url, type }: Enclosure): boolean {
  return type === undefined ? IMAGE_PATH.test(URL.parse(url)?.pathname ?? '') : type.startsWith('image')
}

function findImage({ enclosures }: Entry): string | undefined {
  for (const enclosure of enclosures) {
    const parsed = isImage(enclosure) ? URL.parse(enclosure.url) : null
    if (parsed?.protocol === 'https:' || parsed?.protocol === 'http:') return parsed.href
  }
  return undefined
}

function authorsOf({ authors }: Entry): readonly string[] {
  const names = authors.map(author => cutText(htmlToLine(author), AUTHOR_MAX)).filter(name => name !== '')
  return [...new Set(names)].slice(0, AUTHORS_MAX)
}

function termsOf(title: string, text: string, language: string | undefined): ArticleTerms {
  return {
    title: analyse(title, language).join(' '),
    text: analyse(text.slice(0, ANALYSED_LENGTH), language).join(' '),
  }
}

function toArticle(entry: Entry, feed: EntryOwner, outlet: string, now: Date): AnalysedArticle {
  const url = canonicalUrl(entry.url ?? '') ?? ''
  const text = textOf(entry)
  const given = titleOf(entry, text, url)
  // the only category of an entry is the section it stands in, one of several may be what it is about
  const title =
    entry.categories.length === 1 ? labelledTitle({ title: given, text: '', topics: entry.categories }) : given
  const language = languageCode(feed.language) ?? detectLanguage(`${title}\n\n${text}`)
  const imageUrl = findImage(entry)
  return {
    id: idOf(feed.id, keyOf(entry, url, given, text)),
    feedId: feed.id,
    outlet,
    url,
    title,
    text,
    ...(language === undefined ? {} : { language }),
    publishedAt: publishedAt(entry, now),
    seenAt: now,
    authors: authorsOf(entry),
    ...(imageUrl === undefined ? {} : { imageUrl }),
    topics: feed.topics,
    terms: termsOf(title, text, language),
  }
}

/** What the page of an article says beside its text. */
interface PageFacts {
  readonly text: string
  readonly byline?: string
  readonly imageUrl?: string
}

/** The article with the text of its page, at most 64 KiB; author and image of the page count where the feed named none. */
export function withPageText(article: AnalysedArticle, page: PageFacts): AnalysedArticle {
  const text = limitText(page.text)
  const imageUrl = article.imageUrl ?? page.imageUrl
  const byline = cutText(page.byline ?? '', AUTHOR_MAX)
  const language = article.language ?? detectLanguage(`${article.title}\n\n${text.slice(0, LANGUAGE_LENGTH)}`)
  return {
    ...article,
    text,
    ...(language === undefined ? {} : { language }),
    authors: article.authors.length === 0 && byline !== '' ? [byline] : article.authors,
    ...(imageUrl === undefined ? {} : { imageUrl }),
    terms: termsOf(article.title, text, language),
  }
}

/**
 * The articles of a feed document, in its order, each once (the first of several with one key). Their text is plain, at
 * most 64 KiB, one line per paragraph; titles have at most 512 UTF-16 units; dates lie between 1990 and `now`.
 * Entries without title, text and link are left out.
 * @param now when the document was read: the seenAt of all, and the date of the undated
 */
export function normalizeEntries(parsed: ParsedFeed, feed: EntryOwner, now: Date): readonly AnalysedArticle[] {
  const outlet = htmlToLine(feed.title) || hostOf(feed.url)
  const owner =
    feed.language === undefined && parsed.language !== undefined ? { ...feed, language: parsed.language } : feed
  const articles = new Map<ArticleId, AnalysedArticle>()
  for (const entry of parsed.entries) {
    const article = toArticle(entry, owner, outlet, now)
    if (article.title !== '' && !articles.has(article.id)) articles.set(article.id, article)
  }
  return [...articles.values()]
}
