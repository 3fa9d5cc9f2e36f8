import { type Before, type Known, leftOutOf, type StoryToTell } from '../digests/story-item.ts'
import type { AnalysedArticle, ArticleId } from '../model/article.ts'
import type { Channel } from '../model/briefing.ts'
import type { DigestLength, LeftOut } from '../model/digest.ts'
import type { Feed } from '../model/feed.ts'
import type { Telling, ToldEdition } from '../model/ledger.ts'
import { type KnownSentence, noveltyTest } from '../stories/novelty.ts'
import { countOrigins } from '../stories/origins.ts'
import type { Rank, StoryCandidate } from '../stories/rank.ts'
import { splitSentences } from '../text/sentences.ts'
import { type Corrections, isNotice } from './corrected.ts'
import type { AppParts } from './parts.ts'
import { toTell } from './telling.ts'

/** Earlier articles of a running story that a follow-up is compared with, and sentences of each. */
const EARLIER_ARTICLES = 12
/** So many are looked through for those of the channel's feeds. */
const EARLIER_READ = 36
const EARLIER_SENTENCES = 60

const LENGTHS: readonly DigestLength[] = ['short', 'normal', 'long']

type Ranked = StoryCandidate & Rank

/** Ranked stories in the light of what the channel was told before. */
export interface Recalled {
  readonly stories: readonly StoryToTell[]
  readonly leftOut: readonly LeftOut[]
}

interface Recall {
  readonly channel: Channel
  /** What the edition reads. */
  readonly feeds: readonly Feed[]
  readonly length: DigestLength
  /** The stories are taken by time, not from where the last edition ended: what that one passed over stays out. */
  readonly isByTime: boolean
  readonly last: ToldEdition | undefined
  readonly corrections: Corrections
  /** What was posted at once does not count as told: the channel asks for a look back at its posts. */
  readonly retellsPosts: boolean
}

/** The tellings of each story: those that named it, and those that rest on one of its articles (stories merge and split). */
async function tellingsFor(
  ranked: readonly Ranked[],
  { channel, retellsPosts }: Recall,
  { store }: AppParts,
): Promise<(candidate: Ranked) => readonly Telling[]> {
  const storyIds = ranked.map(({ story }) => story.id)
  const articleIds = ranked.flatMap(({ story }) => story.articleIds)
  const all = await store.listTellings(channel.id, { storyIds, articleIds })
  const tellings = retellsPosts ? all.filter(({ isPost }) => isPost !== true) : all
  const byStory = Map.groupBy(tellings, ({ storyId }) => storyId)
  const byArticle = new Map<ArticleId, Set<Telling>>()
  for (const telling of tellings) {
    const { leadId, sentences } = telling
    for (const id of [...(leadId === undefined ? [] : [leadId]), ...sentences.map(({ articleId }) => articleId)]) {
      byArticle.set(id, (byArticle.get(id) ?? new Set()).add(telling))
    }
  }
  return ({ story }) => {
    const found = new Set(byStory.get(story.id) ?? [])
    for (const id of story.articleIds) for (const telling of byArticle.get(id) ?? []) found.add(telling)
    return [...found].sort((a, b) => b.upTo - a.upTo || b.at.getTime() - a.at.getTime())
  }
}

const sentencesOf = ({ title, text, language }: AnalysedArticle): readonly KnownSentence[] => [
  { text: title, language },
  ...splitSentences(text, language)
    .slice(0, EARLIER_SENTENCES)
    .map(sentence => ({ text: sentence.text, language })),
]

/**
 * What the channel was shown of a story, against the background of the articles of its feeds that were there when it
 * first was. Of articles that came later only what was shown counts: what had no room in an update is still new.
 */
async function knownOf(
  tellings: readonly Telling[],
  background: readonly ArticleId[],
  feeds: readonly Feed[],
  { store }: AppParts,
): Promise<Known> {
  const cited = tellings.flatMap(({ sentences }) => sentences.map(({ articleId }) => articleId))
  const isRead = new Set(feeds.map(({ id }) => id))
  const read = (await store.getArticles(background.slice(-EARLIER_READ))).filter(({ feedId }) => isRead.has(feedId))
  const earlier = read.slice(-EARLIER_ARTICLES)
  const languages = new Map(
    [...(await store.getArticles(cited)), ...earlier].map(article => [article.id, article.language] as const),
  )
  const shown = tellings.flatMap(({ headline, leadId, sentences }): readonly KnownSentence[] => [
    { text: headline, language: leadId === undefined ? undefined : languages.get(leadId) },
    ...sentences.flatMap(({ bullet, quote, articleId }) =>
      [bullet, quote].map(text => ({ text, language: languages.get(articleId) })),
    ),
  ])
  return {
    language: shown.find(sentence => sentence.language !== undefined)?.language,
    isNew: noveltyTest([...shown, ...earlier.flatMap(sentencesOf)]),
  }
}

function beforeOf(
  { story, articles }: Ranked,
  tellings: readonly Telling[],
  { feeds }: Recall,
  arrivals: ReadonlyMap<ArticleId, number>,
  parts: AppParts,
): Before | undefined {
  const [newest] = tellings
  const first = tellings.at(-1)
  if (newest === undefined || first === undefined) return undefined
  const posts = tellings.filter(({ isPost }) => isPost === true)
  const editions = tellings.filter(({ isPost }) => isPost !== true)
  // An edition could tell all that had come; a post tells its one article, whatever else there was.
  const { isPost: isShownOnly = false, upTo: firstUpTo } = first
  const last = Math.max(0, ...editions.map(({ upTo }) => upTo))
  const posted = new Set(posts.flatMap(({ leadId }) => leadId ?? []))
  const fresh = articles.filter(({ id }) => (arrivals.get(id) ?? 0) > last && !posted.has(id))
  async function recall(): Promise<Known> {
    // Of a story that began with a post only what was shown is known.
    const arrivedAt = isShownOnly ? undefined : await parts.store.arrivalsOf(story.articleIds)
    const background = story.articleIds.filter(id => (arrivedAt?.get(id) ?? Infinity) <= firstUpTo)
    return knownOf(tellings, background, feeds, parts)
  }
  return { toldAt: newest.at, headline: newest.headline, fresh, recall, originsOf: countOrigins }
}

/** Whether the last edition could have told the story, at no greater length, and did not. */
async function passedOver(
  { channel, length, isByTime, last }: Recall,
  arrivals: ReadonlyMap<ArticleId, number>,
  { store }: AppParts,
): Promise<(candidate: Ranked) => boolean> {
  if (!isByTime || last === undefined || LENGTHS.indexOf(length) > LENGTHS.indexOf(last.length)) return () => false
  const subscriptions = await store.listSubscriptions({ channelId: channel.id })
  const isLater = new Set(subscriptions.filter(({ createdAt }) => createdAt > last.at).map(({ feedId }) => feedId))
  return ({ articles }) =>
    articles.every(({ id, feedId }) => (arrivals.get(id) ?? 0) <= last.upTo && !isLater.has(feedId))
}

/** Holds ranked stories against the channel's ledger. */
export async function recallStories(ranked: readonly Ranked[], recall: Recall, parts: AppParts): Promise<Recalled> {
  const arrivals = await parts.store.arrivalsOf(ranked.flatMap(({ articles }) => articles.map(({ id }) => id)))
  const tellingsOf = await tellingsFor(ranked, recall, parts)
  const isPassedOver = await passedOver(recall, arrivals, parts)
  const correctedNow = new Set(recall.corrections.fresh.map(({ articleId }) => articleId))
  const withdraws = (article: AnalysedArticle): boolean =>
    isNotice(article) && recall.corrections.said.some(({ says }) => article.text.includes(says))
  const stories: StoryToTell[] = []
  const leftOut: LeftOut[] = []
  for (const candidate of ranked) {
    const [told] = toTell(candidate, candidate.origins)
    if (told === undefined) continue
    const before = beforeOf(candidate, tellingsOf(candidate), recall, arrivals, parts)
    if (before === undefined && isPassedOver(candidate)) leftOut.push(leftOutOf(told, { kind: 'earlier' }))
    else if (before === undefined) stories.push({ ...told, reasons: candidate.reasons })
    else {
      // What sets a bullet right is told as a correction, not once more as an update, nor as no change.
      const fresh = before.fresh.filter(article => !withdraws(article))
      if (fresh.length === 0 && candidate.story.articleIds.some(id => correctedNow.has(id))) continue
      stories.push({ ...told, reasons: candidate.reasons, before: { ...before, fresh } })
    }
  }
  return { stories, leftOut }
}
