import { type Evidence, findCorrections } from '../digests/corrections.ts'
import type { AnalysedArticle, ArticleId } from '../model/article.ts'
import type { Channel } from '../model/briefing.ts'
import type { Correction, CorrectionKey, Digest } from '../model/digest.ts'
import type { Feed } from '../model/feed.ts'
import type { Telling, ToldChange } from '../model/ledger.ts'
import type { Story } from '../model/story.ts'
import { STORY_WINDOW_MS } from '../stories/closeness.ts'
import type { StoryCandidate } from '../stories/rank.ts'
import { isCorrection } from '../text/notices.ts'
import type { AppParts } from './parts.ts'

const DAY_MS = 86_400_000
/** What was told longer ago is corrected for nobody. */
const WATCHED_MS = 14 * DAY_MS
/** A sentence that is edited more often goes on with the events: a live ticker, no mistake. /sources shows how it reads now. */
const CORRECTED_AT_MOST = 2

/** Whether the article is a published correction. */
export const isNotice = ({ title, text }: AnalysedArticle): boolean => isCorrection(title, text.split('\n', 1)[0] ?? '')

type Told = Pick<Telling, 'headline' | 'leadId' | 'at' | 'upTo' | 'sentences'>

/** The articles that a telling rests on: of its sentences, and of its title. */
const articlesOf = ({ leadId, sentences }: Pick<Told, 'leadId' | 'sentences'>): readonly ArticleId[] => [
  ...(leadId === undefined ? [] : [leadId]),
  ...sentences.map(({ articleId }) => articleId),
]

/** Articles that are published corrections, by the story they are in. */
interface Notices {
  readonly story: Story
  readonly notices: readonly AnalysedArticle[]
}

async function evidenceFor(
  tellings: readonly Told[],
  noticesIn: readonly Notices[],
  { store }: AppParts,
): Promise<Omit<Evidence, 'told'>> {
  const cited = [...new Set(tellings.flatMap(articlesOf))]
  const stories = noticesIn.filter(({ notices }) => notices.length > 0)
  const changes = await store.listChanges(cited)
  const members = new Set(stories.flatMap(({ story }) => story.articleIds))
  const changed = new Set(changes.map(({ articleId }) => articleId))
  const wanted = cited.filter(id => changed.has(id) || members.has(id))
  const articles = new Map((await store.getArticles(wanted)).map(article => [article.id, article] as const))
  const arrivals = await store.arrivalsOf(stories.flatMap(({ notices }) => notices.map(({ id }) => id)))
  const storyOf = await store.storiesOf([...changed])
  return {
    articles,
    changes,
    isLive: (articleId, at) =>
      at.getTime() - (storyOf.get(articleId)?.lastSeenAt.getTime() ?? Number.NEGATIVE_INFINITY) <= STORY_WINDOW_MS,
    laterIn: ({ upTo }, articleId: ArticleId) =>
      stories
        .filter(({ story }) => story.articleIds.includes(articleId))
        .flatMap(({ notices }) => notices.filter(({ id }) => (arrivals.get(id) ?? 0) > upTo)),
  }
}

/** Corrections as an edition needs them. */
export interface Corrections {
  /** Not yet said in the channel. */
  readonly fresh: readonly Correction[]
  /** What the channel was told as corrections, the fresh ones too. */
  readonly said: readonly CorrectionKey[]
}

/**
 * Whether the channel need not hear of it any more: the sentence has been set right so often here that it goes on with the
 * events. That figures have risen an edition says each time, a post only so often; that a change was taken back is always
 * said, so that nobody is left with what the source says no longer.
 */
function isTicker(
  { articleId, said, kind = 'correction' }: Correction,
  before: readonly ToldChange[],
  isAtOnce: boolean,
) {
  if (kind === 'back' || (kind === 'updated' && !isAtOnce)) return false
  const times = before
    .filter(change => change.articleId === articleId && change.said === said && change.kind === kind)
    .reduce((sum, change) => sum + change.times, 0)
  return times >= CORRECTED_AT_MOST
}

/** What this channel was told and is no longer true; and what has been set right here before. */
export async function correctionsFor(
  candidates: readonly StoryCandidate[],
  channel: Channel,
  now: Date,
  parts: AppParts,
): Promise<Corrections> {
  const tellings = await parts.store.listTold(channel.id, new Date(now.getTime() - WATCHED_MS))
  const notices = candidates.map(({ story, articles }) => ({ story, notices: articles.filter(isNotice) }))
  return correctionsAmong(tellings, notices, channel, parts)
}

/** What was posted in this channel of these articles and is no longer true, as far as it has not been set right here. */
export async function correctionsOfPosts(
  articleIds: readonly ArticleId[],
  channel: Channel,
  parts: AppParts,
): Promise<readonly Correction[]> {
  const tellings = await parts.store.listTellings(channel.id, { storyIds: [], articleIds })
  const watchedSince = parts.clock.now().getTime() - WATCHED_MS
  const posts = tellings.filter(({ isPost, at }) => isPost === true && at.getTime() >= watchedSince)
  return (await correctionsAmong(posts, [], channel, parts, true)).fresh
}

async function correctionsAmong(
  tellings: readonly Told[],
  notices: readonly Notices[],
  channel: Channel,
  parts: AppParts,
  isAtOnce = false,
): Promise<Corrections> {
  const before = await parts.store.listCorrected(channel.id)
  if (tellings.length === 0) return { fresh: [], said: before }
  const found = findCorrections(tellings, { ...(await evidenceFor(tellings, notices, parts)), told: before })
  const fresh = found.filter(correction => !isTicker(correction, before, isAtOnce))
  return { fresh, said: [...before, ...fresh] }
}

/** A digest as if it had just been told, so that a later look at it finds what was corrected since. */
const toldIn = ({ items, createdAt }: Digest, upTo: number): readonly Told[] =>
  items.map(({ headline, leadId, bullets }) => ({
    headline,
    ...(leadId === undefined ? {} : { leadId }),
    at: createdAt,
    upTo,
    sentences: bullets.flatMap(({ text: bullet, citations }) =>
      citations.map(({ articleId, start, end, quote }) => ({ articleId, start, end, quote, bullet })),
    ),
  }))

/**
 * What of this digest has been corrected since it was made, as far as is known now.
 * @param feeds what the channel may read: a notice in another channel's own feed is nobody else's business
 */
export async function correctionsIn(
  digest: Digest,
  feeds: readonly Feed[],
  parts: AppParts,
): Promise<readonly Correction[]> {
  const { store } = parts
  const told = toldIn(digest, 0)
  const cited = told.flatMap(articlesOf)
  const stories = [...new Map([...(await store.storiesOf(cited)).values()].map(story => [story.id, story])).values()]
  const isRead = new Set(feeds.map(({ id }) => id))
  const noticesIn = await Promise.all(
    stories.map(async story => {
      const articles = (await store.getArticles(story.articleIds)).filter(({ feedId }) => isRead.has(feedId))
      return { story, notices: articles.filter(article => isNotice(article) && article.seenAt > digest.createdAt) }
    }),
  )
  // The time of arrival has been looked at already.
  const evidence = await evidenceFor(told, noticesIn, parts)
  return findCorrections(told, { ...evidence, told: [] })
}
