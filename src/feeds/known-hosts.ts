/** Between the starts of two requests to a host that we know nothing special of. */
const USUAL_SPACING_MS = 1000

/**
 * Hosts that want more, with everything under them: the many names of such a house are one server with one limit. Reddit
 * takes one request a minute from an address without an account; the others answer 429 when their names are asked together.
 */
const KNOWN_HOSTS: readonly { readonly domain: string; readonly spacingMs: number }[] = [
  { domain: 'blogspot.com', spacingMs: 2000 },
  { domain: 'github.com', spacingMs: 2000 },
  { domain: 'medium.com', spacingMs: 5000 },
  { domain: 'reddit.com', spacingMs: 60_000 },
  { domain: 'substack.com', spacingMs: 2000 },
  { domain: 'tumblr.com', spacingMs: 2000 },
  { domain: 'wordpress.com', spacingMs: 2000 },
  { domain: 'youtube.com', spacingMs: 2000 },
]

const findKnown = (host: string) => KNOWN_HOSTS.find(({ domain }) => host === domain || host.endsWith(`.${domain}`))

/** The name under which a host's requests are counted: its own, or that of the house it belongs to. */
export const hostGroup = (host: string): string => findKnown(host)?.domain ?? host

/** Least time between the starts of two requests to a host, in milliseconds. */
export const hostSpacingMs = (host: string): number => findKnown(host)?.spacingMs ?? USUAL_SPACING_MS

/** The host that is asked, with its port when that is not the usual one: what gates and pauses count by. @throws TypeError */
export const hostWithPort = (url: string): string => new URL(url).host
