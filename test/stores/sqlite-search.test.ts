import { beforeAll, describe, expect, test } from 'vitest'
import { type Connection, connect } from '../../src/stores/connection.ts'
import { openDatabase } from '../../src/stores/database-file.ts'
import { articleSearcher, mentionCounter } from '../../src/stores/sqlite-search.ts'

const ARTICLES = 6_000
const MINUTE_MS = 60_000
const START_MS = Date.UTC(2026, 0, 1)
const END = new Date(START_MS + ARTICLES * MINUTE_MS)
const HOUR_MS = 60 * MINUTE_MS

/** An article a minute, each with the word "harbour", the oldest first. */
const FILL = `
WITH RECURSIVE numbers (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM numbers WHERE number < ${ARTICLES})
INSERT INTO articles (
  number, id, feed_id, url, outlet, published_at, seen_at, content_hash, authors, topics, title, title_terms,
  text_terms, text
)
SELECT number, 'a' || number, 'feed', '', '', at, at, '', '[]', '[]', '', '', 'harbour', ''
FROM (SELECT number, ${START_MS} + (number - 1) * ${MINUTE_MS} AS at FROM numbers)`

let connection: Connection

beforeAll(() => {
  const { database } = openDatabase(':memory:')
  database.exec(`
    INSERT INTO feeds (id, url, title, added_at, next_poll_at, topics, failures)
    VALUES ('feed', 'https://harbour.example/feed', 'Harbour', 0, 0, '[]', 0);
    ${FILL};
    INSERT INTO article_terms (rowid, title_terms, text_terms) SELECT number, title_terms, text_terms FROM articles;
    UPDATE indexed_terms SET up_to = ${ARTICLES}`)
  connection = connect(database, ':memory:')
  return () => connection.close()
})

describe('a search of a short time', () => {
  const groups = [['harbour']]

  test('finds and counts what is of that time', () => {
    const since = new Date(END.getTime() - HOUR_MS)
    expect(articleSearcher(connection)({ groups, since, limit: 100 })).toHaveLength(60)
    const { counts } = mentionCounter(connection)({ groups, to: END, bucketMs: HOUR_MS, buckets: 2 })
    expect(counts).toEqual([60, 60])
  })
})
