import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { openDatabase } from '../../src/stores/database-file.ts'
import { openSqliteStore } from '../../src/stores/sqlite.ts'
import { keepsStoreContract } from '../contracts/store.ts'
import {
  articleId,
  channelId,
  claimAt,
  claimFeed,
  digestId,
  feedId,
  ids,
  keepArticles,
  minute,
  sampleArticle,
  sampleBriefing,
  sampleChannel,
  sampleDelivery,
  sampleDigest,
  sampleStory,
} from '../contracts/store-samples.ts'
import { newFolder, now, runChild } from './sandbox.ts'

keepsStoreContract('SQLite in memory', () => openSqliteStore({ path: ':memory:', now }))
keepsStoreContract('SQLite in a file', () => openSqliteStore({ path: join(newFolder(), 'news.db'), now }))

test('creates the folder that is missing', async () => {
  const path = join(newFolder(), 'data', 'deep', 'news.db')
  const store = await openSqliteStore({ path, now })
  await store.close()
  expect(existsSync(path)).toBe(true)
})

test('every commit is synced to the disk, through a write-ahead log', () => {
  const { database } = openDatabase(join(newFolder(), 'news.db'))
  const pragma = (name: string) => Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0]
  expect(pragma('journal_mode')).toBe('wal')
  expect(pragma('synchronous')).toBe(2)
  expect(pragma('foreign_keys')).toBe(1)
  expect(pragma('busy_timeout')).toBe(5000)
  database.close()
})

test('a restart keeps everything, the lease of a part that was being sent included', async () => {
  const path = join(newFolder(), 'news.db')
  const before = await openSqliteStore({ path, now })
  await before.saveChannel(sampleChannel('discord:1'))
  await keepArticles(before, [sampleArticle('a1'), sampleArticle('a2')])
  await before.saveStories([sampleStory('s1', ['a1'])])
  await before.saveBriefing(sampleBriefing('b1'))
  await before.addDelivery(sampleDelivery('d1'), sampleDigest('g1'))
  await before.setValue('k', 'v')
  const [part] = await before.claimDueParts(claimAt(0), ['discord'])
  await before.markSending(part!)
  await before.close()
  await before.close()

  const after = await openSqliteStore({ path, now })
  expect(await after.getArticles([articleId('a1')])).toEqual([sampleArticle('a1')])
  expect(ids(await after.searchArticles({ groups: [['a2']], limit: 5 }))).toEqual(['a2'])
  expect(ids(await after.listStories(minute(0)))).toEqual(['s1'])
  expect(ids(await after.listBriefings(channelId('discord:1')))).toEqual(['b1'])
  expect(await after.findDigest(digestId('g1'), channelId('discord:1'))).toEqual(sampleDigest('g1'))
  expect(await after.getValue('k')).toBe('v')
  expect(await after.claimDueParts(claimAt(0), ['discord'])).toEqual([])
  expect(await after.claimDueParts(claimAt(5), ['discord'])).toMatchObject([{ index: 0, uncertainAttempts: 1 }])
  await after.close()
})

test('after a restart, work that its process left half done is due at once', async () => {
  const path = join(newFolder(), 'news.db')
  const before = await openSqliteStore({ path, now })
  await before.saveChannel(sampleChannel('discord:1'))
  await before.saveBriefing(sampleBriefing('b1'))
  await before.addDelivery(sampleDelivery('d1'))
  await before.acquireLease('clustering', 'old', minute(0), 60_000)
  await claimFeed(before, 'herald')
  expect(await before.claimDueBriefings(claimAt(0))).toHaveLength(1)
  expect(await before.claimDueParts(claimAt(0), ['discord'])).toHaveLength(1)
  await before.close()

  const after = await openSqliteStore({ path, now })
  expect(await after.claimDueFeeds(claimAt(0), [feedId('herald')])).toHaveLength(1)
  expect(await after.claimDueBriefings(claimAt(0))).toHaveLength(1)
  expect(await after.acquireLease('clustering', 'new', minute(0), 60_000)).toBe(true)
  expect(await after.claimDueParts(claimAt(0), ['discord'])).toMatchObject([{ index: 0, uncertainAttempts: 0 }])
  await after.close()
})

test('a backup can be taken while the store is in use, and opens', async () => {
  const folder = newFolder()
  const store = await openSqliteStore({ path: join(folder, 'news.db'), now })
  await keepArticles(store, [sampleArticle('a1')])
  const reader = new DatabaseSync(join(folder, 'news.db'), { readOnly: true })
  reader.prepare('VACUUM INTO ?').run(join(folder, 'backup.db'))
  reader.close()
  await keepArticles(store, [sampleArticle('a2')])
  const backup = await openSqliteStore({ path: join(folder, 'backup.db'), now })
  expect(ids(await backup.listArticles({ limit: 9 }))).toEqual(['a1'])
  expect(ids(await store.listArticles({ limit: 9 })).toSorted()).toEqual(['a1', 'a2'])
  await backup.close()
  await store.close()
})

test('kill -9 in the middle of writing loses nothing that was acknowledged, and keeps no half poll', async () => {
  const path = join(newFolder(), 'news.db')
  const acknowledged: number[] = []
  for (const pollsToLive of [1, 7, 19, 33, 50]) {
    const child = runChild('write.ts', path, String((acknowledged.at(-1) ?? -1) + 1000))
    for (let line = 0; line < pollsToLive; line++) acknowledged.push(Number((await child.lines.next()).value))
    await child.kill()
    for (;;) {
      const { value, done } = await child.lines.next()
      if (done === true) break
      acknowledged.push(Number(value))
    }
    const store = await openSqliteStore({ path, now })
    const kept = await store.listArticles({ limit: 10_000 })
    const polls = Map.groupBy(kept, article => Number.parseInt(article.id, 10))
    expect(acknowledged.filter(poll => !polls.has(poll))).toEqual([])
    expect([...polls.values()].filter(articles => articles.length !== 3)).toEqual([])
    expect(await store.searchArticles({ groups: [['text']], limit: 10_000 })).toHaveLength(kept.length)
    await store.close()
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(110)
})
