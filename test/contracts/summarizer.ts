import { describe, expect, test } from 'vitest'
import type { Article, ArticleId } from '../../src/model/article.ts'
import type { FeedId } from '../../src/model/feed.ts'
import type { Summarizer } from '../../src/ports/summarizer.ts'
import { passesGate } from '../../src/summarizers/gate.ts'

const PUBLISHED = new Date('2025-04-02T09:00:00Z')

/** An article for tests; whatever is not given is plain. */
export function sampleArticle(given: Partial<Article> & { readonly text: string }): Article {
  return {
    id: 'article-1' as ArticleId,
    feedId: 'feed-1' as FeedId,
    outlet: 'Tarn Gazette',
    url: 'https://gazette.example/1',
    title: '',
    publishedAt: PUBLISHED,
    seenAt: PUBLISHED,
    authors: [],
    topics: [],
    ...given,
  }
}

const STORY: readonly Article[] = [
  sampleArticle({
    id: 'gazette' as ArticleId,
    title: 'Norvik Steel to cut 340 jobs in Tarn',
    text: [
      'TARN (Fjord News) — Norvik Steel will cut 340 of 2,100 jobs at its works in Tarn by the end of next year, the company said on Thursday.',
      'The rolling mill will close in March. “We did not take this step lightly,” said chief executive Per Aasen.',
      'The union Metall Nord rejected the plan and called its members to a meeting at the gate on Saturday.',
    ].join('\n\n'),
  }),
  sampleArticle({
    id: 'courier' as ArticleId,
    outlet: 'Fjord Courier',
    url: 'https://courier.example/steel',
    title: 'Tarn steelworks loses 340 jobs',
    text: [
      'Norvik Steel is to cut 340 of 2,100 jobs at its works in Tarn by the end of next year, the company said on Thursday.',
      'Mayor Sunniva Dahl called the decision a heavy blow for the town of 9,000 people.',
      'Norvik lost 58 million crowns last year because of high power prices.',
    ].join('\n\n'),
  }),
]

/** What every summariser promises, whatever it is made of. */
export function keepsSummarizerContract(name: string, make: () => Summarizer): void {
  const signal = new AbortController().signal

  describe(`${name} as a summarizer`, () => {
    test('cites only articles it was given, and their sentences as they stand', async () => {
      const bullets = await make().summarize(STORY, 4, signal)
      expect(bullets.length).toBeGreaterThan(0)
      for (const { citations } of bullets) {
        for (const { articleId, start, end, quote, outlet, url } of citations) {
          const article = STORY.find(({ id }) => id === articleId)
          expect(article?.text.slice(start, end)).toBe(quote)
          expect({ outlet, url }).toEqual({ outlet: article?.outlet, url: article?.url })
        }
      }
    })

    test.each([1, 2, 3, 12])('makes at most %i bullets', async wanted => {
      expect((await make().summarize(STORY, wanted, signal)).length).toBeLessThanOrEqual(wanted)
    })

    test('passes the gate with every bullet', async () => {
      const bullets = await make().summarize(STORY, 5, signal)
      expect(bullets.map(bullet => passesGate(bullet, STORY))).toEqual(bullets.map(() => true))
    })

    test('makes nothing of an empty text', async () => {
      expect(await make().summarize([sampleArticle({ text: '' })], 3, signal)).toEqual([])
      expect(
        await make().summarize([sampleArticle({ text: ' \n\n ' }), sampleArticle({ text: '' })], 3, signal),
      ).toEqual([])
    })

    test('given a focus, says nothing of articles that do not name it, and does say what does', async () => {
      expect(await make().summarize(STORY, 5, signal, [['herring']])).toEqual([])
      const named = await make().summarize(STORY, 5, signal, [['mayor']])
      expect(named.map(({ citations }) => citations[0].quote)).toEqual([
        'Mayor Sunniva Dahl called the decision a heavy blow for the town of 9,000 people.',
      ])
    })

    test('stops when the signal is aborted', async () => {
      await expect(make().summarize(STORY, 3, AbortSignal.abort(new Error('enough')))).rejects.toThrow()
    })
  })
}
