import { afterEach, expect, test } from 'vitest'
import { type Connection, connect } from '../../src/stores/connection.ts'
import { openDatabase } from '../../src/stores/database-file.ts'

const opened: Connection[] = []
function open(): Connection {
  const connection = connect(openDatabase(':memory:').database, 'memory')
  opened.push(connection)
  return connection
}
afterEach(() => {
  for (const connection of opened.splice(0)) connection.close()
})

test('a name may stand several times, in any order', () => {
  const statement = open().prepare('SELECT :b AS first, :a AS second, :b AS third')
  expect(statement.find({ a: 1, b: 'x' })).toEqual({ first: 'x', second: 1, third: 'x' })
})

test('a colon in a literal or a comment names nothing', () => {
  const statement = open().prepare(`
    SELECT ':a it''s :b' AS literal, :a AS value -- not :c`)
  expect(statement.find({ a: 2 })).toEqual({ literal: ":a it's :b", value: 2 })
})

test('times become milliseconds, what is absent NULL, and NULs are left out', () => {
  const statement = open().prepare('SELECT :at AS at, :none AS none, :text AS text')
  expect(statement.find({ at: new Date(1500), none: undefined, text: 'a\0b' })).toEqual({
    at: 1500,
    none: null,
    text: 'ab',
  })
})

test('a value that is not given is a mistake, not NULL', () => {
  const statement = open().prepare('SELECT :a AS first, :b AS second')
  expect(() => statement.find({ a: 1 })).toThrow('the statement wants :b')
})
