import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadPacks } from '../config/feeds.ts'

const ROOT = join(import.meta.dirname, '..')
const README = join(ROOT, 'README.md')
const SESSION = ['/subscribe world', '/briefing now', '/later', '/briefing now', '/summary putin', '/sources 1']
/** Times that are those of the run, not of the news. */
const RUN_TIMES = [
  /\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d{1,2} [A-Z][a-z]{2,3}, \d\d:\d\d UTC/g,
  /\b\d{1,2} [A-Z][a-z]{2,3} \d{4}, \d\d:\d\d UTC/g,
  /(?<=, )(?:\d{1,2} [A-Z][a-z]{2,3} \d{4}, )?\d\d:\d\d(?=\))/g,
  /(?<=\.example\/)\d{4}\/\d\d\/\d\d(?=\/)/g,
]

/** What a person sees who pipes the session in. */
function runSession(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'tidings-readme-'))
  return new Promise(resolve => {
    const env = { PATH: process.env.PATH ?? '', LANG: 'en_GB.UTF-8', TIMEZONE: 'UTC' }
    const child = spawn(process.execPath, [join(ROOT, 'src/start.mjs')], { cwd: folder, env })
    let output = ''
    child.stdout.setEncoding('utf8').on('data', text => {
      output += text
    })
    child.on('close', () => {
      rmSync(folder, { recursive: true, force: true })
      resolve(output)
    })
    child.stdin.end(`${SESSION.join('\n')}\n`)
  })
}

/** Lines are joined first: after midnight times carry their date, and a line may break within it. */
const withoutTimes = (text: string): string =>
  RUN_TIMES.reduce((left, time) => left.replaceAll(time, 'TIME'), text.replaceAll(/\s+/g, ' ').trim())

const block = /(<!-- session -->\n```\n)([\s\S]*?)(\n```)/

test('the README shows the first session as it prints (UPDATE_README=1 writes it anew)', async () => {
  const printed = (await runSession()).trimEnd()
  const readme = readFileSync(README, 'utf8')
  if (process.env.UPDATE_README === '1')
    writeFileSync(
      README,
      readme.replace(block, (_, open, _old, close) => open + printed + close),
    )
  const shown = block.exec(readFileSync(README, 'utf8'))?.[2] ?? ''
  expect(withoutTimes(shown)).toBe(withoutTimes(printed))
})

test('the README names every topic', () => {
  const topics = loadPacks().map(({ name }) => name)
  expect(readFileSync(README, 'utf8')).toContain(topics.join(', '))
})
