import { canonicalUrl, hostOf } from '../text/url.ts'
import type { PageDocument } from './page-dom.ts'

/** Where pages name their lead image, best first (https://ogp.me/#structured). */
const IMAGE_PLACES = [
  'meta[property="og:image:secure_url"]',
  'meta[property="og:image"]',
  'meta[property="og:image:url"]',
  'meta[name="twitter:image"]',
  'meta[name="twitter:image:src"]',
  'link[rel="image_src"]',
]
const ADDRESS_PLACES = ['link[rel="canonical"]', 'meta[property="og:url"]']

function webAddress(text: string, base: string): string | undefined {
  const url = URL.parse(text.trim(), base)
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url.href : undefined
}

/** The http(s) addresses that the page gives at these places, in their order. */
function addressesAt(page: PageDocument, places: readonly string[], base: string): readonly string[] {
  return places.flatMap(place => {
    const element = page.querySelector(place)
    const text = element?.getAttribute('content') ?? element?.getAttribute('href') ?? ''
    const url = text.trim() === '' ? undefined : webAddress(text, base)
    return url === undefined ? [] : [url]
  })
}

/** http(s) address of the image that the page puts in front. */
export function leadImage(page: PageDocument, pageUrl: string): string | undefined {
  return addressesAt(page, IMAGE_PLACES, pageUrl)[0]
}

function isSameSite(one: string, other: string): boolean {
  const [a, b] = [hostOf(one), hostOf(other)]
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`)
}

/**
 * The page's own address for itself, without tracking parameters. One on a foreign site, or the front page of its site
 * (templates set it by mistake), is not believed: then it is the address that was asked for.
 */
export function pageAddress(page: PageDocument, pageUrl: string): string {
  const own = addressesAt(page, ADDRESS_PLACES, pageUrl).find(
    url => isSameSite(url, pageUrl) && (new URL(url).pathname !== '/' || URL.parse(pageUrl)?.pathname === '/'),
  )
  return canonicalUrl(own ?? pageUrl) ?? pageUrl
}
