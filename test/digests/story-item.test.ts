import { expect, test } from 'vitest'
import { composeBriefing } from '../../src/digests/compose.ts'
import type { AnalysedArticle, ArticleId } from '../../src/model/article.ts'
import type { DigestId } from '../../src/model/digest.ts'
import { createExtractiveSummarizer } from '../../src/summarizers/extractive.ts'
import { storyOfOne, toTell } from '../../src/use-cases/telling.ts'
import { sampleArticle } from '../contracts/summarizer.ts'
import { createRecordingLog } from '../fakes/log.ts'

const NOW = new Date('2026-11-23T12:00:00Z')
const analysed = (id: string, title: string, text: string): AnalysedArticle => ({
  ...sampleArticle({ id: id as ArticleId, outlet: id, title, text, language: 'en' }),
  terms: { title: '', text: '' },
})
const SATIRE = analysed('floh', 'Mayor sells the moon', 'Satire\n\nThe mayor of Tarn has sold the moon for 12 crowns.')
const NEWS = analysed(
  'gazette',
  'Mayor of Tarn resigns',
  'The mayor of Tarn, Per Aas, resigned on Monday after nine years.',
)

async function briefed(articles: readonly AnalysedArticle[]) {
  const making = {
    summarizer: createExtractiveSummarizer(),
    findDisagreements: () => [],
    log: createRecordingLog(),
  }
  const parts = { ...making, id: 'd' as DigestId, now: NOW, coverage: { articles: 1, feeds: 1, stories: 1 } }
  const stories = articles.slice(0, 1).flatMap(first => toTell({ story: storyOfOne(first), articles }, articles.length))
  const { items } = await composeBriefing(stories, 'long', parts, new AbortController().signal)
  return items.map(({ headline, bullets }) => ({ headline, bullets: bullets.map(({ text }) => text) }))
}

test('satire is told by its title alone, with the label', async () => {
  expect(await briefed([SATIRE])).toEqual([{ headline: 'Satire: Mayor sells the moon', bullets: [] }])
})

test('satire neither leads a story of news nor has a bullet in it', async () => {
  expect(await briefed([SATIRE, NEWS])).toEqual([
    {
      headline: 'Mayor of Tarn resigns',
      bullets: ['The mayor of Tarn, Per Aas, resigned on Monday after nine years.'],
    },
  ])
})
