import type { Briefing, BriefingId, ChannelId, Weekday } from '../model/briefing.ts'
import type { DigestLength } from '../model/digest.ts'
import type { Claimed } from '../ports/claim.ts'
import type { BriefingStore } from '../ports/store.ts'
import type { Connection } from './connection.ts'
import { date, findDate, findInteger, integer, optional, type Row, text, words } from './rows.ts'
import { ledgerWriter } from './sqlite-ledger.ts'
import { deliveryWriter } from './sqlite-outbox.ts'

const readBriefing = (row: Row): Briefing => ({
  id: text(row, 'id') as BriefingId,
  channelId: text(row, 'channel_id') as ChannelId,
  at: text(row, 'at'),
  days: words(row, 'days') as readonly Weekday[],
  timezone: text(row, 'timezone'),
  length: text(row, 'length') as DigestLength,
  nextRunAt: date(row, 'next_run_at'),
  ...optional('lastRunAt', findDate(row, 'last_run_at')),
  ...optional('toldUpTo', findInteger(row, 'told_up_to')),
})

const SAVE = `
INSERT INTO briefings (id, channel_id, at, days, timezone, length, next_run_at, last_run_at, told_up_to)
VALUES (:id, :channelId, :at, :days, :timezone, :length, :nextRunAt, :lastRunAt, :toldUpTo)
ON CONFLICT (id) DO UPDATE SET channel_id = excluded.channel_id, at = excluded.at, days = excluded.days,
  timezone = excluded.timezone, length = excluded.length, next_run_at = excluded.next_run_at,
  last_run_at = excluded.last_run_at, told_up_to = excluded.told_up_to`

const CLAIM = `
UPDATE briefings SET attempt = attempt + 1, lease_until = :leaseUntil
WHERE id IN (
  SELECT briefings.id FROM briefings JOIN channels ON channels.id = channel_id
  WHERE next_run_at <= :now AND (lease_until IS NULL OR lease_until <= :now) AND paused_at IS NULL
  ORDER BY next_run_at, briefings.id LIMIT :limit
)
RETURNING *`

// A person may have changed the order while its edition was made: then the time that was saved stands.
const FINISH = `
UPDATE briefings SET lease_until = NULL, last_run_at = coalesce(:toldAt, last_run_at),
  told_up_to = coalesce(:toldUpTo, told_up_to),
  next_run_at = CASE WHEN next_run_at = :slot THEN :nextRunAt ELSE next_run_at END
WHERE id = :id AND attempt = :attempt AND lease_until IS NOT NULL
RETURNING channel_id`

const RESET = `
UPDATE briefings SET next_run_at = :nextRunAt, lease_until = NULL,
  last_run_at = CASE WHEN last_run_at <= :now THEN last_run_at END
WHERE id = :id AND next_run_at = :found`

const byNextRun = (a: Claimed<Briefing>, b: Claimed<Briefing>): number =>
  a.row.nextRunAt.getTime() - b.row.nextRunAt.getTime() || (a.row.id < b.row.id ? -1 : 1)

/** Standing orders and their editions on SQLite. */
export function briefingStore(connection: Connection): BriefingStore {
  const save = connection.prepare(SAVE)
  const remove = connection.prepare('DELETE FROM briefings WHERE id = :id')
  const list = connection.prepare('SELECT * FROM briefings WHERE channel_id = :channelId ORDER BY next_run_at, id')
  const listAll = connection.prepare('SELECT * FROM briefings ORDER BY next_run_at, id')
  const reset = connection.prepare(RESET)
  const claim = connection.prepare(CLAIM)
  const finish = connection.prepare(FINISH)
  const writeDelivery = deliveryWriter(connection)
  const tell = ledgerWriter(connection)

  return {
    async saveBriefing({ id, channelId, at, days, timezone, length, nextRunAt, lastRunAt, toldUpTo }) {
      save.run({ id, channelId, at, days: JSON.stringify(days), timezone, length, nextRunAt, lastRunAt, toldUpTo })
    },
    async removeBriefing(id) {
      remove.run({ id })
    },
    listBriefings: async channelId =>
      (channelId === undefined ? listAll.all() : list.all({ channelId })).map(readBriefing),
    resetBriefing: async ({ id, nextRunAt: found }, nextRunAt, now) => reset.run({ id, found, nextRunAt, now }) > 0,
    claimDueBriefings: async ({ now, limit, leaseMs }) =>
      connection
        .write(() => claim.all({ now, limit, leaseUntil: new Date(now.getTime() + leaseMs) }))
        .map(row => ({ row: readBriefing(row), attempt: integer(row, 'attempt') }))
        .toSorted(byNextRun),
    finishBriefing: async ({ row: { id, nextRunAt: slot }, attempt }, nextRunAt, edition) =>
      connection.write(() => {
        const told = { toldAt: edition?.digest.to, toldUpTo: edition?.toldUpTo }
        const row = finish.find({ id, attempt, slot, nextRunAt, ...told })
        if (row === undefined) return false
        // The channel may have moved while the edition was made.
        const channelId = text(row, 'channel_id') as ChannelId
        if (edition !== undefined && writeDelivery({ ...edition.delivery, channelId }, edition.digest)) {
          tell(edition.digest, channelId, edition.toldUpTo)
        }
        return true
      }),
  }
}
