import type { FeedId } from '../model/feed.ts'
import type { Connection } from './connection.ts'
import { findDate, text } from './rows.ts'

/** A feed whose publisher moved it for good, as it stands after its poll. */
export interface Move {
  readonly id: FeedId
  readonly url: string
  readonly at: Date
  /** Articles that this poll brought and nobody was told of yet. */
  readonly added: number
}

/** Older articles are never posted, whatever feed they belong to: they may change hands. */
const SETTLED_MS = 48 * 3_600_000

const MOVE_ARTICLES = `
UPDATE articles SET feed_id = :into
WHERE feed_id = :id AND seen_at < :before AND published_at < :before AND NOT EXISTS (
  SELECT 1 FROM articles AS other WHERE other.feed_id = :into AND other.url = articles.url AND other.url <> '')`

/**
 * Gives a feed its new address, or joins it with the feed that has it; see FeedStore.finishPoll. To be called inside a
 * write.
 */
export function feedMover(connection: Connection): (move: Move) => void {
  const find = connection.prepare('SELECT * FROM feeds WHERE url = :url')
  const isTaken = connection.prepare('SELECT 1 FROM subscriptions WHERE feed_id = :id LIMIT 1')
  const newest = connection.prepare('SELECT max(seen_at) AS at FROM articles WHERE feed_id = :id')
  const setUrl = connection.prepare(`
    UPDATE feeds SET url = :url, moving_to = NULL, moving_count = NULL, moving_since = NULL WHERE id = :id`)
  const urlOf = connection.prepare('SELECT url FROM feeds WHERE id = :id')
  const merge = connection.prepare('UPDATE feeds SET merged_into = :into WHERE id = :id OR merged_into = :id')
  const moveSubscriptions = connection.prepare(`
    INSERT INTO subscriptions (channel_id, feed_id, mode, created_at)
    SELECT channel_id, :into, mode, :at FROM subscriptions WHERE feed_id = :id ON CONFLICT DO NOTHING`)
  const dropSubscriptions = connection.prepare('DELETE FROM subscriptions WHERE feed_id = :id')
  const moveArticles = connection.prepare(MOVE_ARTICLES)

  /** The other one gets our old address, so that both addresses still lead to us. */
  const takeAddress = (id: FeedId, other: string, url: string): void => {
    const old = text(urlOf.find({ id }) ?? {}, 'url')
    setUrl.run({ id: other, url: `merged:${other}` })
    setUrl.run({ id, url })
    setUrl.run({ id: other, url: old })
    merge.run({ id: other, into: id })
  }
  const join = (id: FeedId, into: string, at: Date): void => {
    moveSubscriptions.run({ id, into, at })
    dropSubscriptions.run({ id })
    moveArticles.run({ id, into, before: new Date(at.getTime() - SETTLED_MS) })
    merge.run({ id, into })
  }

  return ({ id, url, at, added }) => {
    const row = find.find({ url })
    const other = row === undefined ? undefined : text(row, 'id')
    if (row === undefined || other === undefined) return void setUrl.run({ id, url })
    if (other === id || row.merged_into === id) return
    if (isTaken.find({ id: other }) === undefined) return takeAddress(id, other, url)
    const told = findDate(newest.find({ id }) ?? { at: null }, 'at')
    const polled = findDate(row, 'last_success_at')
    // Both have seen the same, and nothing of ours waits to be told: now nobody gets an article twice or misses one.
    const isInStep = polled !== undefined && (told === undefined || polled > told)
    if (added === 0 && isInStep) join(id, other, at)
  }
}
