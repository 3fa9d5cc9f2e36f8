import type { ClockStore } from '../ports/store.ts'
import type { Connection } from './connection.ts'

/** Tables whose rows are work that is leased. */
const LEASED = ['feeds', 'briefings', 'parts'] as const

/** Mends times that were written under a clock that was ahead, on SQLite. */
export function clockStore(connection: Connection): ClockStore {
  const leases = LEASED.map(table =>
    connection.prepare(`UPDATE ${table} SET lease_until = :now WHERE lease_until > :latest`),
  )
  const named = connection.prepare('UPDATE leases SET until = :now WHERE until > :latest')
  const polls = connection.prepare('UPDATE feeds SET next_poll_at = :now WHERE next_poll_at > :latest')
  const attempts = connection.prepare(`
    UPDATE parts SET next_attempt_at = :now WHERE state NOT IN ('sent', 'dead') AND next_attempt_at > :latest`)

  return {
    mendTimes: async (now, { pollMs, attemptMs, leaseMs }) =>
      connection.write(() => {
        const after = (ms: number) => ({ now, latest: new Date(now.getTime() + ms) })
        const freed = [...leases, named].map(statement => statement.run(after(leaseMs)))
        const due = [polls.run(after(pollMs)), attempts.run(after(attemptMs))]
        return [...freed, ...due].reduce((sum, changed) => sum + changed, 0)
      }),
  }
}

/**
 * Frees the leases of a process that is gone: whoever holds the instance lock of the file knows that nobody else works.
 * Parts that were being sent keep theirs, for what was sent may still be on its way.
 */
export function freeLeases(connection: Connection): void {
  const statements = [
    'UPDATE feeds SET lease_until = NULL WHERE lease_until IS NOT NULL',
    'UPDATE briefings SET lease_until = NULL WHERE lease_until IS NOT NULL',
    "UPDATE parts SET lease_until = NULL WHERE state = 'claimed'",
    'DELETE FROM leases',
  ].map(sql => connection.prepare(sql))
  connection.write(() => {
    for (const statement of statements) statement.run()
  })
}
