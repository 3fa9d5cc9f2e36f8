// The library: what other programs can use without the bot. Each function loads what it needs at its first call (a DOM, a
// feed reader, stemmers), so that importing the library costs no more than what is used of it.

import { createRequire } from 'node:module'
import type * as Search from './digests/search.ts'
import type * as Extract from './feeds/extract.ts'
import type * as Parse from './feeds/parse.ts'
import type * as Cluster from './stories/cluster.ts'
import type * as Library from './summarizers/library.ts'

export type { ExtractedArticle } from './feeds/extract.ts'

/** Loads a module of ours without waiting: https://nodejs.org/api/modules.html#loading-ecmascript-modules-using-require */
const require = createRequire(import.meta.url)

/** See src/feeds/parse.ts. */
export const parseFeed: typeof Parse.parseFeed = async (bytes, options) => {
  const { parseFeed: parse } = await import('./feeds/parse.ts')
  return parse(bytes, options)
}

/** See src/feeds/extract.ts. */
export const extractArticle: typeof Extract.extractArticle = (html, url) => {
  const extract: typeof Extract = require('./feeds/extract.ts')
  return extract.extractArticle(html, url)
}

/** See src/summarizers/library.ts. */
export const summarize: typeof Library.summarize = (article, options) => {
  const library: typeof Library = require('./summarizers/library.ts')
  return library.summarize(article, options)
}

/** See src/summarizers/library.ts. */
export const digestStory: typeof Library.digestStory = (articles, options) => {
  const library: typeof Library = require('./summarizers/library.ts')
  return library.digestStory(articles, options)
}

/** See src/stories/cluster.ts. */
export const groupStories: typeof Cluster.groupStories = articles => {
  const cluster: typeof Cluster = require('./stories/cluster.ts')
  return cluster.groupStories(articles)
}

/** See src/digests/search.ts. */
export const rankArticles: typeof Search.rankArticles = articles => {
  const search: typeof Search = require('./digests/search.ts')
  return search.rankArticles(articles)
}
