import { UserError } from '../model/errors.ts'
import { maskSecrets } from '../text/url.ts'
import { feedErrorToUser } from './feed-error.ts'
import type { Fetcher } from './fetched.ts'

/** A list's limit, as people are told. */
const LIMIT_TEXT = '10 MB'

/**
 * Downloads a list of feeds, guarded as every fetch is.
 * @param fetcher with a limit of 10 MB
 * @returns the file, what its server calls it, and its address after redirects
 * @throws UserError for everything that is wrong with the address; the signal's reason
 */
export async function downloadList(
  url: string,
  fetcher: Fetcher,
  signal: AbortSignal,
): Promise<{ readonly bytes: Uint8Array; readonly contentType?: string; readonly url: string }> {
  try {
    const document = await fetcher.fetch(url, { accept: 'page', signal })
    if (document.kind !== 'fetched') throw new UserError('notOpml', { name: maskSecrets(url) })
    const { bytes, contentType } = document
    return { bytes, url: document.url, ...(contentType === undefined ? {} : { contentType }) }
  } catch (error) {
    signal.throwIfAborted()
    const told = feedErrorToUser(error, url)
    if (told.code !== 'tooLarge') throw told
    throw new UserError('fileTooLarge', { name: maskSecrets(url), limit: LIMIT_TEXT }, { cause: error })
  }
}
