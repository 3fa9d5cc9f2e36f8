// The body of a parser thread: see parser-pool.ts.
import { parentPort } from 'node:worker_threads'
import { FormatError } from '../model/errors.ts'
import { parseFeed } from './parse.ts'
import type { ParseReply, ParseRequest } from './parse-messages.ts'

async function answer({ bytes, options }: ParseRequest): Promise<ParseReply> {
  try {
    return { kind: 'parsed', parsed: await parseFeed(bytes, options) }
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
