import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { StoryId } from '../../src/model/story.ts'
import { channelOf, type Newsroom, openNewsroom } from '../fakes/newsroom.ts'
import { textOf } from '../fakes/platform.ts'

const EVE = new Date('2026-11-22T20:00:00Z')
const FIRST = '2026-11-23T08:00:05Z'
const SECOND = '2026-11-24T08:00:05Z'
const THIRD = '2026-11-25T08:00:05Z'
const GAZETTE = 'http://gazette.example/feed'
const COURIER = 'http://courier.example/feed'
const at = (iso: string): Date => new Date(iso)

const QUARRY = {
  title: 'Rockfall at the Tarrow quarry in Ambledon buries an excavator, 4 hurt',
  text: 'A rockfall at the Tarrow quarry in Ambledon buried an excavator on Sunday and hurt 4 workers, the mine inspector Greta Sollis said. The quarry is closed until the slope has been measured.',
}
/** Another outlet's report of the same, in the same words. */
const QUARRY_COPY = {
  title: 'Rockfall at Tarrow quarry in Ambledon buries excavator, 4 hurt',
  text: QUARRY.text,
}
const QUARRY_NEWS = {
  title: 'Tarrow quarry in Ambledon: rockfall hurt 7 workers, warnings ignored',
  text: 'The rockfall at the Tarrow quarry in Ambledon hurt 7 workers, not all of whom had been counted, the mine inspector Greta Sollis said. A rockfall at the Tarrow quarry in Ambledon buried an excavator on Sunday. The foreman Odo Pellar had warned of cracks in the slope three weeks ago, according to a letter that the union published.',
}
const BAKERY = {
  title: 'Bakery of Fennick wins the national prize for its barley loaf',
  text: 'The bakery Hobbin in Fennick has won the national prize for its barley loaf. The jury praised the crust and the price of 3 crowns.',
}

describe('an edition, in the light of what the channel was told', () => {
  let room: Newsroom
  beforeEach(async () => {
    room = await openNewsroom(EVE)
    room.publish(GAZETTE, [QUARRY])
    room.publish(COURIER, [])
    await room.say(`/subscribe ${GAZETTE}`)
    await room.say(`/subscribe ${COURIER}`)
  })
  afterEach(() => room.stop())

  async function dayBreaks(iso: string): Promise<string> {
    room.clock.set(at(iso))
    await room.round()
    return room.got().at(-1) ?? ''
  }
  async function comes(iso: string, url: string, ...articles: Parameters<Newsroom['publish']>[1]): Promise<void> {
    room.clock.set(at(iso))
    room.publish(url, articles)
    await room.read(url)
  }
  const ask = async (text: string, request = {}): Promise<string> => textOf(await room.say(text, request))

  test('tells a new story in full, and a running one as an update with what was added alone', async () => {
    const first = await dayBreaks(FIRST)
    expect(first).toContain('buried an excavator on Sunday and hurt 4 workers')
    expect(first).not.toContain('Update')
    await comes('2026-11-23T15:00:00Z', COURIER, QUARRY_NEWS, BAKERY)
    const second = await dayBreaks(SECOND)
    expect(second).toContain(`Update: ${QUARRY_NEWS.title}`)
    expect(second).toContain('new since Mon 23 Nov, 08:00 UTC')
    expect(second).toContain('hurt 7 workers')
    expect(second).toContain('The foreman Odo Pellar had warned of cracks')
    expect(second).not.toContain('buried an excavator')
    expect(second).toContain(BAKERY.title)
    expect(second).not.toContain(`Update: ${BAKERY.title}`)
  })

  test('names a running story to which nothing was added in one line', async () => {
    await dayBreaks(FIRST)
    await comes('2026-11-23T15:00:00Z', COURIER, QUARRY_COPY, BAKERY)
    const second = await dayBreaks(SECOND)
    expect(second).toContain(`No change: ${QUARRY.title}`)
    expect(second).not.toContain(QUARRY_COPY.title)
    expect(second).not.toContain('buried an excavator')
    expect(second).toContain(BAKERY.title)
  })

  test('names it as it was told last, not by the title that its first article had', async () => {
    await ask('/briefing now')
    await comes('2026-11-22T21:00:00Z', COURIER, QUARRY_NEWS)
    await room.app.clusterer.run(new AbortController().signal)
    expect(await ask('/briefing now')).toContain(`Update: ${QUARRY_NEWS.title}`)
    const third = await ask('/briefing now')
    expect(third).toContain(`No change: ${QUARRY_NEWS.title}`)
    expect(third).not.toContain('4 hurt')
  })

  test('tells an update that a feed which the channel does not take had before', async () => {
    await dayBreaks(FIRST)
    const theirs = 'http://theirs.example/feed'
    room.publish(theirs, [{ ...QUARRY_NEWS, title: `${QUARRY_NEWS.title}, letter says` }])
    await room.say(`/subscribe ${theirs}`, { address: '2' })
    await comes('2026-11-23T15:00:00Z', COURIER, QUARRY_NEWS)
    const second = await dayBreaks(SECOND)
    expect(second).toContain(`Update: ${QUARRY_NEWS.title}`)
    expect(second).toContain('hurt 7 workers')
  })

  test('tells an update that an outlet which a filter hides had before', async () => {
    await dayBreaks(FIRST)
    const hidden = 'http://hidden.example/feed'
    await ask(`/filter add outlet:"${hidden}"`)
    room.clock.set(at('2026-11-23T12:00:00Z'))
    room.publish(hidden, [{ ...QUARRY_NEWS, title: `${QUARRY_NEWS.title}, letter says` }])
    await room.say(`/subscribe ${hidden}`)
    await comes('2026-11-23T15:00:00Z', COURIER, QUARRY_NEWS)
    expect(await dayBreaks(SECOND)).toContain(`Update: ${QUARRY_NEWS.title}`)
  })

  test('tells what had no room in an update when an article says it again', async () => {
    await dayBreaks(FIRST)
    const arrest =
      'Police arrested the manager Ivo Renn at the airport of Sorrel on Monday evening, the prosecutor Tilda Marsh said.'
    await comes('2026-11-23T15:00:00Z', COURIER, { ...QUARRY_NEWS, text: `${QUARRY_NEWS.text} ${arrest}` })
    const second = await dayBreaks(SECOND)
    expect(second).toContain('hurt 7 workers')
    expect(second).not.toContain('Ivo Renn')
    await comes('2026-11-24T15:00:00Z', GAZETTE, {
      title: 'Manager Ivo Renn arrested after rockfall at the Tarrow quarry in Ambledon',
      text: `${arrest} A rockfall at the Tarrow quarry in Ambledon had buried an excavator.`,
    })
    const third = await dayBreaks(THIRD)
    expect(third).toContain('Update: Manager Ivo Renn arrested')
    expect(third).toContain(arrest)
    expect(third).not.toContain('No change')
  })

  test('is no update under an old headline: a late copy does not speak for what came after it', async () => {
    await dayBreaks(FIRST)
    await comes('2026-11-23T12:00:00Z', COURIER, QUARRY_COPY)
    await comes('2026-11-23T15:00:00Z', COURIER, {
      title: 'Tarrow quarry in Ambledon: number of hurt rises to 9',
      text: 'The number of people hurt by the rockfall at the Tarrow quarry in Ambledon has risen to 9, the mine inspector Greta Sollis said. The foreman had warned of cracks.',
    })
    const second = await dayBreaks(SECOND)
    expect(second).toContain('Update: Tarrow quarry in Ambledon: number of hurt rises to 9')
    expect(second).toContain('has risen to 9')
  })

  test('counts the origins of an update among the outlets that tell it', async () => {
    await ask('/briefing now')
    const third = 'http://third.example/feed'
    room.publish(third, [QUARRY_NEWS])
    await room.say(`/subscribe ${third}`)
    await comes('2026-11-22T21:00:00Z', COURIER, { ...QUARRY_NEWS, title: `${QUARRY_NEWS.title}, letter says` })
    await room.app.clusterer.run(new AbortController().signal)
    const second = await ask('/briefing now')
    expect(second).toContain('Update')
    expect(second).toContain('2 outlets, 1 origin: ')
  })

  test('says in a line that nothing is new, and since when', async () => {
    await dayBreaks(FIRST)
    expect(await dayBreaks(SECOND)).toContain('Nothing new from the feeds of this channel since Mon 23 Nov, 08:00 UTC.')
    await comes('2026-11-24T15:00:00Z', COURIER, QUARRY_COPY)
    const third = await dayBreaks(THIRD)
    expect(third).toContain('Nothing new from the feeds of this channel since Tue 24 Nov, 08:00 UTC.')
    expect(third).toContain('No change: Rockfall')
  })

  test('knows a story again that was merged into another one', async () => {
    await dayBreaks(FIRST)
    await comes('2026-11-23T15:00:00Z', COURIER, QUARRY_COPY)
    await room.app.clusterer.run(new AbortController().signal)
    const articles = await room.store.listArticles({ limit: 9 })
    const [story] = await room.store.listStories(new Date(0))
    if (story === undefined) throw new Error('no story')
    const articleIds = articles.map(({ id }) => id)
    await room.store.saveStories([{ ...story, id: 'survivor' as StoryId, articleIds }])
    const second = await dayBreaks(SECOND)
    expect(second).toContain('No change: Rockfall')
    expect(second).not.toContain('buried an excavator')
  })

  test('is as if nothing had been told in another channel', async () => {
    await dayBreaks(FIRST)
    await room.say(`/subscribe ${GAZETTE}`, { address: '2' })
    expect(await ask('/briefing now', { address: '2' })).toContain('buried an excavator')
    expect(await ask('/briefing now', { address: '2' })).toContain('Nothing new')
  })

  describe('on demand', () => {
    test('counts as told, so that the next one of the schedule repeats nothing and loses nothing', async () => {
      expect(await ask('/briefing now')).toContain('buried an excavator')
      await comes('2026-11-22T21:00:00Z', COURIER, BAKERY)
      const scheduled = await dayBreaks(FIRST)
      expect(scheduled).toContain(BAKERY.title)
      expect(scheduled).not.toContain('buried an excavator')
    })

    test('a second one says that nothing changed, and names what it told', async () => {
      await ask('/briefing now')
      const second = await ask('/briefing now')
      expect(second).toContain('Nothing new from the feeds of this channel since Sun 22 Nov, 20:00 UTC.')
      expect(second).toContain(`No change: ${QUARRY.title}`)
    })

    test('that told nothing keeps the numbers of the one before', async () => {
      await ask('/briefing now')
      await ask('/briefing now')
      expect(await ask('/sources 1')).toContain(`Sources of 1: ${QUARRY.title}`)
      expect(await ask('/why 1')).toContain(`Why 1 is in: ${QUARRY.title}`)
    })

    test('is refused by name to who does not manage the channel; the preview is for all', async () => {
      expect(await ask('/briefing now', { isManager: false })).toContain('may use /briefing now.')
      expect(await ask('/settings language:de', { isManager: false })).toContain('may use /settings.')
      expect(await ask('/briefing', { isManager: false })).toContain('buried an excavator')
    })

    test('a preview counts for nothing', async () => {
      expect(await ask('/briefing preview')).toContain('buried an excavator')
      expect(await ask('/briefing preview')).toContain('buried an excavator')
      expect(await ask('/briefing now')).toContain('buried an excavator')
      expect(await ask('/briefing preview')).toContain('Nothing new')
    })

    test('a longer one tells what had no room, and the same length does not', async () => {
      const events = ['Aldford bridge closes', 'Bramwell school opens', 'Calder mine reopens', 'Dunbeck mayor resigns']
      const more = ['Easterby ferry sails', 'Farnley dam holds', 'Garside flood ebbs', 'Hexley tram derails']
      await comes('2026-11-22T21:30:00Z', COURIER, ...events, ...more)
      await room.app.clusterer.run(new AbortController().signal)
      const told = async (text: string): Promise<readonly string[]> => {
        const answer = await ask(text)
        return [...events, ...more].filter(event => answer.includes(`${event} was reported`))
      }
      const first = await told('/briefing now short')
      expect(first.length).toBeGreaterThan(0)
      expect(await told('/briefing now short')).toEqual([])
      const rest = await told('/briefing now long')
      expect([...first, ...rest].toSorted()).toEqual([...events, ...more].toSorted())
      expect(await told('/briefing now long')).toEqual([])
    })

    test('tells what a feed had that the channel takes only since', async () => {
      const third = 'http://third.example/feed'
      room.publish(third, [BAKERY])
      await room.say(`/subscribe ${third}`, { address: '2' })
      await ask('/briefing now')
      room.clock.set(new Date(EVE.getTime() + 60_000))
      await room.say(`/subscribe ${third}`)
      expect(await ask('/briefing now')).toContain(BAKERY.title)
    })
  })

  describe('corrects', () => {
    const edited = QUARRY.text.replace('hurt 4 workers', 'hurt 3 workers')

    async function edit(iso: string, text: string): Promise<void> {
      room.clock.set(at(iso))
      room.edit(GAZETTE, QUARRY.title, text)
      await room.read(GAZETTE)
    }

    test('what was edited at the source: once, with both sentences, the outlet and the time', async () => {
      await dayBreaks(FIRST)
      await edit('2026-11-23T15:00:00Z', edited)
      const second = await dayBreaks(SECOND)
      expect(second).toContain(`Correction: ${QUARRY.title}`)
      expect(second).toMatch(/Told here: .*hurt 4 workers/)
      expect(second).toMatch(/Now: .*hurt 3 workers/)
      expect(second).toMatch(/gazette\.example.*, Mon 23 Nov, 15:00 UTC; told here Mon 23 Nov, 08:00 UTC/)
      expect(second).not.toContain('Nothing new')
      expect(await dayBreaks(THIRD)).not.toContain('Correction')
    })

    test('and marks the bullet in /sources of the old digest', async () => {
      await ask('/briefing now')
      expect(await ask('/sources 1')).not.toContain('Corrected')
      await edit('2026-11-22T22:00:00Z', edited)
      const sources = await ask('/sources 1')
      expect(sources).toMatch(/hurt 4 workers.*\nCorrected \(.*, 22 Nov 2026, 22:00 UTC\)\. Now: “.*hurt 3 workers/)
    })

    test('says so again when the figure is edited again', async () => {
      await dayBreaks(FIRST)
      await edit('2026-11-23T15:00:00Z', edited)
      await dayBreaks(SECOND)
      await edit('2026-11-24T15:00:00Z', edited.replace('hurt 3 workers', 'hurt 2 workers'))
      expect(await dayBreaks(THIRD)).toMatch(/Now: .*hurt 2 workers/)
    })

    describe('an edit that is taken back', () => {
      test('as changed back, when the channel was told of it; and again when it is made again', async () => {
        await dayBreaks(FIRST)
        await edit('2026-11-23T15:00:00Z', QUARRY.text.replace('hurt 4 workers', 'hurt 2 workers'))
        expect(await dayBreaks(SECOND)).toMatch(/Correction: [\s\S]*Now: .*hurt 2 workers/)
        await edit('2026-11-24T15:00:00Z', QUARRY.text)
        const third = await dayBreaks(THIRD)
        expect(third).toContain(`Changed back: ${QUARRY.title}`)
        expect(third).toMatch(/Told here: .*hurt 2 workers[\s\S]*Now: .*hurt 4 workers/)
        expect(third).toContain('Tue 24 Nov, 15:00 UTC; told here Tue 24 Nov, 08:00 UTC')
        expect(third).not.toContain('Correction')
        expect(await ask('/briefing now')).not.toContain('Changed back')
        await edit('2026-11-25T15:00:00Z', QUARRY.text.replace('hurt 4 workers', 'hurt 2 workers'))
        expect(await dayBreaks('2026-11-26T08:00:05Z')).toMatch(/Correction: [\s\S]*Now: .*hurt 2 workers/)
        await edit('2026-11-26T15:00:00Z', QUARRY.text)
        expect(await dayBreaks('2026-11-27T08:00:05Z')).toContain('Changed back')
      })

      test('is nothing when the channel was not told of it', async () => {
        await dayBreaks(FIRST)
        await edit('2026-11-23T12:00:00Z', QUARRY.text.replace('hurt 4 workers', 'hurt 2 workers'))
        await edit('2026-11-23T15:00:00Z', QUARRY.text)
        const second = await dayBreaks(SECOND)
        expect(second).toContain('Nothing new')
        expect(second).not.toMatch(/Correction|Changed back/)
      })

      test('is set against what was told last, when the sentence comes back in other words', async () => {
        await dayBreaks(FIRST)
        await edit('2026-11-23T15:00:00Z', QUARRY.text.replace('hurt 4 workers', 'hurt 2 workers'))
        await dayBreaks(SECOND)
        await edit('2026-11-24T15:00:00Z', QUARRY.text.replace('and hurt 4 workers', 'where it hurt 4 workers'))
        expect(await dayBreaks(THIRD)).toMatch(
          /Correction: [\s\S]*Told here: .*hurt 2 workers[\s\S]*Now: .*where it hurt 4/,
        )
      })

      test('marks nothing in /sources any more', async () => {
        await ask('/briefing now')
        await edit('2026-11-22T22:00:00Z', QUARRY.text.replace('hurt 4 workers', 'hurt 2 workers'))
        expect(await ask('/sources 1')).toContain('Corrected')
        await edit('2026-11-22T23:00:00Z', QUARRY.text)
        expect(await ask('/sources 1')).not.toContain('Corrected')
      })
    })

    test('a sentence that was told by two bullets once in an edition', async () => {
      await ask('/briefing now')
      const [told] = await room.store.listTold(channelOf('1'), new Date(0))
      const digest = await room.store.findLastBriefing(channelOf('1'), 'everybody')
      if (told === undefined || digest === undefined) throw new Error('nothing was told')
      const items = digest.items.map(item => ({
        ...item,
        bullets: item.bullets.map(bullet => ({ ...bullet, text: `In short: ${bullet.text}` })),
      }))
      await room.store.tellDigest(
        { ...digest, id: `${digest.id}x` as typeof digest.id, items },
        channelOf('1'),
        told.upTo,
      )
      await edit('2026-11-22T22:00:00Z', QUARRY.text.replace('hurt 4 workers', 'hurt 2 workers'))
      expect((await dayBreaks(FIRST)).match(/Correction: /g)).toHaveLength(1)
    })

    test('but not of a sentence that goes on being edited: a live ticker makes no mistake each time', async () => {
      await dayBreaks(FIRST)
      let corrections = 0
      for (const [at, figure] of [3, 2, 1].entries()) {
        const next = new Date(new Date(FIRST).getTime() + (at + 1) * 86_400_000)
        const early = new Date(next.getTime() - 3_600_000).toISOString()
        await edit(early, QUARRY.text.replace('hurt 4 workers', `hurt ${figure} workers`))
        if ((await dayBreaks(next.toISOString())).includes('Correction')) corrections += 1
      }
      expect(corrections).toBe(2)
    })

    describe('but calls it an update', () => {
      const risen = (figure: number): string => QUARRY.text.replace('hurt 4 workers', `hurt ${figure} workers`)

      test('that a count of the same has risen with the events, each time it has', async () => {
        await dayBreaks(FIRST)
        await edit('2026-11-23T15:00:00Z', risen(6))
        const second = await dayBreaks(SECOND)
        expect(second).toContain(`Updated: ${QUARRY.title}`)
        expect(second).toMatch(/Told here: .*hurt 4 workers[\s\S]*Now: .*hurt 6 workers/)
        expect(second).not.toContain('Correction')
        expect(await ask('/sources 1 ')).not.toContain('Corrected')
        await edit('2026-11-24T15:00:00Z', risen(7))
        expect(await dayBreaks(THIRD)).toMatch(
          /Updated: [\s\S]*Told here: .*hurt 6 workers[\s\S]*Now: .*hurt 7 workers/,
        )
        await edit('2026-11-25T15:00:00Z', risen(9))
        expect(await dayBreaks('2026-11-26T08:00:05Z')).toMatch(/Updated: [\s\S]*Now: .*hurt 9 workers/)
        await edit('2026-11-26T15:00:00Z', risen(8))
        expect(await dayBreaks('2026-11-27T08:00:05Z')).toMatch(
          /Correction: [\s\S]*Told here: .*hurt 9[\s\S]*Now: .*hurt 8/,
        )
      })

      test('in /sources and in German as well', async () => {
        await ask('/briefing now')
        await edit('2026-11-22T22:00:00Z', risen(6))
        expect(await ask('/sources 1')).toMatch(/Updated \(.*\)\. Now: “.*hurt 6 workers/)
        expect(await ask('/sources 1', { locale: 'de' })).toMatch(/Aktualisiert \(.*\)\. Jetzt: „.*hurt 6 workers/)
        await ask('/settings language:de')
        expect(await dayBreaks(FIRST)).toContain(`Aktualisiert: ${QUARRY.title}`)
      })

      test('not where the article says that it was mended, nor long after the story has ended', async () => {
        await dayBreaks(FIRST)
        await edit('2026-11-23T15:00:00Z', `${risen(6)} An earlier version of this article gave a lower number.`)
        expect(await dayBreaks(SECOND)).toContain('Correction: ')
        await edit('2026-11-28T15:00:00Z', risen(9))
        expect(await dayBreaks('2026-11-29T08:00:05Z')).toContain('Correction: ')
      })
    })

    test('nothing that was only put in other words', async () => {
      await dayBreaks(FIRST)
      await edit(
        '2026-11-23T15:00:00Z',
        QUARRY.text.replace('buried an excavator on Sunday and hurt', 'on Sunday buried an excavator and left hurt'),
      )
      const second = await dayBreaks(SECOND)
      expect(second).not.toContain('Correction')
      expect(second).toContain('Nothing new')
    })

    test('a preview does not use it up', async () => {
      await dayBreaks(FIRST)
      await edit('2026-11-23T15:00:00Z', edited)
      expect(await ask('/briefing preview')).toContain('Correction')
      expect(await dayBreaks(SECOND)).toContain('Correction')
    })

    test('what an article withdraws that is itself a correction', async () => {
      await dayBreaks(FIRST)
      await comes('2026-11-23T15:00:00Z', COURIER, {
        title: 'Correction: rockfall at the Tarrow quarry in Ambledon hurt 2 workers, not 4',
        text: 'Correction: the rockfall at the Tarrow quarry in Ambledon hurt 2 workers, not 4, as we reported on Sunday. The mine inspector Greta Sollis has told us so. We regret the mistake.',
      })
      const second = await dayBreaks(SECOND)
      expect(second).toMatch(/Told here: .*hurt 4 workers/)
      expect(second).toMatch(/Now: .*2 workers, not 4/)
      expect(second.match(/not 4/g)).toHaveLength(1)
      expect(await dayBreaks(THIRD)).not.toContain('not 4')
      const demanded = await ask('/briefing now')
      expect(demanded).not.toContain('not 4, as we')
      expect(demanded).not.toContain('Update')
    })
  })

  describe('follows', () => {
    test('a story: its update stands first, whatever else there is, and is marked', async () => {
      await ask('/briefing now')
      expect(await ask('/follow 1')).toContain(`This channel follows: ${QUARRY.title}`)
      expect(await ask('/follow 1')).toContain('follows it already')
      room.publish(GAZETTE, [BAKERY])
      await comes('2026-11-23T07:00:00Z', COURIER, BAKERY, 'Aldford opens its market hall')
      await comes('2026-11-23T01:00:00Z', COURIER, QUARRY_NEWS)
      await room.read(GAZETTE)
      const edition = await dayBreaks(FIRST)
      expect(edition.indexOf(`Update: ${QUARRY_NEWS.title}`)).toBeGreaterThan(0)
      expect(edition.indexOf(`Update: ${QUARRY_NEWS.title}`)).toBeLessThan(edition.indexOf(BAKERY.title))
      expect(edition).toContain('followed · new since')
      expect(await ask('/why 1')).toContain('This channel follows it')
    })

    test('until it is stopped by its number in the list, or by its button', async () => {
      await ask('/briefing now')
      expect(await ask('/follow list')).toContain('This channel follows no story')
      await ask('/follow 1')
      expect(await ask('/follow list')).toContain('since Sun 22 Nov, 20:00 UTC; ends Sun 29 Nov, 20:00 UTC')
      expect(await ask('/follow stop 2')).toContain('The list has no number 2')
      expect(await ask('/follow stop 1')).toContain(`Not followed any more: ${QUARRY.title}`)
      expect(await ask('/follow stop 1')).toContain('follows no story')
      expect(await ask('/follow stop')).toContain('/follow stop <item>')
      await ask('/follow 1')
      const shown = await room.say('/follow list')
      const button = shown.actions.find(({ label }) => label === 'Stop 1')
      const pressed = { kind: 'action', id: button?.id ?? '' } as const
      const request = { platform: 'discord', address: '1', userId: 'u', isManager: true, locale: 'en' } as const
      const answer = await room.app.handler.handle(request, pressed, new AbortController().signal)
      expect(textOf(answer)).toContain('Not followed any more')
    })

    test('for a week after the last article, and no longer', async () => {
      await ask('/briefing now')
      await ask('/follow 1')
      await comes('2026-11-25T20:00:00Z', COURIER, QUARRY_NEWS)
      await room.app.clusterer.run(new AbortController().signal)
      room.clock.set(at('2026-12-02T19:59:00Z'))
      expect(await ask('/follow list')).toContain('follows 1 story')
      room.clock.set(at('2026-12-02T20:00:01Z'))
      expect(await ask('/follow list')).toContain('follows no story')
      expect(await room.store.listFollows(channelOf('1'))).toEqual([])
    })

    test('nothing without a number', async () => {
      expect(await ask('/follow')).toContain('Say item as well: /follow <item>')
      expect(await ask('/follow stop')).toContain('Say item as well: /follow stop <item>')
      expect(await ask('/follow 9')).toContain('There is no digest here yet')
    })
  })

  describe('catches up', () => {
    test('each person since they last asked, with what the channel was not told', async () => {
      await dayBreaks(FIRST)
      await comes('2026-11-23T09:00:00Z', COURIER, BAKERY)
      await room.round()
      const ann = await ask('/catchup', { userId: 'ann' })
      expect(ann).toContain('What happened since Sun 22 Nov, 09:00 UTC')
      expect(ann).toContain(BAKERY.title)
      expect(ann).not.toContain('buried an excavator')
      expect(await ask('/catchup', { userId: 'ann' })).toContain(
        'Nothing new from the feeds of this channel since Mon 23 Nov, 09:00 UTC.',
      )
      expect(await ask('/catchup', { userId: 'bob' })).toContain(BAKERY.title)
      await comes('2026-11-23T11:00:00Z', COURIER, QUARRY_NEWS)
      await room.round()
      const later = await ask('/catchup', { userId: 'ann' })
      expect(later).toContain('hurt 7 workers')
      expect(later).not.toContain(BAKERY.title)
    })

    test('is no edition: the next one tells all of it', async () => {
      await ask('/catchup')
      expect(await dayBreaks(FIRST)).toContain('buried an excavator')
    })

    test('looks back so many minutes when they are given', async () => {
      await comes('2026-11-23T07:00:00Z', COURIER, BAKERY)
      await room.app.clusterer.run(new AbortController().signal)
      room.clock.set(at('2026-11-23T07:20:00Z'))
      const half = await ask('/catchup 30')
      expect(half).toContain(BAKERY.title)
      expect(half).not.toContain('Rockfall')
      expect(await ask('/catchup 10')).toContain('Nothing new')
      expect(await ask('/catchup 0')).toContain('minutes can not be “0”')
      expect(await ask('/catchup 20000')).toContain('minutes can not be “20000”. Use 1–10080.')
      expect(await ask('/sources 99999999999999999999')).toContain('Use 1, 2, 3 ….')
    })

    test('a look back over minutes uses up nothing that came before them', async () => {
      room.clock.set(at('2026-11-22T20:30:00Z'))
      expect(await ask('/catchup 5')).toContain('Nothing new')
      const whole = await ask('/catchup')
      expect(whole).toContain('buried an excavator')
      await comes('2026-11-22T21:00:00Z', COURIER, BAKERY)
      await room.app.clusterer.run(new AbortController().signal)
      expect(await ask('/catchup 600')).toContain(BAKERY.title)
      expect(await ask('/catchup')).toContain('Nothing new')
    })

    test('says that all has been told, not that nothing was new', async () => {
      await ask('/briefing now')
      const caught = await ask('/catchup')
      expect(caught).toContain('All that came since Sat 21 Nov, 20:00 UTC has been told here')
      expect(caught).toContain(`Told here already: ${QUARRY.title}`)
      expect(caught).not.toContain('Nothing new')
      expect(caught).not.toContain('No change')
    })

    test('does not become the last briefing', async () => {
      await ask('/briefing now')
      await ask('/catchup')
      expect(await ask('/briefing last')).toContain('buried an excavator')
    })
  })
})
