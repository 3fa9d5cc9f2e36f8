import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ImportResult, RefusedLine, UseCases } from '../command-cases.ts'
import { type OpmlList, type OpmlRow, readOpml } from '../feeds/opml-read.ts'
import type { Channel } from '../model/briefing.ts'
import { FormatError, UserError } from '../model/errors.ts'
import type { FeedId } from '../model/feed.ts'
import { hostOf, maskSecrets } from '../text/url.ts'
import type { AppParts } from './parts.ts'
import { ensureBriefing, FEEDS_PER_CHANNEL } from './subscriptions.ts'

/** Feeds kept before other work gets its turn. */
const FEEDS_A_TURN = 20

type Given = Parameters<UseCases['importOpml']>[1]

async function readList(given: Given, parts: AppParts, signal: AbortSignal): Promise<OpmlList> {
  const name = 'url' in given ? maskSecrets(given.url) : given.filename
  const file = 'url' in given ? await parts.feeds.download(given.url, signal) : given
  try {
    return readOpml(file.bytes, 'contentType' in file ? file.contentType : undefined)
  } catch (error) {
    if (error instanceof FormatError) throw new UserError('notOpml', { name }, { cause: error })
    throw error
  }
}

/** Keeps the feed of one row; a row that can not be one is told instead. */
async function keepRow(row: OpmlRow, { feeds }: AppParts): Promise<FeedId | RefusedLine> {
  const { line, url, title = hostOf(url), siteUrl } = row
  try {
    const listed = { url, title, ...(siteUrl === undefined ? {} : { site: siteUrl }) }
    return (await feeds.addListed(listed)).id
  } catch (error) {
    const code = error instanceof UserError ? error.code : undefined
    if (code !== 'privateAddress' && code !== 'closedPort') throw error
    return { line, reason: code, value: maskSecrets(url) }
  }
}

async function takeRows(rows: readonly OpmlRow[], channel: Channel, parts: AppParts, signal: AbortSignal) {
  const { store, clock } = parts
  const taken = new Set((await store.listSubscriptions({ channelId: channel.id })).map(({ feedId }) => feedId))
  const before = taken.size
  const isTaken = async ({ url }: OpmlRow): Promise<boolean> => {
    const feed = await store.findFeed(url)
    return feed !== undefined && taken.has(feed.id)
  }
  const refused: RefusedLine[] = []
  let known = 0
  let beyond = 0
  for (const [index, row] of rows.entries()) {
    if (index % FEEDS_A_TURN === 0) await nextTurn()
    signal.throwIfAborted()
    if (taken.size >= FEEDS_PER_CHANNEL && !(await isTaken(row))) {
      beyond += 1
      continue
    }
    const kept = await keepRow(row, parts)
    if (typeof kept !== 'string') refused.push(kept)
    else if (taken.has(kept)) known += 1
    else {
      await store.subscribe({ channelId: channel.id, feedId: kept, mode: 'digest', createdAt: clock.now() })
      taken.add(kept)
    }
  }
  return { added: taken.size - before, known, refused, beyond, limit: FEEDS_PER_CHANNEL }
}

/** The part of the use-cases that is about lists of feeds. */
export function importCases(parts: AppParts): Pick<UseCases, 'importOpml'> {
  return {
    async importOpml(channel, given, signal): Promise<ImportResult> {
      const list = await readList(given, parts, signal)
      const taken = await takeRows(list.rows, channel, parts, signal)
      if (taken.added > 0) await ensureBriefing(channel, undefined, false, parts)
      const faults = list.faults.map(fault => ({ ...fault, value: maskSecrets(fault.value) }))
      const refused = [...faults, ...taken.refused].toSorted((a, b) => a.line - b.line)
      return { ...taken, refused, left: list.left }
    },
  }
}
