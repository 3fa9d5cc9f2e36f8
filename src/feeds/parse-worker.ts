// The body of a parser thread: see parser-pool.ts.
import { parentPort } from 'node:worker_threads'
import { FormatError } from '../model/errors.ts'
import { parseFeed } from './parse.ts'
import type { ParseReply, ParseRequest } from './parse-messages.ts'

async function read({ kind, bytes, options }: ParseRequest): Promise<ParseReply> {
  if (kind === 'parse') return { kind: 'parsed', parsed: await parseFeed(bytes, options) }
  // Loaded when it is needed: a bot whose feeds carry whole texts never pays for it.
  const { extractPage } = await import('./page-bytes.ts')
  return { kind: 'extracted', article: extractPage(bytes, options) }
}

async function answer(request: ParseRequest): Promise<ParseReply> {
  try {
    return await read(request)
  } catch (error) {
    const found = error instanceof FormatError ? error.found : 'unknown'
    return { kind: 'refused', message: error instanceof FormatError ? error.message : 'could not be read', found }
  }
}

const port = parentPort
port?.on('message', (request: ParseRequest) => {
  void answer(request).then(reply => port.postMessage(reply))
})
port?.postMessage({ kind: 'ready' } satisfies ParseReply)
