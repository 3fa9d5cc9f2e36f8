// The body of a parser thread: see parser-pool.ts.
import { parentPort, workerData } from 'node:worker_threads'
import { FormatError } from '../model/errors.ts'
import { takeNameTable } from '../text/concepts.ts'
import { articlesOf } from './articles-of.ts'
import { parseFeed } from './parse.ts'
import type { ParseReply, ParseRequest, ReadFeed, ThreadData } from './parse-messages.ts'
import { titledBy } from './poll-result.ts'

/** Normalizing costs more than parsing: it is done here too, so that the main thread only stores. */
async function readFeed({ bytes, options, owner }: ParseRequest): Promise<ReadFeed> {
  const parsed = await parseFeed(bytes, options)
  if (owner === undefined) return parsed
  return { ...parsed, entries: [], articles: await articlesOf(parsed, titledBy(owner.feed, parsed), owner.now) }
}

async function read(request: ParseRequest): Promise<ParseReply> {
  if (request.kind === 'parse') return { kind: 'parsed', parsed: await readFeed(request) }
  // Loaded when it is needed: a bot whose feeds carry whole texts never pays for it.
  const { extractPage } = await import('./page-bytes.ts')
  return { kind: 'extracted', article: extractPage(request.bytes, request.options) }
}

async function answer(request: ParseRequest): Promise<ParseReply> {
  try {
    return await read(request)
  } catch (error) {
    const found = error instanceof FormatError ? error.found : 'unknown'
    return { kind: 'refused', message: error instanceof FormatError ? error.message : 'could not be read', found }
  }
}

const { names }: ThreadData = workerData
if (names !== undefined) takeNameTable(names)
const port = parentPort
port?.on('message', (request: ParseRequest) => {
  void answer(request).then(reply => port.postMessage(reply))
})
port?.postMessage({ kind: 'ready' } satisfies ParseReply)
