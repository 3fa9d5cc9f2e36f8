import type {
  Channel,
  ChannelId,
  PlatformName,
  Subscription,
  SubscriptionMode,
  SummaryChoice,
} from '../model/briefing.ts'
import type { FeedId } from '../model/feed.ts'
import type { ChannelStore } from '../ports/store.ts'
import type { Connection } from './connection.ts'
import { date, findDate, findInteger, findText, optional, type Row, text } from './rows.ts'
import { FILTER_MOVES } from './sqlite-filters.ts'
import { SHOWN_MOVES } from './sqlite-shown.ts'

/** Reads a row that holds the columns of `channels`; the channel's id stands in `idColumn`. */
export const readChannel = (row: Row, idColumn = 'id'): Channel => ({
  id: text(row, idColumn) as ChannelId,
  platform: text(row, 'platform') as PlatformName,
  address: text(row, 'address'),
  ...optional('title', findText(row, 'title')),
  language: text(row, 'language'),
  timezone: text(row, 'timezone'),
  ...optional('summaries', findText(row, 'summaries') as SummaryChoice | undefined),
  ...optional('pausedAt', findDate(row, 'paused_at')),
  ...optional('pauseReason', findText(row, 'pause_reason')),
})

const readSubscription = (row: Row): Subscription => ({
  channelId: text(row, 'channel_id') as ChannelId,
  feedId: text(row, 'feed_id') as FeedId,
  mode: text(row, 'mode') as SubscriptionMode,
  createdAt: date(row, 'created_at'),
  ...optional('announcedUpTo', findInteger(row, 'announced_up_to')),
})

const SAVE = `
INSERT INTO channels (id, platform, address, title, language, timezone, summaries, paused_at, pause_reason)
VALUES (:id, :platform, :address, :title, :language, :timezone, :summaries, :pausedAt, :pauseReason)
ON CONFLICT (id) DO UPDATE SET platform = excluded.platform, address = excluded.address, title = excluded.title,
  language = excluded.language, timezone = excluded.timezone, summaries = excluded.summaries, paused_at = excluded.paused_at,
  pause_reason = excluded.pause_reason`

/**
 * What belongs to a channel, from :old to :new. Where the new channel has the same subscription or the same standing
 * order already, its own stays and the other goes.
 */
const MOVES = [
  'UPDATE OR IGNORE subscriptions SET channel_id = :new WHERE channel_id = :old',
  'DELETE FROM subscriptions WHERE channel_id = :old AND :new <> :old',
  `DELETE FROM briefings WHERE channel_id = :old AND (at, days, timezone) IN (
     SELECT at, days, timezone FROM briefings WHERE channel_id = :new)`,
  'UPDATE briefings SET channel_id = :new WHERE channel_id = :old',
  'UPDATE deliveries SET channel_id = :new WHERE channel_id = :old',
  'UPDATE parts SET channel_id = :new WHERE channel_id = :old',
  'UPDATE digests SET channel_id = :new WHERE channel_id = :old',
  'UPDATE told_editions SET channel_id = :new WHERE channel_id = :old',
  ...['told_corrections', 'follows', 'catchups'].flatMap(table => [
    `UPDATE OR IGNORE ${table} SET channel_id = :new WHERE channel_id = :old`,
    `DELETE FROM ${table} WHERE channel_id = :old AND :new <> :old`,
  ]),
  'UPDATE actions SET channel_id = :new WHERE channel_id = :old',
  ...FILTER_MOVES,
  ...SHOWN_MOVES,
  'DELETE FROM channels WHERE id = :old AND :new <> :old',
]

function channelMover(connection: Connection): (id: ChannelId, address: string) => Channel {
  const find = connection.prepare('SELECT * FROM channels WHERE id = :id')
  const save = connection.prepare(SAVE)
  const moves = MOVES.map(sql => connection.prepare(sql))
  return (id, address) => {
    const platform = id.slice(0, id.indexOf(':'))
    const newId = `${platform}:${address}`
    const from = find.find({ id })
    const to = find.find({ id: newId })
    if (from === undefined) {
      // A second report of the same move finds it done.
      if (to !== undefined) return readChannel(to)
      throw new Error(`no channel ${id} to move`)
    }
    if (newId === id) return readChannel(from)
    const moved: Channel =
      to === undefined ? { ...readChannel(from), id: newId as ChannelId, address } : readChannel(to)
    if (to === undefined) save.run(channelParams(moved))
    for (const move of moves) move.run({ old: id, new: newId })
    return moved
  }
}

const channelParams = (channel: Channel) => ({
  id: channel.id,
  platform: channel.platform,
  address: channel.address,
  title: channel.title,
  language: channel.language,
  timezone: channel.timezone,
  summaries: channel.summaries,
  pausedAt: channel.pausedAt,
  pauseReason: channel.pauseReason,
})

/** Channels and what they take, on SQLite. */
export function channelStore(connection: Connection): ChannelStore {
  const save = connection.prepare(SAVE)
  const find = connection.prepare('SELECT * FROM channels WHERE id = :id')
  const pause = connection.prepare('UPDATE channels SET paused_at = :at, pause_reason = :reason WHERE id = :id')
  const move = channelMover(connection)
  const subscribe = connection.prepare(`
    INSERT INTO subscriptions (channel_id, feed_id, mode, created_at, announced_up_to)
    VALUES (:channelId, :feedId, :mode, :createdAt, :announcedUpTo) ON CONFLICT DO NOTHING`)
  const setMode = connection.prepare(
    `UPDATE subscriptions SET mode = :mode, announced_up_to = :announcedUpTo
     WHERE channel_id = :channelId AND feed_id = :feedId AND mode <> :mode`,
  )
  const unsubscribe = connection.prepare(`
    DELETE FROM subscriptions
    WHERE channel_id = :channelId AND feed_id IN (SELECT value FROM json_each(:feedIds))`)
  const listOfChannel = connection.prepare(
    'SELECT * FROM subscriptions WHERE channel_id = :channelId ORDER BY created_at, feed_id',
  )
  const listOfMode = connection.prepare(
    'SELECT * FROM subscriptions WHERE mode = :mode ORDER BY created_at, channel_id, feed_id',
  )
  const listOfFeed = connection.prepare(
    'SELECT * FROM subscriptions WHERE feed_id = :feedId ORDER BY created_at, channel_id',
  )

  return {
    async saveChannel(channel) {
      save.run(channelParams(channel))
    },
    async findChannel(id) {
      const row = find.find({ id })
      return row === undefined ? undefined : readChannel(row)
    },
    async pauseChannel(id, at, reason) {
      pause.run({ id, at, reason })
    },
    moveChannel: async (id, address) => connection.write(() => move(id, address)),
    subscribe: async ({ channelId, feedId, mode, createdAt, announcedUpTo }) =>
      connection.write(() => {
        if (subscribe.run({ channelId, feedId, mode, createdAt, announcedUpTo }) > 0) return true
        setMode.run({ channelId, feedId, mode, announcedUpTo })
        return false
      }),
    unsubscribe: async (channelId, feedIds) => unsubscribe.run({ channelId, feedIds: JSON.stringify(feedIds) }),
    listSubscriptions: async filter =>
      ('channelId' in filter
        ? listOfChannel.all({ channelId: filter.channelId })
        : 'feedId' in filter
          ? listOfFeed.all({ feedId: filter.feedId })
          : listOfMode.all({ mode: filter.mode })
      ).map(readSubscription),
  }
}
