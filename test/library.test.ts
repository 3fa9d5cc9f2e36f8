import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { extractArticle, groupStories, parseFeed, rankArticles, summarize } from '../src/index.ts'

const ROOT = join(import.meta.dirname, '..')
const FERRY = {
  id: 'ferry',
  title: 'Ferry to Oster halted',
  text: 'The ferry between Oster and Lindhavn has stopped after a fire on Monday night. Nobody was hurt, the harbour office said.',
}
const BUDGET = { id: 'budget', title: 'Budget passed', text: 'Parliament passed the budget of 2027 by 61 votes to 59.' }

/** Files of the project or of a package that a fresh process has read after running a script. */
function loadedBy(script: string): readonly string[] {
  const code = `
    import { registerHooks } from 'node:module'
    const urls = []
    registerHooks({ load(url, context, next) { urls.push(url); return next(url, context) } })
    ${script}
    console.log(JSON.stringify(urls))`
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', code], { cwd: ROOT, encoding: 'utf8' })
  return JSON.parse(output)
}

test('every function works though it is loaded at its first call', async () => {
  const feed = `<rss version="2.0"><channel><title>Oster Post</title><item><title>Ferry</title></item></channel></rss>`
  expect((await parseFeed(Buffer.from(feed))).entries).toHaveLength(1)
  expect(extractArticle('<p>too little</p>', 'https://oster.example/a')).toBeUndefined()
  expect(summarize(FERRY, { bullets: 1 }).map(({ sources }) => sources)).toEqual([['ferry']])
  expect(groupStories([FERRY, BUDGET])).toHaveLength(2)
  expect(rankArticles([FERRY, BUDGET])('ferry', 5)).toEqual(['ferry'])
})

test('importing the library loads nothing but its door', () => {
  const loaded = loadedBy("await import('./src/index.ts')")
  expect(loaded.filter(url => /^file:.*\.(?:ts|js|json)$/.test(url)).map(url => url.replace(/.*\/src\//, ''))).toEqual([
    'index.ts',
  ])
})

test('summarising loads neither a DOM nor a feed reader', () => {
  const loaded = loadedBy(
    `const { summarize } = await import('./src/index.ts'); summarize(${JSON.stringify(FERRY)}, { bullets: 1 })`,
  )
  expect(loaded.some(url => url.includes('/summarizers/'))).toBe(true)
  expect(loaded.filter(url => /node_modules\/(?:linkedom|rss-parser|zod|undici|@mozilla)\//.test(url))).toEqual([])
})
