import { expect, test } from 'vitest'
import { connect } from '../../src/stores/connection.ts'
import { openDatabase } from '../../src/stores/database-file.ts'
import { createTermIndexer } from '../../src/stores/term-indexer.ts'

const COUNT = 450

function open() {
  const { database } = openDatabase(':memory:')
  database.exec(`
    INSERT INTO feeds (id, url, title, topics, added_at, next_poll_at, failures)
    VALUES ('f', 'https://a.example/feed', 'A', '[]', 0, 0, 0)`)
  const insert = database.prepare(`
    INSERT INTO articles (id, feed_id, published_at, seen_at, content_hash, outlet, url, authors, topics, title,
      title_terms, text_terms, text) VALUES (?, 'f', 0, 0, '', '', '', '[]', '[]', '', ?, 'dam', '')`)
  const add = (id: string, terms = id): void => void insert.run(id, terms)
  const find = (stem: string): unknown[] =>
    database
      .prepare('SELECT id FROM article_terms JOIN articles ON number = article_terms.rowid WHERE article_terms MATCH ?')
      .all(stem)
      .map(({ id }) => id)
  const isSound = (): boolean => {
    database.exec("INSERT INTO article_terms (article_terms, rank) VALUES ('integrity-check', 1)")
    return true
  }
  return { database, add, find, isSound, indexer: createTermIndexer(connect(database, 'memory')) }
}

test('catching up indexes everything that is kept, in slices, and once', async () => {
  const { add, find, isSound, indexer } = open()
  for (let number = 0; number < COUNT; number += 1) add(`a${number}`)
  expect(find('dam')).toEqual([])
  await indexer.catchUp()
  expect(find('dam')).toHaveLength(COUNT)
  await indexer.catchUp()
  expect(find('a7')).toEqual(['a7'])
  expect(isSound()).toBe(true)
})

test('what is changed or removed before it is indexed leaves nothing wrong behind', async () => {
  const { database, add, find, isSound, indexer } = open()
  add('kept')
  await indexer.catchUp()
  add('changed')
  add('removed')
  database.exec("UPDATE articles SET title_terms = 'anew' WHERE id IN ('changed', 'kept')")
  database.exec("DELETE FROM articles WHERE id = 'removed'")
  await indexer.catchUp()
  expect(find('anew')).toEqual(['kept', 'changed'])
  expect(find('changed')).toEqual([])
  expect(find('removed')).toEqual([])
  expect(isSound()).toBe(true)
})

test('an article that gets the number of a removed one is indexed', async () => {
  const { database, add, find, indexer } = open()
  add('first')
  add('last')
  await indexer.catchUp()
  database.exec("DELETE FROM articles WHERE id = 'first'")
  database.exec("DELETE FROM articles WHERE id = 'last'")
  add('heir')
  await indexer.catchUp()
  expect(find('heir')).toEqual(['heir'])
  expect(find('last')).toEqual([])
})
