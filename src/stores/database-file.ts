import { existsSync, mkdirSync, realpathSync, type Stats, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type Migration, migrate, refuseNewer, schemaVersion } from './migrations.ts'
import { damaged, storeError, unwritable } from './sqlite-errors.ts'

/** How long a statement waits for another connection (a backup, an inspecting person). */
const BUSY_TIMEOUT_MS = 5_000
/** Of a new file: a feed's articles take half the pages, and half the writes, that they take of the usual 4 KiB. */
const PAGE_BYTES = 8192
/** Pages in the log before they are brought into the file: pages of indexes change again and again meanwhile. */
const CHECKPOINT_PAGES = 2000
/** What is kept of the file in memory: the inner pages of the indexes of half a million articles. */
const CACHE_KIB = 8 * 1024
/** PRAGMA application_id of our files; version 1 of the schema writes it. */
const APPLICATION_ID = 0x54494447

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'

/** Creates the folder of the file if it is missing. @throws StoreError 'unwritable' */
export function makeFolder(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true })
  } catch (error) {
    throw unwritable(path, codeOf(error), error)
  }
}

/** The one name of a file, whatever links lead to it; so that every process locks the same name. */
export const realName = (path: string): string => (existsSync(path) ? realpathSync(path) : path)

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch (error) {
    throw unwritable(path, codeOf(error), error)
  }
}

const pragma = (database: DatabaseSync, name: string): unknown => database.prepare(`PRAGMA ${name}`).get()?.[name]

const hasTables = (database: DatabaseSync): boolean =>
  database.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() !== undefined

function checkContent(database: DatabaseSync, path: string): void {
  refuseNewer(database, path)
  const isOurs = pragma(database, 'application_id') === APPLICATION_ID
  const isNew = schemaVersion(database) === 0 && !hasTables(database)
  if (!isOurs && !isNew) throw damaged(path, 'belongs to another program')
  const fault = pragma(database, 'quick_check')
  if (fault !== 'ok') throw damaged(path, `is damaged (${String(fault).split('\n')[0]})`)
}

/**
 * Looks at a file before it is opened for writing: a damaged, foreign or newer one is left exactly as it is.
 * @param wasReady an earlier process had finished creating it
 * @returns whether there is a database already
 * @throws StoreError 'damaged', 'newer' or 'unwritable'
 */
export function checkFile(path: string, wasReady: boolean): boolean {
  const stats = statOf(path)
  if (stats?.isDirectory() === true) throw unwritable(path, 'it is a folder')
  const size = stats?.size ?? 0
  const logSize = statOf(`${path}-wal`)?.size ?? 0
  if (size === 0 && logSize > 0) throw damaged(path, `is missing or empty, but its log ${path}-wal is still there`)
  if (stats !== undefined && size === 0 && wasReady) throw damaged(path, 'is empty, but it held data before')
  if (size === 0) return false
  // A rollback journal is only left by a kill in the first milliseconds of a new file, and needs a writer to undo it.
  const readOnly = !existsSync(`${path}-journal`)
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(path, { readOnly, timeout: BUSY_TIMEOUT_MS })
    checkContent(database, path)
    return true
  } catch (error) {
    throw storeError(error, path)
  } finally {
    database?.close()
  }
}

/**
 * Opens a database for reading and writing and brings its schema up to date. Every commit is synced to the disk.
 * @param path a file, or ":memory:"
 * @returns the database and the steps that its schema took
 * @throws StoreError
 */
export function openDatabase(path: string): { database: DatabaseSync; steps: readonly Migration[] } {
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS, enableForeignKeyConstraints: true })
    database.exec(`
      PRAGMA page_size = ${PAGE_BYTES};
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES};
      PRAGMA cache_size = -${CACHE_KIB};`)
    return { database, steps: migrate(database, path) }
  } catch (error) {
    if (database?.isOpen === true) database.close()
    throw storeError(error, path)
  }
}
