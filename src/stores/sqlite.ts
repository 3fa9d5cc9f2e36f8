import { resolve } from 'node:path'
import type { Log } from '../ports/log.ts'
import type { Store } from '../ports/store.ts'
import { type Connection, connect } from './connection.ts'
import { checkFile, makeFolder, openDatabase, realName } from './database-file.ts'
import { createGroupWriter, type GroupWriter } from './group-writer.ts'
import { type InstanceLock, lockInstance } from './instance-lock.ts'
import { articleStore } from './sqlite-articles.ts'
import { briefingStore } from './sqlite-briefings.ts'
import { channelStore } from './sqlite-channels.ts'
import { clockStore, freeLeases } from './sqlite-clock.ts'
import { deliveryStore } from './sqlite-deliveries.ts'
import { storeError } from './sqlite-errors.ts'
import { feedStore } from './sqlite-feeds.ts'
import { followStore } from './sqlite-follows.ts'
import { ledgerStore } from './sqlite-ledger.ts'
import { actionStore, digestStore, stateStore } from './sqlite-state.ts'
import { storyStore } from './sqlite-stories.ts'

export interface SqliteOptions {
  /** The database file, created with its folder when missing; or ":memory:". */
  readonly path: string
  readonly now: () => Date
  readonly log?: Log
}

const partsOn = (connection: Connection, group: GroupWriter): Omit<Store, 'close'> => ({
  ...feedStore(connection, group),
  ...articleStore(connection),
  ...storyStore(connection),
  ...channelStore(connection),
  ...briefingStore(connection),
  ...deliveryStore(connection),
  ...digestStore(connection),
  ...ledgerStore(connection),
  ...followStore(connection),
  ...actionStore(connection),
  ...stateStore(connection),
  ...clockStore(connection),
})

function closeAll(connection: Connection, group: GroupWriter): void {
  group.flush()
  connection.close()
}

/** The store on an open connection whose schema is up to date. `close` closes that connection. */
export function storeOn(connection: Connection): Store {
  const group = createGroupWriter(connection)
  return { ...partsOn(connection, group), close: async () => closeAll(connection, group) }
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
    const store = storeOn(openFile(file, lock, log))
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
