import type { ChannelId, Delivery } from '../model/briefing.ts'
import type { Audience, Digest } from '../model/digest.ts'
import { encode } from './codec.ts'
import type { Connection } from './connection.ts'
import { shownWriter } from './sqlite-shown.ts'

/**
 * Writes a digest under its id, and who is shown it; the same id again replaces it. To be called inside a write.
 */
export function digestWriter(connection: Connection): (digest: Digest, channelId: ChannelId, seenBy: Audience) => void {
  const show = shownWriter(connection)
  const save = connection.prepare(`
    INSERT INTO digests (id, channel_id, kind, created_at, content)
    VALUES (:id, :channelId, :kind, :createdAt, :content)
    ON CONFLICT (id) DO UPDATE SET channel_id = excluded.channel_id, kind = excluded.kind,
      created_at = excluded.created_at, content = excluded.content`)
  return (digest, channelId, seenBy) => {
    const { id, kind, createdAt } = digest
    save.run({ id, channelId, kind, createdAt, content: encode(digest) })
    show(digest, channelId, seenBy)
  }
}

/**
 * Writes a delivery with its parts and its digest, to be called inside a write.
 * @returns false when the delivery is known already: then nothing is written
 */
export function deliveryWriter(connection: Connection): (delivery: Delivery, digest: Digest | undefined) => boolean {
  const addDelivery = connection.prepare(`
    INSERT INTO deliveries (id, channel_id, digest_id, created_at)
    VALUES (:id, :channelId, :digestId, :createdAt) ON CONFLICT (id) DO NOTHING`)
  const addPart = connection.prepare(`
    INSERT INTO parts (delivery_id, position, channel_id, created_at, state, next_attempt_at, message)
    VALUES (:id, :position, :channelId, :createdAt, 'planned', :createdAt, :message)`)
  const saveDigest = digestWriter(connection)
  return ({ id, channelId, digestId, createdAt, parts }, digest) => {
    if (addDelivery.run({ id, channelId, digestId, createdAt }) === 0) return false
    for (const [position, message] of parts.entries()) {
      addPart.run({ id, position, channelId, createdAt, message: encode(message) })
    }
    if (digest !== undefined) saveDigest(digest, channelId, 'everybody')
    return true
  }
}
