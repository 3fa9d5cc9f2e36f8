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
