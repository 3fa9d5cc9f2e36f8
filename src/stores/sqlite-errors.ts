import { StoreError } from '../model/errors.ts'

/** Primary result codes: https://sqlite.org/rescode.html */
const PERM = 3
const BUSY = 5
const LOCKED = 6
const READONLY = 8
const IOERR = 10
const CORRUPT = 11
const FULL = 13
const CANTOPEN = 14
const NOTADB = 26
/** An extended code carries its primary code in the lowest byte. */
const PRIMARY_MASK = 0xff

/** The primary result code of an error that SQLite raised; undefined for any other error. */
export function sqliteCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return undefined
  return error.errcode & PRIMARY_MASK
}

/** What to say of a database that can not be read. `fault` is the end of a sentence that begins with the file. */
export const damaged = (path: string, fault: string, cause?: unknown): StoreError =>
  new StoreError(
    'damaged',
    `The database ${path} ${fault}. It was left untouched: restore a backup in its place, or move the file away to begin with an empty one.`,
    cause === undefined ? undefined : { cause },
  )

/** What to say of a place that can not be written. */
export const unwritable = (path: string, reason: string, cause?: unknown): StoreError =>
  new StoreError(
    'unwritable',
    `The database ${path} can not be written (${reason}). Check that its folder exists and that this user may write the file and the folder.`,
    cause === undefined ? undefined : { cause },
  )

/**
 * The StoreError that says what an SQLite error means for the operator; any other error (a broken constraint is a bug
 * of ours) comes back as it is.
 * @param path the database file, as the operator named it
 */
export function storeError(error: unknown, path: string): unknown {
  const reason = error instanceof Error ? error.message : ''
  switch (sqliteCode(error)) {
    case FULL:
      return new StoreError(
        'full',
        `The disk is full: ${path} can not grow. Nothing of this change was kept; free some space, then it goes on by itself.`,
        { cause: error },
      )
    case PERM:
    case READONLY:
    case IOERR:
    case CANTOPEN:
      return unwritable(path, reason, error)
    case CORRUPT:
    case NOTADB:
      return damaged(path, `is damaged or no database (${reason})`, error)
    case BUSY:
    case LOCKED:
      return new StoreError(
        'locked',
        `The database ${path} is held by another program. Close it (a backup tool, a database browser), then try again.`,
        { cause: error },
      )
    default:
      return error
  }
}
