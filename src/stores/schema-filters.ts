/** What channels are told and what not. */
export const FILTERS = `
-- The row of the highest number stays when its rule is removed: the next rule gets the number after it.
CREATE TABLE filters (
  channel_id TEXT NOT NULL REFERENCES channels (id),
  number INTEGER NOT NULL,
  mode TEXT NOT NULL CHECK (mode IN ('hide', 'only')),
  rule TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  is_removed INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (channel_id, number)
) STRICT, WITHOUT ROWID;
`
