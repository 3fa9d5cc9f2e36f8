import type { AnalysedArticle, ArticleId } from '../../src/model/article.ts'
import type { FeedId } from '../../src/model/feed.ts'

/** Words of a made-up language, the commonest first. */
const WORDS = 60_000
const SYLLABLES = 'ba ko ri ten mal sur ve lod ni gar pe tas um wel ho dra fi sko lan per'.split(' ')
/** Words that tell of one event. */
const EVENT_WORDS = 24
const TITLE_WORDS = 8
const FEWEST_TEXT_WORDS = 40
const MORE_TEXT_WORDS = 120
/** Share of the words of a title and of a text that are about the event; the rest is what all news is made of. */
const TITLE_SHARE = 0.6
const TEXT_SHARE = 0.3
/** Every other article opens a story, the others are about one of the newest. */
const NEW_EVENT_SHARE = 0.5
const RUNNING_EVENTS = 2000

/** Numbers from 0 to below 1, the same for the same seed (mulberry32, https://gist.github.com/tommyettinger/46a874533244883189143505d203312c). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const wordOf = (rank: number): string =>
  Array.from(rank.toString(SYLLABLES.length), digit => SYLLABLES[Number.parseInt(digit, SYLLABLES.length)]).join('')

/** Ranks by Zipf's law: the n-th commonest word is n times as rare as the first. */
function zipfian(random: () => number): () => string {
  const sums = new Float64Array(WORDS)
  let total = 0
  for (let rank = 0; rank < WORDS; rank++) {
    total += 1 / (rank + 8)
    sums[rank] = total
  }
  return () => {
    const wanted = random() * total
    let [low, high] = [0, WORDS - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? 0) < wanted) low = middle + 1
      else high = middle
    }
    return wordOf(low)
  }
}

/**
 * An endless stream of invented news in order of arrival, the same for the same seed: half of the articles open an event,
 * the others follow up one of the 2,000 newest.
 * @param stepMs time between two articles
 */
export function* streamNews(seed: number, startMs: number, stepMs: number): Generator<AnalysedArticle> {
  const random = randomFrom(seed)
  const common = zipfian(random)
  const events: (readonly string[])[] = []
  const newEvent = (): readonly string[] =>
    Array.from({ length: EVENT_WORDS }, (_, at) => (at % 2 === 0 ? common() : wordOf(Math.floor(random() * WORDS))))
  const line = (event: readonly string[], words: number, share: number): string =>
    Array.from({ length: words }, () => (random() < share ? event[Math.floor(random() * EVENT_WORDS)] : common())).join(
      ' ',
    )
  for (let number = 0; ; number++) {
    if (number === 0 || random() < NEW_EVENT_SHARE) events.push(newEvent())
    const isNew = random() < NEW_EVENT_SHARE
    const event = events.at(isNew ? -1 : -1 - Math.floor(random() * Math.min(RUNNING_EVENTS, events.length))) ?? []
    const title = line(event, TITLE_WORDS, TITLE_SHARE)
    const text = line(event, FEWEST_TEXT_WORDS + Math.floor(random() * MORE_TEXT_WORDS), TEXT_SHARE)
    const at = new Date(startMs + number * stepMs)
    yield {
      id: `n${number}` as ArticleId,
      feedId: 'feed' as FeedId,
      outlet: `Outlet ${number % 40}`,
      url: `https://news.example/${number}`,
      title,
      text,
      language: 'en',
      publishedAt: at,
      seenAt: at,
      authors: [],
      topics: [],
      terms: { title, text },
    }
  }
}
