import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const BLOCKED = 32
const MODULE = new URL('../src/thread-pool.mjs', import.meta.url).href

test('a name is found while as many threads as downloads run at once are held by silence', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tidings-'))
  try {
    const pipes = Array.from({ length: BLOCKED }, (_, index) => join(folder, `pipe${index}`))
    execFileSync('mkfifo', pipes)
    // To open a pipe that nobody writes to holds a thread of the pool for ever.
    const script = `
      await import(${JSON.stringify(MODULE)})
      const { open } = await import('node:fs')
      const { lookup } = await import('node:dns')
      for (const path of ${JSON.stringify(pipes)}) open(path, 'r', () => undefined)
      lookup('localhost', error => process.stdout.write(error === null ? 'found' : 'not found', () => process.kill(process.pid, 'SIGKILL')))`
    const env = { ...process.env, UV_THREADPOOL_SIZE: undefined }
    const child = promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], { env, timeout: 10_000 })
    const output = await child.then(
      ({ stdout }) => stdout,
      (error: { stdout: string }) => error.stdout,
    )
    expect(output).toBe('found')
  } finally {
    rmSync(folder, { recursive: true })
  }
})
