import type { AnalysedArticle } from '../model/article.ts'
import type { Bullet, Digest, DigestItem, DigestLength } from '../model/digest.ts'
import { isToldAbroad, landmarksOf } from '../text/landmarks.ts'
import type { ComposeParts } from './compose.ts'
import { bulletsOf, type ItemMaking, itemOf, type StoryToTell } from './story-item.ts'
import { quotesBy, sharesSentence, withVoice } from './voices.ts'

/** Bullets of a topic digest. */
const TOPIC_BULLETS: Readonly<Record<DigestLength, number>> = { short: 3, normal: 5, long: 8 }
/** A topic digest tells no more stories than this, so that each gets more than a line. */
const STORIES_AT_MOST = 4
/** What is asked for, and by whom. */
export interface TopicWish {
  readonly topic: string
  /** The topic's stems (see queryGroups). */
  readonly groups: readonly (readonly string[])[]
  /** Two-letter code of the reader's language. */
  readonly language: string
  readonly length: DigestLength
}

const inLanguage = (article: AnalysedArticle, language: string): boolean =>
  article.language === undefined || article.language === language

/** The reader's language when a story has it, else that of the best story: a digest is told in one language. */
function tellingLanguage(stories: readonly StoryToTell[], wanted: string): string {
  const isTold = stories.some(({ articles }) => articles.some(article => inLanguage(article, wanted)))
  return isTold ? wanted : (stories[0]?.articles[0].language ?? wanted)
}

/** Stories that are told in the language, and those that only others tell; each in the order given. */
function byLanguage(stories: readonly StoryToTell[], language: string): readonly (readonly StoryToTell[])[] {
  const isTold = ({ articles }: StoryToTell): boolean => articles.some(article => inLanguage(article, language))
  return [stories.filter(isTold), stories.filter(story => !isTold(story))]
}

/** The story with its articles in the language first, so that the summariser tells it in that. */
function inOrderOf(story: StoryToTell, language: string): StoryToTell {
  const [first, ...others] = story.articles.toSorted(
    (a, b) => Number(inLanguage(b, language)) - Number(inLanguage(a, language)),
  )
  return first === undefined ? story : { ...story, articles: [first, ...others] }
}

const landmarksIn = ({ text, citations }: Bullet, { articles }: StoryToTell): ReadonlySet<string> =>
  landmarksOf(text, articles.find(({ id }) => id === citations[0].articleId)?.language)

/** How many of the open bullets the first of these stories gets: by the number of its articles, at least one. */
function shareOfFirst(open: number, stories: readonly StoryToTell[]): number {
  const all = stories.reduce((sum, { articles }) => sum + articles.length, 0)
  return Math.max(1, Math.round((open * (stories[0]?.articles.length ?? 0)) / all))
}

/** How many of a story's bullets may be the topic's own words: the others tell what it is about. */
const quotesAmong = (bullets: number): number => Math.floor(bullets / 2)

/** The topic's own words, as far as the story holds some and there is room, then what the summariser makes of it. */
async function bulletsAbout(
  { articles }: StoryToTell,
  count: number,
  { groups, language }: { readonly groups: TopicWish['groups']; readonly language: string },
  making: ItemMaking,
  signal: AbortSignal,
): Promise<readonly Bullet[]> {
  const told = articles.filter(article => inLanguage(article, language))
  const quotes = count > 1 ? quotesBy(groups, told) : []
  const made = await bulletsOf(articles, count - Math.min(quotes.length, quotesAmong(count)), making, signal, groups)
  const own = quotes.filter(quote => !sharesSentence(quote, made)).slice(0, count - made.length)
  return [...own, ...made.map(bullet => withVoice(bullet, articles, groups))]
}

interface ToldStory {
  readonly story: StoryToTell
  readonly bullets: readonly Bullet[]
}

const timeOf = ({ citations: [{ publishedAt }] }: Bullet): number => publishedAt.getTime()

/** What the topic says, by the day, before what is said about it; the stories keep their order in both. */
function byVoice(told: readonly ToldStory[], making: ItemMaking): readonly DigestItem[] {
  const itemsOf = (pick: (bullets: readonly Bullet[]) => readonly Bullet[]): readonly DigestItem[] =>
    told.flatMap(({ story, bullets }) => {
      const picked = pick(bullets)
      return picked.length === 0 ? [] : [itemOf(story, picked, making.findDisagreements)]
    })
  const says = ({ voice }: Bullet): boolean => voice?.kind === 'by'
  return [
    ...itemsOf(bullets => bullets.filter(says).toSorted((a, b) => timeOf(a) - timeOf(b))),
    ...itemsOf(bullets => bullets.filter(bullet => !says(bullet))),
  ]
}

/**
 * Writes the answer to /summary from the stories that are about the topic. Stories in the reader's language come first;
 * what only others tell, and nothing told repeats by its names and figures, fills the bullets that are left.
 * @param stories most relevant first, at least one
 * @returns a digest of as many bullets as the length says, or fewer when the articles do not say so much about the topic;
 *   what the topic itself says comes first, so a story may stand in it twice
 */
export async function composeTopic(
  { topic, groups, language, length }: TopicWish,
  stories: readonly StoryToTell[],
  { id, now, from, coverage, ...making }: ComposeParts,
  signal: AbortSignal,
): Promise<Digest> {
  const told: ToldStory[] = []
  let open = TOPIC_BULLETS[length]
  const landmarks: ReadonlySet<string>[] = []
  const telling = tellingLanguage(stories, language)
  for (const [rank, group] of byLanguage(stories, telling).entries()) {
    const few = group.slice(0, Math.min(STORIES_AT_MOST, open))
    for (const [index, found] of few.entries()) {
      if (open === 0) break
      const count = Math.min(open, shareOfFirst(open, few.slice(index)))
      const story = inOrderOf(found, telling)
      const made = await bulletsAbout(story, count, { groups, language: telling }, making, signal)
      const bullets = rank === 0 ? made : made.filter(bullet => !isToldAbroad(landmarksIn(bullet, story), landmarks))
      landmarks.push(...bullets.map(bullet => landmarksIn(bullet, story)))
      open -= bullets.length
      told.push({ story, bullets })
    }
  }
  const window = from === undefined ? {} : { from }
  return { id, kind: 'summary', topic, createdAt: now, ...window, to: now, items: byVoice(told, making), coverage }
}
