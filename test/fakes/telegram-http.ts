import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Params } from './telegram-rules.ts'

export interface UploadedFile {
  readonly filename: string
  readonly text: string
}

/** A request as it came over the wire. */
export interface WireRequest {
  readonly token: string
  readonly method: string
  readonly params: Params
  readonly files: readonly UploadedFile[]
}

/** How a request ends: an answer, or none at all. */
export type Reply =
  | { readonly kind: 'json'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'text'; readonly status: number; readonly body: string }
  | { readonly kind: 'destroy' }
  | { readonly kind: 'hang' }

/** Stands for the method when a file is downloaded; its path is in the parameters. */
export const FILE_DOWNLOAD = '(file)'

/** Fields of multipart requests that are text; all others are JSON there. */
const TEXT_FIELDS = new Set(['caption', 'parse_mode', 'document'])

function multipart(body: Buffer, boundary: string): { params: Params; files: UploadedFile[] } {
  const params: Record<string, unknown> = {}
  const files: UploadedFile[] = []
  for (const part of body.toString('utf8').split(`--${boundary}`).slice(1, -1)) {
    const [head = '', ...rest] = part.slice(2).split('\r\n\r\n')
    const value = rest.join('\r\n\r\n').replace(/\r\n$/, '')
    const name = /name="([^"]*)"/.exec(head)?.[1] ?? ''
    const filename = /filename="?([^"\r\n]*)"?/.exec(head)?.[1]
    if (filename !== undefined) files.push({ filename, text: value })
    else params[name] = TEXT_FIELDS.has(name) ? value : JSON.parse(value)
  }
  return { params, files }
}

async function readRequest(request: IncomingMessage): Promise<WireRequest> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const body = Buffer.concat(chunks)
  const url = new URL(request.url ?? '/', 'http://127.0.0.1')
  const [, fileToken = '', path] = /^\/file\/bot([^/]*)\/(.+)$/.exec(url.pathname) ?? []
  if (path !== undefined) return { token: fileToken, method: FILE_DOWNLOAD, params: { path }, files: [] }
  const [, token = '', method = ''] = /^\/bot([^/]*)\/(\w+)$/.exec(url.pathname) ?? []
  const type = request.headers['content-type'] ?? ''
  const boundary = /boundary=(\S+)/.exec(type)?.[1]
  if (boundary !== undefined) return { token, method, ...multipart(body, boundary) }
  const query = Object.fromEntries([...url.searchParams].map(([name, value]) => [name, JSON.parse(value) as unknown]))
  const params = body.length === 0 ? query : (JSON.parse(body.toString('utf8')) as Params)
  return { token, method, params, files: [] }
}

function write(response: ServerResponse, reply: Reply): void {
  if (reply.kind === 'destroy') response.socket?.destroy()
  if (reply.kind !== 'json' && reply.kind !== 'text') return
  response.writeHead(reply.status, { 'content-type': reply.kind === 'json' ? 'application/json' : 'text/html' })
  response.end(reply.kind === 'json' ? JSON.stringify(reply.body) : reply.body)
}

export interface Service {
  readonly url: string
  stop(): Promise<void>
}

/** Serves Bot API requests on a loopback port; the signal is aborted when the client hangs up. */
export async function serveBotApi(
  answer: (request: WireRequest, signal: AbortSignal) => Promise<Reply>,
): Promise<Service> {
  const server: Server = createServer(async (request, response) => {
    const gone = new AbortController()
    response.on('close', () => gone.abort())
    try {
      write(response, await answer(await readRequest(request), gone.signal))
    } catch (error) {
      const description = `Internal Server Error: ${String(error)}`
      write(response, { kind: 'json', status: 500, body: { ok: false, error_code: 500, description } })
    }
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}
