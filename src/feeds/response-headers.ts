import type { Validators } from '../model/feed.ts'

/** Response headers as undici gives them: lower-case names, values with one character per byte. */
export type ResponseHeaders = Readonly<Record<string, string | readonly string[] | undefined>>

const SECOND_MS = 1000
const DAY_MS = 24 * 60 * 60 * SECOND_MS

/** The longest pause that a server may order by Retry-After. */
export const RETRY_AFTER_CAP_MS = 7 * DAY_MS

/** No copy counts as fresh for longer; keeps absurd values from overflowing a date. */
const FRESH_CAP_MS = 365 * DAY_MS

/** The value of a header; the lines of a repeated one joined as RFC 9110 §5.3 says. */
export function headerOf(headers: ResponseHeaders, name: string): string | undefined {
  const value = headers[name]
  return typeof value === 'string' || value === undefined ? value : value.join(', ')
}

/** The first line of a header that should have only one. */
function firstOf(headers: ResponseHeaders, name: string): string | undefined {
  const value = headers[name]
  return typeof value === 'string' || value === undefined ? value : value[0]
}

function dateMs(value: string | undefined): number | undefined {
  const ms = value === undefined || /^-?\d*$/.test(value.trim()) ? Number.NaN : Date.parse(value)
  return Number.isNaN(ms) ? undefined : ms
}

/**
 * How long the server asks us to stay away, in milliseconds: 1 to RETRY_AFTER_CAP_MS.
 * Seconds or an HTTP-date (https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3); undefined when absent, unreadable or past.
 */
export function retryAfterMs(headers: ResponseHeaders, now: Date): number | undefined {
  const value = firstOf(headers, 'retry-after')?.trim()
  if (value === undefined) return undefined
  const at = dateMs(value)
  const ms = /^\d+$/.test(value) ? Number(value) * SECOND_MS : at === undefined ? 0 : at - now.getTime()
  return ms > 0 ? Math.min(ms, RETRY_AFTER_CAP_MS) : undefined
}

const secondsOf = (value: string | undefined): number | undefined =>
  value !== undefined && /^\d+$/.test(value.trim()) ? Number(value) : undefined

/**
 * For how many more milliseconds the response counts as fresh: max-age, else Expires, less its age
 * (https://www.rfc-editor.org/rfc/rfc9111#section-4.2). Undefined when it does not say, or is stale already.
 */
export function freshForMs(headers: ResponseHeaders, now: Date): number | undefined {
  const control = headerOf(headers, 'cache-control')?.toLowerCase() ?? ''
  if (/(?:^|[\s,])no-(?:cache|store)(?:[\s,]|$)/.test(control)) return undefined
  const maxAge = secondsOf(/(?:^|[\s,])max-age="?(\d+)"?(?:[\s,]|$)/.exec(control)?.[1])
  const expires = dateMs(firstOf(headers, 'expires'))
  const sent = dateMs(firstOf(headers, 'date')) ?? now.getTime()
  const lifetime = maxAge !== undefined ? maxAge * SECOND_MS : expires !== undefined ? expires - sent : 0
  const left = Math.min(lifetime, FRESH_CAP_MS) - (secondsOf(firstOf(headers, 'age')) ?? 0) * SECOND_MS
  return left > 0 ? left : undefined
}

/** The publisher's cache marks, byte for byte; what the response does not have is absent. */
export function validatorsOf(headers: ResponseHeaders): Validators {
  const etag = firstOf(headers, 'etag')
  const lastModified = firstOf(headers, 'last-modified')
  return {
    ...(etag === undefined || etag === '' ? {} : { etag }),
    ...(lastModified === undefined || lastModified === '' ? {} : { lastModified }),
  }
}

/** The headers that make a request conditional (https://www.rfc-editor.org/rfc/rfc9110#section-13.1). */
export function conditionalHeaders(validators: Validators | undefined): Readonly<Record<string, string>> {
  return {
    ...(validators?.etag === undefined ? {} : { 'if-none-match': validators.etag }),
    ...(validators?.lastModified === undefined ? {} : { 'if-modified-since': validators.lastModified }),
  }
}
