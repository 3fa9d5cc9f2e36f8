/**
 * Which digest each reader of a channel saw last: what a bare number means to them. `reader` is empty for what everybody
 * in the channel sees; a person's row stands only while it is newer than that one. No time of day: of two rows the greater
 * number was shown later. Of the digests of before is known who saw them only where all answers are visible, and of those
 * that were told to the channel.
 */
export const SHOWN_LAST = `
CREATE TABLE shown_last (
  number INTEGER PRIMARY KEY,
  channel_id TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('numbered', 'briefing')),
  reader TEXT NOT NULL,
  digest_id TEXT NOT NULL,
  UNIQUE (channel_id, role, reader)
) STRICT;

WITH visible AS (
  SELECT id, channel_id, kind, created_at, json_array_length(content, '$.items') AS items FROM digests
  WHERE channel_id NOT LIKE 'discord:%' OR id IN (SELECT digest_id FROM deliveries) OR id IN (SELECT digest_id FROM told_editions)
), roles AS (
  SELECT id, channel_id, created_at, 'numbered' AS role FROM visible WHERE items > 0
  UNION ALL SELECT id, channel_id, created_at, 'briefing' FROM visible WHERE kind = 'briefing'
), newest AS (
  SELECT *, row_number() OVER (PARTITION BY channel_id, role ORDER BY created_at DESC, id DESC) AS place FROM roles
)
INSERT INTO shown_last (channel_id, role, reader, digest_id)
SELECT channel_id, role, '', id FROM newest WHERE place = 1 ORDER BY created_at, id;
`
