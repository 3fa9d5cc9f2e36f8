import type { ChannelId } from '../model/briefing.ts'
import type { ActionStore, DigestStore, KeptAction, StateStore } from '../ports/store.ts'
import { decodeDigest, decodeOptions, encode } from './codec.ts'
import type { Connection } from './connection.ts'
import { date, type Row, text } from './rows.ts'
import { digestWriter } from './sqlite-outbox.ts'

/** Digests on SQLite. */
export function digestStore(connection: Connection): DigestStore {
  const write = digestWriter(connection)
  const find = connection.prepare('SELECT content FROM digests WHERE id = :id AND channel_id = :channelId')
  const findLast = connection.prepare(`
    SELECT content FROM digests WHERE channel_id = :channelId AND CASE WHEN :kind IS NULL THEN kind <> 'post' ELSE kind = :kind END
    ORDER BY created_at DESC, id DESC LIMIT 1`)
  const findLastNumbered = connection.prepare(`
    SELECT content FROM digests WHERE channel_id = :channelId AND kind <> 'post' AND json_array_length(content, '$.items') > 0
    ORDER BY created_at DESC, id DESC LIMIT 1`)
  const read = (row: Row | undefined) => (row === undefined ? undefined : decodeDigest(text(row, 'content')))

  return {
    keepDigest: async (digest, channelId) => write(digest, channelId),
    findDigest: async (id, channelId) => read(find.find({ id, channelId })),
    findLastDigest: async (channelId, kind) => read(findLast.find({ channelId, kind })),
    findLastNumbered: async channelId => read(findLastNumbered.find({ channelId })),
  }
}

const readAction = (row: Row): KeptAction => ({
  id: text(row, 'id'),
  channelId: text(row, 'channel_id') as ChannelId,
  label: text(row, 'label'),
  command: text(row, 'command'),
  options: decodeOptions(text(row, 'options')),
  createdAt: date(row, 'created_at'),
})

/** Kept buttons on SQLite. */
export function actionStore(connection: Connection): ActionStore {
  const keep = connection.prepare(`
    INSERT INTO actions (id, channel_id, label, command, options, created_at)
    VALUES (:id, :channelId, :label, :command, :options, :createdAt)
    ON CONFLICT (id) DO UPDATE SET channel_id = excluded.channel_id, label = excluded.label,
      command = excluded.command, options = excluded.options, created_at = excluded.created_at`)
  const find = connection.prepare('SELECT * FROM actions WHERE id = :id')

  return {
    keepActions: async actions =>
      connection.write(() => {
        for (const { id, channelId, label, command, options, createdAt } of actions) {
          keep.run({ id, channelId, label, command, options: encode(options), createdAt })
        }
      }),
    async findAction(id) {
      const row = find.find({ id })
      return row === undefined ? undefined : readAction(row)
    },
  }
}

/** Small facts and named leases on SQLite. */
export function stateStore(connection: Connection): StateStore {
  const getValue = connection.prepare('SELECT value FROM facts WHERE key = :key')
  const setValue = connection.prepare(`
    INSERT INTO facts (key, value) VALUES (:key, :value) ON CONFLICT (key) DO UPDATE SET value = excluded.value`)
  const acquire = connection.prepare(`
    INSERT INTO leases (name, owner, until) VALUES (:name, :owner, :until)
    ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, until = excluded.until
    WHERE leases.owner = excluded.owner OR leases.until <= :now`)
  const release = connection.prepare('DELETE FROM leases WHERE name = :name AND owner = :owner')

  return {
    async getValue(key) {
      const row = getValue.find({ key })
      return row === undefined ? undefined : text(row, 'value')
    },
    async setValue(key, value) {
      setValue.run({ key, value })
    },
    acquireLease: async (name, owner, now, leaseMs) =>
      acquire.run({ name, owner, now, until: new Date(now.getTime() + leaseMs) }) > 0,
    async releaseLease(name, owner) {
      release.run({ name, owner })
    },
  }
}
