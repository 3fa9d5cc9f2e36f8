import chardet from 'chardet'
import iconv from 'iconv-lite'

export interface DecodedText {
  readonly text: string
  /** WHATWG name, or iconv-lite's for the few that WHATWG does not know. */
  readonly encoding: string
}

/** Names seen in feeds that the WHATWG Encoding Standard does not know. */
const ALIASES = new Map([
  ['gb_2312-80', 'gb18030'],
  ['gb2312', 'gb18030'],
  ['gbk', 'gb18030'],
  ['u8', 'utf-8'],
  ['utf_8', 'utf-8'],
  ['cp1251', 'windows-1251'],
  ['cp1252', 'windows-1252'],
  ['ansi', 'windows-1252'],
  ['x-mac-roman', 'macintosh'],
])

/** What the first bytes of UTF-16 and UTF-32 look like: byte order marks (RFC 2781, Unicode §23.8), then "<" of XML (XML 1.0 appendix F). */
const SIGNATURES: readonly { readonly bytes: readonly number[]; readonly encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0x00, 0x00, 0xfe, 0xff], encoding: 'utf-32be' },
  { bytes: [0xff, 0xfe, 0x00, 0x00], encoding: 'utf-32le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0x00, 0x00, 0x00, 0x3c], encoding: 'utf-32be' },
  { bytes: [0x3c, 0x00, 0x00, 0x00], encoding: 'utf-32le' },
  { bytes: [0x00, 0x3c], encoding: 'utf-16be' },
  { bytes: [0x3c, 0x00], encoding: 'utf-16le' },
  { bytes: [0x00, 0x7b], encoding: 'utf-16be' },
  { bytes: [0x7b, 0x00], encoding: 'utf-16le' },
]

const PROLOG_BYTES = 1024
const DETECTED_BYTES = 64 * 1024
const LAST_RESORT = 'windows-1252'

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  bytes.length >= start.length && start.every((byte, index) => bytes[index] === byte)

function canonicalLabel(label: string): string {
  const lower = label.trim().toLowerCase()
  return ALIASES.get(lower) ?? lower
}

function findDecoder(label: string, fatal: boolean): InstanceType<typeof TextDecoder> | undefined {
  try {
    return new TextDecoder(label, { fatal })
  } catch {
    return undefined
  }
}

function decodeWithIconv(bytes: Uint8Array, label: string, strict: boolean): DecodedText | undefined {
  if (!iconv.encodingExists(label)) return undefined
  const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), label)
  return strict && text.includes('\ufffd') ? undefined : { text, encoding: label }
}

/** The bytes read as this encoding; undefined when it is unknown or, if strict, when a byte does not fit. */
function decodeAs(bytes: Uint8Array, label: string, strict: boolean): DecodedText | undefined {
  const decoder = findDecoder(label, strict)
  if (decoder === undefined) return decodeWithIconv(bytes, label, strict)
  try {
    return { text: decoder.decode(bytes), encoding: decoder.encoding }
  } catch {
    return undefined
  }
}

function charsetOf(contentType: string | undefined): string | undefined {
  const label = /charset\s*=\s*["']?(?<label>[\w.:-]+)/i.exec(contentType ?? '')?.groups?.label
  return label === undefined ? undefined : canonicalLabel(label)
}

/** The encoding that the XML declaration names; itself always ASCII here, since UTF-16 and UTF-32 were told by their bytes. */
function prologOf(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, PROLOG_BYTES)).toString('latin1')
  const label = /<\?xml[^>]*?encoding\s*=\s*["'](?<label>[\w.:-]+)/i.exec(head)?.groups?.label
  return label === undefined ? undefined : canonicalLabel(label)
}

/** The bytes are ASCII-compatible, or they would have been told by their signature. */
const isPossible = (label: string | undefined): label is string =>
  label !== undefined && !/^(?:utf|ucs)-?_?(?:16|32|2|4)/.test(label)

/** What the bytes look like, markup left out: it would make every text look Western. */
function detectedLabels(bytes: Uint8Array): readonly string[] {
  const head = Buffer.from(bytes.subarray(0, DETECTED_BYTES)).toString('latin1')
  const guess = chardet.detect(Buffer.from(head.replaceAll(/<[^<>]*>/g, ' '), 'latin1'))
  return guess === null || /^utf-8$/i.test(guess) ? [] : [canonicalLabel(guess)].filter(isPossible)
}

/** Good characters beyond ASCII that outweigh a broken one. */
const GOOD_PER_BROKEN = 10
const ASCII_END = 0x80
const REPLACEMENT = 0xfffd

/**
 * UTF-8 in which a few characters are broken: publishers cut texts in the middle of one. Other encodings make hardly
 * any character of several bytes by chance, and break at nearly every byte beyond ASCII.
 */
function decodeDamagedUtf8(bytes: Uint8Array): DecodedText | undefined {
  const decoded = decodeAs(bytes, 'utf-8', false)
  if (decoded === undefined) return undefined
  let broken = 0
  let good = 0
  for (let at = 0; at < decoded.text.length; at += 1) {
    const code = decoded.text.charCodeAt(at)
    if (code === REPLACEMENT) broken += 1
    else if (code >= ASCII_END) good += 1
  }
  return good >= broken * GOOD_PER_BROKEN ? decoded : undefined
}

function firstOf(labels: readonly string[], bytes: Uint8Array, strict: boolean): DecodedText | undefined {
  for (const label of labels) {
    const decoded = decodeAs(bytes, label, strict)
    if (decoded !== undefined) return decoded
  }
  return undefined
}

/**
 * Text of a feed's bytes. Order of trust: byte order mark or the pattern of UTF-16/32; valid UTF-8 with at least one
 * multi-byte character (chance does not produce it), or with ten good ones to a broken one; the HTTP charset; the XML declaration; what the bytes look like;
 * windows-1252. Never throws.
 * @param contentType the HTTP header, if any
 */
export function decodeBytes(bytes: Uint8Array, contentType?: string): DecodedText {
  const signature = SIGNATURES.find(candidate => startsWith(bytes, candidate.bytes))
  if (signature !== undefined) {
    const decoded = decodeAs(bytes, signature.encoding, false)
    if (decoded !== undefined) return { ...decoded, text: decoded.text.replace(/^\ufeff/, '') }
  }
  const utf8 = decodeAs(bytes, 'utf-8', true)
  // Only characters of several bytes make a text shorter than its bytes.
  if (utf8 !== undefined && utf8.text.length < bytes.length) return utf8
  const damaged = utf8 === undefined ? decodeDamagedUtf8(bytes) : undefined
  if (damaged !== undefined) return damaged
  const named = [charsetOf(contentType), prologOf(bytes)].filter(isPossible)
  return (
    firstOf(named, bytes, true) ??
    utf8 ??
    firstOf(detectedLabels(bytes), bytes, true) ??
    firstOf([...named.toReversed(), LAST_RESORT], bytes, false) ?? { text: '', encoding: LAST_RESORT }
  )
}
