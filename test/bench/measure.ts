import { monitorEventLoopDelay } from 'node:perf_hooks'

export interface Measured {
  readonly name: string
  readonly count: number
  readonly perSecond: number
  /** Processor time of the process, all threads, for one of the things: steadier than the clock on a busy machine. */
  readonly cpuMsEach: number
  /** Highest resident set of the process, workers included, in MiB. */
  readonly rssMib: number
  /** How late the event loop was, in milliseconds. */
  readonly delayP99Ms: number
  readonly delayMaxMs: number
}

const MIB = 1024 * 1024
const US_PER_MS = 1000
const NS_PER_MS = 1e6
const MS_PER_SECOND = 1000
const RESOLUTION_MS = 5
const SAMPLE_MS = 50

/** Runs the work and watches memory and the event loop meanwhile. @param work returns how many things it did */
export async function measure(name: string, work: () => Promise<number>): Promise<Measured> {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  let rss = process.memoryUsage.rss()
  const timer = setInterval(() => {
    rss = Math.max(rss, process.memoryUsage.rss())
  }, SAMPLE_MS)
  delay.enable()
  const startedMs = performance.now()
  const cpu = process.cpuUsage()
  const count = await work()
  const { user, system } = process.cpuUsage(cpu)
  const seconds = (performance.now() - startedMs) / MS_PER_SECOND
  delay.disable()
  clearInterval(timer)
  // The histogram holds the time between two ticks of its own timer.
  const late = (ns: number): number => Math.max(0, ns / NS_PER_MS - RESOLUTION_MS)
  return {
    name,
    count,
    perSecond: count / seconds,
    cpuMsEach: (user + system) / US_PER_MS / count,
    rssMib: rss / MIB,
    delayP99Ms: late(delay.percentile(99)),
    delayMaxMs: late(delay.max),
  }
}

/** Prints the rows; the ratio is to the row named. */
export function printTable(rows: readonly Measured[], baselineOf: (name: string) => string): void {
  const cells = rows.map(row => {
    const base = rows.find(({ name }) => name === baselineOf(row.name))?.perSecond ?? row.perSecond
    return {
      '': row.name,
      count: row.count,
      'per second': Math.round(row.perSecond),
      'CPU ms each': row.cpuMsEach.toFixed(2),
      ratio: (row.perSecond / base).toFixed(2),
      'RSS MiB': Math.round(row.rssMib),
      'delay p99 ms': row.delayP99Ms.toFixed(1),
      'delay max ms': row.delayMaxMs.toFixed(1),
    }
  })
  console.table(cells)
}
