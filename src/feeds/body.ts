import { type Readable, Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib'
import { FetchError } from '../model/errors.ts'

export interface BodyLimits {
  /** Bytes as they come over the wire. */
  readonly wireBytes: number
  /** Bytes after decompression. */
  readonly decodedBytes: number
}

export type Coding = 'identity' | 'gzip' | 'br' | 'deflate'

const CODINGS: ReadonlyMap<string, Coding> = new Map([
  ['', 'identity'],
  ['identity', 'identity'],
  ['gzip', 'gzip'],
  ['x-gzip', 'gzip'],
  ['br', 'br'],
  ['deflate', 'deflate'],
])

/**
 * Reads Content-Encoding (https://www.rfc-editor.org/rfc/rfc9110#section-8.4.1). More than one coding is refused:
 * chains multiply what a small body can grow to.
 * @throws FetchError of kind 'encoding'
 */
export function codingOf(contentEncoding: string | undefined): Coding {
  const coding = CODINGS.get((contentEncoding ?? '').trim().toLowerCase())
  if (coding === undefined) throw new FetchError('encoding', 'unknown or chained Content-Encoding')
  return coding
}

/** Counts what passes and breaks off above the limit. */
function countingLimit(limit: number, what: string): Transform {
  let seen = 0
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      seen += chunk.length
      if (seen > limit) done(new FetchError('tooLarge', `more than ${limit} bytes ${what}`))
      else done(null, chunk)
    },
  })
}

/** The low bits of a zlib header name the method 8 (https://www.rfc-editor.org/rfc/rfc1950#section-2.2). */
const ZLIB_METHOD = 8

/** Servers send "deflate" with and without the zlib wrapper; the first byte tells which. */
async function* inflate(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const chunks = source[Symbol.asyncIterator]()
  const first = await chunks.next()
  if (first.done === true) return
  const isWrapped = ((first.value[0] ?? 0) & 0x0f) === ZLIB_METHOD
  const decoder = isWrapped ? createInflate() : createInflateRaw()
  async function* all(): AsyncGenerator<Uint8Array> {
    yield first.value
    for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) yield next.value
  }
  const feeding = pipeline(all, decoder)
  feeding.catch(() => undefined)
  yield* decoder
  await feeding
}

/** Collects into memory; breaks off above the limit. */
function collector(limit: number): { readonly sink: Writable; readonly bytes: () => Uint8Array } {
  const chunks: Uint8Array[] = []
  let size = 0
  const sink = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      size += chunk.length
      if (size > limit) return done(new FetchError('tooLarge', `more than ${limit} bytes after decompression`))
      chunks.push(chunk)
      done()
    },
  })
  return { sink, bytes: () => Buffer.concat(chunks, size) }
}

async function readPlain(body: Readable, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > limit) throw new FetchError('tooLarge', `more than ${limit} bytes on the wire`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, size)
}

/**
 * Reads a response body to its end and undoes its coding, never holding more than the limits allow.
 * @throws FetchError of kind 'tooLarge', or the stream's own error
 */
export async function readBody(body: Readable, coding: Coding, limits: BodyLimits): Promise<Uint8Array> {
  if (coding === 'identity') return readPlain(body, Math.min(limits.wireBytes, limits.decodedBytes))
  const counted = countingLimit(limits.wireBytes, 'on the wire')
  const { sink, bytes } = collector(limits.decodedBytes)
  if (coding === 'deflate') await pipeline(body, counted, inflate, sink)
  else await pipeline(body, counted, coding === 'gzip' ? createGunzip() : createBrotliDecompress(), sink)
  return bytes()
}
