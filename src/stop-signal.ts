/**
 * Aborted at the first SIGINT or SIGTERM; a second one ends the process the hard way, as its sender wants. To be asked
 * for before anything is opened, so that a signal finds everything closed properly at any time.
 */
export function onSignal(): AbortSignal {
  const told = new AbortController()
  const names = ['SIGINT', 'SIGTERM'] as const
  const end = (): void => {
    for (const name of names) process.off(name, end)
    told.abort()
  }
  for (const name of names) process.on(name, end)
  return told.signal
}

/** Resolves when the signal is aborted. */
export const untilAborted = (signal: AbortSignal): Promise<void> =>
  new Promise(resolve => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })

/** The work, or nothing when the process is told to end before it is done. @throws what the work throws before that */
export async function unlessStopped(work: Promise<void>, stop: AbortSignal): Promise<void> {
  await Promise.race([work, untilAborted(stop)]).catch(error => {
    if (!stop.aborted) throw error
  })
}
