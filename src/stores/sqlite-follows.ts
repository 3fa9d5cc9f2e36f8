import type { ArticleId } from '../model/article.ts'
import type { ChannelId } from '../model/briefing.ts'
import type { Follow } from '../model/ledger.ts'
import type { FollowStore } from '../ports/ledger-store.ts'
import type { Connection } from './connection.ts'
import { date, integer, type Row, text } from './rows.ts'

const readFollow = (row: Row): Follow => ({
  channelId: text(row, 'channel_id') as ChannelId,
  articleId: text(row, 'article_id') as ArticleId,
  headline: text(row, 'headline'),
  createdAt: date(row, 'created_at'),
})

/** What channels follow, and what their people caught up with, on SQLite. */
export function followStore(connection: Connection): FollowStore {
  const add = connection.prepare(`
    INSERT INTO follows (channel_id, article_id, headline, created_at)
    VALUES (:channelId, :articleId, :headline, :createdAt) ON CONFLICT DO NOTHING`)
  const remove = connection.prepare(`
    DELETE FROM follows WHERE channel_id = :channelId AND article_id IN (SELECT value FROM json_each(:articleIds))`)
  const list = connection.prepare('SELECT * FROM follows WHERE channel_id = :channelId ORDER BY created_at, article_id')
  const findCaught = connection.prepare(
    'SELECT at, up_to FROM catchups WHERE channel_id = :channelId AND user_id = :userId',
  )
  const setCaught = connection.prepare(`
    INSERT INTO catchups (channel_id, user_id, at, up_to) VALUES (:channelId, :userId, :at, :upTo)
    ON CONFLICT (channel_id, user_id) DO UPDATE SET at = excluded.at, up_to = excluded.up_to`)

  return {
    addFollow: async ({ channelId, articleId, headline, createdAt }) =>
      add.run({ channelId, articleId, headline, createdAt }) > 0,
    removeFollows: async (channelId, articleIds) => remove.run({ channelId, articleIds: JSON.stringify(articleIds) }),
    listFollows: async channelId => list.all({ channelId }).map(readFollow),
    async findCaught(channelId, userId) {
      const row = findCaught.find({ channelId, userId })
      return row === undefined ? undefined : { at: date(row, 'at'), upTo: integer(row, 'up_to') }
    },
    async setCaught(channelId, userId, { at, upTo }) {
      setCaught.run({ channelId, userId, at, upTo })
    },
  }
}
