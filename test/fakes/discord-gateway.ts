import type { IncomingMessage, Server } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import { isJson, type Json } from './discord-reader.ts'
import { botUser, channelJson, type FakeGuild, type World } from './discord-world.ts'

const DISPATCH = 0
const HEARTBEAT = 1
const IDENTIFY = 2
const RESUME = 6
const RECONNECT = 7
const INVALID_SESSION = 9
const HELLO = 10
const HEARTBEAT_ACK = 11
const HEARTBEAT_MS = 41_250
const MOST_PAYLOAD_BYTES = 4096

interface Session {
  readonly id: string
  socket: WebSocket | undefined
  /** All that was sent; its length is the sequence number. */
  readonly sent: Json[]
}

/** Gateway v10 (https://docs.discord.com/developers/events/gateway), one shard, without compression. */
export interface FakeGateway {
  dispatch(type: string, data: Json): void
  /** Closes every connection: with this code, or without a word. */
  drop(code?: number): void
  /** Asks every client to reconnect (op 7). */
  reconnect(): void
  /** How often clients identified and resumed. */
  readonly counts: { identify: number; resume: number }
  /** The next IDENTIFY is answered by closing with this code. */
  refuseWith(code: number): void
  stop(): void
}

function guildJson(world: World, guild: FakeGuild): Json {
  const role = { id: guild.id, name: '@everyone', permissions: '0', position: 0, color: 0, hoist: false, flags: 0 }
  return {
    id: guild.id,
    name: guild.name,
    owner_id: '1',
    features: [],
    roles: [{ ...role, managed: false, mentionable: false }],
    emojis: [],
    stickers: [],
    channels: guild.channels.map(channelJson),
    threads: [],
    members: [{ user: botUser(world), roles: [], joined_at: '2026-01-01T00:00:00Z', deaf: false, mute: false }],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    member_count: 2,
    large: false,
    unavailable: false,
    joined_at: '2026-01-01T00:00:00Z',
    preferred_locale: 'en-US',
    premium_tier: 0,
    system_channel_flags: 0,
    nsfw_level: 0,
    verification_level: 0,
  }
}

export function createFakeGateway(world: World, server: Server, address: () => string): FakeGateway {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MOST_PAYLOAD_BYTES })
  const sessions = new Map<string, Session>()
  const counts = { identify: 0, resume: 0 }
  let refusal: number | undefined

  const write = (socket: WebSocket | undefined, frame: Json): void => {
    if (socket?.readyState === socket?.OPEN) socket?.send(JSON.stringify(frame))
  }
  const push = (session: Session, type: string, data: Json): void => {
    const frame = { op: DISPATCH, t: type, s: session.sent.length + 1, d: data }
    session.sent.push(frame)
    write(session.socket, frame)
  }

  const identify = (socket: WebSocket, token: unknown): void => {
    counts.identify++
    const code = token === world.token ? refusal : 4004
    refusal = undefined
    if (code !== undefined) {
      socket.close(code)
      return
    }
    const session: Session = { id: `session-${counts.identify}`, socket, sent: [] }
    sessions.set(session.id, session)
    push(session, 'READY', {
      v: 10,
      user: { ...botUser(world), flags: 0, verified: true, mfa_enabled: true, email: null },
      guilds: [...world.guilds.keys()].map(id => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: address(),
      shard: [0, 1],
      application: { id: world.applicationId, flags: 0 },
    })
    for (const guild of world.guilds.values()) push(session, 'GUILD_CREATE', guildJson(world, guild))
  }

  const resume = (socket: WebSocket, data: Json): void => {
    counts.resume++
    const session = sessions.get(String(data.session_id))
    if (session === undefined || data.token !== world.token) {
      write(socket, { op: INVALID_SESSION, d: false, s: null, t: null })
      return
    }
    session.socket = socket
    for (const missed of session.sent.slice(Number(data.seq))) write(socket, missed)
    push(session, 'RESUMED', {})
  }

  const receive = (socket: WebSocket, frame: unknown): void => {
    if (!isJson(frame)) socket.close(4002)
    else if (frame.op === HEARTBEAT) write(socket, { op: HEARTBEAT_ACK, d: null, s: null, t: null })
    else if (frame.op === IDENTIFY && isJson(frame.d)) identify(socket, frame.d.token)
    else if (frame.op === RESUME && isJson(frame.d)) resume(socket, frame.d)
  }

  const welcome = (socket: WebSocket, request: IncomingMessage): void => {
    if (new URL(request.url ?? '', 'http://x').searchParams.get('v') !== '10') {
      socket.close(4012)
      return
    }
    socket.on('message', bytes => receive(socket, JSON.parse(bytes.toString())))
    write(socket, { op: HELLO, d: { heartbeat_interval: HEARTBEAT_MS }, s: null, t: null })
  }
  server.on('upgrade', (request, stream, head) =>
    sockets.handleUpgrade(request, stream, head, socket => welcome(socket, request)),
  )

  return {
    counts,
    dispatch(type, data) {
      for (const session of sessions.values()) push(session, type, data)
    },
    drop(code) {
      for (const socket of sockets.clients) {
        if (code === undefined) socket.terminate()
        else socket.close(code)
      }
    },
    reconnect() {
      for (const socket of sockets.clients) write(socket, { op: RECONNECT, d: null, s: null, t: null })
    },
    refuseWith(code) {
      refusal = code
    },
    stop() {
      for (const socket of sockets.clients) socket.terminate()
      sockets.close()
    },
  }
}
