import { commands } from '../../commands/index.ts'
import { type App, createApp } from '../../src/app.ts'
import { normalizeEntries } from '../../src/feeds/normalize.ts'
import type { Channel, ChannelId, ClaimedPart } from '../../src/model/briefing.ts'
import { UserError } from '../../src/model/errors.ts'
import type { Feed, FeedId, PackFeed } from '../../src/model/feed.ts'
import type { Message } from '../../src/model/message.ts'
import type { Request } from '../../src/ports/platform.ts'
import type { Store } from '../../src/ports/store.ts'
import type { Summarizer } from '../../src/ports/summarizer.ts'
import { openSqliteStore } from '../../src/stores/sqlite.ts'
import { createExtractiveSummarizer } from '../../src/summarizers/extractive.ts'
import type { AppParts } from '../../src/use-cases/parts.ts'
import { manualTicker } from './bot.ts'
import { createFakeClock, type FakeClock } from './clock.ts'
import { createRecordingLog, type LogLine } from './log.ts'
import { createScriptedPlatform, type ScriptedPlatform, textOf } from './platform.ts'

/** An article with a text of its own; without one it says in a sentence what its title says. */
export interface Told {
  readonly title: string
  readonly text: string
}

/** The application over a real store, with publishers whose feeds a test writes by hand. */
export interface Newsroom {
  readonly app: App
  readonly parts: AppParts
  readonly store: Store
  readonly clock: FakeClock
  readonly platform: ScriptedPlatform
  readonly log: readonly LogLine[]
  /** Puts articles into a feed; it brings them at its next poll. The title names the event. */
  publish(url: string, titles: readonly (string | Told)[], publishedAt?: Date): void
  /** The publisher edits an article, named by its first title; the feed brings it so at its next poll. */
  edit(url: string, title: string, text: string, newTitle?: string): void
  /** Polls these feeds now, due or not. */
  read(...urls: readonly string[]): Promise<void>
  /** One round of everything that the loops do, but the polling. */
  round(): Promise<void>
  say(text: string, request?: Partial<Request>): Promise<Message>
  /** Texts that the channel got, oldest first. */
  got(address?: string): readonly string[]
  stop(): Promise<void>
}

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
const READER: Request = { platform: 'discord', address: '1', userId: 'u', isManager: true, locale: 'en' }

const feedIdOf = (url: string): FeedId => `feed-${url.replace(/\W+/g, '-')}` as FeedId

function newFeed({ url, title, topics }: Pick<PackFeed, 'url' | 'title' | 'topics'>, now: Date): Feed {
  return {
    id: feedIdOf(url),
    url,
    title,
    topics,
    addedAt: now,
    nextPollAt: now,
    failures: 0,
    validators: {},
  }
}

export async function openNewsroom(
  start: Date,
  options: { packs?: AppParts['packs']; summarizer?: Summarizer; store?: Store; ids?: string } = {},
): Promise<Newsroom> {
  const clock = createFakeClock(start)
  const log = createRecordingLog()
  const store = options.store ?? (await openSqliteStore({ path: ':memory:', now: () => clock.now() }))
  const platform = createScriptedPlatform('discord')
  const shelves = new Map<string, { key: string; title: string; text?: string; publishedAt: Date }[]>()
  let ids = 0

  async function poll(ids: readonly FeedId[] | undefined): Promise<number> {
    const claim = { now: clock.now(), limit: 100, leaseMs: MINUTE_MS }
    let added = 0
    for (const claimed of await store.claimDueFeeds(claim, ids)) {
      const { row: feed } = claimed
      const entries = (shelves.get(feed.url) ?? []).map(({ key, title, text, publishedAt }) => ({
        id: key,
        url: `${feed.url}/${encodeURIComponent(key)}`,
        title,
        publishedAt,
        authors: [],
        content: `<p>${text ?? `${title} was reported on Monday by the council of ${title.split(' ')[0]}.`}</p>`,
        enclosures: [],
        categories: [],
      }))
      const articles = normalizeEntries({ entries }, feed, clock.now())
      const result = { polledAt: clock.now(), nextPollAt: new Date(clock.now().getTime() + HOUR_MS), validators: {} }
      added += (await store.finishPoll(claimed, result, articles))?.added.length ?? 0
    }
    return added
  }

  const parts: AppParts = {
    store,
    summarizer: options.summarizer ?? createExtractiveSummarizer(),
    platforms: [platform],
    packs: options.packs ?? [],
    clock,
    log,
    newId() {
      ids += 1
      return `${options.ids ?? 'id'}${String(ids).padStart(6, '0')}`
    },
    timezone: 'UTC',
    feeds: {
      async add(url) {
        if (!shelves.has(url)) throw new UserError('notFeed', { url })
        const feed = await store.addFeed(newFeed({ url, title: url, topics: [] }, clock.now()))
        await poll([feed.id])
        return { feed: (await store.findFeed(feed.id)) ?? feed }
      },
      addUnfetched: feed => store.addFeed(newFeed(feed, clock.now())),
      addListed: feed => store.addFeed(newFeed({ ...feed, topics: [] }, clock.now())),
      download: url => Promise.reject(new UserError('notOpml', { name: url })),
      async poll(_signal, only) {
        const added = await poll(only)
        return { polled: 0, unchanged: 0, failed: 0, added }
      },
    },
  }
  const app = createApp(parts, commands, manualTicker, 'newsroom')
  await app.start()
  await app.work.poll()
  const { signal } = new AbortController()
  return {
    app,
    parts,
    store,
    clock,
    platform,
    log: log.lines,
    publish(url, titles, publishedAt = clock.now()) {
      const told = titles
        .map(one => (typeof one === 'string' ? { title: one } : one))
        .map(one => ({ key: one.title, ...one, publishedAt }))
      shelves.set(url, [...(shelves.get(url) ?? []), ...told])
    },
    edit(url, key, text, title = key) {
      const shelf = shelves.get(url) ?? []
      shelves.set(
        url,
        shelf.map(one => (one.key === key ? { ...one, title, text } : one)),
      )
    },
    async read(...urls) {
      for (const url of urls) {
        const feed = await store.findFeed(feedIdOf(url))
        if (feed === undefined) throw new Error(`no feed ${url}`)
        const due = { now: new Date(Math.max(clock.now().getTime(), feed.nextPollAt.getTime())), limit: 1, leaseMs: 1 }
        const before = clock.now()
        clock.set(due.now)
        await poll([feed.id])
        clock.set(before)
      }
    },
    async round() {
      await app.work.digest()
      await app.work.deliver()
    },
    say: (text, request) => app.handler.handle({ ...READER, ...request }, { kind: 'words', text }, signal),
    got: (address = READER.address) =>
      platform.sent
        .filter(({ channel }: ClaimedPart) => channel.address === address)
        .map(({ message }) => textOf(message)),
    async stop() {
      await app.stop()
      await store.close()
    },
  }
}

export const channelOf = (address: string): Channel['id'] => `discord:${address}` as ChannelId
