import { decodeHTML } from 'entities'
import { escapeHtml } from '../text/html.ts'
import { tokenize } from '../text/tokenize.ts'

/** The address in full; the trimmed text itself when it can not be one. */
export function resolveAddress(address: string, base: string | undefined): string {
  const trimmed = address.trim()
  return URL.parse(trimmed, base)?.href ?? trimmed
}

/** Attributes of HTML that hold one address. */
const ADDRESSES = new Set(
  'href src cite action longdesc data background usemap profile codebase classid poster'.split(' '),
)

/** In full already: nothing to resolve, and nothing to write in another way than the publisher did. */
const IN_FULL = /^\s*https?:\/\//i
/** An address that may not be in full. Most bodies have none, and a search is many times faster than the tokenizer. */
const MAY_BE_RELATIVE = new RegExp(
  String.raw`\b(?:${[...ADDRESSES].join('|')})\s*=(?!\s{0,9}["']?\s{0,9}https?:\/\/)`,
  'i',
)

interface Replacement {
  readonly start: number
  readonly end: number
  readonly value: string
}

function findReplacements(html: string, base: string): readonly Replacement[] {
  const found: Replacement[] = []
  let name = ''
  tokenize(
    html,
    { isXml: false, decodesEntities: false },
    {
      onattribname: (start, end) => {
        name = html.slice(start, end).toLowerCase()
      },
      onattribdata: (start, end) => {
        if (!ADDRESSES.has(name)) return
        if (IN_FULL.test(html.slice(start, end))) return
        const address = escapeHtml(resolveAddress(decodeHTML(html.slice(start, end)), base))
        const isQuoted = /["']/.test(html[start - 1] ?? '')
        found.push({ start, end, value: isQuoted ? address.replaceAll("'", '&#39;') : `"${address}"` })
      },
    },
  )
  return found
}

/** The HTML with its relative addresses in full. Takes time linear in its length. */
export function resolveHtml(html: string, base: string | undefined): string {
  if (base === undefined || !html.includes('<') || !MAY_BE_RELATIVE.test(html)) return html
  const parts: string[] = []
  let at = 0
  for (const { start, end, value } of findReplacements(html, base)) {
    parts.push(html.slice(at, start), value)
    at = end
  }
  parts.push(html.slice(at))
  return parts.join('')
}
