import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { pathOpener, writeAttachment } from '../../../src/platforms/terminal/files.ts'

const never = new AbortController().signal
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tidings-files-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a file is read by its path as seen from the folder; without a path there is none', async () => {
  writeFileSync(join(folder, 'my feeds.opml'), '<opml/>')
  const file = await pathOpener(folder)('my feeds.opml', never)
  expect(file?.filename).toBe('my feeds.opml')
  expect(Buffer.from(file?.bytes ?? []).toString()).toBe('<opml/>')
  expect(await pathOpener(folder)(undefined, never)).toBeUndefined()
})

test('a missing file, a folder and a file of more than 10 MB are refused by name', async () => {
  mkdirSync(join(folder, 'inner'))
  writeFileSync(join(folder, 'big'), '')
  truncateSync(join(folder, 'big'), 10 * 1024 * 1024 + 1)
  const open = pathOpener(folder)
  await expect(open('none', never)).rejects.toMatchObject({ code: 'missingFile', details: { name: 'none' } })
  await expect(open('inner', never)).rejects.toMatchObject({ code: 'unreadableFile' })
  await expect(open('big', never)).rejects.toMatchObject({ code: 'fileTooLarge', details: { limit: '10 MB' } })
})

test('a file is written under the next free name, inside the folder, and overwrites nothing', async () => {
  const write = (text: string) => writeAttachment({ filename: '../../tidings.opml', text }, folder)
  expect(await write('one')).toBe(join(folder, 'tidings.opml'))
  expect(await write('two')).toBe(join(folder, 'tidings-2.opml'))
  expect(readFileSync(join(folder, 'tidings.opml'), 'utf8')).toBe('one')
  expect(readdirSync(folder)).toHaveLength(2)
  expect(await writeAttachment({ filename: 'x', text: '' }, join(folder, 'tidings.opml'))).toBeUndefined()
})
