import { GrammyError, HttpError } from 'grammy'
import { DeliveryError } from '../../model/errors.ts'
import { formatAddress, type Target } from './address.ts'

/** When a 429 does not say how long. */
const DEFAULT_RETRY_AFTER_MS = 5_000
const UNAUTHORIZED = 401
const FORBIDDEN = 403
const NOT_FOUND = 404
const CONFLICT = 409
const TOO_MANY_REQUESTS = 429
const BAD_REQUEST = 400
const SERVER_ERROR = 500

/** Texts of 400 that mean that this chat can not be written to, until a person changes that. */
const GONE =
  /chat not found|administrator rights|not enough rights|have no rights|CHAT_WRITE_FORBIDDEN|CHAT_RESTRICTED|TOPIC_CLOSED|PEER_ID_INVALID|user is deactivated|not a member|was deactivated|chat was deleted/i
const THREAD_MISSING = /message thread not found|TOPIC_DELETED|TOPIC_ID_INVALID/i
const BAD_MARKUP = /can't parse entities/i

/** Codes of failures before a byte of the request was written: no name, no route, no connection, no trust. */
const UNSENT =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EAI_FAIL|ENETUNREACH|ENETDOWN|EHOSTUNREACH|EHOSTDOWN|EADDRNOTAVAIL|EMFILE|ENFILE|CERT_\w+|ERR_TLS_CERT\w+|ERR_SSL\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+)$/

const has = (error: unknown, pattern: RegExp): boolean =>
  error instanceof GrammyError && error.error_code === BAD_REQUEST && pattern.test(error.description)

/** Telegram did not understand our markup. */
export const isBadMarkup = (error: unknown): boolean => has(error, BAD_MARKUP)

/** The topic is gone; the chat may well be there. */
export const isThreadMissing = (error: unknown): boolean => has(error, THREAD_MISSING)

/** The token is not (or no longer) that of a bot: 401, or 404 for one that does not even look like a token. */
export const isTokenRefused = (error: unknown): boolean =>
  error instanceof GrammyError && (error.error_code === UNAUTHORIZED || error.error_code === NOT_FOUND)

/** Somebody else is receiving this bot's updates. */
export const isConflict = (error: unknown): boolean => error instanceof GrammyError && error.error_code === CONFLICT

function codeOf(error: HttpError): string {
  const inner = error.error
  return inner instanceof Error && 'code' in inner && typeof inner.code === 'string' ? inner.code : ''
}

/** A connection attempt that timed out was never written to; a read that timed out was. */
function isUnsent(error: HttpError): boolean {
  const code = codeOf(error)
  if (code === 'ETIMEDOUT')
    return error.error instanceof Error && !/\b(?:read|write) ETIMEDOUT/.test(error.error.message)
  return UNSENT.test(code)
}

/**
 * A sentence about a failure that is safe to log: grammY's own errors hold the request's URL, and with it the token.
 * @returns the method and Telegram's own words, or the code of the network failure; no URL and nothing of the request
 */
export function describeError(error: unknown): string {
  if (error instanceof GrammyError) {
    return `${error.method}: ${error.error_code} ${error.description.replace(/\S*:\/\/\S*|\d{5,}:[\w-]{3,}/g, '…')}`
  }
  if (error instanceof HttpError) return `${error.message} ${codeOf(error)}`.trim()
  return error instanceof Error ? error.name : typeof error
}

function fromResponse(error: GrammyError, target: Target): DeliveryError {
  const words = `Telegram refused: ${describeError(error)}`
  const { migrate_to_chat_id: movedTo, retry_after: retryAfter } = error.parameters
  if (movedTo !== undefined) {
    return new DeliveryError('retry', words, { movedTo: formatAddress({ ...target, chatId: movedTo }) })
  }
  const code = error.error_code
  if (code === TOO_MANY_REQUESTS) {
    const retryAfterMs = retryAfter === undefined ? DEFAULT_RETRY_AFTER_MS : retryAfter * 1000
    return new DeliveryError('retry', words, { retryAfterMs })
  }
  if (code >= SERVER_ERROR) return new DeliveryError('retry', words)
  if (code === FORBIDDEN || has(error, GONE)) return new DeliveryError('gone', words)
  if (isTokenRefused(error)) return new DeliveryError('refused', words)
  return new DeliveryError('rejected', words)
}

/**
 * What a failed call means for the part that was to be sent. Sent is only what Telegram says is sent; a call that was
 * written and not answered is uncertain, for the Bot API has no idempotency key.
 * @returns an error without a cause, for the cause would hold the token
 */
export function toDeliveryError(error: unknown, target: Target): DeliveryError {
  if (error instanceof GrammyError) return fromResponse(error, target)
  if (error instanceof HttpError) {
    const isProven = isUnsent(error)
    return new DeliveryError(
      isProven ? 'retry' : 'uncertain',
      isProven ? `Telegram can not be reached: ${describeError(error)}` : `No answer came: ${describeError(error)}`,
    )
  }
  return new DeliveryError('rejected', `The part can not be sent: ${describeError(error)}`)
}
