import { lookup as systemLookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import { buildConnector } from 'undici'
import { FetchError } from '../model/errors.ts'

/**
 * A host and port that the operator opens although the guard would refuse them. With `connectTo`, connections
 * to exactly this host and port go to another address (a name of the sample newsstand on a loopback port).
 */
export interface AllowedHost {
  readonly host: string
  readonly port: number
  readonly connectTo?: { readonly host: string; readonly port: number }
}

export interface HostAddress {
  readonly address: string
  readonly family: number
}

/** All addresses of a name. */
export type HostLookup = (hostname: string) => Promise<readonly HostAddress[]>

/** Ports that publishers use; anything else is somebody's database or mail server. */
export const OPEN_PORTS: readonly number[] = [80, 443, 8080, 8443]

/** Global unicast space, the only part of IPv6 that is routed (https://www.iana.org/assignments/ipv6-address-space). */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3')

/** Looks public and is the host's own: https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16 */
const PLATFORM_ADDRESSES: ReadonlySet<string> = new Set(['168.63.129.16'])

/**
 * Whether an address belongs to the public internet: neither special in the IANA registries
 * (https://www.iana.org/assignments/iana-ipv4-special-registry, …/iana-ipv6-special-registry)
 * nor an IPv6 form that carries an IPv4 address to a translator, nor the inside of a cloud under a public number.
 * @param address an IPv4 or IPv6 address without brackets
 */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0 || address.includes('%')) return false
  const parsed = ipaddr.parse(address)
  if (PLATFORM_ADDRESSES.has(parsed.toString())) return false
  if (parsed instanceof ipaddr.IPv6 && !parsed.match(GLOBAL_IPV6)) return false
  return parsed.range() === 'unicast'
}

/** Without brackets, root dot and capitals. */
const bareHost = (hostname: string): string => hostname.replace(/^\[|\]$|\.$/g, '').toLowerCase()

/** Names that mean this machine whatever a name server says (https://www.rfc-editor.org/rfc/rfc6761#section-6.3). */
const isLocalName = (host: string): boolean => /(?:^|\.)localhost$/.test(host)

const portOf = (protocol: string, port: string): number =>
  port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port)

/** The entry of the allow-list for exactly this host and port, if there is one. */
function findAllowed(allow: readonly AllowedHost[], hostname: string, port: number): AllowedHost | undefined {
  const host = bareHost(hostname)
  return allow.find(entry => bareHost(entry.host) === host && entry.port === port)
}

/**
 * Refuses an address before anything is sent: only http(s), only web ports, no private literal.
 * What a name resolves to is checked when it is connected.
 * @throws FetchError of kind 'blocked'
 */
export function checkUrl(url: URL, allow: readonly AllowedHost[], ports: readonly number[] = OPEN_PORTS): void {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new FetchError('blocked', `addresses of the kind ${url.protocol} are not fetched`)
  }
  const port = portOf(url.protocol, url.port)
  if (findAllowed(allow, url.hostname, port) !== undefined) return
  if (!ports.includes(port)) throw new FetchError('blocked', `port ${port} is not fetched`)
  const host = bareHost(url.hostname)
  if (isLocalName(host) || (isIP(host) !== 0 && !isPublicAddress(host))) {
    throw new FetchError('blocked', `${host} is not a public address`)
  }
}

export interface GuardOptions {
  readonly allow: readonly AllowedHost[]
  readonly dnsMs: number
  readonly connectMs: number
  readonly lookup?: HostLookup
}

const resolveName: HostLookup = hostname => systemLookup(hostname, { all: true })

async function within<T>(work: Promise<T>, ms: number, late: () => Error): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), ms)
  })
  try {
    return await Promise.race([work, deadline])
  } finally {
    clearTimeout(timer)
  }
}

/** The addresses of a host that may be connected; never empty. */
async function connectable(
  hostname: string,
  isAllowed: boolean,
  options: GuardOptions,
): Promise<readonly HostAddress[]> {
  const host = bareHost(hostname)
  const family = isIP(host)
  const lookup = options.lookup ?? resolveName
  const late = (): Error => new FetchError('dns', `${host}: no answer from the name server in ${options.dnsMs} ms`)
  const addresses =
    family !== 0
      ? [{ address: host, family }]
      : await within(lookup(host), options.dnsMs, late).catch((error: unknown) => {
          throw error instanceof FetchError ? error : new FetchError('dns', `${host}: name not found`, { cause: error })
        })
  const usable = isAllowed ? addresses : addresses.filter(({ address }) => isPublicAddress(address))
  if (addresses.length === 0) throw new FetchError('dns', `${host}: name has no address`)
  if (usable.length === 0) throw new FetchError('blocked', `${host} is not a public address`)
  return usable
}

/** Answers Node's connect with addresses that were checked before, so that a second, different answer can not slip in. */
function fixedLookup(addresses: readonly HostAddress[]) {
  return (
    _hostname: string,
    options: { all?: boolean | undefined },
    callback: (error: null, address: string | HostAddress[], family?: number) => void,
  ): void => {
    const [first] = addresses
    if (options.all === true || first === undefined) callback(null, [...addresses])
    else callback(null, first.address, first.family)
  }
}

/**
 * A connector for an undici Agent that only opens sockets to public addresses (or to what `allow` opens). It checks
 * the very address that is connected: literals are caught here (Node asks no lookup for them), names are resolved here
 * once and the socket gets no other address. Failures are FetchErrors of kind 'dns' or 'blocked', or Node's own.
 */
export function createGuardedConnector(options: GuardOptions): buildConnector.connector {
  return (target, callback) => {
    const port = portOf(target.protocol, target.port)
    const allowed = findAllowed(options.allow, target.hostname, port)
    const host = allowed?.connectTo?.host ?? target.hostname
    connectable(host, allowed !== undefined, options).then(
      addresses => {
        const connect = buildConnector({
          timeout: options.connectMs,
          allowH2: false,
          maxCachedSessions: 0,
          lookup: fixedLookup(addresses),
          autoSelectFamily: true,
        })
        const first = addresses[0]?.address ?? host
        // A literal is connected as it was checked; a name keeps its own form, which the certificate is checked for.
        const hostname = isIP(bareHost(host)) === 0 ? host : first
        connect({ ...target, hostname, port: String(allowed?.connectTo?.port ?? port) }, callback)
      },
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), null),
    )
  }
}
