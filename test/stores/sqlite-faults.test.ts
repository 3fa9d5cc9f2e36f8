import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { beforeEach, describe, expect, test } from 'vitest'
import type { StoreError } from '../../src/model/errors.ts'
import { connect } from '../../src/stores/connection.ts'
import { openDatabase } from '../../src/stores/database-file.ts'
import { openSqliteStore, storeOn } from '../../src/stores/sqlite.ts'
import { articleId, claimFeed, keepArticles, polled, sampleArticle } from '../contracts/store-samples.ts'
import { newFolder, now, storeErrorOf, withoutPrivileges } from './sandbox.ts'

const open = (path: string) => openSqliteStore({ path, now })

/** Opens the file, which must fail and leave the file as it is. */
async function refused(path: string): Promise<StoreError> {
  const before = readFileSync(path)
  const error = await storeErrorOf(open(path))
  expect(readFileSync(path).equals(before)).toBe(true)
  expect(error.message).toContain(path)
  return error
}

let path = ''
beforeEach(async () => {
  path = join(newFolder(), 'news.db')
  const store = await open(path)
  await keepArticles(
    store,
    Array.from({ length: 100 }, (_, index) => sampleArticle(`a${index}`, { text: 'Words and words. '.repeat(200) })),
  )
  await store.close()
})

describe('a file that is no sound database is refused, named and left untouched', () => {
  test('a text file', async () => {
    writeFileSync(path, 'These are my notes. '.repeat(1000))
    const error = await refused(path)
    expect(error.kind).toBe('damaged')
    expect(error.message).toMatch(/left untouched.*restore a backup.*move the file away/)
  })

  test.each([50, 100, 4096, 100_000])('cut to %i bytes', async size => {
    truncateSync(path, size)
    expect((await refused(path)).kind).toBe('damaged')
  })

  test('cut to nothing', async () => {
    truncateSync(path, 0)
    expect((await refused(path)).kind).toBe('damaged')
  })

  test('overwritten in the middle', async () => {
    const bytes = readFileSync(path)
    bytes.fill(0xff, bytes.length / 2, bytes.length / 2 + 40_000)
    writeFileSync(path, bytes)
    expect((await refused(path)).kind).toBe('damaged')
  })

  test('gone while its log is still there', async () => {
    rmSync(path)
    writeFileSync(`${path}-wal`, 'log')
    expect(await storeErrorOf(open(path))).toMatchObject({ kind: 'damaged' })
    expect(existsSync(path)).toBe(false)
    expect(readFileSync(`${path}-wal`, 'utf8')).toBe('log')
  })

  test("another program's database", async () => {
    rmSync(path)
    const other = new DatabaseSync(path)
    other.exec('CREATE TABLE recipes (name TEXT)')
    other.close()
    expect(await refused(path)).toMatchObject({ kind: 'damaged', message: expect.stringContaining('another program') })
  })
})

test('a database that was moved away is made anew, also over an empty file that nobody had used', async () => {
  rmSync(path)
  const again = await open(path)
  expect((await again.countArticles()).articles).toBe(0)
  await again.close()
  const fresh = join(newFolder(), 'fresh.db')
  writeFileSync(fresh, '')
  await (await open(fresh)).close()
})

test('a newer version is refused and left untouched; both versions are named', async () => {
  const database = new DatabaseSync(path)
  database.exec('PRAGMA user_version = 99')
  database.close()
  const error = await refused(path)
  expect(error.kind).toBe('newer')
  expect(error.message).toMatch(/version 99.*versions up to \d+.*newer program/)
})

test('a refused file keeps its log as well: nothing is carried over into it', async () => {
  const folder = newFolder()
  const copy = join(folder, 'news.db')
  const database = new DatabaseSync(path)
  database.exec('PRAGMA user_version = 99')
  copyFileSync(path, copy)
  copyFileSync(`${path}-wal`, `${copy}-wal`)
  database.close()
  const log = readFileSync(`${copy}-wal`)
  expect(log.length).toBeGreaterThan(0)
  expect((await refused(copy)).kind).toBe('newer')
  expect(readFileSync(`${copy}-wal`).equals(log)).toBe(true)
})

describe('a place that can not be written is named', () => {
  test('a folder that stands in place of the file', async () => {
    const folder = join(newFolder(), 'news.db')
    mkdirSync(folder)
    expect(await storeErrorOf(open(folder))).toMatchObject({
      kind: 'unwritable',
      message: expect.stringContaining(folder),
    })
  })

  test('a file that stands in place of the folder', async () => {
    const inside = join(path, 'news.db')
    expect(await storeErrorOf(open(inside))).toMatchObject({
      kind: 'unwritable',
      message: expect.stringContaining(inside),
    })
  })

  test('a read-only folder', async () => {
    const folder = join(newFolder(), 'data')
    mkdirSync(folder, { mode: 0o555 })
    const error = await withoutPrivileges(() => storeErrorOf(open(join(folder, 'news.db'))))
    expect(error).toMatchObject({ kind: 'unwritable', message: expect.stringContaining(folder) })
  })

  test('a read-only file in a folder that can be written', async () => {
    const folder = newFolder()
    const copy = join(folder, 'news.db')
    writeFileSync(copy, readFileSync(path))
    chmodSync(copy, 0o444)
    chmodSync(folder, 0o777)
    const error = await withoutPrivileges(() => storeErrorOf(open(copy)))
    expect(error).toMatchObject({ kind: 'unwritable', message: expect.stringContaining(copy) })
    expect(readFileSync(copy).equals(readFileSync(path))).toBe(true)
  })
})

describe('while it runs', () => {
  test('a full disk is said, keeps nothing of the change, and is over when there is room again', async () => {
    const { database } = openDatabase(path)
    const store = storeOn(connect(database, path))
    const claimed = await claimFeed(store, 'full')
    const pages = Number(database.prepare('PRAGMA page_count').get()?.page_count)
    database.exec(`PRAGMA max_page_count = ${pages + 5}`)
    const articles = Array.from({ length: 30 }, (_, index) =>
      sampleArticle(`big${index}`, { text: `${index} `.repeat(4000) }),
    )
    const error = await storeErrorOf(store.finishPoll(claimed, polled(0), articles))
    expect(error).toMatchObject({ kind: 'full', message: expect.stringContaining(path) })
    expect(await store.getArticles([articleId('big0')])).toEqual([])
    expect((await store.findFeed('full'))?.lastPolledAt).toBeUndefined()
    database.exec(`PRAGMA max_page_count = ${pages * 10}`)
    expect((await store.finishPoll(claimed, polled(0), articles))?.added).toHaveLength(30)
    await store.close()
  })

  test('a database that turns read-only is said, still answers, and goes on when it can be written again', async () => {
    const { database } = openDatabase(path)
    const store = storeOn(connect(database, path))
    database.exec('PRAGMA query_only = 1')
    const error = await storeErrorOf(store.setValue('k', 'v'))
    expect(error).toMatchObject({ kind: 'unwritable', message: expect.stringContaining(path) })
    expect((await store.countArticles()).articles).toBe(100)
    database.exec('PRAGMA query_only = 0')
    await store.setValue('k', 'v')
    expect(await store.getValue('k')).toBe('v')
    await store.close()
  })
})
