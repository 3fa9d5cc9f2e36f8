/** Version 5: ids of stories that ended in another one lead there for ever. */
export const STORIES_THAT_MERGED = `
CREATE TABLE merged_stories (
  id TEXT PRIMARY KEY,
  story_id TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX merged_stories_story ON merged_stories (story_id);
`
