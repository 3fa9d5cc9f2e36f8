import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Message } from '../../src/model/message.ts'
import type { Invocation } from '../../src/ports/platform.ts'
import { type NewsstandBot, startNewsstandBot } from '../fakes/bot.ts'
import { textOf } from '../fakes/platform.ts'
import { type Publisher, startPublisher } from '../fakes/publisher.ts'

const NOW = new Date('2026-11-23T12:00:00Z')
const HOST = 'harbour.example'
const { signal } = new AbortController()
const item = (title: string): string => `<item><title>${title}</title><link>http://${HOST}/1</link></item>`
const rss = (title: string, encoding = 'utf-8'): string =>
  `<?xml version="1.0" encoding="${encoding}"?><rss version="2.0"><channel><title>${title}</title>${item('High tide')}</channel></rss>`
const outline = (path: string, title: string): string =>
  `<outline type="rss" text="${title}" xmlUrl="http://${HOST}${path}"/>`
const opml = (rows: readonly string[]): string =>
  `<?xml version="1.0"?>\n<opml version="2.0"><body>\n${rows.join('\n')}\n</body></opml>\n`
const CHANNEL = 'UCabcdefghijklmnopqrstuv'

let bot: NewsstandBot
let server: Publisher
let channels = 0
let here: { address: string }

beforeAll(async () => {
  server = await startPublisher()
  const names = [HOST, 'www.youtube.com']
  bot = await startNewsstandBot(NOW, [server.allow(), ...names.map(name => server.allow(name))])
})
beforeEach(() => {
  channels += 1
  here = { address: `feeds-${channels}` }
})
afterAll(async () => {
  await bot.stop()
  await server.close()
})

const say = async (text: string, request = {}): Promise<string> => textOf(await bot.say(text, { ...here, ...request }))

/** Gives the command with a file attached. */
const give = (text: string, file: string, request = {}): Promise<Message> => {
  const openFile = async () => ({ filename: 'feeds.opml', bytes: Buffer.from(file) })
  const invocation: Invocation = { kind: 'words', text, openFile }
  const whole = { platform: 'terminal', userId: 'reader', isManager: true, locale: 'en', ...here, ...request } as const
  return bot.tidings.app.handler.handle(whole, invocation, signal)
}

describe('/feeds import', () => {
  const list = opml([outline('/a.xml', 'Tides'), outline('/b.xml', 'Boats'), '<outline type="rss" text="Lost"/>'])

  test('one feed that is never fetched stops no other: each such line is told, those after it are taken', async () => {
    const odd = (address: string) => `<outline type="rss" text="Odd" xmlUrl="${address}"/>`
    const refused = [odd('http://harbour.example:22/a.xml'), odd('http://10.0.0.1/feed')]
    const answer = textOf(await give('/feeds import', opml([...refused, outline('/late.xml', 'Late')])))
    expect(answer).toContain('Imported: 1 new feed, 0 already here')
    expect(answer).toContain('line 3: names a port that is not read from (http://harbour.example:22/a.xml)')
    expect(answer).toContain('line 4: leads into a private network (http://10.0.0.1/feed)')
    expect(await say('/schedule')).toContain('08:00 daily')
  })

  test('takes every feed of a file without fetching one, and tells the lines that it did not take', async () => {
    const before = server.requests.length
    const answer = textOf(await give('/feeds import', list))
    expect(answer).toContain('Imported: 2 new feeds, 0 already here')
    expect(answer).toContain('line 5: no address of a feed (Lost)')
    expect(await say('/list')).toContain('This channel takes 2 feeds')
    expect(await say('/schedule')).toContain('08:00 daily')
    expect(server.requests).toHaveLength(before)
  })

  test('a second time changes nothing, not even how a feed is taken', async () => {
    server.set('/a.xml', { body: rss('Tides') })
    await say(`/subscribe http://${HOST}/a.xml instant`)
    await give('/feeds import', list)
    const state = async () => [
      await say('/list'),
      await say('/schedule'),
      (await bot.say('/feeds export', here)).attachment,
    ]
    const before = await state()
    expect(before[0]).toContain('instant')
    expect(textOf(await give('/feeds import', list))).toContain('Imported: 0 new feeds, 2 already here')
    expect(await state()).toEqual(before)
  })

  test('a channel takes no more than a thousand feeds, whichever way they come', async () => {
    const rows = Array.from({ length: 1002 }, (_, at) => outline(`/many/${at}`, `Feed ${at}`))
    const answer = textOf(await give('/feeds import', opml(rows)))
    expect(answer).toContain('Imported: 1000 new feeds, 0 already here')
    expect(answer).toContain('A channel takes 1000 feeds at the most: 2 feeds were left out.')
    expect(textOf(await give('/feeds import', opml(rows.slice(0, 3))))).toContain('0 new feeds, 3 already here')
    expect(await say('/subscribe world')).toContain('A channel takes 1000 feeds at the most')
    expect(await say(`/subscribe http://${HOST}/many/7 mode:instant`)).not.toContain('at the most')
  })

  test('what was exported in one channel is imported in another with its titles', async () => {
    const folder = `<outline text="Harbour">${outline('/own.xml', 'Own')}</outline>`
    await give('/feeds import', opml([folder]))
    const file = (await bot.say('/feeds export', here)).attachment
    expect(file?.filename).toBe('tidings.opml')
    expect(file?.text).toContain('text="Own"')
    expect(file?.text).not.toContain('Harbour')
    const there = { address: 'another-room' }
    expect(textOf(await give('/feeds import', file?.text ?? '', there))).toContain('1 new feed, 0 already')
    expect((await bot.say('/feeds export', there)).attachment).toEqual(file)
  })

  test('a list in folders makes no starter feeds: no other channel reads them, sees the folder, or keeps the name', async () => {
    server.set('/diary.xml', { body: rss('Board of Zorblax') })
    await give('/feeds import', opml([`<outline text="Ann">${outline('/diary.xml', 'Ann’s name for it')}</outline>`]))
    await bot.tidings.app.work.poll()
    const other = { address: 'reader-of-nothing' }
    expect(await say('/summary high tide', other)).not.toMatch(/Zorblax|Ann/)
    await say(`/subscribe http://${HOST}/diary.xml`, other)
    const file = (await bot.say('/feeds export', other)).attachment?.text
    expect(file).toContain('text="Board of Zorblax"')
    expect(file).not.toContain('Ann')
  })

  test('an address with a credential in it is shown to nobody who only looks', async () => {
    const secret = 'pa55word'
    const rows = [`http://ann:${secret}@${HOST}/own.xml`, `http://${HOST}/mine.xml?token=${secret}`]
    await give('/feeds import', opml(rows.map(url => `<outline type="rss" text="Ann" xmlUrl="${url}"/>`)))
    for (const command of ['/list', '/feeds health']) {
      const { blocks } = await bot.say(command, { ...here, isManager: false })
      expect(JSON.stringify(blocks)).not.toContain(secret)
      expect(JSON.stringify(blocks)).toContain('Ann')
    }
  })

  test('takes a list from an address, through the guard', async () => {
    server.set('/list.opml', { body: list })
    expect(await say(`/feeds import http://${HOST}/list.opml`)).toContain('2 new feeds')
    expect(await say('/feeds import http://169.254.169.254/list.opml')).toContain('private network')
    server.set('/page', { headers: { 'content-type': 'text/html' }, body: '<html></html>' })
    expect(await say(`/feeds import http://${HOST}/page`)).toContain(`http://${HOST}/page is not an OPML file`)
    server.set('/large', { body: Buffer.alloc(11 * 1024 * 1024) })
    expect(await say(`/feeds import http://${HOST}/large`)).toContain('larger than 10 MB')
  })

  test('says what is missing, and takes nothing from those who do not manage the channel', async () => {
    const none = await bot.say('/feeds import', here)
    expect(textOf(none)).toContain('Attach an OPML file')
    expect(none.isError).toBe(true)
    expect(textOf(await give('/feeds import', 'Dear diary'))).toContain('feeds.opml is not an OPML file')
    expect((await give('/feeds import', opml([]))).isError).toBe(true)
    const guest = { isManager: false }
    expect(textOf(await give('/feeds import', list, guest))).toContain('Only those who manage')
    expect(await say('/feeds export', guest)).toContain('Only those who manage')
    expect(await say('/feeds health', guest)).toContain('takes no feed yet')
  })
})

describe('/feeds health', () => {
  test('shows after a poll which imported feeds are dead, first, in words, with the next try', async () => {
    server.set('/well.xml', { headers: { etag: '"1"' }, body: rss('Well') })
    const rows = [outline('/well.xml', 'Well'), outline('/dead.xml', 'Dead')]
    await give('/feeds import', opml(rows))
    const unread = await say('/feeds health')
    expect(unread).toMatch(/^2 feeds, 2 not read yet/)
    expect(unread).not.toContain('✓')
    expect(await say('/feeds health', { locale: 'de' })).toMatch(/^2 Feeds, 2 noch nicht gelesen/)
    const ids = (await bot.tidings.parts.store.listFeeds())
      .filter(({ url }) => /well|dead/.test(url))
      .map(({ id }) => id)
    await bot.tidings.parts.feeds.poll(signal, ids)
    const health = await say('/feeds')
    expect(health).toContain('1 of 2 feeds in trouble')
    expect(health.indexOf('Dead')).toBeLessThan(health.indexOf('Well'))
    expect(health).toContain('last error: it answers with error 404 (1 try)')
    expect(health).toMatch(/failing since Mon 23 Nov, 12:00/)
    expect(health).toMatch(/last read Mon 23 Nov, 12:00/)
    expect(health).toMatch(/next try Mon 23 Nov, 1[23]:/)
    expect(await say('/feeds health', { locale: 'de' })).toContain('1 von 2 Feeds mit Störung')
  })

  test('turns its pages, and knows no page that is not there', async () => {
    await give('/feeds import', opml(Array.from({ length: 12 }, (_, at) => outline(`/p${at}`, `Feed ${at}`))))
    const first = await bot.say('/feeds health', here)
    expect(textOf(await bot.press(first, 'Next page', here))).toContain('Page 2 of 2')
    expect(await say('/feeds health 3')).toContain('can not be “3”')
    expect(await say('/feeds list 3')).toContain('Page 3 of 3')
  })
})

describe('/subscribe', () => {
  test('offers the feeds of a page with a button each, which takes it as it was asked for', async () => {
    const link = (path: string, title: string): string =>
      `<link rel="alternate" type="application/rss+xml" href="${path}" title="${title}">`
    const body = `<html>${link('/north.xml', 'North')}${link('/south.xml', 'South')}</html>`
    server.set('/two', { headers: { 'content-type': 'text/html' }, body })
    server.set('/south.xml', { body: rss('South') })
    const choice = await bot.say(`/subscribe http://${HOST}/two instant`, here)
    expect(textOf(choice)).toContain(`http://${HOST}/two offers several feeds. Choose one:`)
    expect(textOf(choice)).toContain(`http://${HOST}/south.xml`)
    expect(choice.actions.map(({ label }) => label)).toEqual(['North', 'South'])
    expect(textOf(await bot.press(choice, 'South', here))).toContain('Subscribed to South')
    expect(await say('/list')).toContain('South (instant)')
  })

  const html = { 'content-type': 'text/html' }
  const link = '<!doctype html><html><link rel="alternate" type="application/rss+xml" href="/feed.xml"></html>'
  const cyrillic = Buffer.concat(
    rss('|', 'windows-1251')
      .split('|')
      .flatMap((part, at) => (at === 0 ? [Buffer.from(part)] : [Buffer.from([0xc3, 0xe0, 0xe2]), Buffer.from(part)])),
  )
  test.each([
    ['a bare host', HOST, { '/': { headers: html, body: link } }, 'Subscribed to Tide Post'],
    ['a site', `http://${HOST}/news/`, { '/news/': { headers: html, body: link } }, 'Subscribed to Tide Post'],
    ['a feed', `http://${HOST}/feed.xml`, {}, 'Subscribed to Tide Post'],
    [
      'a YouTube channel',
      `http://www.youtube.com/channel/${CHANNEL}`,
      { [`/feeds/videos.xml?channel_id=${CHANNEL}`]: { body: rss('Harbour TV') } },
      'Subscribed to Harbour TV',
    ],
    [
      'a 404',
      `http://${HOST}/gone/feed`,
      {},
      `There is nothing at http://${HOST}/gone/feed (status 404). Try the site itself: http://${HOST}/`,
    ],
    [
      'a PDF',
      `http://${HOST}/a.pdf`,
      { '/a.pdf': { body: '%PDF-1.7\n...' } },
      'is a PDF file, not a feed. Give the address of an RSS, Atom or JSON feed, or of the site itself.',
    ],
    [
      'a private address',
      'http://192.168.1.1/feed',
      {},
      'private network, which I do not enter. Give a public address;',
    ],
    [
      'a huge file',
      `http://${HOST}/huge`,
      { '/huge': { body: Buffer.alloc(6 * 1024 * 1024) } },
      'larger than 5 MB, too large for a feed. Give a smaller feed',
    ],
    ['a feed in windows-1251', `http://${HOST}/win.xml`, { '/win.xml': { body: cyrillic } }, 'Subscribed to Гав'],
    [
      'an OPML file',
      `http://${HOST}/all.opml`,
      { '/all.opml': { body: opml([outline('/z', 'Z')]) } },
      `/feeds import http://${HOST}/all.opml takes all`,
    ],
    [
      'a page for members',
      `http://${HOST}/in`,
      { '/in': { status: 403 } },
      'does not let me in (status 403). Look for',
    ],
    ['a server in trouble', `http://${HOST}/out`, { '/out': { status: 502 } }, '(status 502). Try again later.'],
    [
      'a host that has enough',
      `http://${HOST}/busy`,
      { '/busy': { status: 429, headers: { 'retry-after': '5400' } } },
      `${HOST} wants to be left alone for now. Try again in 2 hours.`,
    ],
    [
      'an unusual port',
      'http://harbour-post.example:2222/feed',
      {},
      'names an unusual port; I read only from 80, 443, 8080, 8443. Give an address without a port.',
    ],
  ])('a newcomer who pastes %s gets a helpful answer', async (_kind, address, routes, answer) => {
    server.set('/feed.xml', { body: rss('Tide Post') })
    for (const [path, route] of Object.entries(routes)) server.set(path, route)
    expect(await say(`/subscribe ${address}`)).toContain(answer)
  })
})

describe('a feed whose server can not say what changed', () => {
  const seldom = 'can not say whether anything changed'

  test('is told to whoever wants each article at once, and to all in /feeds health', async () => {
    server.set('/plain.xml', { body: rss('Plain') })
    server.set('/marked.xml', { headers: { etag: '"1"' }, body: rss('Marked') })
    expect(await say(`/subscribe http://${HOST}/plain.xml instant`)).toContain(
      `${seldom}, so I read it only every 6 hours`,
    )
    expect(await say(`/subscribe http://${HOST}/marked.xml instant`)).not.toContain(seldom)
    const health = await say('/feeds health')
    expect(health.match(new RegExp(`only every 6 hours.*${seldom}`, 'g'))).toHaveLength(1)
    expect(await say('/feeds health', { locale: 'de' })).toContain('nur alle 6 Stunden gelesen')
  })

  test('is told for a briefing only when it misses a day of it', async () => {
    server.set('/small.xml', { body: rss('Small') })
    server.set('/large.xml', { body: rss('Large').replace('</channel>', `<!--${'x'.repeat(300_000)}--></channel>`) })
    expect(await say(`/subscribe http://${HOST}/small.xml`)).not.toContain(seldom)
    expect(await say(`/subscribe http://${HOST}/large.xml`)).toContain(`${seldom}, so I read it only every 24 hours`)
  })
})
