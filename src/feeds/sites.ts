/** Where one publishing service keeps the feeds of its pages. */
export interface FeedSite {
  readonly name: string
  matches(url: URL): boolean
  /**
   * The feeds of a page, best first; none when the address alone does not tell.
   * @param html the page, once it was read
   */
  feeds(url: URL, html?: string): readonly string[]
}

/** Whether the host is the domain or lies under it. */
const isOf = ({ hostname }: URL, domain: string): boolean => hostname === domain || hostname.endsWith(`.${domain}`)

const partsOf = ({ pathname }: URL): readonly string[] => pathname.split('/').filter(part => part !== '')

/** An address at the same service; the scheme stays as it was typed. */
const at = (url: URL, path: string, hostname = url.hostname): string =>
  new URL(path, `${url.protocol}//${hostname}${url.port === '' ? '' : `:${url.port}`}`).href

/** What stands in a page of a channel, in the order of trust: its own address, then the page's data. */
const CHANNEL_IN_PAGE: readonly RegExp[] = [
  /<link[^>]{1,200}rel="canonical"[^>]{1,200}\/channel\/(UC[\w-]{22})/i,
  /<meta[^>]{1,100}itemprop="(?:channelId|identifier)"[^>]{1,100}content="(UC[\w-]{22})"/i,
  /"externalId":"(UC[\w-]{22})"/,
  /"channelId":"(UC[\w-]{22})"/,
]

function youtubeFeeds(url: URL, html?: string): readonly string[] {
  const [first = '', second] = partsOf(url)
  const list = url.searchParams.get('list')
  const feed = (name: string, value: string): readonly string[] => [
    at(url, `/feeds/videos.xml?${name}=${encodeURIComponent(value)}`, 'www.youtube.com'),
  ]
  if (first === 'channel' && second !== undefined) return feed('channel_id', second)
  if (first === 'playlist' && list !== null) return feed('playlist_id', list)
  if (first === 'user' && second !== undefined) return feed('user', second)
  const channel = CHANNEL_IN_PAGE.map(pattern => pattern.exec(html ?? '')?.[1]).find(id => id !== undefined)
  return channel === undefined ? [] : feed('channel_id', channel)
}

function redditFeeds(url: URL): readonly string[] {
  const [kind, name] = partsOf(url)
  if (kind === undefined || name === undefined) return []
  return [at(url, `/${kind === 'u' ? 'user' : kind}/${name}/.rss`)]
}

/** Releases are what most people follow; a repository that makes none has its commits. */
function githubFeeds(url: URL): readonly string[] {
  const [owner, repository, page, ...rest] = partsOf(url)
  if (owner === undefined) return []
  if (repository === undefined) return [at(url, `/${owner}.atom`)]
  const base = `/${owner}/${repository.replace(/\.git$/, '')}`
  if (page === 'commits') return [at(url, `${[base, 'commits', ...rest].join('/')}.atom`)]
  if (page === 'tags') return [at(url, `${base}/tags.atom`)]
  return [at(url, `${base}/releases.atom`), at(url, `${base}/commits.atom`)]
}

function mediumFeeds(url: URL): readonly string[] {
  const parts = partsOf(url)
  if (url.hostname !== 'medium.com' && url.hostname !== 'www.medium.com') return [at(url, '/feed')]
  const [first, second] = parts
  if (first === undefined) return []
  const isTag = first === 'tag' && second !== undefined
  return [at(url, isTag ? `/feed/tag/${second}` : `/feed/${first}`)]
}

/** A page of a person on a server of the Fediverse: https://docs.joinmastodon.org/user/profile/. */
const PROFILE = /^\/(?:@|users\/)[\w.-]+\/?$/
const IS_FEED_PATH = /\.(?:rss|atom|xml|json)$/i

/** Services whose feeds are not (or not always) named in their pages. Adding one: a row here. */
export const FEED_SITES: readonly FeedSite[] = [
  {
    name: 'YouTube',
    matches: url => isOf(url, 'youtube.com') && !url.pathname.startsWith('/feeds/'),
    feeds: youtubeFeeds,
  },
  {
    name: 'Reddit',
    matches: url => isOf(url, 'reddit.com') && /^\/(?:r|u|user)\//.test(url.pathname) && !url.pathname.endsWith('.rss'),
    feeds: redditFeeds,
  },
  {
    name: 'GitHub',
    matches: url => /^(?:www\.)?github\.com$/.test(url.hostname) && !IS_FEED_PATH.test(url.pathname),
    feeds: githubFeeds,
  },
  {
    name: 'Substack',
    matches: url => url.hostname.endsWith('.substack.com') && !/^\/feed\/?$/.test(url.pathname),
    feeds: url => [at(url, '/feed')],
  },
  {
    name: 'Medium',
    matches: url => isOf(url, 'medium.com') && !url.pathname.startsWith('/feed'),
    feeds: mediumFeeds,
  },
  {
    name: 'Mastodon',
    matches: url => PROFILE.test(url.pathname) && !IS_FEED_PATH.test(url.pathname),
    feeds: url => [at(url, `${url.pathname.replace(/\/$/, '')}.rss`)],
  },
]

/** The service that an address belongs to: the first row of the table that knows it. */
export function findSite(address: string): { readonly site: FeedSite; readonly url: URL } | undefined {
  const url = new URL(address)
  const site = FEED_SITES.find(row => row.matches(url))
  return site === undefined ? undefined : { site, url }
}
