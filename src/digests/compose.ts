import { setImmediate as nextTurn } from 'node:timers/promises'
import type { AnalysedArticle, Article } from '../model/article.ts'
import type {
  Bullet,
  Correction,
  Coverage,
  Digest,
  DigestId,
  DigestItem,
  DigestLength,
  Disagreement,
  LeftOut,
  RankReasons,
  Unchanged,
} from '../model/digest.ts'
import type { Story } from '../model/story.ts'
import type { Log } from '../ports/log.ts'
import type { Focus, Summarizer } from '../ports/summarizer.ts'
import { inOrder } from './at-once.ts'

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
  /** Those of the story's articles that came after it was told, lead first; none = nothing was added. */
  readonly fresh: readonly AnalysedArticle[]
  /** Brings back what is known. Called only for a story that the edition has room for: it reads whole articles. */
  recall(): Promise<Known>
}

/** What a channel knows of a story, in its sentences. */
export interface Known {
  /** The language in which it was told, when known. */
  readonly language: string | undefined
  /** Whether a sentence says what was neither shown nor could have been. */
  isNew(sentence: string, language?: string): boolean
}

/** How many stories a briefing tells and with how many bullets each. */
const BRIEFING_SHAPE: Readonly<Record<DigestLength, { readonly stories: number; readonly bullets: number }>> = {
  short: { stories: 4, bullets: 1 },
  normal: { stories: 7, bullets: 2 },
  long: { stories: 12, bullets: 3 },
}

const MOST_STORIES = Math.max(...Object.values(BRIEFING_SHAPE).map(({ stories }) => stories))
/** Bullets of an update are chosen from so many: most sentences of a follow-up repeat what was told. */
const UPDATE_CANDIDATES = 8
/** Left-out stories that a digest remembers with the reason. */
const LEFT_OUT_AT_MOST = 30
/** So many of them stood too low; the rest have other reasons, which would never be seen behind hundreds of those. */
const LOW_AT_MOST = 20
/** So many told stories are looked through for additions; the others are left out by their place. */
const RUNNING_AT_MOST = 40

/** Finds the numbers in which the outlets of a story differ; see findDisagreements() of the stories. */
export type FindDisagreements = (articles: readonly Article[]) => readonly Disagreement[]

/** What the items of a digest are made with. */
export interface ItemMaking {
  readonly summarizer: Summarizer
  readonly findDisagreements: FindDisagreements
  readonly log: Log
}

export interface ComposeParts extends ItemMaking {
  readonly id: DigestId
  readonly now: Date
  /** Beginning of the window that the articles come from. */
  readonly from?: Date
  readonly coverage: Coverage
}

/** What else an edition tells besides its stories. */
export interface EditionNotes {
  /** When the channel was told news before. */
  readonly newSince?: Date
  readonly corrections?: readonly Correction[]
  /** What did not even come into the ranking. */
  readonly leftOut?: readonly LeftOut[]
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
  const disagreements = origins < 2 ? [] : findDisagreements(articles)
  const newest = articles.reduce(
    (latest, { publishedAt }) => (publishedAt > latest ? publishedAt : latest),
    lead.publishedAt,
  )
  const image = articles.find(({ imageUrl }) => imageUrl !== undefined)?.imageUrl
  return {
    storyId: story.id,
    headline: lead.title,
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
): LeftOut => ({ title: lead.title, url: lead.url, outlets: outletsOf([lead, ...others]).length, reason })

/** A running story with what is new in it; undefined when nothing is. */
async function updateOf(
  told: StoryToTell,
  { toldAt, fresh, recall }: Before,
  count: number,
  making: ItemMaking,
  signal: AbortSignal,
): Promise<DigestItem | undefined> {
  if (fresh.length === 0) return undefined
  const known = await recall()
  // An update is told in the language in which the story was told, as far as it can be.
  const isForeign = ({ language: own }: Article): boolean =>
    known.language !== undefined && own !== undefined && own !== known.language
  const [lead, ...others] = fresh.toSorted((a, b) => Number(isForeign(a)) - Number(isForeign(b)))
  if (lead === undefined) return undefined
  const articles = [lead, ...others] as const
  const language = new Map(articles.map(article => [article.id, article.language] as const))
  const made = await bulletsOf(articles, UPDATE_CANDIDATES, making, signal)
  const bullets = made
    .filter(({ text, citations }) => known.isNew(text, language.get(citations[0].articleId)))
    .slice(0, count)
  // A follow-up that has no text beyond its headline may still say something by it.
  const isNews = bullets.length > 0 || (made.length === 0 && known.isNew(lead.title, lead.language))
  return isNews ? { ...itemOf({ ...told, articles }, bullets, making.findDisagreements), toldAt } : undefined
}

/** What the stories of an edition came to. */
interface Edition {
  readonly items: readonly DigestItem[]
  readonly unchanged: readonly Unchanged[]
  readonly leftOut: readonly LeftOut[]
}

/** The item of a story, new or with what is new in it; undefined when nothing is. */
async function tell(
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

function parted<Item>(
  items: readonly Item[],
  test: (item: Item) => boolean,
): readonly [readonly Item[], readonly Item[]] {
  return [items.filter(test), items.filter(item => !test(item))]
}

async function chooseStories(
  stories: readonly StoryToTell[],
  length: DigestLength,
  making: ItemMaking,
  signal: AbortSignal,
): Promise<Edition> {
  const shape = BRIEFING_SHAPE[length]
  const { atOnce = 1 } = making.summarizer
  const items: DigestItem[] = []
  const unchanged: StoryToTell[] = []
  const leftOut: LeftOut[] = []
  const waiting = [...stories.entries()]
  while (waiting.length > 0) {
    const open = shape.stories - items.length
    const next = waiting.splice(0, Math.max(1, Math.min(open, atOnce)))
    const [taken, passed] = parted(
      next,
      ([, { before }]) => open > 0 && (before === undefined || unchanged.length < RUNNING_AT_MOST),
    )
    for (const [index, told] of passed) {
      const place = told.reasons?.place ?? index + 1
      leftOut.push(leftOutOf(told, { kind: place > MOST_STORIES ? 'order' : 'length', place }))
    }
    const made = await inOrder(taken, atOnce, ([, told]) => tell(told, shape.bullets, making, signal))
    for (const [at, [, told]] of taken.entries()) {
      const item = made[at]
      if (item === undefined) unchanged.push(told)
      else items.push(told.reasons === undefined ? item : { ...item, reasons: told.reasons })
    }
  }
  // Beside news only what goes on is named; where there is none, all that was told and is as it was.
  const named = unchanged.filter(({ before }) => items.length === 0 || (before?.fresh.length ?? 0) > 0)
  return {
    items,
    unchanged: named.map(({ story, articles }) => ({ storyId: story.id, headline: articles[0].title })),
    leftOut: [...leftOut.slice(0, LOW_AT_MOST), ...unchanged.map(told => leftOutOf(told, { kind: 'unchanged' }))],
  }
}

/**
 * Writes a briefing from ranked stories. A story that the channel was told before comes with what is new in it, or, when
 * nothing is, under `unchanged`.
 * @param stories best first; the shape of `length` says how many are told
 * @returns a digest whose every bullet cites an article of its own story; a story without a bullet keeps its headline
 */
export async function composeBriefing(
  stories: readonly StoryToTell[],
  length: DigestLength,
  { id, now, from, coverage, ...making }: ComposeParts,
  signal: AbortSignal,
  { newSince, corrections = [], leftOut: unranked = [] }: EditionNotes = {},
): Promise<Digest> {
  const { items, unchanged, leftOut } = await chooseStories(stories, length, making, signal)
  return {
    id,
    kind: 'briefing',
    createdAt: now,
    ...(from === undefined ? {} : { from }),
    to: now,
    items,
    coverage,
    length,
    ...(newSince === undefined ? {} : { newSince }),
    unchanged,
    corrections,
    leftOut: [...leftOut, ...unranked].slice(0, LEFT_OUT_AT_MOST),
  }
}
