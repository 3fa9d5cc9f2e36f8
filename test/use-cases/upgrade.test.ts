import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { LEDGER_OF_OLD_EDITIONS } from '../../src/stores/schema-posts.ts'
import { openSqliteStore } from '../../src/stores/sqlite.ts'
import { type Newsroom, openNewsroom } from '../fakes/newsroom.ts'
import { textOf } from '../fakes/platform.ts'
import { newFolder } from '../stores/sandbox.ts'

const EVE = new Date('2026-11-22T20:00:00Z')
const FIRST = new Date('2026-11-23T08:00:05Z')
const NOON = new Date('2026-11-23T12:00:00Z')
const SECOND = new Date('2026-11-24T08:00:05Z')
const GAZETTE = 'http://gazette.example/feed'
const COURIER = 'http://courier.example/feed'
const MILL = {
  title: 'Paper mill of Ulverdale to close, 300 lose their work',
  text: 'The paper mill of Ulverdale closes at the end of the year and 300 people lose their work, its owner Brandt Holm said.',
}
const MILL_COPY = { title: 'Paper mill of Ulverdale closes, 300 lose their work', text: MILL.text }

/** The database of a program that had no ledger, and whose digests named no lead and no length, after the update. */
function updateFromOld(path: string): void {
  const database = new DatabaseSync(path)
  database.exec('PRAGMA foreign_keys = ON')
  database.exec(`DELETE FROM told_editions;
    UPDATE digests SET content = json_remove(content, '$.length', '$.items[0].leadId', '$.leftOut', '$.unchanged')`)
  database.exec(LEDGER_OF_OLD_EDITIONS)
  database.close()
}

test('the first briefings after an update from a version without a ledger repeat nothing that was posted', async () => {
  const path = join(newFolder(), 'news.db')
  const open = async (now: Date, ids: string): Promise<Newsroom> => {
    const room = await openNewsroom(now, { ids, store: await openSqliteStore({ path, now: () => now }) })
    room.publish(COURIER, [])
    return room
  }
  const old = await open(EVE, 'old')
  old.publish(GAZETTE, [MILL])
  await old.say(`/subscribe ${GAZETTE}`)
  await old.say(`/subscribe ${COURIER}`)
  old.clock.set(FIRST)
  await old.round()
  expect(old.got().at(-1)).toContain('The paper mill of Ulverdale closes')
  await old.stop()
  updateFromOld(path)

  const room = await open(NOON, 'new')
  const demanded = textOf(await room.say('/briefing preview'))
  expect(demanded).toContain('Nothing new from the feeds of this channel since Mon 23 Nov, 08:00 UTC.')
  expect(demanded).toContain(`No change: ${MILL.title}`)
  room.publish(COURIER, [MILL_COPY])
  await room.read(COURIER)
  room.clock.set(SECOND)
  await room.round()
  const second = room.got().at(-1)
  expect(second).toContain(`No change: ${MILL.title}`)
  expect(second).not.toContain('The paper mill of Ulverdale closes at')
  await room.stop()
})
