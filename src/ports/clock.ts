/** Time comes in as an argument: nothing in the project asks the system for it. */
export interface Clock {
  now(): Date
  /** Resolves after `ms` milliseconds (0 or more) of this clock; rejects with the signal's reason when aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}
