import { FetchError, FormatError, UserError } from '../model/errors.ts'
import { maskSecrets } from '../text/url.ts'
import { COMPLAINT_PAUSE_MS } from './complaints.ts'
import { OPEN_PORTS } from './guard.ts'
import { looksLikeOpml } from './opml-read.ts'

/** What a feed may weigh, as people are told. */
const SIZE_LIMIT_TEXT = '5 MB'

/** Files that people take for feeds, by their first bytes. */
const FILE_KINDS: readonly (readonly [start: string, kind: string])[] = [
  ['%PDF-', 'PDF'],
  ['PK\u0003\u0004', 'ZIP'],
  ['\u0089PNG', 'PNG'],
  ['GIF8', 'GIF'],
  ['\u00ff\u00d8\u00ff', 'JPEG'],
  ['ID3', 'MP3'],
]
const START_BYTES = 4096

const startOf = (bytes: Uint8Array): string => Buffer.from(bytes.subarray(0, START_BYTES)).toString('latin1')

/** Whether the bytes begin as a list of feeds does; its `body` makes it look like a page. */
export const isOpml = (bytes: Uint8Array): boolean => looksLikeOpml(startOf(bytes))

/** Says what the document is instead of a feed, as far as its beginning tells. */
export function notFeed(url: string, bytes: Uint8Array, cause: FormatError): UserError {
  const start = startOf(bytes)
  const details = { url: maskSecrets(url) }
  if (looksLikeOpml(start)) return new UserError('opmlAddress', details, { cause })
  const kind = FILE_KINDS.find(([first]) => start.startsWith(first))?.[1]
  return new UserError('notFeed', kind === undefined ? details : { ...details, kind }, { cause })
}

/** The site's front page, where a feed may be found; empty when that is the address itself. */
function frontPage(url: string): string {
  const { origin, pathname, search } = new URL(url)
  return pathname === '/' && search === '' ? '' : `${origin}/`
}

/** A name with a port that is never read from; of a literal address its network is told. */
function hasOddPort(url: string): boolean {
  const { hostname = '', port = '' } = URL.parse(url) ?? {}
  return port !== '' && !OPEN_PORTS.includes(Number(port)) && /[a-z]$/i.test(hostname) && hostname !== 'localhost'
}

const TOO_MANY_REQUESTS = 429
const UNAVAILABLE = 503
const MINUTE_MS = 60_000

/** Whether the host is not to be asked now: nothing can be said about the address. */
export const isBusy = (error: unknown): boolean =>
  error instanceof FetchError &&
  (error.kind === 'paused' ||
    error.status === TOO_MANY_REQUESTS ||
    (error.status === UNAVAILABLE && error.retryAfterMs !== undefined))

function busyDetails({ host = '', retryAfterMs = COMPLAINT_PAUSE_MS }: FetchError, url: string) {
  return { host: host === '' ? new URL(url).host : host, minutes: String(Math.ceil(retryAfterMs / MINUTE_MS)) }
}

/**
 * What went wrong with an address, in the words of a person.
 * @param url where it happened; secrets in it are masked
 */
export function feedErrorToUser(error: unknown, url: string): UserError {
  if (error instanceof UserError) return error
  const details = { url: maskSecrets(url) }
  const because = { cause: error }
  if (error instanceof FormatError) {
    return new UserError(error.found === 'html' ? 'noFeedOnPage' : 'notFeed', details, because)
  }
  if (!(error instanceof FetchError)) return new UserError('unexpected', {}, because)
  if (isBusy(error)) return new UserError('hostBusy', busyDetails(error, url), because)
  switch (error.kind) {
    case 'blocked':
      return hasOddPort(url)
        ? new UserError('closedPort', { ...details, ports: OPEN_PORTS.join(', ') }, because)
        : new UserError('privateAddress', details, because)
    case 'timeout':
      return new UserError('tooSlow', details, because)
    case 'tooLarge':
      return new UserError('tooLarge', { ...details, limit: SIZE_LIMIT_TEXT }, because)
    case 'truncated':
      return new UserError('truncated', details, because)
    case 'status':
      return new UserError(
        'httpStatus',
        { ...details, status: String(error.status ?? 0), site: frontPage(url) },
        because,
      )
    default:
      return new UserError('unreachable', { ...details, reason: error.kind }, because)
  }
}
