import type { Since, UseCases } from '../command-cases.ts'
import { separatePeople } from '../digests/namesakes.ts'
import { digestMessage } from '../digests/present.ts'
import { nearestTopics, rankForTopic } from '../digests/search.ts'
import { composeTopic } from '../digests/topic.ts'
import { trendOf, trendSpan } from '../digests/trend.ts'
import type { AnalysedArticle } from '../model/article.ts'
import type { Channel } from '../model/briefing.ts'
import type { Digest, DigestId, Trend } from '../model/digest.ts'
import { UserError } from '../model/errors.ts'
import type { Feed } from '../model/feed.ts'
import { findDisagreements } from '../stories/disagreements.ts'
import { formatDay } from '../text/moments.ts'
import { queryGroups, type Wanted, wantedIn } from '../text/terms.ts'
import { correctionsIn } from './corrected.ts'
import type { AppParts } from './parts.ts'
import { coverageOf, gatherAll, toTell } from './telling.ts'
import { forAnswer } from './wording.ts'

const HOUR_MS = 3_600_000
const SINCE_MS: Readonly<Record<Since, number>> = {
  '24h': 24 * HOUR_MS,
  '3d': 72 * HOUR_MS,
  '7d': 168 * HOUR_MS,
  '30d': 720 * HOUR_MS,
}
/** The newest matches are ranked; older ones of a common word are not news. */
const CANDIDATES_AT_MOST = 300
/** So many are read when most of the newest hold another word of the same stem ("lander" among those of "land"). */
const CROWDED_CANDIDATES = 1_500
/** Articles that a topic digest is made from. */
const ARTICLES_TOLD = 24
const RECENT_ARTICLES = 400
const NEAREST_SHOWN = 3

type TopicAsked = Parameters<UseCases['summary']>[1]

export interface Reach {
  readonly feeds: readonly Feed[]
  /** The channel takes no feed: the starter feeds that are kept stand in. */
  readonly isUnsubscribed: boolean
}

/** What a channel may read: the feeds it takes and the public starter feeds; never another channel's own feeds. */
export async function reachOf(channel: Channel, { store }: AppParts): Promise<Reach> {
  const taken = await store.listFeeds(channel.id)
  const starters = (await store.listFeeds()).filter(({ topics }) => topics.length > 0)
  const ids = new Set(taken.map(({ id }) => id))
  return { feeds: [...taken, ...starters.filter(({ id }) => !ids.has(id))], isUnsubscribed: taken.length === 0 }
}

/** Topics near one that found nothing; not the topic itself in another spelling. */
async function nearTo(topic: string, feedIds: readonly Feed['id'][], { store, packs }: AppParts): Promise<string> {
  const recent = await store.listArticles({ feedIds, limit: RECENT_ARTICLES })
  const packNames = packs.map(({ name }) => name)
  const asked = JSON.stringify(queryGroups(topic))
  const near = nearestTopics(topic, recent, packNames).filter(name => JSON.stringify(queryGroups(name)) !== asked)
  return near.slice(0, NEAREST_SHOWN).join(', ')
}

/** Of one or two wanted words all must be there; of more, two in three: “nothing found” is better than something else. */
const wordsNeeded = (wanted: number): number => (wanted <= 2 ? wanted : Math.ceil((wanted * 2) / 3))

/** What is told of a topic, and by which stems it was found. */
interface FoundTopic {
  /** The best first, so that the stories stand in the order of their best article. */
  readonly articles: readonly AnalysedArticle[]
  readonly groups: readonly (readonly string[])[]
  /** Set when the topic is a surname that several people bear: the articles are about the first of them. */
  readonly people?: Digest['people']
}

/** A surname alone finds all who bear it: the one most written about is told, under the full name. */
async function aboutOnePerson(
  { articles, groups }: FoundTopic,
  [surname, ...others]: readonly Wanted[],
  { store }: AppParts,
): Promise<FoundTopic> {
  if (surname?.word === undefined || others.length > 0) return { articles, groups }
  const separated = await separatePeople(surname.word, articles, async () => {
    const stories = await store.storiesOf(articles.map(({ id }) => id))
    return ({ id }) => stories.get(id)?.id
  })
  if (separated === undefined) return { articles, groups }
  const [{ name }] = separated.people
  return { ...separated, groups: [...queryGroups(name.slice(0, name.lastIndexOf(' '))), ...groups] }
}

/** Articles that hold what is asked for; more are read when a word of the same stem crowds them out. */
async function findArticles(
  topic: string,
  reach: Reach,
  since: Date | undefined,
  parts: AppParts,
): Promise<FoundTopic> {
  const { store, clock } = parts
  const wanted = wantedIn(topic)
  if (wanted.length === 0) return { articles: [], groups: [] }
  const atLeast = wordsNeeded(wanted.length)
  const query = { feedIds: reach.feeds.map(({ id }) => id), ...(since === undefined ? {} : { since }), atLeast }
  async function search(limit: number): Promise<FoundTopic & { readonly isAll: boolean }> {
    const candidates = await store.searchArticles({ ...query, groups: wanted.map(({ stems }) => stems), limit })
    const { found, groups } = rankForTopic(wanted, candidates, clock.now())
    const fitting = found.filter(({ matched }) => matched >= atLeast)
    const articles = fitting.map(({ article }) => article)
    return { articles, groups, isAll: candidates.length < limit || articles.length >= ARTICLES_TOLD }
  }
  const newest = await search(CANDIDATES_AT_MOST)
  const all = newest.isAll ? newest : await search(CROWDED_CANDIDATES)
  const about = await aboutOnePerson(all, wanted, parts)
  return { ...about, articles: about.articles.slice(0, ARTICLES_TOLD) }
}

/** Why nothing was found, and what can be asked instead. */
async function nothingFound(
  { topic, since, language }: TopicAsked,
  reach: Reach,
  channel: Channel,
  parts: AppParts,
): Promise<UserError> {
  const [newest] = since === undefined ? [] : (await findArticles(topic, reach, undefined, parts)).articles
  if (newest !== undefined && since !== undefined) {
    const newestDay = formatDay(newest.publishedAt, { timezone: channel.timezone, language })
    return new UserError('nothingSince', { topic, since, newest: newestDay })
  }
  const feedIds = reach.feeds.map(({ id }) => id)
  return new UserError('nothingFound', { topic, nearest: await nearTo(topic, feedIds, parts) })
}

/** How often the topic is mentioned now, against what is usual in the feeds that are read. */
async function trendFor(
  { since }: TopicAsked,
  groups: FoundTopic['groups'],
  { feeds }: Reach,
  { store, clock }: AppParts,
): Promise<{ readonly trend?: Trend }> {
  const span = trendSpan(since === '24h')
  // the end is exclusive, and what came in this very moment belongs in
  const to = new Date(clock.now().getTime() + 1)
  const mentions = await store.countMentions({
    groups,
    feedIds: feeds.map(({ id }) => id),
    to,
    bucketMs: span.bucketMs,
    buckets: span.buckets,
  })
  const trend = trendOf(mentions, span, to)
  return trend === undefined ? {} : { trend }
}

/** The part of the use-cases that makes digests on demand. */
export function readingCases(parts: AppParts): Pick<UseCases, 'summary' | 'getDigest' | 'present' | 'corrections'> {
  const { store, clock, newId, log } = parts
  return {
    async summary(channel, asked, signal) {
      const { topic, since, length, language } = asked
      const now = clock.now()
      const from = since === undefined ? undefined : new Date(now.getTime() - SINCE_MS[since])
      const reach = await reachOf(channel, parts)
      const { articles, groups, people } = await findArticles(topic, reach, from, parts)
      if (articles.length === 0) throw await nothingFound(asked, reach, channel, parts)
      const candidates = await gatherAll(articles, store)
      const told = candidates.flatMap(story => toTell(story))
      const coverage = coverageOf(articles, reach.feeds, candidates)
      const window = from === undefined ? {} : { from }
      const { summarizer } = forAnswer(channel, parts)
      const composed = { id: newId() as DigestId, now, ...window, coverage, summarizer, log, findDisagreements }
      const wish = { topic, groups, language, length }
      const composedDigest = await composeTopic(wish, told, composed, signal)
      const trend = await trendFor(asked, groups, reach, parts)
      const digest = { ...composedDigest, ...trend, ...(people === undefined ? {} : { people }) }
      if (digest.items.length === 0) throw await nothingFound(asked, reach, channel, parts)
      await store.keepDigest(digest, channel.id, asked.seenBy)
      return digest
    },

    async getDigest(channel, { id, last = 'numbered', seenBy }) {
      const findLast = last === 'numbered' ? store.findLastNumbered : store.findLastBriefing
      const digest =
        id === undefined ? await findLast(channel.id, seenBy) : await store.findDigest(id as DigestId, channel.id)
      if (digest === undefined) throw new UserError('noDigest')
      return digest
    },

    async present(digest, channel, words) {
      const taken = await store.listFeeds(channel.id)
      return digestMessage(digest, words, channel.timezone, taken.length === 0)
    },

    corrections: async (channel, digest) => correctionsIn(digest, (await reachOf(channel, parts)).feeds, parts),
  }
}
