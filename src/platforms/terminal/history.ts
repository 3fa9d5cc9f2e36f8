import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Log } from '../../ports/log.ts'

/** Lines that are remembered. */
export const HISTORY_SIZE = 500

/** What was typed before, oldest first in the file; only the owner may read it. */
export interface History {
  /** Newest first, at most HISTORY_SIZE. */
  readonly lines: readonly string[]
  /** Remembers a line; never throws. */
  add(line: string): void
  /** Resolves when everything is written. */
  flush(): Promise<void>
}

const FILE_MODE = 0o600

async function readLines(file: string): Promise<readonly string[]> {
  try {
    return (await readFile(file, 'utf8')).split('\n').filter(line => line !== '')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

/**
 * Opens the history.
 * @param file where it is kept; undefined: in memory only. A file that can not be used is logged once and left alone.
 */
export async function openHistory(file: string | undefined, log: Log): Promise<History> {
  if (file === undefined) return { lines: [], add: () => undefined, flush: async () => undefined }
  let isUsable = true
  const failed = (error: unknown): void => {
    isUsable = false
    log.warn({ reason: error instanceof Error ? error.message : String(error) }, 'the command history can not be kept')
  }
  let kept: readonly string[] = []
  try {
    await mkdir(dirname(file), { recursive: true })
    kept = await readLines(file)
    if (kept.length > HISTORY_SIZE) {
      kept = kept.slice(-HISTORY_SIZE)
      await writeFile(file, `${kept.join('\n')}\n`, { mode: FILE_MODE })
    }
  } catch (error) {
    failed(error)
  }
  let writing = Promise.resolve()
  return {
    lines: kept.toReversed(),
    add(line) {
      writing = writing.then(async () => {
        if (isUsable) await appendFile(file, `${line}\n`, { mode: FILE_MODE })
      })
      writing = writing.catch(failed)
    },
    flush: () => writing,
  }
}
