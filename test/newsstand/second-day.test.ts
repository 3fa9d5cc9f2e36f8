import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startNewsstandBot } from '../fakes/bot.ts'
import { textOf } from '../fakes/platform.ts'
import { newFolder } from '../stores/sandbox.ts'

test('the same stories of the next day are honestly no news, and are news again when they have long been over', async () => {
  const path = join(newFolder(), 'news.db')
  const open = (iso: string) => startNewsstandBot(new Date(iso), [], undefined, path)
  const first = await open('2026-11-22T09:00:00Z')
  await first.say('/subscribe world')
  expect(textOf(await first.say('/briefing now'))).toContain('7 of 9 stories from 22 articles')
  await first.later()
  await first.say('/briefing now')
  await first.stop()

  const second = await open('2026-11-23T10:00:00Z')
  const nextDay = textOf(await second.say('/briefing now'))
  expect(nextDay).toContain('Nothing new from the feeds of this channel since Sun 22 Nov, 09:00 UTC.')
  expect(nextDay).toContain('No change: Trains run again in Halvorn')
  expect(nextDay).not.toMatch(/Correction|Changed back/)
  expect(textOf(await second.say('/missed'))).toMatch(/Ferry with 212.*\n.*told here before, nothing added/)
  expect(await second.later()).toBe(3)
  expect(textOf(await second.say('/briefing now'))).toMatch(/Update: Master.*\n“Nobody had touched the knob/)
  await second.stop()

  const fifth = await open('2026-11-26T10:00:00Z')
  expect(textOf(await fifth.say('/briefing now'))).toContain('Orrin to build battery plant')
  await fifth.stop()
})
