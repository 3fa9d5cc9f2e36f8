import { FetchError, type FetchErrorKind } from '../model/errors.ts'

/** Where the download was when it failed: the same reset means "not reachable" before and "cut off" after the headers. */
export type FetchStage = 'headers' | 'body'

const TIMEOUTS: ReadonlySet<string> = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'ETIMEDOUT',
])
/** Node's names for a connection that can not be made or is broken. */
const CONNECTION_FAILURES: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'EPIPE',
  'UND_ERR_SOCKET',
])
/** OpenSSL's names as Node gives them (https://nodejs.org/api/tls.html#x509-certificate-error-codes). */
const TLS_FAILURE =
  /^(?:ERR_TLS|ERR_SSL|CERT_|CRL_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH|HOSTNAME_MISMATCH|EPROTO)/
/** Cut-off compressed data and broken compressed data, as zlib names them. */
const CUT_OFF = 'Z_BUF_ERROR'
const ZLIB_FAILURE = /^(?:Z_|ERR_BROTLI|ERR__ERROR_|ERR_PADDING|ERR_[A-Z_]*_FORMAT)/
const CUT_SHORT: ReadonlySet<string> = new Set(['UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'ERR_STREAM_PREMATURE_CLOSE'])

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  const own = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (own !== '' || !(error instanceof AggregateError)) return own
  return codeOf(error.errors[0])
}

function kindOf(code: string, stage: FetchStage): FetchErrorKind {
  if (TIMEOUTS.has(code)) return 'timeout'
  if (CUT_SHORT.has(code) || code === CUT_OFF) return 'truncated'
  if (CONNECTION_FAILURES.has(code)) return stage === 'body' ? 'truncated' : 'connect'
  if (TLS_FAILURE.test(code)) return 'tls'
  if (ZLIB_FAILURE.test(code)) return 'encoding'
  return 'protocol'
}

const SENTENCES: Readonly<Record<FetchErrorKind, string>> = {
  dns: 'name not found',
  connect: 'no connection',
  tls: 'the certificate or the encryption is not accepted',
  timeout: 'no answer in time',
  tooLarge: 'too large',
  truncated: 'the document was cut off',
  blocked: 'not a public address',
  redirects: 'redirects that lead nowhere',
  encoding: 'compressed in a way that can not be read',
  status: 'the server refused',
  protocol: 'not an answer that HTTP allows',
  paused: 'left alone for now',
}

/**
 * Turns what undici, Node or zlib threw into a FetchError. Of the original only its code is kept: parser errors
 * carry pieces of the body.
 * @param at where it happened: only its host is shown and kept
 */
export function asFetchError(error: unknown, stage: FetchStage, at: URL): FetchError {
  const { host, hostname: place } = at
  if (error instanceof FetchError) {
    return new FetchError(error.kind, `${place}: ${error.message.replace(`${place}: `, '')}`, {
      ...(error.status === undefined ? {} : { status: error.status }),
      ...(error.retryAfterMs === undefined ? {} : { retryAfterMs: error.retryAfterMs }),
      host,
      cause: error.cause,
    })
  }
  const code = codeOf(error)
  const kind = kindOf(code, stage)
  return new FetchError(kind, `${place}: ${SENTENCES[kind]}${code === '' ? '' : ` (${code})`}`, { host })
}
