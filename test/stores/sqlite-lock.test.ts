import { readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSqliteStore } from '../../src/stores/sqlite.ts'
import { newFolder, now, runChild, storeErrorOf } from './sandbox.ts'

const open = (path: string) => openSqliteStore({ path, now })

test('a second process is refused, with the name of the file, the pid and the start of the first', async () => {
  const path = join(newFolder(), 'news.db')
  const child = runChild('hold.ts', path)
  expect((await child.lines.next()).value).toBe('holding')
  const error = await storeErrorOf(open(path))
  expect(error.kind).toBe('locked')
  expect(error.message).toContain(path)
  expect(error.message).toContain(`process ${child.pid} (started 2026-03-01T06:00:00.000Z)`)
  expect(error.message).toContain('Stop that process first')
})

test('a process that was killed leaves no lock behind', async () => {
  const path = join(newFolder(), 'news.db')
  for (let round = 0; round < 2; round++) {
    const child = runChild('hold.ts', path)
    expect((await child.lines.next()).value).toBe('holding')
    await child.kill()
    const store = await open(path)
    await store.setValue('round', String(round))
    await store.close()
  }
})

test('the same process can not open a file twice either, but again after closing', async () => {
  const path = join(newFolder(), 'news.db')
  const first = await open(path)
  expect(await storeErrorOf(open(path))).toMatchObject({
    kind: 'locked',
    message: expect.stringContaining(`process ${process.pid} `),
  })
  await first.setValue('still', 'mine')
  await first.close()
  await (await open(path)).close()
})

test('a file is locked under all its names', async () => {
  const path = join(newFolder(), 'news.db')
  const link = join(newFolder(), 'link.db')
  const store = await open(path)
  symlinkSync(path, link)
  expect((await storeErrorOf(open(link))).kind).toBe('locked')
  await store.close()
})

test('an opening that is refused for another reason gives the lock back', async () => {
  const path = join(newFolder(), 'news.db')
  await (await open(path)).close()
  const bytes = readFileSync(path)
  writeFileSync(path, 'notes')
  expect((await storeErrorOf(open(path))).kind).toBe('damaged')
  writeFileSync(path, bytes)
  await (await open(path)).close()
})

test('of several processes that start at once on a new file exactly one gets it, and the others name it', async () => {
  const path = join(newFolder(), 'news.db')
  const children = [1, 2, 3].map(() => runChild('hold.ts', path))
  const said = await Promise.all(children.map(async child => String((await child.lines.next()).value)))
  const winner = children[said.indexOf('holding')]
  const refusals = said.filter(line => line !== 'holding')
  expect(refusals).toHaveLength(2)
  for (const line of refusals) expect(line).toMatch(new RegExp(`^locked: .*in use by process ${winner?.pid} `))
})

test('a lock file that is none is named, not overwritten', async () => {
  const path = join(newFolder(), 'news.db')
  writeFileSync(`${path}.lock`, 'notes '.repeat(1000))
  const error = await storeErrorOf(open(path))
  expect(error).toMatchObject({ kind: 'damaged', message: expect.stringContaining(`${path}.lock`) })
  expect(readFileSync(`${path}.lock`, 'utf8')).toBe('notes '.repeat(1000))
})
