import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { openSqliteStore } from '../../src/stores/sqlite.ts'
import { channelId, digestId, sampleDigest } from '../contracts/store-samples.ts'
import { newFolder, now } from './sandbox.ts'

const here = channelId('discord:1')
const ann = { userId: 'ann-4242' }

test('of a person no more is kept than what they were shown last, and nothing once everybody is shown a newer one', async () => {
  const path = join(newFolder(), 'news.db')
  const store = await openSqliteStore({ path, now })
  const reader = new DatabaseSync(path, { readOnly: true })
  const kept = () =>
    reader
      .prepare("SELECT role, digest_id FROM shown_last WHERE reader <> '' ORDER BY role")
      .all()
      .map(row => Object.values(row))
  try {
    await store.keepDigest(sampleDigest('for all'), here, 'everybody')
    const forAll = await store.findDigest(digestId('for all'), here)
    await store.showDigest(forAll!, here, ann)
    expect(kept()).toEqual([])
    for (const id of ['g1', 'g2', 'g3']) await store.keepDigest(sampleDigest(id, { kind: 'summary' }), here, ann)
    expect(kept()).toEqual([['numbered', 'g3']])
    await store.keepDigest(sampleDigest('g4'), here, ann)
    expect(kept()).toEqual([
      ['briefing', 'g4'],
      ['numbered', 'g4'],
    ])
    await store.keepDigest(sampleDigest('g5', { kind: 'summary' }), here, 'everybody')
    expect(kept()).toEqual([['briefing', 'g4']])
    await store.keepDigest(sampleDigest('g6'), here, 'everybody')
    expect(kept()).toEqual([])
    const contents = reader.prepare('SELECT content FROM digests').all()
    expect(JSON.stringify(contents)).not.toContain(ann.userId)
  } finally {
    reader.close()
    await store.close()
  }
})
