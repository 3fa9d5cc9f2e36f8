import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Connection } from './connection.ts'
import { integer } from './rows.ts'

/** Articles that are indexed at one stroke: some 15 ms of work. */
const SLICE = 200
/** While polls bring more, one slice is indexed in this time: what is fetched has no other time, the index has. */
const BUSY_PAUSE_MS = 250

/** Brings the search index up to what is kept. */
export interface TermIndexer {
  /** Tells that articles were kept: they are indexed soon, slowly at first and fast as soon as no more come. */
  note(): void
  /** Indexes everything that is kept now. The event loop turns between the slices. */
  catchUp(): Promise<void>
  /** Ends the work in the background; what is left is indexed after the next start. */
  stop(): void
}

/** Makes the indexer of a connection. */
export function createTermIndexer(connection: Connection): TermIndexer {
  const findRange = connection.prepare(`
    SELECT up_to AS after, (SELECT max(number) FROM (
      SELECT number FROM articles WHERE number > up_to AND number <= :last ORDER BY number LIMIT ${SLICE})) AS last
    FROM indexed_terms`)
  const findLast = connection.prepare('SELECT coalesce(max(number), 0) AS last FROM articles')
  const insert = connection.prepare(`
    INSERT INTO article_terms (rowid, title_terms, text_terms)
    SELECT number, title_terms, text_terms FROM articles WHERE number > :after AND number <= :last`)
  const remember = connection.prepare('UPDATE indexed_terms SET up_to = :last')
  let timer: NodeJS.Timeout | undefined
  let isBusy = false

  const lastKept = (): number => integer(findLast.find() ?? {}, 'last')

  /** @returns whether there may be more */
  function indexSlice(upTo: number): boolean {
    const range = findRange.find({ last: upTo })
    if (range === undefined || range.last === null) return false
    const last = integer(range, 'last')
    connection.write(() => {
      insert.run({ after: integer(range, 'after'), last })
      remember.run({ last })
    })
    return last < upTo
  }

  function schedule(ms: number): void {
    timer = setTimeout(step, ms)
    timer.unref()
  }
  function step(): void {
    timer = undefined
    const wasBusy = isBusy
    isBusy = false
    try {
      if (indexSlice(lastKept())) schedule(wasBusy ? BUSY_PAUSE_MS : 0)
    } catch {
      // A full disk, say. A search tries again and tells; the next articles start this anew.
    }
  }

  return {
    note() {
      isBusy = true
      if (timer === undefined) schedule(BUSY_PAUSE_MS)
    },
    async catchUp() {
      const upTo = lastKept()
      while (indexSlice(upTo)) await nextTurn()
    },
    stop: () => clearTimeout(timer),
  }
}
