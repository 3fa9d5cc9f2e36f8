// The library: what other programs can use without the bot.

export { rankArticles } from './digests/search.ts'
export { type ExtractedArticle, extractArticle } from './feeds/extract.ts'
export { parseFeed } from './feeds/parse.ts'
export { groupStories } from './stories/cluster.ts'
export { digestStory, summarize } from './summarizers/library.ts'
