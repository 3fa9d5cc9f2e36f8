import { decodeBytes } from './decode.ts'

/** Where a page may name its encoding (https://html.spec.whatwg.org/multipage/semantics.html#charset). */
const CHARSET_BYTES = 4096
const META_CHARSET = /<meta\b[^>]{0,200}?charset\s*=\s*["']?(?<label>[\w.:-]+)/i

/** The Content-Type of a page; when the server left the encoding out, with the one that the page itself names. */
function pageType(bytes: Uint8Array, contentType: string | undefined): string | undefined {
  if (/charset/i.test(contentType ?? '')) return contentType
  const head = Buffer.from(bytes.subarray(0, CHARSET_BYTES)).toString('latin1')
  const label = META_CHARSET.exec(head)?.groups?.label
  return label === undefined ? contentType : `text/html; charset=${label}`
}

/** The markup of a downloaded page, in the encoding that its server or, without that, the page itself names. */
export const pageText = (bytes: Uint8Array, contentType: string | undefined): string =>
  decodeBytes(bytes, pageType(bytes, contentType)).text
