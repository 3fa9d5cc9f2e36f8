/**
 * The terms of an article cost four times as much to index as the article to keep: they are indexed after the commit that
 * keeps it, in arrival order. Up to where is written down here; see term-indexer.ts.
 */
export const TERMS_AFTER_ARTICLES = `
CREATE TABLE indexed_terms (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  up_to INTEGER NOT NULL
) STRICT;
INSERT INTO indexed_terms VALUES (1, (SELECT coalesce(max(number), 0) FROM articles));

DROP TRIGGER articles_added;
DROP TRIGGER articles_removed;
DROP TRIGGER articles_changed;
CREATE TRIGGER articles_removed AFTER DELETE ON articles BEGIN
  INSERT INTO article_terms (article_terms, rowid, title_terms, text_terms)
  SELECT 'delete', old.number, old.title_terms, old.text_terms FROM indexed_terms WHERE old.number <= up_to;
  -- The number of the last article is given again after its removal: https://sqlite.org/autoinc.html
  UPDATE indexed_terms SET up_to = (SELECT coalesce(max(number), 0) FROM articles)
  WHERE up_to > (SELECT coalesce(max(number), 0) FROM articles);
END;
CREATE TRIGGER articles_changed AFTER UPDATE OF title_terms, text_terms ON articles
WHEN new.number <= (SELECT up_to FROM indexed_terms) BEGIN
  INSERT INTO article_terms (article_terms, rowid, title_terms, text_terms)
  VALUES ('delete', old.number, old.title_terms, old.text_terms);
  INSERT INTO article_terms (rowid, title_terms, text_terms) VALUES (new.number, new.title_terms, new.text_terms);
END;
`

/**
 * The ids of a feed's articles begin alike, so that they stand together in the index: a poll touches one page of it, not
 * one for each article. An id was 20 digits of a hash; it is now 6 of its feed's and 14 of that hash.
 */
export const IDS_BY_FEED = `
PRAGMA defer_foreign_keys = ON;
CREATE TABLE renamed (old TEXT PRIMARY KEY, new TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO renamed SELECT id, substr(feed_id, 1, 6) || substr(id, 1, 14) FROM articles;
UPDATE articles SET id = (SELECT new FROM renamed WHERE old = id);
UPDATE stories SET lead_id = coalesce((SELECT new FROM renamed WHERE old = lead_id), lead_id);
UPDATE article_changes SET article_id = (SELECT new FROM renamed WHERE old = article_id);
UPDATE article_aliases SET article_id = (SELECT new FROM renamed WHERE old = article_id);
UPDATE article_aliases SET
  alias = (SELECT substr(feed_id, 1, 6) FROM articles WHERE id = article_id) || substr(alias, 1, 14);
DROP TABLE renamed;
`
