import { expect, it } from 'vitest'
import { createHostPauses } from '../../src/feeds/host-pauses.ts'
import { hostGroup, hostSpacingMs } from '../../src/feeds/known-hosts.ts'

const START = Date.UTC(2026, 2, 1, 8)
const at = (seconds: number): Date => new Date(START + seconds * 1000)

it('counts all names of a known house as one host, and asks Reddit once a minute', () => {
  expect(hostGroup('old.reddit.com')).toBe('reddit.com')
  expect(hostSpacingMs('old.reddit.com')).toBe(60_000)
  expect(hostGroup('notreddit.com')).toBe('notreddit.com')
  expect(hostSpacingMs('news.example')).toBe(1000)
})

it('gives everybody who asks for a slow host a time of their own', () => {
  const pauses = createHostPauses(() => 60_000)
  expect(pauses.turnAt('a', at(0))).toBeUndefined()
  expect([pauses.turnAt('a', at(1)), pauses.turnAt('a', at(2))]).toEqual([at(60), at(120)])
  expect(pauses.turnAt('b', at(2))).toBeUndefined()
  expect(pauses.turnAt('a', at(60))).toBeUndefined()
})

it('forgets a pause that a clock which was set back made absurdly long', () => {
  const pauses = createHostPauses(() => 1000)
  pauses.pause('a', at(365 * 86_400))
  expect(pauses.turnAt('a', at(0))).toBeUndefined()
  pauses.pause('b', at(600))
  expect(pauses.turnAt('b', at(0))).toEqual(at(600))
  expect(pauses.turnAt('b', at(601))).toBeUndefined()
})
