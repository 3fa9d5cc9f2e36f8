import { afterEach, expect, test } from 'vitest'
import { UserError } from '../../../src/model/errors.ts'
import type { CommandHandler } from '../../../src/ports/platform.ts'
import { seenText } from '../../fakes/discord.ts'
import { type Bench, createBench, handlerOf, soon, text } from './harness.ts'

const MANAGE_GUILD = 1n << 5n
const MANAGE_CHANNELS = 1n << 4n
const ADMINISTRATOR = 1n << 3n
const EPHEMERAL = 1 << 6

let bench: Bench | undefined

afterEach(async () => {
  await bench?.stop()
  bench = undefined
})

async function start(handler: CommandHandler, ...given: Parameters<typeof createBench>): Promise<Bench> {
  const made = await createBench(...given)
  bench = made
  await made.platform.start(handler, new AbortController().signal)
  return made
}

test('a command is acknowledged before its answer is worked out', async () => {
  const work = Promise.withResolvers<void>()
  const { fake, guild } = await start(
    handlerOf(async () => {
      await work.promise
      return text('Done')
    }),
  )
  const interaction = fake.slash('about', { topic: 'comet' }, { channel: guild.channel })
  await soon(() => expect(interaction.callback).toEqual({ type: 5, data: { flags: EPHEMERAL } }))
  expect(interaction.original).toBeUndefined()
  work.resolve()
  await interaction.answered
  expect(seenText(interaction.original!)).toBe('Done')
  expect(fake.violations).toEqual([])
})

test('the handler is told who asked what and where', async () => {
  const handler = handlerOf(() => text('Answer'))
  const { fake, guild } = await start(handler)
  const doing = { channel: guild.thread, userId: '4242', locale: 'de' }
  await fake.slash('about', { topic: 'comet', count: 3 }, doing).answered
  expect(handler.calls[0]?.invocation).toEqual({
    kind: 'options',
    command: 'about',
    options: { topic: 'comet', count: '3' },
  })
  await fake.slash('about', { topic: 'comet' }, { channel: guild.channel }).answered
  expect(handler.calls[1]?.request.channelTitle).toBe('general')
  expect(handler.calls[0]?.request).toMatchObject({
    platform: 'discord',
    address: guild.thread.id,
    userId: '4242',
    locale: 'de',
  })
})

test('managers are those with Manage Server, Manage Channels or Administrator, and anyone in a direct message', async () => {
  const handler = handlerOf(() => text('Answer'))
  const { fake, guild } = await start(handler)
  for (const permissions of [0n, 1n << 11n, MANAGE_GUILD, MANAGE_CHANNELS, ADMINISTRATOR])
    await fake.slash('pause', {}, { channel: guild.channel, permissions }).answered
  await fake.slash('pause', {}, { channel: fake.addDirectMessage() }).answered
  expect(handler.calls.map(call => call.request.isManager)).toEqual([false, false, true, true, true, true])
})

test('an answer is public only where the application says so, in all its parts, and the handler knows before', async () => {
  const long = {
    blocks: Array.from({ length: 30 }, (_, n) => ({ kind: 'headline' as const, text: `${n} ${'x'.repeat(300)}` })),
    actions: [],
  }
  const handler = handlerOf(() => long)
  const { fake, guild, platform } = await start(handler, {
    isPublic: (command, options) => command === 'about' && options.topic === 'open',
  })
  const parts = platform.split(long).length
  expect(parts).toBeGreaterThan(2)
  for (const [topic, hidden] of [
    ['open', false],
    ['closed', true],
  ] as const) {
    const interaction = fake.slash('about', { topic }, { channel: guild.channel })
    await soon(() => expect(interaction.followUps).toHaveLength(parts - 1))
    const all = [interaction.original!, ...interaction.followUps]
    expect(all.map(message => message.isEphemeral)).toEqual(Array(parts).fill(hidden))
    expect(handler.calls.at(-1)?.request.isAnswerPrivate).toBe(hidden)
    expect(all.map(seenText).join('\n').match(/^\d+ /gm)).toHaveLength(30)
  }
  expect(fake.violations).toEqual([])
})

test('every answer is sent without mentions', async () => {
  const { fake, guild } = await start(handlerOf(() => text('@everyone <@1> look')))
  await fake.slash('about', { topic: 'x' }, { channel: guild.channel }).answered
  const bodies = fake.requests.filter(request => request.path.startsWith('/webhooks/')).map(request => request.body)
  expect(bodies).toHaveLength(1)
  expect(bodies[0]).toMatchObject({ allowed_mentions: { parse: [] } })
})

test('a file goes with its answer', async () => {
  const { fake, guild } = await start(
    handlerOf(() => ({ ...text('Here'), attachment: { filename: 'feeds.opml', text: '<opml/>' } })),
  )
  const interaction = fake.slash('about', { topic: 'x' }, { channel: guild.channel })
  await interaction.answered
  expect(interaction.original?.files).toEqual([{ name: 'feeds.opml', text: '<opml/>' }])
  expect(fake.violations).toEqual([])
})

test('a button hands over its action and is answered to the one who pressed it', async () => {
  const handler = handlerOf(invocation =>
    invocation.kind === 'action'
      ? text(`Did ${invocation.id}`)
      : { ...text('Choose'), actions: [{ id: 'k-1', label: 'Do it', command: 'x', options: {} }] },
  )
  const { fake, guild } = await start(handler)
  await fake.slash('about', { topic: 'x' }, { channel: guild.channel }).answered
  const click = fake.clickLabel('Do it', { channel: guild.channel })
  await click.answered
  expect(handler.calls[1]?.invocation).toEqual({ kind: 'action', id: 'k-1' })
  expect(click.original?.isEphemeral).toBe(true)
  expect(seenText(click.original!)).toBe('Did k-1')
})

test('completions are those of the handler, as many and as long as Discord takes', async () => {
  const asked: unknown[] = []
  const handler: CommandHandler = {
    ...handlerOf(() => text('unused')),
    suggest: async (_, command, option, typed) => {
      asked.push([command, option, typed])
      return [
        { name: 'n'.repeat(200), value: 'long name' },
        { name: 'long value', value: 'v'.repeat(101) },
        ...Array.from({ length: 40 }, (_, n) => ({ name: `Name ${n}`, value: `value ${n}` })),
      ]
    },
  }
  const { fake, guild } = await start(handler)
  const { data } = await fake.autocomplete('about', 'topic', { topic: 'pu' }, { channel: guild.channel }).answered
  const choices = (data as { choices: { name: string; value: string }[] }).choices
  expect(asked).toEqual([['about', 'topic', 'pu']])
  expect(choices).toHaveLength(25)
  expect(choices[0]).toEqual({ name: `${'n'.repeat(99)}…`, value: 'long name' })
  expect(choices[1]).toEqual({ name: 'Name 0', value: 'value 0' })
  expect(fake.violations).toEqual([])
})

test('completions that fail or take too long are an empty list', async () => {
  let isSlow = false
  const handler: CommandHandler = {
    ...handlerOf(() => text('unused')),
    suggest: async () => (isSlow ? new Promise(() => undefined) : Promise.reject(new Error('broken'))),
  }
  const { fake, guild, clock, lines } = await start(handler)
  const none = { type: 8, data: { choices: [] } }
  const ask = () => fake.autocomplete('about', 'topic', { topic: '' }, { channel: guild.channel })
  expect(await ask().answered).toEqual(none)
  expect(lines.at(-1)?.message).toBe('no suggestions')
  isSlow = true
  const slow = ask()
  await soon(async () => {
    await clock.advance(1_000)
    expect(slow.callback).toEqual(none)
  })
})

test('an acknowledgement that comes too late is a line in the log', async () => {
  const { fake, guild, lines } = await start(
    handlerOf(() => text('unused')),
    {},
    { ackMs: -1 },
  )
  fake.slash('about', { topic: 'x' }, { channel: guild.channel })
  await soon(() => expect(lines.map(line => line.message)).toContain('an answer came too late'))
  expect(lines.some(line => line.level === 'error')).toBe(false)
})

test('an answer after the token expired is a line in the log, and later commands are answered as before', async () => {
  const options = { tokenMs: -1 }
  const { fake, guild, lines } = await start(
    handlerOf(() => text('unused')),
    {},
    options,
  )
  for (let count = 1; count <= 2; count++) {
    fake.slash('about', { topic: 'x' }, { channel: guild.channel })
    await soon(() => expect(lines.filter(line => line.message === 'an answer came too late')).toHaveLength(count))
  }
  expect(JSON.stringify(lines)).not.toContain('interaction-token')
})

test('a handler that breaks its word leaves nobody waiting', async () => {
  const { fake, guild, lines } = await start(handlerOf(() => Promise.reject(new Error('a bug'))))
  const interaction = fake.slash('about', { topic: 'x' }, { channel: guild.channel })
  await expect(interaction.answered).rejects.toThrow('deleted')
  await soon(() => expect(lines.map(line => line.message)).toContain('an answer failed'))
})

test('stopping waits for an answer under way', async () => {
  const work = Promise.withResolvers<void>()
  const handler = handlerOf(async () => {
    await work.promise
    return text('Just in time')
  })
  const { fake, guild, platform } = await start(handler)
  const interaction = fake.slash('about', { topic: 'x' }, { channel: guild.channel })
  await soon(() => expect(handler.calls).toHaveLength(1))
  const stopped = platform.stop()
  work.resolve()
  await stopped
  expect(seenText(interaction.original!)).toBe('Just in time')
})

test('stopping does not wait for ever, and tells the handler', async () => {
  let given: AbortSignal | undefined
  const handler: CommandHandler = {
    ...handlerOf(() => text('unused')),
    handle: (_, __, signal) => {
      given = signal
      return new Promise(() => undefined)
    },
  }
  const { fake, guild, platform, clock } = await start(handler)
  fake.slash('about', { topic: 'x' }, { channel: guild.channel })
  await soon(() => expect(given).toBeDefined())
  const stopped = platform.stop()
  await clock.advance(7_000)
  await stopped
  expect(given?.aborted).toBe(true)
})

test('a command that is given up at the end, and one that comes while stopping, are still answered', async () => {
  const signals: AbortSignal[] = []
  const handler: CommandHandler = {
    ...handlerOf(() => text('unused')),
    handle: (_, invocation, signal) => {
      if (JSON.stringify(invocation).includes('late')) return Promise.resolve(text('Shutting down'))
      signals.push(signal)
      return new Promise(resolve => signal.addEventListener('abort', () => resolve(text('Given up'))))
    },
  }
  const { fake, guild, platform, clock } = await start(handler)
  const early = fake.slash('about', { topic: 'x' }, { channel: guild.channel })
  await soon(() => expect(signals).toHaveLength(1))
  const stopped = platform.stop()
  const late = fake.slash('about', { topic: 'late' }, { channel: guild.channel })
  await late.answered
  await clock.advance(5_000)
  await stopped
  expect([early, late].map(({ original }) => seenText(original!))).toEqual(['Given up', 'Shutting down'])
})

test('an attached file is handed over, read when it is asked for, and refused by its size before that', async () => {
  const read: string[] = []
  const handler: CommandHandler = {
    async handle(_request, invocation, signal) {
      if (invocation.kind !== 'options') throw new TypeError('no options')
      const file = await invocation.openFile?.(undefined, signal).catch((error: unknown) => error)
      if (file instanceof UserError) read.push(`${file.code} ${file.details.name}`)
      else if (file !== undefined && file !== null && typeof file === 'object' && 'bytes' in file)
        read.push(Buffer.from(file.bytes as Uint8Array).toString())
      return text('Taken')
    },
    suggest: async () => [],
  }
  const { fake, guild } = await start(handler)
  const doing = { channel: guild.channel }
  await fake.slash('about', { topic: 'x' }, doing, { name: 'feeds.opml', text: '<opml>é</opml>' }).answered
  await fake.slash('about', { topic: 'x' }, doing, { name: 'big.opml', text: 'x', size: 11 * 1024 * 1024 }).answered
  await fake.slash('about', { topic: 'x' }, doing).answered
  expect(read).toEqual(['<opml>é</opml>', 'fileTooLarge big.opml'])
})
