import type { ClaimedPart, DeliveryId, PartState } from '../model/briefing.ts'
import type { DeliveryStore, PartOutcome, Post } from '../ports/delivery-store.ts'
import { decodeMessage } from './codec.ts'
import type { Connection, Params } from './connection.ts'
import { partNonce } from './fingerprint.ts'
import { date, findDate, integer, optional, type Row, text } from './rows.ts'
import { readChannel } from './sqlite-channels.ts'
import { ledgerWriter } from './sqlite-ledger.ts'
import { deliveryWriter } from './sqlite-outbox.ts'

function readPart(row: Row): ClaimedPart {
  const deliveryId = text(row, 'delivery_id') as DeliveryId
  const index = integer(row, 'position')
  return {
    deliveryId,
    index,
    channel: readChannel(row, 'channel_id'),
    message: decodeMessage(text(row, 'message')),
    attempt: integer(row, 'attempt'),
    nonce: partNonce(deliveryId, index),
    uncertainAttempts: integer(row, 'uncertain_attempts'),
    ...optional('uncertainSince', findDate(row, 'uncertain_since')),
    createdAt: date(row, 'created_at'),
  }
}

// Each channel's first part that is neither sent nor given up, by one look into the index parts_open; only then is asked
// whether it is due, so that a part that waits holds back those behind it.
const DUE = `
SELECT parts.number FROM channels JOIN parts ON parts.number = (
  SELECT first.number FROM parts AS first
  WHERE first.channel_id = channels.id AND first.state NOT IN ('sent', 'dead')
  ORDER BY first.created_at, first.number LIMIT 1
)
WHERE paused_at IS NULL AND platform IN (SELECT value FROM json_each(:platforms))
  AND next_attempt_at <= :now AND (lease_until IS NULL OR lease_until <= :now)
ORDER BY next_attempt_at, parts.number LIMIT :limit`

// A lease that ran out while sending: the message may have arrived.
const CLAIM = `
UPDATE parts SET attempt = attempt + 1, lease_until = :leaseUntil,
  uncertain_attempts = uncertain_attempts + (state = 'sending'),
  uncertain_since = CASE state WHEN 'sending' THEN coalesce(uncertain_since, claimed_at, created_at) ELSE uncertain_since END,
  claimed_at = :now, state = 'claimed'
WHERE number IN (${DUE})
RETURNING number`

const READ = `
SELECT parts.*, platform, address, title, language, timezone, summaries, paused_at, pause_reason
FROM parts JOIN channels ON channels.id = channel_id
WHERE number IN (SELECT value FROM json_each(:numbers))
ORDER BY next_attempt_at, number`

const HELD = 'delivery_id = :deliveryId AND position = :position AND attempt = :attempt'

const FINISH = `
UPDATE parts SET state = :state, lease_until = NULL, next_attempt_at = coalesce(:dueAt, next_attempt_at),
  uncertain_attempts = uncertain_attempts + (:state = 'uncertain'),
  uncertain_since = CASE :state WHEN 'uncertain' THEN coalesce(uncertain_since, claimed_at) ELSE uncertain_since END,
  message_id = :messageId, sent_at = :sentAt,
  error = :error
WHERE ${HELD} AND state IN ('claimed', 'sending')`

const held = ({ deliveryId, index, attempt }: ClaimedPart): Params => ({ deliveryId, position: index, attempt })

function outcomeParams(outcome: PartOutcome): Params {
  const nothing = { dueAt: null, messageId: null, sentAt: null, error: null }
  switch (outcome.kind) {
    case 'sent':
      return { ...nothing, state: 'sent', messageId: outcome.messageId, sentAt: outcome.at }
    case 'retry':
      return { ...nothing, state: 'planned', dueAt: outcome.at, error: outcome.error }
    case 'uncertain':
      return { ...nothing, state: 'uncertain', dueAt: outcome.at, error: outcome.error }
    case 'dead':
      return { ...nothing, state: 'dead', error: outcome.error }
  }
}

const COUNT = `
SELECT
  (SELECT count(*) FROM parts WHERE state IN ('planned', 'claimed', 'sending')) AS waiting,
  (SELECT count(*) FROM parts WHERE state = 'sent') AS sent,
  (SELECT count(*) FROM parts WHERE state = 'uncertain') AS uncertain,
  (SELECT count(*) FROM parts WHERE state = 'dead') AS dead`

const ADVANCE = `
UPDATE subscriptions SET announced_up_to = :upTo
WHERE channel_id = :channelId AND feed_id = :feedId AND mode = 'instant'
  AND (announced_up_to IS NULL OR announced_up_to < :upTo)`

/** The outbox on SQLite: planned → claimed → sending → sent | uncertain | dead. */
export function deliveryStore(connection: Connection): DeliveryStore {
  const write = deliveryWriter(connection)
  const tell = ledgerWriter(connection)
  const add = ({ delivery, digest }: Post, upTo: number): boolean => {
    if (!write(delivery, digest)) return false
    if (digest !== undefined) tell(digest, delivery.channelId, upTo)
    return true
  }
  const claim = connection.prepare(CLAIM)
  const read = connection.prepare(READ)
  const mark = connection.prepare(`UPDATE parts SET state = 'sending' WHERE ${HELD} AND state = 'claimed'`)
  const finish = connection.prepare(FINISH)
  const count = connection.prepare(COUNT)
  const advance = connection.prepare(ADVANCE)
  const states = connection.prepare('SELECT state FROM parts WHERE delivery_id = :id ORDER BY position')

  return {
    addDelivery: async (delivery, digest) => connection.write(() => write(delivery, digest)),
    claimDueParts: async ({ now, limit, leaseMs }, platforms) =>
      connection.write(() => {
        const leaseUntil = new Date(now.getTime() + leaseMs)
        const claimed = claim.all({ now, limit, leaseUntil, platforms: JSON.stringify(platforms) })
        return read.all({ numbers: JSON.stringify(claimed.map(row => integer(row, 'number'))) }).map(readPart)
      }),
    markSending: async part => mark.run(held(part)) > 0,
    finishPart: async (part, outcome) => finish.run({ ...held(part), ...outcomeParams(outcome) }) > 0,
    announce: async ({ channelId, feedId }, upTo, posts) =>
      connection.write(() => {
        if (advance.run({ channelId, feedId, upTo }) === 0) return false
        for (const post of posts) add(post, upTo)
        return true
      }),
    addPost: async (post, upTo) => connection.write(() => add(post, upTo)),
    async countParts() {
      const row = count.find() ?? {}
      return {
        waiting: integer(row, 'waiting'),
        sent: integer(row, 'sent'),
        uncertain: integer(row, 'uncertain'),
        dead: integer(row, 'dead'),
      }
    },
    // The table's CHECK holds the states.
    partStates: async id => states.all({ id }).map(row => text(row, 'state') as PartState),
  }
}
