import { cutText } from '../text/characters.ts'
import { decodeBytes } from './decode.ts'
import { type ExtractedArticle, extractArticle } from './extract.ts'
import type { ParseOptions } from './parse.ts'

/** Where a page may name its encoding (https://html.spec.whatwg.org/multipage/semantics.html#charset). */
const CHARSET_BYTES = 4096
/** More of a text is never kept, and the main loop need not take it over; in UTF-16 units. */
const TEXT_MAX = 128 * 1024
const META_CHARSET = /<meta\b[^>]{0,200}?charset\s*=\s*["']?(?<label>[\w.:-]+)/i

/** The Content-Type of a page; when the server left the encoding out, with the one that the page itself names. */
function pageType(bytes: Uint8Array, contentType: string | undefined): string | undefined {
  if (/charset/i.test(contentType ?? '')) return contentType
  const head = Buffer.from(bytes.subarray(0, CHARSET_BYTES)).toString('latin1')
  const label = META_CHARSET.exec(head)?.groups?.label
  return label === undefined ? contentType : `text/html; charset=${label}`
}

/** The article of a downloaded page, its text cut to 128 Ki characters; see extractArticle. */
export function extractPage(bytes: Uint8Array, { contentType, url = '' }: ParseOptions): ExtractedArticle | undefined {
  const article = extractArticle(decodeBytes(bytes, pageType(bytes, contentType)).text, url)
  return article === undefined ? undefined : { ...article, text: cutText(article.text, TEXT_MAX) }
}
