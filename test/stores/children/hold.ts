// Opens the store named by the first argument, says so and holds it until it is killed; or says why it may not.
import { writeSync } from 'node:fs'
import { StoreError } from '../../../src/model/errors.ts'
import { openSqliteStore } from '../../../src/stores/sqlite.ts'

const WAIT_MS = 60_000
const [path = ''] = process.argv.slice(2)
try {
  await openSqliteStore({ path, now: () => new Date('2026-03-01T06:00:00Z') })
  writeSync(1, 'holding\n')
  setTimeout(() => {}, WAIT_MS)
} catch (error) {
  if (!(error instanceof StoreError)) throw error
  writeSync(1, `${error.kind}: ${error.message}\n`)
}
