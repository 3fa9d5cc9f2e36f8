import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js'
import { DeliveryError, type DeliveryOutcome } from '../../model/errors.ts'

/*
 * https://docs.discord.com/developers/topics/opcodes-and-status-codes#json
 */
const UNKNOWN_INTERACTION = 10_062
const INVALID_WEBHOOK_TOKEN = 50_027
const ALREADY_ACKNOWLEDGED = 40_060
const UNKNOWN_WEBHOOK = 10_015
const INVALID_FORM_BODY = 50_035

/** The channel can not be written to until a person there changes something. */
const GONE = new Set<number | string>([
  10_003, // unknown channel
  10_004, // unknown guild
  50_001, // missing access
  50_007, // direct messages closed
  50_013, // missing permissions
  50_024, // wrong kind of channel
  50_083, // archived thread
  50_278, // no mutual guild
  160_005, // locked thread
])

/** Discord did not write the message and says that a later attempt may do better. */
const LATER = new Map<number | string, number>([
  [20_016, 60_000], // slow mode
  [20_022, 60_000], // write limit of announcements
  [20_028, 60_000], // write limit of the channel
  [130_000, 60_000], // overloaded
])

/** Failures before the first byte of the request was sent. */
const UNSENT = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'UND_ERR_CONNECT_TIMEOUT',
])

const MESSAGE_CHARS = 300

const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return ''
  if ('code' in error && typeof error.code === 'string') return error.code
  return codeOf(error.cause)
}

/**
 * What went wrong, safe to log: no URL (an interaction's holds its token), no body, and not the bot's token.
 * @returns at most about 300 characters
 */
export function describeError(error: unknown, token: string): string {
  const words =
    error instanceof DiscordAPIError
      ? `Discord answered ${error.status} (code ${error.code}): ${error.message}`
      : error instanceof HTTPError
        ? `Discord answered ${error.status}`
        : error instanceof RateLimitError
          ? `Discord asks to wait ${error.retryAfter} ms`
          : error instanceof Error
            ? `${error.name} ${codeOf(error)} ${error.message}`
            : 'unknown failure'
  const safe = token === '' ? words : words.replaceAll(token, '[token]')
  return safe
    .replace(/https?:\/\/\S+/g, '[url]')
    .replace(/\s+/g, ' ')
    .slice(0, MESSAGE_CHARS)
}

/** Whether Discord does not accept the bot's token. */
export function isTokenRefused(error: unknown): boolean {
  if (error instanceof DiscordAPIError) return error.status === 401 && error.code !== INVALID_WEBHOOK_TOKEN
  return error instanceof Error && (codeOf(error) === 'TokenInvalid' || error.message.startsWith('Expected token'))
}

/** Whether an answer came too late or was given twice: nothing that another attempt could mend. */
export function isLateAnswer(error: unknown): boolean {
  if (!(error instanceof DiscordAPIError)) return false
  return [UNKNOWN_INTERACTION, INVALID_WEBHOOK_TOKEN, ALREADY_ACKNOWLEDGED, UNKNOWN_WEBHOOK].includes(
    Number(error.code),
  )
}

/** Whether Discord refused what was sent, not that it was sent. */
export const isInvalidPayload = (error: unknown): boolean =>
  error instanceof DiscordAPIError && error.status === 400 && error.code === INVALID_FORM_BODY

function outcomeOfAnswer(error: DiscordAPIError): DeliveryOutcome {
  if (error.status === 401) return 'refused'
  if (LATER.has(error.code) || error.status === 429) return 'retry'
  if (GONE.has(error.code) || error.status === 403) return 'gone'
  return error.status === 408 ? 'uncertain' : 'rejected'
}

/**
 * What a failed attempt to post means for the part. The attempt must have been a single request: after a hidden
 * second one "connection refused" would prove nothing.
 */
export function toDeliveryError(error: unknown, token: string): DeliveryError {
  if (error instanceof DeliveryError) return error
  const message = describeError(error, token)
  if (error instanceof RateLimitError)
    return new DeliveryError('retry', message, { retryAfterMs: Math.max(0, Math.ceil(error.retryAfter)) })
  if (error instanceof DiscordAPIError) {
    const retryAfterMs = LATER.get(error.code)
    return new DeliveryError(outcomeOfAnswer(error), message, retryAfterMs === undefined ? {} : { retryAfterMs })
  }
  if (isTokenRefused(error)) return new DeliveryError('refused', message)
  return new DeliveryError(UNSENT.has(codeOf(error)) ? 'retry' : 'uncertain', message)
}
