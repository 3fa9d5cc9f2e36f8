import { tokenize } from '../text/tokenize.ts'

/** Feeds are named in the head of a page; more than this of it is not read. */
const PAGE_CHARACTERS_READ = 2 * 1024 * 1024
const CANDIDATE_LIMIT = 20

/** Media types by which pages name their feeds (https://blog.whatwg.org/feed-autodiscovery, https://www.jsonfeed.org/version/1.1/#discovery). */
const FEED_TYPES: ReadonlySet<string> = new Set([
  'application/rss+xml',
  'application/atom+xml',
  'application/rdf+xml',
  'application/feed+json',
])

/** May name a feed; WordPress names its programming interface so. */
const GENERIC_TYPES: ReadonlySet<string> = new Set(['application/json', 'application/xml', 'text/xml'])

/** Where the usual publishing systems have their feeds; tried when a page names none. */
const COMMON_PATHS: readonly string[] = ['/feed', '/rss', '/feed.xml', '/rss.xml', '/atom.xml']

/** Feeds of comments are offered beside the real one. */
const IS_COMMENTS = /comment|kommentar|comentario|commentaire/i

/** A page that leads on sooner than a person reads it; a slower one only renews itself. */
const REFRESH_SECONDS = 10

export interface FeedCandidate {
  readonly url: string
  readonly title?: string
  /** The page named it; otherwise it is a guess. */
  readonly isDeclared: boolean
  /** Feeds of comments: not what a person means. */
  readonly isAside?: boolean
}

type Attributes = ReadonlyMap<string, string>

function absolute(href: string | undefined, base: string): string | undefined {
  const trimmed = href?.trim() ?? ''
  if (trimmed === '' || !URL.canParse(trimmed, base)) return undefined
  const url = new URL(trimmed, base)
  url.hash = ''
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined
}

const wordsOf = (value: string | undefined): readonly string[] => (value ?? '').toLowerCase().split(/\s+/)

const mediaType = (value: string | undefined): string => (value ?? '').toLowerCase().split(';', 1)[0]?.trim() ?? ''

/** 'declared': the page says that it is a feed; 'generic': it may be one. */
function linkKind(attributes: Attributes): 'declared' | 'generic' | undefined {
  const relations = wordsOf(attributes.get('rel'))
  const type = mediaType(attributes.get('type'))
  if (relations.includes('feed')) return 'declared'
  if (!relations.includes('alternate')) return undefined
  if (FEED_TYPES.has(type)) return 'declared'
  return GENERIC_TYPES.has(type) ? 'generic' : undefined
}

/**
 * The attributes of every element of some names, in the order of the page. On the tokenizer alone: the parser above it
 * keeps a stack of open elements and takes quadratic time on pages that never close one.
 */
function readElements(
  html: string,
  names: ReadonlySet<string>,
  take: (name: string, attributes: Attributes) => void,
): void {
  let element: string | undefined
  let attributes = new Map<string, string>()
  let attribute = ''
  let value = ''
  const finish = (): void => {
    if (element !== undefined) take(element, attributes)
    element = undefined
  }
  tokenize(
    html,
    { isXml: false, decodesEntities: true },
    {
      onopentagname(start, end) {
        const name = html.slice(start, end).toLowerCase()
        element = names.has(name) ? name : undefined
        attributes = new Map()
      },
      onattribname(start, end) {
        if (element !== undefined) attribute = html.slice(start, end).toLowerCase()
        value = ''
      },
      onattribdata(start, end) {
        if (element !== undefined) value += html.slice(start, end)
      },
      onattribentity(codePoint) {
        if (element !== undefined) value += String.fromCodePoint(codePoint)
      },
      onattribend() {
        if (element !== undefined && !attributes.has(attribute)) attributes.set(attribute, value)
      },
      onopentagend: finish,
      onselfclosingtag: finish,
    },
  )
}

const READ_ELEMENTS: ReadonlySet<string> = new Set(['link', 'base'])

/** The link elements that name feeds, as they stand, and the page's base address. */
function readLinks(html: string, pageUrl: string): { readonly links: readonly Attributes[]; readonly base: string } {
  const links: Attributes[] = []
  let base: string | undefined
  readElements(html.slice(0, PAGE_CHARACTERS_READ), READ_ELEMENTS, (name, attributes) => {
    if (name === 'base') base ??= absolute(attributes.get('href'), pageUrl)
    else if (links.length < CANDIDATE_LIMIT && linkKind(attributes) !== undefined) links.push(attributes)
  })
  return { links, base: base ?? pageUrl }
}

function guesses(pageUrl: string): readonly FeedCandidate[] {
  const url = new URL(pageUrl)
  const folder = url.pathname.replace(/\/[^/]*$/, '')
  const below = folder === '' ? [] : COMMON_PATHS.slice(0, 1).map(path => `${folder}${path}`)
  return [...below, ...COMMON_PATHS].map(path => ({ url: new URL(path, url.origin).href, isDeclared: false }))
}

/**
 * The feeds of a web page, best first: those that it names, in its order, feeds of comments last; when it names none
 * for certain, what may be one and then the common places.
 * @param html the page; only its beginning is read
 * @param pageUrl absolute http(s) address of the page
 */
export function discoverFeeds(html: string, pageUrl: string): readonly FeedCandidate[] {
  const { links, base } = readLinks(html, pageUrl)
  const found = new Map<string, FeedCandidate>()
  for (const attributes of links) {
    const url = absolute(attributes.get('href'), base)
    const title = attributes.get('title')
    const isDeclared = linkKind(attributes) === 'declared'
    if (url === undefined || found.get(url)?.isDeclared === true) continue
    found.set(url, { url, isDeclared, ...(title === undefined || title === '' ? {} : { title }) })
  }
  const all = [...found.values()]
  const declared = all.filter(({ isDeclared }) => isDeclared)
  if (declared.length === 0) return [...all, ...guesses(pageUrl)]
  const isAside = ({ url, title }: FeedCandidate): boolean => IS_COMMENTS.test(`${url} ${title ?? ''}`)
  const asides = declared.filter(isAside).map(one => ({ ...one, isAside: true }))
  return [...declared.filter(one => !isAside(one)), ...asides]
}

/** `3; url='/next'` (https://html.spec.whatwg.org/multipage/semantics.html#attr-meta-http-equiv-refresh). */
const REFRESH = /^\s*(\d{1,6})(?:\.\d*)?\s*[;,]?\s*(?:url\s*=\s*)?["']?([^"']+?)["']?\s*$/i

/**
 * Where a page leads on by itself (meta refresh) within ten seconds.
 * @returns an http(s) address other than the page's own; undefined when it stays
 */
export function findRefresh(html: string, pageUrl: string): string | undefined {
  let target: string | undefined
  readElements(html.slice(0, PAGE_CHARACTERS_READ), new Set(['meta']), (_name, attributes) => {
    if (attributes.get('http-equiv')?.trim().toLowerCase() !== 'refresh') return
    const [, seconds, href] = REFRESH.exec(attributes.get('content') ?? '') ?? []
    if (Number(seconds) <= REFRESH_SECONDS) target ??= absolute(href, pageUrl)
  })
  return target === pageUrl ? undefined : target
}
