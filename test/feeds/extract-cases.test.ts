import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const TOOL = join(ROOT, '../shared/tools/extract-cases.mjs')
const isThere = existsSync(TOOL)
/** Percent of the mean word F1; and pages whose title is right. */
const F1_FLOOR = 98
const TITLES_FLOOR = 36

interface Outcome {
  readonly f1: number
  readonly matches: { readonly title: { readonly matched: number } }
}

if (!isThere) console.warn('SKIPPED: the shared article cases are not beside the project (../shared)')

test.runIf(isThere)('of the saved pages no less is read than before', { timeout: 90_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tidings-extract-'))
  try {
    const file = join(folder, 'outcome.json')
    await promisify(execFile)(process.execPath, [TOOL, join(ROOT, 'src/index.ts'), '--json', file])
    const { f1, matches } = JSON.parse(readFileSync(file, 'utf8')) as Outcome
    expect(100 * f1).toBeGreaterThanOrEqual(F1_FLOOR)
    expect(matches.title.matched).toBeGreaterThanOrEqual(TITLES_FLOOR)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
