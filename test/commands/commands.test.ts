import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { commands } from '../../commands/index.ts'
import { createApp } from '../../src/app.ts'
import type { ChannelId } from '../../src/model/briefing.ts'
import type { FeedId } from '../../src/model/feed.ts'
import type { Message } from '../../src/model/message.ts'
import { connect } from '../../src/stores/connection.ts'
import { openDatabase } from '../../src/stores/database-file.ts'
import { storeOn } from '../../src/stores/sqlite.ts'
import { manualTicker, type NewsstandBot, startNewsstandBot } from '../fakes/bot.ts'
import { textOf } from '../fakes/platform.ts'

const NOW = new Date('2026-11-23T12:00:00Z')
const bulletsOf = ({ blocks }: Message): string[] =>
  blocks.flatMap(block => (block.kind === 'bullet' ? [block.text] : []))
const labelsOf = ({ actions }: Message): string[] => actions.map(({ label }) => label)

describe('the commands, over the sample newsstand', () => {
  let bot: NewsstandBot
  let channels = 0
  /** Every test speaks in a channel of its own. */
  let here: { address: string }

  beforeAll(async () => {
    bot = await startNewsstandBot(NOW)
  })
  beforeEach(() => {
    channels += 1
    here = { address: `room-${channels}` }
  })
  afterAll(() => bot.stop())

  const say = async (text: string, request = {}): Promise<string> =>
    textOf(await bot.say(text, { ...here, ...request }))

  describe('/subscribe', () => {
    test('takes a topic, names its feeds and the next briefings, and sets 08:00', async () => {
      const answer = await say('/subscribe world')
      expect(answer).toMatch(/^Subscribed to world: \d feeds/)
      expect(answer).toContain('Tue 24 Nov, 08:00')
      expect(await say('/schedule')).toContain('08:00 daily (UTC)')
    })

    test('says so when the channel has it already, and keeps one briefing', async () => {
      await say('/subscribe world')
      expect(await say('/subscribe world')).toContain('already takes world')
      expect((await say('/schedule')).match(/08:00 daily/g)).toHaveLength(1)
    })

    test('takes a feed address, a site address and a title', async () => {
      const [feed] = bot.tidings.parts.packs[0]?.feeds ?? []
      expect(await say(`/subscribe ${feed?.url}`)).toContain(`Subscribed to ${feed?.title}`)
      expect(await say(`/subscribe ${feed?.site}`)).toContain(`already takes ${feed?.title}`)
      expect(await say(`/subscribe ${feed?.title}`)).toContain(`already takes ${feed?.title}`)
    })

    test('sets the briefing at the time that is named', async () => {
      await say('/subscribe science at:06:45')
      expect(await say('/schedule')).toContain('06:45 daily')
    })

    test('refuses a wrong time before anything is changed', async () => {
      expect(await say('/subscribe science at:26:00')).toContain('“26:00” is no time of day')
      expect(await say('/list')).toContain('takes no feed yet')
    })

    test('knows what a mistyped topic may have meant, and what no address can mean', async () => {
      expect(await say('/subscribe wrold')).toContain('I know no topic “wrold”. Did you mean world?')
      expect(await say('/subscribe !!')).toContain('neither a web address nor a known topic')
      expect(await say('/subscribe http://127.0.0.1/feed')).toContain('private network')
    })
  })

  describe('/unsubscribe and /list', () => {
    test('list what is taken, in pages, and drop it by its button', async () => {
      await say('/subscribe world')
      const list = await bot.say('/list', here)
      expect(textOf(list)).toMatch(/This channel takes \d feeds/)
      const drop = labelsOf(list).find(label => label.startsWith('Drop '))
      expect(textOf(await bot.press(list, drop ?? '', here))).toMatch(/^Unsubscribed from /)
    })

    test('dropping everything can not be typed in one go', async () => {
      await say('/subscribe world')
      expect(await say('/unsubscribe all yes')).toContain('does not take “all yes”')
      expect(await say('/list')).toContain('This channel takes')
    })

    test('whoever drops the last feed of a channel with briefings learns that nothing will be posted', async () => {
      const [feed] = bot.tidings.parts.packs[0]?.feeds ?? []
      await say(`/subscribe ${feed?.title}`)
      expect(await say('/schedule')).not.toContain('Nothing is posted until')
      expect(await say('/status')).not.toContain('Nothing is posted until')
      expect(await say(`/unsubscribe ${feed?.title}`)).toContain('Nothing is posted until this channel takes a feed')
      expect(await say('/schedule')).toContain('Nothing is posted until')
      expect(await say('/status')).toContain('Nothing is posted until')
      await say(`/subscribe ${feed?.title} instant`)
      expect(await say('/status')).toContain('Nothing is posted until')
    })

    test('a feed that fails is shown with the reason', async () => {
      const { store, clock } = bot.tidings.parts
      const now = clock.now()
      const sample = { addedAt: now, nextPollAt: now, topics: [], failures: 0, validators: {} }
      for (const [id, error] of [
        ['gone', 'dns'],
        ['page', 'format'],
        ['odd', 'somethingNew'],
      ] as const) {
        const url = `https://${id}.example/feed`
        const feed = await store.addFeed({ ...sample, id: id as FeedId, url, title: `The ${id}` })
        const channelId = `terminal:${here.address}` as ChannelId
        await say('/status')
        await store.subscribe({ channelId, feedId: feed.id, mode: 'digest', createdAt: now })
        const [claimed] = await store.claimDueFeeds({ now, limit: 1, leaseMs: 1000 }, [feed.id])
        if (claimed === undefined) throw new Error('the feed is not due')
        await store.finishPoll(claimed, { polledAt: now, nextPollAt: new Date(now.getTime() + 1e9), error }, [])
      }
      const list = await say('/list')
      expect(list).toMatch(/The gone \(failing since .+: no such host\)/)
      expect(list).toMatch(/The page \(failing since .+: it is not a feed any more\)/)
      expect(list).toMatch(/The odd \(failing since .+: it can not be read\)/)
      expect(await say('/status')).toContain('The gone (no such host), ')
    })

    test('dropping all asks first, hands out an OPML file, and then does it', async () => {
      await say('/subscribe world')
      const question = await bot.say('/unsubscribe all', here)
      expect(question.attachment?.text).toContain('<outline type="rss"')
      expect(await say('/list')).toContain('This channel takes')
      expect(textOf(await bot.press(question, 'Yes, drop all', here))).toMatch(/^Unsubscribed from \d feeds/)
      expect(await say('/list')).toContain('takes no feed yet')
    })

    test('what is not taken can not be dropped', async () => {
      await say('/subscribe world')
      expect(await say('/unsubscribe the moon')).toContain('does not take “the moon”')
      expect(await say('/list 9')).toContain('page can not be “9”')
    })
  })

  describe('/summary', () => {
    test.each(['putin', 'Poutine', 'Путин'])('finds the same person as %s, in 3 to 5 bullets', async name => {
      const answer = await bot.say(`/summary ${name}`, here)
      expect(bulletsOf(answer).length).toBeGreaterThanOrEqual(3)
      expect(bulletsOf(answer).length).toBeLessThanOrEqual(5)
    })

    test('refuses a topic that is a whole article, and repeats no long input', async () => {
      expect(await say(`/summary ${'word '.repeat(100)}`)).toBe('topic is too long: 200 characters at the most.')
      expect(await say(`/help ${'a'.repeat(1500)}`)).toContain('a…')
      expect((await say(`/${'x'.repeat(3000)}`)).length).toBeLessThan(200)
    })

    test('tells how many of the stories it shows, and how wide it looked', async () => {
      expect(await say('/summary putin')).toMatch(/\d of \d stor(y|ies) from \d+ articles?; \d+ feeds searched\. /)
    })

    test('gives three bullets when it shall be short', async () => {
      expect(bulletsOf(await bot.say('/summary putin short', here)).length).toBeLessThanOrEqual(3)
    })

    test('says that nothing is found, and what is near', async () => {
      const answer = await bot.say('/summary xylophone repairs', here)
      expect(textOf(answer)).toContain('Nothing found about “xylophone repairs”')
      expect(answer.isError).toBe(true)
    })

    test('looks no further back than it is told', async () => {
      expect(await say('/summary putin 24h')).toContain('Nothing about “putin” in the last 24h. The newest')
      expect(await say('/summary xylophones 24h')).toContain('Nothing found about “xylophones”')
    })
  })

  describe('/briefing and /sources', () => {
    test('now merges outlets into stories; the last one can be seen again', async () => {
      await say('/subscribe world')
      const briefing = await say('/briefing now')
      expect(briefing).toMatch(/[2-9] outlets, [1-9] origins?: /)
      expect(await say('/briefing last')).toBe(briefing)
    })

    test('the sources of a bullet are sentences that stand in the article', async () => {
      await say('/summary putin')
      const sources = await bot.say('/sources 1', here)
      const citations = sources.blocks.flatMap(block => (block.kind === 'citation' ? [block] : []))
      expect(citations.length).toBeGreaterThan(0)
      const feeds = await bot.tidings.parts.store.listArticles({ limit: 500 })
      for (const { quote } of citations) expect(feeds.some(({ text }) => text.includes(quote))).toBe(true)
    })

    test('numbers in which outlets differ are a line of the story, and its sources show their sentences', async () => {
      await say('/subscribe world')
      const line = 'Sources disagree on injured: 14 (Albatross Wire, 03:00) · 17 (Harbour Post, 05:00)'
      const briefing = await say('/briefing now')
      expect(briefing).toContain(line)
      expect(briefing.match(/Sources disagree/g)).toHaveLength(1)
      const sources = await bot.say('/sources 1', here)
      const kinds = sources.blocks.map(({ kind }) => kind)
      const at = sources.blocks.findIndex(
        block => block.kind === 'note' && block.text === 'Sources disagree on injured:',
      )
      expect(kinds.slice(at)).toEqual(['note', 'citation', 'citation'])
      expect(sources.blocks.at(-1)).toMatchObject({
        outlet: 'Harbour Post',
        quote: expect.stringMatching(/^Seventeen people were hurt when the Tolvey ferry .* Harbour Post\.$/),
      })
      expect(await say('/summary ferry')).toContain(line)
      expect(await say('/summary ferry', { locale: 'de' })).toContain(
        'Die Quellen sind uneins über Verletzte: 14 (Albatross Wire, 03:00) · 17 (Harbour Post, 05:00)',
      )
    })

    test('a button shows the sources of its own digest, also after another one', async () => {
      const first = await bot.say('/summary putin', here)
      await say('/briefing preview')
      const label = labelsOf(first).find(text => text === 'Sources 1') ?? ''
      expect(textOf(await bot.press(first, label, here))).toContain('Sources of 1')
    })

    test('a number that is not there, and a channel without a digest, are told apart', async () => {
      expect(await say('/sources 1')).toContain('There is no digest here yet')
      await say('/summary putin short')
      expect(await say('/sources 99')).toMatch(/no number 99; it goes from 1 to [23]/)
      expect(await say('/sources one')).toContain('item can not be “one”')
    })
  })

  describe('/schedule', () => {
    test('adds a time with its days and zone, shows the next three runs with their offset, and removes it', async () => {
      const added = await say('/schedule add 07:30 mon-fri Europe/Berlin')
      expect(added).toContain('All times in this channel are shown in Europe/Berlin from now on')
      expect(await say('/schedule add 07:45 mon-fri Europe/Berlin')).not.toContain('from now on')
      await say('/schedule remove 7:45')
      expect(added).toContain('07:30 Monday to Friday (Europe/Berlin)')
      expect(added.match(/UTC\+1/g)).toHaveLength(3)
      expect(await say('/schedule remove 7:30')).toContain('Briefing removed: 07:30')
      expect(await say('/schedule')).toContain('No briefing is scheduled here')
    })

    test('naming the zone of a time that is there corrects it and adds no second briefing', async () => {
      await say('/subscribe world')
      await say('/schedule add 08:00 timezone:Asia/Tokyo')
      const list = await say('/schedule')
      expect(list).toContain('08:00 daily (Asia/Tokyo)')
      expect(list).not.toContain('(UTC)')
    })

    test.each([
      ['/schedule add 08:00 daily Mars/Olympus', 'There is no time zone “Mars/Olympus”'],
      ['/schedule add 08:00 daily Europe/Berlni', 'Did you mean Europe/Berlin'],
      ['/schedule add 8:61', '“8:61” is no time of day'],
      ['/schedule add 08:00 someday', 'I do not understand the days “someday”'],
      ['/schedule add', 'Say at as well: /schedule add 07:30'],
      ['/schedule remove', 'Say at as well: /schedule remove 07:30'],
      ['/schedule remove 08:00', 'No briefing is scheduled here'],
    ])('%s changes nothing and says: %s', async (text, sentence) => {
      expect(await say(text)).toContain(sentence)
      expect(await say('/schedule')).toContain('No briefing is scheduled here')
    })

    test('takes a time without a verb as one to be added, from managers only', async () => {
      expect(await say('/schedule 06:15', { isManager: false })).toContain('Only those who manage')
      expect(await say('/schedule 06:15')).toContain('Briefing added: 06:15 daily')
    })

    test('briefings that share a time are told apart by their buttons, and by whoever types', async () => {
      await say('/schedule add 08:00 weekdays Europe/Berlin')
      await say('/schedule add 08:00 sat sun Asia/Tokyo')
      expect(await say('/schedule remove 08:00')).toMatch(
        /Several .+ at 08:00, so none was removed.+\/schedule remove 08:00 \w+ \w+\/\w+ · /,
      )
      const list = await bot.say('/schedule list', here)
      expect(labelsOf(list)).toContain('Remove 08:00 Saturday and Sunday (Asia/Tokyo)')
      const pressed = textOf(await bot.press(list, 'Remove 08:00 Saturday and Sunday (Asia/Tokyo)', here))
      expect(pressed).toContain('removed: 08:00 Saturday and Sunday (Asia/Tokyo)')
      expect(labelsOf(await bot.say('/schedule list', here))).toEqual(['Remove 08:00'])
    })

    test('one of several at a time is removed by its days or its zone', async () => {
      await say('/schedule add 08:00 weekdays')
      await say('/schedule add 08:00 weekend')
      expect(await say('/schedule remove 08:00 weekdays')).toContain('removed: 08:00 Monday to Friday')
      expect(await say('/schedule remove 08:00 mon fri')).toContain(
        'No briefing is scheduled at 08:00. Scheduled: 08:00 weekend UTC',
      )
      expect(await say('/schedule remove 08:00')).toContain('removed: 08:00 Saturday and Sunday')
    })

    test('the same briefing twice is refused', async () => {
      await say('/schedule add 08:00')
      expect(await say('/schedule add 08:00')).toContain('already there')
    })
  })

  describe('whoever', () => {
    test('does not manage the channel may read, and may not change', async () => {
      const guest = { isManager: false }
      for (const text of ['/subscribe world', '/unsubscribe world', '/briefing now', '/schedule add 08:00']) {
        expect(await say(text, guest)).toContain('Only those who manage this channel')
      }
      expect(await say('/summary putin', guest)).toContain('What is said about')
    })

    test('presses a button of another channel gets nothing', async () => {
      const question = await bot.say('/summary putin', here)
      const elsewhere = await bot.press(question, 'Sources 1', { address: 'somewhere-else' })
      expect(textOf(elsewhere)).toContain('too old')
    })

    test('reads German is answered in German', async () => {
      expect(await say('/schedule', { locale: 'de' })).toContain('Hier ist kein Briefing geplant')
      expect(await say('/sumary', { locale: 'de' })).toContain('War /summary gemeint?')
    })

    test('says no language gets answers and errors in that of the channel', async () => {
      await say('/status', { locale: 'de' })
      const anybody = { locale: undefined as unknown as string }
      expect(await say('/schedule', anybody)).toContain('Hier ist kein Briefing geplant')
      expect(await say('/sumary', anybody)).toContain('War /summary gemeint?')
    })
  })

  test('/status and /help tell what there is', async () => {
    expect(await say('/status')).toMatch(/Kept: \d+ articles of \d+ feeds in \d+ stories/)
    expect(await say('/help')).toContain('Sum up what the kept articles say')
    expect(await say('/help schedule')).toContain('Usage: /schedule [action] [at] [days] [timezone]')
    expect(await say('/help nothing')).toContain('There is no command /nothing')
  })

  test.each([
    ['read-only', 'PRAGMA query_only = 1', 'PRAGMA query_only = 0'],
    ['full', 'PRAGMA max_page_count = 1', 'PRAGMA max_page_count = 100000'],
  ])(
    'a %s database is said, changes nothing, and the bot goes on when it can be written again',
    async (_, broken, mended) => {
      const { database } = openDatabase(':memory:')
      const store = storeOn(connect(database, ':memory:'))
      const { handler } = createApp({ ...bot.tidings.parts, store }, commands, manualTicker, 'test')
      const { signal } = new AbortController()
      const request = { platform: 'terminal', address: 'x', userId: 'x', isManager: true } as const
      const add = async (at: string): Promise<string> =>
        textOf(await handler.handle(request, { kind: 'words', text: `/schedule add ${at}` }, signal))
      await add('06:00')
      database.exec(broken)
      // A full disk may still take what fits into pages that are there.
      const answers: string[] = []
      for (let hour = 0; hour < 24; hour += 1)
        for (const minute of ['10', '20', '30', '40', '50']) answers.push(await add(`${hour}:${minute}`))
      expect(answers.at(-1)).toContain('can not write to my database')
      const before = await store.listBriefings('terminal:x' as ChannelId)
      expect(before.length).toBe(1 + answers.filter(text => text.startsWith('Briefing added')).length)
      database.exec(mended)
      expect(await add('23:59')).toContain('Briefing added: 23:59')
      await store.close()
    },
  )

  test('what goes wrong unexpectedly is told with a reference that stands in the log', async () => {
    const { store } = bot.tidings.parts
    const counted = store.countArticles
    store.countArticles = () => Promise.reject(new Error('the disk said something odd'))
    const answer = await say('/status')
    store.countArticles = counted
    const reference = /\(([0-9a-z]{6})\)/.exec(answer)?.[1]
    expect(bot.log.some(({ fields }) => fields.reference === reference)).toBe(true)
    expect(answer).not.toContain('odd')
  })
})
