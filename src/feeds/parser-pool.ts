import { UserError } from '../model/errors.ts'
import type { ExtractedArticle } from './extract.ts'
import type { ParseOptions } from './parse.ts'
import type { ArticleOwner, ParseOutcome, ParseRequest, ReadFeed } from './parse-messages.ts'
import { type ParserThread, startParserThread, type ThreadLimits } from './parser-thread.ts'

export interface ParserPoolOptions extends Partial<ThreadLimits> {
  /** Threads at the most; they start when they are needed. */
  readonly threads?: number
  /** Documents that may wait for a thread; whoever brings another is told that we are busy. */
  readonly queueMax?: number
}

export interface ParserPool {
  /**
   * Parses away from the main thread, as parseFeed does; for an owner, its articles take the place of the entries.
   * Documents beyond the number of threads wait their turn, the one that came first is read first; a document holds its
   * thread for no longer than its time limit.
   * @throws FormatError also when the document takes too long or too much memory; UserError 'busy' when too many wait
   * already; the signal's reason, at once also for one that waits
   */
  parse(
    bytes: Uint8Array,
    options: ParseOptions & { readonly owner?: ArticleOwner },
    signal: AbortSignal,
  ): Promise<ReadFeed>
  /**
   * Finds the article of a web page away from the main thread, as extractArticle does. Pages are read one after
   * the other: however slow they are, a thread is left for feeds.
   * @throws as `parse` does
   */
  extract(bytes: Uint8Array, options: ParseOptions, signal: AbortSignal): Promise<ExtractedArticle | undefined>
  /** Documents in a thread, and documents that wait for one. */
  readonly load: { readonly reading: number; readonly waiting: number }
  /** Stops the threads; documents under way fail. Safe to call twice. */
  close(): Promise<void>
}

const THREADS = 2
const MEMORY_MB = 256
const LIMIT_MS = 5000
/** A wall behind the limits on downloads at once (the poller's and the assembly's), which hold fewer documents. */
const QUEUE_MAX = 64

/** A number of places, given out in the order in which they were asked for, and a bounded queue for them. */
function createTurns(places: number, queueMax: number) {
  const queue = new Set<() => void>()
  let busy = 0
  return {
    /** @throws UserError 'busy'; the signal's reason */
    async take(signal: AbortSignal): Promise<void> {
      if (busy < places) {
        busy += 1
        return
      }
      if (queue.size >= queueMax) throw new UserError('busy')
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      const onAbort = (): void => {
        queue.delete(resolve)
        reject(signal.reason)
      }
      queue.add(resolve)
      signal.addEventListener('abort', onAbort, { once: true })
      await promise.finally(() => signal.removeEventListener('abort', onAbort))
    },
    /** The turn goes to the one who waits longest, or back. */
    pass(): void {
      const [next] = queue
      if (next === undefined) {
        busy -= 1
        return
      }
      queue.delete(next)
      next()
    },
    get busy() {
      return busy
    },
    get waiting() {
      return queue.size
    },
  }
}

/** A pool of parser threads. It keeps the process alive only while a document is being parsed. */
export function createParserPool(options: ParserPoolOptions = {}): ParserPool {
  const { threads = THREADS, memoryMb = MEMORY_MB, limitMs = LIMIT_MS, queueMax = QUEUE_MAX } = options
  const idle: ParserThread[] = []
  const all = new Set<ParserThread>()
  const turns = createTurns(threads, queueMax)
  const pageTurns = createTurns(1, queueMax)
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
  const read = async (request: ParseRequest, signal: AbortSignal): Promise<ParseOutcome> => {
    signal.throwIfAborted()
    await turns.take(signal)
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
      turns.pass()
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
      signal.throwIfAborted()
      await pageTurns.take(signal)
      const request = { kind: 'extract', bytes, options: { contentType, url } } as const
      const outcome = await read(request, signal).finally(pageTurns.pass)
      if (outcome.kind !== 'extracted') throw new TypeError('the answer is not that of a page')
      return outcome.article
    },
    get load() {
      return { reading: turns.busy, waiting: turns.waiting + pageTurns.waiting }
    },
    close: async () => {
      isClosed = true
      await Promise.all([...all].map(thread => thread.stop()))
      all.clear()
    },
  }
}
