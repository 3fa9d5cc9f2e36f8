/**
 * The tables of version 1. Times are whole milliseconds since 1970 UTC; lists are JSON arrays of strings. A row that is
 * work has a lease (`lease_until`) and an `attempt`, which grows at every claim and is the fencing token.
 */
export const FEEDS_AND_ARTICLES = `
-- "TIDG": tells our files from those of other programs.
PRAGMA application_id = 1414087751;

CREATE TABLE feeds (
  id TEXT PRIMARY KEY,
  url TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  site_url TEXT,
  language TEXT,
  topics TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  next_poll_at INTEGER NOT NULL,
  last_polled_at INTEGER,
  last_success_at INTEGER,
  last_error TEXT,
  failures INTEGER NOT NULL,
  etag TEXT,
  last_modified TEXT,
  lease_until INTEGER,
  attempt INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX feeds_due ON feeds (next_poll_at);

CREATE TABLE stories (
  id TEXT PRIMARY KEY,
  lead_id TEXT NOT NULL,
  first_seen_at INTEGER NOT NULL,
  last_seen_at INTEGER NOT NULL
) STRICT;
CREATE INDEX stories_seen ON stories (last_seen_at);

-- The long columns stand last: a scan over times and feeds then reads no overflow page.
CREATE TABLE articles (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_id TEXT NOT NULL REFERENCES feeds (id),
  published_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL,
  story_id TEXT REFERENCES stories (id),
  story_position INTEGER,
  content_hash TEXT NOT NULL,
  outlet TEXT NOT NULL,
  url TEXT NOT NULL,
  language TEXT,
  authors TEXT NOT NULL,
  image_url TEXT,
  topics TEXT NOT NULL,
  title TEXT NOT NULL,
  title_terms TEXT NOT NULL,
  text_terms TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX articles_seen ON articles (seen_at DESC, published_at DESC, id);
-- What a search sorts and filters its hits by, without reading the articles.
CREATE INDEX articles_hit ON articles (number, published_at, feed_id, id);
CREATE INDEX articles_feed ON articles (feed_id, seen_at);
CREATE INDEX articles_story ON articles (story_id, story_position) WHERE story_id IS NOT NULL;
CREATE INDEX articles_unclustered ON articles (seen_at, published_at, id) WHERE story_id IS NULL;

-- The terms come stemmed and separated by spaces. Every character but a separator belongs to a token, so one stem is
-- one token in every script ("c++", vowel signs of Devanagari): https://sqlite.org/fts5.html#unicode61_tokenizer
CREATE VIRTUAL TABLE article_terms USING fts5 (
  title_terms, text_terms, content = 'articles', content_rowid = 'number',
  tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* P* S* Co'"
);
-- How an index beside its content table is kept in step: https://sqlite.org/fts5.html#external_content_tables
CREATE TRIGGER articles_added AFTER INSERT ON articles BEGIN
  INSERT INTO article_terms (rowid, title_terms, text_terms) VALUES (new.number, new.title_terms, new.text_terms);
END;
CREATE TRIGGER articles_removed AFTER DELETE ON articles BEGIN
  INSERT INTO article_terms (article_terms, rowid, title_terms, text_terms)
  VALUES ('delete', old.number, old.title_terms, old.text_terms);
END;
CREATE TRIGGER articles_changed AFTER UPDATE OF title_terms, text_terms ON articles BEGIN
  INSERT INTO article_terms (article_terms, rowid, title_terms, text_terms)
  VALUES ('delete', old.number, old.title_terms, old.text_terms);
  INSERT INTO article_terms (rowid, title_terms, text_terms) VALUES (new.number, new.title_terms, new.text_terms);
END;
`

/** Channels, what they take, and what they are owed. */
export const CHANNELS_AND_DELIVERIES = `
CREATE TABLE channels (
  id TEXT PRIMARY KEY,
  platform TEXT NOT NULL,
  address TEXT NOT NULL,
  title TEXT,
  language TEXT NOT NULL,
  timezone TEXT NOT NULL,
  paused_at INTEGER,
  pause_reason TEXT
) STRICT;

CREATE TABLE subscriptions (
  channel_id TEXT NOT NULL REFERENCES channels (id),
  feed_id TEXT NOT NULL REFERENCES feeds (id),
  mode TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (channel_id, feed_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX subscriptions_feed ON subscriptions (feed_id);

CREATE TABLE briefings (
  id TEXT PRIMARY KEY,
  channel_id TEXT NOT NULL REFERENCES channels (id),
  at TEXT NOT NULL,
  days TEXT NOT NULL,
  timezone TEXT NOT NULL,
  length TEXT NOT NULL,
  next_run_at INTEGER NOT NULL,
  last_run_at INTEGER,
  lease_until INTEGER,
  attempt INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX briefings_channel ON briefings (channel_id);
CREATE INDEX briefings_due ON briefings (next_run_at);

CREATE TABLE deliveries (
  id TEXT PRIMARY KEY,
  channel_id TEXT NOT NULL REFERENCES channels (id),
  digest_id TEXT,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX deliveries_channel ON deliveries (channel_id);

-- The channel and the time of the delivery are repeated here, so that one index gives each channel's next part.
CREATE TABLE parts (
  number INTEGER PRIMARY KEY,
  delivery_id TEXT NOT NULL REFERENCES deliveries (id),
  position INTEGER NOT NULL,
  channel_id TEXT NOT NULL REFERENCES channels (id),
  created_at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('planned', 'claimed', 'sending', 'sent', 'uncertain', 'dead')),
  next_attempt_at INTEGER NOT NULL,
  lease_until INTEGER,
  attempt INTEGER NOT NULL DEFAULT 0,
  uncertain_attempts INTEGER NOT NULL DEFAULT 0,
  message_id TEXT,
  sent_at INTEGER,
  error TEXT,
  message TEXT NOT NULL,
  UNIQUE (delivery_id, position)
) STRICT;
CREATE INDEX parts_open ON parts (channel_id, created_at, number) WHERE state NOT IN ('sent', 'dead');
CREATE INDEX parts_state ON parts (state);

CREATE TABLE digests (
  id TEXT PRIMARY KEY,
  channel_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  content TEXT NOT NULL
) STRICT;
CREATE INDEX digests_channel ON digests (channel_id, created_at);

CREATE TABLE actions (
  id TEXT PRIMARY KEY,
  channel_id TEXT NOT NULL,
  label TEXT NOT NULL,
  command TEXT NOT NULL,
  options TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX actions_channel ON actions (channel_id);

CREATE TABLE facts (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE leases (
  name TEXT PRIMARY KEY,
  owner TEXT NOT NULL,
  until INTEGER NOT NULL
) STRICT;
`

/** How far editions and announcements have told, by arrival number: times of day are no measure, clocks are set back. */
export const TOLD_BY_ARRIVAL = `
ALTER TABLE briefings ADD COLUMN told_up_to INTEGER;
ALTER TABLE subscriptions ADD COLUMN announced_up_to INTEGER;
`

/**
 * When the attempt under way was claimed, and when the first attempt began whose outcome is unknown. Of older
 * rows only is known that it was after their creation.
 */
export const UNCERTAIN_SINCE = `
ALTER TABLE parts ADD COLUMN claimed_at INTEGER;
ALTER TABLE parts ADD COLUMN uncertain_since INTEGER;
UPDATE parts SET uncertain_since = created_at WHERE uncertain_attempts > 0;
`
