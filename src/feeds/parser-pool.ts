import { UserError } from '../model/errors.ts'
import type { ParsedFeed } from '../model/feed.ts'
import type { ParseOptions } from './parse.ts'
import { type ParserThread, startParserThread, type ThreadLimits } from './parser-thread.ts'

export interface ParserPoolOptions extends Partial<ThreadLimits> {
  /** Threads at the most; they start when they are needed. */
  readonly threads?: number
  /** Documents that may wait for a thread; whoever brings another is told that we are busy. */
  readonly queueMax?: number
}

export interface ParserPool {
  /**
   * Parses away from the main thread, as parseFeed does. Documents beyond the number of threads wait their turn, the
   * one that came first is read first; a document holds its thread for no longer than its time limit.
   * @throws FormatError also when the document takes too long or too much memory; UserError 'busy' when too many wait
   * already; the signal's reason, at once also for one that waits
   */
  parse(bytes: Uint8Array, options: ParseOptions, signal: AbortSignal): Promise<ParsedFeed>
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

/** A pool of parser threads. It keeps the process alive only while a document is being parsed. */
export function createParserPool(options: ParserPoolOptions = {}): ParserPool {
  const { threads = THREADS, memoryMb = MEMORY_MB, limitMs = LIMIT_MS, queueMax = QUEUE_MAX } = options
  const idle: ParserThread[] = []
  const all = new Set<ParserThread>()
  const turns = new Set<() => void>()
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
  const waitForTurn = async (signal: AbortSignal): Promise<void> => {
    if (busy < threads) {
      busy += 1
      return
    }
    if (turns.size >= queueMax) throw new UserError('busy')
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const onAbort = (): void => {
      turns.delete(resolve)
      reject(signal.reason)
    }
    turns.add(resolve)
    signal.addEventListener('abort', onAbort, { once: true })
    await promise.finally(() => signal.removeEventListener('abort', onAbort))
  }
  /** The turn goes to the one who waits longest, or back. */
  const passTurn = (): void => {
    const [next] = turns
    if (next === undefined) {
      busy -= 1
      return
    }
    turns.delete(next)
    next()
  }

  return {
    parse: async (bytes, { contentType, url }, signal) => {
      signal.throwIfAborted()
      await waitForTurn(signal)
      try {
        if (isClosed) throw new Error('the parser pool is closed')
        signal.throwIfAborted()
        const thread = takeThread()
        try {
          return await thread.parse({ bytes, options: { contentType, url } }, signal)
        } finally {
          giveBack(thread)
        }
      } finally {
        passTurn()
      }
    },
    get load() {
      return { reading: busy, waiting: turns.size }
    },
    close: async () => {
      isClosed = true
      await Promise.all([...all].map(thread => thread.stop()))
      all.clear()
    },
  }
}
