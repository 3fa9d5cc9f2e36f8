import { setImmediate as nextTurn } from 'node:timers/promises'
import type { AnalysedArticle, Article } from '../model/article.ts'
import type { Bullet, DigestItem, Disagreement, LeftOut, RankReasons } from '../model/digest.ts'
import type { Story } from '../model/story.ts'
import type { Log } from '../ports/log.ts'
import type { Focus, Summarizer } from '../ports/summarizer.ts'
import { labelledTitle, satireLabel } from '../text/satire.ts'
import { splitSentences } from '../text/sentences.ts'

/** A ranked story with those of its articles that the digest may use, lead first. */
export interface StoryToTell {
  readonly story: Story
  readonly articles: readonly [AnalysedArticle, ...AnalysedArticle[]]
  /** Independent origins among the articles, at least 1. */
  readonly origins: number
  /** Why it stands where it does; absent for a topic. */
  readonly reasons?: RankReasons
  /** Present when the channel was told the story before. */
  readonly before?: Before
}

/** What a channel knows of a story. */
export interface Before {
  readonly toldAt: Date
  /** Under which it was told last. */
  readonly headline: string
  /** Those of the story's articles that came after it was told, lead first; none = nothing was added. */
  readonly fresh: readonly AnalysedArticle[]
  /** Brings back what is known. Called only for a story that the edition has room for: it reads whole articles. */
  recall(): Promise<Known>
  /** Independent origins among some of the story's articles. */
  originsOf(articles: readonly AnalysedArticle[]): number
}

/** What a channel knows of a story, in its sentences. */
export interface Known {
  /** The language in which it was told, when known. */
  readonly language: string | undefined
  /** Whether a sentence says what was neither shown nor could have been. */
  isNew(sentence: string, language?: string): boolean
}

/** Bullets of an update are chosen from so many: most sentences of a follow-up repeat what was told. */
const UPDATE_CANDIDATES = 8
/** So much of an article is searched for something new: news stands at the beginning. */
const NEWS_SENTENCES = 12
const NEWS_CHARACTERS = 4000

/** Finds the numbers in which the outlets of a story differ; see findDisagreements() of the stories. */
export type FindDisagreements = (articles: readonly Article[]) => readonly Disagreement[]

/** What the items of a digest are made with. */
export interface ItemMaking {
  readonly summarizer: Summarizer
  readonly findDisagreements: FindDisagreements
  readonly log: Log
}

const outletsOf = (articles: readonly Article[]): readonly string[] => [
  ...new Set(articles.map(({ outlet }) => outlet)),
]

/** A digest's item from a story and its bullets. The first article is the lead. */
export function itemOf(
  { story, articles, origins }: StoryToTell,
  bullets: readonly Bullet[],
  findDisagreements: FindDisagreements,
): DigestItem {
  const [lead] = articles
  const serious = articles.filter(article => satireLabel(article) === undefined)
  const disagreements = origins < 2 ? [] : findDisagreements(serious)
  const newest = articles.reduce(
    (latest, { publishedAt }) => (publishedAt > latest ? publishedAt : latest),
    lead.publishedAt,
  )
  const image = articles.find(({ imageUrl }) => imageUrl !== undefined)?.imageUrl
  return {
    storyId: story.id,
    headline: labelledTitle(lead),
    url: lead.url,
    outlets: outletsOf(articles),
    origins,
    publishedAt: newest,
    ...(image === undefined ? {} : { imageUrl: image }),
    bullets,
    leadId: lead.id,
    ...(disagreements.length === 0 ? {} : { disagreements }),
  }
}

/**
 * The bullets of one story. A story that can not be summed up is still told, by its headline: whatever goes wrong with
 * one must not keep the others back.
 * @throws the signal's reason when it was aborted
 */
export async function bulletsOf(
  articles: readonly Article[],
  count: number,
  { summarizer, log }: Pick<ItemMaking, 'summarizer' | 'log'>,
  signal: AbortSignal,
  focus?: Focus,
): Promise<readonly Bullet[]> {
  try {
    return await summarizer.summarize(articles, count, signal, focus)
  } catch (error) {
    signal.throwIfAborted()
    log.error({ article: articles[0]?.id, summarizer: summarizer.name, error }, 'a story could not be summed up')
    return []
  }
}

/** A story as it is left out. */
export const leftOutOf = (
  { articles: [lead, ...others] }: Pick<StoryToTell, 'articles'>,
  reason: LeftOut['reason'],
): LeftOut => ({ title: labelledTitle(lead), url: lead.url, outlets: outletsOf([lead, ...others]).length, reason })

/** The same of a story that had no room: of one that was told before, what came since is what was left out. */
export function lowOutOf(told: StoryToTell, reason: LeftOut['reason']): LeftOut {
  const [lead, ...others] = told.before?.fresh ?? []
  return lead === undefined
    ? leftOutOf(told, reason)
    : { ...leftOutOf({ articles: [lead, ...others] }, reason), isUpdate: true }
}

/** Whether the beginning of an article says something new. */
function hasNews({ title, text, language }: Article, known: Known): boolean {
  const sentences = splitSentences(text.slice(0, NEWS_CHARACTERS), language)
  if (sentences.length === 0) return known.isNew(title, language)
  return sentences.slice(0, NEWS_SENTENCES).some(sentence => known.isNew(sentence.text, language))
}

/**
 * Those of the articles that say something new, or all when none does so at its beginning. A late copy of what was told
 * must not speak for a story: of like sentences the first published is the one that is told.
 */
async function withNews(fresh: readonly AnalysedArticle[], known: Known): Promise<readonly AnalysedArticle[]> {
  if (fresh.length < 2) return fresh
  const news: AnalysedArticle[] = []
  for (const article of fresh) {
    if (hasNews(article, known)) news.push(article)
    await nextTurn()
  }
  return news.length === 0 ? fresh : news
}

/** Whether there is something to tell in a story: it is new, or an article that came since has news at its beginning. */
export async function hasAdded({ before }: StoryToTell): Promise<boolean> {
  if (before === undefined) return true
  if (before.fresh.length === 0) return false
  const known = await before.recall()
  await nextTurn()
  return before.fresh.some(article => hasNews(article, known))
}

/** A running story with what is new in it; undefined when nothing is. */
async function updateOf(
  told: StoryToTell,
  { toldAt, fresh, recall, originsOf }: Before,
  count: number,
  making: ItemMaking,
  signal: AbortSignal,
): Promise<DigestItem | undefined> {
  if (fresh.length === 0) return undefined
  const known = await recall()
  // An update is told in the language in which the story was told, as far as it can be.
  const isForeign = ({ language: own }: Article): boolean =>
    known.language !== undefined && own !== undefined && own !== known.language
  const news = await withNews(fresh, known)
  const [lead, ...others] = news.toSorted((a, b) => Number(isForeign(a)) - Number(isForeign(b)))
  if (lead === undefined) return undefined
  const articles = [lead, ...others] as const
  const language = new Map(articles.map(article => [article.id, article.language] as const))
  const made = await bulletsOf(articles, UPDATE_CANDIDATES, making, signal)
  const bullets = made
    .filter(({ text, citations }) => known.isNew(text, language.get(citations[0].articleId)))
    .slice(0, count)
  // A follow-up that has no text beyond its headline may still say something by it.
  const isNews = bullets.length > 0 || (made.length === 0 && known.isNew(lead.title, lead.language))
  const update = { ...told, articles, origins: originsOf(articles) }
  return isNews ? { ...itemOf(update, bullets, making.findDisagreements), toldAt } : undefined
}

/** The item of a story, new or with what is new in it; undefined when nothing is. */
export async function tell(
  told: StoryToTell,
  count: number,
  making: ItemMaking,
  signal: AbortSignal,
): Promise<DigestItem | undefined> {
  const { before } = told
  const item =
    before === undefined
      ? itemOf(told, await bulletsOf(told.articles, count, making, signal), making.findDisagreements)
      : await updateOf(told, before, count, making, signal)
  // A summary takes milliseconds of the one thread that also answers people.
  await nextTurn()
  return item
}
