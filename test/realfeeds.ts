/**
 * Reads a folder of captured real feeds (cases.json and files/, see its README) through the whole assembled bot: served on
 * loopback, polled, parsed, kept in a fresh database, grouped into stories and told in a digest. Exit code 1 when fewer
 * than 95 % of the real-* cases parse.
 *
 *   npm run realfeeds -- ../shared/data/feeds
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { loadConfig } from '../config/env.ts'
import { assemble, type Tidings } from '../src/assemble.ts'
import { systemClock } from '../src/clock.ts'
import { composeBriefing } from '../src/digests/compose.ts'
import { digestMessage } from '../src/digests/present.ts'
import type { Article } from '../src/model/article.ts'
import type { Channel, ChannelId } from '../src/model/briefing.ts'
import type { DigestId } from '../src/model/digest.ts'
import type { Feed, PackFeed } from '../src/model/feed.ts'
import { renderTerminal } from '../src/platforms/terminal/render.ts'
import type { Log } from '../src/ports/log.ts'
import { rankStories } from '../src/stories/rank.ts'
import { catalogueFor } from '../src/text/words/catalogues.ts'
import { readFeeds } from '../src/use-cases/first-minute.ts'
import { coverageOf, gatherStories, toTell } from '../src/use-cases/telling.ts'
import { startPublisher } from './fakes/publisher.ts'

const NEWSSTAND = 'captured.example'
const SHARE_WANTED = 0.95
const LIMIT_MS = 5 * 60_000
const ARTICLES_READ = 10_000
const COLUMNS = 100
/** A shorter text is no article. */
const LEAST_TEXT = 200
const DAY_CHARACTERS = '2026-11-23'.length
const DAY_MS = 86_400_000
const WINDOW_MS = 3 * DAY_MS

const casesSchema = z.array(
  z.object({
    id: z.string(),
    category: z.string(),
    file: z.string(),
    headers: z.record(z.string(), z.string()).optional(),
  }),
)
type Case = z.output<typeof casesSchema>[number]

const TERMINAL: Channel = {
  id: 'terminal:realfeeds' as ChannelId,
  platform: 'terminal',
  address: 'realfeeds',
  language: 'en',
  timezone: 'UTC',
}

const silent: Log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: console.error }

const addressOf = ({ file }: Case): string => `http://${NEWSSTAND}/${encodeURIComponent(file)}`

const feedOf = (one: Case): PackFeed => ({
  title: one.id,
  url: addressOf(one),
  site: `http://${NEWSSTAND}/`,
  language: 'en',
  topics: [],
})

async function subscribeAll(feeds: readonly Feed[], { parts }: Tidings): Promise<void> {
  await parts.store.saveChannel(TERMINAL)
  const createdAt = parts.clock.now()
  for (const { id: feedId } of feeds) {
    await parts.store.subscribe({ channelId: TERMINAL.id, feedId, mode: 'digest', createdAt })
  }
}

/** The end of the day on which most of the articles that hold a text were published. */
function fullestDay(articles: readonly Article[]): Date {
  const days = Map.groupBy(articles, ({ publishedAt }) => publishedAt.toISOString().slice(0, DAY_CHARACTERS))
  const [day = ''] = [...days].toSorted(([, a], [, b]) => b.length - a.length)[0] ?? []
  return new Date(Date.parse(day) + DAY_MS)
}

/** One digest, as of the fullest day: the captures are of many years, and those without a date say nothing of a day. */
async function tellDigest({ parts }: Tidings, feeds: readonly Feed[], signal: AbortSignal): Promise<string> {
  const { store, newId, summarizer, log } = parts
  const kept = await store.listArticles({ limit: ARTICLES_READ })
  const telling = kept.filter(({ text, publishedAt, seenAt }) => text.length >= LEAST_TEXT && publishedAt < seenAt)
  const now = fullestDay(telling)
  const from = new Date(now.getTime() - WINDOW_MS)
  const articles = telling.filter(({ publishedAt }) => publishedAt >= from && publishedAt < now)
  const candidates = await gatherStories(articles, store)
  const ranked = rankStories(candidates, now).flatMap(story => toTell(story, story.origins))
  const about = { id: newId() as DigestId, now, summarizer, log, coverage: coverageOf(articles, feeds, candidates) }
  const digest = await composeBriefing(ranked, 'normal', about, signal)
  return renderTerminal(digestMessage(digest, catalogueFor('en'), 'UTC'), { columns: COLUMNS, isColour: false })
}

/** Reads the cases with a bot of its own and prints what came of it. @returns the share that parsed */
async function readCases(cases: readonly Case[], tidings: Tidings): Promise<number> {
  const signal = AbortSignal.timeout(LIMIT_MS)
  const startedAt = performance.now()
  const read = await readFeeds(cases.map(feedOf), tidings.parts, tidings.app.clusterer, signal, () => undefined)
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  const feeds = await tidings.parts.store.listFeeds()
  await subscribeAll(feeds, tidings)
  const failed = feeds.filter(({ lastSuccessAt }) => lastSuccessAt === undefined)
  const parsed = cases.length - failed.length
  console.log(`parsed    ${parsed} of ${cases.length} real feeds in ${seconds} s`)
  for (const { url, lastError } of failed) {
    console.log(`  failed  ${cases.find(one => addressOf(one) === url)?.id ?? url} (${lastError ?? 'not polled'})`)
  }
  console.log(`articles  ${read.articles} kept`)
  console.log(`stories   ${read.stories}`)
  console.log(`\n${await tellDigest(tidings, feeds, signal)}`)
  return parsed / cases.length
}

async function main(folder: string): Promise<number> {
  const all = casesSchema.parse(JSON.parse(await readFile(join(folder, 'cases.json'), 'utf8')))
  const cases = all.filter(({ category }) => category.startsWith('real-'))
  const publisher = await startPublisher()
  const home = await mkdtemp(join(tmpdir(), 'tidings-realfeeds-'))
  try {
    for (const one of cases) {
      const body = await readFile(join(folder, 'files', one.file))
      const type = one.headers?.['content-type']
      publisher.set(new URL(addressOf(one)).pathname, {
        body,
        headers: type === undefined ? {} : { 'content-type': type },
      })
    }
    const tidings = await assemble({
      config: loadConfig({ DATABASE_PATH: join(home, 'tidings.db'), TIMEZONE: 'UTC' }),
      clock: systemClock,
      ticker: () => ({ stop: async () => undefined }),
      random: Math.random,
      log: silent,
      packs: [],
      allow: [publisher.allow(NEWSSTAND)],
    })
    try {
      return (await readCases(cases, tidings)) >= SHARE_WANTED ? 0 : 1
    } finally {
      await tidings.close()
    }
  } finally {
    await publisher.close()
    await rm(home, { recursive: true, force: true })
  }
}

const [folder] = process.argv.slice(2)
if (folder === undefined) {
  console.error('usage: npm run realfeeds -- FOLDER (with cases.json and files/)')
  process.exitCode = 2
} else {
  process.exitCode = await main(folder)
}
