import { expect, test } from 'vitest'
import type { AnalysedArticle } from '../../src/model/article.ts'
import type { PollResult, Store } from '../../src/ports/store.ts'
import {
  articleId,
  channelId,
  claimAt,
  claimFeed,
  feedId,
  ids,
  minute,
  polled,
  sampleArticle,
  sampleChannel,
  sampleFeed,
} from './store-samples.ts'

const DAY = 24 * 60
const NEW_URL = 'https://new.example/feed'

async function take(store: Store, feed: string, ...channels: readonly string[]): Promise<void> {
  for (const id of channels) {
    await store.saveChannel(sampleChannel(id))
    await store.subscribe({ channelId: channelId(id), feedId: feedId(feed), mode: 'instant', createdAt: minute(0) })
  }
}

async function poll(
  store: Store,
  id: string,
  minutes: number,
  changes: Partial<PollResult> = {},
  articles: readonly AnalysedArticle[] = [],
) {
  const [claimed] = await store.claimDueFeeds(claimAt(minutes), [feedId(id)])
  if (claimed === undefined) throw new Error(`feed ${id} is not due`)
  return store.finishPoll(claimed, polled(minutes, changes), articles)
}

function keepsMoves(store: () => Store): void {
  test('what is being confirmed of a publisher is kept with the feed, and forgotten when a poll does not repeat it', async () => {
    await store().addFeed(sampleFeed('herald'))
    const said = {
      rhythm: { ttlMs: 7_200_000, skipHours: [0, 5], skipDays: [6] },
      moving: { to: NEW_URL, count: 2, since: minute(-60) },
      gone: { count: 1, since: minute(0) },
    }
    await poll(store(), 'herald', 0, said)
    expect(await store().findFeed('herald')).toMatchObject(said)
    await poll(store(), 'herald', 60)
    const feed = await store().findFeed('herald')
    expect(feed?.rhythm).toEqual(said.rhythm)
    expect(feed?.moving).toBeUndefined()
    expect(feed?.gone).toBeUndefined()
    await poll(store(), 'herald', 120, { rhythm: {} })
    expect((await store().findFeed('herald'))?.rhythm).toBeUndefined()
  })

  test('the first failure is remembered until a success, and failing feeds are listed longest first', async () => {
    for (const id of ['herald', 'courier', 'fine']) await store().addFeed(sampleFeed(id))
    await poll(store(), 'courier', 0, { error: 'dns' })
    await poll(store(), 'herald', 1, { error: 'timeout' })
    await poll(store(), 'herald', 61, { error: 'status' })
    await poll(store(), 'fine', 0)
    expect((await store().findFeed('herald'))?.failingSince).toEqual(minute(1))
    expect(ids(await store().listFailing(minute(1)))).toEqual(['courier', 'herald'])
    expect(ids(await store().listFailing(minute(0)))).toEqual(['courier'])
    await poll(store(), 'herald', 121)
    expect((await store().findFeed('herald'))?.failingSince).toBeUndefined()
    expect(ids(await store().listFailing(minute(200)))).toEqual(['courier'])
  })

  test('a feed that is gone is never due again, until somebody adds it again', async () => {
    const feed = await store().addFeed(sampleFeed('herald'))
    await take(store(), 'herald', 'discord:1')
    await poll(store(), 'herald', 0, { error: 'status', gone: { count: 3, since: minute(-9) }, goneAt: minute(0) })
    expect((await store().findFeed('herald'))?.goneAt).toEqual(minute(0))
    expect(await store().claimDueFeeds(claimAt(9000))).toEqual([])
    expect(await store().claimDueFeeds(claimAt(9000), [feed.id])).toEqual([])
    const again = await store().addFeed({ ...feed, nextPollAt: minute(9000) })
    expect(again.goneAt).toBeUndefined()
    expect(again).toEqual(await store().findFeed('herald'))
    expect(ids((await store().claimDueFeeds(claimAt(9000))).map(({ row }) => row))).toEqual(['herald'])
  })

  test('a postponed poll counts as none and is due at its new time', async () => {
    const claimed = await claimFeed(store(), 'herald')
    expect(await store().postponePoll(claimed, minute(7))).toBe(true)
    expect(await store().findFeed('herald')).toEqual(sampleFeed('herald', { nextPollAt: minute(7) }))
    expect(await store().claimDueFeeds(claimAt(6), [feedId('herald')])).toEqual([])
    expect(await store().claimDueFeeds(claimAt(7), [feedId('herald')])).toHaveLength(1)
    expect(await store().postponePoll(claimed, minute(9))).toBe(false)
  })

  test('a host is postponed with all of its feeds, those that are due later excepted', async () => {
    const at = (id: string, url: string, due = 0) => store().addFeed(sampleFeed(id, { url, nextPollAt: minute(due) }))
    await at('a', 'https://forum.example/a')
    await at('b', 'https://user:word@www.forum.example/b', 500)
    await at('c', 'https://www.forum.example/c')
    await at('d', 'https://other.example/?from=forum.example')
    await at('e', 'https://notforum.example/')
    await at('f', 'https://forum.example:8443/')
    await store().postponeHost('forum.example', minute(90))
    const due = (await store().listFeeds()).map(({ id, nextPollAt }) => [id, nextPollAt])
    expect(due).toEqual([
      ['a', minute(90)],
      ['b', minute(500)],
      ['c', minute(90)],
      ['d', minute(0)],
      ['e', minute(0)],
      ['f', minute(0)],
    ])
  })

  test('a new address that nobody takes is taken over, and every name and address leads to the one feed', async () => {
    const other = await store().addFeed(sampleFeed('other', { url: NEW_URL }))
    const feed = await store().addFeed(sampleFeed('herald'))
    await take(store(), 'herald', 'discord:1')
    await poll(store(), 'herald', 0, { url: NEW_URL, moving: { to: NEW_URL, count: 3, since: minute(-DAY) } })
    const moved = await store().findFeed(NEW_URL)
    expect(moved).toMatchObject({ id: 'herald', url: NEW_URL })
    expect(moved?.moving).toBeUndefined()
    for (const key of [other.id, feed.id, feed.url]) expect((await store().findFeed(key))?.id).toBe('herald')
    expect(ids(await store().listFeeds())).toEqual(['herald'])
    expect((await store().addFeed(sampleFeed('other', { url: NEW_URL, topics: ['world'] }))).id).toBe('herald')
    expect(await store().claimDueFeeds(claimAt(0), [other.id])).toEqual([])
  })

  test('two feeds that are taken are joined once both have seen the same, and no article changes its time', async () => {
    for (const id of ['herald', 'courier']) await store().addFeed(sampleFeed(id))
    const url = 'https://courier.example/feed.xml'
    await take(store(), 'herald', 'discord:1', 'discord:2')
    await take(store(), 'courier', 'discord:2', 'discord:3')
    const old = sampleArticle('old', { seenAt: minute(-9 * DAY), publishedAt: minute(-9 * DAY) })
    const moving = { to: url, count: 3, since: minute(-DAY) }
    await poll(store(), 'herald', 0, { url, moving }, [old, sampleArticle('news', { seenAt: minute(0) })])
    expect((await store().findFeed('herald'))?.moving).toEqual(moving)
    await poll(store(), 'herald', 60, { url, moving })
    expect(ids(await store().listFeeds())).toEqual(['courier', 'herald'])
    await poll(store(), 'courier', 90)
    await poll(store(), 'herald', 120, { url, moving })
    expect(ids(await store().listFeeds())).toEqual(['courier'])
    expect((await store().findFeed('herald'))?.id).toBe('courier')
    const rows = await store().listSubscriptions({ feedId: feedId('courier') })
    expect(rows.map(row => [row.channelId, row.mode, row.createdAt])).toEqual([
      ['discord:2', 'instant', minute(0)],
      ['discord:3', 'instant', minute(0)],
      ['discord:1', 'instant', minute(120)],
    ])
    expect(await store().listSubscriptions({ feedId: feedId('herald') })).toEqual([])
    expect(ids(await store().listArticles({ feedIds: [feedId('courier')], limit: 9 }))).toEqual(['old'])
  })
}

const numbered = (prefix: string, count: number, changes: (index: number) => Partial<AnalysedArticle>) =>
  Array.from({ length: count }, (_, index) => sampleArticle(`${prefix}${index}`, changes(index)))

function keepsKeys(store: () => Store): void {
  const before = numbered('old', 10, index => ({ url: `http://herald.example/story/${index}` }))
  const knownAs = (index: number) => sampleArticle(`old${index}`)

  test('a publisher that gives new keys and a new site to its entries brings nothing new', async () => {
    await store().addFeed(sampleFeed('herald'))
    await poll(store(), 'herald', 0, {}, before)
    const again = numbered('new', 10, index => ({
      url: `https://www.herald-news.example/story/${index}/`,
      title: knownAs(index).title,
      text: knownAs(index).text,
      seenAt: minute(60),
    }))
    const kept = await poll(store(), 'herald', 60, {}, again)
    expect(kept).toEqual({ added: [], changed: [], unchanged: 10 })
    const [first] = await store().getArticles([articleId('old0')])
    expect(first).toMatchObject({ url: 'https://www.herald-news.example/story/0/', seenAt: minute(0) })
    expect(await poll(store(), 'herald', 120, {}, again)).toEqual({ added: [], changed: [], unchanged: 10 })
    const edited = again.map(article => ({ ...article, text: 'Corrected.' }))
    expect((await poll(store(), 'herald', 180, {}, edited))?.changed).toContain('old3')
    expect((await store().countArticles()).articles).toBe(10)
  })

  test('the whole text of a page stays when the feed repeats its teaser, also under a new key', async () => {
    await store().addFeed(sampleFeed('herald'))
    const teaser = 'The harbour wall of Saltby gave way on Tuesday …'
    const given = numbered('old', 10, index => ({ text: teaser, authors: [], url: `http://herald.example/${index}` }))
    await poll(store(), 'herald', 0, {}, given)
    const text = `${teaser} ${'Engineers looked at the wall of the harbour again. '.repeat(20)}`
    const wholes = given.map(one => ({ ...one, text, authors: ['Ann'], terms: { title: 't', text: 'engin' } }))
    await store().updateArticles(wholes)
    const renamed = given.map((one, index) => ({ ...one, id: articleId(`new${index}`), seenAt: minute(60) }))
    for (const [round, brought] of [given, renamed, renamed].entries()) {
      expect(await poll(store(), 'herald', 60 * (round + 1), {}, brought)).toEqual({
        added: [],
        changed: [],
        unchanged: 10,
      })
      const [first] = await store().getArticles([articleId('old0')])
      expect(first).toMatchObject({ text, authors: ['Ann'], terms: { text: 'engin' } })
    }
    const retitled = renamed.map(one => ({ ...one, title: `${one.title}, corrected` }))
    expect((await poll(store(), 'herald', 240, {}, retitled))?.changed).toHaveLength(10)
    expect((await store().getArticles([articleId('old0')]))[0]?.text).toBe(text)
    const withdrawn = renamed.map(one => ({ ...one, text: 'Withdrawn: we confused two places.' }))
    await poll(store(), 'herald', 300, {}, withdrawn)
    expect((await store().getArticles([articleId('old0')]))[0]?.text).toBe('Withdrawn: we confused two places.')
  })

  test('true news among entries with new keys is news; with less than four fifths known all are', async () => {
    await store().addFeed(sampleFeed('herald'))
    await poll(store(), 'herald', 0, {}, before)
    const again = (prefix: string, known: number) =>
      numbered(prefix, 10, index => (index < known ? { title: knownAs(index).title } : {}))
    expect((await poll(store(), 'herald', 60, {}, again('b', 7)))?.added).toHaveLength(10)
    expect((await poll(store(), 'herald', 120, {}, again('c', 8)))?.added).toHaveLength(10)
    await store().addFeed(sampleFeed('courier'))
    const own = before.map(one => ({ ...one, id: articleId(`k${one.id}`), feedId: feedId('courier') }))
    await poll(store(), 'courier', 0, {}, own)
    const moved = again('d', 8).map(one => ({ ...one, feedId: feedId('courier') }))
    expect((await poll(store(), 'courier', 60, {}, moved))?.added).toEqual(['d8', 'd9'])
  })

  test('an entry like another that is still in the feed, or a column of next week, is a new one', async () => {
    await store().addFeed(sampleFeed('herald'))
    await poll(store(), 'herald', 0, {}, before)
    const twin = sampleArticle('twin', { url: 'http://herald.example/story/3', title: knownAs(3).title })
    expect((await poll(store(), 'herald', 60, {}, [...before, twin]))?.added).toEqual(['twin'])
    const columns = numbered('week', 4, index => ({ title: knownAs(index).title, publishedAt: minute(7 * DAY) }))
    expect((await poll(store(), 'herald', 7 * DAY, {}, columns))?.added).toHaveLength(4)
  })

  test('an edit at the source is remembered with both hashes and the sentences that changed', async () => {
    await store().addFeed(sampleFeed('herald'))
    const first = sampleArticle('a1', {
      text: 'Three people were hurt. The mayor spoke.\n\nIt rained.',
      language: 'en',
    })
    await poll(store(), 'herald', 0, {}, [first, sampleArticle('a2')])
    expect(await store().listChanges([first.id])).toEqual([])
    const second = { ...first, text: first.text.replace('Three', 'Five'), seenAt: minute(60) }
    await poll(store(), 'herald', 60, {}, [second, sampleArticle('a2')])
    await poll(store(), 'herald', 120, {}, [{ ...second, title: 'Another title', seenAt: minute(120) }])
    const changes = await store().listChanges([first.id, articleId('a2')])
    expect(changes).toMatchObject([
      { articleId: 'a1', at: minute(120), removed: ['Title of a1'], added: ['Another title'] },
      { articleId: 'a1', at: minute(60), removed: ['Three people were hurt.'], added: ['Five people were hurt.'] },
    ])
    expect(changes[0]?.oldHash).toBe(changes[1]?.newHash)
    expect(changes[1]?.oldHash).not.toBe(changes[1]?.newHash)
    expect(await store().listChanged(0, 9)).toEqual({ articleIds: [first.id], last: 2 })
    expect(await store().listChanged(0, 1)).toEqual({ articleIds: [first.id], last: 1 })
    expect(await store().listChanged(2, 9)).toEqual({ articleIds: [], last: 2 })
  })

  test('reading the page of an article is no edit at its source', async () => {
    await store().addFeed(sampleFeed('herald'))
    await poll(store(), 'herald', 0, {}, [sampleArticle('a1', { text: 'A teaser.' })])
    const whole = sampleArticle('a1', { text: 'A teaser. And the whole text of its page.' })
    expect(await store().updateArticles([whole])).toBe(1)
    expect((await poll(store(), 'herald', 60, {}, [whole]))?.changed).toEqual([])
    expect(await store().listChanges([whole.id])).toEqual([])
  })

  test('of an article that is edited again and again the newest twenty changes are remembered', async () => {
    await store().addFeed(sampleFeed('herald'))
    for (let round = 0; round <= 25; round += 1) {
      await poll(store(), 'herald', round * 60, {}, [sampleArticle('a1', { text: `Version ${round}.` })])
    }
    const changes = await store().listChanges([articleId('a1')])
    expect(changes).toHaveLength(20)
    expect(changes[0]).toMatchObject({ removed: ['Version 24.'], added: ['Version 25.'] })
    expect((await store().countArticles()).articles).toBe(1)
  })
}

/** What a store promises about what publishers do to their feeds over time. */
export function keepsPublisherContract(store: () => Store): void {
  keepsMoves(store)
  keepsKeys(store)
}
