import { getCompileCacheDir } from 'node:module'
import { dirname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { FormatError } from '../model/errors.ts'
import { findNameTable } from '../text/concepts.ts'
import type { ParseOutcome, ParseReply, ParseRequest, ThreadData } from './parse-messages.ts'

export interface ThreadLimits {
  /** Old-generation heap of a thread, in MiB. */
  readonly memoryMb: number
  /** For one document, counted from when the thread has loaded. */
  readonly limitMs: number
}

/** A thread that reads one document at a time. After a failure that is not the document's answer it is dead. */
export interface ParserThread {
  readonly isDead: boolean
  /** @throws FormatError; the signal's reason */
  read(request: ParseRequest, signal: AbortSignal): Promise<ParseOutcome>
  stop(): Promise<void>
}

const WORKER = new URL('./parse-worker.ts', import.meta.url)
const MS_PER_SECOND = 1000
/** Heap for what lives shortly, in MiB. Left to itself a thread takes 90 MiB more, and reads no faster for it. */
const YOUNG_MB = 8
/** A thread loads in about a third of a second; more on a machine that is busy. */
const START_LIMIT_MS = 30_000

interface Waiting {
  settle(outcome: ParseOutcome | Error): void
  startClock(ms: number): void
}

/** All that a thread sees of the environment: where this process keeps its compiled modules, if it does. */
function threadEnvironment(): Readonly<Record<string, string>> {
  // Node answers with the folder of its own version inside the one that was asked for.
  const ofVersion = getCompileCacheDir()
  return ofVersion === undefined ? {} : { NODE_COMPILE_CACHE: dirname(ofVersion) }
}

function openWorker(memoryMb: number): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: YOUNG_MB }
  const names = findNameTable()
  const workerData: ThreadData = names === undefined ? {} : { names }
  const worker = new Worker(WORKER, { resourceLimits, workerData, execArgv: [], env: threadEnvironment() })
  worker.unref()
  return worker
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

/** Starts a thread. It keeps the process alive only while it reads. */
export function startParserThread({ memoryMb, limitMs }: ThreadLimits): ParserThread {
  const worker = openWorker(memoryMb)
  let isDead = false
  let isReady = false
  let waiting: Waiting | undefined
  const fail = (error: Error): void => {
    isDead = true
    waiting?.settle(error)
  }
  worker.on('message', (reply: ParseReply) => {
    if (reply.kind === 'ready') {
      isReady = true
      waiting?.startClock(limitMs)
    } else waiting?.settle(reply.kind === 'refused' ? new FormatError(reply.message, reply.found) : reply)
  })
  worker.on('error', (error: unknown) => {
    const message = isOutOfMemory(error) ? `needed more than ${memoryMb} MiB to read` : 'the parser thread failed'
    fail(new FormatError(message, 'unknown', { cause: error }))
  })
  worker.on('exit', () => fail(new FormatError('the parser thread ended')))
  const abandon = (error: Error): void => {
    fail(error)
    void worker.terminate()
  }

  const read = async (request: ParseRequest, signal: AbortSignal): Promise<ParseOutcome> => {
    signal.throwIfAborted()
    const { promise, resolve, reject } = Promise.withResolvers<ParseOutcome>()
    let timer: NodeJS.Timeout | undefined
    const startClock = (ms: number): void => {
      clearTimeout(timer)
      timer = setTimeout(() => abandon(new FormatError(`took longer than ${ms / MS_PER_SECOND} s to read`)), ms)
    }
    const onAbort = (): void => {
      reject(signal.reason)
      abandon(new FormatError('the parser thread was stopped'))
    }
    waiting = { settle: outcome => (outcome instanceof Error ? reject(outcome) : resolve(outcome)), startClock }
    signal.addEventListener('abort', onAbort, { once: true })
    worker.ref()
    startClock(isReady ? limitMs : START_LIMIT_MS)
    worker.postMessage(request)
    try {
      return await promise
    } finally {
      clearTimeout(timer)
      signal.removeEventListener('abort', onAbort)
      waiting = undefined
      worker.unref()
    }
  }
  return {
    get isDead() {
      return isDead
    },
    read,
    stop: async () => {
      isDead = true
      await worker.terminate()
    },
  }
}
