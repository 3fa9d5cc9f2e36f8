import { FetchError } from '../model/errors.ts'
import { maskSecrets } from '../text/url.ts'

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])
const PERMANENT: ReadonlySet<number> = new Set([301, 308])

/** Whether a status sends us to another address (https://www.rfc-editor.org/rfc/rfc9110#section-15.4). */
export const isRedirect = (status: number): boolean => REDIRECTS.has(status)

/** Where the fetch stands after some hops. */
export interface Hop {
  /** Without credentials and fragment. */
  readonly url: URL
  /** Hops taken so far. */
  readonly count: number
  /** Every hop so far was permanent. */
  readonly isPermanent: boolean
}

/** The first request's address, its credentials set apart so that they go nowhere else. */
export interface FetchOrigin {
  readonly url: URL
  /** Value of the Authorization header for this origin. */
  readonly authorization?: string
  readonly userinfo?: { readonly username: string; readonly password: string }
}

function bare(url: URL): URL {
  const copy = new URL(url)
  copy.username = ''
  copy.password = ''
  copy.hash = ''
  return copy
}

/** Percent-decoded; a stray "%" stands for itself. */
function unescaped(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/**
 * Reads the address that was asked for.
 * @throws FetchError of kind 'blocked' when it is not an address
 */
export function fetchOrigin(address: string): FetchOrigin {
  if (!URL.canParse(address)) throw new FetchError('blocked', 'not an address')
  const url = new URL(address)
  const { username, password } = url
  if (username === '' && password === '') return { url: bare(url) }
  const pair = `${unescaped(username)}:${unescaped(password)}`
  return {
    url: bare(url),
    authorization: `Basic ${Buffer.from(pair, 'utf8').toString('base64')}`,
    userinfo: { username, password },
  }
}

const hasSecrets = ({ url, userinfo }: FetchOrigin): boolean =>
  userinfo !== undefined || maskSecrets(url.href) !== url.href

/** Some servers send raw UTF-8 in Location; header values arrive with one character per byte. */
function locationText(location: string): string {
  const text = Buffer.from(location, 'latin1').toString('utf8')
  return text.includes('\uFFFD') ? location : text
}

/**
 * The next address of a redirect. Credentials never leave the origin that they were given for, and never travel
 * from https to http.
 * @throws FetchError of kind 'redirects' (too many, downgrade) or 'protocol' (no usable Location)
 */
export function followRedirect(
  from: Hop,
  status: number,
  location: string | undefined,
  origin: FetchOrigin,
  limit: number,
): Hop {
  if (location === undefined || location === '') throw new FetchError('protocol', 'redirect without an address')
  if (from.count >= limit) throw new FetchError('redirects', `more than ${limit} redirects`)
  const text = locationText(location)
  if (!URL.canParse(text, from.url.href)) throw new FetchError('protocol', 'redirect to something that is no address')
  const url = bare(new URL(text, from.url))
  const isDowngrade = from.url.protocol === 'https:' && url.protocol === 'http:'
  if (isDowngrade && hasSecrets(origin)) {
    throw new FetchError('redirects', 'redirect from https to http with credentials')
  }
  return { url, count: from.count + 1, isPermanent: from.isPermanent && PERMANENT.has(status) && !isDowngrade }
}

/**
 * The address that the feed has for good from now on: when every hop was permanent. Credentials stay with it on the
 * same origin; on another one the move is not taken over, since the address would be useless without them.
 */
export function movedAddress(hop: Hop, origin: FetchOrigin): string | undefined {
  if (hop.count === 0 || !hop.isPermanent) return undefined
  const url = new URL(hop.url)
  if (origin.userinfo !== undefined) {
    if (url.origin !== origin.url.origin) return undefined
    url.username = origin.userinfo.username
    url.password = origin.userinfo.password
  }
  return url.href === origin.url.href ? undefined : url.href
}
