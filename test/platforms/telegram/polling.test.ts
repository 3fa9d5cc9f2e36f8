import { Api, HttpError } from 'grammy'
import { expect, test } from 'vitest'
import { createChatQueue } from '../../../src/platforms/telegram/chat-queue.ts'
import { watchPolling } from '../../../src/platforms/telegram/polling.ts'
import { recordLog } from './harness.ts'

test('an outage of the updates is logged when it begins and when it ends, not in between', async () => {
  const { log, lines } = recordLog()
  const api = new Api('1:x')
  const outcomes = ['fail', 'fail', 'refuse', 'conflict', 'fine', 'fine'] as const
  const left: string[] = [...outcomes]
  // Transformers run from the last to the first: this one stands for the network.
  api.config.use(async () => {
    const outcome = left.shift()
    if (outcome === 'fail') throw new HttpError('Network request failed!', new Error('https://host/bot1:x/getUpdates'))
    if (outcome === 'refuse') return { ok: false, error_code: 502, description: 'Bad Gateway' }
    if (outcome === 'conflict') return { ok: false, error_code: 409, description: 'Conflict' }
    return { ok: true, result: [] as never }
  }, watchPolling(log))
  for (const _ of outcomes) await api.getUpdates().catch(() => undefined)
  expect(lines.map(({ level }) => level)).toEqual(['warn', 'info'])
  expect(JSON.stringify(lines)).not.toContain('bot1:x')
})

test('the queue keeps the order within a key, runs keys side by side, and makes its caller wait when it is full', async () => {
  const queue = createChatQueue(3)
  const order: string[] = []
  const gates = new Map<string, () => void>()
  const task = (name: string) => async () => {
    order.push(`${name} begins`)
    await new Promise<void>(resolve => gates.set(name, resolve))
    order.push(`${name} ends`)
  }
  const turn = (): Promise<void> => new Promise(resolve => setImmediate(resolve))
  await queue.add('a', task('a1'))
  await queue.add('a', task('a2'))
  let isTaken = false
  const full = queue.add('b', task('b1')).then(() => {
    isTaken = true
  })
  await turn()
  expect(order).toEqual(['a1 begins', 'b1 begins'])
  expect(isTaken).toBe(false)
  gates.get('a1')?.()
  await full
  await turn()
  expect(order).toEqual(['a1 begins', 'b1 begins', 'a1 ends', 'a2 begins'])
  gates.get('a2')?.()
  gates.get('b1')?.()
  await queue.idle()
  expect(order.at(-1)).toMatch(/ends$/)
})
