// Begins a migration that takes far longer than its parent lets it live.
import { writeSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { MIGRATIONS, migrate } from '../../../src/stores/migrations.ts'

const SLOW_STEP = `
CREATE TABLE later (value TEXT);
INSERT INTO later WITH RECURSIVE many (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM many WHERE n < 100000000)
SELECT 'row ' || n FROM many;`
const [path = ''] = process.argv.slice(2)
const database = new DatabaseSync(path)
database.function('begun', () => writeSync(1, 'begun\n'))
migrate(database, path, [
  ...MIGRATIONS,
  {
    version: MIGRATIONS.length + 1,
    name: 'slow',
    sql: `ALTER TABLE feeds ADD COLUMN later TEXT; SELECT begun(); ${SLOW_STEP}`,
  },
])
