import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, posix } from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { architectureRules } from './architecture-rules.ts'

const ROOT = join(import.meta.dirname, '..')
const PRODUCT = ['src', 'commands', 'config']
/** With TypeScript 7 alone dependency-cruiser reads nothing and passes: the count shows that it has read the product. */
const LEAST_MODULES = 80
const LONGEST_FILE_LINES = 250

async function cruiseTree(baseDir: string, folders: readonly string[]): Promise<ICruiseResult> {
  const { output } = await cruise([...folders], {
    baseDir,
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    validate: true,
    ruleSet: { forbidden: architectureRules.map(({ rule }) => rule) },
  })
  if (typeof output === 'string') throw new TypeError('expected a result object')
  return output
}

function readFolders(folders: readonly string[]): ReadonlyMap<string, string> {
  const files = folders.flatMap(folder =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter(name => /\.(ts|mjs)$/.test(name))
      .map(name => posix.join(folder, name.replaceAll('\\', '/'))),
  )
  return new Map(files.map(file => [file, readFileSync(join(ROOT, file), 'utf8')]))
}
const sources = readFolders(PRODUCT)

const filesWith = (pattern: RegExp, texts: ReadonlyMap<string, string> = sources): string[] =>
  [...texts].filter(([, text]) => pattern.test(text)).map(([file]) => file)

/** Files with more lines than one noun needs. */
const longFiles = (texts: ReadonlyMap<string, string>): string[] =>
  [...texts].filter(([, text]) => text.trimEnd().split('\n').length > LONGEST_FILE_LINES).map(([file]) => file)

/** What no import shows: each is a pattern and the only files that may hold it. */
const textRules = [
  {
    // The size of the thread pool is no setting of ours: libuv reads it before any of our code is loaded.
    name: 'process.env is read in config/env.ts only',
    pattern: /process\.env|env\s*\}\s*=\s*process/,
    allowed: /^(?:config\/env\.ts|src\/thread-pool\.mjs)$/,
    planted: 'const home = process.env.HOME',
  },
  {
    name: 'SQL is written in stores only',
    pattern: /\b(SELECT\s+[\w*(]|INSERT\s+(OR\s+\w+\s+)?INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|PRAGMA\s+\w)/,
    allowed: /^src\/stores\//,
    planted: "const rows = query('SELECT id FROM feeds')",
  },
  {
    name: 'parseURL of rss-parser is called nowhere',
    pattern: /\.parseURL\s*\(/,
    allowed: /^$/,
    planted: 'await parser.parseURL(address)',
  },
  {
    name: 'connections to publishers are opened behind the guard only, one to a model by its client only',
    pattern: /from '(?:undici|node:(?:https?|http2|net|tls|dgram))'|(?:await|return|=|=>)\s+fetch\(|globalThis\.fetch/,
    allowed:
      /^src\/(?:feeds\/(?:connections|fetch|guard)|summarizers\/model-client|newsstand\/newsstand|platforms\/.+)\.ts$/,
    planted: 'const page = await fetch(address)',
  },
  {
    name: 'the system clock is read in src/clock.ts and main only',
    pattern: /\bDate\.now\(\)|\bnew Date\(\)/,
    allowed: /^(src\/(clock|main)\.ts|config\/check-packs\.ts)$/,
    planted: 'const now = new Date()',
  },
  {
    name: 'randomness comes in as an argument',
    pattern: /\bMath\.random\b/,
    allowed: /^src\/main\.ts$/,
    planted: 'const dice = Math.random()',
  },
]

describe('the product', () => {
  test('obeys every import rule, and all of it was read', async () => {
    const { modules, summary } = await cruiseTree(ROOT, PRODUCT)
    expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([])
    expect(modules.filter(({ source }) => /^(src|commands|config)\//.test(source)).length).toBeGreaterThan(
      LEAST_MODULES,
    )
  })

  test.each(textRules)('$name', ({ pattern, allowed }) => {
    expect(filesWith(pattern).filter(file => !allowed.test(file))).toEqual([])
  })

  test('has no file that holds two nouns: code files stay short', () => {
    expect(longFiles(sources)).toEqual([])
  })
})

/** The files of a worker share its modules: a helper is loaded once, so a hook of its own would serve the first file alone. */
const helperHook = /^(?:before|after)(?:Each|All)\(/m

test('no helper of tests registers hooks when it is loaded', () => {
  const helpers = [...readFolders(['test'])].filter(([file]) => !file.endsWith('.test.ts'))
  expect(helpers.length).toBeGreaterThan(0)
  expect(filesWith(helperHook, new Map(helpers))).toEqual([])
  expect(filesWith(helperHook, new Map([['test/planted.ts', "import 'vitest'\nafterEach(() => {})"]]))).toHaveLength(1)
})

describe('each rule catches a planted violation', () => {
  let tree = ''
  let violated: ReadonlySet<string> = new Set()

  const plant = (file: string, text: string): void => {
    mkdirSync(dirname(join(tree, file)), { recursive: true })
    writeFileSync(join(tree, file), text)
  }

  beforeAll(async () => {
    tree = mkdtempSync(join(tmpdir(), 'tidings-architecture-'))
    for (const folder of [...PRODUCT, 'test']) mkdirSync(join(tree, folder), { recursive: true })
    for (const { planted } of architectureRules) {
      const target = posix.join(posix.dirname(planted.file), planted.imports)
      if (planted.imports.startsWith('.')) plant(target, 'export const target = 1\n')
    }
    for (const { planted } of architectureRules) {
      plant(planted.file, `import '${planted.imports}'\nexport const planted = 1\n`)
    }
    plant('src/planted-cycle-b.ts', "import './planted-cycle-a.ts'\nexport const partner = 1\n")
    const { summary } = await cruiseTree(tree, [...PRODUCT, 'test'])
    violated = new Set(summary.violations.map(({ rule, from }) => `${rule.name} @ ${from}`))
  })

  afterAll(() => rmSync(tree, { recursive: true, force: true }))

  test.each(architectureRules.map(({ rule, planted }) => [rule.name, planted.file] as const))('%s', (name, file) => {
    expect(violated).toContain(`${name} @ ${file}`)
  })

  test('code files stay short', () => {
    const lines = (count: number): string => 'const line = 1\n'.repeat(count)
    const texts = new Map([
      ['src/short.ts', lines(LONGEST_FILE_LINES)],
      ['src/long.ts', lines(LONGEST_FILE_LINES + 1)],
    ])
    expect(longFiles(texts)).toEqual(['src/long.ts'])
  })

  test.each(textRules)('$name', ({ pattern, planted }) => {
    expect(filesWith(pattern, new Map([['src/planted.ts', planted]]))).toEqual(['src/planted.ts'])
  })
})
