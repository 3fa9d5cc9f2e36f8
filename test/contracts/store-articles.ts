import { expect, test } from 'vitest'
import type { Store } from '../../src/ports/store.ts'
import {
  articleId,
  claimAt,
  claimFeed,
  feedId,
  ids,
  keepArticles,
  minute,
  polled,
  sampleArticle,
  sampleFeed,
  sampleStory,
} from './store-samples.ts'

const withTerms = (id: string, publishedMinute: number, title: string, text = '') =>
  sampleArticle(id, { publishedAt: minute(publishedMinute), terms: { title, text } })

export function keepsArticleContract(store: () => Store): void {
  test('an article comes back as it was kept, to the millisecond', async () => {
    const article = sampleArticle('a1', {
      title: 'Überschrift – 北京 🙂',
      text: 'One.\n\nTwo.',
      language: 'de',
      publishedAt: new Date(minute(-9).getTime() + 7),
      authors: ['A. Writer', 'B, Editor'],
      imageUrl: 'https://herald.example/a.jpg',
      topics: ['world'],
    })
    await keepArticles(store(), [article, sampleArticle('a2')])
    expect(await store().getArticles([articleId('a2'), articleId('nobody'), articleId('a1')])).toEqual([
      sampleArticle('a2'),
      article,
    ])
  })

  test('an article is written anew with its text, and keeps its times and story; an unknown one is left out', async () => {
    await keepArticles(store(), [sampleArticle('a1'), sampleArticle('a2')])
    await store().saveStories([sampleStory('s1', ['a1'])])
    const whole = sampleArticle('a1', {
      text: 'The whole text, at length.',
      imageUrl: 'https://herald.example/lead.jpg',
      authors: ['Nell Tarrant'],
      terms: { title: 'titl', text: 'whole length' },
    })
    const late = { ...whole, seenAt: minute(60), publishedAt: minute(59) }
    expect(await store().updateArticles([late, sampleArticle('nobody')])).toBe(1)
    expect(await store().getArticles([articleId('a1'), articleId('a2'), articleId('nobody')])).toEqual([
      whole,
      sampleArticle('a2'),
    ])
    const found = await store().searchArticles({ groups: [['length']], limit: 5 })
    expect(found.map(({ id }) => id)).toEqual(['a1'])
    expect((await store().storiesOf([articleId('a1')])).size).toBe(1)
  })

  test('known articles are not kept twice; changed words are updated in place and keep their times and story', async () => {
    const first = await claimFeed(store(), 'herald')
    await store().finishPoll(first, polled(0), [sampleArticle('a1'), sampleArticle('a2')])
    await store().saveStories([sampleStory('s1', ['a1'])])
    const [second] = await store().claimDueFeeds(claimAt(60), [feedId('herald')])
    const later = { seenAt: minute(60), publishedAt: minute(59) }
    const edited = sampleArticle('a1', {
      ...later,
      text: 'Corrected.',
      url: 'https://herald.example/a1-corrected',
      terms: { title: 'titl', text: 'correct' },
    })
    const kept = await store().finishPoll(second!, polled(60), [
      edited,
      sampleArticle('a2', later),
      sampleArticle('a3', later),
    ])
    expect(kept).toEqual({ added: ['a3'], changed: ['a1'], unchanged: 1 })
    expect(await store().getArticles([articleId('a1'), articleId('a2')])).toEqual([
      { ...edited, seenAt: minute(0), publishedAt: minute(-30) },
      sampleArticle('a2'),
    ])
    expect((await store().storiesOf([articleId('a1')])).get(articleId('a1'))?.id).toBe('s1')
    expect(await store().searchArticles({ groups: [['a1']], limit: 5 })).toEqual([])
    expect(ids(await store().searchArticles({ groups: [['correct']], limit: 5 }))).toEqual(['a1'])
  })

  test('an id that stands twice in one batch is kept once', async () => {
    const claimed = await claimFeed(store(), 'herald')
    const twice = [sampleArticle('a1'), sampleArticle('a1', { title: 'Second' })]
    expect(await store().finishPoll(claimed, polled(0), twice)).toEqual({ added: ['a1'], changed: [], unchanged: 1 })
    expect((await store().getArticles([articleId('a1')]))[0]?.title).toBe('Title of a1')
  })

  test('NUL characters are left out of everything that is kept, and an article with one is known again', async () => {
    const dirty = sampleArticle('a1', { title: 'Nu\0l', text: 'te\0xt', authors: ['a\0b'] })
    const first = await claimFeed(store(), 'herald')
    await store().finishPoll(first, polled(0), [dirty])
    expect(await store().getArticles([articleId('a1')])).toEqual([
      { ...dirty, title: 'Nul', text: 'text', authors: ['ab'] },
    ])
    const [second] = await store().claimDueFeeds(claimAt(60), [feedId('herald')])
    expect(await store().finishPoll(second!, polled(60), [dirty])).toEqual({ added: [], changed: [], unchanged: 1 })
  })

  test('lists by the time they were seen, newest first; from inclusive, to exclusive', async () => {
    await keepArticles(store(), [
      sampleArticle('a1', { seenAt: minute(1) }),
      sampleArticle('a2', { seenAt: minute(2), publishedAt: minute(-2) }),
      sampleArticle('a3', { seenAt: minute(2), publishedAt: minute(-1) }),
      sampleArticle('a4', { seenAt: minute(3), feedId: feedId('courier') }),
    ])
    expect(ids(await store().listArticles({ limit: 9 }))).toEqual(['a4', 'a3', 'a2', 'a1'])
    expect(ids(await store().listArticles({ limit: 2 }))).toEqual(['a4', 'a3'])
    expect(ids(await store().listArticles({ from: minute(2), to: minute(3), limit: 9 }))).toEqual(['a3', 'a2'])
    expect(ids(await store().listArticles({ feedIds: [feedId('courier')], limit: 9 }))).toEqual(['a4'])
    expect(await store().listArticles({ feedIds: [], limit: 9 })).toEqual([])
  })

  test('finds articles with any stem of any group: more groups first, then newest published', async () => {
    await keepArticles(store(), [
      withTerms('one', -1, 'dam open'),
      withTerms('both', -50, 'dam', 'river flood'),
      withTerms('bothNewer', -40, 'barrage flood'),
      withTerms('newest', 0, 'flood'),
      withTerms('none', 0, 'damage floodlight'),
    ])
    const groups = [['dam', 'barrage'], ['flood']]
    expect(ids(await store().searchArticles({ groups, limit: 9 }))).toEqual(['bothNewer', 'both', 'newest', 'one'])
    expect(ids(await store().searchArticles({ groups, limit: 3 }))).toEqual(['bothNewer', 'both', 'newest'])
    expect(ids(await store().searchArticles({ groups, since: minute(-40), limit: 9 }))).toEqual([
      'bothNewer',
      'newest',
      'one',
    ])
  })

  test('a search is capped to the newest matches and to the feeds that are named, be they hundreds', async () => {
    const many = Array.from({ length: 40 }, (_, index) => withTerms(`n${index}`, -index, 'dam'))
    await keepArticles(store(), [
      ...many,
      sampleArticle('c1', { feedId: feedId('courier'), terms: { title: 'dam', text: '' } }),
    ])
    const found = await store().searchArticles({ groups: [['dam']], limit: 30 })
    expect(ids(found).slice(0, 3)).toEqual(['n0', 'n1', 'n2'])
    expect(found).toHaveLength(30)
    const feedIds = Array.from({ length: 600 }, (_, index) => feedId(index === 599 ? 'courier' : `f${index}`))
    expect(ids(await store().searchArticles({ groups: [['dam']], feedIds, limit: 30 }))).toEqual(['c1'])
  })

  test('may leave out what matches fewer groups than are needed, and keeps all that match enough', async () => {
    await keepArticles(store(), [
      withTerms('one', 0, 'dam'),
      withTerms('two', -10, 'dam', 'river'),
      withTerms('otherTwo', -20, 'river', 'flood'),
      withTerms('three', -90, 'dam flood', 'river'),
    ])
    const groups = [['dam'], ['river'], ['flood']]
    expect(ids(await store().searchArticles({ groups, limit: 9 }))).toEqual(['three', 'two', 'otherTwo', 'one'])
    const enough = ids(await store().searchArticles({ groups, atLeast: 2, limit: 9 }))
    expect(enough.slice(0, 3)).toEqual(['three', 'two', 'otherTwo'])
    expect(ids(await store().searchArticles({ groups, atLeast: 3, limit: 9 })).slice(0, 1)).toEqual(['three'])
  })

  test('finds the newest published whatever order they arrived in, and those of one feed among thousands of others', async () => {
    const crowd = Array.from({ length: 7_000 }, (_, index) => withTerms(`n${index}`, index % 400, 'dam'))
    const quiet = sampleArticle('quiet', { feedId: feedId('courier'), terms: { title: 'dam', text: '' } })
    await keepArticles(store(), [quiet, ...crowd])
    const newest = await store().searchArticles({ groups: [['dam']], limit: 5 })
    expect(newest.map(({ publishedAt }) => publishedAt)).toEqual(Array.from({ length: 5 }, () => minute(399)))
    const found = await store().searchArticles({ groups: [['dam']], feedIds: [feedId('courier')], limit: 300 })
    expect(ids(found)).toEqual(['quiet'])
  })

  test('counts mentions by the time they were published: all groups, the feeds that are named, no others', async () => {
    const hour = 60
    await keepArticles(store(), [
      withTerms('now', 0, 'dam flood'),
      withTerms('alone', 0, 'dam'),
      withTerms('early', -hour, 'barrage flood'),
      withTerms('late', -hour + 1, 'dam flood'),
      withTerms('old', -3 * hour, 'dam flood'),
      sampleArticle('c1', {
        feedId: feedId('courier'),
        publishedAt: minute(-5),
        terms: { title: 'dam', text: 'flood' },
      }),
    ])
    const query = { groups: [['dam', 'barrage'], ['flood']], to: minute(0), bucketMs: hour * 60_000, buckets: 3 }
    const mentions = { counts: [1, 0, 3], isEstimate: false, keptSince: minute(0) }
    expect(await store().countMentions(query)).toEqual(mentions)
    expect(await store().countMentions({ ...query, to: new Date(minute(0).getTime() + 1) })).toMatchObject({
      counts: [0, 1, 3],
    })
    const feedIds = [feedId('herald')]
    expect(await store().countMentions({ ...query, feedIds })).toMatchObject({ counts: [1, 0, 2] })
    expect(await store().countMentions({ ...query, groups: [] })).toMatchObject({ counts: [0, 0, 0] })
    expect(await store().countMentions({ ...query, groups: [['dam'], []] })).toMatchObject({ counts: [0, 0, 0] })
  })

  test('counts nothing in a store that keeps nothing, and says so', async () => {
    const query = { groups: [['dam']], to: minute(0), bucketMs: 1_000, buckets: 2 }
    expect(await store().countMentions(query)).toEqual({ counts: [0, 0], isEstimate: false })
  })

  test('estimates the mentions of a word that thousands of articles hold', async () => {
    const crowd = Array.from({ length: 12_000 }, (_, index) => withTerms(`n${index}`, -(index % 120), 'dam'))
    await keepArticles(store(), crowd)
    const query = { groups: [['dam']], to: minute(1), bucketMs: 60 * 60_000, buckets: 2 }
    const { counts, isEstimate } = await store().countMentions(query)
    expect(isEstimate).toBe(true)
    for (const count of counts) expect(Math.abs(count - 6_000)).toBeLessThan(600)
  })

  test('takes any stem literally, in every script', async () => {
    await keepArticles(store(), [
      withTerms('latin', 0, 'c++ foo-bar o"neil and'),
      withTerms('hindi', 0, 'कि दिल्ली'),
      withTerms('chinese', 0, '北京 京大'),
      withTerms('accent', 0, 'résumé'),
    ])
    const find = async (stem: string) => ids(await store().searchArticles({ groups: [[stem]], limit: 9 }))
    expect(await find('c++')).toEqual(['latin'])
    expect(await find('foo-bar')).toEqual(['latin'])
    expect(await find('foo')).toEqual([])
    expect(await find('o"neil')).toEqual(['latin'])
    expect(await find('and')).toEqual(['latin'])
    expect(await find('कि')).toEqual(['hindi'])
    expect(await find('क')).toEqual([])
    expect(await find('北京')).toEqual(['chinese'])
    expect(await find('resume')).toEqual([])
    expect(await find('résumé')).toEqual(['accent'])
    for (const odd of ['', '"', '*', 'a*', 'title:', '(', 'NEAR(', "'", '\0', '-x', '^and', ' ', '%']) {
      expect(await find(odd)).toEqual([])
    }
  })

  test('counts articles, feeds and stories', async () => {
    expect(await store().countArticles()).toEqual({ articles: 0, feeds: 0, stories: 0 })
    const claimed = await claimFeed(store(), 'herald')
    await store().finishPoll(claimed, polled(0), [sampleArticle('a1'), sampleArticle('a2')])
    await store().addFeed(sampleFeed('courier'))
    await store().saveStories([sampleStory('s1', ['a1', 'a2'])])
    expect(await store().countArticles()).toEqual({ articles: 2, feeds: 2, stories: 1 })
  })
}
