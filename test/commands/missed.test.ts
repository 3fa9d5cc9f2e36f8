import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Digest } from '../../src/model/digest.ts'
import { channelOf, type Newsroom, openNewsroom } from '../fakes/newsroom.ts'
import { textOf } from '../fakes/platform.ts'

const NOON = new Date('2026-11-22T12:00:00Z')
const GAZETTE = 'http://gazette.example/feed'
const REQUEST = { platform: 'discord', address: '1', userId: 'u', isManager: true, locale: 'en' } as const

const SYLLABLES = ['ba', 'ke', 'mo', 'ru', 'ti', 'za', 'lo', 'ne', 'fu', 'gi', 'so', 'vy', 'da', 'pe', 'hi', 'wu', 'ja']
/** A made-up word of four syllables; another one for every seed (a hash by multiplication). */
const word = (seed: number): string =>
  [1, 17, 289, 4913].map(place => SYLLABLES[Math.floor(((seed * 40_503) % 83_521) / place) % 17] ?? '').join('')
/** Events that share no word with each other. */
const eventOf = (number: number): string =>
  [0, 1, 2]
    .map(part => word(3 * number + part + 1))
    .join(' ')
    .replace(/^./, first => first.toUpperCase())

describe('what an edition left out', () => {
  let room: Newsroom
  beforeEach(async () => {
    room = await openNewsroom(NOON)
  })
  afterEach(() => room.stop())
  const ask = async (text: string): Promise<string> => textOf(await room.say(text))
  const press = async (label: string, of: Awaited<ReturnType<Newsroom['say']>>): Promise<string> => {
    const id = of.actions.find(action => action.label === label)?.id ?? ''
    return textOf(await room.app.handler.handle(REQUEST, { kind: 'action', id }, new AbortController().signal))
  }
  const lastDigest = async (): Promise<Digest> => {
    const digest = await room.store.findLastBriefing(channelOf('1'), 'everybody')
    if (digest === undefined) throw new Error('no digest')
    return digest
  }

  async function publish(count: number): Promise<void> {
    room.publish(
      GAZETTE,
      Array.from({ length: count }, (_, number) => eventOf(number)),
    )
    await room.say(`/subscribe ${GAZETTE}`)
  }

  test('is listed by its place, with the reason, a link and its outlets, ten on a page', async () => {
    await publish(18)
    await ask('/briefing now')
    const { items, leftOut = [], coverage } = await lastDigest()
    expect(items.length + leftOut.length).toBe(coverage.stories)
    const first = await room.say('/missed')
    expect(textOf(first)).toContain('Left out of the briefing of Sun 22 Nov, 12:00 UTC')
    expect(textOf(first)).toContain('1 outlet · place 8: no room at this length, /briefing now long tells more')
    expect(textOf(first)).toContain('1 outlet · too low in the order: place 13')
    expect(first.blocks.filter(({ kind }) => kind === 'headline')).toHaveLength(10)
    expect(first.blocks.every(block => block.kind !== 'headline' || block.link?.startsWith('http'))).toBe(true)
    const second = await press('Next page', first)
    expect(second).toContain('place 18')
    expect(second).toContain('Page 2 of 2')
    expect(await ask('/missed 2')).toBe(second)
    expect(await ask('/missed 3')).toContain('page can not be “3”. Use 1–2.')
  })

  test('is never more than thirty stories', async () => {
    await publish(60)
    await ask('/briefing now short')
    const { leftOut = [] } = await lastDigest()
    expect(leftOut.length).toBeLessThanOrEqual(30)
    expect(leftOut[0]?.reason).toEqual({ kind: 'length', place: 5 })
  })

  test('is nothing when all was told, and unknown of a digest that does not say it', async () => {
    await publish(1)
    expect(await ask('/missed')).toContain('There is no digest here yet')
    await ask('/briefing now')
    expect(await ask('/missed')).toBe('The last briefing left nothing out.')
    const { leftOut: _leftOut, ...old } = await lastDigest()
    await room.store.keepDigest(old, channelOf('1'), 'everybody')
    expect(await ask('/missed')).toContain('What that briefing left out is not known')
  })

  test('names the filter that dropped a story, and says so when that filter is gone', async () => {
    await publish(3)
    const first = eventOf(1).split(' ')[0]?.toLowerCase() ?? ''
    await ask(`/filter add ${first}`)
    await ask('/briefing now')
    const row = (reason: string): string => `${eventOf(1)}\n1 outlet · ${reason}`
    expect(await ask('/missed')).toContain(row(`hidden by the filter ${first}`))
    await ask('/filter remove 1')
    expect(await ask('/missed')).toContain(row(`hidden then by the filter ${first}, which is gone`))
    expect(textOf(await room.say('/missed', { locale: 'de' }))).toContain('den es nicht mehr gibt')
  })

  test('says that no rule of “only” fitted, and when there is none any more', async () => {
    await publish(2)
    await ask(`/filter add only ${eventOf(1).split(' ')[0]}`)
    await ask('/briefing now')
    expect(await ask('/missed')).toContain('no “only” rule of the filters fits it')
    await ask('/filter remove 1')
    expect(await ask('/missed')).toContain('no “only” rule fitted it then; there is none any more')
  })

  test('holds the updates that found no room, and says of a told story without one that nothing was added', async () => {
    const courier = 'http://courier.example/feed'
    await publish(8)
    room.publish(courier, [])
    await room.say(`/subscribe ${courier}`)
    await ask('/briefing now long')
    const report = (number: number): string =>
      `${eventOf(number)} was reported on Monday by the council of ${eventOf(number).split(' ')[0]}.`
    const followUp = (number: number) => ({
      title: `${eventOf(number)}: a fine`,
      text: `${report(number)} A fine of ${900 + number} crowns was imposed.`,
    })
    const copy = { title: `${eventOf(7)} once more`, text: report(7) }
    room.publish(courier, [copy, ...[0, 1, 2, 3, 4, 5, 6].map(followUp)])
    room.clock.set(new Date(NOON.getTime() + 61 * 60_000))
    await room.read(courier)
    await room.app.clusterer.run(new AbortController().signal)
    const told = await ask('/briefing now short')
    const { leftOut = [] } = await lastDigest()
    expect(told.match(/Update: /g)).toHaveLength(4)
    const late = leftOut.filter(({ reason }) => reason.kind === 'length').map(({ title }) => title)
    const untold = [0, 1, 2, 3, 4, 5, 6].map(number => followUp(number).title).filter(title => !told.includes(title))
    expect(untold).toHaveLength(3)
    expect(late.toSorted()).toEqual(untold.toSorted())
    expect(await ask('/missed')).toMatch(
      new RegExp(`Update: ${untold[0]}\n1 outlet · place \\d: no room at this length, /briefing now long tells more`),
    )
    expect(leftOut.filter(({ reason }) => reason.kind === 'unchanged')).toMatchObject([{ title: eventOf(7) }])
    const longer = await ask('/briefing now long')
    for (const title of untold) expect(longer).toContain(`Update: ${title}`)
  })

  test('is told in German as well', async () => {
    await publish(9)
    await ask('/briefing now')
    expect(textOf(await room.say('/missed', { locale: 'de' }))).toContain('bei dieser Länge kein Raum')
  })

  test('what is in has its reasons: outlets, age, place, and what lowered it', async () => {
    await publish(3)
    room.clock.set(new Date(NOON.getTime() + 2 * 3_600_000 + 5))
    await ask('/briefing now')
    const why = await ask('/why 2')
    expect(why).toContain('Why 2 is in')
    expect(why).toContain('1 outlet, 1 independent origin')
    expect(why).toContain('Newest article 2 hours before')
    expect(why).toContain('Place 2 of 3 stories')
    expect(why).toContain('Lowered: 1 better story led by the same outlet stands above')
    expect(await ask('/why 1')).not.toContain('Lowered')
    expect(await ask('/why 9')).toContain('The last digest has no number 9')
  })

  test('a bullet of a summary is there because it was asked for', async () => {
    await publish(2)
    await ask(`/summary ${eventOf(1).split(' ')[0]}`)
    expect(await ask('/why 1')).toContain('It is about what was asked for')
  })

  test('a digest has buttons for the sources and for following its first stories, at most five of each', async () => {
    await publish(9)
    const { actions } = await room.say('/briefing now')
    expect(actions.map(({ label }) => label)).toEqual([
      ...[1, 2, 3, 4, 5].map(number => `Sources ${number}`),
      ...[1, 2, 3].map(number => `Follow ${number}`),
    ])
    expect(await press('Follow 2', await room.say('/briefing last'))).toContain('This channel follows: ')
  })
})
