import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Newsroom, openNewsroom } from '../fakes/newsroom.ts'
import { textOf } from '../fakes/platform.ts'

const NOON = new Date('2026-11-23T12:00:00Z')
const GAZETTE = 'http://gazette.example/feed'
const LAND = {
  title: 'Land for the harbour of Tarn becomes dear',
  text: 'Land for the harbour of Tarn becomes dear, the council said. The old land of the mill was sold in spring.',
}
const LANDER = {
  title: 'Lander Merle touches down on the far side',
  text: 'The lander Merle touched down on the far side of the moon on Sunday, the agency in Port Merrin said. It carries a drill.',
}

describe('/summary of a word', () => {
  let room: Newsroom
  beforeEach(async () => {
    room = await openNewsroom(NOON)
    room.publish(GAZETTE, [])
    await room.say(`/subscribe ${GAZETTE}`)
  })
  afterEach(() => room.stop())

  const ask = async (topic: string): Promise<string> => textOf(await room.say(`/summary ${topic}`))

  test('tells nothing of another word of the same stem', async () => {
    room.publish(GAZETTE, [LAND, LANDER])
    await room.read(GAZETTE)
    expect(await ask('lander')).toContain('The lander Merle touched down')
    expect(await ask('lander')).not.toContain('harbour')
    expect(await ask('land')).not.toContain('Merle')
  })

  test('finds nothing rather than that', async () => {
    room.publish(GAZETTE, [LAND])
    await room.read(GAZETTE)
    expect(await ask('lander')).toContain('Nothing')
  })

  test('finds it behind hundreds of newer articles with the other word', async () => {
    room.publish(GAZETTE, [LANDER], new Date(NOON.getTime() - 86_400_000))
    room.publish(
      GAZETTE,
      Array.from({ length: 320 }, (_, at) => ({
        title: `Organised walk ${at} in Tarn`,
        text: `Walk ${at} was organised.`,
      })),
    )
    room.publish(
      GAZETTE,
      [
        {
          title: 'Organ of Tarn plays again',
          text: 'The organ of Tarn plays again after a year of silence, its master said.',
        },
      ],
      new Date(NOON.getTime() - 86_400_000),
    )
    await room.read(GAZETTE)
    expect(await ask('organ')).toContain('The organ of Tarn plays again')
  })
})
