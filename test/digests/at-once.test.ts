import { expect, test } from 'vitest'
import { inOrder } from '../../src/digests/at-once.ts'

const turn = () => new Promise<void>(resolve => setImmediate(resolve))

test.each([1, 3, 50])('keeps the order and never does more than %i at the same time', async atOnce => {
  let running = 0
  let most = 0
  const results = await inOrder([5, 1, 4, 2, 3, 0], atOnce, async item => {
    running += 1
    most = Math.max(most, running)
    for (let waited = 0; waited < item; waited += 1) await turn()
    running -= 1
    return item * 10
  })
  expect(results).toEqual([50, 10, 40, 20, 30, 0])
  expect(most).toBe(Math.min(atOnce, 6))
})

test('begins nothing further when one fails, and says why', async () => {
  const begun: number[] = []
  const work = inOrder([1, 2, 3, 4], 2, async item => {
    begun.push(item)
    await turn()
    throw new Error(`no ${item}`)
  })
  await expect(work).rejects.toThrow('no 1')
  expect(begun).toEqual([1, 2])
})

test('has nothing to do for nothing', async () => {
  expect(await inOrder([], 4, () => Promise.reject(new Error('never')))).toEqual([])
})
