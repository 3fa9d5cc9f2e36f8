import { cutText } from '../text/characters.ts'
import { type ExtractedArticle, extractArticle } from './extract.ts'
import { pageText } from './page-text.ts'
import type { ParseOptions } from './parse.ts'

/** More of a text is never kept, and the main loop need not take it over; in UTF-16 units. */
const TEXT_MAX = 128 * 1024

/** The article of a downloaded page, its text cut to 128 Ki characters; see extractArticle. */
export function extractPage(bytes: Uint8Array, { contentType, url = '' }: ParseOptions): ExtractedArticle | undefined {
  const article = extractArticle(pageText(bytes, contentType), url)
  return article === undefined ? undefined : { ...article, text: cutText(article.text, TEXT_MAX) }
}
