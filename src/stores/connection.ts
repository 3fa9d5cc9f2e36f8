import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import { type Row, withoutNuls } from './rows.ts'
import { storeError } from './sqlite-errors.ts'

/** What a statement takes: times become milliseconds since 1970 UTC, undefined becomes NULL, NULs are left out. */
export type Params = Readonly<Record<string, string | number | Date | null | undefined>>

/** A statement that is prepared once and run many times. */
export interface Statement {
  all(params?: Params): readonly Row[]
  find(params?: Params): Row | undefined
  /** @returns how many rows were changed */
  run(params?: Params): number
}

/** One database that one process writes. Everything it throws about the file itself is a StoreError. */
export interface Connection {
  prepare(sql: string): Statement
  /** All of the work, or nothing of it; the write lock is taken first. Not to be nested. */
  write<T>(work: () => T): T
  /** Closes the database; safe to call twice. */
  close(): void
}

function bind(params: Params): Record<string, SQLInputValue> {
  const bound: Record<string, SQLInputValue> = {}
  for (const [name, value] of Object.entries(params)) {
    if (typeof value === 'string') bound[name] = withoutNuls(value)
    else if (value instanceof Date) bound[name] = value.getTime()
    else bound[name] = value ?? null
  }
  return bound
}

/**
 * Wraps an open database.
 * @param name how the database is called in an error message: its path
 */
export function connect(database: DatabaseSync, name: string): Connection {
  const guard = <T>(work: () => T): T => {
    try {
      return work()
    } catch (error) {
      throw storeError(error, name)
    }
  }
  return {
    prepare(sql) {
      const statement = guard(() => database.prepare(sql))
      return {
        all: (params = {}) => guard(() => statement.all(bind(params))),
        find: (params = {}) => guard(() => statement.get(bind(params))),
        run: (params = {}) => guard(() => Number(statement.run(bind(params)).changes)),
      }
    },
    write: work =>
      guard(() => {
        database.exec('BEGIN IMMEDIATE')
        try {
          const result = work()
          database.exec('COMMIT')
          return result
        } catch (error) {
          // A full disk or an I/O error may have rolled back already: https://sqlite.org/lang_transaction.html
          if (database.isTransaction) database.exec('ROLLBACK')
          throw error
        }
      }),
    close() {
      if (database.isOpen) guard(() => database.close())
    },
  }
}
