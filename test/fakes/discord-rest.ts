import type { IncomingMessage, ServerResponse } from 'node:http'
import { isJson, type Json } from './discord-reader.ts'
import { commandsFaults, isEphemeral, messageFaults } from './discord-rules.ts'
import {
  botUser,
  type Captured,
  channelJson,
  type FakeInteraction,
  type FakeMessage,
  type Fault,
  messageJson,
  type World,
} from './discord-world.ts'

const EPHEMERAL = 1 << 6
const AUTOCOMPLETE_RESULT = 8
const DEFERRED = 5

/** An answer; 204 has no body (an empty body with a content type breaks the client's JSON reading). */
interface Reply {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

const ok = (body: unknown): Reply => ({ status: 200, body })
const refuse = (status: number, code: number, message: string): Reply => ({ status, body: { code, message } })
const jsonOf = (value: unknown): Json => (isJson(value) ? value : {})

/** Reads a request as Discord does: JSON, or a form with `payload_json` and files. */
async function capture(request: IncomingMessage, path: string): Promise<Captured> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const bytes = Buffer.concat(chunks)
  const type = request.headers['content-type'] ?? ''
  const shared = { method: request.method ?? '', path, authorization: request.headers.authorization }
  if (!type.startsWith('multipart/')) {
    return { ...shared, body: bytes.length === 0 ? undefined : JSON.parse(bytes.toString()), files: [] }
  }
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData()
  const files = [...form.values()].filter(part => typeof part !== 'string')
  return {
    ...shared,
    body: JSON.parse(String(form.get('payload_json'))),
    files: await Promise.all(files.map(async file => ({ name: file.name, text: await file.text() }))),
  }
}

function checked(world: World, request: Captured, faults: readonly string[], make: () => Reply): Reply {
  const all = [...faults, ...(world.check?.(request.method, request.path, request.body) ?? [])]
  if (all.length === 0) return make()
  world.violations.push(...all.map(fault => `${request.method} ${request.path}: ${fault}`))
  return refuse(400, 50035, `Invalid Form Body: ${all.join('; ')}`)
}

function write(world: World, request: Captured, channelId: string, hidden: boolean): FakeMessage {
  const body = jsonOf(request.body)
  const message = {
    id: world.nextId(),
    channelId,
    body,
    files: request.files,
    isEphemeral: hidden,
    writtenAtMs: world.now().getTime(),
  }
  world.messages.push(message)
  return message
}

function postMessage(world: World, request: Captured, channelId: string): Reply {
  const channel = world.channels.get(channelId)
  if (channel === undefined) return refuse(404, 10003, 'Unknown Channel')
  if (channel.forbidden !== undefined) return refuse(403, channel.forbidden, 'Missing Permissions')
  const body = jsonOf(request.body)
  const names = request.files.map(file => file.name)
  return checked(world, request, messageFaults(body, names), () => {
    const sinceMs = world.now().getTime() - world.nonceMs
    const same = world.messages.find(
      message =>
        body.enforce_nonce === true &&
        message.channelId === channelId &&
        message.body.nonce === body.nonce &&
        message.writtenAtMs >= sinceMs,
    )
    return ok(messageJson(world, same ?? write(world, request, channelId, false)))
  })
}

function putCommands(world: World, request: Captured): Reply {
  return checked(world, request, commandsFaults(request.body), () => {
    const commands = Array.isArray(request.body) ? request.body.filter(isJson) : []
    world.commands = commands.map(command => ({
      ...command,
      id: world.nextId(),
      application_id: world.applicationId,
      version: world.nextId(),
    }))
    return ok(world.commands)
  })
}

function callBack(world: World, request: Captured, token: string): Reply {
  const interaction = world.interactions.get(token)
  const afterMs = interaction === undefined ? 0 : performance.now() - interaction.begunAt
  if (interaction === undefined || (interaction.callback === undefined && afterMs > world.ackMs))
    return refuse(404, 10062, 'Unknown interaction')
  if (interaction.callback !== undefined) return refuse(400, 40060, 'Interaction has already been acknowledged.')
  return checked(world, request, [], () => {
    interaction.ackedAfterMs = afterMs
    interaction.callback = jsonOf(request.body)
    if (interaction.callback.type === AUTOCOMPLETE_RESULT) interaction.answer(interaction.callback)
    return { status: 204 }
  })
}

/** Whether the acknowledgement asked for an answer that only the person sees. */
const isHidden = (interaction: FakeInteraction): boolean => isEphemeral(jsonOf(interaction.callback?.data))

function editOriginal(world: World, request: Captured, interaction: FakeInteraction): Reply {
  const body = jsonOf(request.body)
  const names = request.files.map(file => file.name)
  return checked(world, request, messageFaults(body, names), () => {
    const message = write(world, request, interaction.channelId, isHidden(interaction))
    const flags = Number(body.flags ?? 0) | (message.isEphemeral ? EPHEMERAL : 0)
    message.body = { ...body, flags }
    interaction.original = message
    interaction.answer(message.body)
    return ok(messageJson(world, message))
  })
}

function webhook(world: World, request: Captured, token: string, target: string | undefined): Reply {
  const interaction = world.interactions.get(token)
  if (interaction?.callback === undefined) return refuse(404, 10015, 'Unknown Webhook')
  if (performance.now() - interaction.begunAt > world.tokenMs) {
    interaction.fail(new Error('the interaction token has expired'))
    return refuse(401, 50027, 'Invalid Webhook Token')
  }
  if (request.method === 'PATCH' && target === '@original' && interaction.callback.type === DEFERRED)
    return editOriginal(world, request, interaction)
  if (request.method === 'DELETE') {
    interaction.fail(new Error('the answer was deleted'))
    return { status: 204 }
  }
  const body = jsonOf(request.body)
  const names = request.files.map(file => file.name)
  return checked(world, request, messageFaults(body, names), () => {
    const message = write(world, request, interaction.channelId, isEphemeral(body))
    interaction.followUps.push(message)
    return ok(messageJson(world, message))
  })
}

function route(world: World, request: Captured, gatewayUrl: string): Reply {
  const { method, path } = request
  const [, kind, id = '', third = '', , target] = path.split('/')
  if (kind === 'interactions') return callBack(world, request, third)
  if (kind === 'webhooks') return webhook(world, request, third, target)
  if (request.authorization !== `Bot ${world.token}`) return refuse(401, 0, '401: Unauthorized')
  if (path === '/gateway/bot') {
    const limit = { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 }
    return ok({ url: gatewayUrl, shards: 1, session_start_limit: limit })
  }
  if (path === '/users/@me') return ok(botUser(world))
  if (kind === 'applications' && third === 'commands' && method === 'PUT') return putCommands(world, request)
  if (kind === 'channels' && third === 'messages' && method === 'POST') return postMessage(world, request, id)
  const channel = kind === 'channels' && method === 'GET' && third === '' ? world.channels.get(id) : undefined
  if (channel !== undefined) return ok(channelJson(channel))
  world.violations.push(`${method} ${path}: not a route of the fake`)
  return refuse(404, 0, '404: Not Found')
}

function takeFault(world: World, key: string): Fault | undefined {
  const index = world.faults.findIndex(({ fault }) => fault.match.test(key))
  const found = world.faults[index]
  if (found === undefined) return undefined
  if (--found.left <= 0) world.faults.splice(index, 1)
  return found.fault
}

/** Answers one REST request (v10: https://docs.discord.com/developers/reference). */
export async function answerRest(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  gatewayUrl: string,
): Promise<void> {
  const pathname = decodeURIComponent(new URL(request.url ?? '', 'http://x').pathname)
  const path = pathname.replace(/^\/api\/v10(?=\/)/, '')
  const captured = await capture(request, path)
  world.requests.push(captured)
  const send = ({ status, body, headers }: Reply): void => {
    captured.status = status
    if (status === 204) response.writeHead(204, headers).end()
    else response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
  }
  if (path === pathname) return send(refuse(404, 0, 'wrong version'))
  const fault = takeFault(world, `${captured.method} ${path}`)
  if (fault?.hang === true) return
  if (fault?.destroy === true) return void request.socket.destroy()
  if (fault?.status !== undefined)
    return send({ status: fault.status, body: fault.body ?? { code: 0, message: 'injected' }, ...fault })
  const reply = route(world, captured, gatewayUrl)
  if (fault?.holdReply === true) return
  if (fault?.loseReply === true) request.socket.destroy()
  else send(reply)
}
