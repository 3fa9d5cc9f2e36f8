import type { Json } from './discord-reader.ts'
import type { SpecCheck } from './discord-spec.ts'

/** What happens to matching requests, before (or, for a lost reply, after) they take effect. */
export interface Fault {
  /** Against "POST /channels/1/messages". */
  readonly match: RegExp
  /** How many requests; 1 when absent. */
  readonly times?: number
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Json
  /** Never answers. */
  readonly hang?: boolean
  /** Closes the connection. */
  readonly destroy?: boolean
  /** The request takes effect, then the connection is closed instead of an answer. */
  readonly loseReply?: boolean
  /** The request takes effect and is never answered. */
  readonly holdReply?: boolean
}

export interface Captured {
  readonly method: string
  /** Without the version. */
  readonly path: string
  readonly body: unknown
  readonly files: readonly { readonly name: string; readonly text: string }[]
  readonly authorization: string | undefined
  status?: number
}

export interface FakeMessage {
  readonly id: string
  readonly channelId: string
  /** As it was sent; an edit replaces fields. */
  body: Json
  files: Captured['files']
  /** Only the person who asked sees it. */
  readonly isEphemeral: boolean
  /** When it was written, by World.now. */
  readonly writtenAtMs: number
}

export interface FakeChannel {
  readonly id: string
  readonly type: number
  readonly name?: string
  readonly guildId?: string
  /** Error code that writing to it brings. */
  forbidden?: number
}

export interface FakeGuild {
  readonly id: string
  readonly name: string
  readonly channels: readonly FakeChannel[]
}

/** Something that a person did, and what came of it. */
export interface FakeInteraction {
  readonly id: string
  readonly token: string
  readonly type: number
  readonly channelId: string
  readonly begunAt: number
  /** Milliseconds until the acknowledgement. */
  ackedAfterMs?: number
  callback?: Json
  original?: FakeMessage
  readonly followUps: FakeMessage[]
  /** Resolves with the first answer (the edited reply, or the completions); rejects when none came in time. */
  readonly answered: Promise<Json>
  readonly answer: (body: Json) => void
  readonly fail: (reason: Error) => void
}

/** All that the fake Discord knows; gateway and REST share it. */
export interface World {
  readonly token: string
  readonly applicationId: string
  readonly ackMs: number
  readonly tokenMs: number
  readonly nonceMs: number
  readonly now: () => Date
  readonly check: SpecCheck | undefined
  readonly guilds: Map<string, FakeGuild>
  readonly channels: Map<string, FakeChannel>
  readonly messages: FakeMessage[]
  commands: readonly Json[]
  readonly interactions: Map<string, FakeInteraction>
  readonly requests: Captured[]
  readonly faults: { readonly fault: Fault; left: number }[]
  /** Requests that the real Discord would not have taken, and why. */
  readonly violations: string[]
  readonly nextId: () => string
}

/** Discord's epoch and the layout of its ids: https://docs.discord.com/developers/reference#snowflakes. */
const DISCORD_EPOCH_MS = 1_420_070_400_000
const FIRST_ID_MS = Date.UTC(2026, 0, 1) - DISCORD_EPOCH_MS

/** Ids as Discord makes them, each once, always the same ones. */
export function snowflakes(): () => string {
  let count = 0n
  return () => ((BigInt(FIRST_ID_MS) << 22n) + (count++ << 12n)).toString()
}

/** The bot's own user. */
export const botUser = (world: World): Json => ({
  id: world.applicationId,
  username: 'tidings',
  discriminator: '0',
  global_name: null,
  avatar: null,
  bot: true,
})

/** A message as Discord sends it. */
export const messageJson = (world: World, message: FakeMessage): Json => ({
  id: message.id,
  channel_id: message.channelId,
  author: botUser(world),
  content: message.body.content ?? '',
  timestamp: new Date(FIRST_ID_MS + DISCORD_EPOCH_MS).toISOString(),
  edited_timestamp: null,
  tts: false,
  mention_everyone: false,
  mentions: [],
  mention_roles: [],
  attachments: [],
  embeds: [],
  components: message.body.components ?? [],
  pinned: false,
  type: 0,
  flags: message.body.flags ?? 0,
})

/** A channel as Discord sends it. */
export const channelJson = (channel: FakeChannel): Json => ({
  id: channel.id,
  type: channel.type,
  ...(channel.name === undefined ? {} : { name: channel.name }),
  ...(channel.guildId === undefined ? {} : { guild_id: channel.guildId }),
  permission_overwrites: [],
  parent_id: null,
  position: 0,
  topic: null,
  nsfw: false,
  last_message_id: null,
})
