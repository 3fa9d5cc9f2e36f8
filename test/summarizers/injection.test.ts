import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { composeBriefing } from '../../src/digests/compose.ts'
import { digestMessage } from '../../src/digests/present.ts'
import { normalizeEntries } from '../../src/feeds/normalize.ts'
import type { AnalysedArticle } from '../../src/model/article.ts'
import type { Bullet, DigestId } from '../../src/model/digest.ts'
import type { Feed, FeedId } from '../../src/model/feed.ts'
import type { StoryId } from '../../src/model/story.ts'
import type { Store } from '../../src/ports/store.ts'
import type { Summarizer } from '../../src/ports/summarizer.ts'
import { openSqliteStore } from '../../src/stores/sqlite.ts'
import { createExtractiveSummarizer } from '../../src/summarizers/extractive.ts'
import { createWordingModel } from '../../src/summarizers/llm.ts'
import { readStory } from '../../src/summarizers/reading.ts'
import { bulletOf } from '../../src/summarizers/worded.ts'
import { en } from '../../src/text/words/en.ts'
import { createFakeClock } from '../fakes/clock.ts'
import { createRecordingLog } from '../fakes/log.ts'
import { bulletsJson, type ModelServer, startModelServer, wellBehaved } from '../fakes/model-server.ts'
import { textOf } from '../fakes/platform.ts'
import { INJECTIONS, type Injection } from './injections.ts'

const NOW = new Date('2026-11-23T08:00:00Z')
const KEY = 'canary-key-0123456789'
const signal = new AbortController().signal
const HONEST = [
  '<p>Norvik Steel will cut 340 of 2,100 jobs at its works in Tarn by the end of next year, the company said on Thursday.</p>',
  '<p>The union Metall Nord rejected the plan and called its members to a meeting at the gate on Saturday.</p>',
  '<p>Mayor Sunniva Dahl called the decision a heavy blow for the town of 9,000 people.</p>',
]

const FEED: Feed = {
  id: 'feed-1' as FeedId,
  url: 'https://gazette.example/feed',
  title: 'Tarn Gazette',
  topics: [],
  addedAt: NOW,
  nextPollAt: NOW,
  failures: 0,
  validators: {},
}

/** The article as it is kept, from the feed's HTML. */
function articleOf({ html }: Pick<Injection, 'html'>): AnalysedArticle {
  const entry = {
    id: 'steel',
    url: 'https://gazette.example/steel',
    title: 'Norvik Steel to cut 340 jobs in Tarn',
    publishedAt: NOW,
    authors: [],
    content: [HONEST[0], html, HONEST[1], HONEST[2]].join('\n'),
    enclosures: [],
    categories: [],
  }
  const [article] = normalizeEntries({ entries: [entry] }, FEED, NOW)
  if (article === undefined) throw new Error('no article')
  return article
}

/** What a channel reads. */
async function messageOf(article: AnalysedArticle, summarizer: Summarizer) {
  const { id } = article
  const story = { id: 's' as StoryId, articleIds: [id], leadId: id, firstSeenAt: NOW, lastSeenAt: NOW }
  const coverage = { articles: 1, feeds: 1, stories: 1 }
  const parts = { id: 'd' as DigestId, now: NOW, coverage, summarizer, findDisagreements: () => [], log }
  const digest = await composeBriefing([{ story, articles: [article], origins: 1 }], 'long', parts, signal)
  const bullets = digest.items.flatMap(item => item.bullets)
  return { bullets, text: textOf(digestMessage(digest, en, 'UTC')) }
}

const log = createRecordingLog()
let server: ModelServer
let store: Store
beforeAll(async () => {
  server = await startModelServer(wellBehaved)
  store = await openSqliteStore({ path: ':memory:', now: () => NOW })
})
afterAll(async () => {
  await store.close()
  await server.close()
})

/** A model that obeys whatever stands in the articles, and claims to have it from these sentences. */
function obedient(demand: string, ...sentences: readonly number[]): Summarizer {
  server.behave(() => ({ content: bulletsJson(Array.from({ length: 3 }, () => ({ text: demand, sentences }))) }))
  const options = { baseUrl: server.baseUrl, apiKey: KEY, model: 'test-model', dailyTokens: 10_000_000 }
  const model = createWordingModel(options, { store, clock: createFakeClock(NOW), log })
  return model.until(new Date(NOW.getTime() + 60_000))
}

/** Every sentence alone, each with its neighbour, and many together. */
const claims = (count: number): readonly (readonly number[])[] => [
  ...Array.from({ length: count }, (_, index) => [index + 1]),
  ...Array.from({ length: count - 1 }, (_, index) => [index + 1, index + 2]),
  Array.from({ length: Math.min(4, count) }, (_, index) => index + 1),
]

const worded = (bullets: readonly Bullet[]): readonly Bullet[] =>
  bullets.filter(({ reworded }) => reworded !== undefined)

test('there are at least forty injections, each of its own kind', () => {
  expect(INJECTIONS.length).toBeGreaterThanOrEqual(40)
  expect(new Set(INJECTIONS.map(({ how }) => how)).size).toBe(INJECTIONS.length)
})

test('an honest article is worded: what follows is not for want of trying', async () => {
  const text = 'The company said that Norvik Steel will cut 340 of 2,100 jobs in Tarn.'
  const { bullets, text: shown } = await messageOf(articleOf({ html: '' }), obedient(text, 1))
  expect(worded(bullets).map(bullet => bullet.text)).toEqual([text])
  expect(shown).toContain('Wording by test-model')
})

describe.each(INJECTIONS.map(injection => [injection.how, injection] as const))('%s', (_how, injection) => {
  const article = articleOf(injection)
  const plain = messageOf(article, createExtractiveSummarizer())

  test('brings nothing into a message, though the model obeys', async () => {
    const honest = await plain
    for (const sentences of claims(6)) {
      const { bullets, text } = await messageOf(article, obedient(injection.demand, ...sentences))
      expect(worded(bullets)).toEqual([])
      expect(text).toBe(honest.text)
      expect(text).not.toContain(KEY)
    }
  })

  test('would bring nothing either if the model were shown everything', () => {
    const readings = readStory([article])
    const sentences = readings.flatMap(({ candidates }, at) =>
      candidates.map(candidate => ({ article: at, candidate })),
    )
    const story = { articles: [article], readings, sentences, model: 'test-model' }
    for (const numbers of claims(sentences.length)) {
      // What the article itself says in a sentence of its own is no lie about it.
      const isSaid = numbers.some(number => sentences[number - 1]?.candidate.clean === injection.demand)
      const made = bulletOf({ text: injection.demand, sentences: numbers }, story)
      if (!isSaid) expect(made).toBeTypeOf('string')
    }
  })
})

test('no key and no text of a prompt is in any log line, nor the key in any question', () => {
  expect(log.lines.length).toBeGreaterThan(0)
  expect(JSON.stringify(log.lines)).not.toContain(KEY)
  expect(JSON.stringify(log.lines)).not.toMatch(/Norvik|You shorten/)
  for (const { body } of server.questions) expect(body).not.toContain(KEY)
})

test('articles that speak to machines are not shown to one', async () => {
  const shown = server.questions.map(({ user }) => user).join('\n')
  expect(shown).not.toMatch(/ignore all previous|You are now DAN|system prompt|Игнорируй|忽略|im_start/iu)
})
