/** Parameters that say where a click came from, not what is shown. */
const TRACKING_NAMES = new Set(
  (
    'fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ysclid twclid ttclid igshid igsh li_fat_id mc_cid mc_eid ' +
    'mkt_tok _hsenc _hsmi vero_id oly_anon_id oly_enc_id rb_clickid s_cid xtor xtref wt_mc wt_zmc cmpid cmp ncid ' +
    'ocid smid spm ito _ga _gl __twitter_impression guccounter guce_referrer guce_referrer_sig traffic_source'
  ).split(' '),
)
const TRACKING_PREFIX = /^(?:utm_|at_(?:medium|campaign|custom|link|format|ptr|bbc)|pk_|piwik_|mtm_|matomo_|hsa_|trk_)/

/** Query names whose value opens a door. */
const SECRET_NAME =
  /^(?:.*[_-])?(?:token|key|apikey|secret|auth|authorization|password|passwd|pass|pwd|signature|sig|session|sessionid|sid|code|jwt|credential|access|hash|hmac)$/i
/** A value without a telling name: long, and of letters and digits mixed. */
const SECRET_VALUE = /^(?=[^&]*\d)(?=[^&]*[A-Za-z])[\w.~+/=-]{20,}$/
const HIDDEN = '***'

function findWebUrl(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  const isWeb = (url.protocol === 'https:' || url.protocol === 'http:') && url.hostname !== ''
  return isWeb ? url : undefined
}

const isTracking = (name: string): boolean => TRACKING_NAMES.has(name) || TRACKING_PREFIX.test(name)

/** Works on the text of the query, so that what stays keeps its bytes. */
function withoutTracking(search: string): string {
  if (search === '') return ''
  const kept = search
    .slice(1)
    .split('&')
    .filter(pair => pair !== '' && !isTracking((pair.split('=', 1)[0] ?? '').toLowerCase()))
  return kept.length === 0 ? '' : `?${kept.join('&')}`
}

/**
 * One address for one page: host in lower case, no default port, no fragment, no tracking parameters, no credentials.
 * The order and bytes of the other parameters stay.
 * @returns undefined when it is no absolute http(s) address
 */
export function canonicalUrl(url: string): string | undefined {
  const parsed = findWebUrl(url.trim())
  if (parsed === undefined) return undefined
  parsed.hash = ''
  parsed.username = ''
  parsed.password = ''
  parsed.search = withoutTracking(parsed.search)
  return parsed.href
}

/** host, host:port or host/path as people type it; the host has a dot or is an IPv6 literal or "localhost". */
const BARE_HOST =
  /^(?:(?:[^\s/?#:@]+\.)+[^\s/?#:@.]{2,}\.?|\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:.]+\]|localhost)(?::\d{1,5})?(?:[/?#]|$)/iu

/** A person of the Fediverse, as their name is written: @user@host. */
const HANDLE = /^@([\w.-]+)@((?:[^\s/?#:@]+\.)+[^\s/?#:@.]{2,}(?::\d{1,5})?)$/u

/** The feed: scheme stands before an address ("feed:https://…") or in place of http ("feed://…"); it was never registered. */
function withoutFeedScheme(text: string): string {
  const rest = /^feed:(?<rest>.*)$/isu.exec(text)?.groups?.rest
  if (rest === undefined) return text
  return rest.startsWith('//') ? `http:${rest}` : rest
}

/**
 * What a person typed, as an address to fetch: a bare host gets "https://", "feed:" and @user@host are understood, angle
 * brackets around it and the fragment are dropped. The query is never altered.
 * @returns undefined when it is no web address
 */
export function feedAddress(input: string): string | undefined {
  const plain = withoutFeedScheme(input.trim().replace(/^<(?<inner>[^<>]*)>$/u, '$<inner>'))
  const typed = plain.replace(HANDLE, 'https://$2/@$1')
  if (/\s/u.test(typed)) return undefined
  const parsed = findWebUrl(BARE_HOST.test(typed) ? `https://${typed}` : typed)
  if (parsed === undefined) return undefined
  parsed.hash = ''
  return parsed.href
}

/** The host as people know it, without "www." and port; the text itself when it is no web address. */
export function hostOf(url: string): string {
  return findWebUrl(url)?.hostname.replace(/^www\./, '') ?? url
}

function maskedPair(pair: string): string {
  const [name = '', ...rest] = pair.split('=')
  const value = rest.join('=')
  return value !== '' && (SECRET_NAME.test(name) || SECRET_VALUE.test(value)) ? `${name}=${HIDDEN}` : pair
}

/**
 * The address for messages and logs: credentials and query values that look like tokens become "***".
 * Text that is no web address comes back with anything before an "@" hidden.
 */
export function maskSecrets(url: string): string {
  const parsed = findWebUrl(url)
  if (parsed === undefined) return url.replace(/\/\/[^/?#@]*@/u, `//${HIDDEN}@`)
  const credentials = parsed.username === '' && parsed.password === '' ? '' : `${HIDDEN}@`
  const query = parsed.search === '' ? '' : `?${parsed.search.slice(1).split('&').map(maskedPair).join('&')}`
  return `${parsed.protocol}//${credentials}${parsed.host}${parsed.pathname}${query}${parsed.hash}`
}

/**
 * Where people may look at a feed: its site, else the feed itself.
 * @returns undefined when the address holds what looks like a credential: a channel's readers are not all who may have it
 */
export function openAddress({ siteUrl, url }: { readonly siteUrl?: string; readonly url: string }): string | undefined {
  return [siteUrl, url].find(address => address !== undefined && maskSecrets(address) === address)
}
