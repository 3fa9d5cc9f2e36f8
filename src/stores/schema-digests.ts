/**
 * Digests and follows name articles as well: by the ids that they had before they became those of their feeds (version 6
 * forgot them). What is known of an old id is its first 14 digits, which the new one ends with. Temporary tables leave no
 * free pages in the file.
 */
export const IDS_IN_DIGESTS = `
CREATE TEMP TABLE named (digest_id TEXT NOT NULL, old TEXT NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (digest_id, old))
STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO named
SELECT digests.id, value, substr(value, 1, 14) FROM digests, json_tree(content)
WHERE key IN ('articleId', 'leadId') AND type = 'text' AND value NOT IN (SELECT id FROM articles);
CREATE INDEX temp.named_hash ON named (hash);

CREATE TEMP TABLE renamed (hash TEXT PRIMARY KEY, new TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO renamed
SELECT substr(id, 7), id FROM articles
WHERE substr(id, 7) IN (SELECT hash FROM named) OR substr(id, 7) IN (SELECT substr(article_id, 1, 14) FROM follows);

CREATE TEMP TABLE steps (
  digest_id TEXT NOT NULL, step INTEGER NOT NULL, old TEXT NOT NULL, new TEXT NOT NULL, PRIMARY KEY (digest_id, step)
) STRICT, WITHOUT ROWID;
INSERT INTO steps
SELECT digest_id, row_number() OVER (PARTITION BY digest_id), old, new FROM named JOIN renamed USING (hash);
WITH RECURSIVE rewritten (id, step, content) AS (
  SELECT id, 0, content FROM digests WHERE id IN (SELECT digest_id FROM steps)
  UNION ALL
  SELECT id, steps.step, replace(content, '"' || old || '"', '"' || new || '"')
  FROM rewritten JOIN steps ON steps.digest_id = id AND steps.step = rewritten.step + 1
)
UPDATE digests SET content = last.content
FROM (SELECT id, content, max(step) FROM rewritten GROUP BY id) AS last WHERE last.id = digests.id;

UPDATE OR IGNORE follows SET article_id = (SELECT new FROM renamed WHERE hash = substr(article_id, 1, 14))
WHERE article_id NOT IN (SELECT id FROM articles) AND substr(article_id, 1, 14) IN (SELECT hash FROM renamed);
DROP TABLE steps;
DROP TABLE renamed;
DROP TABLE named;
`
