import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
/** Prints which packages are looked for while the whole bot is loaded. */
const LOADING = `
import { registerHooks } from 'node:module'
const seen = new Set()
registerHooks({ resolve: (name, context, next) => { seen.add(name); return next(name, context) } })
await import('./src/assemble.ts')
console.log(JSON.stringify([...seen].filter(name => /^[a-z@]/.test(name))))
`

test('a bot that is started loads no client of a language model', () => {
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', LOADING], { cwd: ROOT, encoding: 'utf8' })
  const packages = JSON.parse(output) as string[]
  expect(packages).toContain('undici')
  expect(packages.filter(name => name.startsWith('openai'))).toEqual([])
})
