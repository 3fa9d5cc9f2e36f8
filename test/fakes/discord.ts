import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createFakeGateway, type FakeGateway } from './discord-gateway.ts'
import { findButton, type Json, markdownOf, readDiscord } from './discord-reader.ts'
import { answerRest } from './discord-rest.ts'
import { findSpecCheck } from './discord-spec.ts'
import {
  type Captured,
  channelJson,
  type FakeChannel,
  type FakeGuild,
  type FakeInteraction,
  type FakeMessage,
  type Fault,
  messageJson,
  snowflakes,
  type World,
} from './discord-world.ts'

export interface FakeDiscordOptions {
  readonly token?: string
  /** How long an interaction may stay without acknowledgement; Discord: 3 s. */
  readonly ackMs?: number
  /** How long an interaction may be answered; Discord: 15 min. */
  readonly tokenMs?: number
  /** How long a nonce is known; Discord: "the past few minutes". For ever when absent. */
  readonly nonceMs?: number
  /** The time that nonces are forgotten by; the machine's when absent. */
  readonly now?: () => Date
}

/** Where and by whom something is done; in a direct message when the channel has no guild. */
interface Doing {
  readonly channel: FakeChannel
  readonly userId?: string
  /** Permission bits of the member. */
  readonly permissions?: bigint
  readonly locale?: string
}

/** A file that a person attaches to a command, as its option `file`; `size` is what Discord says of it. */
interface GivenFile {
  readonly name: string
  readonly text: string
  readonly size?: number
}

/** Discord on one loopback port: REST v10 and gateway v10. */
export interface FakeDiscord {
  /** For `restUrl`. */
  readonly url: string
  readonly token: string
  readonly applicationId: string
  readonly gateway: FakeGateway
  readonly requests: readonly Captured[]
  readonly violations: readonly string[]
  commands(): readonly Json[]
  addGuild(name: string): FakeGuild & { readonly channel: FakeChannel; readonly thread: FakeChannel }
  addDirectMessage(): FakeChannel
  /** From now on writing to the channel is answered with 403 and this code. */
  forbid(channel: FakeChannel, code: number): void
  inject(fault: Fault): void
  slash(
    name: string,
    options: Readonly<Record<string, string | number>>,
    doing: Doing,
    file?: GivenFile,
  ): FakeInteraction
  autocomplete(
    name: string,
    focused: string,
    options: Readonly<Record<string, string | number>>,
    doing: Doing,
  ): FakeInteraction
  click(message: FakeMessage, customId: string, doing: Doing): FakeInteraction
  /** Clicks the newest button with this label. */
  clickLabel(label: string, doing: Doing): FakeInteraction
  /** Oldest first. */
  messages(channelId: string): readonly FakeMessage[]
  stop(): Promise<void>
}

const SLASH = 2
const COMPONENT = 3
const AUTOCOMPLETE = 4
const ACK_MS = 3000
const TOKEN_MS = 15 * 60_000
const DEFAULT_TOKEN = 'MTIzNDU2Nzg5.fakefa.kefakefakefakefakefakefake'

const ATTACHMENT = 11
const FILES = '/attachments/'

const optionJson = ([name, value]: readonly [string, string | number]): Json => ({
  name,
  type: typeof value === 'number' ? 4 : 3,
  value,
})

function createWorld(options: FakeDiscordOptions): World {
  const nextId = snowflakes()
  return {
    token: options.token ?? DEFAULT_TOKEN,
    applicationId: nextId(),
    ackMs: options.ackMs ?? ACK_MS,
    tokenMs: options.tokenMs ?? TOKEN_MS,
    nonceMs: options.nonceMs ?? Number.POSITIVE_INFINITY,
    now: options.now ?? (() => new Date()),
    check: findSpecCheck(),
    guilds: new Map(),
    channels: new Map(),
    messages: [],
    commands: [],
    interactions: new Map(),
    requests: [],
    faults: [],
    violations: [],
    nextId,
  }
}

function addGuild(world: World, name: string): ReturnType<FakeDiscord['addGuild']> {
  const guildId = world.nextId()
  const channel: FakeChannel = { id: world.nextId(), type: 0, name: 'general', guildId }
  const thread: FakeChannel = { id: world.nextId(), type: 11, name: 'a thread', guildId }
  const guild = { id: guildId, name, channels: [channel] }
  world.guilds.set(guildId, guild)
  for (const made of [channel, thread]) world.channels.set(made.id, made)
  return { ...guild, channel, thread }
}

function beginInteraction(world: World, type: number, channelId: string): FakeInteraction {
  const { promise, resolve, reject } = Promise.withResolvers<Json>()
  const timer = setTimeout(
    () => {
      if (interaction.callback === undefined) reject(new Error(`no acknowledgement within ${world.ackMs} ms`))
    },
    Math.max(0, world.ackMs),
  )
  const settle =
    <T>(by: (value: T) => void) =>
    (value: T): void => {
      clearTimeout(timer)
      by(value)
    }
  const id = world.nextId()
  const interaction: FakeInteraction = {
    id,
    token: `interaction-token-${id}`,
    type,
    channelId,
    begunAt: performance.now(),
    followUps: [],
    answered: promise,
    answer: settle(resolve),
    fail: settle(reject),
  }
  // A test that does not wait for the answer must not fail for it.
  promise.catch(() => undefined)
  world.interactions.set(interaction.token, interaction)
  return interaction
}

/** The INTERACTION_CREATE event (https://docs.discord.com/developers/interactions/receiving-and-responding). */
function interactionJson(world: World, interaction: FakeInteraction, data: Json, doing: Doing): Json {
  const { channel } = doing
  const user = { id: doing.userId ?? '80351110224678912', username: 'reader', discriminator: '0', avatar: null }
  const member = { user, roles: [], joined_at: '2026-01-01T00:00:00Z', deaf: false, mute: false, flags: 0 }
  const place =
    channel.guildId === undefined
      ? { user, context: 1 }
      : {
          guild_id: channel.guildId,
          member: { ...member, permissions: String(doing.permissions ?? 0n) },
          context: 0,
        }
  return {
    id: interaction.id,
    application_id: world.applicationId,
    type: interaction.type,
    token: interaction.token,
    version: 1,
    data,
    locale: doing.locale ?? 'en-US',
    channel_id: channel.id,
    channel: channelJson(channel),
    app_permissions: '0',
    entitlements: [],
    authorizing_integration_owners: {},
    attachment_size_limit: 10_485_760,
    ...place,
  }
}

/** What a person reads in a message; mentions in it are "(mention)". */
export const seenText = (message: FakeMessage): string => readDiscord(markdownOf(message.body)).text

export async function createFakeDiscord(options: FakeDiscordOptions = {}): Promise<FakeDiscord> {
  const world = createWorld(options)
  const address = (): AddressInfo => server.address() as AddressInfo
  const gatewayUrl = (): string => `ws://127.0.0.1:${address().port}`
  const files = new Map<string, string>()
  const server = createServer((request, response) => {
    if (request.url?.startsWith(FILES) === true) {
      const file = files.get(request.url)
      response.writeHead(file === undefined ? 404 : 200).end(file)
      return
    }
    answerRest(world, request, response, gatewayUrl()).catch(error => {
      world.violations.push(String(error))
      response.destroy()
    })
  })
  const gateway = createFakeGateway(world, server, gatewayUrl)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))

  const interact = (type: number, data: Json, doing: Doing, extra: Json = {}): FakeInteraction => {
    const interaction = beginInteraction(world, type, doing.channel.id)
    gateway.dispatch('INTERACTION_CREATE', { ...interactionJson(world, interaction, data, doing), ...extra })
    return interaction
  }
  const commandId = (name: string): unknown => world.commands.find(command => command.name === name)?.id ?? '1'
  const click = (message: FakeMessage, customId: string, doing: Doing): FakeInteraction =>
    interact(COMPONENT, { custom_id: customId, component_type: 2 }, doing, { message: messageJson(world, message) })

  return {
    url: `http://127.0.0.1:${address().port}/api`,
    token: world.token,
    applicationId: world.applicationId,
    gateway,
    requests: world.requests,
    violations: world.violations,
    commands: () => world.commands,
    addGuild: name => addGuild(world, name),
    addDirectMessage() {
      const channel: FakeChannel = { id: world.nextId(), type: 1 }
      world.channels.set(channel.id, channel)
      return channel
    },
    forbid(channel, code) {
      channel.forbidden = code
    },
    inject: fault => void world.faults.push({ fault, left: fault.times ?? 1 }),
    slash(name, given, doing, file) {
      const options = Object.entries(given).map(optionJson)
      if (file === undefined) return interact(SLASH, { id: commandId(name), name, type: 1, options }, doing)
      const id = world.nextId()
      const path = `${FILES}${id}/${file.name}`
      const url = `http://127.0.0.1:${address().port}${path}`
      files.set(path, file.text)
      const size = file.size ?? Buffer.byteLength(file.text)
      const resolved = { attachments: { [id]: { id, filename: file.name, size, url, proxy_url: url } } }
      const attached = { name: 'file', type: ATTACHMENT, value: id }
      return interact(SLASH, { id: commandId(name), name, type: 1, options: [...options, attached], resolved }, doing)
    },
    autocomplete(name, focused, given, doing) {
      const typed = Object.entries(given).map(entry => ({ ...optionJson(entry), focused: entry[0] === focused }))
      return interact(AUTOCOMPLETE, { id: commandId(name), name, type: 1, options: typed }, doing)
    },
    click,
    clickLabel(label, doing) {
      const message = world.messages.findLast(sent => findButton(sent.body, label) !== undefined)
      if (message === undefined) throw new Error(`no button "${label}"`)
      return click(message, findButton(message.body, label) ?? '', doing)
    },
    messages: channelId => world.messages.filter(message => message.channelId === channelId),
    async stop() {
      gateway.stop()
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}
