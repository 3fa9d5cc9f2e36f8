import { describe, expect, test } from 'vitest'
import { digestMessage } from '../../src/digests/present.ts'
import type { ArticleId } from '../../src/model/article.ts'
import type { Digest, DigestId, NumberClaim } from '../../src/model/digest.ts'
import type { StoryId } from '../../src/model/story.ts'
import { de } from '../../src/text/words/de.ts'
import { en } from '../../src/text/words/en.ts'
import { textOf } from '../fakes/platform.ts'

const TO = new Date('2026-11-23T08:00:00Z')
const HOUR_MS = 3_600_000

const edition = (changes: Partial<Digest>): string => textOf(digestMessage({ ...emptyOver(24), ...changes }, en, 'UTC'))

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

test('a briefing without news says since when, before what has not changed; the names are not too many', () => {
  const unchanged = Array.from({ length: 10 }, (_, index) => ({
    storyId: `s${index}` as StoryId,
    headline: `Story ${index}`,
  }))
  const shown = edition({ newSince: new Date('2026-11-22T08:00:00Z'), unchanged })
  expect(shown).toContain(
    'Nothing new from the feeds of this channel since Sun 22 Nov, 08:00 UTC.\nNo change: Story 0 · ',
  )
  expect(shown).toContain('Story 7 (+2)')
})

test('a correction alone is news', () => {
  const correction = {
    headline: 'Trains run again',
    articleId: 'a' as ArticleId,
    bullet: 'It costs 210 million.',
    said: 'It costs 210 million.',
    says: 'It costs 190 million.',
    outlet: 'Courier',
    url: 'https://courier.example/a',
    at: TO,
    toldAt: new Date('2026-11-22T08:00:00Z'),
  }
  const shown = edition({ corrections: [correction] })
  expect(shown).not.toContain('Nothing new')
  expect(shown).toContain('Told here: It costs 210 million.\nNow: It costs 190 million.\nCourier, Mon 23 Nov')
})

test('what somebody catches up with is titled by its beginning', () => {
  expect(edition({ kind: 'catchup' })).toContain('What happened since Sun 22 Nov, 08:00 UTC')
})

describe('a disagreement', () => {
  const claim = (outlet: string, hoursAgo: number, given: Partial<NumberClaim>): NumberClaim => ({
    low: 14,
    high: given.low ?? 14,
    bound: 'exact',
    unit: '',
    ...given,
    source: {
      articleId: outlet as ArticleId,
      outlet,
      url: '',
      publishedAt: new Date(TO.getTime() - hoursAgo * HOUR_MS),
      start: 0,
      end: 0,
      quote: 'A sentence.',
    },
  })
  const digest: Digest = {
    ...emptyOver(24),
    items: [
      {
        storyId: 's' as StoryId,
        headline: 'Bus overturns',
        url: '',
        outlets: ['Post', 'Herald'],
        origins: 2,
        publishedAt: TO,
        bullets: [],
        disagreements: [
          {
            role: 'injured',
            about: 'children',
            claims: [claim('Post', 10, { bound: 'about' }), claim('Herald', 1, { low: 20, high: 25 })],
          },
          {
            about: 'damage',
            claims: [
              claim('Post', 2, { low: 4_000_000, unit: 'crowns' }),
              claim('Herald', 1, { low: 9_000_000, unit: 'crowns', bound: 'atLeast' }),
            ],
          },
        ],
      },
    ],
  }

  test('is one line of numbers with outlet and time; another day carries its date', () => {
    expect(textOf(digestMessage(digest, en, 'UTC'))).toContain(
      'Sources disagree on injured (children): about 14 (Post, 22 Nov 2026, 22:00) · 20–25 (Herald, 07:00)\n' +
        'Sources disagree on damage: 4 million crowns (Post, 06:00) · at least 9 million crowns (Herald, 07:00)',
    )
  })

  test("is told in the reader's language and time", () => {
    expect(textOf(digestMessage(digest, de, 'Europe/Berlin'))).toContain(
      'Die Quellen sind uneins über Verletzte (children): etwa 14 (Post, 22. Nov. 2026, 23:00) · 20–25 (Herald, 08:00)',
    )
  })
})
