import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { StoreError } from '../../src/model/errors.ts'

const WORLD_READABLE = 0o755
const NOBODY = 65534

/** A folder of the running test's own, removed after it. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tidings-store-'))
  chmodSync(folder, WORLD_READABLE)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export const now = (): Date => new Date(Date.UTC(2026, 2, 1, 8))

export interface Child {
  readonly pid: number
  /** The next lines that it prints. */
  readonly lines: AsyncIterator<string>
  /** SIGKILL; resolves when the process is gone. */
  kill(): Promise<void>
}

const gone = (child: ChildProcess): Promise<void> =>
  new Promise(resolve => {
    if (child.exitCode !== null || child.signalCode !== null) resolve()
    else child.once('close', () => resolve())
  })

/** Runs one of the scripts in children/ as a process of its own, which ends with the running test. */
export function runChild(script: string, ...args: readonly string[]): Child {
  const file = fileURLToPath(new URL(`children/${script}`, import.meta.url))
  const child = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const running: Child = {
    pid: child.pid ?? 0,
    lines,
    async kill() {
      child.kill('SIGKILL')
      await gone(child)
    },
  }
  onTestFinished(() => running.kill())
  return running
}

/**
 * Runs the work as a user whom file permissions bind: root is none, so for it the work runs as "nobody".
 */
export async function withoutPrivileges<T>(work: () => Promise<T>): Promise<T> {
  const isRoot = process.geteuid?.() === 0
  if (isRoot) process.seteuid?.(NOBODY)
  try {
    return await work()
  } finally {
    if (isRoot) process.seteuid?.(0)
  }
}

/** The StoreError that the work fails with; anything else, or success, fails the test. */
export async function storeErrorOf(work: Promise<unknown>): Promise<StoreError> {
  const outcome = await work.then(
    () => 'no error',
    (error: unknown) => error,
  )
  if (outcome instanceof StoreError) return outcome
  throw new Error(`expected a StoreError, got ${String(outcome)}`)
}
