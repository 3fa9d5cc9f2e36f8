import process from 'node:process'

const TICK_MS = 5

/** CPU time of this thread, in ms: unlike a clock it does not run on while other processes have the machine. */
export const ownCpuMs = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** The longest stretch of this thread's own work while `work` runs, in ms: nothing else of the process ran meanwhile. */
export async function longestStretch(work: () => Promise<unknown>): Promise<number> {
  let last = ownCpuMs()
  let longest = 0
  const look = (): void => {
    const now = ownCpuMs()
    longest = Math.max(longest, now - last)
    last = now
  }
  const timer = setInterval(look, TICK_MS)
  try {
    await work()
  } finally {
    look()
    clearInterval(timer)
  }
  return longest
}

const ATTEMPTS = 3

/**
 * The least of some attempts, in ms: the garbage of the test files before may be collected in one of them.
 * @param enoughMs an attempt below it is the last
 */
export async function leastStretch(work: () => Promise<unknown>, enoughMs: number): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let attempt = 0; attempt < ATTEMPTS && least >= enoughMs; attempt += 1)
    least = Math.min(least, await longestStretch(work))
  return least
}
