import type { Connection } from './connection.ts'

/** Rows after which a group is committed and others get their turn: some 15 ms of work. */
const ROWS_PER_GROUP = 256
/** How long a write to a disk waits for others. */
export const GROUP_WAIT_MS = 20

interface Waiting {
  readonly rows: number
  /** Run again when the group that it was in fails. @returns what to do when the group is committed */
  readonly run: () => () => void
  readonly fail: (error: unknown) => void
}

/** Writes that may share one commit; see GroupWriter.write. */
export interface GroupWriter {
  /**
   * All of the work, or nothing of it, committed together with what else was asked for about the same time: a sync of
   * the disk costs more than a hundred answers "not modified". What fails takes no other with it.
   * @param rows about how many rows it writes
   * @param work touches nothing but the database, which undoes it: when a group fails, each of it is done again alone
   * @returns when it is on the disk
   */
  write<T>(rows: number, work: () => T): Promise<T>
  /** Commits what is waiting. */
  flush(): void
}

/** How many of those who wait, from the first on, make a group. */
function groupLength(waiting: readonly Waiting[]): number {
  let rows = 0
  const end = waiting.findIndex(one => {
    rows += one.rows
    return rows > ROWS_PER_GROUP
  })
  return end === -1 ? waiting.length : Math.max(end, 1)
}

/**
 * Groups the writes of a connection.
 * @param waitMs how long a write waits for others before a group is full; 0: for this turn of the event loop
 */
export function createGroupWriter(connection: Connection, waitMs: number): GroupWriter {
  const waiting: Waiting[] = []
  let soon: NodeJS.Immediate | undefined
  let later: NodeJS.Timeout | undefined

  // A savepoint for each of them would cost a sixth of what it costs to keep articles, and hardly any ever fails.
  const commit = (group: readonly Waiting[]): void => {
    try {
      const done = connection.write(() => group.map(one => one.run()))
      for (const settle of done) settle()
    } catch (error) {
      const [first, ...others] = group
      if (others.length === 0) first?.fail(error)
      else for (const one of group) commit([one])
    }
  }
  const stopTimers = (): void => {
    clearImmediate(soon)
    clearTimeout(later)
    soon = undefined
    later = undefined
  }
  const run = (): void => {
    stopTimers()
    commit(waiting.splice(0, groupLength(waiting)))
    schedule()
  }
  const isFull = (): boolean => waiting.reduce((sum, { rows }) => sum + rows, 0) >= ROWS_PER_GROUP
  const schedule = (): void => {
    if (waiting.length === 0) return
    if (waitMs === 0 || isFull()) soon ??= setImmediate(run)
    else later ??= setTimeout(run, waitMs)
  }

  return {
    write: (rows, work) =>
      new Promise((resolve, reject) => {
        const settling = (): (() => void) => {
          const result = work()
          return () => resolve(result)
        }
        waiting.push({ rows, run: settling, fail: reject })
        schedule()
      }),
    flush() {
      stopTimers()
      const all = waiting.splice(0)
      if (all.length > 0) commit(all)
    },
  }
}
