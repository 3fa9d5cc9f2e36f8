import type { AnalysedArticle, ArticleId } from '../../src/model/article.ts'
import type { Feed, FeedId } from '../../src/model/feed.ts'
import type { Story, StoryId } from '../../src/model/story.ts'
import type { Store } from '../../src/ports/store.ts'
import { analyse } from '../../src/text/terms.ts'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
const WORDS = 20_000
/** Flattens the head of Zipf's law (Mandelbrot), so that the commonest content word is in half of the articles. */
const HEAD = 20
const NAMES = 2_000
const SENTENCES = 7
const SENTENCE_WORDS = 14
const TITLE_WORDS = 6
const STORY_ARTICLES = 4
const FEEDS = 50
const BATCH = 1_000
/** The articles are spread over so many days. */
const DAYS_KEPT = 60

const SYLLABLES = 'ba co di fe gu ha jo ki le mo nu pa ri so te vu wa yo ze lan mar tin sel dor pol gar hen'.split(' ')
const SMALL_WORDS = 'the of a in to for with on at by from and that which'.split(' ')

/** Numbers from 0 (inclusive) to 1, the same in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** An invented word for every number. */
function wordOf(number: number): string {
  let word = ''
  for (let rest = number + SYLLABLES.length; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) {
    word += SYLLABLES[rest % SYLLABLES.length]
  }
  return word
}

/** Ranks from 0 by Zipf's law. */
function zipf(ranks: number, random: () => number): () => number {
  const sums = new Float64Array(ranks)
  let sum = 0
  for (let rank = 0; rank < ranks; rank += 1) {
    sum += 1 / (rank + HEAD)
    sums[rank] = sum
  }
  return () => {
    const wanted = random() * sum
    let low = 0
    let high = ranks - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? 0) < wanted) low = middle + 1
      else high = middle
    }
    return low
  }
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
const stemFor = (word: string): string => analyse(word, 'en').join(' ')

interface Invented {
  readonly title: string
  readonly text: string
  readonly terms: AnalysedArticle['terms']
}

/** Writes articles of invented words and people, function words and quotes among them. */
function createWriter(random: () => number): () => Invented {
  const words = Array.from({ length: WORDS }, (_, number) => wordOf(number))
  const stems = words.map(stemFor)
  const names = Array.from(
    { length: NAMES },
    (_, number) => `${capital(wordOf(number * 7))} ${capital(wordOf(number * 11 + 3))}`,
  )
  const nameStems = names.map(stemFor)
  const nextWord = zipf(WORDS, random)
  const nextName = zipf(NAMES, random)
  const write = (length: number, terms: string[]): string =>
    Array.from({ length }, (_, at) => {
      if (at % 3 === 2) return SMALL_WORDS[Math.floor(random() * SMALL_WORDS.length)]
      const rank = nextWord()
      terms.push(stems[rank] ?? '')
      return words[rank]
    }).join(' ')
  const sentence = (at: number, terms: string[]): string => {
    const body = write(SENTENCE_WORDS, terms)
    if (at % 2 === 1) return `${capital(body)}.`
    const name = nextName()
    terms.push(nameStems[name] ?? '')
    return at % 4 === 0 ? `${names[name]} said that ${body}.` : `“${capital(body)},” said ${names[name]}.`
  }
  return () => {
    const titleTerms: string[] = []
    const textTerms: string[] = []
    const title = capital(write(TITLE_WORDS, titleTerms))
    const text = Array.from({ length: SENTENCES }, (_, at) => sentence(at, textTerms)).join(' ')
    return { title, text, terms: { title: titleTerms.join(' '), text: textTerms.join(' ') } }
  }
}

const feedOf = (number: number, now: Date): Feed => ({
  id: `bench-${number}` as FeedId,
  url: `https://bench-${number}.example/feed`,
  title: `Bench ${number}`,
  topics: ['world'],
  addedAt: now,
  nextPollAt: new Date(0),
  failures: 0,
  validators: {},
})

const storyOf = (articles: readonly AnalysedArticle[], number: number): readonly Story[] => {
  const [lead] = articles
  const last = articles.at(-1)
  if (lead === undefined || last === undefined) return []
  return [
    {
      id: `story-${number}` as StoryId,
      articleIds: articles.map(({ id }) => id),
      leadId: lead.id,
      firstSeenAt: lead.seenAt,
      lastSeenAt: last.seenAt,
    },
  ]
}

/**
 * Fills a store through its own code with invented articles, four to a story, the newest of them published at `now`.
 * @param count how many; a whole number of thousands
 */
export async function keepInvented(store: Store, count: number, now: Date): Promise<void> {
  const random = seeded(20_260)
  const write = createWriter(random)
  for (let number = 0; number < FEEDS; number += 1) await store.addFeed(feedOf(number, now))
  for (let first = 0; first < count; first += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, count - first) }, (_, index): AnalysedArticle => {
      const at = new Date(now.getTime() - Math.round(((count - first - index) / count) * DAYS_KEPT * DAY_MS))
      const id = `a${first + index}`
      const feed = Math.floor(random() * FEEDS)
      return {
        ...write(),
        id: id as ArticleId,
        feedId: `bench-${feed}` as FeedId,
        outlet: `Bench ${feed}`,
        url: `https://bench-${feed}.example/${id}`,
        language: 'en',
        publishedAt: new Date(at.getTime() - Math.round(random() * HOUR_MS)),
        seenAt: at,
        authors: [],
        topics: [],
      }
    })
    const claim = { now, limit: 1, leaseMs: HOUR_MS }
    const [claimed] = await store.claimDueFeeds(claim, [`bench-${(first / BATCH) % FEEDS}` as FeedId])
    if (claimed === undefined) throw new Error('the feed is not due')
    await store.finishPoll(claimed, { polledAt: now, nextPollAt: new Date(0) }, batch)
    const groups = Array.from({ length: Math.ceil(batch.length / STORY_ARTICLES) }, (_, at) =>
      batch.slice(at * STORY_ARTICLES, (at + 1) * STORY_ARTICLES),
    )
    await store.saveStories(groups.flatMap((group, at) => storyOf(group, first + at)))
  }
}

/** A word that is in about half of the articles, in one of a hundred, and in about twenty of a hundred thousand. */
export const BENCH_TOPICS = { common: wordOf(0), middle: wordOf(900), rare: wordOf(19_990) } as const
