import type { ChannelId } from '../model/briefing.ts'
import type { Audience, Digest } from '../model/digest.ts'
import { decodeDigest } from './codec.ts'
import type { Connection } from './connection.ts'
import { text } from './rows.ts'

/** A number names something in the last numbered digest; /missed and /briefing last mean the last briefing. */
export type ShownRole = 'numbered' | 'briefing'

/** Stands for all readers of a channel; no platform has a person of this name. */
const EVERYBODY = ''

const readerOf = (seenBy: Audience): string => (seenBy === 'everybody' ? EVERYBODY : seenBy.userId)

/** A post has its own buttons: numbers go on meaning the digest before it. */
const rolesOf = ({ items, kind }: Digest): readonly ShownRole[] => [
  ...(items.length > 0 && kind !== 'post' ? (['numbered'] as const) : []),
  ...(kind === 'briefing' ? (['briefing'] as const) : []),
]

/** Of two channels that become one, each reader's newest row stays; to be run before the rows change hands. */
export const SHOWN_MOVES = [
  `DELETE FROM shown_last AS one WHERE channel_id IN (:old, :new) AND EXISTS (
     SELECT 1 FROM shown_last AS newer WHERE newer.channel_id IN (:old, :new) AND newer.role = one.role
       AND newer.reader IN ('${EVERYBODY}', one.reader) AND newer.number > one.number)`,
  'UPDATE shown_last SET channel_id = :new WHERE channel_id = :old',
]

type Finder = (channelId: ChannelId, seenBy: Audience, role: ShownRole) => Digest | undefined

/** Finds the digest that this audience saw last. */
export function lastShownFinder(connection: Connection): Finder {
  const find = connection.prepare(`
    SELECT content FROM shown_last JOIN digests ON digests.id = digest_id
    WHERE shown_last.channel_id = :channelId AND role = :role AND reader IN ('${EVERYBODY}', :reader)
    ORDER BY number DESC LIMIT 1`)
  return (channelId, seenBy, role) => {
    const row = find.find({ channelId, role, reader: readerOf(seenBy) })
    return row === undefined ? undefined : decodeDigest(text(row, 'content'))
  }
}

/**
 * Notes that a kept digest is shown, to be called inside a write. What everybody sees makes the rows of single people
 * superfluous, and nothing is noted of whoever is shown what they saw last anyway.
 */
export function shownWriter(connection: Connection): (digest: Digest, channelId: ChannelId, seenBy: Audience) => void {
  const find = lastShownFinder(connection)
  const forget = connection.prepare('DELETE FROM shown_last WHERE channel_id = :channelId AND role = :role')
  const show = connection.prepare(`
    INSERT OR REPLACE INTO shown_last (channel_id, role, reader, digest_id) VALUES (:channelId, :role, :reader, :id)`)
  return (digest, channelId, seenBy) => {
    for (const role of rolesOf(digest)) {
      if (seenBy === 'everybody') forget.run({ channelId, role })
      else if (find(channelId, seenBy, role)?.id === digest.id) continue
      show.run({ channelId, role, reader: readerOf(seenBy), id: digest.id })
    }
  }
}
