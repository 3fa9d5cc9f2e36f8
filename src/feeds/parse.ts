import { FormatError } from '../model/errors.ts'
import type { ParsedFeed } from '../model/feed.ts'
import { readWithRssParser } from './clean-rss.ts'
import { decodeBytes } from './decode.ts'
import { looksLikeJson, parseJsonFeed } from './jsonfeed.ts'
import { repairFeed } from './repair.ts'

/** What is known of a document beside its bytes. */
export interface ParseOptions {
  /** The HTTP header. */
  readonly contentType?: string | undefined
  /** Where it came from, for relative links. */
  readonly url?: string | undefined
}

/** One kind of feed document. */
export interface FeedFormat {
  readonly name: string
  /** Cheap; the first format that says yes reads the document. */
  looksLike(text: string): boolean
  /** @throws FormatError */
  parse(text: string, url: string | undefined): ParsedFeed | Promise<ParsedFeed>
}

const PAGE = /<(?:!doctype\s+html|html|head|body)[\s>]/i
const PAGE_SEARCHED = 2000
/** Larger than the fetch lets through; a guard for other callers. */
const BYTES_MAX = 32 * 1024 * 1024

/**
 * Each kind of markup character and of control character that a document may hold. Beyond it some steps would need
 * more memory at one stroke than a thread can be stopped at: Node then ends the process, not the thread.
 */
const MARKS_MAX = 1 << 20
const MARKS = [/</g, /&/g, />/g, /"/g, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g]

function exceeds(text: string, mark: RegExp, most: number): boolean {
  mark.lastIndex = 0
  let count = 0
  while (count <= most && mark.test(text)) count += 1
  mark.lastIndex = 0
  return count > most
}

function checkMarks(text: string): void {
  if (text.length <= MARKS_MAX) return
  if (MARKS.some(mark => exceeds(text, mark, MARKS_MAX))) throw new FormatError('more markup than a feed has')
}

function notFeed(text: string): FormatError {
  const isPage = PAGE.test(text.slice(0, PAGE_SEARCHED))
  return isPage ? new FormatError('a web page, not a feed', 'html') : new FormatError('not a feed')
}

async function parseXmlFeed(text: string, url: string | undefined): Promise<ParsedFeed> {
  const repaired = repairFeed(text, url)
  if (repaired === undefined) throw notFeed(text)
  return readWithRssParser(repaired)
}

/** The formats that are read: a new one is one file and one line here. */
const FORMATS: readonly FeedFormat[] = [
  { name: 'JSON Feed', looksLike: looksLikeJson, parse: parseJsonFeed },
  { name: 'RSS, RDF and Atom', looksLike: text => text.includes('<'), parse: parseXmlFeed },
]

async function parseText(text: string, url: string | undefined): Promise<ParsedFeed> {
  const format = FORMATS.find(candidate => candidate.looksLike(text))
  if (format === undefined) throw notFeed(text)
  try {
    return await format.parse(text, url)
  } catch (error) {
    if (error instanceof FormatError) throw error
    throw new FormatError(`${format.name} could not be read`, 'unknown', { cause: error })
  }
}

/**
 * Reads a feed document in any format and encoding. At most 1,000 entries, in document order. Runs on the calling thread:
 * for bytes from the network use the pool of parser-pool.ts.
 * @throws FormatError when the bytes are no feed: a web page ('html'), nothing ('empty') or something else ('unknown')
 */
export async function parseFeed(bytes: Uint8Array, options: ParseOptions = {}): Promise<ParsedFeed> {
  if (bytes.length > BYTES_MAX) throw new FormatError('the document is too large')
  const { text, encoding } = decodeBytes(bytes, options.contentType)
  if (text.trim() === '') throw new FormatError('the document is empty', 'empty')
  checkMarks(text)
  const url = options.url !== undefined && URL.canParse(options.url) ? options.url : undefined
  return { ...(await parseText(text, url)), encoding }
}
