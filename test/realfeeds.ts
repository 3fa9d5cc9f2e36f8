/**
 * Reads a folder of captured real feeds (cases.json and files/, see its README) through the whole assembled bot, as a
 * person at the terminal would: served on loopback, each subscribed to by a typed command, polled, parsed, kept in a fresh
 * database, grouped into stories, and told by /summary on the topic they speak of most. Exit code 1 when fewer than 95 % of
 * the real-* cases parse.
 *
 *   npm run realfeeds -- ../shared/data/feeds
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { z } from 'zod'
import { loadConfig } from '../config/env.ts'
import { assemble, type Tidings } from '../src/assemble.ts'
import { systemClock } from '../src/clock.ts'
import { topTopics } from '../src/digests/search.ts'
import type { Log } from '../src/ports/log.ts'
import { startPublisher } from './fakes/publisher.ts'

const NEWSSTAND = 'captured.example'
const SHARE_WANTED = 0.95
const ARTICLES_READ = 10_000
const SECOND_MS = 1000

const casesSchema = z.array(
  z.object({
    id: z.string(),
    category: z.string(),
    file: z.string(),
    headers: z.record(z.string(), z.string()).optional(),
  }),
)
type Case = z.output<typeof casesSchema>[number]

const silent: Log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: console.error }

const addressOf = ({ file }: Case): string => `http://${NEWSSTAND}/${encodeURIComponent(file)}`

/** A person at a terminal that is a pipe: gives a command and waits for its answer. */
interface Desk {
  readonly input: PassThrough
  readonly output: PassThrough
  say(line: string): Promise<string>
}

/** A pipe echoes each command ("> /help"), then prints the answer in one piece. */
function createDesk(): Desk {
  const input = new PassThrough()
  const output = new PassThrough({ encoding: 'utf8' })
  let answered: (text: string) => void = () => undefined
  output.on('data', (text: string) => {
    if (!text.startsWith('> ')) answered(text.trimEnd())
  })
  return {
    input,
    output,
    say(line) {
      const { promise, resolve } = Promise.withResolvers<string>()
      answered = resolve
      input.write(`${line}\n`)
      return promise
    },
  }
}

/** Reads the cases with a bot of its own and prints what came of it. @returns the share that parsed */
async function readCases(cases: readonly Case[], { app, parts }: Tidings, desk: Desk): Promise<number> {
  const startedAt = performance.now()
  const answers = new Map<string, string>()
  for (const one of cases) answers.set(addressOf(one), await desk.say(`/subscribe ${addressOf(one)}`))
  await app.work.poll()
  await app.work.digest()
  const seconds = ((performance.now() - startedAt) / SECOND_MS).toFixed(1)
  const feeds = await parts.store.listFeeds()
  const read = new Set(feeds.filter(({ lastSuccessAt }) => lastSuccessAt !== undefined).map(({ url }) => url))
  const failed = cases.filter(one => !read.has(addressOf(one)))
  const parsed = cases.length - failed.length
  console.log(`parsed    ${parsed} of ${cases.length} real feeds in ${seconds} s`)
  for (const one of failed) console.log(`  failed  ${one.id}: ${answers.get(addressOf(one))?.replaceAll(/\s+/g, ' ')}`)
  const { articles, stories } = await parts.store.countArticles()
  console.log(`articles  ${articles} kept`)
  console.log(`stories   ${stories}`)
  const [topic = 'news'] = topTopics(await parts.store.listArticles({ limit: ARTICLES_READ }), 1)
  console.log(`\n> /summary ${topic}\n${await desk.say(`/summary ${topic}`)}`)
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
    const desk = createDesk()
    const tidings = await assemble({
      config: loadConfig({ DATABASE_PATH: join(home, 'tidings.db'), TIMEZONE: 'UTC' }),
      clock: systemClock,
      ticker: () => ({ stop: async () => undefined }),
      random: Math.random,
      log: silent,
      packs: [],
      allow: [publisher.allow(NEWSSTAND)],
      terminal: { input: desk.input, output: desk.output, onEnd: () => undefined },
    })
    try {
      await tidings.app.start()
      return (await readCases(cases, tidings, desk)) >= SHARE_WANTED ? 0 : 1
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
