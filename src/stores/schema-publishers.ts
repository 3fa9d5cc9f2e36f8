/** Version 2: what publishers do over time. Moves, ends, failures, new keys and edits. */
export const PUBLISHERS_OVER_TIME = `
-- JSON: what the feed says about when to ask it (ttlMs, skipHours, skipDays).
ALTER TABLE feeds ADD COLUMN rhythm TEXT;
ALTER TABLE feeds ADD COLUMN failing_since INTEGER;
ALTER TABLE feeds ADD COLUMN gone_count INTEGER;
ALTER TABLE feeds ADD COLUMN gone_since INTEGER;
ALTER TABLE feeds ADD COLUMN gone_at INTEGER;
ALTER TABLE feeds ADD COLUMN moving_to TEXT;
ALTER TABLE feeds ADD COLUMN moving_count INTEGER;
ALTER TABLE feeds ADD COLUMN moving_since INTEGER;
-- The row of a feed that turned out to be another one stays, so that its name and address still lead there.
ALTER TABLE feeds ADD COLUMN merged_into TEXT REFERENCES feeds (id);
-- In the order of claims: thousands of feeds that are due in the same second are not sorted for each batch.
DROP INDEX feeds_due;
CREATE INDEX feeds_due ON feeds (next_poll_at, id);
UPDATE feeds SET failing_since = last_polled_at WHERE failures > 0;
CREATE INDEX feeds_failing ON feeds (failing_since) WHERE failing_since IS NOT NULL;

-- Ids under which an article is also known, since its publisher gave it a new key.
CREATE TABLE article_aliases (
  alias TEXT PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX article_aliases_article ON article_aliases (article_id);

CREATE TABLE article_changes (
  number INTEGER PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  old_hash TEXT NOT NULL,
  new_hash TEXT NOT NULL,
  removed TEXT NOT NULL,
  added TEXT NOT NULL
) STRICT;
CREATE INDEX article_changes_article ON article_changes (article_id, number);
`
