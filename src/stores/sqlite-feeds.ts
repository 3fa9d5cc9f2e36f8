import type { Feed, FeedId } from '../model/feed.ts'
import type { Claim, Claimed, FeedStore, PollResult } from '../ports/store.ts'
import { encode } from './codec.ts'
import type { Connection, Params } from './connection.ts'
import { date, findDate, findText, integer, optional, type Row, text, words } from './rows.ts'
import { articleKeeper } from './sqlite-keep.ts'

const readFeed = (row: Row): Feed => ({
  id: text(row, 'id') as FeedId,
  url: text(row, 'url'),
  title: text(row, 'title'),
  ...optional('siteUrl', findText(row, 'site_url')),
  ...optional('language', findText(row, 'language')),
  topics: words(row, 'topics'),
  addedAt: date(row, 'added_at'),
  nextPollAt: date(row, 'next_poll_at'),
  ...optional('lastPolledAt', findDate(row, 'last_polled_at')),
  ...optional('lastSuccessAt', findDate(row, 'last_success_at')),
  ...optional('lastError', findText(row, 'last_error')),
  failures: integer(row, 'failures'),
  validators: {
    ...optional('etag', findText(row, 'etag')),
    ...optional('lastModified', findText(row, 'last_modified')),
  },
})

const INSERT = `
INSERT INTO feeds (id, url, title, site_url, language, topics, added_at, next_poll_at, last_polled_at,
  last_success_at, last_error, failures, etag, last_modified)
VALUES (:id, :url, :title, :siteUrl, :language, :topics, :addedAt, :nextPollAt, :lastPolledAt,
  :lastSuccessAt, :lastError, :failures, :etag, :lastModified)`

const insertParams = (feed: Feed): Params => ({
  id: feed.id,
  url: feed.url,
  title: feed.title,
  siteUrl: feed.siteUrl,
  language: feed.language,
  topics: encode(feed.topics),
  addedAt: feed.addedAt,
  nextPollAt: feed.nextPollAt,
  lastPolledAt: feed.lastPolledAt,
  lastSuccessAt: feed.lastSuccessAt,
  lastError: feed.lastError,
  failures: feed.failures,
  etag: feed.validators.etag,
  lastModified: feed.validators.lastModified,
})

const claimWhere = (condition: string): string => `
UPDATE feeds SET attempt = attempt + 1, lease_until = :leaseUntil
WHERE id IN (
  SELECT id FROM feeds
  WHERE next_poll_at <= :now AND (lease_until IS NULL OR lease_until <= :now) AND ${condition}
  ORDER BY next_poll_at, id LIMIT :limit
)
RETURNING *`

// An address that another feed has stays with that feed. A failed poll keeps the validators; a success replaces both.
const FINISH = `
UPDATE feeds SET
  lease_until = NULL,
  last_polled_at = :polledAt,
  next_poll_at = :nextPollAt,
  url = CASE WHEN :url IS NULL OR EXISTS (SELECT 1 FROM feeds other WHERE other.url = :url AND other.id <> :id)
    THEN url ELSE :url END,
  title = coalesce(:title, title),
  site_url = coalesce(:siteUrl, site_url),
  language = coalesce(:language, language),
  etag = CASE WHEN :hasValidators = 1 THEN :etag ELSE etag END,
  last_modified = CASE WHEN :hasValidators = 1 THEN :lastModified ELSE last_modified END,
  last_success_at = CASE WHEN :error IS NULL THEN :polledAt ELSE last_success_at END,
  last_error = :error,
  failures = CASE WHEN :error IS NULL THEN 0 ELSE failures + 1 END
WHERE id = :id AND attempt = :attempt AND lease_until IS NOT NULL`

const finishParams = (claimed: Claimed<Feed>, result: PollResult): Params => ({
  id: claimed.row.id,
  attempt: claimed.attempt,
  polledAt: result.polledAt,
  nextPollAt: result.nextPollAt,
  url: result.url,
  title: result.title,
  siteUrl: result.siteUrl,
  language: result.language,
  hasValidators: result.validators === undefined ? 0 : 1,
  etag: result.validators?.etag,
  lastModified: result.validators?.lastModified,
  error: result.error,
})

const byNextPoll = (a: Claimed<Feed>, b: Claimed<Feed>): number =>
  a.row.nextPollAt.getTime() - b.row.nextPollAt.getTime() || (a.row.id < b.row.id ? -1 : 1)

/** Feeds and their polls on SQLite. */
export function feedStore(connection: Connection): FeedStore {
  const insert = connection.prepare(INSERT)
  const find = connection.prepare('SELECT * FROM feeds WHERE id = :id OR url = :url ORDER BY id = :id DESC LIMIT 1')
  const setTopics = connection.prepare('UPDATE feeds SET topics = :topics WHERE id = :id')
  const list = connection.prepare('SELECT * FROM feeds ORDER BY title, id')
  const listTaken = connection.prepare(`
    SELECT feeds.* FROM subscriptions JOIN feeds ON feeds.id = feed_id WHERE channel_id = :channelId ORDER BY title, id`)
  const claimTaken = connection.prepare(
    claimWhere('EXISTS (SELECT 1 FROM subscriptions WHERE subscriptions.feed_id = feeds.id)'),
  )
  const claimNamed = connection.prepare(claimWhere('id IN (SELECT value FROM json_each(:only))'))
  const finish = connection.prepare(FINISH)
  const keep = articleKeeper(connection)

  const widen = (row: Row, topics: readonly string[]): Feed => {
    const feed = readFeed(row)
    const all = [...new Set([...feed.topics, ...topics])].toSorted()
    if (all.length > feed.topics.length) setTopics.run({ id: feed.id, topics: encode(all) })
    return { ...feed, topics: all }
  }
  const claim = ({ now, limit, leaseMs }: Claim, only?: readonly FeedId[]): readonly Row[] => {
    const params = { now, limit, leaseUntil: new Date(now.getTime() + leaseMs) }
    return only === undefined ? claimTaken.all(params) : claimNamed.all({ ...params, only: JSON.stringify(only) })
  }

  return {
    addFeed: async feed =>
      connection.write(() => {
        const row = find.find({ id: feed.id, url: feed.url })
        if (row !== undefined) return widen(row, feed.topics)
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
    finishPoll: async (claimed, result, articles) =>
      connection.write(() => (finish.run(finishParams(claimed, result)) === 0 ? undefined : keep(articles))),
  }
}
