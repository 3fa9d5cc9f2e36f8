import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Newsroom, openNewsroom } from '../fakes/newsroom.ts'
import { textOf } from '../fakes/platform.ts'

const NOON = new Date('2026-11-23T12:00:00Z')
const GAZETTE = 'http://gazette.example/feed'
const MARY = [
  {
    title: 'Minister Miller signs harbour contract of Tarn',
    text: 'The minister Mary Miller signed the contract for the harbour of Tarn on Monday. Miller said the harbour would open in spring.',
  },
  {
    title: 'Union of Tarn asks minister Miller for the papers',
    text: 'The dockers of Tarn asked the minister Mary Miller for the papers of the contract. Miller promised to send them by Friday.',
  },
]
const TOM = {
  title: 'Miller scores twice as Rovers beat United',
  text: 'Rovers beat United 3-1 in Port Merrin as striker Tom Miller scored twice. Miller left the pitch after an hour with a sore knee.',
}

describe('/summary of a surname that two people bear', () => {
  let room: Newsroom
  beforeEach(async () => {
    room = await openNewsroom(NOON)
    room.publish(GAZETTE, [...MARY, TOM])
    await room.say(`/subscribe ${GAZETTE}`)
  })
  afterEach(() => room.stop())

  test('says so, tells the one who is in most articles, and gives the command and a button for the other', async () => {
    const message = await room.say('/summary miller')
    const text = textOf(message)
    expect(text).toContain(
      'Found 2 people: Mary Miller (2 articles), Tom Miller (1 article). This is about Mary Miller; for the other: /summary Tom Miller',
    )
    expect(text).toContain('harbour')
    expect(text).not.toContain('Rovers')
    expect(message.actions.find(({ label }) => label === 'Tom Miller')).toMatchObject({
      command: 'summary',
      options: { topic: 'Tom Miller' },
    })
  })

  test('says it in German', async () => {
    expect(textOf(await room.say('/summary miller', { locale: 'de' }))).toContain(
      '2 Personen gefunden: Mary Miller (2 Artikel), Tom Miller (1 Artikel). Hier geht es um Mary Miller; zur anderen: /summary Tom Miller',
    )
  })

  test('tells the other when the full name is asked for, and says nothing of anybody else', async () => {
    const text = textOf(await room.say('/summary Tom Miller'))
    expect(text).toContain('scored twice')
    expect(text).not.toContain('harbour')
    expect(text).not.toContain('Found 2 people')
  })
})
