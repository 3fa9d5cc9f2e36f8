import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the fake was asked, read as a model would. */
export interface ModelQuestion {
  readonly path: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  /** The request's body as it came. */
  readonly body: string
  readonly parameters: Readonly<Record<string, unknown>>
  readonly system: string
  readonly user: string
  readonly sentences: readonly { readonly number: number; readonly text: string }[]
}

/** A completion with this content, or an answer as raw as it is needed, or none. */
export type ModelReply =
  | { readonly content: string | null; readonly usage?: unknown }
  | { readonly status: number; readonly body?: string; readonly headers?: Readonly<Record<string, string>> }
  | { readonly hangs: true }

export type ModelBehaviour = (question: ModelQuestion) => ModelReply

export interface ModelServer {
  /** Up to and with /v1. */
  readonly baseUrl: string
  readonly questions: readonly ModelQuestion[]
  /** Most questions that waited for an answer at the same moment. */
  readonly mostAtOnce: number
  behave(behaviour: ModelBehaviour): void
  close(): Promise<void>
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

interface ChatRequest {
  readonly messages: readonly { readonly role: string; readonly content: string }[]
}

function questionOf(request: IncomingMessage, body: string): ModelQuestion {
  const parameters = JSON.parse(body) as ChatRequest & Record<string, unknown>
  const roleText = (role: string): string => parameters.messages.find(message => message.role === role)?.content ?? ''
  const user = roleText('user')
  const sentences = user.split('\n').map(line => JSON.parse(line) as { number: number; text: string })
  const { url = '', headers } = request
  return { path: url, headers, body, parameters, system: roleText('system'), user, sentences }
}

function send(reply: ModelReply, response: ServerResponse): void {
  if ('hangs' in reply) return
  if ('status' in reply) {
    const headers = { 'content-type': 'application/json', ...reply.headers }
    response.writeHead(reply.status, headers).end(reply.body ?? '{"error":{"message":"no"}}')
    return
  }
  const message = { role: 'assistant', content: reply.content }
  const choices = [{ index: 0, message, finish_reason: 'stop' }]
  const completion = { id: 'c', object: 'chat.completion', created: 0, model: 'm', choices, usage: reply.usage }
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(completion))
}

/** A server that speaks as much of the OpenAI API as a client of /chat/completions meets. */
export async function startModelServer(behaviour: ModelBehaviour): Promise<ModelServer> {
  let current = behaviour
  let open = 0
  let mostAtOnce = 0
  const questions: ModelQuestion[] = []
  const server = createServer(async (request, response) => {
    const question = questionOf(request, await bodyOf(request))
    questions.push(question)
    open += 1
    mostAtOnce = Math.max(mostAtOnce, open)
    response.on('close', () => {
      open -= 1
    })
    // Answers after a turn, so that questions that come together are seen together.
    setImmediate(() => send(current(question), response))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    questions,
    get mostAtOnce() {
      return mostAtOnce
    },
    behave(next) {
      current = next
    },
    async close() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

/** JSON as the prompt asks for it. */
export const bulletsJson = (
  bullets: readonly { readonly text: string; readonly sentences: readonly number[] }[],
): string => JSON.stringify({ bullets })

/** Leaves out what is easily left out, and puts an attribution at the end in front. */
function shorten(text: string): string {
  const [, said, speaker] = /^(.*), (the [a-z]+) said(?: on [A-Z][a-z]+day)?\.$/u.exec(text) ?? []
  if (said === undefined || speaker === undefined) return text
  return `${speaker[0]?.toUpperCase()}${speaker.slice(1)} said that ${said}.`
}

/** A model that does as it is told. */
export const wellBehaved: ModelBehaviour = ({ system, sentences }) => {
  const wanted = Number(/at most (\d+) bullets/u.exec(system)?.[1])
  const bullets = sentences.slice(0, wanted).map(({ number, text }) => ({ text: shorten(text), sentences: [number] }))
  return { content: bulletsJson(bullets), usage: { prompt_tokens: 90, completion_tokens: 10, total_tokens: 100 } }
}
