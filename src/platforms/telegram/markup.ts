/** Control characters but the line feed, and the bidirectional controls by which text can disorder what follows it. */
const DISORDERLY = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g
/** What Telegram would read as a mention and notify. */
const MENTION = /(?<![\p{L}\p{N}_])@(?=[A-Za-z0-9_])/gu
const WORD_JOINER = '\u2060'
/** Longer addresses are dropped: they carry no trust and may be refused. */
const MAX_LINK_LENGTH = 2048
/** Characters of a quote from which it is folded. */
const LONG_QUOTE = 400

/** One way to write a message: Telegram's HTML, or plain text when that was not understood. */
export interface Markup {
  /** Text from outside, made harmless. */
  text(words: string): string
  bold(inner: string): string
  italic(inner: string): string
  /** Words that lead to an address. */
  link(inner: string, url: URL): string
  /** What stands behind linked words, so that people see where they lead. */
  origin(url: URL): string
  quote(inner: string): string
}

/**
 * Text from outside without control characters and broken surrogates, in which nobody is mentioned
 * (an invisible joiner stands behind the @). Doing it twice changes nothing more.
 */
export function cleanText(words: string): string {
  return words
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(DISORDERLY, found => (found === '\t' ? ' ' : ''))
    .replace(MENTION, `@${WORD_JOINER}`)
}

/** The address when it is http(s) and not overlong; undefined otherwise. */
export function findLink(link: string | undefined): URL | undefined {
  const url = link === undefined || link.length > MAX_LINK_LENGTH ? null : URL.parse(link)
  if (url === null || !/^https?:$/.test(url.protocol) || url.href.length > MAX_LINK_LENGTH) return undefined
  return url
}

/** The four characters that have a meaning in https://core.telegram.org/bots/api#html-style, as entities. */
function escapeHtml(words: string): string {
  return words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}

/** Telegram's HTML style. */
export const html: Markup = {
  text: words => escapeHtml(cleanText(words)),
  bold: inner => `<b>${inner}</b>`,
  italic: inner => `<i>${inner}</i>`,
  link: (inner, url) => `<a href="${escapeHtml(url.href)}">${inner}</a>`,
  origin: url => ` (${escapeHtml(url.host)})`,
  quote: inner => `<blockquote${inner.length > LONG_QUOTE ? ' expandable' : ''}>${inner}</blockquote>`,
}

/** No markup at all; addresses are written out. */
export const plain: Markup = {
  text: cleanText,
  bold: inner => inner,
  italic: inner => inner,
  link: inner => inner,
  origin: url => ` (${url.href})`,
  quote: inner => inner,
}
