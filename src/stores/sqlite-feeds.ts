import type { Feed, FeedId } from '../model/feed.ts'
import type { Claim, Claimed } from '../ports/claim.ts'
import type { FeedStore } from '../ports/store.ts'
import { encode } from './codec.ts'
import type { Connection } from './connection.ts'
import { finishParams, insertParams, readFeed } from './feed-rows.ts'
import type { GroupWriter } from './group-writer.ts'
import { integer, type Row, text } from './rows.ts'
import { articleKeeper } from './sqlite-keep.ts'
import { feedMover } from './sqlite-moves.ts'
import type { TermIndexer } from './term-indexer.ts'

const INSERT = `
INSERT INTO feeds (id, url, title, site_url, language, topics, added_at, next_poll_at, last_polled_at,
  last_success_at, last_error, failures, etag, last_modified, rhythm, failing_since, gone_count, gone_since, gone_at,
  moving_to, moving_count, moving_since)
VALUES (:id, :url, :title, :siteUrl, :language, :topics, :addedAt, :nextPollAt, :lastPolledAt,
  :lastSuccessAt, :lastError, :failures, :etag, :lastModified, :rhythm, :failingSince, :goneCount, :goneSince, :goneAt,
  :movingTo, :movingCount, :movingSince)`

const claimWhere = (condition: string): string => `
UPDATE feeds SET attempt = attempt + 1, lease_until = :leaseUntil
WHERE id IN (
  SELECT id FROM feeds
  WHERE next_poll_at <= :now AND gone_at IS NULL AND merged_into IS NULL AND (lease_until IS NULL OR lease_until <= :now) AND ${condition}
  ORDER BY next_poll_at, id LIMIT :limit
)
RETURNING *`

// A failed poll keeps the validators; a success replaces both.
const FINISH = `
UPDATE feeds SET
  lease_until = NULL,
  last_polled_at = :polledAt,
  next_poll_at = :nextPollAt,
  title = coalesce(:title, title),
  site_url = coalesce(:siteUrl, site_url),
  language = coalesce(:language, language),
  etag = CASE WHEN :hasValidators = 1 THEN :etag ELSE etag END,
  last_modified = CASE WHEN :hasValidators = 1 THEN :lastModified ELSE last_modified END,
  last_success_at = CASE WHEN :error IS NULL THEN :polledAt ELSE last_success_at END,
  last_error = :error,
  failures = CASE WHEN :error IS NULL THEN 0 ELSE failures + 1 END,
  failing_since = CASE WHEN :error IS NULL THEN NULL ELSE coalesce(failing_since, :polledAt) END,
  rhythm = coalesce(:rhythm, rhythm),
  gone_count = :goneCount, gone_since = :goneSince, gone_at = :goneAt,
  moving_to = :movingTo, moving_count = :movingCount, moving_since = :movingSince
WHERE id = :id AND attempt = :attempt AND lease_until IS NOT NULL`

// The row of a merged feed leads to the one that it was merged into.
const FIND = `
SELECT found.* FROM feeds AS named JOIN feeds AS found ON found.id = coalesce(named.merged_into, named.id)
WHERE named.id = :id OR named.url = :url ORDER BY named.id = :id DESC LIMIT 1`

const byNextPoll = (a: Claimed<Feed>, b: Claimed<Feed>): number =>
  a.row.nextPollAt.getTime() - b.row.nextPollAt.getTime() || (a.row.id < b.row.id ? -1 : 1)

/** Whether the address belongs to the host or to one under it. */
function isAt(url: string, host: string): boolean {
  const found = URL.parse(url)?.host
  return found === host || found?.endsWith(`.${host}`) === true
}

function postponer(connection: Connection): Pick<FeedStore, 'postponePoll' | 'postponeHost'> {
  const postpone = connection.prepare(`
    UPDATE feeds SET lease_until = NULL, next_poll_at = :until
    WHERE id = :id AND attempt = :attempt AND lease_until IS NOT NULL`)
  const listSooner = connection.prepare(
    'SELECT id, url FROM feeds WHERE next_poll_at < :until AND instr(url, :host) > 0',
  )
  const postponeAll = connection.prepare(
    'UPDATE feeds SET next_poll_at = :until WHERE id IN (SELECT value FROM json_each(:ids))',
  )
  return {
    postponePoll: async ({ row, attempt }, until) => postpone.run({ id: row.id, attempt, until }) > 0,
    postponeHost: async (host, until) =>
      connection.write(() => {
        const rows = listSooner.all({ until, host }).filter(row => isAt(text(row, 'url'), host))
        if (rows.length > 0) postponeAll.run({ until, ids: JSON.stringify(rows.map(row => text(row, 'id'))) })
      }),
  }
}

/** Feeds and their polls on SQLite. */
export function feedStore(connection: Connection, group: GroupWriter, indexer: Pick<TermIndexer, 'note'>): FeedStore {
  const insert = connection.prepare(INSERT)
  const find = connection.prepare(FIND)
  const setTopics = connection.prepare('UPDATE feeds SET topics = :topics, title = :title WHERE id = :id')
  const list = connection.prepare('SELECT * FROM feeds WHERE merged_into IS NULL ORDER BY title, id')
  const listTaken = connection.prepare(`
    SELECT feeds.* FROM subscriptions JOIN feeds ON feeds.id = feed_id WHERE channel_id = :channelId ORDER BY title, id`)
  const listFailing = connection.prepare(`
    SELECT * FROM feeds WHERE failing_since <= :before AND merged_into IS NULL ORDER BY failing_since, id`)
  const revive = connection.prepare(`
    UPDATE feeds SET gone_count = NULL, gone_since = NULL, gone_at = NULL, next_poll_at = :nextPollAt WHERE id = :id`)
  const claimTaken = connection.prepare(
    claimWhere('EXISTS (SELECT 1 FROM subscriptions WHERE subscriptions.feed_id = feeds.id)'),
  )
  const claimNamed = connection.prepare(claimWhere('id IN (SELECT value FROM json_each(:only))'))
  const finish = connection.prepare(FINISH)
  const keep = articleKeeper(connection)
  const move = feedMover(connection)
  const { postponePoll, postponeHost } = postponer(connection)

  const widen = (row: Row, { topics, title: packTitle, nextPollAt }: Feed): Feed => {
    const { gone: _gone, goneAt, ...known } = readFeed(row)
    if (goneAt !== undefined) revive.run({ id: known.id, nextPollAt })
    const feed = goneAt === undefined ? readFeed(row) : { ...known, nextPollAt }
    const all = [...new Set([...feed.topics, ...topics])].toSorted()
    // A channel brought it before: as a starter feed it has the title of its pack, whatever it was called there.
    const title = feed.topics.length === 0 && all.length > 0 ? packTitle : feed.title
    if (all.length > feed.topics.length) setTopics.run({ id: feed.id, topics: encode(all), title })
    return { ...feed, topics: all, title }
  }
  const claim = ({ now, limit, leaseMs }: Claim, only?: readonly FeedId[]): readonly Row[] => {
    const params = { now, limit, leaseUntil: new Date(now.getTime() + leaseMs) }
    return only === undefined ? claimTaken.all(params) : claimNamed.all({ ...params, only: JSON.stringify(only) })
  }

  return {
    addFeed: async feed =>
      connection.write(() => {
        const row = find.find({ id: feed.id, url: feed.url })
        if (row !== undefined) return widen(row, feed)
        insert.run(insertParams(feed))
        return feed
      }),
    async findFeed(key) {
      const row = find.find({ id: key, url: key })
      return row === undefined ? undefined : readFeed(row)
    },
    listFeeds: async channelId => (channelId === undefined ? list.all() : listTaken.all({ channelId })).map(readFeed),
    claimDueFeeds: async (wanted, only) =>
      connection
        .write(() => claim(wanted, only))
        .map(row => ({ row: readFeed(row), attempt: integer(row, 'attempt') }))
        .toSorted(byNextPoll),
    listFailing: async before => listFailing.all({ before }).map(readFeed),
    postponePoll,
    postponeHost,
    finishPoll: async (claimed, result, articles) =>
      group.write(1 + articles.length, () => {
        const { id } = claimed.row
        if (finish.run(finishParams(claimed, result)) === 0) return undefined
        const kept = keep(id, articles)
        if (kept.added.length > 0) indexer.note()
        if (result.url !== undefined) move({ id, url: result.url, at: result.polledAt, added: kept.added.length })
        return kept
      }),
  }
}
