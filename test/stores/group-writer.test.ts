import { expect, test } from 'vitest'
import { type Connection, connect } from '../../src/stores/connection.ts'
import { openDatabase } from '../../src/stores/database-file.ts'
import { createGroupWriter } from '../../src/stores/group-writer.ts'

function open(waitMs = 0) {
  const { database } = openDatabase(':memory:')
  const connection = connect(database, 'memory')
  let commits = 0
  const counting: Connection = {
    ...connection,
    write: work => {
      commits += 1
      return connection.write(work)
    },
  }
  const insert = connection.prepare('INSERT INTO facts (key, value) VALUES (:key, :value)')
  const keys = (): string[] =>
    connection
      .prepare('SELECT key FROM facts ORDER BY key')
      .all()
      .map(row => String(row.key))
  const put = (key: string) => () => insert.run({ key, value: 'x' })
  return { connection, group: createGroupWriter(counting, waitMs), put, keys, commits: () => commits }
}

test('writes of one turn share a commit, and are on the disk when they are acknowledged', async () => {
  const { group, put, keys, commits } = open()
  const all = ['a', 'b', 'c'].map(key => group.write(1, put(key)))
  expect(keys()).toEqual([])
  expect(await Promise.all(all)).toEqual([1, 1, 1])
  expect(keys()).toEqual(['a', 'b', 'c'])
  expect(commits()).toBe(1)
})

test('what fails is undone alone', async () => {
  const { group, put, keys } = open()
  const twice = () => {
    put('half')()
    put('a')()
  }
  const outcomes = await Promise.allSettled([group.write(1, put('a')), group.write(2, twice), group.write(1, put('b'))])
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(keys()).toEqual(['a', 'b'])
})

test('a group in which one fails takes one more commit for each of the others', async () => {
  const { group, put, keys, commits } = open()
  const all = ['a', 'b', 'a', 'c'].map(key => group.write(1, put(key)))
  const outcomes = await Promise.allSettled(all)
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
  expect(keys()).toEqual(['a', 'b', 'c'])
  expect(commits()).toBe(5)
})

test('a group that can not be committed fails for everybody in it', async () => {
  const { connection, put } = open()
  const write = () => {
    throw new Error('disk full')
  }
  const broken = createGroupWriter({ ...connection, write }, 0)
  const outcomes = await Promise.allSettled([broken.write(1, put('a')), broken.write(1, put('b'))])
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
})

test('long groups are cut, so that others get their turn; a flush writes all at once', async () => {
  const { group, put, keys, commits } = open()
  await Promise.all(Array.from({ length: 5 }, (_, index) => group.write(200, put(`long ${index}`))))
  expect(commits()).toBe(5)
  const waiting = [group.write(1, put('a')), group.write(500, put('b'))]
  group.flush()
  expect(keys()).toHaveLength(7)
  await Promise.all(waiting)
  expect(commits()).toBe(6)
})

test('where a disk is synced, writes of many turns share a commit; a full group waits for nobody', async () => {
  const { group, put, commits } = open(60_000)
  const first = group.write(100, put('a'))
  await new Promise(setImmediate)
  expect(commits()).toBe(0)
  await Promise.all([first, group.write(156, put('b'))])
  expect(commits()).toBe(1)
})
