import { expect, test } from 'vitest'
import type { Correction, Digest, DigestItem } from '../../src/model/digest.ts'
import type { Follow } from '../../src/model/ledger.ts'
import type { StoryId } from '../../src/model/story.ts'
import type { Store } from '../../src/ports/store.ts'
import {
  articleId,
  briefingId,
  channelId,
  claimAt,
  digestId,
  keepArticles,
  minute,
  sampleArticle,
  sampleBriefing,
  sampleChannel,
  sampleDelivery,
  sampleDigest,
} from './store-samples.ts'

const here = channelId('discord:1')
const there = channelId('discord:2')
const DAY_MINUTES = 24 * 60

function itemOf(story: string, articles: readonly string[], changes: Partial<DigestItem> = {}): DigestItem {
  const cite = (id: string) => ({
    articleId: articleId(id),
    outlet: 'Herald',
    url: `https://herald.example/${id}`,
    publishedAt: minute(-9),
    start: 4,
    end: 9,
    quote: `quote of ${id}`,
  })
  const [first = 'a', ...others] = articles
  return {
    storyId: story as StoryId,
    headline: `Headline of ${story}`,
    url: '',
    outlets: ['Herald'],
    origins: 1,
    publishedAt: minute(-9),
    bullets: [{ text: `Bullet of ${story}.`, citations: [cite(first), ...others.map(cite)] }],
    ...changes,
  }
}

const digestOf = (id: string, minutes: number, items: readonly DigestItem[], changes: Partial<Digest> = {}): Digest =>
  sampleDigest(id, { createdAt: minute(minutes), items, ...changes })

const correction: Correction = {
  headline: 'Headline of s1',
  articleId: articleId('a1'),
  bullet: 'Twelve were hurt.',
  said: 'Twelve were hurt.',
  says: 'Fifteen were hurt.',
  outlet: 'Herald',
  url: 'https://herald.example/a1',
  at: minute(30),
  toldAt: minute(1),
}

export function keepsLedgerContract(store: () => Store): void {
  const storiesTold = async (about: { storyIds?: readonly string[]; articleIds?: readonly string[] }, channel = here) =>
    (
      await store().listTellings(channel, {
        storyIds: (about.storyIds ?? []) as StoryId[],
        articleIds: (about.articleIds ?? []).map(articleId),
      })
    ).map(({ digestId: digest, storyId: story }) => `${digest} ${story}`)

  test('a digest that was told is kept, and its stories are in the ledger with every sentence they rest on', async () => {
    const digest = digestOf('g1', 1, [itemOf('s1', ['a1', 'a2'], { leadId: articleId('a0') }), itemOf('s2', ['a3'])])
    await store().tellDigest(digest, here, 7)
    expect(await store().findDigest(digestId('g1'), here)).toEqual(digest)
    const [first, second] = await store().listTold(here, new Date(0))
    const span = { start: 4, end: 9, bullet: 'Bullet of s1.' }
    expect(first).toEqual({
      digestId: 'g1',
      storyId: 's1',
      headline: 'Headline of s1',
      leadId: 'a0',
      at: minute(1),
      upTo: 7,
      sentences: [
        { ...span, articleId: 'a1', quote: 'quote of a1' },
        { ...span, articleId: 'a2', quote: 'quote of a2' },
      ],
    })
    expect(second).toMatchObject({ storyId: 's2' })
    expect(second).not.toHaveProperty('leadId')
  })

  test('tellings are found by the story, by its headline and by a cited article, newest first, in their channel', async () => {
    await store().tellDigest(digestOf('g1', 1, [itemOf('s1', ['a1']), itemOf('s2', ['a2'])]), here, 7)
    await store().tellDigest(digestOf('g2', 2, [itemOf('s3', ['a1', 'a4'], { leadId: articleId('a9') })]), here, 8)
    await store().tellDigest(digestOf('g3', 3, [itemOf('s1', ['a1'])]), there, 8)
    expect(await storiesTold({ storyIds: ['s1'] })).toEqual(['g1 s1'])
    expect(await storiesTold({ articleIds: ['a1'] })).toEqual(['g2 s3', 'g1 s1'])
    expect(await storiesTold({ articleIds: ['a9'] })).toEqual(['g2 s3'])
    expect(await storiesTold({ storyIds: ['s2', 's3'], articleIds: ['a4'] })).toEqual(['g2 s3', 'g1 s2'])
    expect(await storiesTold({ storyIds: ['s9'], articleIds: ['a8'] })).toEqual([])
    expect(await storiesTold({ storyIds: ['s1'] }, there)).toEqual(['g3 s1'])
    expect((await store().listTold(here, minute(2))).map(({ digestId: id }) => id)).toEqual(['g2'])
  })

  test('the last edition says when it was, how far it reached and how long it was to be', async () => {
    expect(await store().findLastEdition(here)).toBeUndefined()
    await store().tellDigest(digestOf('g1', 5, [itemOf('s1', ['a1'])], { length: 'long' }), here, 9)
    // A clock that is set back does not make an earlier edition the last one.
    await store().tellDigest(digestOf('g2', 3, [], { length: 'short' }), here, 12)
    expect(await store().findLastEdition(here)).toEqual({ digestId: 'g2', at: minute(3), upTo: 12, length: 'short' })
    expect(await store().findLastEdition(there)).toBeUndefined()
  })

  test('a told change is kept once, the last told last, and comes back with its digest as it was', async () => {
    const digest = digestOf('g1', 31, [], { corrections: [correction], newSince: minute(1) })
    await store().tellDigest(digest, here, 7)
    const back = { ...correction, kind: 'back', says: correction.said } as const
    // A clock that is set back makes no change an earlier one.
    await store().tellDigest(digestOf('g2', 12, [], { corrections: [back] }), here, 7)
    const { articleId: changed, said, says } = correction
    const first = { articleId: changed, said, says, kind: 'correction', at: minute(31), times: 1 }
    const second = { articleId: changed, said, says: said, kind: 'back', at: minute(12), times: 1 }
    expect(await store().listCorrected(here)).toEqual([first, second])
    await store().tellDigest({ ...digest, id: digestId('g3'), createdAt: minute(40) }, here, 7)
    expect(await store().listCorrected(here)).toEqual([second, { ...first, at: minute(40), times: 2 }])
    expect(await store().listCorrected(there)).toEqual([])
    expect(await store().findDigest(digestId('g1'), here)).toEqual(digest)
  })

  test('an entry is forgotten after 30 days, whatever channel tells next', async () => {
    await store().tellDigest(digestOf('g1', 0, [itemOf('s1', ['a1'])], { corrections: [correction] }), here, 7)
    await store().tellDigest(digestOf('g2', 30 * DAY_MINUTES, []), there, 8)
    expect(await storiesTold({ storyIds: ['s1'] })).toEqual(['g1 s1'])
    await store().tellDigest(digestOf('g3', 30 * DAY_MINUTES + 1, []), there, 8)
    expect(await storiesTold({ storyIds: ['s1'] })).toEqual([])
    expect(await store().listCorrected(here)).toEqual([])
    expect(await store().findLastEdition(here)).toBeUndefined()
  })

  test('an edition enters the ledger with its delivery, and not when the claim was lost', async () => {
    await store().saveChannel(sampleChannel('discord:1'))
    await store().saveBriefing(sampleBriefing('b1'))
    const [claimed] = await store().claimDueBriefings(claimAt(1))
    if (claimed === undefined) throw new Error('no briefing is due')
    const digest = digestOf('g1', 1, [itemOf('s1', ['a1'])])
    const edition = { digest, delivery: sampleDelivery('d1'), toldUpTo: 7 }
    const lost = { row: claimed.row, attempt: claimed.attempt + 1 }
    expect(await store().finishBriefing(lost, minute(60), edition)).toBe(false)
    expect(await store().findLastEdition(here)).toBeUndefined()
    expect(await store().finishBriefing(claimed, minute(60), edition)).toBe(true)
    expect(await storiesTold({ storyIds: ['s1'] })).toEqual(['g1 s1'])
    expect((await store().listBriefings(here)).map(({ id, toldUpTo }) => [id, toldUpTo])).toEqual([
      [briefingId('b1'), 7],
    ])
  })

  test('articles are numbered as they arrive', async () => {
    await keepArticles(store(), [sampleArticle('a1'), sampleArticle('a2')])
    const arrivals = await store().arrivalsOf(['a2', 'nobody', 'a1'].map(articleId))
    expect([...arrivals].toSorted()).toEqual([
      ['a1', 1],
      ['a2', 2],
    ])
  })

  test('a channel follows a story once, lists what it follows oldest first, and stops', async () => {
    const follow = (id: string, minutes: number, channel = here): Follow => ({
      channelId: channel,
      articleId: articleId(id),
      headline: `About ${id}`,
      createdAt: minute(minutes),
    })
    expect(await store().addFollow(follow('a2', 1))).toBe(true)
    expect(await store().addFollow(follow('a1', 2))).toBe(true)
    expect(await store().addFollow(follow('a2', 3))).toBe(false)
    expect(await store().addFollow(follow('a2', 4, there))).toBe(true)
    expect(await store().listFollows(here)).toEqual([follow('a2', 1), follow('a1', 2)])
    expect(await store().removeFollows(here, ['a2', 'a9'].map(articleId))).toBe(1)
    expect(await store().listFollows(here)).toEqual([follow('a1', 2)])
    expect(await store().listFollows(there)).toEqual([follow('a2', 4, there)])
  })

  test('remembers when each person caught up in each channel', async () => {
    expect(await store().findCaught(here, 'ann')).toBeUndefined()
    await store().setCaught(here, 'ann', { at: minute(1), upTo: 3 })
    await store().setCaught(here, 'ann', { at: minute(2), upTo: 5 })
    await store().setCaught(there, 'ann', { at: minute(3), upTo: 6 })
    expect(await store().findCaught(here, 'ann')).toEqual({ at: minute(2), upTo: 5 })
    expect(await store().findCaught(here, 'bob')).toBeUndefined()
  })

  test('all of it moves with the channel', async () => {
    await store().saveChannel(sampleChannel('discord:1'))
    await store().tellDigest(digestOf('g1', 1, [itemOf('s1', ['a1'])], { corrections: [correction] }), here, 7)
    await store().addFollow({ channelId: here, articleId: articleId('a1'), headline: 'h', createdAt: minute(1) })
    await store().setCaught(here, 'ann', { at: minute(1), upTo: 3 })
    await store().moveChannel(here, '2')
    expect(await storiesTold({ storyIds: ['s1'] }, there)).toEqual(['g1 s1'])
    expect(await store().listCorrected(there)).toHaveLength(1)
    expect(await store().listFollows(there)).toHaveLength(1)
    expect(await store().findCaught(there, 'ann')).toEqual({ at: minute(1), upTo: 3 })
    expect(await store().listTold(here, new Date(0))).toEqual([])
    expect(await store().listFollows(here)).toEqual([])
  })
}
