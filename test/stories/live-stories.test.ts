import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AnalysedArticle, ArticleId } from '../../src/model/article.ts'
import type { Story, StoryId } from '../../src/model/story.ts'
import type { StoryChanges } from '../../src/stories/change-log.ts'
import { type LiveStories, makeLiveStories } from '../../src/stories/live-stories.ts'
import { BUDGET, FERRY_A, FERRY_B, hoursAfter, makeArticle, NOON } from './articles.ts'

const newId = (lead: ArticleId): StoryId => `story-${lead}` as StoryId
const make = (): LiveStories => makeLiveStories({ newId })

function join(live: LiveStories, ...articles: readonly AnalysedArticle[]): StoryChanges {
  for (const article of articles) live.join(article)
  return live.takeChanges()
}

/** Follows the changes as a store would. */
function keep(kept: Map<StoryId, Story>, { stories, merged }: StoryChanges): void {
  for (const story of stories) kept.set(story.id, story)
  for (const { id } of merged) kept.delete(id)
}

const FIRST = makeArticle({ id: 'a', ...FERRY_A })

describe('joining', () => {
  test('an article about no live story opens one, led by itself', () => {
    expect(join(make(), FIRST)).toEqual({
      stories: [{ id: 'story-a', articleIds: ['a'], leadId: 'a', firstSeenAt: NOON, lastSeenAt: NOON }],
      merged: [],
      split: [],
    })
  })

  test('a follow-up joins the story, whose id and lead stay', () => {
    const live = make()
    join(live, FIRST)
    const at = hoursAfter(NOON, 5)
    expect(join(live, makeArticle({ id: 'b', ...FERRY_B, at })).stories).toEqual([
      { id: 'story-a', articleIds: ['a', 'b'], leadId: 'a', firstSeenAt: NOON, lastSeenAt: at },
    ])
  })

  test('an article that was published four days later opens a new story', () => {
    const live = make()
    join(live, FIRST)
    const [story] = join(live, makeArticle({ id: 'b', ...FERRY_B, at: hoursAfter(NOON, 96) })).stories
    expect(story?.id).toBe('story-b')
  })

  test('stories that did not change are not among the changes', () => {
    const live = make()
    join(live, FIRST)
    expect(join(live).stories).toEqual([])
    expect(join(live, makeArticle({ id: 'b', ...BUDGET })).stories.map(({ id }) => id)).toEqual(['story-b'])
  })

  test('reports that arrive together become one story', () => {
    const fresh = [FIRST, makeArticle({ id: 'b', ...FERRY_B }), makeArticle({ id: 'c', ...BUDGET })]
    expect(join(make(), ...fresh).stories.map(({ articleIds }) => articleIds)).toEqual([['a', 'b'], ['c']])
  })

  test('of reports that arrive together the earliest that is more than a headline leads; once saved the lead stays', () => {
    const flash = makeArticle({ id: 'f', title: FERRY_A.title, at: hoursAfter(NOON, -1) })
    const second = makeArticle({ id: 'b', ...FERRY_B, at: hoursAfter(NOON, 2) })
    const live = make()
    expect(join(live, second, flash, FIRST).stories.map(({ leadId }) => leadId)).toEqual(['a'])
    const alone = make()
    join(alone, flash)
    expect(join(alone, FIRST).stories.map(({ leadId }) => leadId)).toEqual(['f'])
  })

  test('an article that the store has lost the story of is written again, in the story it has', () => {
    const live = make()
    join(live, FIRST)
    expect(join(live, FIRST).stories.map(({ articleIds }) => articleIds)).toEqual([['a']])
  })

  test('words that objects know by heart are only words', () => {
    const title = 'constructor hasOwnProperty toString __proto__ valueOf'
    const twins = ['a', 'b'].map(id => makeArticle({ id, title }))
    expect(join(make(), ...twins).stories).toHaveLength(1)
  })
})

describe('the window', () => {
  test('what was seen more than 72 hours ago is let go, and its story grows no more', () => {
    const live = make()
    join(live, FIRST)
    live.forget(hoursAfter(NOON, 72))
    expect(live.size).toBe(1)
    live.forget(hoursAfter(NOON, 73))
    expect(live.size).toBe(0)
    // published at the same time, but found days later
    const late = { ...makeArticle({ id: 'b', ...FERRY_B }), seenAt: hoursAfter(NOON, 73) }
    expect(join(live, late).stories.map(({ id }) => id)).toEqual(['story-b'])
  })

  test('a story that goes on keeps the articles that left the window', () => {
    const live = make()
    join(live, FIRST)
    join(live, makeArticle({ id: 'b', ...FERRY_B, at: hoursAfter(NOON, 50) }))
    live.forget(hoursAfter(NOON, 80))
    const [grown] = join(live, makeArticle({ id: 'c', ...FERRY_A, at: hoursAfter(NOON, 80) })).stories
    expect(grown).toEqual({
      id: 'story-a',
      articleIds: ['a', 'b', 'c'],
      leadId: 'a',
      firstSeenAt: NOON,
      lastSeenAt: hoursAfter(NOON, 80),
    })
  })

  test('the index stays as large as the window, however long it runs', () => {
    const live = make()
    const bytes: number[] = []
    for (let hour = 0; hour < 900; hour++) {
      const at = hoursAfter(NOON, hour)
      live.forget(at)
      live.join(makeArticle({ id: `n${hour}`, title: `Item number${hour} from place${hour}`, at }))
      if (hour === 200 || hour === 899) bytes.push(live.bytes)
    }
    expect(live.size).toBeLessThan(80)
    expect(bytes[1]).toBe(bytes[0])
  })
})

test('each article is in exactly one story, whatever the articles and the batches', () => {
  const words = fc.constantFrom('ferry', 'fog', 'Marlo', 'rocks', 'budget', 'strike', 'vote', 'teachers', 'captain')
  const draft = fc.record({ words: fc.array(words, { maxLength: 6 }), hours: fc.integer({ min: 0, max: 120 }) })
  fc.assert(
    fc.property(fc.array(draft, { maxLength: 30 }), fc.integer({ min: 1, max: 8 }), (drafts, batch) => {
      const articles = drafts
        .toSorted((a, b) => a.hours - b.hours)
        .map((d, at) => makeArticle({ id: `n${at}`, title: d.words.join(' '), at: hoursAfter(NOON, d.hours) }))
      let opened = 0
      const live = makeLiveStories({ newId: () => `s${opened++}` as StoryId })
      const kept = new Map<StoryId, Story>()
      articles.forEach((article, at) => {
        live.forget(article.seenAt)
        live.join(article)
        if (at % batch === batch - 1) keep(kept, live.takeChanges())
      })
      keep(kept, live.takeChanges())
      const placed = [...kept.values()].flatMap(({ articleIds }) => articleIds)
      expect(placed.toSorted()).toEqual(articles.map(({ id }) => id).toSorted())
      for (const story of kept.values()) expect(story.articleIds).toContain(story.leadId)
    }),
    { numRuns: 80 },
  )
})

/** Three early reports of one event in two wordings that share little, and one that joins the wordings. */
const QUAKE_NORTH = [
  'Strong earthquake shakes Velmora, roofs collapse in Old Harbour quarter',
  'Velmora earthquake: roofs collapse in the Old Harbour quarter',
]
const QUAKE_SOUTH = [
  'Tremor of magnitude 6.4 cuts power to Tessaly province, says geology office',
  'Tessaly province without power after magnitude 6.4 tremor, geology office says',
]
const QUAKE_BOTH = [
  'Velmora earthquake of magnitude 6.4: roofs collapse in Old Harbour, Tessaly province without power, geology office says',
  'Magnitude 6.4 earthquake shakes Velmora: Tessaly province power cuts, Old Harbour roofs collapse, geology office says',
]

describe('two live stories that turn out to be one', () => {
  const titled = (titles: readonly string[], prefix: string, hours: number): readonly AnalysedArticle[] =>
    titles.map((title, at) => makeArticle({ id: `${prefix}${at}`, title, at: hoursAfter(NOON, hours + at) }))

  test('merge when later reports tie them together; the older id goes on and the younger leads to it', () => {
    const live = make()
    const early = join(live, ...titled(QUAKE_NORTH, 'n', 0), ...titled(QUAKE_SOUTH, 's', 2))
    expect(early.stories.map(({ articleIds }) => articleIds)).toEqual([
      ['n0', 'n1'],
      ['s0', 's1'],
    ])
    const late = join(live, ...titled(QUAKE_BOTH, 'b', 5))
    expect(late.merged).toEqual([{ id: 'story-s0', other: 'story-n0' }])
    expect(late.stories.map(({ id, articleIds }) => [id, articleIds])).toEqual([
      ['story-n0', ['n0', 'n1', 's0', 's1', 'b0', 'b1']],
    ])
    expect(late.stories[0]).toMatchObject({ leadId: 'n0', firstSeenAt: NOON, lastSeenAt: hoursAfter(NOON, 6) })
  })

  test('stay two when an article only mentions both', () => {
    const live = make()
    join(live, FIRST, makeArticle({ id: 'd', ...BUDGET }))
    const review = makeArticle({
      id: 'w',
      title: 'The week in pictures: ferry off Marlo, school budget, flower show',
      text: 'Our photographers were at the flower show in the palace gardens, at the regatta, on the night train and at the opening of the new planetarium. Readers sent us their best shots of the first warm days of spring.',
    })
    expect(join(live, review).merged).toEqual([])
  })
})

describe('a story that falls apart', () => {
  const PROTEST = (n: number) =>
    `Dockers of Port Anselm strike for higher wages, cranes stand still, union leader Rada Molin speaks ${n}`
  const TRIAL = (n: number) =>
    `Court in Brenn sentences banker Otto Farrow to nine years for fraud with forged bonds ${n}`
  const restored = (): { readonly live: LiveStories; readonly story: Story } => {
    const live = make()
    const articles = [0, 1, 2, 3].flatMap(n => [
      makeArticle({ id: `p${n}`, title: PROTEST(n), at: hoursAfter(NOON, n) }),
      makeArticle({ id: `t${n}`, title: TRIAL(n), at: hoursAfter(NOON, n + 0.5) }),
    ])
    const story: Story = {
      id: 'kept' as StoryId,
      articleIds: articles.map(({ id }) => id),
      leadId: articles[0]!.id,
      firstSeenAt: NOON,
      lastSeenAt: hoursAfter(NOON, 4),
    }
    live.restore(story)
    for (const article of articles) live.readmit(article)
    return { live, story }
  }

  test('is split as it grows: the half with more articles keeps the id, the other opens a new story', () => {
    const { live } = restored()
    const more = [4, 5, 6].map(n => makeArticle({ id: `p${n}`, title: PROTEST(n), at: hoursAfter(NOON, n) }))
    const { stories, split, merged } = join(live, ...more)
    expect(merged).toEqual([])
    expect(split).toEqual([{ id: 'story-t0', other: 'kept' }])
    expect(stories.map(({ id, articleIds }) => [id, articleIds])).toEqual([
      ['kept', ['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6']],
      ['story-t0', ['t0', 't1', 't2', 't3']],
    ])
  })

  test('holds together while its parts are aspects of one event', () => {
    const live = make()
    const aspects = [
      'Fire at Lindholm refinery: flames reach two tanks, 40 firefighters fight the blaze',
      'Lindholm refinery fire: 40 firefighters fight the blaze at two tanks through the night',
      'Lindholm refinery fire: residents told to keep windows shut, smoke drifts over the town',
      'Smoke from Lindholm refinery fire drifts over town, residents keep windows shut',
      'Lindholm refinery fire: operator shares fall, insurers count the damage of the blaze',
      'Insurers count damage of Lindholm refinery fire as operator shares fall',
      'Lindholm refinery fire is out, say firefighters; smoke clears over the town',
      'Firefighters put out the blaze at Lindholm refinery, operator thanks residents',
    ]
    const changes = aspects.map((title, n) =>
      join(live, makeArticle({ id: `f${n}`, title, at: hoursAfter(NOON, 2 * n) })),
    )
    expect(changes.flatMap(({ split }) => split)).toEqual([])
  })
})

test('what is restored goes on as if it had never stopped', () => {
  const articles = [
    FIRST,
    makeArticle({ id: 'd', ...BUDGET }),
    makeArticle({ id: 'b', ...FERRY_B, at: hoursAfter(NOON, 1) }),
  ]
  const running = make()
  const { stories } = join(running, ...articles)
  const again = make()
  for (const story of stories) again.restore(story)
  for (const article of articles) again.readmit(article)
  expect(again.takeChanges().stories).toEqual([])
  expect(again.size).toBe(3)
  const next = makeArticle({ id: 'n', ...FERRY_A, at: hoursAfter(NOON, 2) })
  expect(join(again, next)).toEqual(join(running, next))
})
