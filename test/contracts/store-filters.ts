import { expect, test } from 'vitest'
import type { FilterRule } from '../../src/model/filter.ts'
import type { Store } from '../../src/ports/store.ts'
import { channelId, minute, sampleChannel } from './store-samples.ts'

const chat = channelId('telegram:-100')
const other = channelId('telegram:-200')
const MANY = 50

const ruleOf = (rule: string, changes: Partial<FilterRule> = {}): Omit<FilterRule, 'number'> => ({
  channelId: chat,
  mode: 'hide',
  rule,
  createdAt: minute(1),
  ...changes,
})

export function keepsFilterContract(store: () => Store): void {
  const open = async (): Promise<void> => {
    for (const id of [chat, other]) await store().saveChannel(sampleChannel(id))
  }
  const add = async (rule: string, changes: Partial<FilterRule> = {}) => store().addFilter(ruleOf(rule, changes), MANY)
  const shown = async (id = chat) => (await store().listFilters(id)).map(({ number, rule }) => `${number} ${rule}`)

  test('rules come back as they were written, numbered from 1 in each channel', async () => {
    await open()
    const first = await add('"rail strike" -football')
    expect(first).toEqual({ ...ruleOf('"rail strike" -football'), number: 1 })
    const second = await add('/a\\/b/i OR 北京 🙂', { mode: 'only', createdAt: minute(2) })
    expect((await add('lang:de', { channelId: other }))?.number).toBe(1)
    expect(await store().listFilters(chat)).toEqual([first, second])
    expect(await store().listFilters(channelId('telegram:9'))).toEqual([])
  })

  test('the number of a removed rule is never given again, whichever it was', async () => {
    await open()
    for (const rule of ['one', 'two', 'three']) await add(rule)
    expect((await store().removeFilter(chat, 3))?.rule).toBe('three')
    expect((await store().removeFilter(chat, 1))?.rule).toBe('one')
    expect(await store().removeFilter(chat, 3)).toBeUndefined()
    expect(await store().removeFilter(other, 2)).toBeUndefined()
    expect((await add('four'))?.number).toBe(4)
    expect(await shown()).toEqual(['2 two', '4 four'])
    for (const number of [2, 4]) await store().removeFilter(chat, number)
    expect(await shown()).toEqual([])
    expect((await add('five'))?.number).toBe(5)
  })

  test('a channel has no more rules than it may; a removed one makes room', async () => {
    await open()
    for (const rule of ['one', 'two']) expect(await store().addFilter(ruleOf(rule), 2)).toBeDefined()
    expect(await store().addFilter(ruleOf('three'), 2)).toBeUndefined()
    expect(await store().addFilter(ruleOf('three', { channelId: other }), 2)).toBeDefined()
    await store().removeFilter(chat, 2)
    expect((await store().addFilter(ruleOf('three'), 2))?.number).toBe(3)
    expect(await shown()).toEqual(['1 one', '3 three'])
  })

  test('rules move with their channel, behind those of a channel that is there, and none stands there twice', async () => {
    await open()
    for (const rule of ['here', 'both', 'gone']) await add(rule, { channelId: other })
    await store().removeFilter(other, 3)
    for (const rule of ['both', 'mine', 'last']) await add(rule)
    await add('both', { mode: 'only' })
    await store().moveChannel(chat, '-200')
    expect(await shown(chat)).toEqual([])
    const rows = await store().listFilters(other)
    expect(rows.map(({ mode, rule }) => `${mode} ${rule}`)).toEqual([
      'hide here',
      'hide both',
      'hide mine',
      'hide last',
      'only both',
    ])
    expect(rows.slice(2).every(({ number }) => number > 3)).toBe(true)
    expect(new Set(rows.map(({ number }) => number)).size).toBe(rows.length)
    await store().moveChannel(other, '-300')
    expect((await store().listFilters(channelId('telegram:-300'))).map(({ rule }) => rule)).toContain('mine')
  })
}
