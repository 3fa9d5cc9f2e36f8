import type { Article } from '../model/article.ts'
import { hostOf } from '../text/url.ts'

/** Houses whose pages are players, threads or programs, not articles. */
const HOSTS_WITHOUT_ARTICLES: ReadonlySet<string> = new Set(
  (
    'youtube.com m.youtube.com youtu.be vimeo.com tiktok.com reddit.com old.reddit.com x.com twitter.com facebook.com ' +
    'instagram.com threads.net t.me open.spotify.com podcasts.apple.com soundcloud.com github.com'
  ).split(' '),
)
/** Files that are no page. */
const FILE_PATH =
  /\.(?:pdf|mp3|m4a|ogg|opus|wav|mp4|m4v|webm|mov|jpe?g|png|gif|webp|avif|svg|zip|gz|epub|docx?|xlsx?|pptx?)$/i

/** Whether an article may stand behind its link: a page, and not of a house that has players or threads only. */
export function hasArticlePage({ url }: Pick<Article, 'url'>): boolean {
  const parsed = URL.parse(url)
  const isWeb = parsed?.protocol === 'https:' || parsed?.protocol === 'http:'
  return isWeb && !HOSTS_WITHOUT_ARTICLES.has(hostOf(url)) && !FILE_PATH.test(parsed.pathname)
}
