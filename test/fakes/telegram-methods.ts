import { FILE_DOWNLOAD, type Reply, type WireRequest } from './telegram-http.ts'
import { buttonsOf, findBadRequest, type Params, readText } from './telegram-rules.ts'
import {
  BOT_ID,
  chatJson,
  type FakeChat,
  type Fault,
  me,
  messageJson,
  type SentMessage,
  type World,
} from './telegram-world.ts'

const SENDING = new Set(['sendMessage', 'sendDocument', 'sendChatAction', 'editMessageText'])

const ok = (result: unknown): Reply => ({ kind: 'json', status: 200, body: { ok: true, result } })
const fail = (status: number, description: string, parameters?: Readonly<Record<string, number>>): Reply => ({
  kind: 'json',
  status,
  body: { ok: false, error_code: status, description, ...(parameters === undefined ? {} : { parameters }) },
})
const bad = (words: string, parameters?: Readonly<Record<string, number>>): Reply =>
  fail(400, `Bad Request: ${words}`, parameters)

async function getUpdates(world: World, params: Params, signal: AbortSignal): Promise<Reply> {
  const conflict = 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running'
  if (world.webhook !== '') return fail(409, "Conflict: can't use getUpdates method while webhook is active")
  world.conflict?.()
  const offset = Number(params.offset ?? 0)
  world.updates = world.updates.filter(update => update.update_id >= offset)
  const batch = (): Reply => ok(world.updates.slice(0, Number(params.limit ?? 100)))
  if (world.updates.length > 0 || params.timeout === undefined || params.timeout === 0) return batch()
  return await new Promise<Reply>(resolve => {
    const end = (reply: () => Reply): void => {
      if (world.wake === wake) delete world.wake
      if (world.conflict === kick) delete world.conflict
      clearTimeout(timer)
      resolve(reply())
    }
    const wake = (): void => end(batch)
    const kick = (): void => end(() => fail(409, conflict))
    const timer = setTimeout(wake, Number(params.timeout) * 1000)
    world.wake = wake
    world.conflict = kick
    signal.addEventListener('abort', () => end(batch), { once: true })
  })
}

function findChat(world: World, params: Params): FakeChat | undefined {
  return world.chats.get(Number(params.chat_id))
}

function refusalOf(world: World, chat: FakeChat, params: Params): Reply | undefined {
  const topic = params.message_thread_id
  const most = world.options.messagesPerChat ?? Number.POSITIVE_INFINITY
  if (chat.movedTo !== undefined) {
    return bad('group chat was upgraded to a supergroup chat', { migrate_to_chat_id: chat.movedTo })
  }
  if (chat.forbidden !== undefined) return fail(403, `Forbidden: ${chat.forbidden}`)
  if (chat.refused !== undefined) return bad(chat.refused)
  if (topic !== undefined && !chat.topics.has(Number(topic))) return bad('message thread not found')
  if (world.sent.filter(message => message.chatId === chat.id).length >= most) {
    return fail(429, 'Too Many Requests: retry after 7', { retry_after: 7 })
  }
  return undefined
}

function keep(world: World, chat: FakeChat, request: WireRequest): Reply {
  const { params } = request
  const { text, entities } = readText(params)
  const topic = params.message_thread_id
  const replyTo = (params.reply_parameters as { message_id: number } | undefined)?.message_id
  const isEdit = request.method === 'editMessageText'
  const id = isEdit ? Number(params.message_id) : world.nextId++
  const at = world.sent.findIndex(message => message.id === id && message.chatId === chat.id)
  if (isEdit && at < 0) return bad('message to edit not found')
  const message: SentMessage = {
    id,
    chatId: chat.id,
    text: text.trim(),
    entities,
    buttons: buttonsOf(params)
      .flat()
      .map(button => ({ label: button.text, data: button.callback_data ?? '' })),
    files: request.files,
    params,
    ...(topic === undefined ? {} : { topic: Number(topic) }),
    ...(replyTo === undefined ? {} : { replyTo }),
  }
  if (isEdit) world.sent[at] = message
  else world.sent.push(message)
  return ok(messageJson(world, chat, message))
}

function send(world: World, request: WireRequest): Reply {
  const chat = findChat(world, request.params)
  if (chat === undefined) return bad('chat not found')
  const refusal = refusalOf(world, chat, request.params)
  if (refusal !== undefined) return refusal
  const fault = findBadRequest(request.method, request.params)
  if (fault !== undefined) return bad(fault)
  return request.method === 'sendChatAction' ? ok(true) : keep(world, chat, request)
}

function member(world: World, chat: FakeChat, userId: number): Record<string, unknown> {
  const user = { id: userId, is_bot: userId === BOT_ID, first_name: 'Ada' }
  const isManager = chat.administrators.has(userId)
  return isManager
    ? { status: 'administrator', user, custom_title: world.options.username }
    : { status: 'member', user }
}

function menuKey(params: Params): string {
  const scope = (params.scope as { type: string } | undefined)?.type ?? 'default'
  return `${scope} ${String(params.language_code ?? '')}`
}

function aboutChat(world: World, { method, params }: WireRequest): Reply {
  const chat = findChat(world, params)
  if (chat === undefined) return bad('chat not found')
  if (method === 'getChatMember') return ok(member(world, chat, Number(params.user_id)))
  if (method === 'getChatAdministrators') return ok([...chat.administrators].map(id => member(world, chat, id)))
  return ok(chatJson(chat))
}

function giveFile(world: World, { params }: WireRequest): Reply {
  const body = world.files.get(String(params.path).replace(/^documents\//, ''))
  return body === undefined ? fail(404, 'Not Found') : { kind: 'text', status: 200, body }
}

async function perform(world: World, request: WireRequest, signal: AbortSignal): Promise<Reply> {
  const { method, params } = request
  if (SENDING.has(method)) return send(world, request)
  switch (method) {
    case FILE_DOWNLOAD:
      return giveFile(world, request)
    case 'getFile': {
      const id = String(params.file_id)
      if (!world.files.has(id)) return bad('invalid file_id')
      return ok({ file_id: id, file_unique_id: id, file_path: `documents/${id}` })
    }
    case 'getMe':
      return ok(me(world))
    case 'getUpdates':
      return await getUpdates(world, params, signal)
    case 'getWebhookInfo':
      return ok({ url: world.webhook, has_custom_certificate: false, pending_update_count: world.updates.length })
    case 'deleteWebhook':
      world.webhook = ''
      return ok(true)
    case 'setMyCommands': {
      const fault = findBadRequest(method, params)
      if (fault !== undefined) return bad(fault)
      world.menus.set(menuKey(params), params.commands)
      return ok(true)
    }
    case 'deleteMyCommands':
      world.menus.delete(menuKey(params))
      return ok(true)
    case 'getMyCommands':
      return ok(world.menus.get(menuKey(params)) ?? [])
    case 'answerCallbackQuery': {
      const id = String(params.callback_query_id)
      if (!world.presses.delete(id)) return bad('query is too old and response timeout expired or query ID is invalid')
      world.acknowledged.add(id)
      return ok(true)
    }
    case 'getChat':
    case 'getChatMember':
    case 'getChatAdministrators':
      return aboutChat(world, request)
    default:
      return fail(404, 'Not Found: method not found')
  }
}

function takeFault(world: World, method: string): Fault | undefined {
  const at = world.faults.findIndex(({ fault }) => fault.method === method)
  const found = world.faults[at]
  if (found === undefined) return undefined
  found.left -= 1
  if (found.left <= 0) world.faults.splice(at, 1)
  return found.fault
}

/** What the service answers to a request: a fault that was ordered, else what the method does. */
export async function respond(world: World, request: WireRequest, token: string, signal: AbortSignal): Promise<Reply> {
  if (!/^\d+:/.test(request.token)) return fail(404, 'Not Found')
  if (request.token !== token) return fail(401, 'Unauthorized')
  const fault = takeFault(world, request.method)
  switch (fault?.kind) {
    case 'status':
      return fail(fault.status, fault.description ?? `Error ${fault.status}`, fault.parameters)
    case 'html':
      return { kind: 'text', status: 502, body: '<html><h1>502 Bad Gateway</h1></html>' }
    case 'destroy':
    case 'hang':
      return { kind: fault.kind }
    case 'loseReply':
      await perform(world, request, signal)
      return { kind: 'destroy' }
    default:
      return await perform(world, request, signal)
  }
}
