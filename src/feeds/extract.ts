import { htmlToLine, htmlToText } from '../text/html.ts'
import { findDate } from './dates.ts'
import { cleanLines, removeBoilerplate } from './page-cleaning.ts'
import { openPage, readPage } from './page-dom.ts'
import { leadImage, pageAddress } from './page-links.ts'
import { isTreeSafe } from './page-scan.ts'

/** The article of a web page. Nothing here is trusted: it is text, never markup. */
export interface ExtractedArticle {
  readonly title: string
  /** Paragraphs, list items and sub-headings, each a line of its own, joined by "\n\n"; not empty. */
  readonly text: string
  readonly byline?: string
  /** BCP 47 tag as the page gave it. */
  readonly language?: string
  readonly siteName?: string
  readonly publishedAt?: Date
  /** http(s) address of the lead image. */
  readonly imageUrl?: string
  /** The page's own address, without tracking parameters. */
  readonly url: string
  /** The publisher shows the opening only to readers who have not paid. */
  readonly isCutOff: boolean
}

const line = (text: string | undefined): string => htmlToLine((text ?? '').replaceAll('<', '&lt;'))

/** Leaves out what is empty. */
const optional = <Key extends string>(key: Key, value: string): { [K in Key]?: string } =>
  (value === '' ? {} : { [key]: value }) as { [K in Key]?: string }

/**
 * The article of a web page: its text without navigation, captions, offers and lists of related articles, and what the
 * page says about it. Runs and loads nothing. A hostile page can hold the thread for seconds: the product calls it in a
 * worker (parser-pool.ts).
 * @param html the page, at most 5 Mi characters
 * @param url absolute http(s) address of the page
 * @returns undefined when the page holds no article, or is nested or marked up beyond what can be read in time
 */
export function extractArticle(html: string, url: string): ExtractedArticle | undefined {
  if (!isTreeSafe(html)) return undefined
  const page = openPage(html)
  if (page.documentElement === null) return undefined
  const imageUrl = leadImage(page, url)
  const address = pageAddress(page, url)
  const view = readPage(page)
  if (view === undefined) return undefined
  removeBoilerplate(view.content)
  const { text, isCutOff } = cleanLines(htmlToText(view.content.innerHTML))
  if (text === '') return undefined
  const publishedAt = view.published === undefined ? undefined : findDate(view.published)
  return {
    title: line(view.title),
    text,
    ...optional('byline', line(view.byline)),
    ...optional('language', line(view.language)),
    ...optional('siteName', line(view.siteName)),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(imageUrl === undefined ? {} : { imageUrl }),
    url: address,
    isCutOff,
  }
}
