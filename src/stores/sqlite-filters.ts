import type { ChannelId } from '../model/briefing.ts'
import type { FilterMode, FilterRule } from '../model/filter.ts'
import type { FilterStore } from '../ports/filter-store.ts'
import type { Connection } from './connection.ts'
import { date, integer, type Row, text } from './rows.ts'

const readFilter = (row: Row): FilterRule => ({
  channelId: text(row, 'channel_id') as ChannelId,
  number: integer(row, 'number'),
  mode: text(row, 'mode') as FilterMode,
  rule: text(row, 'rule'),
  createdAt: date(row, 'created_at'),
})

/**
 * Filters of a channel that moves, from :old to :new: they come behind the numbers that the new one has given, and those
 * that it has already go.
 */
export const FILTER_MOVES: readonly string[] = [
  `DELETE FROM filters WHERE channel_id = :old AND (mode, rule) IN (
     SELECT mode, rule FROM filters WHERE channel_id = :new AND NOT is_removed)`,
  `UPDATE filters SET channel_id = :new,
     number = number + (SELECT COALESCE(MAX(number), 0) FROM filters WHERE channel_id = :new)
   WHERE channel_id = :old`,
]

/** Filters on SQLite. */
export function filterStore(connection: Connection): FilterStore {
  const list = connection.prepare(
    'SELECT * FROM filters WHERE channel_id = :channelId AND NOT is_removed ORDER BY number',
  )
  const add = connection.prepare(`
    INSERT INTO filters (channel_id, number, mode, rule, created_at)
    SELECT :channelId, COALESCE(MAX(number), 0) + 1, :mode, :rule, :createdAt FROM filters
    WHERE channel_id = :channelId HAVING COUNT(*) - TOTAL(is_removed) < :most
    RETURNING *`)
  const remove = connection.prepare(`
    UPDATE filters SET is_removed = 1
    WHERE channel_id = :channelId AND number = :number AND NOT is_removed RETURNING *`)
  const sweep = connection.prepare(`
    DELETE FROM filters WHERE channel_id = :channelId AND is_removed
      AND number < (SELECT MAX(number) FROM filters WHERE channel_id = :channelId)`)
  const found = (row: Row | undefined): FilterRule | undefined => (row === undefined ? undefined : readFilter(row))

  return {
    listFilters: async channelId => list.all({ channelId }).map(readFilter),
    addFilter: async ({ channelId, mode, rule, createdAt }, most) =>
      connection.write(() => {
        const row = add.find({ channelId, mode, rule, createdAt, most })
        sweep.run({ channelId })
        return found(row)
      }),
    removeFilter: async (channelId, number) =>
      connection.write(() => {
        const row = remove.find({ channelId, number })
        sweep.run({ channelId })
        return found(row)
      }),
  }
}
