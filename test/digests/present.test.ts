import { describe, expect, test } from 'vitest'
import { digestMessage } from '../../src/digests/present.ts'
import type { Digest, DigestId } from '../../src/model/digest.ts'
import { en } from '../../src/text/words/en.ts'
import { textOf } from '../fakes/platform.ts'

const TO = new Date('2026-11-23T08:00:00Z')
const HOUR_MS = 3_600_000

const emptyOver = (hours: number): Digest => ({
  id: 'd' as DigestId,
  kind: 'briefing',
  createdAt: TO,
  from: new Date(TO.getTime() - hours * HOUR_MS),
  to: TO,
  items: [],
  coverage: { articles: 0, feeds: 3, stories: 0 },
})

describe('an empty briefing', () => {
  test('over a day speaks of the last 24 hours', () => {
    expect(textOf(digestMessage(emptyOver(24), en, 'UTC'))).toContain('in the last 24 hours')
  })

  test.each([3, 72])('over %i hours speaks of the briefing before', hours => {
    expect(textOf(digestMessage(emptyOver(hours), en, 'UTC'))).toContain('since the last briefing')
  })
})
