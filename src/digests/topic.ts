import type { Bullet, Digest, DigestItem, DigestLength } from '../model/digest.ts'
import { analyse } from '../text/terms.ts'
import { bulletsOf, type ComposeParts, itemOf, type StoryToTell } from './compose.ts'

/** Bullets of a topic digest. */
const TOPIC_BULLETS: Readonly<Record<DigestLength, number>> = { short: 3, normal: 5, long: 8 }
/** A topic digest tells no more stories than this, so that each gets more than a line. */
const STORIES_AT_MOST = 4
/** Asking for more bullets than are shown leaves some to choose from. */
const SPARE_BULLETS = 2

const speaksOf = (text: string, stems: ReadonlySet<string>): boolean => analyse(text).some(stem => stems.has(stem))

/** Bullets that name the topic come first; the reading order is kept among the chosen. */
function choose(bullets: readonly Bullet[], count: number, stems: ReadonlySet<string>): readonly Bullet[] {
  const onTopic = bullets.filter(({ text, citations }) => speaksOf(text, stems) || speaksOf(citations[0].quote, stems))
  const others = bullets.filter(bullet => !onTopic.includes(bullet))
  const chosen = new Set([...onTopic, ...others].slice(0, count))
  return bullets.filter(bullet => chosen.has(bullet))
}

/** What is asked for, and by whom. */
export interface TopicWish {
  readonly topic: string
  /** The topic's stems (see queryGroups). */
  readonly groups: readonly (readonly string[])[]
  /** Two-letter code of the reader's language. */
  readonly language: string
  readonly length: DigestLength
}

/** Stories that the reader can read, and those that only others tell; each in the order given. */
function byLanguage(stories: readonly StoryToTell[], language: string): readonly (readonly StoryToTell[])[] {
  const isReadable = ({ articles }: StoryToTell): boolean =>
    articles.some(article => article.language === undefined || article.language === language)
  return [stories.filter(isReadable), stories.filter(story => !isReadable(story))]
}

/** How many of the open bullets the first of these stories gets: by the number of its articles, at least one. */
function shareOfFirst(open: number, stories: readonly StoryToTell[]): number {
  const all = stories.reduce((sum, { articles }) => sum + articles.length, 0)
  return Math.max(1, Math.round((open * (stories[0]?.articles.length ?? 0)) / all))
}

/**
 * Writes the answer to /summary from the stories that are about the topic. Stories in the reader's language come first;
 * what only others tell fills the bullets that are left.
 * @param stories most relevant first, at least one
 * @returns a digest of as many bullets as the length says, or fewer when the articles do not hold so many
 */
export async function composeTopic(
  { topic, groups, language, length }: TopicWish,
  stories: readonly StoryToTell[],
  { id, now, from, coverage, ...making }: ComposeParts,
  signal: AbortSignal,
): Promise<Digest> {
  const stems = new Set(groups.flat())
  const items: DigestItem[] = []
  let open = TOPIC_BULLETS[length]
  for (const group of byLanguage(stories, language)) {
    const told = group.slice(0, Math.min(STORIES_AT_MOST, open))
    for (const [index, story] of told.entries()) {
      if (open === 0) break
      const count = Math.min(open, shareOfFirst(open, told.slice(index)))
      const bullets = choose(await bulletsOf(story.articles, count + SPARE_BULLETS, making, signal), count, stems)
      open -= bullets.length
      if (bullets.length > 0) items.push(itemOf(story, bullets))
    }
  }
  const window = from === undefined ? {} : { from }
  return { id, kind: 'summary', topic, createdAt: now, ...window, to: now, items, coverage }
}
