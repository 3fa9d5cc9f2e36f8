import { expect, test } from 'vitest'
import { hasArticlePage } from '../../src/feeds/article-page.ts'

test('a page is asked for articles only: no players, threads, files or other schemes', () => {
  const none = [
    '',
    'mailto:desk@a.example',
    'ftp://a.example/story',
    'https://www.youtube.com/watch?v=1',
    'https://www.reddit.com/r/news/1',
    'https://a.example/Report.PDF?x=1',
    'https://a.example/episode.mp3',
  ]
  expect(none.filter(url => hasArticlePage({ url }))).toEqual([])
  expect(hasArticlePage({ url: 'https://www.a.example/2026/03/story.html?page=report.pdf' })).toBe(true)
})
