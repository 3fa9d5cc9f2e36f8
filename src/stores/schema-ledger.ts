/**
 * What each channel was told, what it follows, and when its people last caught up. No foreign keys: an entry outlives the
 * digest and the story that it names.
 */
export const LEDGER = `
CREATE TABLE told_editions (
  number INTEGER PRIMARY KEY,
  channel_id TEXT NOT NULL,
  digest_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  up_to INTEGER NOT NULL,
  length TEXT NOT NULL
) STRICT;
CREATE INDEX told_editions_channel ON told_editions (channel_id, number);
CREATE INDEX told_editions_at ON told_editions (at);

CREATE TABLE told_stories (
  number INTEGER PRIMARY KEY,
  edition INTEGER NOT NULL REFERENCES told_editions (number) ON DELETE CASCADE,
  story_id TEXT NOT NULL,
  headline TEXT NOT NULL,
  lead_id TEXT
) STRICT;
CREATE INDEX told_stories_edition ON told_stories (edition);
CREATE INDEX told_stories_story ON told_stories (story_id);
CREATE INDEX told_stories_lead ON told_stories (lead_id) WHERE lead_id IS NOT NULL;

CREATE TABLE told_sentences (
  story INTEGER NOT NULL REFERENCES told_stories (number) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  article_id TEXT NOT NULL,
  start_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL,
  quote TEXT NOT NULL,
  bullet TEXT NOT NULL,
  PRIMARY KEY (story, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX told_sentences_article ON told_sentences (article_id);

CREATE TABLE told_corrections (
  channel_id TEXT NOT NULL,
  article_id TEXT NOT NULL,
  said TEXT NOT NULL,
  says TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (channel_id, article_id, said, says)
) STRICT, WITHOUT ROWID;
CREATE INDEX told_corrections_at ON told_corrections (at);

CREATE TABLE follows (
  channel_id TEXT NOT NULL,
  article_id TEXT NOT NULL,
  headline TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (channel_id, article_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE catchups (
  channel_id TEXT NOT NULL,
  user_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  up_to INTEGER NOT NULL,
  PRIMARY KEY (channel_id, user_id)
) STRICT, WITHOUT ROWID;
`
