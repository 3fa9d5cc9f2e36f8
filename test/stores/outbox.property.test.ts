import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ClaimedPart } from '../../src/model/briefing.ts'
import type { PartOutcome } from '../../src/ports/delivery-store.ts'
import type { Store } from '../../src/ports/store.ts'
import { openSqliteStore } from '../../src/stores/sqlite.ts'
import { channelId, claimAt, deliveryId, minute, sampleChannel, sampleDelivery } from '../contracts/store-samples.ts'
import { now } from './sandbox.ts'

const CHANNELS = ['discord:1', 'discord:2'] as const
const DELIVERIES_PER_CHANNEL = 2
const PARTS = CHANNELS.length * DELIVERIES_PER_CHANNEL * 2
const RUNS = 60

const step = fc.oneof(
  fc.record({ do: fc.constant('claim' as const), limit: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ do: fc.constant('mark' as const), held: fc.nat(7) }),
  fc.record({
    do: fc.constant('finish' as const),
    held: fc.nat(7),
    kind: fc.constantFrom('sent', 'retry', 'uncertain', 'dead'),
  }),
)

function outcome(kind: PartOutcome['kind'], minutes: number): PartOutcome {
  const at = minute(minutes)
  if (kind === 'sent') return { kind, messageId: 'm', at }
  return kind === 'dead' ? { kind, error: 'e' } : { kind, at, error: 'e' }
}

const nameOf = (part: ClaimedPart): string => `${part.deliveryId}/${part.index}`

async function owe(store: Store): Promise<void> {
  for (const id of CHANNELS) {
    await store.saveChannel(sampleChannel(id))
    for (let number = 0; number < DELIVERIES_PER_CHANNEL; number++) {
      await store.addDelivery(
        sampleDelivery(`${id}-${number}`, { channelId: channelId(id), createdAt: minute(number) }),
      )
    }
  }
}

async function isDone(store: Store, name: string): Promise<boolean> {
  const [id = '', index = '0'] = name.split('/')
  const state = (await store.partStates(deliveryId(id)))[Number(index)]
  return state === 'sent' || state === 'dead'
}

test('whatever workers do, a part has one holder, goes after all parts before it, and ends once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async steps => {
      const store = await openSqliteStore({ path: ':memory:', now })
      await owe(store)
      const held: ClaimedPart[] = []
      const newest = new Map<string, number>()
      const ended = new Set<string>()
      let minutes = 10
      for (const action of steps) {
        if (action.do === 'wait') minutes += action.minutes
        if (action.do === 'claim') {
          const parts = await store.claimDueParts(claimAt(minutes, action.limit), ['discord'])
          expect(new Set(parts.map(part => part.channel.id)).size).toBe(parts.length)
          for (const part of parts) {
            const before = Array.from({ length: part.index }, (_, index) => `${part.deliveryId}/${index}`)
            const isSecond = part.deliveryId.endsWith('-1')
            if (isSecond) before.push(`${part.channel.id}-0/0`, `${part.channel.id}-0/1`)
            for (const name of before) expect(await isDone(store, name)).toBe(true)
            expect(ended.has(nameOf(part))).toBe(false)
            expect(part.attempt).toBe((newest.get(nameOf(part)) ?? 0) + 1)
            newest.set(nameOf(part), part.attempt)
            held.push(part)
          }
        }
        const part = 'held' in action ? held[action.held % Math.max(held.length, 1)] : undefined
        if (part === undefined) continue
        const isNewest = newest.get(nameOf(part)) === part.attempt
        if (action.do === 'mark' && (await store.markSending(part))) expect(isNewest).toBe(true)
        if (action.do === 'finish' && (await store.finishPart(part, outcome(action.kind, minutes + 1)))) {
          expect(isNewest).toBe(true)
          expect(ended.has(nameOf(part))).toBe(false)
          if (action.kind === 'sent' || action.kind === 'dead') ended.add(nameOf(part))
        }
      }
      const counts = await store.countParts()
      expect(counts.sent + counts.dead).toBe(ended.size)
      expect(counts.waiting + counts.uncertain).toBe(PARTS - ended.size)
      await store.close()
    }),
    { numRuns: RUNS },
  )
})
