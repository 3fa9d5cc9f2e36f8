import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { StoreError } from '../../src/model/errors.ts'
import { MIGRATIONS, type Migration, migrate, schemaVersion } from '../../src/stores/migrations.ts'
import { openSqliteStore } from '../../src/stores/sqlite.ts'
import { newFolder, now, runChild } from './sandbox.ts'

const next = MIGRATIONS.length + 1
const addColumn: Migration = { version: next, name: 'later', sql: 'ALTER TABLE feeds ADD COLUMN later TEXT' }
const columns = (database: DatabaseSync): unknown[] =>
  database
    .prepare('SELECT name FROM pragma_table_info(?)')
    .all('feeds')
    .map(row => row.name)

test('the steps are numbered from 1 without gaps', () => {
  expect(MIGRATIONS.map(step => step.version)).toEqual(MIGRATIONS.map((_, index) => index + 1))
})

test('a new file takes every step, an up-to-date one none, an older one what is missing', () => {
  const database = new DatabaseSync(':memory:')
  expect(migrate(database, 'x')).toEqual(MIGRATIONS)
  expect(migrate(database, 'x')).toEqual([])
  expect(migrate(database, 'x', [...MIGRATIONS, addColumn])).toEqual([addColumn])
  expect(schemaVersion(database)).toBe(next)
  expect(columns(database)).toContain('later')
})

test('a step that fails leaves the file at its old version', () => {
  const database = new DatabaseSync(':memory:')
  migrate(database, 'x')
  const broken: Migration = { version: next + 1, name: 'broken', sql: 'CREATE TABLE half (x); CREATE TABLE feeds (x)' }
  expect(() => migrate(database, 'x', [...MIGRATIONS, addColumn, broken])).toThrow('already exists')
  expect(schemaVersion(database)).toBe(MIGRATIONS.length)
  expect(columns(database)).not.toContain('later')
  expect(migrate(database, 'x', [...MIGRATIONS, addColumn])).toEqual([addColumn])
})

test('a migration that is killed half-way is run again from the old version', async () => {
  const path = join(newFolder(), 'news.db')
  await (await openSqliteStore({ path, now })).close()
  const child = runChild('migrate.ts', path)
  expect((await child.lines.next()).value).toBe('begun')
  await child.kill()
  const store = await openSqliteStore({ path, now })
  await store.close()
  const database = new DatabaseSync(path)
  expect(columns(database)).not.toContain('later')
  expect(migrate(database, path, [...MIGRATIONS, addColumn])).toEqual([addColumn])
  database.close()
})

test('there is no way back', () => {
  const database = new DatabaseSync(':memory:')
  migrate(database, 'x', [...MIGRATIONS, addColumn])
  expect(() => migrate(database, 'news.db')).toThrow(StoreError)
  expect(() => migrate(database, 'news.db')).toThrow(`news.db has schema version ${next}`)
})

test('articles keep their stories, edits and other names when their ids become those of their feeds', () => {
  const database = new DatabaseSync(':memory:')
  database.exec('PRAGMA foreign_keys = ON')
  migrate(database, 'x', MIGRATIONS.slice(0, 5))
  const old = 'abcdefghij0123456789'
  database.exec(`
    INSERT INTO feeds (id, url, title, topics, added_at, next_poll_at, failures)
    VALUES ('feedfeedfeedfeed', 'https://a.example/feed', 'A', '[]', 0, 0, 0);
    INSERT INTO stories (id, lead_id, first_seen_at, last_seen_at) VALUES ('story', '${old}', 0, 0);
    INSERT INTO articles (id, feed_id, published_at, seen_at, story_id, content_hash, outlet, url, authors, topics, title,
      title_terms, text_terms, text) VALUES ('${old}', 'feedfeedfeedfeed', 0, 0, 'story', '', '', '', '[]', '[]', '', '', '', '');
    INSERT INTO article_aliases VALUES ('zyxwvutsrq9876543210', '${old}');
    INSERT INTO article_changes (article_id, at, old_hash, new_hash, removed, added) VALUES ('${old}', 0, '', '', '[]', '[]')`)
  migrate(database, 'x')
  const values = (sql: string): unknown[] =>
    database
      .prepare(sql)
      .all()
      .flatMap(row => Object.values(row))
  expect(values('SELECT id FROM articles')).toEqual(['feedfeabcdefghij0123'])
  expect(values('SELECT lead_id FROM stories')).toEqual(['feedfeabcdefghij0123'])
  expect(values('SELECT * FROM article_aliases')).toEqual(['feedfezyxwvutsrq9876', 'feedfeabcdefghij0123'])
  expect(values('SELECT article_id FROM article_changes')).toEqual(['feedfeabcdefghij0123'])
  expect(values('PRAGMA foreign_key_check')).toEqual([])
})

test('digests and follows name their articles by the ids that these have now', () => {
  const database = new DatabaseSync(':memory:')
  database.exec('PRAGMA foreign_keys = ON')
  migrate(database, 'x', MIGRATIONS.slice(0, 5))
  const ids = ['aaaaaaaaaa0123456789', 'bbbbbbbbbb0123456789']
  const addDigest = database.prepare("INSERT INTO digests VALUES (?, 'terminal:here', 'briefing', 0, ?)")
  database.exec(`INSERT INTO feeds (id, url, title, topics, added_at, next_poll_at, failures)
    VALUES ('feedfeedfeedfeed', 'https://a.example/feed', 'A', '[]', 0, 0, 0)`)
  for (const id of ids) {
    database.exec(`INSERT INTO articles (id, feed_id, published_at, seen_at, content_hash, outlet, url, authors, topics,
      title, title_terms, text_terms, text) VALUES ('${id}', 'feedfeedfeedfeed', 0, 0, '', '', '', '[]', '[]', '', '', '', '')`)
  }
  const digestOf = (all: readonly string[]) => ({
    items: all.map(articleId => ({ headline: articleId.slice(0, 3), bullets: [{ citations: [{ articleId }] }] })),
  })
  addDigest.run('both', JSON.stringify(digestOf([...ids, ...ids])))
  addDigest.run('unknown', JSON.stringify(digestOf(['cccccccccc0123456789'])))
  addDigest.run('none', '{"items":[]}')
  migrate(database, 'x', MIGRATIONS.slice(0, 9))
  database.exec(`INSERT INTO follows VALUES ('terminal:here', '${ids[0]}', '', 0)`)
  migrate(database, 'x')
  const contents = database.prepare('SELECT id, content FROM digests ORDER BY id').all()
  const renamed = ['feedfeaaaaaaaaaa0123', 'feedfebbbbbbbbbb0123']
  expect(contents.map(row => [row.id, JSON.parse(String(row.content))])).toEqual([
    [
      'both',
      {
        items: [...renamed, ...renamed].map((articleId, at) => ({
          headline: at % 2 === 0 ? 'aaa' : 'bbb',
          bullets: [{ citations: [{ articleId }] }],
        })),
      },
    ],
    ['none', { items: [] }],
    ['unknown', digestOf(['cccccccccc0123456789'])],
  ])
  expect(database.prepare('SELECT article_id FROM follows').all()).toEqual([{ article_id: renamed[0] }])
})

test('numbers of before mean the newest digest that everybody saw, never one that may have been hidden', () => {
  const database = new DatabaseSync(':memory:')
  migrate(database, 'x', MIGRATIONS.slice(0, 11))
  const add = database.prepare('INSERT INTO digests VALUES (?, ?, ?, ?, ?)')
  const told = '{"items":[{}]}'
  add.run('posted', 'discord:1', 'briefing', 1, told)
  add.run('now', 'discord:1', 'briefing', 2, told)
  add.run('hidden', 'discord:1', 'briefing', 3, told)
  add.run('asked', 'discord:2', 'summary', 1, told)
  add.run('briefing', 'telegram:1', 'briefing', 1, told)
  add.run('summary', 'telegram:1', 'summary', 2, told)
  add.run('empty', 'telegram:1', 'briefing', 3, '{"items":[]}')
  database.exec(`
    INSERT INTO channels (id, platform, address, language, timezone) VALUES ('discord:1', 'discord', '1', 'en', 'UTC');
    INSERT INTO deliveries VALUES ('instant', 'discord:1', NULL, 0), ('d', 'discord:1', 'posted', 1);
    INSERT INTO told_editions (channel_id, digest_id, at, up_to, length) VALUES ('discord:1', 'now', 2, 0, 'short')`)
  migrate(database, 'x')
  const rows = database.prepare('SELECT channel_id, role, reader, digest_id FROM shown_last ORDER BY 1, 2').all()
  expect(rows.map(row => Object.values(row))).toEqual([
    ['discord:1', 'briefing', '', 'now'],
    ['discord:1', 'numbered', '', 'now'],
    ['telegram:1', 'briefing', '', 'empty'],
    ['telegram:1', 'numbered', '', 'summary'],
  ])
})

test('the ledger of a channel that had none holds the editions that were posted there, in their order', () => {
  const database = new DatabaseSync(':memory:')
  database.exec('PRAGMA foreign_keys = ON')
  const fill = MIGRATIONS.findIndex(({ name }) => name === 'ledger of old editions')
  migrate(database, 'x', MIGRATIONS.slice(0, fill))
  database.exec(`INSERT INTO feeds (id, url, title, topics, added_at, next_poll_at, failures)
    VALUES ('feed', 'https://a.example/feed', 'A', '[]', 0, 0, 0)`)
  for (const [id, seenAt] of [
    ['a1', 50],
    ['a2', 50],
    ['a3', 150],
    ['a4', 900],
  ] as const) {
    database.exec(`INSERT INTO articles (id, feed_id, published_at, seen_at, content_hash, outlet, url, authors, topics,
      title, title_terms, text_terms, text) VALUES ('${id}', 'feed', 0, ${seenAt}, '', '', '', '[]', '[]', '', '', '', '')`)
  }
  const cite = (articleId: string) => ({ articleId, start: 1, end: 3, quote: `“${articleId}”` })
  const item = (story: string, ...ids: readonly string[]) => ({
    storyId: story,
    headline: `About ${story}`,
    bullets: [
      { text: 'First', citations: ids.map(cite) },
      { text: 'Second', citations: ids.map(cite) },
    ],
  })
  const add = (id: string, channel: string, at: number, content: object, delivered = true, kind = 'briefing'): void => {
    database.prepare('INSERT INTO digests VALUES (?, ?, ?, ?, ?)').run(id, channel, kind, at, JSON.stringify(content))
    if (!delivered) return
    database
      .prepare('INSERT OR IGNORE INTO channels (id, platform, address, language, timezone) VALUES (?, ?, ?, ?, ?)')
      .run(channel, 'x', channel, 'en', 'UTC')
    database.prepare('INSERT INTO deliveries VALUES (?, ?, ?, ?)').run(`d-${id}`, channel, id, at)
  }
  add('later', 'x:1', 200, { length: 'long', items: [item('s1', 'a3')] })
  add('first', 'x:1', 100, { items: [item('s1', 'a1', 'a2'), item('s2', 'a2')] })
  add('preview', 'x:1', 160, { items: [item('s3', 'a3')] }, false)
  add('answer', 'x:1', 170, { items: [item('s3', 'a3')] }, true, 'summary')
  add('known', 'x:2', 180, { items: [item('s4', 'a1')] })
  add('ungrouped', 'x:3', 190, { items: [] })
  database.exec(`
    INSERT INTO briefings (id, channel_id, at, days, timezone, length, next_run_at, told_up_to)
    VALUES ('b3', 'x:3', '', '', '', '', 0, 2);
    INSERT INTO told_editions (channel_id, digest_id, at, up_to, length) VALUES ('x:2', 'newer', 500, 4, 'short');
    INSERT INTO told_stories (edition, story_id, headline) VALUES (1, 's9', 'Newer')`)
  migrate(database, 'x')
  const rows = (sql: string): unknown[] =>
    database
      .prepare(sql)
      .all()
      .map(row => Object.values(row).join(' '))
  expect(rows('SELECT channel_id, digest_id, at, up_to, length FROM told_editions ORDER BY number')).toEqual([
    'x:2 newer 500 4 short',
    'x:1 first 100 2 normal',
    'x:3 ungrouped 190 2 normal',
    'x:1 later 200 3 long',
  ])
  expect(
    rows(`SELECT digest_id, story_id, headline FROM told_stories JOIN told_editions ON told_editions.number = edition
      ORDER BY told_stories.number`),
  ).toEqual(['newer s9 Newer', 'first s1 About s1', 'first s2 About s2', 'later s1 About s1'])
  expect(
    rows('SELECT story, position, article_id, start_at, end_at, quote, bullet FROM told_sentences WHERE story = 2'),
  ).toEqual(['2 0 a1 1 3 “a1” First', '2 1 a2 1 3 “a2” First', '2 2 a1 1 3 “a1” Second', '2 3 a2 1 3 “a2” Second'])
})
