import { UserError } from '../../model/errors.ts'
import { GIVEN_FILE_BYTES_MAX, type OpenFile } from '../../model/given-file.ts'

const LIMIT_TEXT = '10 MB'
const DOWNLOAD_WITHIN_MS = 30_000
/** Where Discord keeps what people attach (https://docs.discord.com/developers/reference#signed-attachment-cdn-urls). */
const FILE_HOSTS: readonly string[] = ['cdn.discordapp.com', 'media.discordapp.net']

/** The part of discord.js's attachment that is needed. */
export interface GivenAttachment {
  readonly name: string
  /** Bytes, as Discord measured them. */
  readonly size: number
  readonly url: string
}

/** Files come from Discord's own hosts by https, or from the server that stands in for Discord. */
function isDiscords(url: string, restUrl: string | undefined): boolean {
  const { protocol, hostname, origin } = new URL(url)
  const isOwn = restUrl !== undefined && origin === new URL(restUrl).origin
  return isOwn || (protocol === 'https:' && FILE_HOSTS.includes(hostname))
}

/**
 * The way to an attached file; nothing is downloaded before it is called.
 * @param restUrl another API server, whose files are taken too
 */
export function attachmentOpener({ name, size, url }: GivenAttachment, restUrl: string | undefined): OpenFile {
  return async (_path, signal) => {
    if (size > GIVEN_FILE_BYTES_MAX) throw new UserError('fileTooLarge', { name, limit: LIMIT_TEXT })
    try {
      if (!isDiscords(url, restUrl)) throw new TypeError('not a file of Discord')
      const within = AbortSignal.any([signal, AbortSignal.timeout(DOWNLOAD_WITHIN_MS)])
      const response = await fetch(url, { signal: within, redirect: 'error' })
      if (!response.ok) throw new TypeError(`status ${response.status}`)
      const bytes = new Uint8Array(await response.arrayBuffer())
      if (bytes.length > GIVEN_FILE_BYTES_MAX) throw new UserError('fileTooLarge', { name, limit: LIMIT_TEXT })
      return { filename: name, bytes }
    } catch (error) {
      signal.throwIfAborted()
      throw error instanceof UserError ? error : new UserError('unreadableFile', { name }, { cause: error })
    }
  }
}
