import { resolve } from 'node:path'
import type { Log } from '../ports/log.ts'
import type { Store } from '../ports/store.ts'
import { type Connection, connect } from './connection.ts'
import { checkFile, makeFolder, openDatabase, realName } from './database-file.ts'
import { createGroupWriter, GROUP_WAIT_MS, type GroupWriter } from './group-writer.ts'
import { type InstanceLock, lockInstance } from './instance-lock.ts'
import { articleStore } from './sqlite-articles.ts'
import { briefingStore } from './sqlite-briefings.ts'
import { channelStore } from './sqlite-channels.ts'
import { clockStore, freeLeases } from './sqlite-clock.ts'
import { deliveryStore } from './sqlite-deliveries.ts'
import { storeError } from './sqlite-errors.ts'
import { feedStore } from './sqlite-feeds.ts'
import { filterStore } from './sqlite-filters.ts'
import { followStore } from './sqlite-follows.ts'
import { ledgerStore } from './sqlite-ledger.ts'
import { pageStore } from './sqlite-pages.ts'
import { actionStore, digestStore, stateStore } from './sqlite-state.ts'
import { storyStore } from './sqlite-stories.ts'
import { createTermIndexer, type TermIndexer } from './term-indexer.ts'

export interface SqliteOptions {
  /** The database file, created with its folder when missing; or ":memory:". */
  readonly path: string
  readonly now: () => Date
  readonly log?: Log
}

const partsOn = (connection: Connection, group: GroupWriter, indexer: TermIndexer): Omit<Store, 'close'> => ({
  ...feedStore(connection, group, indexer),
  ...articleStore(connection, indexer),
  ...pageStore(connection, group),
  ...storyStore(connection),
  ...channelStore(connection),
  ...filterStore(connection),
  ...briefingStore(connection),
  ...deliveryStore(connection),
  ...digestStore(connection),
  ...ledgerStore(connection),
  ...followStore(connection),
  ...actionStore(connection),
  ...stateStore(connection),
  ...clockStore(connection),
})

function closeAll(connection: Connection, group: GroupWriter, indexer: TermIndexer): void {
  group.flush()
  indexer.stop()
  connection.close()
}

/**
 * The store on an open connection whose schema is up to date. `close` closes that connection.
 * @param groupWaitMs how long results of polls wait to share a commit; worth nothing where no disk is synced
 */
export function storeOn(connection: Connection, groupWaitMs = 0): Store {
  const group = createGroupWriter(connection, groupWaitMs)
  const indexer = createTermIndexer(connection)
  // What the process before had no time for.
  indexer.note()
  return { ...partsOn(connection, group, indexer), close: async () => closeAll(connection, group, indexer) }
}

function openFile(path: string, lock: InstanceLock, log: Log | undefined): Connection {
  const isThere = checkFile(path, lock.wasReady)
  if (!isThere) lock.markReady(false)
  const { database, steps } = openDatabase(path)
  try {
    if (!isThere || !lock.wasReady) lock.markReady(true)
    for (const { version, name } of steps) log?.info({ path, version, name }, 'database schema updated')
    const connection = connect(database, path)
    freeLeases(connection)
    return connection
  } catch (error) {
    database.close()
    throw storeError(error, path)
  }
}

/**
 * Opens the SQLite store. One process at a time may hold a file; the lock goes with the process, however that ends.
 * @throws StoreError 'locked' (another process has it), 'newer', 'damaged', 'unwritable' or 'full'; the message names
 *   the file and says what to do, and the file is left as it was
 */
export async function openSqliteStore({ path, now, log }: SqliteOptions): Promise<Store> {
  if (path === ':memory:') return storeOn(connect(openDatabase(path).database, path))
  makeFolder(resolve(path))
  const file = realName(resolve(path))
  const lock = lockInstance(file, { pid: process.pid, startedAt: now() })
  try {
    const store = storeOn(openFile(file, lock, log), GROUP_WAIT_MS)
    return {
      ...store,
      async close() {
        await store.close()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}
