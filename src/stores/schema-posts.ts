/** What was posted at once is in the ledger as well, and is no edition. */
export const POSTS_IN_LEDGER = `
ALTER TABLE told_editions ADD COLUMN is_post INTEGER NOT NULL DEFAULT 0 CHECK (is_post IN (0, 1));
CREATE INDEX told_editions_last ON told_editions (channel_id, number) WHERE is_post = 0;
-- The newest digest with numbers stands behind as many posts as came since.
CREATE INDEX digests_numbered ON digests (channel_id, created_at) WHERE kind <> 'post';
`
