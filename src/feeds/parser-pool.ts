import type { ExtractedArticle } from './extract.ts'
import type { ParseOptions } from './parse.ts'
import type { ArticleOwner, ParseOutcome, ParseRequest, ReadFeed } from './parse-messages.ts'
import { type ParserThread, startParserThread, type ThreadLimits } from './parser-thread.ts'

export interface ParserPoolOptions extends Partial<ThreadLimits> {
  /** Threads at the most; they start when they are needed. */
  readonly threads?: number
}

export interface ParserPool {
  /**
   * Parses away from the main thread, as parseFeed does; for an owner, its articles take the place of the entries. Documents beyond the number of threads wait their turn.
   * @throws FormatError also when the document takes too long or too much memory; the signal's reason
   */
  parse(
    bytes: Uint8Array,
    options: ParseOptions & { readonly owner?: ArticleOwner },
    signal: AbortSignal,
  ): Promise<ReadFeed>
  /**
   * Finds the article of a web page away from the main thread, as extractArticle does. Pages are read one after
   * the other: however slow they are, a thread is left for feeds.
   * @throws FormatError when the page takes too long or too much memory; the signal's reason
   */
  extract(bytes: Uint8Array, options: ParseOptions, signal: AbortSignal): Promise<ExtractedArticle | undefined>
  /** Stops the threads; documents under way fail. Safe to call twice. */
  close(): Promise<void>
}

const THREADS = 2
const MEMORY_MB = 256
const LIMIT_MS = 5000

/** A pool of parser threads. It keeps the process alive only while a document is being parsed. */
export function createParserPool(options: ParserPoolOptions = {}): ParserPool {
  const { threads = THREADS, memoryMb = MEMORY_MB, limitMs = LIMIT_MS } = options
  const idle: ParserThread[] = []
  const all = new Set<ParserThread>()
  const turns: (() => void)[] = []
  let pages: Promise<unknown> = Promise.resolve()
  let busy = 0
  let isClosed = false

  const takeThread = (): ParserThread => {
    const kept = idle.pop()
    if (kept !== undefined && !kept.isDead) return kept
    if (kept !== undefined) {
      all.delete(kept)
      return takeThread()
    }
    const started = startParserThread({ memoryMb, limitMs })
    all.add(started)
    return started
  }
  const giveBack = (thread: ParserThread): void => {
    if (thread.isDead) all.delete(thread)
    else idle.push(thread)
  }
  const waitForTurn = async (): Promise<void> => {
    if (busy >= threads) await new Promise<void>(resolve => turns.push(resolve))
    else busy += 1
  }
  /** The turn goes to the one who waits longest, or back. */
  const passTurn = (): void => {
    const next = turns.shift()
    if (next === undefined) busy -= 1
    else next()
  }

  const read = async (request: ParseRequest, signal: AbortSignal): Promise<ParseOutcome> => {
    signal.throwIfAborted()
    await waitForTurn()
    try {
      if (isClosed) throw new Error('the parser pool is closed')
      signal.throwIfAborted()
      const thread = takeThread()
      try {
        return await thread.read(request, signal)
      } finally {
        giveBack(thread)
      }
    } finally {
      passTurn()
    }
  }

  return {
    parse: async (bytes, { contentType, url, owner }, signal) => {
      const owned = owner === undefined ? {} : { owner }
      const outcome = await read({ kind: 'parse', bytes, options: { contentType, url }, ...owned }, signal)
      if (outcome.kind !== 'parsed') throw new TypeError('the answer is not that of a feed')
      return outcome.parsed
    },
    extract: async (bytes, { contentType, url }, signal) => {
      const reading = pages.then(() => read({ kind: 'extract', bytes, options: { contentType, url } }, signal))
      pages = reading.catch(() => undefined)
      const outcome = await reading
      if (outcome.kind !== 'extracted') throw new TypeError('the answer is not that of a page')
      return outcome.article
    },
    close: async () => {
      isClosed = true
      await Promise.all([...all].map(thread => thread.stop()))
      all.clear()
    },
  }
}
