import { DatabaseSync } from 'node:sqlite'
import { StoreError } from '../model/errors.ts'
import { date, integer, type Row } from './rows.ts'
import { sqliteCode, storeError } from './sqlite-errors.ts'

/** How long a second instance waits for the first to go (a restart) before it is refused. */
const LOCK_WAIT_MS = 500
const SQLITE_BUSY = 5

/** Who holds the lock. */
export interface Holder {
  readonly pid: number
  readonly startedAt: Date
}

/** The right to be the only process on a database file, held until it is released or the process dies. */
export interface InstanceLock {
  /** An earlier holder finished creating the database. */
  readonly wasReady: boolean
  /** Remembers whether the database has been created to its end. @throws StoreError 'locked' */
  markReady(isReady: boolean): void
  release(): void
}

const heldBy = (path: string, row: Row | undefined): StoreError => {
  const who =
    row === undefined
      ? 'another process'
      : `process ${integer(row, 'pid')} (started ${date(row, 'started_at').toISOString()})`
  return new StoreError(
    'locked',
    `The database ${path} is in use by ${who}. Stop that process first, or give this one a database of its own.`,
  )
}

/** Takes the write lock of the lock file and keeps it, with our name inside. */
function hold(database: DatabaseSync, path: string, holder: Holder): void {
  const find = database.prepare('SELECT pid, started_at FROM holder')
  const write = database.prepare('UPDATE holder SET pid = ?, started_at = ?')
  const startedAt = holder.startedAt.getTime()
  for (;;) {
    try {
      database.exec('BEGIN IMMEDIATE')
    } catch (error) {
      throw sqliteCode(error) === SQLITE_BUSY ? heldBy(path, find.get()) : error
    }
    const row = find.get()
    if (row?.pid === holder.pid && row.started_at === startedAt) return
    write.run(holder.pid, startedAt)
    // Others see our name only after a commit, and a commit gives the lock back: take it again and look again.
    database.exec('COMMIT')
  }
}

const LOCK_TABLE = `
CREATE TABLE IF NOT EXISTS holder (pid INTEGER NOT NULL, started_at INTEGER NOT NULL, is_ready INTEGER NOT NULL);
INSERT INTO holder SELECT 0, 0, 0 WHERE NOT EXISTS (SELECT 1 FROM holder);
`

function prepareLockFile(database: DatabaseSync): void {
  const find = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'holder'")
  if (find.get() !== undefined) return
  try {
    database.exec(`BEGIN IMMEDIATE; ${LOCK_TABLE} COMMIT`)
  } catch (error) {
    // Another process made the table and took the lock in between: who it is stands in the table.
    if (sqliteCode(error) !== SQLITE_BUSY || find.get() === undefined) throw error
  }
}

const lockFault = (error: unknown, lockPath: string): unknown =>
  sqliteCode(error) === undefined || sqliteCode(error) === SQLITE_BUSY ? error : storeError(error, lockPath)

/**
 * Makes this process the only one on a database file.
 *
 * The lock is a write transaction that stays open on a small SQLite database beside the file, never on the file itself,
 * so that backups can read that. The kernel holds such a lock for the process and drops it when the process dies,
 * however it dies: nothing stale is left to be guessed at, as there would be with a pid in a text file (after kill -9 the
 * pid may be anyone's). In rollback-journal mode a writer that has not written yet lets others read
 * (https://sqlite.org/lockingv3.html, RESERVED): so the refused process can read pid and start from the same file.
 * The lock file stays when the lock is released: deleting it would let two processes lock two files of one name.
 * @throws StoreError 'locked' naming the holder; 'unwritable' when the folder can not be written
 */
export function lockInstance(path: string, holder: Holder): InstanceLock {
  const lockPath = `${path}.lock`
  let database: DatabaseSync | undefined
  try {
    const opened = new DatabaseSync(lockPath, { timeout: LOCK_WAIT_MS })
    database = opened
    prepareLockFile(opened)
    hold(opened, path, holder)
    const mark = opened.prepare('UPDATE holder SET is_ready = ?')
    return {
      wasReady: opened.prepare('SELECT is_ready FROM holder').get()?.is_ready === 1,
      markReady(isReady) {
        try {
          mark.run(isReady ? 1 : 0)
          opened.exec('COMMIT')
          hold(opened, path, holder)
        } catch (error) {
          throw lockFault(error, lockPath)
        }
      },
      release() {
        if (opened.isOpen) opened.close()
      },
    }
  } catch (error) {
    if (database?.isOpen === true) database.close()
    if (sqliteCode(error) === SQLITE_BUSY) throw heldBy(path, undefined)
    throw lockFault(error, lockPath)
  }
}
