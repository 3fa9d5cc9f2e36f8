import type { Connection } from './connection.ts'

/** Rows after which a group is committed and others get their turn: some 15 ms of work. */
const ROWS_PER_GROUP = 256
/** How long a write to a disk waits for others. */
export const GROUP_WAIT_MS = 20

interface Waiting {
  readonly rows: number
  /** @returns what to do when the group is committed */
  readonly run: () => () => void
  readonly fail: (error: unknown) => void
}

/** Writes that may share one commit; see GroupWriter.write. */
export interface GroupWriter {
  /**
   * All of the work, or nothing of it, committed together with what else was asked for about the same time: a sync of
   * the disk costs more than a hundred answers "not modified". What fails takes no other with it.
   * @param rows about how many rows it writes
   * @returns when it is on the disk
   */
  write<T>(rows: number, work: () => T): Promise<T>
  /** Commits what is waiting. */
  flush(): void
}

/**
 * Groups the writes of a connection.
 * @param waitMs how long a write waits for others before a group is full; 0: for this turn of the event loop
 */
export function createGroupWriter(connection: Connection, waitMs: number): GroupWriter {
  const begin = connection.prepare('SAVEPOINT one_of_group')
  const keep = connection.prepare('RELEASE one_of_group')
  const undo = connection.prepare('ROLLBACK TO one_of_group')
  let waiting: Waiting[] = []
  let waitingRows = 0
  let soon: NodeJS.Immediate | undefined
  let later: NodeJS.Timeout | undefined

  /** @throws the error when it has ended the transaction, and all the group's work with it (a full disk) */
  const undoOne = (error: unknown): void => {
    try {
      undo.run()
      keep.run()
    } catch {
      throw error
    }
  }
  const runOne = (one: Waiting): (() => void) => {
    begin.run()
    try {
      const done = one.run()
      keep.run()
      return done
    } catch (error) {
      undoOne(error)
      return () => one.fail(error)
    }
  }
  const takeGroup = (): readonly Waiting[] => {
    let rows = 0
    const end = waiting.findIndex(one => {
      rows += one.rows
      return rows > ROWS_PER_GROUP
    })
    const group = waiting.splice(0, end === -1 ? waiting.length : Math.max(end, 1))
    waitingRows -= group.reduce((sum, one) => sum + one.rows, 0)
    return group
  }
  const commit = (group: readonly Waiting[]): void => {
    try {
      const done = connection.write(() => group.map(runOne))
      for (const settle of done) settle()
    } catch (error) {
      for (const { fail } of group) fail(error)
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
    commit(takeGroup())
    schedule()
  }
  const schedule = (): void => {
    if (waiting.length === 0) return
    if (waitMs === 0 || waitingRows >= ROWS_PER_GROUP) soon ??= setImmediate(run)
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
        waitingRows += rows
        schedule()
      }),
    flush() {
      stopTimers()
      const all = waiting
      waiting = []
      waitingRows = 0
      if (all.length > 0) commit(all)
    },
  }
}
