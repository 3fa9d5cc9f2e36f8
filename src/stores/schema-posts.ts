/** What was posted at once is in the ledger as well, and is no edition. */
export const POSTS_IN_LEDGER = `
ALTER TABLE told_editions ADD COLUMN is_post INTEGER NOT NULL DEFAULT 0 CHECK (is_post IN (0, 1));
CREATE INDEX told_editions_last ON told_editions (channel_id, number) WHERE is_post = 0;
`

/**
 * Channels that were told news before there was a ledger (version 8) get theirs from the editions that were posted: else
 * the first edition after the update tells as new what they know. Previews and answers were read by one person. An edition
 * reached to the last article seen before it, and no further than its briefing says.
 */
export const LEDGER_OF_OLD_EDITIONS = `
CREATE TEMP TABLE old_base AS SELECT
  (SELECT coalesce(max(number), 0) FROM told_editions) AS edition, (SELECT coalesce(max(number), 0) FROM told_stories) AS story;

INSERT INTO told_editions (channel_id, digest_id, at, up_to, length)
SELECT channel_id, id, created_at,
  min(
    coalesce((SELECT max(number) FROM articles WHERE seen_at = (
      SELECT max(seen_at) FROM articles WHERE seen_at <= digests.created_at)), 0),
    coalesce((SELECT max(told_up_to) FROM briefings WHERE briefings.channel_id = digests.channel_id), 9007199254740991)),
  coalesce(content ->> 'length', 'normal')
FROM digests
WHERE kind = 'briefing' AND id IN (SELECT digest_id FROM deliveries WHERE digest_id IS NOT NULL)
  AND channel_id NOT IN (SELECT channel_id FROM told_editions)
  AND created_at >= (SELECT max(created_at) FROM digests) - 30 * 86400000
ORDER BY created_at, id;

CREATE TEMP TABLE old_stories (number INTEGER PRIMARY KEY, edition INTEGER NOT NULL, item TEXT NOT NULL) STRICT;
INSERT INTO old_stories (edition, item)
SELECT told_editions.number, items.value
FROM told_editions JOIN digests ON digests.id = digest_id, json_each(content, '$.items') AS items
WHERE told_editions.number > (SELECT edition FROM old_base)
ORDER BY told_editions.number, items.key;

INSERT INTO told_stories (number, edition, story_id, headline, lead_id)
SELECT number + (SELECT story FROM old_base), edition, item ->> 'storyId', item ->> 'headline', item ->> 'leadId'
FROM old_stories;

INSERT INTO told_sentences (story, position, article_id, start_at, end_at, quote, bullet)
SELECT number + (SELECT story FROM old_base),
  row_number() OVER (PARTITION BY number ORDER BY bullets.key, citations.key) - 1,
  citations.value ->> 'articleId', citations.value ->> 'start', citations.value ->> 'end', citations.value ->> 'quote',
  bullets.value ->> 'text'
FROM old_stories, json_each(item, '$.bullets') AS bullets, json_each(bullets.value, '$.citations') AS citations;
DROP TABLE old_stories;
DROP TABLE old_base;
`
