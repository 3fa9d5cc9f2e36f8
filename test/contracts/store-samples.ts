import type { AnalysedArticle, ArticleId } from '../../src/model/article.ts'
import type { Briefing, BriefingId, Channel, ChannelId, Delivery, DeliveryId } from '../../src/model/briefing.ts'
import type { Digest, DigestId, NumberClaim } from '../../src/model/digest.ts'
import type { Feed, FeedId } from '../../src/model/feed.ts'
import type { Message } from '../../src/model/message.ts'
import type { Story, StoryId } from '../../src/model/story.ts'
import type { Claim, Claimed } from '../../src/ports/claim.ts'
import type { PollResult, Store } from '../../src/ports/store.ts'

const MINUTE_MS = 60_000
export const LEASE_MS = 5 * MINUTE_MS
const START_MS = Date.UTC(2026, 2, 1, 8)

/** So many minutes after the morning on which every test begins. */
export const minute = (minutes: number): Date => new Date(START_MS + minutes * MINUTE_MS)

export const claimAt = (minutes: number, limit = 10): Claim => ({ now: minute(minutes), limit, leaseMs: LEASE_MS })

export const feedId = (id: string): FeedId => id as FeedId
export const articleId = (id: string): ArticleId => id as ArticleId
export const storyId = (id: string): StoryId => id as StoryId
export const channelId = (id: string): ChannelId => id as ChannelId
export const deliveryId = (id: string): DeliveryId => id as DeliveryId
export const digestId = (id: string): DigestId => id as DigestId
export const briefingId = (id: string): BriefingId => id as BriefingId

export const sampleFeed = (id: string, changes: Partial<Feed> = {}): Feed => ({
  id: feedId(id),
  url: `https://${id}.example/feed.xml`,
  title: `The ${id}`,
  topics: [],
  addedAt: minute(0),
  nextPollAt: minute(0),
  failures: 0,
  validators: {},
  ...changes,
})

export const sampleArticle = (id: string, changes: Partial<AnalysedArticle> = {}): AnalysedArticle => ({
  id: articleId(id),
  feedId: feedId('herald'),
  outlet: 'Herald',
  url: `https://herald.example/${id}`,
  title: `Title of ${id}`,
  text: `Text of ${id}.`,
  publishedAt: minute(-30),
  seenAt: minute(0),
  authors: [],
  topics: [],
  terms: { title: `titl ${id}`, text: `text ${id}` },
  ...changes,
})

export const sampleChannel = (id: string, changes: Partial<Channel> = {}): Channel => {
  const [platform = '', ...address] = id.split(':')
  return {
    id: channelId(id),
    platform: platform as Channel['platform'],
    address: address.join(':'),
    language: 'en',
    timezone: 'Europe/Paris',
    ...changes,
  }
}

export const sampleStory = (id: string, articles: readonly string[], changes: Partial<Story> = {}): Story => ({
  id: storyId(id),
  articleIds: articles.map(articleId),
  leadId: articleId(articles[0] ?? ''),
  firstSeenAt: minute(0),
  lastSeenAt: minute(10),
  ...changes,
})

export const sampleBriefing = (id: string, changes: Partial<Briefing> = {}): Briefing => ({
  id: briefingId(id),
  channelId: channelId('discord:1'),
  at: '08:00',
  days: ['mon', 'sat'],
  timezone: 'Asia/Kathmandu',
  length: 'normal',
  nextRunAt: minute(0),
  ...changes,
})

export const sampleMessage = (text: string): Message => ({ blocks: [{ kind: 'text', text }], actions: [] })

export const sampleDelivery = (id: string, changes: Partial<Delivery> = {}): Delivery => ({
  id: deliveryId(id),
  channelId: channelId('discord:1'),
  createdAt: minute(0),
  parts: [sampleMessage(`${id} part 0`), sampleMessage(`${id} part 1`)],
  ...changes,
})

const sampleClaim = (outlet: string, count: number, publishedAt: Date): NumberClaim => ({
  low: count,
  high: count,
  bound: 'exact',
  unit: '',
  source: {
    articleId: articleId('a1'),
    outlet,
    url: 'https://herald.example/dam',
    publishedAt,
    start: 0,
    end: 20,
    quote: `${count} people were hurt.`,
  },
})

export const sampleDigest = (id: string, changes: Partial<Digest> = {}): Digest => ({
  id: digestId(id),
  kind: 'briefing',
  createdAt: minute(0),
  from: minute(-24 * 60),
  to: minute(0),
  items: [
    {
      storyId: storyId('s1'),
      headline: 'Dam opens a year early',
      url: 'https://herald.example/dam',
      outlets: ['Herald', 'Courier'],
      origins: 1,
      publishedAt: new Date(START_MS - 1),
      bullets: [
        {
          text: 'The dam was opened on Sunday.',
          voice: { kind: 'by', speaker: 'Greta Olm' },
          citations: [
            {
              articleId: articleId('a1'),
              outlet: 'Herald',
              url: 'https://herald.example/dam',
              publishedAt: new Date(START_MS - 12_345),
              start: 3,
              end: 32,
              quote: 'The dam was opened on Sunday. 北京 🙂',
            },
            {
              articleId: articleId('a2'),
              outlet: 'Courier',
              url: 'https://courier.example/dam',
              publishedAt: minute(-2),
              start: 0,
              end: 5,
              quote: 'Again',
            },
          ],
        },
      ],
      disagreements: [
        {
          role: 'injured',
          about: '',
          claims: [sampleClaim('Herald', 14, minute(-9)), sampleClaim('Courier', 16, minute(-2))],
        },
      ],
    },
  ],
  coverage: { articles: 2, feeds: 2, stories: 1 },
  trend: { unit: 'day', counts: [1, 0, 4], usual: 1, isEstimate: false },
  ...changes,
})

/** The result of a poll that went well, at a minute; the next one is an hour later. */
export const polled = (minutes: number, changes: Partial<PollResult> = {}): PollResult => ({
  polledAt: minute(minutes),
  nextPollAt: minute(minutes + 60),
  ...changes,
})

/** Adds the feed if it is missing, and claims it. */
export async function claimFeed(store: Store, id: string, minutes = 0): Promise<Claimed<Feed>> {
  await store.addFeed(sampleFeed(id, { nextPollAt: minute(minutes) }))
  const [claimed] = await store.claimDueFeeds(claimAt(minutes), [feedId(id)])
  if (claimed === undefined) throw new Error(`feed ${id} is not due`)
  return claimed
}

/** Keeps articles through a poll of a feed of their own, so that the feeds of the test are left alone. */
export async function keepArticles(store: Store, articles: readonly AnalysedArticle[]): Promise<void> {
  for (const id of new Set(articles.map(article => article.feedId))) await store.addFeed(sampleFeed(id))
  const claimed = await claimFeed(store, 'kept')
  await store.finishPoll(claimed, { polledAt: minute(0), nextPollAt: minute(0) }, articles)
}

export const ids = (rows: readonly { readonly id: string }[]): string[] => rows.map(row => row.id)
