import { z } from 'zod'

/** An OpenAI-compatible endpoint, as the operator named it. */
export interface ModelAccess {
  /** http(s) address up to the path that holds /chat/completions, for example https://api.openai.com/v1. */
  readonly baseUrl: string
  /** Absent for servers that ask for none. */
  readonly apiKey?: string
  readonly model: string
}

export type ModelFailure =
  | 'unreachable'
  | 'slow'
  | 'busy' // 429
  | 'refused' // any other 4xx: key, model or request
  | 'broken' // 5xx, or no proper answer
  | 'tooLarge'
  | 'empty'

/** A model that gave no answer. Holds nothing of what was sent or received. */
export class ModelError extends Error {
  override readonly name = 'ModelError'
  readonly kind: ModelFailure
  readonly status?: number
  /** How long the server asked us to wait. */
  readonly retryAfterMs?: number

  constructor(kind: ModelFailure, extra: { status?: number; retryAfterMs?: number } = {}) {
    super(kind)
    this.kind = kind
    if (extra.status !== undefined) this.status = extra.status
    if (extra.retryAfterMs !== undefined) this.retryAfterMs = extra.retryAfterMs
  }
}

export interface Prompt {
  readonly system: string
  readonly user: string
}

export interface ModelAnswer {
  readonly text: string
  /** What the server says it has counted. */
  readonly tokens?: number
}

/** Asks once. @throws ModelError; the signal's reason when that was aborted */
export type AskModel = (prompt: Prompt, signal: AbortSignal) => Promise<ModelAnswer>

/** Tokens that an answer may have, thinking included. */
export const ANSWER_TOKENS = 1_200
/** Bullets of one story are 2 KB; what is larger is none. */
const ANSWER_BYTES = 64 * 1024
/** A net under the limit that the caller sets by its clock. */
const CLIENT_TIMEOUT_MS = 120_000
/** Servers that ask for no key still get the header. */
const NO_KEY = 'none'
const LONGEST_PAUSE_MS = 3_600_000

/** What servers may be told; the client would add the kind of this machine and headers from the environment. */
const SENT_HEADERS = ['authorization', 'content-type', 'accept']

const completionSchema = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string().nullish() }) })).min(1),
  usage: z.object({ total_tokens: z.number().int().positive() }).optional().catch(undefined),
})

async function readLimited(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength
    if (size > ANSWER_BYTES) throw new ModelError('tooLarge')
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

/** fetch for one endpoint only: no redirects, no other host, no more headers than needed, no answer without end. */
function fetchFrom(baseUrl: string): typeof fetch {
  const { origin } = new URL(baseUrl)
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input)
    if (url.origin !== origin) throw new ModelError('refused')
    const given = new Headers(init?.headers)
    const headers = SENT_HEADERS.flatMap(name => {
      const value = given.get(name)
      return value === null ? [] : [[name, value] as [string, string]]
    })
    const response = await fetch(url, { ...init, headers, redirect: 'error' })
    const { status } = response
    return new Response(await readLimited(response), { status, headers: response.headers })
  }
}

/** Seconds, as every such server sends them (RFC 9110 §10.2.3); anything else is passed over. */
function retryAfterMs(headers: Headers | undefined): number | undefined {
  const seconds = Number(headers?.get('retry-after') ?? Number.NaN)
  return seconds > 0 ? Math.min(LONGEST_PAUSE_MS, seconds * 1000) : undefined
}

interface ApiFailure {
  readonly status?: number | undefined
  readonly headers?: Headers | undefined
  readonly cause?: unknown
}

/** Only what is safe to log: messages of servers quote keys, and bodies may hold anything. */
function failureOf({ status, headers, cause }: ApiFailure): ModelError {
  if (cause instanceof ModelError) return cause
  if (status === undefined) return new ModelError('unreachable')
  const pause = retryAfterMs(headers)
  const extra = { status, ...(pause === undefined ? {} : { retryAfterMs: pause }) }
  if (status === 429) return new ModelError('busy', extra)
  return new ModelError(status >= 500 ? 'broken' : 'refused', extra)
}

type LimitName = 'max_completion_tokens' | 'max_tokens'
/** Statuses of a server that does not know a parameter. */
const UNKNOWN_PARAMETER = [400, 422]

async function openClient({ baseUrl, apiKey = NO_KEY }: ModelAccess) {
  // Loaded at the first question: a bot without a model pays nothing for it.
  const { APIError, OpenAI } = await import('openai')
  const client = new OpenAI({
    baseURL: baseUrl,
    apiKey,
    // The client would take these from the environment.
    organization: null,
    project: null,
    adminAPIKey: null,
    webhookSecret: null,
    logLevel: 'off',
    maxRetries: 0,
    timeout: CLIENT_TIMEOUT_MS,
    fetch: fetchFrom(baseUrl),
  })
  return { client, APIError }
}

/**
 * The way to a model, by the `openai` client. The host is the operator's and comes from nothing else; no request is
 * repeated, but for one whose parameter the server does not know.
 */
export function createModelClient(access: ModelAccess): AskModel {
  let opened: ReturnType<typeof openClient> | undefined
  let limitName: LimitName = 'max_completion_tokens'

  async function complete({ system, user }: Prompt, signal: AbortSignal): Promise<unknown> {
    opened ??= openClient(access)
    const { client, APIError } = await opened
    try {
      return await client.chat.completions.create(
        {
          model: access.model,
          messages: [
            { role: 'system', content: system },
            { role: 'user', content: user },
          ],
          [limitName]: ANSWER_TOKENS,
        },
        { signal },
      )
    } catch (error) {
      signal.throwIfAborted()
      if (error instanceof APIError) throw failureOf(error)
      throw error instanceof ModelError ? error : new ModelError('broken')
    }
  }

  async function completeAsKnown(prompt: Prompt, signal: AbortSignal): Promise<unknown> {
    try {
      return await complete(prompt, signal)
    } catch (error) {
      const isUnknown = error instanceof ModelError && UNKNOWN_PARAMETER.includes(error.status ?? 0)
      if (!isUnknown || limitName === 'max_tokens') throw error
      limitName = 'max_tokens'
      return await complete(prompt, signal)
    }
  }

  return async (prompt, signal) => {
    signal.throwIfAborted()
    const completion = completionSchema.safeParse(await completeAsKnown(prompt, signal))
    if (!completion.success) throw new ModelError('broken')
    const { choices, usage } = completion.data
    const text = choices[0]?.message.content?.trim() ?? ''
    if (text === '') throw new ModelError('empty')
    return { text, ...(usage === undefined ? {} : { tokens: usage.total_tokens }) }
  }
}
