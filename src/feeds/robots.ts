import robots from 'robots-parser'
import { FetchError } from '../model/errors.ts'
import type { Clock } from '../ports/clock.ts'
import { isPaused } from './complaints.ts'
import type { Fetcher } from './fetched.ts'

/** A CommonJS module whose types say that its function is a property, which it is not. */
const parseRobots = robots as unknown as typeof robots.default

/** The name under which publishers address us in robots.txt. */
const AGENT = 'Tidings'
/** How long rules hold, and how long a host without an answer is left alone (https://www.rfc-editor.org/rfc/rfc9309#section-2.4). */
const RULES_MS = 24 * 3_600_000
const UNREACHABLE_MS = 3_600_000
/** What must be read of a file at least (RFC 9309 §2.5). */
const RULES_BYTES = 500 * 1024
/** Hosts whose rules are remembered; the oldest are forgotten first. */
const HOSTS_MAX = 1024

const BAD_REQUEST = 400
const TOO_MANY = 429
const SERVER_ERROR = 500

export interface RobotsOptions {
  /** A polite one. */
  readonly fetcher: Fetcher
  readonly clock: Clock
}

/** What the hosts of publishers allow robots to read. */
export interface Robots {
  /**
   * Whether we may fetch the page; asks the host for its rules when they are unknown or older than a day.
   * @param url absolute http(s) address
   * @throws FetchError 'paused' when the host is left alone and its rules are not known; the signal's reason
   */
  allows(url: string, signal: AbortSignal): Promise<boolean>
}

interface Rules {
  readonly untilMs: number
  readonly allows: (url: string) => boolean
}

/** A host that has no such file has no rules (RFC 9309 §2.3.1.3). */
const isMissing = ({ status = 0 }: FetchError): boolean =>
  status >= BAD_REQUEST && status < SERVER_ERROR && status !== TOO_MANY

/** Makes the keeper of rules: it remembers them for a day. */
export function createRobots({ fetcher, clock }: RobotsOptions): Robots {
  const known = new Map<string, Promise<Rules>>()
  const until = (ms: number): number => clock.now().getTime() + ms

  async function load(origin: string, signal: AbortSignal): Promise<Rules> {
    const address = `${origin}/robots.txt`
    try {
      const document = await fetcher.fetch(address, { accept: 'page', signal })
      const bytes = document.kind === 'fetched' ? document.bytes.subarray(0, RULES_BYTES) : new Uint8Array()
      const rules = parseRobots(address, new TextDecoder().decode(bytes))
      return { untilMs: until(RULES_MS), allows: url => rules.isAllowed(url, AGENT) ?? true }
    } catch (error) {
      signal.throwIfAborted()
      // Nothing was asked: that says nothing about the rules.
      if (!(error instanceof FetchError) || isPaused(error)) throw error
      if (isMissing(error)) return { untilMs: until(RULES_MS), allows: () => true }
      return { untilMs: until(UNREACHABLE_MS), allows: () => false }
    }
  }

  function ask(origin: string, signal: AbortSignal): Promise<Rules> {
    const asked = load(origin, signal)
    known.delete(origin)
    known.set(origin, asked)
    asked.catch(() => known.delete(origin))
    const [oldest] = known.keys()
    if (known.size > HOSTS_MAX && oldest !== undefined) known.delete(oldest)
    return asked
  }

  return {
    async allows(url, signal) {
      const { origin } = new URL(url)
      const remembered = await known.get(origin)
      const isFresh = remembered !== undefined && remembered.untilMs > clock.now().getTime()
      const rules = isFresh ? remembered : await ask(origin, signal)
      return rules.allows(url)
    },
  }
}
