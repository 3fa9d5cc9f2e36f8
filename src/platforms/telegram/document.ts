import type { Api } from 'grammy'
import { UserError } from '../../model/errors.ts'
import { GIVEN_FILE_BYTES_MAX, type OpenFile } from '../../model/given-file.ts'
import { toGrammySignal } from './signals.ts'

const LIMIT_TEXT = '10 MB'
const DOWNLOAD_WITHIN_MS = 30_000
const PUBLIC_ROOT = 'https://api.telegram.org'

/** A file that a person sent. */
export interface GivenDocument {
  readonly fileId: string
  readonly name: string
  /** Bytes, when Telegram says so. */
  readonly size?: number
}

/** Where the Bot API server keeps files: https://core.telegram.org/bots/api#getfile. The address holds the token. */
export interface FileRoot {
  readonly token: string
  readonly apiRoot?: string
}

async function download(api: Api, root: FileRoot, fileId: string, signal: AbortSignal): Promise<Uint8Array> {
  const { file_path: path } = await api.getFile(fileId, toGrammySignal(signal))
  if (path === undefined) throw new TypeError('the file has no path')
  const base = (root.apiRoot ?? PUBLIC_ROOT).replace(/\/+$/, '')
  const response = await fetch(`${base}/file/bot${root.token}/${path}`, { signal, redirect: 'error' })
  if (!response.ok) throw new TypeError(`status ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}

/** The way to a document; nothing is asked of Telegram before it is called. */
export function documentOpener({ fileId, name, size = 0 }: GivenDocument, api: Api, root: FileRoot): OpenFile {
  return async (_path, signal) => {
    if (size > GIVEN_FILE_BYTES_MAX) throw new UserError('fileTooLarge', { name, limit: LIMIT_TEXT })
    try {
      const within = AbortSignal.any([signal, AbortSignal.timeout(DOWNLOAD_WITHIN_MS)])
      const bytes = await download(api, root, fileId, within)
      if (bytes.length > GIVEN_FILE_BYTES_MAX) throw new UserError('fileTooLarge', { name, limit: LIMIT_TEXT })
      return { filename: name, bytes }
    } catch (error) {
      signal.throwIfAborted()
      // The cause may name the address, and the address holds the token: it ends here.
      throw error instanceof UserError ? error : new UserError('unreadableFile', { name })
    }
  }
}
