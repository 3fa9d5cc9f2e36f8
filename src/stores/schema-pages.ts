/** Pages of articles that are still to be read, in the order in which they were wanted: a restart goes on with them. */
export const PAGES_TO_READ = `
CREATE TABLE pages_to_read (
  number INTEGER PRIMARY KEY,
  article_id TEXT NOT NULL UNIQUE REFERENCES articles (id) ON DELETE CASCADE
) STRICT;
`
