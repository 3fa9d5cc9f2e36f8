import type { DatabaseSync } from 'node:sqlite'
import { StoreError } from '../model/errors.ts'
import { CHANNELS_AND_DELIVERIES, FEEDS_AND_ARTICLES, TOLD_BY_ARRIVAL, UNCERTAIN_SINCE } from './schema.ts'
import { KINDS_OF_CHANGES } from './schema-changes.ts'
import { IDS_IN_DIGESTS } from './schema-digests.ts'
import { FILTERS } from './schema-filters.ts'
import { LEDGER } from './schema-ledger.ts'
import { PAGES_TO_READ } from './schema-pages.ts'
import { LEDGER_OF_OLD_EDITIONS, POSTS_IN_LEDGER } from './schema-posts.ts'
import { PUBLISHERS_OVER_TIME } from './schema-publishers.ts'
import { IDS_BY_FEED, TERMS_AFTER_ARTICLES } from './schema-search.ts'
import { CHANNEL_SETTINGS } from './schema-settings.ts'
import { SHOWN_LAST } from './schema-shown.ts'
import { STORIES_THAT_MERGED } from './schema-stories.ts'

/** One step of the schema. A step that has been released is never changed: a mistake is mended by the next one. */
export interface Migration {
  /** From 1, without gaps; kept in the file as `PRAGMA user_version`. */
  readonly version: number
  readonly name: string
  readonly sql: string
}

/** All steps, oldest first. There is no way back: an older program refuses a newer file. */
export const MIGRATIONS: readonly Migration[] = [
  { version: 1, name: 'first tables', sql: FEEDS_AND_ARTICLES + CHANNELS_AND_DELIVERIES },
  { version: 2, name: 'told by arrival', sql: TOLD_BY_ARRIVAL },
  { version: 3, name: 'publishers over time', sql: PUBLISHERS_OVER_TIME },
  { version: 4, name: 'since when a part is uncertain', sql: UNCERTAIN_SINCE },
  { version: 5, name: 'terms after articles', sql: TERMS_AFTER_ARTICLES },
  { version: 6, name: 'ids by feed', sql: IDS_BY_FEED },
  { version: 7, name: 'filters of channels', sql: FILTERS },
  { version: 8, name: 'ledger of what was told', sql: LEDGER },
  { version: 9, name: 'channel settings', sql: CHANNEL_SETTINGS },
  { version: 10, name: 'stories that merged', sql: STORIES_THAT_MERGED },
  { version: 11, name: 'ids in digests', sql: IDS_IN_DIGESTS },
  { version: 12, name: 'shown last', sql: SHOWN_LAST },
  { version: 13, name: 'pages to read', sql: PAGES_TO_READ },
  { version: 14, name: 'posts in the ledger', sql: POSTS_IN_LEDGER },
  { version: 15, name: 'ledger of old editions', sql: LEDGER_OF_OLD_EDITIONS },
  { version: 16, name: 'kinds of told changes', sql: KINDS_OF_CHANGES },
]

/** The version of the schema that the file holds; 0 for a new file. */
export function schemaVersion(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()?.user_version ?? 0)
}

const latest = (migrations: readonly Migration[]): number => migrations.at(-1)?.version ?? 0

/** Refuses a file that a newer program wrote. @throws StoreError 'newer' */
export function refuseNewer(database: DatabaseSync, path: string, migrations: readonly Migration[] = MIGRATIONS): void {
  const found = schemaVersion(database)
  const known = latest(migrations)
  if (found <= known) return
  throw new StoreError(
    'newer',
    `The database ${path} has schema version ${found}, this program knows versions up to ${known}. It was left untouched: start the newer program again, or restore a backup that was made before the update.`,
  )
}

/**
 * Brings the file to the newest version, in one transaction that holds the write lock: a process that is killed half-way
 * leaves the old version, and a second process waits and then finds nothing to do.
 * @returns the steps that were taken, oldest first
 * @throws StoreError 'newer'
 */
export function migrate(
  database: DatabaseSync,
  path: string,
  migrations: readonly Migration[] = MIGRATIONS,
): readonly Migration[] {
  database.exec('BEGIN IMMEDIATE')
  try {
    refuseNewer(database, path, migrations)
    const found = schemaVersion(database)
    const missing = migrations.filter(migration => migration.version > found)
    for (const migration of missing) database.exec(migration.sql)
    // Written even when nothing is missing: on a read-only file BEGIN IMMEDIATE alone succeeds, only a write fails.
    database.exec(`PRAGMA user_version = ${latest(migrations)}`)
    database.exec('COMMIT')
    return missing
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}
