import { LINK_CHARS } from './limits.ts'

/** Invisible, but between `<` or `@` and a name it keeps Discord from seeing a mention. */
const WORD_JOINER = '\u2060'

/** Control characters, and the marks that turn the direction of the text after them. */
const CONTROLS = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFFF9-\uFFFB]/g

const ADDRESS = /https?:\/\/[^\s<>"'`|\\*[\]]{1,2000}/gi
const HOST_CHARS = 100

/** Names and IP addresses; URL takes stranger hosts. */
const HOST = /^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])$/

/** Text from outside as it may be shown: well-formed, with "\n" as the only control character. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(CONTROLS, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** The same, in one line. */
export const cleanLine = (text: string): string => cleanText(text).replace(/\s+/g, ' ')

/**
 * A backslash before everything that Discord reads as markup: emphasis, code, spoilers, links, headings, lists,
 * quotes, emoji names, timestamps, mentions (https://docs.discord.com/developers/reference#message-formatting).
 */
function escapeMarkup(text: string): string {
  return text
    .replace(/[\\*_~`|[\]<>]/g, '\\$&')
    .replace(/^(\s*)([#+-])/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/gm, '$1\\$2')
    .replace(/:(?=\/\/|[\w+-]+:)/g, '\\:')
    .replace(/@(?=everyone|here)/gi, `@${WORD_JOINER}`)
    .replace(/<(?=[@#:/]|a:|t:|id:)/gi, `<${WORD_JOINER}`)
}

/** The part of a found address that is meant: without the punctuation of the sentence around it. */
function trimAddress(found: string): string {
  const trimmed = found.replace(/[.,;:!?]+$/, '')
  return trimmed.endsWith(')') && !trimmed.includes('(') ? trimmed.replace(/[).,;:!?]+$/, '') : trimmed
}

function isPlainAddress(address: string): boolean {
  if (address.length > LINK_CHARS || !/^[\x21-\x7E]+$/.test(address)) return false
  const url = URL.parse(address)
  return url !== null && url.username === '' && url.password === ''
}

/**
 * Text from outside, so that Discord shows it as it stands and notifies nobody. A web address in it can be clicked
 * when what is shown is where it leads (ASCII only, no credentials).
 */
export function escapeText(text: string): string {
  const clean = cleanText(text)
  let result = ''
  let end = 0
  for (const match of clean.matchAll(ADDRESS)) {
    const address = trimAddress(match[0])
    if (!isPlainAddress(address)) continue
    result += `${escapeMarkup(clean.slice(end, match.index))}<${address}>`
    end = match.index + address.length
  }
  return result + escapeMarkup(clean.slice(end))
}

/** One line from outside, as it stands; addresses in it can not be clicked. */
export const escapeLine = (text: string): string => escapeMarkup(cleanLine(text))

export interface WebLink {
  /** Safe inside `](<…>)`. */
  readonly href: string
  /** As shown beside the link. */
  readonly host: string
}

/** Percent-encodes what RFC 3986 does not allow after the host, and what could end our markup. */
function encodeRest(rest: string): string {
  return rest
    .replace(/%(?![0-9A-Fa-f]{2})/g, '%25')
    .replace(
      /[^\w\-.:/?@!$&'+,;=%]/g,
      character => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
    )
}

/**
 * A link that may be shown: http(s) without credentials, everything that could end our markup percent-encoded.
 * @returns undefined for any other link, and for one of more than 1000 characters
 */
export function findWebLink(link: string | undefined): WebLink | undefined {
  const url = link === undefined ? null : URL.parse(link)
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return undefined
  if (!HOST.test(url.hostname)) return undefined
  const href = url.origin + encodeRest(url.pathname + url.search) + (url.hash && `#${encodeRest(url.hash.slice(1))}`)
  if (href.length > LINK_CHARS) return undefined
  return { href, host: url.hostname.replace(/^www\./, '').slice(0, HOST_CHARS) }
}

/** Whether words could pass for an address, also with look-alike dots; brackets end a masked link too early. */
function canNotMask(words: string): boolean {
  const folded = words.normalize('NFKC')
  return /[[\]]|:\/\/|[\p{L}\p{N}-]\.\p{L}{2,}|[\w-]。[a-z]{2,}/iu.test(folded)
}

/**
 * Words that lead to a link. Words that look like an address are never a link themselves: an arrow after them is.
 * @param words one line from outside, not yet escaped
 */
export function linkWords(words: string, link: WebLink | undefined): string {
  const shown = escapeLine(words)
  if (link === undefined) return shown
  return shown === '' || canNotMask(words) ? `${shown} [↗](<${link.href}>)`.trimStart() : `[${shown}](<${link.href}>)`
}
